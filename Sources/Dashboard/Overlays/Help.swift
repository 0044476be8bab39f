import Cells
import Reform
import Widgets

/// The help sheet of the screen in front: its keys in four groups, and what the signs mean.
struct Help: OverlayRoom {
  var hints: [OverlayHint] { [.scroll, .close] }

  private let context: Context
  private var position: ReadingPosition

  init(of context: Context) {
    (self.context, position) = (context, ReadingPosition(context: context))
  }

  /// The columns of the sheet: keys and signs side by side, or one below the other.
  private func columns(_ model: Model) -> [[HelpLine]] {
    let keys = HelpText.keys(model.keymap, in: context, model.language)
    let legend = HelpText.legend(model.catalogue.rules, model.symbols)
    let room = model.size.columns - 4
    guard room >= 72 else { return [keys + legend] }
    guard room >= 116 else { return [keys, legend] }
    let middle = keys.indices.min {
      abs(($0 + 1) * 2 - keys.count) < abs(($1 + 1) * 2 - keys.count) && keys[$0] == .blank
        || keys[$0] == .blank && keys[$1] != .blank
    }
    let half = (middle ?? keys.count / 2) + 1
    return [Array(keys.prefix(half)), Array(keys.dropFirst(half)), legend]
  }

  private func most(_ model: Model) -> Int { columns(model).map(\.count).max() ?? 0 }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    position.press(key, most: most(model), model.keymap) ? [] : [.close]
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let (language, columns) = (model.language, columns(model))
    let rows = columns.map(\.count).max() ?? 0
    let area = OverlayLayout.box(
      model, columns: [46, 88, 132][min(2, columns.count - 1)], rows: rows + 3)
    let inside = frame.drawBox(
      "\(Words.program(language))\(model.symbols.dot)\(Phrase("帮助", "Help")(language))", area,
      remark: Phrase("Esc 关闭", "Esc closes")(language))
    let body = inside.prefix(rows: max(0, inside.rows - 1))
    let start = min(position.offset, max(0, rows - body.rows))
    let parts = body.splitColumns(columns.map { _ in .share(1) })
    for (lines, part) in zip(columns, parts) {
      for (row, line) in lines.dropFirst(start).prefix(part.rows).enumerated() {
        draw(line, in: part.row(row).inset(x: 1, y: 0), language, on: &frame)
      }
    }
    let note = Phrase(
      "输入法开着时也能用：方向键、Enter、Esc、F1–F10", "Without letters: arrows, Enter, Esc, F1–F10")
    frame.put(
      note(language), x: inside.x + 1, y: inside.maxY - 1, width: inside.columns - 2,
      Style(.faint, on: .raised))
    frame.drawRest(rows - start - body.rows, in: area, on: .raised)
  }

  private func draw(
    _ line: HelpLine, in row: Rect, _ language: Language, on frame: inout Frame
  ) {
    let first = min(16, row.columns * 2 / 5)
    let rest = Rect(x: row.x + first, y: row.y, columns: row.columns - first, rows: 1)
    switch line {
    case .blank: break
    case .heading(let words):
      frame.put(
        words(language), x: row.x, y: row.y, width: row.columns,
        Style(.title, on: .raised, bold: true))
    case .entry(let sign, let words, let role):
      frame.put(
        sign, x: row.x, y: row.y, width: first - 1, Style(role, on: .raised, bold: true))
      frame.put(
        words(language), x: rest.x, y: rest.y, width: rest.columns, Style(on: .raised))
    case .light(let signal, let words):
      frame.light(signal, x: row.x, y: row.y, on: .raised)
      let word = Words.signal(signal)(language)
      if language == .en {
        frame.put(word, x: row.x + 4, y: row.y, width: first - 5, Style(.faint, on: .raised))
      }
      let x = language == .zh ? row.x + 4 : rest.x
      frame.put(words(language), x: x, y: row.y, width: row.maxX - x, Style(on: .raised))
    }
  }
}
