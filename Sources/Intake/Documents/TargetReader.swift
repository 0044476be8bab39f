import Foundation
import Reform

/// Reads the figures that a clause sets as targets.
struct TargetReader {
  struct Reading {
    var targets: [(value: TaskTarget, range: Range<Int>)] = []
    /// Figures that seem to be set and could not be taken.
    var doubts: [Range<Int>] = []
  }

  struct Cue {
    var op: TaskTarget.Comparison
    /// Where the words that set it begin.
    var start: Int
    var end: Int
    /// It says by how much something changes (提高, 下降), and not what it is to be.
    var isChange = false
    /// A verb sets it (建成, 培训).
    var isVerb = false
    /// A word of comparing stands before the number (达到, 控制在).
    var isPrefixed = false
    /// 每人每年 between that word and the number.
    var per: Range<Int>?
  }

  let scan: Scan
  let clause: Range<Int>
  let deadlines: [(value: Deadline, range: Range<Int>)]
  let issued: Day?
  var reading = Reading()
  /// What the last figure with a name was about, and where it stands.
  var named: (metric: String, range: Range<Int>)?
  /// The end of the last target, its noun included, and what set it.
  var last: (end: Int, op: TaskTarget.Comparison)?

  private init(
    _ scan: Scan, _ clause: Range<Int>, _ deadlines: [(value: Deadline, range: Range<Int>)],
    issued: Day?
  ) {
    (self.scan, self.clause, self.deadlines) = (scan, clause, deadlines)
    self.issued = issued
  }

  /// Reads running text; `skipping` are notes and the words of deadlines.
  static func read(
    _ range: Range<Int>, skipping: [Range<Int>],
    deadlines: [(value: Deadline, range: Range<Int>)], issued: Day?, _ scan: Scan
  ) -> Reading {
    var reader = TargetReader(scan, range, deadlines, issued: issued)
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
    reader.pair()
    return reader.reading
  }

  private mutating func step(at index: Int) -> Int {
    let scalar = scan.chars[index]
    if scalar == 0x300A, let end = closing(index) { return end }
    let isHan = isHanNumber(at: index)
    guard scalar.isDigit || Quantity.parts.contains(scalar) || isHan else {
      if Numerals.digit(scalar) != nil { doubtInWords(at: index) }
      doubtHalf(at: index)
      return index + 1
    }
    guard let quantity = Quantity.read(scan.chars, at: index, limit: clause.upperBound) else {
      var end = index + 1
      while end < clause.upperBound, scan.chars[end].isDigit { end += 1 }
      doubt(index..<end)
      return end
    }
    take(quantity)
    return quantity.range.upperBound
  }

  /// Numbers in characters count behind 至少 (至少办好一所), and from three on behind 完成 (完成十项任务).
  private func isHanNumber(at index: Int) -> Bool {
    guard Numerals.digit(scan.chars[index]) != nil || scan.chars[index] == Numerals.ten else {
      return false
    }
    let low = clause.lowerBound
    if TargetWords.atLeast.matchBackwards(scan.chars, before: index, from: low) != nil {
      return true
    }
    guard TargetWords.counted.matchBackwards(scan.chars, before: index, from: low) != nil else {
      return false
    }
    let number = Numerals.chinese(scan.chars, at: index, limit: clause.upperBound)
    return (number?.value ?? 0) > 2
  }

  private func closing(_ index: Int) -> Int? {
    let ceiling = min(clause.upperBound, index + 120)
    return (index..<ceiling).first { scan.chars[$0] == 0x300B }.map { $0 + 1 }
  }

  private mutating func take(_ quantity: Quantity) {
    guard !isNamed(quantity) else { return }
    guard let sign = sign(for: quantity) else { return doubt(quantity) }
    let naming = naming
    let noun = naming.nounEnd(behind: sign.end)
    let op = quantity.upper == nil ? sign.op : .range
    let words =
      min(sign.start, quantity.range.lowerBound)..<max(sign.end, quantity.range.upperBound)
    switch FigureStanding(reader: self).standing(of: quantity, words, sign.op) {
    case .none: return
    case .asked: return reading.doubts.append(words)
    case .past:
      let metric = naming.metric(of: quantity, sign, words, noun: noun)
      if !metric.isEmpty { named = (metric, words) }
      last = (noun, sign.op)
      return
    case .holds: break
    }
    let metric = TargetWords.withoutTo(naming.metric(of: quantity, sign, words, noun: noun))
    guard !metric.isEmpty, !TargetWords.isNoName(metric), !isOfOthers(quantity, words),
      !saysWhen(words.upperBound..<noun, sign)
    else { return reading.doubts.append(words) }
    let target = TaskTarget(
      metric: Phrase(metric, ""), op: op, value: quantity.value, upper: quantity.upper,
      unit: quantity.unit, scope: scope(before: words.lowerBound), isSoft: isSoft(words),
      year: year(near: words))
    reading.targets.append((target, words))
    named = (metric, words)
    last = (noun, sign.op)
  }

  var naming: TargetNaming {
    TargetNaming(scan: scan, clause: clause, deadlines: deadlines, before: named, end: last?.end)
  }

  /// 6家市级医院一季度完成: so many do it by then, and not so many are to be.
  private func saysWhen(_ noun: Range<Int>, _ cue: Cue) -> Bool {
    !cue.isVerb && !cue.isPrefixed
      && deadlines.contains {
        noun.lowerBound < $0.range.lowerBound && noun.contains($0.range.lowerBound)
      }
  }

  // MARK: What is none

  /// 千县工程, “136”, 第3批, 5G: numbers in names.
  func isNamed(_ quantity: Quantity) -> Bool {
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

  // MARK: For whom and when

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

  /// The year whose words stand nearest before, among those of the deadlines.
  private func year(near words: Range<Int>) -> Int? {
    let low = scan.sentenceStart(words.lowerBound, from: clause.lowerBound)
    var nearest: (at: Int, year: Int)?
    func take(_ at: Int, _ year: Int?) {
      guard let year, at >= (nearest?.at ?? low) else { return }
      nearest = (at, year)
    }
    for deadline in deadlines {
      let year = deadline.value.years.last
      if deadline.range.lowerBound >= low, deadline.range.upperBound <= words.upperBound {
        take(deadline.range.lowerBound, year)
      }
      // A day that was read before is no deadline of its own.
      guard let year, deadline.value.kind == .year else { continue }
      let again = scalars("\(year)年")
      for at in low..<max(low, words.upperBound) where scan.chars.has(again, at: at) {
        take(at, year)
      }
    }
    return nearest?.year
  }
}
