import Cells
import Reform
import Widgets

/// The hint line, made from the key table.
struct HintPane: Pane {
  private var keymap: Keymap
  private var context: Context

  init(_ keymap: Keymap, _ context: Context) { (self.keymap, self.context) = (keymap, context) }

  /// One program has one key table.
  static func == (one: HintPane, other: HintPane) -> Bool { one.context == other.context }

  func draw(in bar: Rect, on frame: inout Frame) {
    frame.canvas.fill(bar, with: " ", style: Style(on: .bar))
    let (y, language) = (bar.y, frame.language)
    var x = 1
    for binding in keymap.hints(in: context) {
      let key = binding.keys[0].name(in: language)
      let width =
        frame.ruler.columns(of: key) + frame.ruler.columns(of: binding.words(language)) + 1
      guard x + width < bar.maxX else { continue }
      let start = x
      x += frame.put(key, x: x, y: y, Style(.accent, on: .bar, bold: true)) + 1
      x += frame.put(binding.words(language), x: x, y: y, Style(.plain, on: .bar))
      frame.hit(Rect(x: start, y: y, columns: width, rows: 1), .command(binding.command))
      x += 2
    }
  }
}

/// A line that passes, in place of the hints.
struct ToastPane: Pane {
  var toast: Toast

  func draw(in bar: Rect, on frame: inout Frame) {
    frame.canvas.fill(bar, with: " ", style: Style(on: .bar))
    let role: Role = toast.tone == .good ? .good : toast.tone == .bad ? .bad : .accent
    frame.put(
      toast.text, x: 1, y: bar.y, width: bar.columns - 2, Style(role, on: .bar, bold: true))
  }
}

extension Key {
  /// The key's name as the language calls it.
  func name(in language: Language) -> String {
    guard language == .zh else { return name }
    switch self {
    case .character(" "): return "空格"
    case .up: return "↑"
    case .down: return "↓"
    case .left: return "←"
    case .right: return "→"
    default: return name
    }
  }
}
