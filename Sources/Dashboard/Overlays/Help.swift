import Cells
import Reform
import Widgets

/// The help sheet of the screen in front, from the key table.
struct Help: OverlayRoom {
  var hints: [OverlayHint] { [.scroll, .close] }

  private let context: Context
  private var position: ReadingPosition

  init(of context: Context) {
    (self.context, position) = (context, ReadingPosition(context: context))
  }

  private func lines(_ model: Model) -> [(keys: String, words: String)] {
    let language = model.language
    return model.keymap.help(in: context).map { binding in
      (binding.keys.map { $0.name(in: language) }.joined(separator: "  "), binding.words(language))
    }
  }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    position.press(key, most: lines(model).count, model.keymap) ? [] : [.close]
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let (language, lines) = (model.language, lines(model))
    let area = OverlayLayout.box(
      model, columns: language == .zh ? 64 : 76, rows: (lines.count + 1) / 2 + 4)
    let inside = frame.drawBox(
      "\(Words.program(language))\(model.symbols.dot)\(Phrase("按键", "Keys")(language))", area,
      remark: Phrase("Esc 关闭", "Esc closes")(language))
    let isDouble = inside.columns >= 60
    let half = isDouble ? (lines.count + 1) / 2 : lines.count
    let width = isDouble ? inside.columns / 2 : inside.columns
    let most = max(0, half - inside.rows + 1)
    let start = min(position.offset, most)
    for row in 0..<max(0, inside.rows - 1) {
      for column in 0..<(isDouble ? 2 : 1) {
        let index = column * half + row + start
        guard row + start < half, lines.indices.contains(index) else { continue }
        let x = inside.x + 1 + column * width
        frame.put(
          lines[index].keys, x: x, y: inside.y + row, width: width / 2 - 1,
          Style(.accent, on: .raised, bold: true))
        frame.put(
          lines[index].words, x: x + width / 2, y: inside.y + row, width: width / 2 - 2,
          Style(on: .raised))
      }
    }
    let note = Phrase(
      "输入法开着时也能用：方向键、Enter、Esc、F1–F10", "Without letters: arrows, Enter, Esc, F1–F10")
    frame.put(
      note(language), x: inside.x + 1, y: inside.maxY - 1, width: inside.columns - 2,
      Style(.faint, on: .raised))
  }
}
