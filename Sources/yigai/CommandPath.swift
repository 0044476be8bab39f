import ArgumentParser
import Reform

/// Where in the tree of commands the words of a command line stand: `papers reminder`.
struct CommandPath {
  private(set) var names: [String] = []
  /// What stands where a command below the last one would, and is none; with those that there are.
  private(set) var stray: (word: String, below: [String])?

  init(_ given: [String]) {
    var command: any ParsableCommand.Type = Yigai.self
    for word in given.dropFirst(Arguments.afterOptions(given)) {
      let below = command.configuration.subcommands
      let next = below.first { $0.configuration.commandName == word }
      guard let next else {
        if !word.hasPrefix("-"), !below.isEmpty, !names.isEmpty, word != "help" {
          stray = (word, below.compactMap { $0.configuration.commandName })
        }
        return
      }
      names.append(word)
      command = next
    }
  }

  /// The complaint where a command has no such command below it; nil otherwise.
  var unknown: Phrase? {
    guard let stray else { return nil }
    let path = (["yigai"] + names).joined(separator: " ")
    return Phrase(
      "\(path) 后面没有“\(stray.word)”，只有 \(stray.below.joined(separator: "、"))。",
      "There is no “\(stray.word)” after \(path), only \(stray.below.joined(separator: ", ")).")
  }

  /// The command that says how it is used.
  var help: String { (["yigai"] + names + ["--help"]).joined(separator: " ") }
}
