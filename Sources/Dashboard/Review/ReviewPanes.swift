import Cells
import Reform
import Widgets

/// The document under review and its drafts: the rows that the window holds.
struct ReviewList: Pane {
  struct Draft: Equatable {
    var mark: String
    var role: Role
    var path: String
    var title: String
    var word: String
    var isFaint: Bool
  }

  enum Line: Equatable {
    case document(mark: String, Role, name: String)
    case draft(Draft)
  }

  var title: String
  var remark: String
  var isFocused: Bool
  var first: Int
  var selected: Int
  var rows: [Line]
  /// How many lie below.
  var below: Int
  var widestPath: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.drawRest(below, in: area)
    for (line, words) in rows.prefix(inside.rows).enumerated() {
      let (row, index) = (inside.row(line), first + line)
      let ground: Background = index == selected ? (isFocused ? .selected : .shaded) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      switch words {
      case .document(let mark, let role, let name):
        frame.put(mark, x: row.x + 1, y: row.y, Style(role, on: ground, bold: true))
        frame.put(
          name, x: row.x + 3, y: row.y, width: row.columns - 4,
          Style(.title, on: ground, bold: true))
      case .draft(let draft): draw(draft, in: row, ground, on: &frame)
      }
      frame.hit(row, .item(pane: ReviewScreen.Pane.list.rawValue, index: index))
    }
  }

  private func draw(_ draft: Draft, in row: Rect, _ ground: Background, on frame: inout Frame) {
    frame.put(draft.mark, x: row.x + 1, y: row.y, Style(draft.role, on: ground, bold: true))
    let pathWidth = min(widestPath, row.columns / 4)
    frame.put(draft.path, x: row.x + 3, y: row.y, width: pathWidth, Style(.accent, on: ground))
    let width = frame.ruler.columns(of: draft.word)
    let x = row.x + 4 + pathWidth
    frame.put(
      draft.title, x: x, y: row.y, width: row.maxX - x - width - 2,
      Style(draft.isFaint ? .faint : .plain, on: ground))
    frame.putRight(
      draft.word, maxX: row.maxX - 1, y: row.y, width: width, Style(draft.role, on: ground))
  }
}

/// What a draft sets, or what is known of the document.
struct ReviewFieldsPane: Pane {
  var title: String
  var isFocused: Bool
  var lines: [ReviewFields.Line]
  /// How many lie below.
  var below: Int
  /// The field under the cursor; nil while that is in the list.
  var selected: Int?

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.drawRest(below, in: area)
    let labels = ReviewFields.labelWidth(frame.language)
    for (number, line) in lines.prefix(inside.rows).enumerated() {
      let row = inside.row(number)
      // A doubt has no field, and is never under the cursor.
      let isSelected = selected != nil && line.field == selected
      let ground: Background = isSelected ? (isFocused ? .selected : .shaded) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      frame.put(line.label, x: row.x + 1, y: row.y, width: labels, Style(.faint, on: ground))
      frame.put(
        line.text, x: row.x + 1 + labels, y: row.y, width: row.columns - labels - 1,
        Style(line.role, on: ground))
      if let field = line.field {
        frame.hit(row, .item(pane: ReviewScreen.Pane.fields.rawValue, index: field))
      }
    }
  }
}

/// The clause of a draft, with the words that it was read from; of the document what to do.
struct ReviewText: Pane {
  var isFocused: Bool
  /// Nil where the cursor is on the document.
  var text: ClauseText?
  var first = 0
  var ranges: [Range<Int>] = []
  /// The words of the field under the cursor.
  var chosen: [Range<Int>] = []

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Task.text(frame.language), isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.hit(area, .item(pane: ReviewScreen.Pane.text.rawValue, index: 0))
    guard let text else {
      let help = frame.ruler.wrap(Words.Review.help(frame.language), to: inside.columns - 2)
      for (line, words) in help.prefix(inside.rows).enumerated() {
        frame.put(words, x: inside.x + 1, y: inside.y + line, Style(.faint))
      }
      return
    }
    frame.drawRest(text.lines.count - first - inside.rows, in: area)
    for (row, line) in text.lines.dropFirst(first).prefix(inside.rows).enumerated() {
      let (x, y) = (inside.x + 1, inside.y + row)
      frame.put(line.text, x: x, y: y, width: inside.columns - 2)
      frame.mark(ranges, in: line, of: text, x: x, y: y, Style(.accent, underlined: true))
      frame.mark(
        chosen, in: line, of: text, x: x, y: y, Style(.match, bold: true, underlined: true))
    }
  }
}

extension Frame {
  /// Sets off the parts of a line that lie in some ranges of the clause.
  fileprivate mutating func mark(
    _ ranges: [Range<Int>], in line: ClauseText.Line, of text: ClauseText, x: Int, y: Int,
    _ style: Style
  ) {
    for range in ranges {
      guard let columns = text.columns(of: range, in: line, ruler) else { continue }
      canvas.restyle(
        Rect(x: x + columns.lowerBound, y: y, columns: columns.count, rows: 1)
      ) { _ in style }
    }
  }
}
