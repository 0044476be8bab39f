import Reform

/// What around a date shows that it is a deadline, or that it is none.
struct DeadlineSigns {
  private let scan: Scan
  private let clause: Range<Int>
  private let issued: Day?

  init(_ scan: Scan, _ clause: Range<Int>, issued: Day?) {
    (self.scan, self.clause, self.issued) = (scan, clause, issued)
  }

  /// Whether a date in running text is a deadline.
  func accepts(_ date: DateWords) -> Bool {
    let low = clause.lowerBound
    let start = date.range.lowerBound
    guard
      DeadlineWords.notInto.matchBackwards(scan.chars, before: start, from: low) == nil,
      !isPast(date)
    else { return false }
    if date.shape == .yearEndOnly { return true }
    if case .monthOnly = date.shape { return date.hasLimit && !isEvent(date) }
    let end = date.range.upperBound
    if DeadlineWords.notBehindYear.match(scan.chars, at: end, limit: clause.upperBound) != nil {
      return false
    }
    if date.hasLimit { return !isEvent(date) || date.isLimitedDay }
    if date.isExactDay { return hasInto(date) && !isEvent(date) }
    if hasInto(date) { return !isEvent(date) }
    return beginsSentencePart(start) && hasVerb(behind: end) && !isEvent(date)
  }

  private func hasInto(_ date: DateWords) -> Bool {
    DeadlineWords.into.matchBackwards(
      scan.chars, before: date.range.lowerBound, from: clause.lowerBound) != nil
  }

  private func hasVerb(behind end: Int) -> Bool {
    DeadlineWords.behindYear.match(scan.chars, at: end, limit: clause.upperBound) != nil
  }

  private func beginsSentencePart(_ index: Int) -> Bool {
    guard index > clause.lowerBound else { return true }
    let before = scan.chars[index - 1]
    return before.isMark || before == Sign.newline
  }

  private func isPast(_ date: DateWords) -> Bool {
    guard let issued, date.year > 0 else { return false }
    if case .range(let last) = date.shape { return last < issued.year }
    if case .day(let month, let day) = date.shape {
      let due = day.flatMap { Day(date.year, month, $0) } ?? Day.last(ofMonth: month, in: date.year)
      return due.map { $0 < issued } ?? false
    }
    return date.year < issued.year
  }

  /// Behind the date, up to the next mark, stands a meeting, a document or a state of things.
  func isEvent(_ date: DateWords) -> Bool {
    var end = date.range.upperBound
    let ceiling = min(clause.upperBound, end + 24)
    while end < ceiling, !scan.chars[end].isMark { end += 1 }
    return scan.contains(DeadlineWords.events, in: date.range.upperBound..<end)
  }

  /// 力争, 争取, 原则上 in the sentence before, or just behind.
  func isSoft(_ range: Range<Int>) -> Bool {
    let start = scan.sentenceStart(range.lowerBound, from: clause.lowerBound, reach: 24)
    var end = range.upperBound
    if end < clause.upperBound, scan.chars[end] == Sign.comma { end += 1 }
    let ahead = min(clause.upperBound, end + 4)
    return scan.contains(DeadlineWords.soft, in: start..<range.lowerBound)
      || scan.contains(DeadlineWords.soft, in: min(end, ahead)..<ahead)
  }

  /// 在每年……的基础上 is a measure to start from, not a duty.
  func isBaseline(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > clause.lowerBound, scan.chars[range.lowerBound - 1] == 0x5728 else {
      return false
    }
    let end = scan.sentenceEnd(range.upperBound, to: clause.upperBound, reach: 30)
    return scan.contains(TargetWords.baseline, in: range.upperBound..<end)
  }

  func isReport(after end: Int) -> Bool {
    DeadlineWords.reports.match(scan.chars, at: end, limit: clause.upperBound) != nil
  }

  /// 自……之日起3年内, 近3年内: counted from an event, or looking back.
  func isCountedFromEvent(_ words: Range<Int>) -> Bool {
    let low = max(clause.lowerBound, words.lowerBound - 3)
    return scan.contains(DeadlineWords.fromEvents, in: low..<words.lowerBound)
  }
}

extension DateWords {
  /// A limit behind a month or a day: 2020年1月底前 is a deadline even before 会议.
  var isLimitedDay: Bool {
    guard hasLimit, case .day = shape else { return false }
    return true
  }
}
