import Dashboard
import Files
import Foundation
import Reform

/// What was last looked at (上次看到哪里): the chosen language, and of each ledger screen and place.
///
/// It is kept beside no ledger, and whatever of it cannot be read is as if it was never there.
public struct LastSeen: Equatable, Sendable {
  /// Where a ledger was left.
  public struct View: Equatable, Sendable {
    public var ledger: String
    /// The number of the screen, from 1.
    public var tab: Int
    public var place: Division.Code

    public init(_ ledger: String, tab: Int, place: Division.Code) {
      (self.ledger, self.tab, self.place) = (ledger, tab, place)
    }
  }

  /// The language that was chosen, in place of one that was set; once another is set, that holds.
  public struct Choice: Equatable, Sendable {
    public var language: Language
    public var over: Language
  }

  public private(set) var choice: Choice?
  /// The last one first.
  public private(set) var views: [View] = []
  /// So many ledgers are remembered.
  private static let most = 50
  private static let limit = 1 << 16

  /// What a file of earlier says.
  public init(path: String) {
    guard let bytes = UserFile.contents(of: path, limit: Self.limit), bytes.count <= Self.limit,
      let text = String(validating: bytes, as: UTF8.self)
    else { return }
    for line in text.split(separator: "\n").prefix(Self.most + 1) { read(line) }
  }

  private mutating func read(_ line: Substring) {
    let words = line.split(separator: " ", maxSplits: 3).map(String.init)
    switch words.first {
    case "language" where words.count == 3:
      guard let language = Language(rawValue: words[1]), let over = Language(rawValue: words[2])
      else { return }
      choice = Choice(language: language, over: over)
    case "ledger" where words.count == 4:
      guard let tab = Int(words[1]) else { return }
      views.append(View(words[3], tab: tab, place: words[2]))
    default: return
    }
  }

  /// The language to begin with, where another one is set.
  public func language(over set: Language) -> Language {
    choice.flatMap { $0.over == set ? $0.language : nil } ?? set
  }

  /// Where a ledger was left; nil where it was not looked at yet.
  public func view(of ledger: String) -> View? { views.first { $0.ledger == ledger } }

  /// Remembers where a ledger was left; a path that has a line break in it is not remembered.
  public mutating func leave(_ view: View) {
    views.removeAll { $0.ledger == view.ledger }
    guard !view.ledger.contains(where: \.isNewline) else { return }
    views.insert(view, at: 0)
  }

  /// Remembers the language that was chosen in place of the one that is set.
  public mutating func choose(_ language: Language, over set: Language) {
    choice = language == set ? nil : Choice(language: language, over: set)
  }

  /// Writes it; where that cannot be done nothing is remembered, and nobody is bothered with it.
  public func write(to path: String) {
    let lines =
      (choice.map { ["language \($0.language.rawValue) \($0.over.rawValue)"] } ?? [])
      + views.prefix(Self.most).map { "ledger \($0.tab) \($0.place) \($0.ledger)" }
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard (try? UserFile.write(lines.map { $0 + "\n" }.joined().utf8, to: path)) != nil else {
      return
    }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
