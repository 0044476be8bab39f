import Cells
import Reform
import Widgets

/// The list at the left: the parts of a place as a table, the sections of a group, or the group of a
/// county with a few lines on it.
struct PlacesList: Pane {
  struct Cell: Equatable {
    var words: String
    var role = Role.plain
    var isBold = false
  }

  /// The parts of a place; the first column is that of names.
  struct Table: Equatable {
    var heads: [Cell]
    var widths: [Int]
    var rows: [[Cell]]
  }

  /// A section with how it stands.
  struct Entry: Equatable {
    var words: String
    var remark: String
  }

  struct Note: Equatable {
    var words: String
    var role: Role
  }

  enum Content: Equatable {
    case nothing(String)
    case table(Table)
    case entries([Entry], notes: [Note])
  }

  var title: String
  var remark: String
  /// What stands on the lower edge.
  var base = ""
  var content: Content
  var isFocused = false
  var scroll = Scroll()

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    guard inside.rows > 0 else { return }
    switch content {
    case .nothing(let words):
      for (row, text) in frame.ruler.wrap(words, to: inside.columns - 2).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.warning))
      }
    case .table(let table):
      draw(table.heads, table.widths, in: inside.row(0), .none, on: &frame)
      let body = inside.dropping(rows: 1)
      let window = scroll.window(count: table.rows.count, height: body.rows)
      let below = table.rows.count - window.upperBound
      frame.base(base, beside: below, in: area)
      frame.drawRest(below, in: area)
      for (number, index) in window.enumerated() {
        let (row, ground) = (body.row(number), ground(index))
        frame.canvas.fill(row, with: " ", style: Style(on: ground))
        draw(table.rows[index], table.widths, in: row, ground, on: &frame)
        frame.hit(row, .item(pane: PlacesScreen.Pane.parts.rawValue, index: index))
      }
    case .entries(let entries, let notes):
      let below =
        draw(entries, in: inside, on: &frame)
        + draw(notes, in: inside.dropping(rows: 2), on: &frame)
      frame.drawRest(below, in: area)
    }
  }

  private func ground(_ index: Int) -> Background {
    index != scroll.selected ? .none : isFocused ? .selected : .shaded
  }

  private func draw(
    _ cells: [Cell], _ widths: [Int], in row: Rect, _ ground: Background, on frame: inout Frame
  ) {
    var x = row.x + 1
    for (number, (cell, width)) in zip(cells, widths).enumerated() {
      let style = Style(cell.role, on: ground, bold: cell.isBold)
      if number == 0 {
        frame.put(cell.words, x: x, y: row.y, width: width - 1, style)
      } else {
        frame.putRight(cell.words, maxX: x + width - 1, y: row.y, width: width - 1, style)
      }
      x += width
    }
  }

  /// Gives how many lie below.
  private func draw(_ entries: [Entry], in area: Rect, on frame: inout Frame) -> Int {
    let window = scroll.window(count: entries.count, height: area.rows)
    for (number, index) in window.enumerated() {
      let (row, ground, entry) = (area.row(number), ground(index), entries[index])
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let width = frame.ruler.columns(of: entry.remark)
      frame.put(
        entry.words, x: row.x + 1, y: row.y, width: row.columns - width - 3,
        Style(on: ground, bold: true))
      frame.putRight(
        entry.remark, maxX: row.maxX - 1, y: row.y, width: width, Style(.faint, on: ground))
      frame.hit(row, .item(pane: PlacesScreen.Pane.parts.rawValue, index: index))
    }
    return entries.count - window.upperBound
  }

  private func draw(_ notes: [Note], in area: Rect, on frame: inout Frame) -> Int {
    let wrapped = notes.flatMap { note in
      frame.ruler.wrap(note.words, to: max(4, area.columns - 2)).map { ($0, note.role) }
    }
    for (number, line) in wrapped.prefix(area.rows).enumerated() {
      frame.put(
        line.0, x: area.x + 1, y: area.y + number, width: area.columns - 2, Style(line.1))
    }
    return max(0, wrapped.count - max(0, area.rows))
  }
}

/// The way from the province down to what is looked at, and how many live there.
struct PlacesCrumbs: Pane {
  var names: [String]
  var people: String

  func draw(in row: Rect, on frame: inout Frame) {
    var x = row.x + 1
    for (index, words) in names.enumerated() {
      let isLast = index == names.count - 1
      let style = Style(isLast ? .title : .accent, bold: isLast)
      let used = frame.put(words, x: x, y: row.y, width: row.maxX - x - 1, style)
      frame.hit(
        Rect(x: x, y: row.y, columns: used, rows: 1),
        .item(pane: PlacesScreen.Pane.crumbs.rawValue, index: index))
      x += used
      if !isLast {
        x += frame.put(frame.symbols.isASCII ? " > " : " › ", x: x, y: row.y, Style(.faint))
      }
    }
    let width = frame.ruler.columns(of: people)
    guard x + width + 2 < row.maxX else { return }
    frame.putRight(people, maxX: row.maxX - 1, y: row.y, width: width, Style(.faint))
  }
}
