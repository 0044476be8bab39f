/// Words of the ledger within a template's text: what they say is never taken for its signs.
///
/// Four control characters stand around them; those of the words themselves are shown before.
enum TemplateText {
  private static let guardian: Character = "\u{1}"
  private static let bar: Character = "\u{2}"
  private static let opening: Character = "\u{3}"
  private static let closing: Character = "\u{4}"

  /// One line of words, safe at the beginning of a line and in a cell of a table.
  static func guarded(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    return String(guardian) + PaperText.line(text).map { $0 == "|" ? bar : $0 }
  }

  /// What stands for some blocks until the text is read.
  static func reference(_ range: Range<Int>) -> String {
    "\(opening)\(range.lowerBound)-\(range.upperBound)\(closing)"
  }

  /// The words again.
  static func plain(_ text: some StringProtocol) -> String {
    String(text.compactMap { $0 == guardian ? nil : $0 == bar ? "|" : $0 })
      .trimmingBlanks()
  }

  /// The blocks that a line stands for; nil where it is no reference.
  static func range(_ line: some StringProtocol) -> Range<Int>? {
    guard line.first == opening, line.last == closing else { return nil }
    let bounds = line.dropFirst().dropLast().split(separator: "-").compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else { return nil }
    return bounds[0]..<bounds[1]
  }
}

extension String {
  /// Without blanks at both ends.
  func trimmingBlanks() -> String {
    let kept = drop { $0 == " " || $0 == "\t" }
    guard let last = kept.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(kept[...last])
  }
}
