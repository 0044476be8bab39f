import Cells
import Reform
import Widgets

/// The line above the board: how it is grouped and sorted, what of it shows.
struct BoardHead: Pane {
  var left: String
  var right: String
  var isNarrowed: Bool

  func draw(in row: Rect, on frame: inout Frame) {
    let width = min(frame.ruler.columns(of: right), row.columns / 2)
    frame.put(left, x: row.x + 1, y: row.y, width: row.columns - width - 4, Style(.title))
    frame.putRight(
      right, maxX: row.maxX - 1, y: row.y, width: width, Style(isNarrowed ? .accent : .faint))
  }
}

/// What stands in place of tasks.
struct BoardNotice: Pane {
  var text: String

  func draw(in area: Rect, on frame: inout Frame) {
    frame.put(text, x: area.x + 2, y: area.y + 1, Style(.faint))
  }
}

/// The frame of a lane.
struct BoardLane: Pane {
  var name: Phrase
  var count: Int
  var isFront: Bool
  var below: Int

  func draw(in area: Rect, on frame: inout Frame) {
    Box(name(frame.language), remark: "\(count)", isFocused: isFront)
      .draw(in: area, on: &frame.canvas, marks: frame.marks)
    frame.drawRest(below, in: area)
  }
}

/// A task in a lane, in three lines: light and title over two of them, then who and when.
struct BoardCard: Pane {
  var item: BoardItem
  /// What a click means: the lane, and the number in it.
  var group: Int
  var index: Int
  var isSelected: Bool
  var isMarked: Bool

  func draw(in card: Rect, on frame: inout Frame) {
    let ground: Ground = isSelected ? .selected : .none
    frame.begin(item, in: card, isSelected: isSelected, isMarked: isMarked)
    frame.hit(card, .item(pane: group, index: index))
    let x = card.x + frame.lightWidth + 2
    let width = card.maxX - x
    let title = Style(.plain, on: ground, bold: isSelected)
    frame.put(item.title[0], found: item.found, x: x, y: card.y, width: width, title)
    let rest = item.title.dropFirst().joined(separator: frame.language == .zh ? "" : " ")
    var y = card.y + 1
    if !rest.isEmpty {
      frame.put(rest, x: x, y: y, width: width, title)
      y += 1
    }
    guard y < card.maxY else { return }
    let room = width - frame.ruler.columns(of: item.due) - 1
    if room >= 6 {
      frame.put(item.departments, x: x, y: y, width: room, Style(.faint, on: ground))
    }
    frame.putRight(item.due, maxX: card.maxX, y: y, width: width, Style(item.dueRole, on: ground))
    guard y + 1 < card.maxY else { return }
    frame.put(
      item.hit ?? item.place, x: x, y: y + 1, width: width,
      Style(item.hit == nil ? .faint : .accent, on: ground))
  }
}

/// The head of a group in the list.
struct BoardHeading: Pane {
  var words: String

  func draw(in row: Rect, on frame: inout Frame) {
    let used = frame.put(
      words + " ", x: row.x + 1, y: row.y, width: row.columns - 2, Style(.title, bold: true))
    frame.canvas.fill(
      Rect(x: row.x + 1 + used, y: row.y, columns: row.columns - used - 2, rows: 1),
      with: frame.marks.horizontal, style: Style(.border))
  }
}

/// A task in the list.
struct BoardRow: Pane {
  var item: BoardItem
  var group: Int
  var index: Int
  var isSelected: Bool
  var isMarked: Bool
  /// Not where tasks are grouped by it.
  var showsStatus: Bool

  static func dueWidth(_ language: Language) -> Int { language == .zh ? 18 : 20 }

  func draw(in row: Rect, on frame: inout Frame) {
    let (language, isChinese) = (frame.language, frame.language == .zh)
    let ground: Ground = isSelected ? .selected : .none
    frame.begin(item, in: row, isSelected: isSelected, isMarked: isMarked)
    frame.hit(row, .item(pane: group, index: index))
    let statusWidth = showsStatus ? isChinese ? 6 : 11 : 0
    let dueWidth = Self.dueWidth(language)
    let sourceWidth = row.columns < 130 ? 0 : 34
    let departmentWidth =
      row.columns < 70 ? 0 : row.columns < 90 ? (isChinese ? 14 : 0) : row.columns / 4
    let x = row.x + frame.lightWidth + 2
    let titleWidth = row.columns - x - statusWidth - dueWidth - departmentWidth - sourceWidth - 5
    frame.put(
      item.title[0], found: item.found, x: x, y: row.y, width: titleWidth,
      Style(.plain, on: ground, bold: isSelected))
    frame.put(
      item.hit ?? item.departments, x: x + titleWidth + 1, y: row.y, width: departmentWidth,
      Style(item.hit == nil ? .faint : .accent, on: ground))
    frame.put(
      item.place, x: x + titleWidth + departmentWidth + 2, y: row.y, width: sourceWidth - 1,
      Style(.faint, on: ground))
    let right = row.maxX - 1
    if statusWidth > 0 {
      frame.put(
        Words.status(item.status)(language), x: right - dueWidth - statusWidth - 1, y: row.y,
        width: statusWidth, Style(item.status.role, on: ground))
    }
    frame.putRight(
      item.due, maxX: right, y: row.y, width: dueWidth, Style(item.dueRole, on: ground))
  }
}

/// Where nothing stands.
struct BoardGap: Pane {
  func draw(in area: Rect, on frame: inout Frame) {}
}

extension Frame {
  /// The ground of a task, its mark or the cursor, and its light.
  fileprivate mutating func begin(
    _ item: BoardItem, in area: Rect, isSelected: Bool, isMarked: Bool
  ) {
    let ground: Ground = isSelected ? .selected : .none
    canvas.fill(area, with: " ", style: Style(on: ground))
    let mark = isMarked ? String(marks.tick) : isSelected ? String(marks.pointer) : " "
    put(mark, x: area.x, y: area.y, Style(.accent, on: ground, bold: true))
    light(item.signal, x: area.x + 1, y: area.y)
  }
}
