import Cells
import Reform
import Widgets

/// The hint line: the keys of a place, made from the key table, or those of what stands in front.
///
/// Help, commands and the way out stand at its end, whatever else must give way.
struct HintPane: Pane {
  private struct Hint: Equatable {
    var key: String
    var words: String
    var command: Command?
  }

  private var hints: [Hint]
  private var last: [Hint]
  /// That a past day is looked at, and the way back.
  private var band: String

  init(
    _ keymap: Keymap, _ context: Context, _ language: Language, without idle: Set<Command> = [],
    band: String = ""
  ) {
    self.band = band
    let lasting: [Command] = [.help, .palette, .quit]
    func hint(_ binding: Binding) -> Hint? {
      binding.keys.first.map {
        Hint(key: $0.name(in: language), words: binding.words(language), command: binding.command)
      }
    }
    hints = keymap.hints(in: context).filter { binding in
      !lasting.contains(binding.command) && !idle.contains(binding.command)
        && (band.isEmpty || HelpText.Group(binding.command) != .enter)
    }
    .compactMap(hint)
    last = lasting.compactMap(keymap.binding).filter { $0.places.contains(context) }
      .compactMap(hint)
  }

  init(_ overlay: [OverlayHint], _ language: Language) {
    hints = overlay.map { hint in
      let keys = [hint.key, hint.other].compactMap { $0?.name(in: language) }
      return Hint(
        key: keys.joined(separator: language == .zh ? "" : "/"), words: hint.words(language))
    }
    (last, band) = ([], "")
  }

  func draw(in bar: Rect, on frame: inout Frame) {
    frame.canvas.fill(bar, with: " ", style: Style(on: .bar))
    let end = bar.maxX - last.reduce(0) { $0 + width($1, frame) + 2 }
    var x = 1
    if !band.isEmpty {
      x += frame.put(" \(band) ", x: 0, y: bar.y, Style(.plain, on: .warning, bold: true)) + 1
    }
    for hint in hints where x + width(hint, frame) < end { draw(hint, at: &x, in: bar, on: &frame) }
    for hint in last where x + width(hint, frame) < bar.maxX {
      draw(hint, at: &x, in: bar, on: &frame)
    }
  }

  private func width(_ hint: Hint, _ frame: Frame) -> Int {
    frame.ruler.columns(of: hint.key) + frame.ruler.columns(of: hint.words) + 1
  }

  private func draw(_ hint: Hint, at x: inout Int, in bar: Rect, on frame: inout Frame) {
    let start = x
    x += frame.put(hint.key, x: x, y: bar.y, Style(.accent, on: .bar, bold: true)) + 1
    x += frame.put(hint.words, x: x, y: bar.y, Style(.plain, on: .bar))
    if let command = hint.command {
      frame.hit(Rect(x: start, y: bar.y, columns: x - start, rows: 1), .command(command))
    }
    x += 2
  }
}

/// A line that passes, in place of the hints; what was not done is said whole, on several lines.
struct ToastPane: Pane {
  var toast: Toast

  /// How many rows it takes.
  func rows(in size: Size, _ ruler: Ruler) -> Int {
    guard toast.tone != .good else { return 1 }
    return min(ruler.wrap(toast.text, to: size.columns - 2).count, max(1, size.rows / 2))
  }

  func draw(in bar: Rect, on frame: inout Frame) {
    frame.canvas.fill(bar, with: " ", style: Style(on: .bar))
    let role: Role = toast.tone == .good ? .good : toast.tone == .bad ? .bad : .accent
    let lines = bar.rows > 1 ? frame.ruler.wrap(toast.text, to: bar.columns - 2) : [toast.text]
    for (line, text) in lines.prefix(bar.rows).enumerated() {
      frame.put(
        text, x: 1, y: bar.y + line, width: bar.columns - 2, Style(role, on: .bar, bold: true))
    }
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
