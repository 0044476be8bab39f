import Cells
import Reform

/// What a room asks of the app: whatever it cannot do within its own walls.
enum Request: Sendable {
  case effect(Effect)
  /// Have something read.
  case read(Read)
  case say(Toast)
  /// Stand a room in front of the screen.
  case ask(any OverlayRoom)
  /// Take away what stands in front.
  case close
  /// Open a task over the screen, with the line of a place under its cursor.
  case open(ReformTask.ID, at: Division.Code? = nil)
  /// Carry out a command as if its key had been pressed.
  case perform(Command)
  /// Tell the room in front.
  case tell(any Message)
  /// Go to a screen, and tell it what it is opened at.
  case go(Tab, any Message)
  /// The same, and come back from there with Esc.
  case visit(Tab, any Message)
  /// Look at a place on all screens, and tell them.
  case look(at: Division.Code)
  /// Go to a day or to a place, the other as it is.
  case view(on: Day? = nil, at: Division.Code? = nil)
  /// Enter what is entered from now on for a day before today; nil for today again.
  case enter(since: Day?)
  /// Narrow the list in front while it is written, or for good.
  case narrow(String, isWritten: Bool)
  /// Figures in the ledger are not those that are shown any more.
  case figuresChanged
  /// Have pinyin ready for what is looked for.
  case findByPinyin

  static func say(_ words: Phrase, _ language: Language, _ tone: Toast.Tone = .plain) -> Request {
    .say(Toast(words(language), tone))
  }
}

/// Something that a room is told: what was answered to its question, or where it is opened.
///
/// Each room declares its own beside its keys, so that nobody else need know them.
protocol Message: Equatable, Sendable {}
