import Reform

/// The words before a figure: what it is compared with, whether it is over, by how much something changes.
extension TargetReader {
  /// 达到每人每年700元, 不低于总额的90%, 提高到2027年的40%: the word of comparing stands a little before.
  func prefix(
    beyond start: Int, _ quantity: Quantity
  ) -> (op: TaskTarget.Comparison, start: Int, per: Range<Int>?)? {
    let low = clause.lowerBound
    func found(_ at: Int, _ per: Range<Int>?) -> (TaskTarget.Comparison, Int, Range<Int>?)? {
      guard let word = TargetWords.prefixes.matchBackwards(scan.chars, before: at, from: low),
        word.length > 1
      else { return nil }
      return (word.value, at - word.length, per)
    }
    if let per = TargetWords.each.matchBackwards(scan.chars, before: start, from: low) {
      let at = start - per.length
      return found(at, at..<start)
    }
    guard start > low, scan.chars[start - 1] == 0x7684 else { return nil }
    var at = start - 1
    while at > max(low, start - 18), !scan.chars[at - 1].isMark {
      at -= 1
      if let found = found(at, nil), quantity.isPercent || isYear(at..<start - 1) { return found }
    }
    return nil
  }

  private func isYear(_ range: Range<Int>) -> Bool {
    guard let date = DateWords.read(scan.chars, at: range.lowerBound, limit: range.upperBound)
    else {
      return false
    }
    return date.year > 0 && date.range.upperBound == range.upperBound
  }

  /// 已达, 目前, 上年 a little before; 较上年 compares, and of 从目前的88%提高到90% the later counts.
  func isLookingBack(_ start: Int, _ number: Int) -> Bool {
    var start = start
    if start < number,
      TargetWords.moves.match(scan.chars, at: start, limit: number) != nil,
      let from = moveStart(start)
    {
      start = from
      let low = max(clause.lowerBound, start - 4)
      return scan.contains(TargetWords.alreadyDone, in: low..<start)
    }
    let low = max(clause.lowerBound, start - 8)
    return (low..<start).contains { index in
      TargetWords.past.match(scan.chars, at: index, limit: start) != nil
        && TargetWords.compared.matchBackwards(
          scan.chars, before: index, from: clause.lowerBound) == nil
    }
  }

  /// Where 由36% or 从目前的88% begins, right before a word of moving.
  private func moveStart(_ end: Int) -> Int? {
    var index = end
    var hasFigure = false
    while index > max(clause.lowerBound, end - 24), !scan.chars[index - 1].isMark {
      index -= 1
      if scan.chars[index].isDigit { hasFigure = true }
      if hasFigure, scan.chars[index] == 0x7531 || scan.chars[index] == 0x4ECE { return index }
    }
    return nil
  }

  /// Whether the unit is one of measuring here: an age is where it is how long people live, days are no
  /// span within which something is done.
  func isMeant(_ quantity: Quantity, isPrefixed: Bool, _ end: Int) -> Bool {
    let start = quantity.range.lowerBound
    if TargetWords.ages.contains(quantity.unit) {
      let low = max(clause.lowerBound, start - 20)
      return scan.contains(TargetWords.lives, in: low..<start)
    }
    guard TargetWords.spans.contains(quantity.unit), !isPrefixed else { return true }
    if quantity.unit == "日" {
      return isBareMeasure(start) || change(quantity, low: start - 8, end) != nil
    }
    guard end > quantity.range.upperBound, !isBareMeasure(start) else { return true }
    return scan.chars[end - 1] != 0x5185
  }

  /// 提高30元, 下降15%: by how much something changes.
  func change(_ quantity: Quantity, low: Int, _ to: Int) -> Cue? {
    let start = quantity.range.lowerBound
    guard
      let word = TargetWords.directions.matchBackwards(
        scan.chars, before: start, from: max(clause.lowerBound, low))
    else { return nil }
    if TargetWords.conditions.contains(quantity.unit), !TargetWords.ages.contains(quantity.unit) {
      return nil
    }
    // 改造提升12家: things are worked on, not changed by so many.
    let isThing =
      quantity.isCount && !quantity.unit.hasSuffix("元")
      && !TargetWords.amounts.contains(quantity.unit)
    guard
      !isThing
        || TargetWords.additions.match(scan.chars, at: start - word.length, limit: start) != nil
    else { return nil }
    return Cue(op: .equal, start: start - word.length, end: to, isChange: true)
  }

  /// 平均住院日7.5日, 人均预期寿命81岁, 每千人口床位数6.5张: a measure, and its figure right behind.
  func isBareMeasure(_ start: Int) -> Bool {
    let low = clause.lowerBound
    if TargetWords.bareMeasures.matchBackwards(scan.chars, before: start, from: low) != nil {
      return true
    }
    guard TargetWords.measures.matchBackwards(scan.chars, before: start, from: low) != nil else {
      return false
    }
    return scan.contains(TargetWords.perThousand, in: max(low, start - 20)..<start)
  }
}
