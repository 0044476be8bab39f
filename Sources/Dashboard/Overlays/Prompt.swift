import Cells
import Reform
import Widgets

/// A question whose answer is a line of text: each room declares its own.
protocol Asking: Equatable, Sendable {
  /// What follows from the answer; a sentence where it cannot be understood.
  func answer(_ text: String, in model: Model) throws(Fault) -> [Request]
  /// What stands above the line.
  func label(_ language: Language) -> String
  /// What Enter does.
  var hint: Phrase { get }
  /// Whether it stays until the answer is known to be good.
  var isKept: Bool { get }
}

extension Asking {
  func label(_ language: Language) -> String { "" }
  var hint: Phrase { Words.Prompt.enterKey }
  var isKept: Bool { false }

  fileprivate func isSame(as other: any Asking) -> Bool { (other as? Self) == self }
}

/// A question with a line to write the answer on.
struct Prompt: OverlayRoom {
  var hints: [OverlayHint] {
    // What the question itself says of Enter.
    [OverlayHint(.enter, asking.hint), .cancel]
  }

  var asking: any Asking
  var title: String
  var lines: [String] = []
  var field: TextField
  var complaint: String?

  init(
    _ asking: some Asking, _ title: String, lines: [String] = [], field: TextField = TextField()
  ) {
    (self.asking, self.title, self.lines, self.field) = (asking, title, lines, field)
  }

  static func == (one: Prompt, other: Prompt) -> Bool {
    one.asking.isSame(as: other.asking) && one.title == other.title && one.lines == other.lines
      && one.field == other.field && one.complaint == other.complaint
  }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    switch key {
    case .escape, .function(10): return [.close]
    case .enter:
      do throws(Fault) {
        let requests = try asking.answer(field.text.trimmed, in: model)
        return asking.isKept ? requests : [.close] + requests
      } catch {
        _ = complain(error, in: model)
      }
    default: if field.press(key) { look(model) }
    }
    return []
  }

  mutating func write(_ text: String, in model: Model) -> [Request] {
    field.write(text)
    look(model)
    return []
  }

  /// Says at once what did not fit.
  private mutating func look(_ model: Model) {
    let (limit, refused) = (field.limit, field.refused)
    complaint = refused > 0 ? Words.Prompt.tooLong(limit, refused)(model.language) : nil
  }

  mutating func complain(_ fault: Fault, in model: Model) -> Bool {
    complaint = fault.message(model.language)
    return true
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let (language, ruler) = (model.language, frame.ruler)
    let width = min(76, model.size.columns - 4)
    // A title for which the edge has no room stands in the box; what is wrong is said whole.
    let isLong = ruler.columns(of: title) > width - 6
    let lines = ((isLong ? [title] : []) + self.lines).flatMap { ruler.wrap($0, to: width - 4) }
    let keys = asking.hint(language) + "   " + Words.Prompt.escape(language)
    let foot = ruler.wrap(complaint ?? keys, to: width - 4).prefix(max(1, model.size.rows - 7))
    let area = OverlayLayout.box(model, columns: width, rows: lines.count + foot.count + 5)
    let inside = frame.drawBox(isLong ? "" : title, area)
    var shown = Array(lines.prefix(max(0, inside.rows - 3 - foot.count)))
    if shown.count < lines.count, !shown.isEmpty {
      shown[shown.count - 1] = "… +\(lines.count - shown.count + 1)"
    }
    for (line, text) in shown.enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + line, Style(on: .raised))
    }
    let y = inside.y + shown.count
    frame.put(asking.label(language), x: inside.x + 1, y: y, Style(.faint, on: .raised))
    field.draw(
      in: Rect(x: inside.x + 1, y: y + 1, columns: inside.columns - 2, rows: 1),
      on: &frame.canvas, style: Style(on: .field))
    for (line, text) in foot.enumerated() {
      frame.put(
        text, x: inside.x + 1, y: inside.maxY - foot.count + line,
        Style(complaint == nil ? .accent : .bad, on: .raised))
    }
  }
}

/// The day that everything is looked at as of.
struct AskBackdate: Asking {
  static func prompt(_ model: Model) -> Prompt {
    // Nothing stands there: Enter alone is today again.
    Prompt(
      AskBackdate(), BackdateWords.title(model.language),
      lines: model.backdate.map { [BackdateWords.now($0)(model.language)] } ?? [],
      field: TextField(limit: 10))
  }

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    guard !text.isEmpty else {
      return [.enter(since: nil), .say(BackdateWords.ended, model.language)]
    }
    guard let day = Day(text) else { throw Fault(Words.Prompt.badDay) }
    try BookDays.held(day)
    guard day < model.today else { throw Fault(BackdateWords.notPast) }
    return [.enter(since: day), .say(BackdateWords.begun(day), model.language)]
  }

  var hint: Phrase { BackdateWords.hint }
}

/// Asks which day is looked at.
struct AskDay: Asking {
  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    guard !text.isEmpty else { return [.view(on: model.today)] }
    guard let day = Day(text) else { throw Fault(Words.Prompt.badDay) }
    try BookDays.held(day)
    guard day <= model.today else { throw Fault(Words.Prompt.futureDay) }
    return [.view(on: day)]
  }

  var hint: Phrase { Words.Prompt.enterLooks }
}
