import Cells
import Reform
import Widgets

/// A screen: what it remembers, what commands mean on it, what it shows and gives out.
///
/// It reads the model and answers with requests; it touches neither the app nor another screen.
/// To add one: a folder with a type that conforms, and a line in `Rooms`.
protocol Screen: Equatable, Sendable {
  /// Where it is found; nil for what is opened over another screen.
  static var tab: Tab? { get }
  /// Where its keys mean something.
  static var contexts: [Context] { get }
  /// Its keys, beside those of everywhere.
  static var bindings: [Binding] { get }

  /// Which of its contexts is in front.
  func context(in model: Model) -> Context
  /// Carries out a command; nil where it means the same here as everywhere.
  mutating func perform(_ command: Command, in model: Model) -> [Request]?
  /// Takes what it is told: an answer to its question, what it was asked to open, or what the world
  /// has answered.
  mutating func receive(_ message: any Message, in model: Model) -> [Request]
  /// Makes what is shown, brings what is selected into the window; called once whenever anything has
  /// changed.
  mutating func refresh(in model: Model)
  /// Puts the cursor where a click was; false where it was there already.
  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool
  /// What it shows; asked after each frame, so that no frame waits for it. What the model has is not
  /// read again.
  func needs(in model: Model) -> [Read]
  /// Draws what `refresh` made; it computes nothing.
  func draw(_ model: Model, on frame: inout Frame)

  /// What its list is narrowed by; nil where it has no list to narrow.
  var narrowed: String? { get }
  mutating func narrow(by text: String, in model: Model)
  /// What follows when the line that narrows it is done.
  mutating func takeFilter(_ text: String, in model: Model) -> [Request]
  /// Its commands that have nothing to act on as it is shown, and are not hinted at.
  var idle: Set<Command> { get }
  /// Changes whenever all of the screen is made anew, so that nothing of the last frame stays.
  var arrangement: Int { get }
  /// What it shows, as rows of a table that goes out.
  func exported(_ model: Model) -> [[String]]
  /// The papers on the same matter, the likest first.
  func papers(_ model: Model) -> [OfficePaper]
  /// Which place that is about.
  func exportedPlace(_ model: Model) -> String
}

extension Screen {
  func context(in model: Model) -> Context { Self.contexts[0] }
  mutating func receive(_ message: any Message, in model: Model) -> [Request] { [] }
  func needs(in model: Model) -> [Read] { [] }
  var narrowed: String? { nil }
  mutating func narrow(by text: String, in model: Model) {}
  var idle: Set<Command> { [] }
  var arrangement: Int { 0 }
  func exportedPlace(_ model: Model) -> String { model.name(of: model.scope) }
  func papers(_ model: Model) -> [OfficePaper] { [] }
  mutating func takeFilter(_ text: String, in model: Model) -> [Request] {
    narrow(by: text, in: model)
    return []
  }

  func isSame(as other: any Screen) -> Bool { (other as? Self) == self }
}
