import Reform

/// Days that were due once, that are due no longer, or that only say whom a rule hits.
extension DeadlineSigns {
  /// What becomes of a day that stands beside such words.
  enum Standing: Hashable {
    case holds
    /// Another day stands in its place.
    case replaced
    case asked
  }

  func standing(of date: DateWords) -> Standing {
    guard !isNewDay(date) else { return .holds }
    let isMoved = isMovedAway(date)
    if isMoved || isFormer(date) || isTakenBack(date) {
      return isMoved || hasNewDay(beside: date) ? .replaced : .asked
    }
    return isAssumed(date) || isOfSome(date) ? .asked : .holds
  }

  /// 延期至2026年6月底前, 完成时限延长至2026年底: the day that stands in the place of another.
  func isNewDay(_ date: DateWords) -> Bool {
    let (start, end) = (date.range.lowerBound, date.range.upperBound)
    guard
      let word = VoidWords.movesBack.matchBackwards(
        scan.chars, before: start, from: clause.lowerBound)
    else { return false }
    let at = start - word.length
    let before = scan.partStart(at, from: clause.lowerBound)..<at
    if VoidWords.lengthens.match(scan.chars, at: at, limit: start) != nil {
      guard !scan.contains(VoidWords.validity, in: before) else { return false }
      let hasDay = before.contains { dayEnds(at: $0, before: at) }
      guard hasDay || scan.contains(VoidWords.due, in: before) else { return false }
    }
    switch date.shape {
    case .year where !date.hasLimit:
      return end >= clause.upperBound || scan.chars[end].isMark
        || VoidWords.reached.match(scan.chars, at: end, limit: clause.upperBound) != nil
    case .range: return false
    default: return true
    }
  }

  /// Whether 延长至 before a day says that something holds so long.
  func isValidity(before start: Int) -> Bool {
    let from = scan.partStart(start, from: clause.lowerBound)
    return scan.contains(VoidWords.validity, in: from..<start)
  }

  private func dayEnds(at index: Int, before limit: Int) -> Bool {
    guard DeadlineWords.begins(scan.chars[index]),
      let date = DateWords.read(scan.chars, at: index, limit: limit, from: clause.lowerBound)
    else { return false }
    return limit - date.range.upperBound < 8
  }

  /// 2025年底 in 由2025年底调整为2026年6月底.
  private func isMovedAway(_ date: DateWords) -> Bool {
    let end = date.range.upperBound
    let stop = min(scan.partEnd(end, to: clause.upperBound, reach: 16), end + 10)
    for index in end..<max(end, stop) {
      guard let word = VoidWords.moves.match(scan.chars, at: index, limit: clause.upperBound) else {
        continue
      }
      return DateWords.read(
        scan.chars, at: index + word.length, limit: clause.upperBound) != nil
    }
    return false
  }

  /// 原定2025年底完成, （原为2025年底）.
  private func isFormer(_ date: DateWords) -> Bool {
    let start = date.range.lowerBound
    let from = scan.partStart(start, from: clause.lowerBound, reach: 30)
    if scan.contains(VoidWords.former, in: from..<start) { return true }
    return start - 1 == from && scan.chars[from] == 0x539F
  }

  /// 不再要求2025年底前建成, 2025年底前完成的要求取消, 避免年底前突击花钱.
  private func isTakenBack(_ date: DateWords) -> Bool {
    let start = date.range.lowerBound
    let from = max(scan.partStart(start, from: clause.lowerBound), start - 6)
    for index in from..<max(from, start) {
      guard let word = VoidWords.beforeDay.match(scan.chars, at: index, limit: start) else {
        continue
      }
      if start - index - word.length <= 2 { return true }
    }
    return scan.isCancelled(behind: date.range.upperBound, to: clause.upperBound)
  }

  /// Whether the sentence, or the one that the bracket stands in, gives another day.
  private func hasNewDay(beside date: DateWords) -> Bool {
    let low = scan.sentenceStart(date.range.lowerBound, from: clause.lowerBound)
    let high = scan.sentenceEnd(date.range.upperBound, to: clause.upperBound)
    for index in low..<high where !date.range.contains(index) {
      guard let word = VoidWords.moves.match(scan.chars, at: index, limit: high) else { continue }
      let next = index + word.length
      if DateWords.read(scan.chars, at: next, limit: high) != nil { return true }
    }
    return false
  }

