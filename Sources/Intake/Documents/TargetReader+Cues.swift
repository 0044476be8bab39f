import Reform

/// What around a number sets it as a target.
extension TargetReader {
  func sign(for quantity: Quantity) -> Cue? {
    let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
    let low = max(clause.lowerBound, start - 14)
    var op: TaskTarget.Comparison?
    var (from, to) = (start, end)
    var per: Range<Int>?
    if let before = TargetWords.prefixes.matchBackwards(scan.chars, before: start, from: low) {
      op = before.value
      from = start - before.length
    } else if let before = prefix(beyond: start, quantity) {
      (op, from, per) = (before.op, before.start, before.per)
    }
    let isPrefixed = op != nil
    let after = TargetWords.suffixes.match(scan.chars, at: end, limit: clause.upperBound)
    if let after {
      op = after.value
      to = end + after.length
    }
    if op == nil, let least = leastBefore(start) { (op, from) = (.atLeast, least) }
    if isLookingBack(from, start) { return nil }
    if isStartingPoint(end) { return nil }
    guard isMeant(quantity, isPrefixed: isPrefixed, to) else { return nil }
    if let op, isWorthy(quantity, hasPrefix: from < start) {
      return Cue(op: op, start: from, end: to, isPrefixed: isPrefixed, per: per)
    }
    if let change = change(quantity, low: low, to) { return change }
    if quantity.isPercent { return percent(quantity, low: low) }
    guard quantity.isCount else { return nil }
    if !TargetWords.times.contains(quantity.unit), let verb = governingVerb(of: quantity) {
      // 至少创建2个
      let least = TargetWords.atLeast.matchBackwards(scan.chars, before: verb, from: low)
      return Cue(
        op: least == nil ? .equal : .atLeast, start: verb - (least?.length ?? 0), end: to,
        isVerb: true)
    }
    if continues(start) { return Cue(op: last?.op ?? .equal, start: start, end: to) }
    if holdsIn(quantity) || hasActBehind(end) || sumsUp(start) && !countsPlaces(end) {
      return Cue(op: .equal, start: start, end: to)
    }
    if isListed(quantity) || isBareMeasure(start) { return Cue(op: .equal, start: start, end: to) }
    return nil
  }

  /// 至少派驻3名, 不少于每年2次: where the word stands a few characters before the number.
  private func leastBefore(_ start: Int) -> Int? {
    var index = start
    while index > max(clause.lowerBound, start - 6), !scan.chars[index - 1].isMark {
      index -= 1
      // 不低于48%和78%: the word belongs to the figure before.
      if scan.chars[index].isDigit || scan.chars[index] == Sign.percent { return nil }
      let found = TargetWords.atLeast.matchBackwards(
        scan.chars, before: index, from: clause.lowerBound)
      if let found { return index - found.length }
    }
    return nil
  }

  /// 由84元提高到: the number is what it was before.
  func isStartingPoint(_ end: Int) -> Bool {
    TargetWords.moves.match(scan.chars, at: end, limit: clause.upperBound) != nil
  }

  /// 以上 behind an age or a grade sets no target.
  private func isWorthy(_ quantity: Quantity, hasPrefix: Bool) -> Bool {
    if quantity.isPercent || hasPrefix {
      return TargetWords.ages.contains(quantity.unit)
        || !TargetWords.conditions.contains(quantity.unit) || quantity.unit == "类"
    }
    if TargetWords.ages.contains(quantity.unit) { return true }
    if TargetWords.conditions.contains(quantity.unit) { return false }
    if quantity.unit == "倍" || quantity.unit.hasSuffix("元") { return true }
    let start = quantity.range.lowerBound
    return governingVerb(of: quantity) != nil || continues(start) || isBareMeasure(start)
      || hasActBehind(quantity.range.upperBound) || isSaidPlainly(quantity)
  }

