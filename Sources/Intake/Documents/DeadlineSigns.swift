import Reform

/// What around a date shows that it is a deadline, or that it is none.
struct DeadlineSigns {
  let scan: Scan
  let clause: Range<Int>
  let issued: Day?
  /// True where a year alone does not do, because a field says when.
  private let onlyPlain: Bool

  init(_ scan: Scan, _ clause: Range<Int>, issued: Day?, onlyPlain: Bool = false) {
    (self.scan, self.clause, self.issued, self.onlyPlain) = (scan, clause, issued, onlyPlain)
  }

  /// Whether a date in running text is a deadline.
  func accepts(_ date: DateWords) -> Bool { !isPast(date) && counts(date) }

  /// Whether it would be a deadline if it were not over before the document was issued.
  func isLate(_ date: DateWords) -> Bool { isPast(date) && counts(date) }

  private func counts(_ date: DateWords) -> Bool {
    let low = clause.lowerBound
    let start = date.range.lowerBound
    if isNewDay(date) || isOfWhole(date) { return true }
    guard DeadlineWords.notInto.matchBackwards(scan.chars, before: start, from: low) == nil
    else { return false }
    if date.shape == .yearEndOnly { return date.hasLimit || isWholeYear(date) }
    if case .monthOnly = date.shape { return countsWithoutYear(date) }
    let end = date.range.upperBound
    if date.isOfYear, !date.hasLimit { return isWholeYear(date) }
    if date.isBefore {
      return DeadlineWords.states.match(scan.chars, at: end, limit: clause.upperBound) == nil
    }
    if isReachedFigure(date) { return true }
    if DeadlineWords.notBehindYear.match(scan.chars, at: end, limit: clause.upperBound) != nil {
      return false
    }
    if date.hasLimit { return !isEvent(date) }
    if date.isExactDay {
      let isDone = DeadlineWords.done.match(scan.chars, at: end, limit: clause.upperBound) != nil
      return (hasInto(date) || isDone) && !isEvent(date)
    }
    if hasInto(date) { return !isEvent(date) }
    if isStage(date.range) { return true }
    let last = listEnd(date)
    let isSet = hasVerb(behind: last) || hasGoal(behind: last)
    return !onlyPlain && (beginsSentencePart(start) && isSet || isReached(date)) && !isEvent(date)
  }

  /// 就诊率2025年达到60%, 项目2025年8月开工: what is to be by then stands right behind.
  private func isReached(_ date: DateWords) -> Bool {
    let (start, end) = (date.range.lowerBound, date.range.upperBound)
    guard comesInMiddle(start) else { return false }
    if case .day = date.shape {
      return DeadlineWords.done.match(scan.chars, at: end, limit: clause.upperBound) != nil
    }
    guard date.shape == .year else { return false }
    // 甲市、乙市2026年各建成.
    let each = end < clause.upperBound && scan.chars[end] == 0x5404 ? 1 : 0
    return DeadlineWords.reached.match(scan.chars, at: end + each, limit: clause.upperBound) != nil
      || (comesBehindUnits(start) || Self.endsOfPlaces.contains(scan.chars[start - 1]))
        && hasGoal(behind: end)
  }

  /// 6月底前; 今年第三季度完成, where it begins a part of the sentence.
  private func countsWithoutYear(_ date: DateWords) -> Bool {
    if date.isBefore { return true }
    // 上半年召开: what follows is to be done.
    if isPartOfYear(date), beginsSentencePart(date.range.lowerBound),
      Acts.begin(at: listEnd(date), clause.upperBound, scan)
    {
      return true
    }
    guard !isEvent(date) else { return false }
    if date.hasLimit || isStage(date.range) { return true }
    let end = listEnd(date)
    guard beginsSentencePart(date.range.lowerBound) || hasInto(date) else {
      return isDoneInMiddle(date)
    }
    return DeadlineWords.done.match(scan.chars, at: end, limit: clause.upperBound) != nil
      || date.yearsLater != nil && (hasInto(date) || hasVerb(behind: end))
  }

