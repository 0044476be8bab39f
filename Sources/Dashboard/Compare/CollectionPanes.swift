import Cells
import Reform
import Widgets

/// The board of what was sent: place, state, how many, when, how late, lock, form of tasks, remark.
struct CollectionTable: Pane {
  struct Row: Equatable {
    var name: String
    var state: String
    /// What the state lies on; nil in the row of the whole.
    var light: Background?
    var count: String
    var day: String
    var lateness: String
    var isLate: Bool
    var lock: String
    /// Where the form of tasks of the month stands.
    var tasks: String
    var tasksLight: Background?
    var remark: String
  }

  var title: String
  var remark: String
  /// The head of the column of forms of tasks, which names their month.
  var tasks: Phrase
  var rows: [Row]
  var scroll: Scroll

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: true)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let widest = rows.map { frame.ruler.columns(of: $0.name) }.max() ?? 4
    let isChinese = frame.language == .zh
    let parts = Rect(x: inside.x + 1, y: 0, columns: inside.columns - 2, rows: 1).splitColumns([
      .fixed(min(widest, inside.columns / 4) + 1), .fixed(isChinese ? 8 : 10), .fixed(6),
      .fixed(11), .fixed(isChinese ? 8 : 10), .fixed(isChinese ? 5 : 11),
      .fixed(isChinese ? 9 : 11), .share(1),
    ])
    drawHeads(in: inside.row(0), parts, on: &frame)
    let body = inside.dropping(rows: 1)
    let window = scroll.window(count: rows.count, height: body.rows)
    for (line, index) in window.enumerated() {
      draw(index, in: body.row(line), parts, on: &frame)
    }
    let below = rows.count - window.upperBound
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: inside.maxX - 1, y: inside.maxY, width: 8, Style(.accent))
    }
  }

  private func drawHeads(in row: Rect, _ parts: [Rect], on frame: inout Frame) {
    let words = [
      Words.Compare.place, Words.Compare.state, Words.Compare.count, Words.Compare.sentOn,
      Words.Compare.due, Words.Compare.locked, tasks, Words.Compare.remark,
    ]
    for (part, head) in zip(parts, words) {
      frame.put(
        head(frame.language), x: part.x, y: row.y, width: part.columns - 1, Style(.faint))
    }
  }

  private func draw(_ index: Int, in area: Rect, _ parts: [Rect], on frame: inout Frame) {
    let (row, isWhole) = (rows[index], index == 0)
    let ground: Background = index == scroll.selected ? .selected : .none
    frame.canvas.fill(area, with: " ", style: Style(on: ground))
    let plain = Style(isWhole ? .title : .plain, on: ground, bold: isWhole)
    let cells: [(String, Style)] = [
      (row.name, plain), (row.state, row.light.map { Style(on: $0, bold: true) } ?? plain),
      (row.count, plain), (row.day, plain),
      (row.lateness, Style(row.isLate ? .warning : .plain, on: ground)), (row.lock, plain),
      (row.tasks, row.tasksLight.map { Style(on: $0, bold: true) } ?? plain),
      (row.remark, Style(.faint, on: ground)),
    ]
    for (part, cell) in zip(parts, cells) {
      frame.put(cell.0, x: part.x, y: area.y, width: part.columns - 1, cell.1)
    }
    frame.hit(area, .item(pane: 0, index: index))
  }
}

/// The board before it has come.
struct CollectionLoading: Pane {
  var title: String
  var remark: String

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: true)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.put(
      Words.Compare.loading(frame.language), x: inside.x + 1, y: inside.y,
      width: inside.columns - 2, Style(.accent))
  }
}

/// What is lacking by department.
struct CollectionDepartments: Pane {
  struct Part: Equatable {
    var name: String
    var places: [String]
  }

  var title: String
  var remark: String
  var isFocused: Bool
  var parts: [Part]

  func draw(in box: Rect, on frame: inout Frame) {
    let area = Box(title, remark: remark, isFocused: isFocused)
      .draw(in: box, on: &frame.canvas, symbols: frame.symbols)
    var y = area.y
    if parts.isEmpty {
      let lines = frame.ruler.wrap(
        Words.Compare.noDepartments(frame.language), to: max(2, area.columns - 2))
      for (row, text) in lines.prefix(area.rows).enumerated() {
        frame.put(text, x: area.x + 1, y: y + row, Style(.faint))
      }
    }
    for (number, part) in parts.enumerated() {
      let places = part.places
      let words =
        places.isEmpty
        ? Words.Compare.nothingLacking(frame.language) : places.joined(separator: " ")
      let lines = frame.ruler.wrap(words, to: max(2, area.columns - 3))
      // What does not stand whole is counted with those below.
      guard y + lines.count < area.maxY || number == 0 else {
        return frame.drawRest(parts.count - number, in: box)
      }
      frame.put(part.name, x: area.x + 1, y: y, width: area.columns - 8, Style(.title))
      frame.putRight("\(places.count)", maxX: area.maxX - 1, y: y, width: 6, Style(.faint))
      for (row, text) in lines.enumerated() where y + 1 + row < area.maxY {
        frame.put(text, x: area.x + 2, y: y + 1 + row, Style(places.isEmpty ? .good : .warning))
      }
      y += 1 + lines.count
    }
  }
}

/// What was sent back, locked and opened again, the last first.
struct CollectionActs: Pane {
  struct Line: Equatable {
    var text: String
    var isBack: Bool
  }

  var lines: [Line]
  /// What is said where there are none.
  var nothing: Phrase

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Compare.acts(frame.language), remark: "\(lines.count)")
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.drawRest(lines.count - inside.rows, in: area)
    if lines.isEmpty {
      frame.put(
        nothing(frame.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
    }
    for (row, line) in lines.prefix(inside.rows).enumerated() {
      frame.put(
        line.text, x: inside.x + 1, y: inside.y + row, width: inside.columns - 2,
        Style(line.isBack ? .warning : .plain))
    }
  }
}
