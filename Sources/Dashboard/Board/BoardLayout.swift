import Cells
import Reform

/// Where things stand on the board: lanes side by side in a wide window, otherwise one group as a
/// table under a strip of all of them; in the widest the task under the cursor beside.
struct BoardLayout: Equatable, Sendable {
  static let cardHeight = 3
  /// The columns of a lane that holds nothing, or one card and not the cursor.
  static let spine = 4
  private static let previewWidth = 46

  /// One for each group; nil where they show as a table.
  private(set) var lanes: [Rect]?
  /// The names of the groups, and the headings of the table, in one row each.
  private(set) var strip: Rect
  private(set) var headings: Rect
  /// What is left for the rows of the table.
  private(set) var table: Rect
  private(set) var preview: Rect?

  /// Of groups with so many tasks each, the cursor in one of them.
  init(_ counts: [Int], front: Int, in body: Rect, _ language: Language) {
    var content = body.dropping(rows: 1)
    let isChinese = language == .zh
    (strip, headings) = (content.row(0), content.row(1))
    if body.columns >= (isChinese ? 150 : 160) {
      let width = content.columns - Self.previewWidth
      preview = Rect(
        x: content.x + width, y: content.y, columns: Self.previewWidth, rows: content.rows)
      content = Rect(x: content.x, y: content.y, columns: width, rows: content.rows)
      (strip, headings) = (content.row(0), content.row(1))
    }
    table = content.dropping(rows: 2)
    if body.columns >= (isChinese ? 120 : 150) {
      lanes = Self.lanes(counts, front, in: content, least: isChinese ? 22 : 28)
    }
  }

  /// Empty lanes and those of one card are spines, the others share the rest alike; nil where that
  /// is less than the least for any.
  private static func lanes(
    _ counts: [Int], _ front: Int, in area: Rect, least: Int
  ) -> [Rect]? {
    let isSpine = counts.indices.map { counts[$0] == 0 || counts[$0] == 1 && $0 != front }
    let open = max(1, isSpine.count { !$0 })
    let room = area.columns - isSpine.count { $0 } * spine
    guard room / open >= least else { return nil }
    var (x, number) = (area.x, 0)
    return counts.indices.map { index in
      var width = spine
      if !isSpine[index] {
        width = room / open + (number < room % open ? 1 : 0)
        number += 1
      }
      defer { x += width }
      return Rect(x: x, y: area.y, columns: width, rows: area.rows)
    }
  }

  /// How many tasks of a group show one above the other.
  func height(of group: Int) -> Int {
    guard let lane = lanes?[safe: group] else { return max(1, table.rows) }
    return max(1, lane.inset(by: 1).rows / Self.cardHeight)
  }

  /// The rectangle of a card, by its number in a lane.
  static func card(_ number: Int, in lane: Rect) -> Rect {
    let inside = lane.inset(by: 1)
    return Rect(
      x: inside.x, y: inside.y + number * cardHeight, columns: inside.columns, rows: cardHeight
    ).intersection(inside)
  }
}