  /// A half or a quarter that is not over when the document is issued: 上半年召开, 三季度迎接.
  private func isPartOfYear(_ date: DateWords) -> Bool {
    guard case .monthOnly(let month, nil) = date.shape, date.yearsLater == nil, let issued,
      let last = Day.last(ofMonth: month, in: issued.year), last >= issued
    else { return false }
    return scan.chars[date.range].contains { $0 == 0x5B63 || $0 == 0x534A }
  }

  /// The end of 、三季度、四季度 behind a date: what is to be done stands behind the last.
  func listEnd(_ date: DateWords) -> Int {
    var end = date.range.upperBound
    for _ in 0..<4 {
      guard end + 1 < clause.upperBound, Self.joints.contains(scan.chars[end]),
        let next = DateWords.read(scan.chars, at: end + 1, limit: clause.upperBound)
      else { break }
      end = next.range.upperBound
    }
    return end
  }

  private static let joints = Set(scalars("、和及与"))
  private static let throughs = Set(scalars("至到-~"))

  /// Whether a date that was not accepted may still be a deadline: a month or a day to come that is
  /// no event, no beginning and no state of things.
  func mayBeMeant(_ date: DateWords) -> Bool {
    if isToBeIssued(date), !isPast(date) { return true }
    guard !isPast(date), !isEvent(date), isAskedAbout(date), !date.isOfYear || hasInto(date)
    else { return false }
    let end = date.range.upperBound
    if let into = DeadlineWords.notInto.matchBackwards(
      scan.chars, before: date.range.lowerBound, from: clause.lowerBound)
    {
      let words = date.range.lowerBound - into.length
      return scan.chars[words] == 0x622A
        || scan.chars[words] == 0x5EF6 && !isValidity(before: words)
    }
    return DeadlineWords.states.match(scan.chars, at: end, limit: clause.upperBound) == nil
      && DeadlineWords.notBehindYear.match(scan.chars, at: end, limit: clause.upperBound) == nil
  }

  /// A day counts; a year only where nothing shows that it names a plan, a project or a standard.
  private func isAskedAbout(_ date: DateWords) -> Bool {
    let start = date.range.lowerBound
    switch date.shape {
    case .day: return true
    case .monthOnly:
      guard date.yearsLater == nil else { return true }
      let end = date.range.upperBound
      let goesOn = end < clause.upperBound && Self.throughs.contains(scan.chars[end])
      return beginsSentencePart(start) && (goesOn || hasVerb(behind: end))
    case .yearEndOnly: return false
    case .year, .range:
      let isQuoted = start > clause.lowerBound && scan.chars[start - 1] == 0x201C
      guard !onlyPlain, !isQuoted else { return false }
      let named = DeadlineWords.named.match(
        scan.chars, at: date.range.upperBound, limit: clause.upperBound)
      return named == nil
        && (beginsSentencePart(start) || date.year > issued?.year ?? 9999
          || isUntil(date))
    }
  }

  /// 实施阶段（2025年3月）: the date fills the brackets behind a stage.
  private func isStage(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > clause.lowerBound + 2, range.upperBound < clause.upperBound,
      scan.chars[range.lowerBound - 1] == Sign.open, scan.chars[range.upperBound] == Sign.close
    else { return false }
    let low = max(clause.lowerBound, range.lowerBound - 8)
    // Behind the heading of the item, with its text behind.
    let head = scan.chars[clause.lowerBound..<range.lowerBound - 1]
    if head.count <= 14, !head.contains(where: { $0.isMark }),
      range.upperBound + 1 < clause.upperBound,
      scan.chars[range.upperBound + 1].endsSentence
        || scan.chars[range.upperBound + 1] == Sign.newline
    {
      return true
    }
    return scan.contains(DeadlineWords.stages, in: low..<range.lowerBound)
  }

