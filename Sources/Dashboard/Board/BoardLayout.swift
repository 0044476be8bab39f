import Cells
import Reform

/// Where things stand on the board.
enum BoardLayout {
  static let cardHeight = 3

  static func content(_ body: Rect) -> Rect { body.dropping(rows: 1) }

  /// How many cards fit one above the other.
  static func cards(in body: Rect) -> Int {
    max(1, (content(body).rows - 2) / cardHeight)
  }

  static func listHeight(in body: Rect) -> Int { max(1, content(body).rows) }

  enum Row: Equatable {
    case head(Int)
    case item(Int, Int)
  }

  static func listRows(_ groups: [BoardScreen.Group]) -> [Row] {
    var rows: [Row] = []
    for (number, group) in groups.enumerated() where !group.items.isEmpty {
      rows.append(.head(number))
      rows += group.items.indices.map { .item(number, $0) }
    }
    return rows
  }

  /// Widths of the lanes: an empty one takes little, the others share the rest alike.
  static func lanes(
    _ groups: [BoardScreen.Group], in area: Rect, _ language: Language
  ) -> [Rect] {
    let narrow = language == .zh ? 14 : 18
    let empty = groups.count { $0.items.isEmpty }
    let filled = max(1, groups.count - empty)
    let room = area.columns - (empty == groups.count ? 0 : empty * narrow)
    var (x, number) = (area.x, 0)
    return groups.map { group in
      var width = narrow
      if !group.items.isEmpty || empty == groups.count {
        let share = empty == groups.count ? groups.count : filled
        width = room / share + (number < room % share ? 1 : 0)
        number += 1
      }
      defer { x += width }
      return Rect(x: x, y: area.y, columns: width, rows: area.rows)
    }
  }

  /// The rectangle of a card, by its number in a lane.
  static func card(_ number: Int, in lane: Rect) -> Rect {
    let inside = lane.inset(by: 1)
    return Rect(
      x: inside.x, y: inside.y + number * cardHeight, columns: inside.columns, rows: cardHeight
    ).intersection(inside)
  }
}
