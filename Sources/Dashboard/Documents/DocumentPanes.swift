import Cells
import Reform
import Widgets

/// The documents and those that wait for review, with what the selected one is.
struct DocumentList: Pane {
  struct Entry: Equatable {
    var name: String
    /// What the document is known by; it is never cut for the day's sake.
    var number = ""
    var day = ""
    var right: String
    var role: Role
  }

  var count: Int
  /// The number of the first one that shows.
  var first: Int
  var selected: Int
  var isFocused: Bool
  var entries: [Entry]
  /// The columns of the widest word at the right, so that the days stand below each other.
  var rightWidth: Int
  /// How many rows they have.
  var rows: Int
  /// The title of the selected one, then what else is known of it.
  var about: [String]
  /// What is said where there are none.
  var nothing: Phrase

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(
      Words.Documents.title(frame.language), remark: "\(count)", isFocused: isFocused
    ).draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.drawRest(count - first - entries.count, in: area)
    for line in entries.indices { draw(line, in: inside.row(line), on: &frame) }
    if count == 0 {
      let words = frame.ruler.wrap(nothing(frame.language), to: inside.columns - 2)
      for (line, text) in words.prefix(inside.rows).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + line, Style(.faint))
      }
    }
    drawAbout(in: inside.dropping(rows: rows + 1), on: &frame)
  }

  private func draw(_ line: Int, in row: Rect, on frame: inout Frame) {
    let index = first + line
    let ground: Background = index == selected ? (isFocused ? .selected : .shaded) : .none
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    draw(entries[line], in: row, ground, on: &frame)
    frame.hit(row, .item(pane: DocumentsScreen.Pane.documents.rawValue, index: index))
  }

  /// Where the cursor alone has moved, the two rows that it left and came to, and what is known of the
  /// document.
  func amend(_ last: DocumentList, in area: Rect, on frame: inout Frame) -> Bool {
    var moved = last
    (moved.selected, moved.about) = (selected, about)
    guard moved == self else { return false }
    let inside = area.inset(by: 1)
    for line in entries.indices where [selected, last.selected].contains(first + line) {
      draw(line, in: inside.row(line), on: &frame)
    }
    let below = inside.dropping(rows: rows + 1)
    frame.canvas.fill(below, with: " ", style: .plain)
    drawAbout(in: below, on: &frame)
    return true
  }

  private func draw(
    _ entry: Entry, in row: Rect, _ ground: Background, on frame: inout Frame
  ) {
    func columns(_ text: String) -> Int { frame.ruler.columns(of: text) }
    let number = entry.number.isEmpty ? 0 : columns(entry.number) + 2
    let countWidth = max(2, rightWidth)
    let room = row.columns - 3 - countWidth
    let hasDay = columns(entry.name) + number + columns(entry.day) + 2 <= room
    let end = row.maxX - 1 - countWidth - (hasDay ? columns(entry.day) + 2 : 1)
    let name = min(columns(entry.name), max(12, end - row.x - 1 - number))
    frame.put(entry.name, x: row.x + 1, y: row.y, width: name, Style(on: ground, bold: true))
    frame.put(
      entry.number, x: row.x + 3 + name, y: row.y, width: max(0, end - row.x - 3 - name),
      Style(on: ground, bold: true))
    if hasDay {
      frame.putRight(
        entry.day, maxX: row.maxX - 3 - countWidth, y: row.y, width: columns(entry.day),
        Style(.faint, on: ground))
    }
    frame.putRight(
      entry.right, maxX: row.maxX - 1, y: row.y, width: countWidth,
      Style(entry.role, on: ground, bold: entry.role == .warning))
  }

  private func drawAbout(in area: Rect, on frame: inout Frame) {
    guard area.rows > 1, let title = about.first else { return }
    let lines = frame.ruler.wrap(title, to: area.columns - 2) + about.dropFirst()
    for (line, text) in lines.prefix(area.rows).enumerated() {
      frame.put(
        text, x: area.x + 1, y: area.y + line, width: area.columns - 2,
        Style(line == 0 ? .plain : .faint))
    }
  }
}

/// What is shown of a document: the rows that the window holds.
struct DocumentRows: Pane {
  /// Title, status and light of a task, up to the right edge.
  struct Tail: Equatable {
    var title: String
    var right = ""
    var light: Signal?
    var isChanged = false
  }

  enum Line: Equatable {
    case nothing
    case theme(String)
    case task(place: String, Tail)
    case draft(mark: String, Role, path: String, String)
    case achievement(place: String, String, printed: String, isResult: Bool)
    case step(depth: Int, year: String, isThis: Bool, place: String, Tail)
    case difference(String, String)
  }

