import Cells
import Reform
import Widgets

/// A screen: what it remembers, what commands mean on it, what it shows and gives out.
///
/// It reads the model and answers with requests; it touches neither the app nor another screen.
/// To add one: a folder with a type that conforms, and a line in `Rooms`.
protocol Screen: Equatable, Sendable {
  /// Where its keys mean something.
  static var context: Context { get }

  init()

  /// Carries out a command; nil where it means the same here as everywhere.
  mutating func perform(_ command: Command, in model: Model) -> [Request]?
  /// Brings what is selected into the window, and what is reckoned up to what is chosen.
  mutating func settle(in model: Model)
  /// Puts the cursor where a click was; false where it was there already.
  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool
  func draw(_ model: Model, on frame: inout Frame)

  /// What its list is narrowed by; nil where it has no list to narrow.
  var narrowed: String? { get }
  mutating func narrow(by text: String, in model: Model)
  /// What it shows, as rows of a table that goes out.
  func rows(_ model: Model) -> [[String]]
}

extension Screen {
  var narrowed: String? { nil }
  mutating func narrow(by text: String, in model: Model) {}

  fileprivate func isSame(as other: any Screen) -> Bool { (other as? Self) == self }
}

/// What a screen asks of the app: whatever it cannot do within its own room.
enum Request: Equatable, Sendable {
  case effect(Effect)
  case say(Toast)
  case ask(Overlay)
  /// Open a task over the screen.
  case open(ReformTask.ID)
}

/// The screens, each in its room.
struct Rooms: Equatable, Sendable {
  /// A new screen is a line here.
  private var all: [any Screen] = [IndicatorsScreen()]

  private func index(of context: Context) -> Int? {
    all.firstIndex { type(of: $0).context == context }
  }

  subscript<Room: Screen>(room: Room.Type) -> Room {
    get { all.lazy.compactMap { $0 as? Room }.first ?? Room() }
    set {
      if let index = index(of: Room.context) { all[index] = newValue }
    }
  }

  subscript(context: Context) -> (any Screen)? { index(of: context).map { all[$0] } }

  mutating func perform(
    _ command: Command, at context: Context, in model: Model
  ) -> [Request]? {
    index(of: context).flatMap { all[$0].perform(command, in: model) }
  }

  mutating func settle(_ context: Context, in model: Model) {
    if let index = index(of: context) { all[index].settle(in: model) }
  }

  mutating func click(_ context: Context, _ pane: Int, _ item: Int, in model: Model) -> Bool {
    index(of: context).map { all[$0].click(pane, item, in: model) } ?? true
  }

  mutating func narrow(_ context: Context, by text: String, in model: Model) {
    if let index = index(of: context) { all[index].narrow(by: text, in: model) }
  }

  static func == (one: Rooms, other: Rooms) -> Bool {
    zip(one.all, other.all).allSatisfy { $0.isSame(as: $1) }
  }
}

extension AppState {
  /// Does what a screen asked for.
  mutating func carryOut(_ requests: [Request]) -> [Effect] {
    settle()
    var effects: [Effect] = []
    for request in requests {
      switch request {
      case .effect(let effect): effects.append(effect)
      case .say(let toast): self.toast = toast
      case .ask(let overlay): self.overlay = overlay
      case .open(let task): effects += open(task)
      }
    }
    return effects
  }
}