  /// 2025年粮食面积稳定在: a figure that is to be reached comes before the next mark.
  private func hasGoal(behind end: Int) -> Bool {
    var index = end
    while index < min(clause.upperBound, end + 30), !scan.chars[index].isMark {
      if DeadlineWords.goals.match(scan.chars, at: index, limit: clause.upperBound) != nil {
        return true
      }
      index += 1
    }
    return false
  }

  func hasInto(_ date: DateWords) -> Bool {
    DeadlineWords.into.matchBackwards(
      scan.chars, before: date.range.lowerBound, from: clause.lowerBound) != nil
  }

  private func hasVerb(behind end: Int) -> Bool {
    if DeadlineWords.behindYear.match(scan.chars, at: end, limit: clause.upperBound) != nil {
      return true
    }
    guard let act = NoteLook.acts.match(scan.chars, at: end, limit: clause.upperBound) else {
      return false
    }
    // 2025年改革任务 names a plan.
    let after = end + act.length
    return DeadlineWords.named.match(scan.chars, at: after, limit: clause.upperBound) == nil
  }

  /// Behind words of the same part: 市人民医院2025年建成, 就诊率2025年达到.
  func comesInMiddle(_ index: Int) -> Bool {
    guard index > clause.lowerBound + 2 else { return false }
    return scan.chars[index - 1].isHan && scan.chars[index - 1] != 0x5728
  }

  /// 衡阳市、永州市2026年各建成: what the last place ends with.
  private static let endsOfPlaces = Set(scalars("市县区州盟旗"))

  /// 综合医院2025年: the part begins with units and nothing else.
  private func comesBehindUnits(_ index: Int) -> Bool {
    let low = max(clause.lowerBound, index - 24)
    var start = index
    while start > low, scan.chars[start - 1].isHan { start -= 1 }
    return index - start >= 3 && NoteLook.isUnits(Scalars(scan.chars[start..<index]))
  }

  private static let ofThese = scalars("其中")

  func beginsSentencePart(_ index: Int) -> Bool {
    guard index > clause.lowerBound else { return true }
    let before = scan.chars[index - 1]
    return before.isMark || before == Sign.newline || scan.chars.has(Self.ofThese, before: index)
  }

  func isPast(_ date: DateWords) -> Bool {
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
    var start = scan.sentenceStart(range.lowerBound, from: clause.lowerBound, reach: 24)
    if let comma = (start..<range.lowerBound).last(where: { scan.chars[$0] == Sign.comma }) {
      // 原则上， stands before its comma; 力争……， does not reach over it.
      start = endsSoft(comma) ? max(start, comma - 3) : comma
    }
    var end = range.upperBound
    if end < clause.upperBound, scan.chars[end] == Sign.comma { end += 1 }
    let ahead = min(clause.upperBound, end + 4)
    return scan.contains(DeadlineWords.soft, in: start..<range.lowerBound)
      || scan.contains(DeadlineWords.soft, in: min(end, ahead)..<ahead)
  }

  private func endsSoft(_ comma: Int) -> Bool {
    let low = max(clause.lowerBound, comma - 3)
    return scan.contains(DeadlineWords.soft, in: low..<comma)
  }

  /// 在每年……的基础上 is a measure to start from, not a duty.
  func isBaseline(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > clause.lowerBound else { return false }
    if DeadlineWords.perHead.matchBackwards(
      scan.chars, before: range.lowerBound, from: clause.lowerBound) != nil
    {
      return true
    }
    guard scan.chars[range.lowerBound - 1] == 0x5728 else { return false }
    let end = scan.sentenceEnd(range.upperBound, to: clause.upperBound, reach: 30)
    return scan.contains(TargetWords.baseline, in: range.upperBound..<end)
  }

  func isReport(after end: Int) -> Bool {
    if DeadlineWords.reports.match(scan.chars, at: end, limit: clause.upperBound) != nil {
      return true
    }
    // 每季度1期, 每周两次.
    guard let number = HeadWords.number(scan.chars, end, clause.upperBound),
      end + number.length < clause.upperBound
    else { return false }
    return Self.times.contains(scan.chars[end + number.length])
  }

  private static let times = Set(scalars("次期场轮回"))
}