  var title: String
  /// What can be looked at instead, and which of it shows; none while a review waits.
  var tabs: [String]
  var front: Int
  var remark: String
  var isFocused: Bool
  /// Whether the selected row has the ground of one that is looked at elsewhere.
  var isShaded: Bool
  /// What stands in place of rows.
  var notice: String
  var first: Int
  var selected: Int
  var rows: [Line]
  /// How many more lie below.
  var rest: Int
  var widestPath: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let fits = Box.fits(remark, beside: tabs, in: area, frame.ruler)
    let inside = Box(title, remark: fits ? remark : "", isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.drawTabs(tabs, front: front, x: area.x + 2, y: area.y, hits: DocumentsScreen.tabsPane)
    frame.drawRest(rest, in: area)
    if !notice.isEmpty {
      frame.put(
        notice, x: inside.x + 1, y: inside.y, width: inside.columns - 2, Style(.faint))
    }
    for line in rows.prefix(inside.rows).indices { draw(line, in: inside.row(line), on: &frame) }
  }

  private func draw(_ line: Int, in row: Rect, on frame: inout Frame) {
    let index = first + line
    let ground: Background =
      index == selected ? (isFocused ? .selected : isShaded ? .shaded : .none) : .none
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    draw(rows[line], in: row, ground, on: &frame)
    frame.hit(row, .item(pane: DocumentsScreen.Pane.clauses.rawValue, index: index))
  }

  /// Where the cursor alone has moved, the two rows that it left and came to.
  func amend(_ last: DocumentRows, in area: Rect, on frame: inout Frame) -> Bool {
    var moved = last
    moved.selected = selected
    guard moved == self else { return false }
    let inside = area.inset(by: 1)
    for line in rows.prefix(inside.rows).indices
    where [selected, last.selected].contains(first + line) {
      draw(line, in: inside.row(line), on: &frame)
    }
    return true
  }

  private func draw(_ line: Line, in area: Rect, _ ground: Background, on frame: inout Frame) {
    let (x, y) = (area.x + 1, area.y)
    switch line {
    case .nothing: break
    case .theme(let name):
      frame.put(name, x: x, y: y, width: area.columns - 2, Style(.title, on: ground, bold: true))
    case .task(let place, let tail):
      frame.put(place, x: x, y: y, width: 14, Style(.accent, on: ground))
      draw(tail, from: area.x + 16, in: area, ground, on: &frame)
    case .draft(let mark, let role, let path, let title):
      frame.put(mark, x: x, y: y, Style(role, on: ground, bold: true))
      let width = min(widestPath, area.columns / 4)
      frame.put(path, x: area.x + 3, y: y, width: width, Style(.accent, on: ground))
      frame.put(
        title, x: area.x + 4 + width, y: y, width: area.columns - 5 - width, Style(on: ground))
    case .achievement(let place, let what, let printed, let isResult):
      let width = frame.ruler.columns(of: printed)
      frame.put(place, x: x, y: y, width: 10, Style(.accent, on: ground))
      frame.put(
        what, x: area.x + 12, y: y, width: area.columns - 14 - width, Style(on: ground))
      frame.putRight(
        printed, maxX: area.maxX - 1, y: y, width: width,
        Style(isResult ? .plain : .faint, on: ground, bold: true))
    case .step(let depth, let year, let isThis, let place, let tail):
      var x = area.x + 2 + min(depth, 5) * 2
      if depth > 0 { frame.put(frame.symbols.arrow, x: x - 2, y: y, Style(.faint, on: ground)) }
      x += frame.put(year, x: x, y: y, Style(.accent, on: ground, bold: isThis)) + 1
      x += frame.put(place, x: x, y: y, width: 14, Style(.faint, on: ground)) + 1
      draw(tail, from: x, in: area, ground, on: &frame)
    case .difference(let task, let words):
      let width = min(frame.ruler.columns(of: words), area.columns * 3 / 5)
      frame.put(task, x: x, y: y, width: area.columns - width - 3, Style(on: ground))
      frame.put(words, x: area.maxX - width - 1, y: y, width: width, Style(.warning, on: ground))
    }
  }

  private func draw(
    _ tail: Tail, from x: Int, in area: Rect, _ ground: Background, on frame: inout Frame
  ) {
    if let light = tail.light { frame.light(light, x: area.maxX - 4, y: area.y, on: ground) }
    let width = frame.ruler.columns(of: tail.right)
    frame.put(
      tail.title, x: x, y: area.y, width: area.maxX - x - width - 7, Style(on: ground))
    frame.putRight(
      tail.right, maxX: area.maxX - 5, y: area.y, width: width,
      Style(tail.isChanged ? .warning : .faint, on: ground))
  }
}

/// The text of the selected row, as far as it shows.
struct DocumentText: Pane {
  struct Line: Equatable {
    var text: String
    var role: Role
  }

  var title: String
  var isFocused: Bool
  var lines: [Line]
  /// How many lie below.
  var below: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.drawRest(below, in: area)
    frame.hit(area, .item(pane: DocumentsScreen.Pane.text.rawValue, index: 0))
    for (row, line) in lines.prefix(inside.rows).enumerated() {
      frame.put(
        line.text, x: inside.x + 1, y: inside.y + row, width: inside.columns - 2, Style(line.role))
    }
  }
}
