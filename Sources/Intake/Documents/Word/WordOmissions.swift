import Reform

/// What of a Word document was left out, to be told.
struct WordOmissions {
  enum Kind: Hashable {
    case embedded
    /// A table of contents without an end: what comes behind it is not read.
    case openField
  }

  private static let most = 20
  private(set) var findings: [Finding] = []
  private var lastHidden: Int?

  mutating func note(_ kind: Kind, at line: Int) {
    guard kind == .embedded else {
      add(
        "open-field", "目录域没有结束，其后的文字没有读；请在 Word 中更新或删除目录后再导入。",
        "A table of contents has no end, and what follows was not read; update or delete it in Word.",
        line, nil)
      return
    }
    add(
      "embedded-part", "这里嵌有另一份文件，没有读；请打开后把文字贴入正文再导入。",
      "Another file is embedded here and was not read; paste its text into the document.", line, nil
    )
  }

  /// An object of another program: a table of Excel has text that counts.
  mutating func note(object program: String?, at line: Int) {
    let programs = ["Excel", "Word", "PowerPoint", "ET.", "WPS.", "KET", "KWPS", "Package"]
    guard let program, programs.contains(where: { program.contains($0) }) else { return }
    note(.embedded, at: line)
  }

  /// Hidden text, which is not printed; told once for a line.
  mutating func note(hidden words: String, at line: Int) {
    let content = words.filter { !$0.isWhitespace }
    guard !content.isEmpty else { return }
    if lastHidden == line, let last = findings.indices.last, findings[last].check == "hidden-text" {
      let known = findings[last].words ?? ""
      if known.count < 60 { findings[last].words = String((known + words).prefix(60)) }
      return
    }
    lastHidden = line
    add(
      "hidden-text", "这里有隐藏文字，不会印出，没有读；如属正文，请在 Word 中取消隐藏后再导入。",
      "Hidden text stands here; it is not printed and was not read. Show it in Word if it counts.",
      line, String(words.prefix(60)))
  }

  private mutating func add(
    _ check: String, _ zh: String, _ en: String, _ line: Int, _ words: String?
  ) {
    guard findings.count < Self.most else { return }
    findings.append(
      Finding(check, .warning, Phrase(zh, en), at: .init(line: line, column: 1), words: words))
  }
}
