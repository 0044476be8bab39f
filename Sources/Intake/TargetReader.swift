import Foundation
import Reform

/// Reads the figures that a clause sets as targets.
struct TargetReader {
  struct Reading {
    var targets: [(value: TaskTarget, range: Range<Int>)] = []
  }

  private struct Cue {
    var op: TaskTarget.Comparison
    /// Where the words that set it begin.
    var start: Int
    var end: Int
  }

  private let scan: Scan
  private let clause: Range<Int>
  private let deadlines: [(value: Deadline, range: Range<Int>)]
  private var reading = Reading()
  /// The end of the last target, its noun included, and what set it.
  private var last: (end: Int, op: TaskTarget.Comparison)?

  private init(
    _ scan: Scan, _ clause: Range<Int>, _ deadlines: [(value: Deadline, range: Range<Int>)]
  ) {
    (self.scan, self.clause, self.deadlines) = (scan, clause, deadlines)
  }

  /// Reads running text; `skipping` are notes and the words of deadlines.
  static func read(
    _ range: Range<Int>, skipping: [Range<Int>],
    deadlines: [(value: Deadline, range: Range<Int>)], _ scan: Scan
  ) -> Reading {
    var reader = TargetReader(scan, range, deadlines)
    var index = range.lowerBound
    var skips = skipping[...]
    while index < range.upperBound {
      if let skip = skips.first, skip.lowerBound <= index {
        skips.removeFirst()
        index = max(index, skip.upperBound)
        continue
      }
      index = reader.step(at: index)
    }
    return reader.reading
  }

  private mutating func step(at index: Int) -> Int {
    let scalar = scan.chars[index]
    if scalar == 0x300A, let end = closing(index) { return end }
    guard scalar.isDigit || scalar == 0x767E else { return index + 1 }
    guard let quantity = Quantity.read(scan.chars, at: index, limit: clause.upperBound) else {
      var end = index + 1
      while end < clause.upperBound, scan.chars[end].isDigit { end += 1 }
      return end
    }
    take(quantity)
    return quantity.range.upperBound
  }

  private func closing(_ index: Int) -> Int? {
    let ceiling = min(clause.upperBound, index + 120)
    return (index..<ceiling).first { scan.chars[$0] == 0x300B }.map { $0 + 1 }
  }

  private mutating func take(_ quantity: Quantity) {
    guard !isNamed(quantity), let sign = sign(for: quantity) else { return }
    let noun = nounEnd(behind: sign.end)
    let op = quantity.upper == nil ? sign.op : .range
    let words =
      min(sign.start, quantity.range.lowerBound)..<max(sign.end, quantity.range.upperBound)
    let metric = metric(of: quantity, words, noun: noun)
    let target = TaskTarget(
      metric: Phrase(metric, ""), op: op, value: quantity.value, upper: quantity.upper,
      unit: quantity.unit, scope: scope(before: words.lowerBound), isSoft: isSoft(words),
      year: year(near: words))
    reading.targets.append((target, words))
    last = (noun, sign.op)
  }

  // MARK: What sets a target

  private func sign(for quantity: Quantity) -> Cue? {
    let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
    let low = max(clause.lowerBound, start - 14)
    var op: TaskTarget.Comparison?
    var (from, to) = (start, end)
    if let before = TargetWords.prefixes.matchBackwards(scan.chars, before: start, from: low) {
      op = before.value
      from = start - before.length
    }
    if let after = TargetWords.suffixes.match(scan.chars, at: end, limit: clause.upperBound) {
      op = after.value
      to = end + after.length
    }
    if isLookingBack(from) { return nil }
    if isStartingPoint(end) { return nil }
    if let op, isWorthy(quantity, hasPrefix: from < start) {
      return Cue(op: op, start: from, end: to)
    }
    if quantity.isPercent { return percent(quantity, low: low) }
    guard quantity.isCount else { return nil }
    if let verb = governingVerb(before: start) { return Cue(op: .equal, start: verb, end: to) }
    if continues(start) { return Cue(op: last?.op ?? .equal, start: start, end: to) }
    if hasActBehind(end) || sumsUp(start) && !countsPlaces(end) {
      return Cue(op: .equal, start: start, end: to)
    }
    if isListed(quantity) { return Cue(op: .equal, start: start, end: to) }
    return nil
  }

  /// 由84元提高到: the number is what it was before.
  private func isStartingPoint(_ end: Int) -> Bool {
    TargetWords.moves.match(scan.chars, at: end, limit: clause.upperBound) != nil
  }

  /// 以上 behind an age or a grade sets no target.
  private func isWorthy(_ quantity: Quantity, hasPrefix: Bool) -> Bool {
    if quantity.isPercent || hasPrefix { return !TargetWords.conditions.contains(quantity.unit) }
    if TargetWords.conditions.contains(quantity.unit) { return false }
    if quantity.unit == "倍" || quantity.unit.hasSuffix("元") { return true }
    let start = quantity.range.lowerBound
    return governingVerb(before: start) != nil || continues(start)
      || hasActBehind(quantity.range.upperBound)
  }

