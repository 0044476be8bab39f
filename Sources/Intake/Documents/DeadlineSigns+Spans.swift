import Reform

/// Spans of time without a start, and whole years.
extension DeadlineSigns {
  /// Whether a span without a start sets a deadline (力争3年内), and states no condition (3年内未).
  func setsSpan(_ words: Range<Int>) -> Bool {
    let (start, end) = (words.lowerBound, words.upperBound)
    if DeadlineWords.notBehindSpans.match(scan.chars, at: end, limit: clause.upperBound) != nil {
      return false
    }
    return beginsSentencePart(start) || beforeSpan(start) > 0
  }

  private func beforeSpan(_ start: Int) -> Int {
    DeadlineWords.beforeSpans.matchBackwards(scan.chars, before: start, from: clause.lowerBound)?
      .length ?? 0
  }

  /// Where the words of a span begin, 力争 and 用 included.
  func spanStart(_ words: Range<Int>) -> Int {
    let soft = words.lowerBound - beforeSpan(words.lowerBound)
    return soft < words.lowerBound && scan.contains(DeadlineWords.soft, in: soft..<words.lowerBound)
      ? soft : words.lowerBound
  }

  /// Where 印发之日起 begins, if it stands before a span.
  func countsFromIssue(_ words: Range<Int>) -> Int? {
    DeadlineWords.fromIssue.matchBackwards(
      scan.chars, before: words.lowerBound, from: clause.lowerBound
    ).map { words.lowerBound - $0.length }
  }

  /// 近3年内, 连续3年内, 有效期3年内: a span of the past, or how long something holds.
  func isLookingBack(_ words: Range<Int>) -> Bool {
    let low = max(clause.lowerBound, words.lowerBound - 3)
    return scan.contains(DeadlineWords.lookingBack, in: low..<words.lowerBound)
  }

  /// Where the event begins that a span is counted from: 自批准之日起, 收到本通知后.
  func eventStart(_ words: Range<Int>) -> Int? {
    let low = max(clause.lowerBound, words.lowerBound - 3)
    guard scan.contains(DeadlineWords.fromEvents, in: low..<words.lowerBound) else { return nil }
    var start = words.lowerBound
    while start > max(clause.lowerBound, words.lowerBound - 24), !scan.chars[start - 1].isMark {
      start -= 1
    }
    return start
  }

  /// Whether a span from an event is a day by which work is to be done, and no condition (3年内未); what
  /// is counted from the document itself always is, a time of handling (5个工作日内办结) is none.
  func bindsFromEvent(_ words: Range<Int>) -> Bool {
    guard !isCondition(words) else { return false }
    return scan.contains(DeadlineWords.ownEvents, in: words) || !isHandling(words)
  }

  /// Whether so many days of which no start is printed bind at all: 30日内完成整改 does, 3个工作日内办结
  /// and 时间压缩至5日内 do not.
  func asksForDays(_ words: Range<Int>) -> Bool {
    let low = clause.lowerBound
    guard !isCondition(words), !isHandling(words) else { return false }
    if words.lowerBound > low, scan.chars[words.lowerBound - 1] == 0x6BCF { return false }
    return TargetWords.prefixes.matchBackwards(scan.chars, before: words.lowerBound, from: low)
      == nil
  }

  private func isCondition(_ words: Range<Int>) -> Bool {
    DeadlineWords.notBehindSpans.match(
      scan.chars, at: words.upperBound, limit: clause.upperBound) != nil
  }

  /// Behind the span stands what is done for whoever asks for it, or a rate (30天内再住院率).
  private func isHandling(_ words: Range<Int>) -> Bool {
    var end = words.upperBound
    if end < clause.upperBound, scan.chars[end] == Sign.comma { end += 1 }
    if let word = DeadlineWords.beforeHandling.match(scan.chars, at: end, limit: clause.upperBound)
    {
      end += word.length
    }
    if DeadlineWords.handling.match(scan.chars, at: end, limit: clause.upperBound) != nil {
      return true
    }
    let start = end
    while end < min(clause.upperBound, start + 16), !scan.chars[end].isMark { end += 1 }
    return scan.contains(DeadlineWords.ofRates, in: start..<end)
  }

  /// 2026年度完成, 今年完成, 到2026年度，: a whole year, and what is to be done right behind it.
  func isWholeYear(_ date: DateWords) -> Bool {
    let end = listEnd(date)
    guard end < clause.upperBound else { return hasInto(date) }
    if hasInto(date), scan.chars[end] == Sign.comma { return true }
    let begins = beginsSentencePart(date.range.lowerBound)
    if DeadlineWords.isDoneInYear(scan.chars, at: end, limit: clause.upperBound) {
      return begins || hasInto(date)
        || comesInMiddle(date.range.lowerBound) && scan.chars[date.range.lowerBound] != 0x5F53
    }
    return begins && allDoInYear(behind: end)
  }

  /// 各市完成甲工作 behind 2026年度.
  private func allDoInYear(behind end: Int) -> Bool {
    guard DeadlineWords.all.match(scan.chars, at: end, limit: clause.upperBound) != nil else {
      return false
    }
    let ceiling = min(clause.upperBound, end + 14)
    let mark = (end..<ceiling).first { scan.chars[$0].isMark } ?? ceiling
    return (end..<mark).contains {
      DeadlineWords.isDoneInYear(scan.chars, at: $0, limit: clause.upperBound)
    }
  }

  /// 由2025年的36%提高到2027年的40%: the year by which the figure is to be reached.
  func isReachedFigure(_ date: DateWords) -> Bool {
    let end = date.range.upperBound
    guard date.shape == .year, end + 1 < clause.upperBound, scan.chars[end] == 0x7684,
      scan.chars[end + 1].isDigit
    else { return false }
    let low = max(clause.lowerBound, date.range.lowerBound - 4)
    return (low..<date.range.lowerBound).contains { index in
      TargetWords.moves.match(scan.chars, at: index, limit: date.range.lowerBound)
        .map { index + $0.length == date.range.lowerBound } ?? false
    }
  }
}
