import Cells
import Reform
import Widgets

/// The names of all groups with how much each holds, the one in front set off; where they do not
/// all fit, those around it.
struct BoardStrip: Pane {
  struct Group: Equatable {
    var name: Phrase
    var count: Int
    /// The task of it that a click chooses.
    var index: Int
  }

  var groups: [Group]
  var front: Int

  func draw(in row: Rect, on frame: inout Frame) {
    let words = groups.enumerated().map { index, group in
      (index == front ? String(frame.symbols.pointer) : " ")
        + "\(group.name(frame.language)) \(group.count) "
    }
    let widths = words.map { frame.ruler.columns(of: $0) + 1 }
    let shown = Self.window(widths, front, in: row.columns - 4)
    var x = row.x
    x += frame.put(shown.lowerBound > 0 ? "<" : " ", x: x, y: row.y, Style(.accent))
    for index in shown {
      let isFront = index == front
      let style =
        isFront
        ? Style(.title, on: .selected, bold: true)
        : Style(groups[index].count == 0 ? .faint : .plain)
      let width = frame.put(words[index], x: x, y: row.y, width: row.maxX - x - 1, style)
      if groups[index].count > 0 {
        frame.hit(
          Rect(x: x, y: row.y, columns: width, rows: 1),
          .item(pane: index, index: groups[index].index))
      }
      x += width
      if index + 1 < shown.upperBound {
        x += frame.put(String(frame.symbols.vertical), x: x, y: row.y, Style(.border))
      }
    }
    let behind = groups.count - shown.upperBound
    if behind > 0 { frame.put(" +\(behind) >", x: x, y: row.y, Style(.accent)) }
  }

  /// The groups around the one in front that fit a width.
  private static func window(_ widths: [Int], _ front: Int, in room: Int) -> Range<Int> {
    guard widths.indices.contains(front) else { return 0..<0 }
    guard widths.reduce(0, +) > room + 3 else { return widths.indices }
    var (first, last, used) = (front, front + 1, widths[front])
    while true {
      let before = used
      if last < widths.count, used + widths[last] <= room - 4 {
        used += widths[last]
        last += 1
      }
      if first > 0, used + widths[first - 1] <= room - 4 {
        first -= 1
        used += widths[first]
      }
      if used == before { return first..<last }
    }
  }
}

/// The columns of the table: light, task, unit, how much is done, and when it is due.
struct BoardColumns: Equatable, Sendable {
  var unit = 0
  var status = 0
  var done = 0
  var due = 0
  var source = 0

  /// As wide as the longest of some items needs, as far as the window goes.
  init(_ items: [BoardItem], width: Int, showsStatus: Bool, showsUnit: Bool, _ model: Model) {
    let (ruler, language) = (model.ruler, model.language)
    func widest(_ words: Phrase, _ text: (BoardItem) -> String) -> Int {
      let longest = items.map { ruler.columns(of: text($0)) }.max() ?? 0
      return longest == 0 ? 0 : max(longest, ruler.columns(of: words(language)))
    }
    done = widest(Words.Board.done) { $0.done }
    due = widest(Words.Board.due) { $0.due }
    if showsStatus { status = language == .zh ? 6 : 11 }
    if width >= 70, showsUnit {
      let most = width / (language == .zh ? 5 : 4)
      unit = min(most, widest(Words.Board.unit) { $0.hit ?? $0.units(in: most, ruler) })
    }
    if width >= 140 { source = min(34, widest(Words.Board.source) { $0.place }) }
  }

  /// What is left for the title, two columns between each two.
  func title(in width: Int, _ language: Language) -> Int {
    let others = [unit, status, done, due, source].filter { $0 > 0 }
    return width - Signal.width(language) - 3 - others.reduce(0) { $0 + $1 + 2 }
  }
}

/// The headings of the table.
struct BoardHeadings: Pane {
  var columns: BoardColumns
  /// Which of the tasks show, where not all do.
  var shown: String

  func draw(in row: Rect, on frame: inout Frame) {
    let language = frame.language
    let style = Style(.faint, underlined: true)
    frame.canvas.fill(row, with: " ", style: style)
    var x = row.x + 2 + frame.lightWidth
    let title = columns.title(in: row.columns, language)
    let used = frame.put(Words.Board.task(language), x: x, y: row.y, width: title, style)
    frame.put(
      shown, x: x + used + 2, y: row.y, width: title - used - 2, Style(.accent, underlined: true))
    x += title + 2
    for (words, width, isRight) in [
      (Words.Board.unit, columns.unit, false), (Words.Board.source, columns.source, false),
      (Words.Board.status, columns.status, false), (Words.Board.done, columns.done, true),
      (Words.Board.due, columns.due, true),
    ] where width > 0 {
      if isRight {
        frame.putRight(words(language), maxX: x + width, y: row.y, width: width, style)
      } else {
        frame.put(words(language), x: x, y: row.y, width: width, style)
      }
      x += width + 2
    }
  }
}

/// A task in the table.
struct BoardRow: Pane {
  var item: BoardItem
  var columns: BoardColumns
  var group: Int
  var index: Int
  var isSelected: Bool
  var isMarked: Bool

  func draw(in row: Rect, on frame: inout Frame) {
    let ground = frame.begin(item, in: row, isSelected: isSelected, isMarked: isMarked)
    frame.hit(row, .item(pane: group, index: index))
    var x = row.x + 2 + frame.lightWidth
    let title = columns.title(in: row.columns, frame.language)
    frame.put(
      item.title[0], found: item.found, x: x, y: row.y, width: title,
      Style(.plain, on: ground, bold: isSelected))
    x += title + 2
    let cells: [(String, Int, Role, isRight: Bool)] = [
      (
        item.hit ?? item.units(in: columns.unit, frame.ruler), columns.unit,
        item.hit == nil ? .faint : .accent, false
      ),
      (item.place, columns.source, .faint, false),
      (Words.status(item.status)(frame.language), columns.status, item.status.role, false),
      (item.done, columns.done, item.dueRole, true),
      (item.due, columns.due, item.dueRole, true),
    ]
    for (text, width, role, isRight) in cells where width > 0 {
      if isRight {
        frame.putRight(text, maxX: x + width, y: row.y, width: width, Style(role, on: ground))
      } else {
        frame.put(text, x: x, y: row.y, width: width, Style(role, on: ground))
      }
      x += width + 2
    }
  }
}

/// What the task under the cursor asks, beside the board.
struct BoardPreview: Pane {
  var title: String
  var id: ReformTask.ID
  var lines: [TaskFacts.Line]

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: "").draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let labelWidth = TaskFacts.labelWidth(frame.language)
    for (row, line) in lines.prefix(inside.rows).enumerated() {
      let place = inside.row(row)
      frame.put(line.label, x: place.x + 1, y: place.y, width: labelWidth, Style(.faint))
      frame.put(
        line.text, x: place.x + 1 + labelWidth, y: place.y,
        width: place.columns - labelWidth - 1, Style(line.role == .accent ? .plain : line.role))
    }
    frame.drawRest(lines.count - inside.rows, in: area)
  }
}
