import Reform

/// The values that an option takes, as they are named where another one is refused.
enum CommandValue {
  /// That there is no such value, with those that there are; in Chinese beside their Chinese words, which
  /// are taken as well.
  static func refusal(
    of name: String, _ what: Phrase, _ known: [(String, Phrase)]
  ) -> Fault {
    let zh = known.map { name, words in "\(words.zh)（\(name)）" }.joined(separator: "、")
    let en = known.map(\.0).joined(separator: " | ")
    return Fault(
      "没有\(what.zh)“\(name)”，只有：\(zh)。", "No \(what.en) “\(name)”: \(en).", exitCode: 2)
  }
}