  private func percent(_ quantity: Quantity, low: Int) -> Cue? {
    let start = quantity.range.lowerBound
    if let change = TargetWords.changes.matchBackwards(scan.chars, before: start, from: low) {
      return Cue(op: .equal, start: start - change.length, end: quantity.range.upperBound)
    }
    let behind = TargetWords.uses.match(
      scan.chars, at: quantity.range.upperBound, limit: clause.upperBound)
    guard let behind else { return nil }
    return Cue(op: .equal, start: start, end: quantity.range.upperBound + behind.length)
  }

  /// A word of doing that governs the number: next to it, or with a few characters between.
  private func governingVerb(before start: Int) -> Int? {
    var index = start
    let floor = max(clause.lowerBound, start - 12)
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
    guard end + 1 < clause.upperBound else { return true }
    return !TargetWords.behindPlaces.contains(scan.chars[end + 1])
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

  // MARK: What is none

  /// 千县工程, “136”, 第3批, 5G: numbers in names.
  private func isNamed(_ quantity: Quantity) -> Bool {
    let start = quantity.range.lowerBound
    guard start > clause.lowerBound else { return false }
    let before = scan.chars[start - 1]
    if before == 0x524D, !quantity.isPercent { return true }
    if before == 0x7B2C || before.isASCIILetter || before == 0x2E { return true }
    if before == 0x201C, quantity.range.upperBound < clause.upperBound,
      scan.chars[quantity.range.upperBound] == 0x201D
    {
      return true
    }
    if scan.chars[start - 1] == 0x6279, start > clause.lowerBound + 2,
      scan.chars[start - 3] == 0x7B2C
    {
      return true
    }
    let isRanked =
      TargetWords.rates.matchBackwards(scan.chars, before: start, from: clause.lowerBound) != nil
    return isRanked && !quantity.isPercent
      || quantity.range.upperBound + 4 <= clause.upperBound
        && scan.contains(
          TargetWords.bases, in: quantity.range.upperBound..<quantity.range.upperBound + 4)
      || isBaseline(quantity)
  }

  /// 在……20-30名……的基础上.
  private func isBaseline(_ quantity: Quantity) -> Bool {
    let end = scan.sentenceEnd(quantity.range.upperBound, to: clause.upperBound, reach: 14)
    let low = max(clause.lowerBound, quantity.range.lowerBound - 6)
    guard scan.contains(TargetWords.baseline, in: quantity.range.upperBound..<end) else {
      return false
    }
    return scan.chars[low..<quantity.range.lowerBound].contains(0x5728)
  }

  private func isLookingBack(_ start: Int) -> Bool {
    let low = max(clause.lowerBound, start - 8)
    return scan.contains(TargetWords.past, in: low..<start)
  }

  // MARK: What it is about

  private func nounEnd(behind end: Int) -> Int {
    var index = end
    let ceiling = min(clause.upperBound, end + 30)
    var quotes = 0
    while index < ceiling {
      let scalar = scan.chars[index]
      if scalar == 0x201C { quotes += 1 }
      if scalar == 0x201D { quotes -= 1 }
      if scalar.isMark, scalar != 0x201C, scalar != 0x201D { break }
      if scalar.isDigit || scalar == 0x548C && index + 1 < ceiling && scan.chars[index + 1].isDigit
      {
        break
      }
      index += 1
    }
    return index
  }

  private func metric(of quantity: Quantity, _ words: Range<Int>, noun: Int) -> String {
    if quantity.isCount, noun > words.upperBound { return scan.name(words.upperBound..<noun) }
    var start = words.lowerBound
    while start > clause.lowerBound, words.lowerBound - start < 40, !scan.chars[start - 1].isMark {
      start -= 1
    }
    let isTime = deadlines.contains { $0.range.overlaps(start..<words.lowerBound) }
    if start < words.lowerBound, !(isTime && noun > words.upperBound) {
      return scan.name(start..<words.lowerBound)
    }
    return noun > words.upperBound ? scan.name(words.upperBound..<noun) : ""
  }

  private func scope(before start: Int) -> TaskTarget.Scope? {
    let sentence = scan.sentenceStart(start, from: clause.lowerBound, reach: 20)
    for index in (sentence..<start).reversed() {
      if scan.chars[index] == Sign.comma { return nil }
      if index > sentence, scan.chars[index - 1] == 0x4ECE { continue }
      if let found = TargetWords.scopes.match(scan.chars, at: index, limit: start) {
        return found.value
      }
    }
    return nil
  }

  private func isSoft(_ words: Range<Int>) -> Bool {
    let low = scan.sentenceStart(words.lowerBound, from: clause.lowerBound, reach: 40)
    return scan.contains(DeadlineWords.soft, in: low..<words.upperBound)
  }

  private func year(near words: Range<Int>) -> Int? {
    let low = scan.sentenceStart(words.lowerBound, from: clause.lowerBound)
    return deadlines.last { $0.range.lowerBound >= low && $0.range.upperBound <= words.upperBound }?
      .value.years.last
  }
}
