import Foundation

/// What one of the READMEs holds that the program or the other one can be held against.
public struct Handbook: Sendable {
  public let file: String
  /// Sections without the introduction: heading and text.
  public let sections: [(heading: String, text: String)]
  private let text: String

  public init(_ file: String) throws {
    guard let text = contents(of: Places.root + "/" + file) else {
      throw TestFailure("There is no \(file).")
    }
    (self.file, self.text) = (file, text)
    sections = text.components(separatedBy: "\n## ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
    }
  }

  /// What stands in fences, each whole.
  public var blocks: [String] {
    text.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// Every command of the program, in fences and in sentences, in the order of the text; the bare
  /// name in a sentence is none.
  public var commands: [Command] {
    let pattern = /(?m)^yigai\b(?! 是)([^#\n]*)|`yigai ([^`]+)`|`yigai\n([^`]+)`/
    return text.matches(of: pattern).map { Command(String($0.1 ?? $0.2 ?? $0.3 ?? "")) }
  }

  /// The files of pictures and of links within the repository.
  public var links: [String] {
    text.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }.filter { !$0.hasPrefix("http") }
  }

  /// The rows of tables below a heading, each as what stands in backquotes in its cells.
  public func rows(under heading: String) -> [[String]] {
    let section = sections.first { $0.heading == heading }?.text ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map { row in
      row.matches(of: /`([^`]+)`/).map { String($0.1) }
    }
  }

  /// A command as it is printed.
  public struct Command: Sendable, CustomStringConvertible {
    /// Its words without the program; pipes and redirections are cut off.
    public let words: [String]
    public var description: String { "yigai " + words.joined(separator: " ") }

    init(_ text: String) {
      let bare = text.replacing(#/ [|>] .*/#, with: "").replacing("\n", with: " ")
      words = bare.matches(of: /"([^"]*)"|[^ ]+/).map { String($0.1 ?? $0.0) }
    }

    /// What must be alike in both languages: subcommands and options, without what they are given.
    public var shape: [String] {
      words.prefix { $0.wholeMatch(of: /[a-z-]+/) != nil && !$0.hasPrefix("-") }
        + words.filter { $0.hasPrefix("--") }
    }
  }
}
