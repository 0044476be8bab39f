import Reform

/// The joined text made easy to search: folded, without blanks, a newline after each paragraph.
struct Scan: Sendable {
  var chars: Scalars = []
  /// Offset in the joined text of every scalar.
  var at: [Int32] = []
  /// Where every paragraph stands.
  var paragraphs: [Range<Int>] = []
  let joined: JoinedText
  let source: SourceText

  init(_ joined: JoinedText, _ source: SourceText) {
    (self.joined, self.source) = (joined, source)
    chars.reserveCapacity(joined.scalars.count)
    at.reserveCapacity(joined.scalars.count)
    paragraphs.reserveCapacity(joined.paragraphs.count)
    for paragraph in joined.paragraphs {
      let start = chars.count
      var isRow = false
      if case .row = paragraph.kind { isRow = true }
      for index in paragraph.range {
        let scalar = joined.folded[index]
        if scalar.isBlank, !(isRow && scalar == Sign.tab) { continue }
        chars.append(scalar)
        at.append(Int32(truncatingIfNeeded: index))
      }
      paragraphs.append(start..<chars.count)
      chars.append(Sign.newline)
      at.append(Int32(truncatingIfNeeded: max(0, paragraph.range.upperBound - 1)))
    }
  }

  /// The part of the joined text that a range stands for.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let start = Int(at[range.lowerBound])
    return start..<max(start, Int(at[range.upperBound - 1]) + 1)
  }

  /// As printed, line breaks closed up.
  func text(_ range: Range<Int>) -> String { joined.text(joined.scalars.trimmed(span(range))) }

  /// As printed, without blanks.
  func name(_ range: Range<Int>) -> String {
    Intake.text(joined.scalars[span(range)].filter { !$0.isBlank })
  }

  /// Line and column in the source.
  func position(_ index: Int) -> (line: Int, column: Int) {
    guard index < at.count, Int(at[index]) < joined.origins.count else { return (1, 1) }
    return source.position(of: Int(joined.origins[Int(at[index])]))
  }

  func evidence(_ range: Range<Int>, in clause: Range<Int>) -> Evidence {
    let whole = joined.scalars.trimmed(span(clause))
    let part = span(range)
    let (line, column) = position(range.lowerBound)
    return Evidence(
      start: max(0, part.lowerBound - whole.lowerBound),
      end: max(0, min(part.upperBound, whole.upperBound) - whole.lowerBound),
      line: line, column: column)
  }

  func finding(
    _ check: String, _ zh: String, _ en: String,
    at range: Range<Int>
  ) -> Finding {
    let (line, column) = position(range.lowerBound)
    let shown = range.count > 60 ? range.lowerBound..<(range.lowerBound + 60) : range
    return Finding(
      check, .warning, Phrase(zh, en), at: .init(line: line, column: column), words: text(shown))
  }

  /// Whether a stroke here parts two names, and not the figures of a day (2025/3/31).
  func parts(at index: Int) -> Bool {
    guard chars[index] == 0x2F else { return false }
    return index == 0 || index + 1 >= chars.count || !chars[index - 1].isDigit
      || !chars[index + 1].isDigit
  }

  /// Whether any of the words stands in a range.
  func contains(_ words: WordTrie<Void>, in range: Range<Int>) -> Bool {
    range.contains { words.match(chars, at: $0, limit: range.upperBound) != nil }
  }

  /// The beginning of the sentence that `index` stands in, at most `reach` back.
  func sentenceStart(_ index: Int, from low: Int, reach: Int = 120) -> Int {
    var start = index
    let floor = max(low, index - reach)
    while start > floor {
      let scalar = chars[start - 1]
      if scalar.endsSentence || scalar == Sign.newline || scalar == Sign.tab { break }
      start -= 1
    }
    return start
  }

  /// The end of the sentence that `index` stands in, at most `reach` ahead.
  func sentenceEnd(_ index: Int, to high: Int, reach: Int = 160) -> Int {
    var end = index
    let ceiling = min(high, index + reach)
    while end < ceiling {
      let scalar = chars[end]
      if scalar.endsSentence || scalar == Sign.newline || scalar == Sign.tab { break }
      end += 1
    }
    return end
  }
}
