import Cells
import Reform

/// Which key means what where: the table, as a person may have changed it.
public struct Keymap: Equatable, Sendable {
  public private(set) var bindings: [Binding] {
    didSet { hints = Self.hints(of: bindings) }
  }
  private var hints: [Context: [Binding]]

  init(bindings: [Binding]) {
    self.bindings = bindings
    hints = Self.hints(of: bindings)
  }

  /// What a key means in a place; while something is searched, `n` is the next match.
  public func command(for key: Key, in place: Context, isSearching: Bool = false) -> Command? {
    let key = key.halfWidth
    let found = bindings.filter { $0.keys.contains(key) && $0.places.contains(place) }
    guard found.count > 1 else {
      return found.first.flatMap { isSearching || !$0.command.isSearch ? $0.command : nil }
    }
    return found.first { $0.command.isSearch == isSearching }?.command ?? found.first?.command
  }

  public func binding(of command: Command) -> Binding? {
    bindings.first { $0.command == command }
  }

  /// The same with other keys for some commands, wherever they mean something.
  ///
  /// Where such a key means something else already, the standard keys stay; where it does so at the
  /// first place of the command, `clashes` tells.
  public func binding(_ keys: [Command: [Key]]) -> Keymap {
    var map = self
    for (command, wanted) in keys.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let own = bindings.indices.filter { bindings[$0].command == command }
      let free = own.filter { index in
        !bindings.contains { other in
          other.command != command && other.command.isSearch == command.isSearch
            && !other.places.isDisjoint(with: bindings[index].places)
            && (keys[other.command] ?? other.keys).contains(where: wanted.contains)
        }
      }
      for index in Set(free + own.prefix(1)) { map.bindings[index].keys = wanted }
    }
    return map
  }

  /// Keys that mean two things in one place; a sound table has none.
  public func clashes() -> [(key: Key, first: Command, second: Command)] {
    var found: [(Key, Command, Command)] = []
    for (index, one) in bindings.enumerated() {
      for other in bindings[(index + 1)...]
      where one.command != other.command && one.command.isSearch == other.command.isSearch
        && !one.places.isDisjoint(with: other.places)
      {
        for key in one.keys where other.keys.contains(key) {
          found.append((key, one.command, other.command))
        }
      }
    }
    return found
  }

  /// What the hint line of a place shows, most useful first.
  public func hints(in place: Context) -> [Binding] { hints[place] ?? [] }

  private static func hints(of bindings: [Binding]) -> [Context: [Binding]] {
    var hints: [Context: [Binding]] = [:]
    for place in bindings.reduce(into: Set<Context>(), { $0.formUnion($1.places) }) {
      hints[place] = bindings.filter {
        $0.hint != nil && $0.places.contains(place) && !$0.keys.isEmpty
      }
      .sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
    }
    return hints
  }

  /// All that can be done in a place, in the order of the table.
  public func help(in place: Context) -> [Binding] {
    bindings.filter { $0.places.contains(place) }
  }
}

extension Command {
  /// Whether the command goes through what a search found.
  var isSearch: Bool { self == .nextMatch || self == .previousMatch }
}

extension Key {
  /// A full-width character as the key that it stands for (`：` as `:`).
  var halfWidth: Key {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first
    else { return self }
    if (0xFF01...0xFF5E).contains(scalar.value),
      let half = Unicode.Scalar(scalar.value - 0xFEE0)
    {
      return .character(Character(half))
    }
    switch character {
    case "　": return .character(" ")
    case "、": return .character("/")
    case "【": return .character("[")
    case "】": return .character("]")
    default: return self
    }
  }

  /// The key as it is called on screen and in the configuration file.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .controlPageUp: "Ctrl-PgUp"
    case .controlPageDown: "Ctrl-PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    }
  }

  private static let named: [Key] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .controlPageUp, .controlPageDown,
    .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .character(" "),
  ]

  /// The key of a name as `name` writes it, whatever its case; nil for no key.
  public init?(name: String) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if let key = Key.named.first(where: { $0.name.lowercased() == lower }) {
      self = key
    } else if lower.hasPrefix("ctrl-"), lower.count == 6, let last = lower.last {
      self = .control(last)
    } else if lower.hasPrefix("alt-"), lower.count == 5, let last = name.last {
      self = .alt(last)
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