  /// 如2026年6月底前国家出台新规定.
  private func isAssumed(_ date: DateWords) -> Bool {
    let start = date.range.lowerBound
    let from = scan.partStart(start, from: clause.lowerBound)
    return from < start && scan.isAssumed(from, to: start)
  }

  /// 对2025年9月底前完成建设的市给予奖补, 2025年6月底前未完成的地区: those whom the part tells of.
  private func isOfSome(_ date: DateWords) -> Bool {
    let (start, end) = (date.range.lowerBound, date.range.upperBound)
    let stop = scan.partEnd(end, to: clause.upperBound)
    guard let of = (end..<stop).first(where: { scan.chars[$0] == 0x7684 }) else { return false }
    if VoidWords.pending.match(scan.chars, at: end, limit: stop) != nil { return true }
    let from = scan.partStart(start, from: clause.lowerBound)
    if let word = VoidWords.to.match(scan.chars, at: from, limit: start),
      start - from - word.length < 2
    {
      return true
    }
    let isDone =
      VoidWords.reached.match(scan.chars, at: end, limit: stop) != nil
      || scan.chars[end - 1] == 0x6210
    guard isDone, !scan.contains(VoidWords.taking, in: end..<of) else { return false }
    let isWhom = of + 1 == stop || scan.contains(VoidWords.whom, in: max(of + 1, stop - 4)..<stop)
    if isWhom, stop - of < 10, stop + 1 < clause.upperBound, scan.chars[stop] == Sign.comma,
      VoidWords.rewards.match(scan.chars, at: stop + 1, limit: clause.upperBound) != nil
    {
      return true
    }
    return (of + 1..<min(stop, of + 10)).contains { index in
      VoidWords.rewards.match(scan.chars, at: index, limit: stop) != nil
        && (index == of + 1 || scan.contains(VoidWords.whom, in: of + 1..<index))
    }
  }

  /// 5月底印发方案, 于5月10日印发: a day to come on which a paper is to be sent out.
  func isToBeIssued(_ date: DateWords) -> Bool {
    let (start, end) = (date.range.lowerBound, date.range.upperBound)
    guard let issued, beginsSentencePart(start) || hasInto(date),
      let word = DeadlineWords.issues.match(scan.chars, at: end, limit: clause.upperBound),
      DeadlineWords.notBehindIssues.match(
        scan.chars, at: end + word.length, limit: clause.upperBound) == nil
    else { return false }
    guard case .monthOnly(let month, let day) = date.shape, date.yearsLater == nil else {
      return date.year > 0 && date.isExactDay
    }
    return YearDay(month: month, day: day).day(in: issued.year) >= issued
  }

  /// 二季度完成 in 市级医院二季度完成: a part of the year to come, and 完成 right behind.
  func isDoneInMiddle(_ date: DateWords) -> Bool {
    guard case .monthOnly(let month, let day) = date.shape, date.yearsLater == nil, let issued,
      comesInMiddle(date.range.lowerBound),
      YearDay(month: month, day: day).day(in: issued.year) >= issued,
      let word = DeadlineWords.done.match(
        scan.chars, at: date.range.upperBound, limit: clause.upperBound)
    else { return false }
    let end = date.range.upperBound + word.length
    return end >= clause.upperBound || scan.chars[end].isMark
  }

  /// 全省2025年培训500人: a year behind the whole, and what is to be done right behind it.
  func isOfWhole(_ date: DateWords) -> Bool {
    guard date.shape == .year, !date.hasLimit,
      DeadlineWords.wholes.matchBackwards(
        scan.chars, before: date.range.lowerBound, from: clause.lowerBound) != nil,
      DeadlineWords.isDoneInYear(
        scan.chars, at: date.range.upperBound, limit: clause.upperBound)
    else { return false }
    let end = date.range.upperBound
    return scan.chars[end..<scan.partEnd(end, to: clause.upperBound, reach: 16)].contains(
      where: \.isDigit)
  }

  /// 截至2025年底培训500人: until the end of this year, and not what has been done by then.
  func isUntil(_ date: DateWords) -> Bool {
    guard let issued, date.year == issued.year, date.hasLimit,
      VoidWords.until.matchBackwards(
        scan.chars, before: date.range.lowerBound, from: clause.lowerBound) != nil
    else { return false }
    let end = date.range.upperBound
    return !scan.contains(VoidWords.done, in: end..<min(clause.upperBound, end + 12))
  }
}
