import Cells
import Reform
import Widgets

/// Labelled lines about the thing under the cursor, to be read.
struct ExplanationBox: OverlayRoom {
  var hints: [OverlayHint] { [.scroll, .close] }
  var holdsNumbers: Bool { false }

  var lines: [Explained]
  /// The name of what it is about; nil where it says why.
  private let title: String?
  private var position: ReadingPosition

  /// Under a title it has no labels and the whole width for its lines.
  init(_ lines: [Explained], titled title: String? = nil, in context: Context) {
    (self.lines, self.title) = (lines, title)
    position = ReadingPosition(context: context)
  }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    position.press(key, most: lines.count * 3, model.keymap) ? [] : [.close]
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let language = model.language
    let width = min(80, model.size.columns - 4)
    let widest = lines.map { frame.ruler.columns(of: $0.label) }.max() ?? 0
    let least = language == .zh ? 10 : 14
    let labelWidth = title != nil ? 0 : min(max(least, widest + 2), max(least, width / 3))
    var shown: [(String, String, Role)] = []
    for line in lines {
      let indent = line.label.isEmpty && line.role == .title ? 0 : labelWidth
      for (index, text) in frame.ruler.wrap(line.text, to: width - indent - 4).enumerated() {
        shown.append((index == 0 ? line.label : "", text, line.role))
      }
    }
    let area = OverlayLayout.box(model, columns: width, rows: shown.count + 2)
    let inside = frame.drawBox(
      title ?? Phrase("为什么", "Why")(language), area,
      remark: Phrase("Esc 关闭", "Esc closes")(language))
    let start = min(position.offset, max(0, shown.count - inside.rows))
    for (row, line) in shown.dropFirst(start).prefix(inside.rows).enumerated() {
      frame.put(
        line.0, x: inside.x + 1, y: inside.y + row, width: labelWidth - 1,
        Style(.faint, on: .raised))
      let x = inside.x + 1 + (line.2 == .title ? 0 : labelWidth)
      frame.put(line.1, x: x, y: inside.y + row, Style(line.2, on: .raised, bold: line.2 == .title))
    }
    let below = shown.count - start - inside.rows
    if below > 0 {
      frame.putRight(
        " +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent, on: .raised))
    }
  }
}
