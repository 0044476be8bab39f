import Cells
import Reform
import Widgets

/// A list whose rows are runs of text, some of them at the right.
struct RunList: Pane {
  struct Run: Equatable {
    var text: String
    var role: Role = .plain
    /// How many columns it takes; nil for as many as are left.
    var width: Int?
    var isBold = false

    init(_ text: String, _ role: Role = .plain, width: Int? = nil, isBold: Bool = false) {
      (self.text, self.role, self.width, self.isBold) = (text, role, width, isBold)
    }
  }

  struct Row: Equatable {
    var light: Signal?
    var runs: [Run]
    /// A heading is never selected.
    var isHead = false
  }

  var title: String
  /// Shown where it fits beside the tabs.
  var remark = ""
  var tabs: [String] = []
  var front = 0
  /// Lines above the rows, of what fits into no edge.
  var heads: [String] = []
  var isFocused: Bool
  var first: Int
  var selected: Int
  var rows: [Row]
  /// How many more lie below.
  var rest: Int
  /// What stands in place of rows.
  var notice = ""
  var pane: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let fits = Box.fits(remark, beside: tabs, in: area, frame.ruler)
    var inside = Box(title, remark: fits ? remark : "", isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    if !tabs.isEmpty {
      frame.drawTabs(tabs, front: front, x: area.x + 2, y: area.y, hits: MeetingScreen.tabsPane)
    }
    frame.drawRest(rest, in: area)
    for (line, text) in heads.prefix(inside.rows).enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + line, width: inside.columns - 2, Style(.faint))
    }
    let taken = min(heads.count, inside.rows)
    inside = inside.dropping(rows: taken)
    let words = notice.split(separator: "\n").flatMap {
      frame.ruler.wrap(String($0), to: max(2, inside.columns - 2))
    }
    for (line, text) in words.prefix(inside.rows).enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + line, Style(.faint))
    }
    for (line, row) in rows.prefix(inside.rows).enumerated() {
      let (place, index) = (inside.row(line), first + line)
      let ground: Background =
        index == selected && !row.isHead ? (isFocused ? .selected : .shaded) : .none
      frame.canvas.fill(place, with: " ", style: Style(on: ground))
      draw(row, in: place, ground, on: &frame)
      frame.hit(place, .item(pane: pane, index: index))
    }
  }

  private func draw(_ row: Row, in area: Rect, _ ground: Background, on frame: inout Frame) {
    var x = area.x + 1
    let hasLights = rows.contains { $0.light != nil }
    if let light = row.light { frame.light(light, x: x, y: area.y, on: ground) }
    if hasLights { x += frame.lightWidth + 1 }
    let fixed = row.runs.compactMap(\.width).reduce(0) { $0 + $1 + 1 }
    let left = max(0, area.maxX - 1 - x - fixed)
    for run in row.runs {
      let width = run.width ?? left
      frame.put(
        run.text, x: x, y: area.y, width: width, Style(run.role, on: ground, bold: run.isBold))
      x += width + 1
    }
  }
}

/// Labelled lines, as far as they show.
struct LabelledLines: Pane {
  struct Line: Equatable {
    var label: String
    var text: String
    var role: Role = .plain
    var isBold = false
  }

  var title: String
  var remark = ""
  var isFocused = false
  var labelWidth: Int
  var lines: [Line]
  var rest: Int
  var pane: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.hit(area, .item(pane: pane, index: 0))
    frame.drawRest(rest, in: area)
    for (row, line) in lines.prefix(inside.rows).enumerated() {
      let y = inside.y + row
      frame.put(line.label, x: inside.x + 1, y: y, width: labelWidth, Style(.faint))
      let x = inside.x + 1 + labelWidth
      frame.put(
        line.text, x: x, y: y, width: inside.maxX - x, Style(line.role, bold: line.isBold))
    }
  }

  /// The same with a line between what is labelled, where there is room for it: it is read from afar.
  static func spaced(_ lines: [Line], in height: Int) -> [Line] {
    let gaps = lines.indices.dropFirst().filter { !lines[$0].label.isEmpty }
    guard lines.count + gaps.count <= height else { return lines }
    return lines.enumerated().flatMap { index, line in
      index > 0 && !line.label.isEmpty ? [Line(label: "", text: ""), line] : [line]
    }
  }

  /// Facts as lines of a width: a label stands at the first line of its text.
  static func wrapped(
    _ facts: [Line], to width: Int, labelWidth: Int, _ ruler: Ruler
  ) -> [Line] {
    facts.flatMap { fact in
      ruler.wrap(fact.text, to: max(2, width - labelWidth - 2)).enumerated().map { index, text in
        Line(
          label: index == 0 ? fact.label : "", text: text, role: fact.role, isBold: fact.isBold)
      }
    }
  }
}
