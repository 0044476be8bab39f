import Cells
import Reform

/// Where keys go: a screen, or a part of one in which they mean something else.
///
/// Each room names its own beside its keys.
public struct Context: Hashable, Sendable, CustomStringConvertible {
  public let name: String

  init(_ name: String) { self.name = name }

  public var description: String { name }
}

/// A screen with a number, which is the same everywhere.
public struct Tab: Hashable, Sendable {
  public let number: Int
  let words: Phrase
  /// What shows it, and the name of that in the configuration file.
  let command: Command

  init(_ number: Int, _ command: Command, _ words: Phrase) {
    (self.number, self.command, self.words) = (number, command, words)
  }

  /// The key, as the tab shows it, and what the key table says of it.
  var binding: Binding {
    let key = Key.character(Character("\(number)"))
    return Binding(command, [key], words.zh, words.en.lowercased())
  }

  public static func == (one: Tab, other: Tab) -> Bool { one.number == other.number }
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
