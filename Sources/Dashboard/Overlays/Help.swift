import Cells
import Reform
import Widgets

/// The help sheet of the screen in front: its keys in four groups, and what the signs mean.
struct Help: OverlayRoom {
  var hints: [OverlayHint] { [.scroll, .close] }
  var holdsNumbers: Bool { false }

  private let context: Context
  private var position: ReadingPosition

  init(of context: Context) {
    (self.context, position) = (context, ReadingPosition(context: context))
  }

  /// The columns of the sheet: keys and signs side by side, or one below the other.
  private func columns(_ model: Model) -> [[HelpLine]] {
    let keys = HelpText.keys(model.keymap, in: context, model.language, model.symbols)
    let legend = HelpText.legend(model.catalogue.rules, model.symbols)
    let room = model.size.columns - 4
    guard room >= 72 else { return [keys + legend] }
    guard room >= 92 else { return [keys, legend] }
    let blanks = keys.indices.filter { keys[$0] == .blank }
    let half = blanks.min { abs($0 * 2 - keys.count) < abs($1 * 2 - keys.count) } ?? 0
    return [Array(keys[..<half]), Array(keys[half...].dropFirst()), legend]
  }

  private func most(_ model: Model) -> Int { columns(model).map(\.count).max() ?? 0 }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    position.press(key, most: most(model), model.keymap) ? [] : [.close]
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let (language, columns) = (model.language, columns(model))
    let rows = columns.map(\.count).max() ?? 0
    let area = OverlayLayout.box(
      model, columns: [46, 88, 126][min(2, columns.count - 1)], rows: rows + 2)
    let inside = frame.drawBox(
      "\(Words.program(language))\(model.symbols.dot)\(Phrase("帮助", "Help")(language))", area,
      remark: Phrase("Esc 关闭", "Esc closes")(language))
    let body = inside
    let start = min(position.offset, max(0, rows - body.rows))
    let shares = columns.count == 3 ? [31, 31, 33] : columns.map { _ in 1 }
    let parts = body.splitColumns(shares.map { .share($0) })
    for (lines, part) in zip(columns, parts) {
      for (row, line) in lines.dropFirst(start).prefix(part.rows).enumerated() {
        draw(line, in: part.row(row).inset(x: 1, y: 0), language, on: &frame)
      }
    }
    let note = Phrase(
      "输入法开着时也能用：方向键、Enter、Esc、F1–F10", "Without letters: arrows, Enter, Esc, F1–F10")
    frame.put(
      " \(note(language)) ", x: area.x + 2, y: area.maxY - 1, width: area.columns - 12,
      Style(.faint, on: .raised))
    frame.drawRest(rows - start - body.rows, in: area, on: .raised)
  }

  private func draw(
    _ line: HelpLine, in row: Rect, _ language: Language, on frame: inout Frame
  ) {
    func put(_ text: String, from left: Int, to right: Int, _ style: Style) {
      let end = min(right, row.columns)
      frame.put(text, x: row.x + left, y: row.y, width: end - left, style)
    }
    switch line {
    case .blank: break
    case .heading(let words):
      put(words(language), from: 0, to: row.columns, Style(.title, on: .raised, bold: true))
    case .keys(let keys, let words):
      let first = min(14, row.columns * 3 / 5)
      put(keys, from: 0, to: first - 1, Style(.accent, on: .raised, bold: true))
      put(words(language), from: first, to: row.columns, Style(on: .raised))
    case .sign(let sign, let words, let role):
      put(sign, from: 0, to: 7, Style(role, on: .raised, bold: true))
      put(words(language), from: 7, to: row.columns, Style(on: .raised))
    case .light(let signal, let words):
      frame.light(signal, x: row.x, y: row.y, on: .raised)
      put(words(language), from: 4, to: row.columns, Style(on: .raised))
    }
  }
}
