import Cells
import Dashboard
import Foundation
import Reform

/// A story in `Tests/Walks`: keys, and the screens they lead to.
///
///     size 80x24 lang zh ledger small
///     A line or two on what happens.
///
///     > 2 j Enter            keys, and the screen after them
///     >> g s                 keys whose screen is not kept
///     * restart              something that happens outside
///
/// The other things that happen: `* file NAME`, which lays a document of ours into the folder,
/// `* resize 40x10`, `* tick`, when nothing did for a second, and
/// `* 李华 enters demo-1/1 140400 done 备注`.
/// A screen is kept without its header and its hints, unless the first line says `frame`; a line that
/// passes and what is typed in the hint line stay. `colours` adds a letter a cell for its role below
/// every screen.
public struct WalkFile: Sendable, CustomStringConvertible {
  public let name: String
  let head: [String]
  /// Command lines, each with the text that stands below it.
  let blocks: [(command: String, text: String)]

  public var description: String { name }

  public init(path: String) throws {
    guard let text = contents(of: path) else { throw TestFailure("no walk at \(path)") }
    name = (path as NSString).lastPathComponent
    var (head, blocks): ([String], [(String, [String])]) = ([], [])
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("> ") || line.hasPrefix(">> ") || line.hasPrefix("* ") {
        blocks.append((line, []))
      } else if blocks.isEmpty {
        head.append(line)
      } else {
        blocks[blocks.count - 1].1.append(line)
      }
    }
    self.head = head
    self.blocks = blocks.map { ($0.0, Self.trimmed($0.1.joined(separator: "\n"))) }
  }

  /// The names of all walks there are.
  public static func all() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Places.walks)) ?? []
    return names.filter { $0.hasSuffix(".walk") }.sorted()
  }

  public init(named name: String) throws { try self.init(path: "\(Places.walks)/\(name)") }

  /// Plays the story; gives the first step that differs, both screens whole.
  public func play() throws -> String? {
    let (setting, wanted) = try setting()
    var walk = try Walk(setting)
    var played: [(String, String)] = []
    for (number, block) in blocks.enumerated() {
      try carryOut(block.command, &walk)
      let found = shows(block.command) ? text(of: walk, wanted) : ""
      played.append((block.command, found))
      if let disagreement = walk.disagreements.first {
        return "\(name), step \(number + 1): \(block.command): \(disagreement)"
      }
      guard found != block.text, !Places.isRecording else { continue }
      return "\(name), step \(number + 1): \(block.command)\n--- expected\n\(block.text)\n"
        + "--- found\n\(found)"
    }
    guard Places.isRecording else { return nil }
    try record(played)
    return "recorded \(name): read it, and run again without RECORD"
  }

  private func shows(_ command: String) -> Bool { command.hasPrefix("> ") }

  private func carryOut(_ command: String, _ walk: inout Walk) throws {
    guard command.hasPrefix("* ") else {
      try walk.press(String(command.drop { $0 == ">" }))
      return
    }
    let words = command.dropFirst(2).split(separator: " ").map(String.init)
    if words[0] == "restart" {
      walk = try walk.restarted()
    } else if words[0] == "file", words.count == 2 {
      _ = try walk.scratch.copy(Places.ownDocuments + "/" + words[1], to: words[1])
    } else if words[0] == "tick" {
      walk.send([.tick])
    } else if words[0] == "resize", words.count == 2 {
      walk.send([.resize(try Self.size(words[1]))])
    } else if words.count >= 5, words[1] == "enters", let status = Status(rawValue: words[4]) {
      try walk.another(
        words[0], enters: words[2], words[3].split(separator: ",").map(String.init), status,
        words.count > 5 ? words[5] : nil)
    } else {
      throw TestFailure("\(name): what is “\(command)”?")
    }
  }

  /// What is kept of a screen besides its body.
  private struct Wanted {
    var frame = false
    var roles = false
  }

  private func setting() throws -> (Walk.Setting, Wanted) {
    var setting = Walk.Setting()
    var words = (head.first ?? "").split(separator: " ").map(String.init)[...]
    var wanted = Wanted()
    while let word = words.popFirst() {
      switch word {
      case "colours": wanted.roles = true
      case "frame": wanted.frame = true
      case "read-only": setting.isReadOnly = true
      case "greets": setting.greets = true
      case "ascii": setting.settings.chart = .ascii
      case "blocks": setting.settings.chart = .blocks
      case "wide": setting.settings.ambiguous = .two
      default:
        guard let value = words.popFirst() else { throw TestFailure("\(name): \(word) what?") }
        try take(word, value, into: &setting)
      }
    }
    return (setting, wanted)
  }

  private func take(_ word: String, _ value: String, into setting: inout Walk.Setting) throws {
    switch (word, value) {
    case ("size", _): setting.size = try Self.size(value)
    case ("lang", "zh"): setting.settings.language = .zh
    case ("lang", "en"): setting.settings.language = .en
    case ("place", _): setting.place = value
    case ("ledger", _):
      guard let ledger = TestLedger(rawValue: value) else {
        throw TestFailure("\(name): no \(value)")
      }
      setting.ledger = ledger
    default: throw TestFailure("\(name): what is “\(word) \(value)”?")
    }
  }

  private static func size(_ text: String) throws -> Size {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2 else { throw TestFailure("not a size: \(text)") }
    return Size(columns: parts[0], rows: parts[1])
  }

  private func text(of walk: Walk, _ wanted: Wanted) -> String {
    func body(_ text: String) -> String {
      guard !wanted.frame else { return text }
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      let rows = walk.canvas.size.rows - 1
      if walk.state.showsHints { lines = lines.prefix(rows - 1) }
      return lines.joined(separator: "\n")
    }
    let text = body(walk.canvas.text)
    return Self.trimmed(wanted.roles ? text + "\n--- colours\n" + body(walk.canvas.roles) : text)
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }

  private func record(_ played: [(command: String, screen: String)]) throws {
    var text = Self.trimmed(head.joined(separator: "\n")) + "\n\n"
    for step in played {
      text += step.command + "\n"
      if !step.screen.isEmpty { text += step.screen + "\n\n" }
    }
    try Data((Self.trimmed(text) + "\n").utf8)
      .write(to: URL(fileURLWithPath: "\(Places.walks)/\(name)"))
  }
}
