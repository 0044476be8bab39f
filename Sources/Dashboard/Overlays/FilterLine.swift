import Cells
import Reform
import Widgets

/// What the list in front is narrowed by, written in place of the hint line while the list follows.
struct FilterLine: OverlayRoom {
  /// What it was narrowed by before.
  let before: String
  var field: TextField

  init(_ before: String) { (self.before, field) = (before, TextField(before, limit: 60)) }

  var isInHintLine: Bool { true }
  var holdsNumbers: Bool { false }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    switch key {
    case .escape, .function(10): return [.close, .narrow(before, isWritten: false)]
    case .enter: return [.close, .narrow(field.text.trimmed, isWritten: true)]
    case .up, .down: return [.perform(key == .up ? .up : .down)]
    default: return field.press(key) ? [.narrow(field.text, isWritten: false)] : []
    }
  }

  mutating func write(_ text: String, in model: Model) -> [Request] {
    field.write(text)
    return [.narrow(field.text, isWritten: false)]
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let y = model.size.rows - 1
    let used = frame.put(" / ", x: 0, y: y, Style(.accent, on: .bar, bold: true))
    // What is not read yet is not found yet.
    let words =
      field.refused > 0
      ? " " + Words.Prompt.tooLong(field.limit, field.refused)(model.language)
      : model.reads.isReadingTexts ? Words.readingTexts(model.language) + " " : ""
    let room = model.size.columns - used - 1 - frame.ruler.columns(of: words)
    field.draw(
      in: Rect(x: used, y: y, columns: room, rows: 1), on: &frame.canvas, style: Style(on: .bar))
    frame.put(words, x: used + room, y: y, Style(.warning, on: .bar))
  }
}
