import Cells
import Reform
import Widgets

/// Asks once more before something is done.
struct Question: OverlayRoom {
  var title: String
  var lines: [String]
  var effect: Effect
  /// Whether it takes the width of the window, as a table does.
  var isWide = false
  /// What its keys do.
  var keys = Words.Review.confirm
  private var position: ReadingPosition

  init(
    title: String, lines: [String], effect: Effect, isWide: Bool = false, in context: Context
  ) {
    (self.title, self.lines, self.effect, self.isWide) = (title, lines, effect, isWide)
    position = ReadingPosition(context: context)
  }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    switch key {
    case .enter: return [.close, .effect(effect)]
    case .escape, .function(10), "q": return [.close]
    default:
      _ = position.press(key, most: lines.count * 3, model.keymap)
      position.offset = min(position.offset, mostOffset(model))
      return []
    }
  }

  private func width(_ model: Model) -> Int {
    isWide ? model.size.columns - 4 : min(70, model.size.columns - 4)
  }

  /// How far it can be scrolled: until its last lines show.
  private func mostOffset(_ model: Model) -> Int {
    let width = width(model)
    let count = lines.reduce(0) { $0 + model.ruler.wrap($1, to: width - 4).count }
    // The frame, a line without words, the keys; then how many are below, and what is asked.
    let room = OverlayLayout.box(model, columns: width, rows: count + 4).rows - 4
    return count > room ? max(0, count - 1 - max(0, room - 2)) : 0
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let width = width(model)
    let lines = self.lines.flatMap { frame.ruler.wrap($0, to: width - 4) }
    let area = OverlayLayout.box(model, columns: width, rows: lines.count + 4)
    let inside = frame.drawBox(title, area)
    // What does not fit is counted; the last line, which says what is asked, always stands.
    let room = max(0, inside.rows - 2)
    var shown = Array(lines.prefix(room))
    if lines.count > room, room > 1, let last = lines.last {
      let above = lines.dropLast().dropFirst(position.offset).prefix(room - 2)
      let below = lines.count - 1 - position.offset - above.count
      shown = above + ["… +\(below)", last]
    }
    for (line, text) in shown.enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + line, Style(on: .raised))
    }
    frame.put(
      keys(model.language), x: inside.x + 1, y: inside.maxY - 1,
      width: inside.columns - 2, Style(.accent, on: .raised))
  }
}

extension Question {
  /// Asks about a day of the books that lies after that of the clock.
  init(doubting day: Day, clock: Day, _ language: Language) {
    self.init(
      title: Words.Prompt.ahead(language), lines: [Words.Prompt.aheadHelp(day, clock)(language)],
      effect: .meanDay, in: .overview)
  }
}

/// Says that somebody else was quicker, and asks whether to enter over it.
struct MovedNotice: OverlayRoom {
  var entries: [Entry]
  /// What was held up.
  var retry: Effect

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    switch key {
    case .enter: [.close, .effect(retry.over(entries))]
    case .escape, .function(10), "q": [.close]
    default: []
    }
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let language = model.language
    let area = OverlayLayout.box(model, columns: 76, rows: min(entries.count, 6) + 6)
    let inside = frame.drawBox(Words.Prompt.moved(language), area)
    let help = frame.ruler.wrap(Words.Prompt.movedHelp(language), to: inside.columns - 2)
    for (line, text) in help.enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + line, Style(on: .raised))
    }
    let shown = entries.count > 6 ? 5 : entries.count
    if shown < entries.count {
      frame.put(
        "… +\(entries.count - shown)", x: inside.x + 2, y: inside.y + help.count + shown,
        Style(.warning, on: .raised))
    }
    for (line, entry) in entries.prefix(shown).enumerated() {
      let words = [
        entry.day.description, entry.whence(language), model.short(of: entry.line.place),
        entry.status.map { Words.status($0)(language) } ?? "",
        entry.due.map { "\(Words.Task.due(language)) \($0)" } ?? "", entry.note ?? "",
      ].filter { !$0.isEmpty }
      frame.put(
        words.joined(separator: " "), x: inside.x + 2, y: inside.y + help.count + line,
        width: inside.columns - 3, Style(.warning, on: .raised))
    }
    frame.put(
      Words.Prompt.movedKeys(language), x: inside.x + 1, y: inside.maxY - 1,
      width: inside.columns - 2, Style(.accent, on: .raised))
  }
}
