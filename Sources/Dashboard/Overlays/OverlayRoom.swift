import Cells
import Reform
import Widgets

/// What stands in front of the screen and takes keys first: a list, a question, a form.
///
/// Like a screen it reads the model, keeps its own state and answers with requests.
protocol OverlayRoom: Equatable, Sendable {
  mutating func press(_ key: Key, in model: Model) -> [Request]
  /// Takes text that was pasted.
  mutating func write(_ text: String, in model: Model) -> [Request]
  /// A click on one of its items.
  mutating func click(_ index: Int, in model: Model) -> [Request]
  /// Says what the world refused; false where that is no answer of this room.
  mutating func complain(_ fault: Fault, in model: Model) -> Bool
  func draw(_ model: Model, on frame: inout Frame)
  /// Whether it is drawn in place of the hint line, and nothing of it lies over the screen.
  var isInHintLine: Bool { get }
  /// Whether it may enter on the ground of numbers of entries that it has seen: it is closed when
  /// those come to mean others.
  var holdsNumbers: Bool { get }
  /// What the hint line says while it is in front: a key, and what it does.
  var hints: [OverlayHint] { get }
}

/// A key that an overlay takes, for the hint line.
struct OverlayHint: Equatable, Sendable {
  var key: Key
  /// A second key that goes the other way.
  var other: Key?
  var words: Phrase

  init(_ key: Key, _ zh: String, _ en: String) { (self.key, words) = (key, Phrase(zh, en)) }

  /// Of words that begin with the name of the key.
  init(_ key: Key, _ words: Phrase) {
    func rest(_ text: String) -> String { String(text.drop { $0 != " " }.dropFirst()) }
    self.init(key, rest(words.zh), rest(words.en))
  }

  static let enter = OverlayHint(.enter, "确定", "go")
  static let cancel = OverlayHint(.escape, "取消", "cancel")
  static let close = OverlayHint(.escape, "关闭", "close")
  static let choose = moving("选择", "choose")
  static let scroll = moving("滚动", "scroll")

  private static func moving(_ zh: String, _ en: String) -> OverlayHint {
    var hint = OverlayHint(.up, zh, en)
    hint.other = .down
    return hint
  }
}

extension OverlayRoom {
  mutating func write(_ text: String, in model: Model) -> [Request] { [] }
  mutating func click(_ index: Int, in model: Model) -> [Request] { [] }
  mutating func complain(_ fault: Fault, in model: Model) -> Bool { false }
  var isInHintLine: Bool { false }
  var holdsNumbers: Bool { true }
  var hints: [OverlayHint] { [.enter, .cancel] }

  func isSame(as other: any OverlayRoom) -> Bool { (other as? Self) == self }
}

/// How large overlays are.
enum OverlayLayout {
  static func box(_ model: Model, columns: Int, rows: Int) -> Rect {
    let width = min(columns, model.size.columns - 4)
    let height = min(rows, model.size.rows - 2)
    return Rect(
      x: (model.size.columns - width) / 2, y: max(0, (model.size.rows - height) / 2),
      columns: width, rows: height)
  }
}

extension Frame {
  mutating func drawBox(_ title: String, _ area: Rect, remark: String = "") -> Rect {
    hit(area, .overlay)
    return Box(title, remark: remark, isFocused: true, ground: .raised)
      .draw(in: area, on: &canvas, symbols: symbols)
  }
}

/// A text in front of the screen that is read, scrolled and left.
struct ReadingPosition: Equatable, Sendable {
  /// Where its keys mean something.
  let context: Context
  var offset = 0

  /// Scrolls by a key; false where the key closes the text.
  mutating func press(_ key: Key, most: Int, _ keymap: Keymap) -> Bool {
    switch keymap.command(for: key, in: context) {
    case .up: offset = max(0, offset - 1)
    case .down: offset = min(max(0, most - 1), offset + 1)
    case .pageUp: offset = max(0, offset - 10)
    case .pageDown: offset = min(max(0, most - 1), offset + 10)
    case .top: offset = 0
    default: return false
    }
    return true
  }
}