  /// 服务群众10万人次以上, 满意度90分以上: what it is stands before the figure, and a mark behind.
  private func isSaidPlainly(_ quantity: Quantity) -> Bool {
    let end = quantity.range.upperBound
    guard let after = TargetWords.suffixes.match(scan.chars, at: end, limit: clause.upperBound)
    else { return false }
    let last = end + after.length
    guard last >= clause.upperBound || scan.chars[last].isMark, !isOfOthers(quantity, end..<last)
    else { return false }
    if last + 1 < clause.upperBound, scan.chars[last] == Sign.comma,
      VoidWords.rewards.match(scan.chars, at: last + 1, limit: clause.upperBound) != nil
        || scan.chars[last + 1] == 0x53EF
    {
      return false
    }
    let own = naming.part(before: quantity.range.lowerBound)
    return own.count > 2 && scan.chars[own].allSatisfy { $0.isHan || $0.isASCIILetter }
      && VoidWords.to.match(scan.chars, at: own.lowerBound, limit: own.upperBound) == nil
  }

  /// 农村15分钟内 behind 城区…控制在11分钟内: of whom, and not of what.
  func isOfOthers(_ quantity: Quantity, _ words: Range<Int>) -> Bool {
    guard TargetWords.times.contains(quantity.unit), let before = reading.targets.last,
      before.value.unit == quantity.unit,
      scan.sentenceStart(words.lowerBound, from: clause.lowerBound) <= before.range.lowerBound
    else { return false }
    let own = naming.part(before: quantity.range.lowerBound)
    return own.count < 5 && !naming.isMeasured(own)
      && TargetWords.prefixes.matchBackwards(
        scan.chars, before: quantity.range.lowerBound, from: clause.lowerBound) == nil
  }

  private func percent(_ quantity: Quantity, low: Int) -> Cue? {
    let start = quantity.range.lowerBound
    if let verb = TargetWords.fulfils.matchBackwards(scan.chars, before: start, from: low) {
      return Cue(
        op: .equal, start: start - verb.length, end: quantity.range.upperBound, isVerb: true)
    }
    if continues(start) {
      return Cue(op: last?.op ?? .equal, start: start, end: quantity.range.upperBound)
    }
    if let change = TargetWords.changes.matchBackwards(scan.chars, before: start, from: low) {
      return Cue(op: .equal, start: start - change.length, end: quantity.range.upperBound)
    }
    if isBare(start) { return Cue(op: .equal, start: start, end: quantity.range.upperBound) }
    let behind = TargetWords.uses.match(
      scan.chars, at: quantity.range.upperBound, limit: clause.upperBound)
    guard let behind else { return nil }
    return Cue(op: .equal, start: start, end: quantity.range.upperBound + behind.length)
  }

  /// 在10个县（区）开展试点: so many places are to do it.
  private func holdsIn(_ quantity: Quantity) -> Bool {
    let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
    guard start > clause.lowerBound, scan.chars[start - 1] == 0x5728 else { return false }
    let ceiling = scan.sentenceEnd(end, to: clause.upperBound, reach: 16)
    return scan.contains(TargetWords.starts, in: end..<ceiling)
  }

  /// 救治率90％, and ，100%社区卫生服务中心设置中医馆: a share with no word of comparing.
  private func isBare(_ start: Int) -> Bool {
    guard start > clause.lowerBound else { return true }
    let before = scan.chars[start - 1]
    return before.isMark && before != Sign.open || TargetWords.shares.contains(before)
  }

  /// A word of doing that governs the number: next to it, or with a few characters between; with the whole name
  /// of what is built where the number ends it (建成省级区域性医疗卫生中心100家。).
  func governingVerb(of quantity: Quantity) -> Int? {
    let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
    let closes = end >= clause.upperBound || scan.chars[end].isMark
    var index = start
    let floor = max(clause.lowerBound, start - (closes ? 24 : 12))
    while index > floor {
      if let verb = TargetWords.verbs.matchBackwards(scan.chars, before: index, from: floor) {
        return index - verb.length
      }
      let scalar = scan.chars[index - 1]
      if scalar == 0x7684 || (scalar.isMark && !isOpening(scalar)) { return nil }
      if TargetWords.breaks.matchBackwards(scan.chars, before: index, from: floor) != nil {
        return nil
      }
      index -= 1
    }
    return nil
  }

