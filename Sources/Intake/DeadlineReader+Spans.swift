import Reform

/// Spans of years, standing words, and findings.
extension DeadlineReader {
  /// 3年内, 用3年时间: no start is printed, so no date; what it could be goes into a finding.
  mutating func takeSpan(at index: Int, in range: Range<Int>) -> Int? {
    guard let number = HeadWords.number(scan.chars, index, range.upperBound), number.value < 31,
      index == range.lowerBound || !scan.chars[index - 1].isDigit
    else { return nil }
    let unit = index + number.length
    guard let span = DeadlineWords.spans.match(scan.chars, at: unit, limit: range.upperBound) else {
      return nil
    }
    let words = index..<unit + span.length
    let before = index > range.lowerBound ? scan.chars[index - 1] : Sign.newline
    guard before != 0x7B2C, before != 0x7EED else { return words.upperBound }
    let signs = DeadlineSigns(scan, range, issued: issued)
    guard !signs.isCountedFromEvent(words) else { return words.upperBound }
    var zh = "没有写起算时间，不定日期，请补填。"
    if let issued, span.value == .years {
      let exact =
        Day(issued.year + number.value, issued.month, issued.day)
        ?? Day.last(ofYear: issued.year + number.value)
      zh =
        "没有写起算时间，不定日期；可能是\(exact)，或\(issued.year + number.value - 1)、"
        + "\(issued.year + number.value)年底，请选定。"
    }
    reading.findings.append(
      scan.finding(
        "span-without-start", zh,
        "No start is printed for this span, so it has no date; please choose one.", at: words))
    return words.upperBound
  }

  /// 持续推进, 按国家要求 in a field.
  mutating func readStandingWords(_ range: Range<Int>) {
    let wholeYear = scalars("全年")
    if let issued, let at = scan.chars.find(wholeYear, in: range) {
      let words = at..<at + wholeYear.count
      add(.year, due: .last(ofYear: issued.year), years: [issued.year], false, words)
      noteInferred(.last(ofYear: issued.year), at: words)
      return
    }
    for index in range {
      if let found = DeadlineWords.standing.match(scan.chars, at: index, limit: range.upperBound) {
        let isShort = range.count <= 14 || found.value == .asRequired
        let words = isShort ? range : index..<index + found.length
        add(found.value, due: nil, years: [], false, words)
        return
      }
    }
  }

  /// …，持续推进。 and …，长期坚持。 at the end of a sentence, or alone in brackets.
  mutating func readClosingWords(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      defer { index += 1 }
      let before = index > range.lowerBound ? scan.chars[index - 1] : Sign.newline
      guard before == Sign.comma || before == Sign.open,
        let found = DeadlineWords.closing.match(scan.chars, at: index, limit: range.upperBound)
      else { continue }
      let end = index + found.length
      let after = end < range.upperBound ? scan.chars[end] : Sign.stop
      guard after.endsSentence || after == Sign.close || after == Sign.newline else { continue }
      add(.ongoing, due: nil, years: [], false, index..<end)
    }
  }

  mutating func noteStartAlone() {
    guard let start, reading.deadlines.isEmpty else { return }
    reading.findings.append(
      scan.finding(
        "start-without-end", "只写了从\(start.year)年起，没有完成时限。",
        "It begins in \(start.year); no end is printed.", at: start.range))
  }

  mutating func noteBareBefore(_ date: DateWords) {
    reading.findings.append(
      scan.finding(
        "before-year", "“\(date.year)年前”按\(date.year)年底记，请核对。",
        "“Before \(date.year)” is kept as the end of \(date.year); please check.", at: date.range))
  }

  mutating func noteUnread(_ range: Range<Int>) {
    reading.findings.append(
      scan.finding(
        "unread-deadline", "读不出这个时限，请补填。", "This deadline could not be read; please enter it.",
        at: range))
  }
}