  private func isOpening(_ scalar: UInt32) -> Bool { scalar == 0x201C }

  /// Whether the number goes on a list whose first item is a target.
  private func continues(_ start: Int) -> Bool {
    guard let last, start > last.end else { return false }
    let gap = last.end..<start
    if gap.count > 2, gap.count < 20, scan.chars[gap.lowerBound] == Sign.pause {
      // 重点专科2个、省级重点专科15个
      return !scan.chars[gap.dropFirst()].contains(where: \.isMark)
    }
    return gap.count <= 1
      && scan.chars[gap].allSatisfy { $0 == 0x3001 || $0 == 0x548C || $0 == 0x53CA || $0 == 0x2C }
  }

  /// …个……建设, …个……全部接入: what is done stands behind the noun.
  private func hasActBehind(_ end: Int) -> Bool {
    var index = end
    let ceiling = min(clause.upperBound, end + 22)
    while index < ceiling {
      let scalar = scan.chars[index]
      if let close = kindEnd(index, to: ceiling) {
        index = close
        continue
      }
      if scalar == 0x2C || scalar.endsSentence || scalar == 0x0A || scalar == 0x28 || scalar == 0x3A
      {
        return false
      }
      if TargetWords.acts.match(scan.chars, at: index, limit: clause.upperBound) != nil {
        return !countsPlaces(end)
      }
      index += 1
    }
    return false
  }

  /// 3个市, 7个县（区）; not 4个省级 nor 10个县域.
  private func countsPlaces(_ end: Int) -> Bool {
    guard end < clause.upperBound, TargetWords.places.contains(scan.chars[end]) else {
      return false
    }
    let behind = kindEnd(end + 1, to: clause.upperBound) ?? end + 1
    guard behind < clause.upperBound else { return true }
    return !TargetWords.behindPlaces.contains(scan.chars[behind])
  }

  /// The end of （区） or （市、区） that stands behind 县.
  private func kindEnd(_ open: Int, to limit: Int) -> Int? {
    guard open < limit, scan.chars[open] == Sign.open else { return nil }
    for index in open + 1..<min(limit, open + 6) {
      if scan.chars[index] == Sign.close { return index + 1 }
      guard TargetWords.places.contains(scan.chars[index]) || scan.chars[index] == Sign.pause else {
        return nil
      }
    }
    return nil
  }

  /// 创建……等5所: the number sums up a list of what is to be made.
  private func sumsUp(_ start: Int) -> Bool {
    guard start > clause.lowerBound, scan.chars[start - 1] == 0x7B49 else { return false }
    let low = scan.sentenceStart(start, from: clause.lowerBound, reach: 70)
    return scan.contains(TargetWords.makes, in: low..<start)
  }

  /// （乡镇2个，村1个）: a noun, a number, a mark, behind something to be made.
  private func isListed(_ quantity: Quantity) -> Bool {
    let end = quantity.range.upperBound
    guard end < clause.upperBound,
      scan.chars[end] == 0x2C || scan.chars[end] == 0x29
        || scan.chars[end] == 0x3001
    else { return false }
    let start = scan.sentenceStart(quantity.range.lowerBound, from: clause.lowerBound, reach: 24)
    guard let open = (start..<quantity.range.lowerBound).last(where: { scan.chars[$0] == 0x28 })
    else { return false }
    let low = max(clause.lowerBound, open - 12)
    return (low..<open).contains {
      TargetWords.makes.match(scan.chars, at: $0, limit: open) != nil
    }
  }
}
