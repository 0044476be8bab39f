import Reform

/// What a figure is about, by the words around it and by the figure before it.
struct TargetNaming {
  let scan: Scan
  let clause: Range<Int>
  let deadlines: [(value: Deadline, range: Range<Int>)]
  /// The figure before: what it is about, and where it stands.
  let before: (metric: String, range: Range<Int>)?
  /// Where it ends with its noun.
  let end: Int?

  func nounEnd(behind end: Int) -> Int {
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

  /// The words of what is measured: those before it or behind it in its part of the sentence, else what
  /// the figure before is about, else the part before or the heading; empty where nothing says it.
  func metric(of quantity: Quantity, _ cue: TargetReader.Cue, _ words: Range<Int>, noun: Int)
    -> String
  {
    let noun = isName(words.upperBound..<noun) ? noun : words.upperBound
    let behind = scan.name(words.upperBound..<noun)
    let verb = words.lowerBound..<max(words.lowerBound, quantity.range.lowerBound)
    let own = part(before: cue.isChange ? verb.upperBound : words.lowerBound)
    let per = cue.per.map { scan.name($0) } ?? ""
    if quantity.isCount, !behind.isEmpty, !(cue.isPrefixed && measures(own)) {
      return (cue.isChange ? scan.name(verb) : added(verb)) + behind
    }
    if quantity.isCount, !cue.isPrefixed, !cue.isChange, verb.count > 3 { return scan.name(verb) }
    guard isHollow(own) else {
      // 妇女免费筛查3000人: the verb is a part of the name.
      let gap = own.upperBound..<max(own.upperBound, verb.lowerBound)
      let holdsDay = scan.chars[gap].contains(DateWords.year)
      let doing = holdsDay ? scan.name(own) + scan.name(verb) : nil
      let name = cue.isVerb ? doing ?? scan.name(own.lowerBound..<verb.upperBound) : scan.name(own)
      if behind.first == "的", !measures(own), !isShare(own) { return name + behind }
      return name + (isPerHead(own) ? "" : per)
    }
    let more = scan.name(own) + per
    if !behind.isEmpty {
      let covers = scan.chars.has(Self.covering, at: words.lowerBound) ? scan.name(verb) : ""
      return more + covers + behind.trimmingPrefix("的")
    }
    if cue.isVerb, quantity.unit.hasSuffix("元"), Self.spending.contains(scan.name(verb)) {
      return more + scan.name(verb)
    }
    let before = nameBefore(words.lowerBound)
    if !before.isEmpty { return before + more }
    return cue.isVerb ? more + scan.name(verb) : ""
  }

  private static let covering = scalars("覆盖")
  private static let spending: Set<String> = ["投资", "投入", "补助", "筹资"]

  /// What the figure before is about, or the part before, or the heading of the clause.
  private func nameBefore(_ start: Int) -> String {
    var sentence = scan.sentenceStart(start, from: clause.lowerBound)
    if sentence > clause.lowerBound, scan.chars[sentence - 1] == Sign.semicolon {
      sentence = scan.sentenceStart(sentence - 1, from: clause.lowerBound)
    }
    if let before, let end, sentence <= end { return unchanged(before.metric) }
    let earlier = unchanged(scan.name(partBefore(start, from: sentence)))
    guard earlier.isEmpty else { return earlier }
    // 改造农村厕所。2025年完成3万户。
    if let before = heading(before: sentence) { return before }
    let end = scan.sentenceEnd(clause.lowerBound, to: clause.upperBound, reach: 24)
    guard end < sentence, end < clause.upperBound, scan.chars[end] == Sign.stop else { return "" }
    let first = clause.lowerBound..<end
    return scan.chars[first].contains { $0.isDigit || $0 == Sign.comma } ? "" : scan.name(first)
  }

  /// The sentence before (开展健康讲座), where it is a few words and no more.
  private func heading(before sentence: Int) -> String? {
    guard sentence > clause.lowerBound, scan.chars[sentence - 1] == Sign.stop else { return nil }
    var start = scan.sentenceStart(sentence - 1, from: clause.lowerBound, reach: 24)
    if let number = Numerals.arabic(scan.chars, at: start, limit: sentence),
      number.length < 3, scan.chars[start + number.length] == Sign.dot
    {
      start += number.length + 1
    }
    let words = scan.chars[start..<sentence - 1]
    guard (3...20).contains(words.count), !words.contains(where: { $0.isDigit || $0.isMark }) else {
      return nil
    }
    return scan.name(start..<sentence - 1)
  }

  /// 每年, 再, 较上年提高: words that name nothing themselves.
  private func isHollow(_ range: Range<Int>) -> Bool {
    unchanged(scan.name(range)).isEmpty
  }

  /// 并逐步提高 behind a figure goes on with the sentence.
  private func isName(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && TargetWords.goesOn.match(scan.chars, at: range.lowerBound, limit: clause.upperBound) == nil
  }

  /// 新增, 减少 before what is counted: no number that there are.
  private func added(_ range: Range<Int>) -> String {
    for at in range {
      if let word = TargetWords.additions.match(scan.chars, at: at, limit: range.upperBound) {
        return scan.name(at..<at + word.length)
      }
    }
    return ""
  }

  /// Whether the words end with something that is measured.
  func isMeasured(_ range: Range<Int>) -> Bool {
    measures(range) || isShare(range)
      || VoidWords.measured.matchBackwards(
        scan.chars, before: range.upperBound, from: range.lowerBound) != nil
  }

  private func measures(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && TargetWords.measures.matchBackwards(
        scan.chars, before: range.upperBound, from: range.lowerBound) != nil
  }

  private func isShare(_ range: Range<Int>) -> Bool {
    TargetWords.sharesNamed.matchBackwards(
      scan.chars, before: range.upperBound, from: range.lowerBound) != nil
  }

  private func isPerHead(_ range: Range<Int>) -> Bool {
    scan.contains(TargetWords.perHead, in: range)
  }

  // MARK: The part of the sentence before it

  /// The words of the same part of the sentence, without days and such as only soften.
  func part(before end: Int) -> Range<Int> {
    var low = max(clause.lowerBound, end - 40)
    if let before, before.range.upperBound <= end { low = max(low, before.range.upperBound) }
    var start = end
    while start > low {
      let scalar = scan.chars[start - 1]
      if let open = opening(of: start - 1, from: low) {
        start = open
        continue
      }
      if scalar == Sign.pause {
        // 覆盖率、参保率达到: both.
        guard isShared(start - 1, end, from: low) else { break }
      } else if scalar.isMark {
        break
      }
      start -= 1
    }
    return trimmed(withoutDays(start..<end))
  }

  /// Whether what stands before a pause is measured too: 覆盖率、参保率, and 高血压、糖尿病患者管理率均.
  private func isShared(_ pause: Int, _ end: Int, from low: Int) -> Bool {
    if TargetWords.sharesNamed.matchBackwards(scan.chars, before: pause, from: low) != nil {
      return true
    }
    let from = max(low, end - 3)
    return scan.contains(TargetWords.both, in: from..<min(clause.upperBound, end + 2))
  }

  /// Where brackets open that close here, and hold words of a name: 执业（助理）医师数, “互联网+医疗”.
  private func opening(of close: Int, from low: Int) -> Int? {
    let pairs: [UInt32: UInt32] = [Sign.close: Sign.open, 0x201D: 0x201C, 0x5D: 0x5B]
    guard let open = pairs[scan.chars[close]] else { return nil }
    var index = close
    while index > max(low, close - 24) {
      index -= 1
      let scalar = scan.chars[index]
      if scalar == open { return index + 1 < close ? index : nil }
      if scalar.isDigit || scalar == Sign.comma || scalar.endsSentence || pairs[scalar] != nil {
        return nil
      }
    }
    return nil
  }

  /// The part without its days: what stands behind the last, or else before those that end it.
  func withoutDays(_ range: Range<Int>) -> Range<Int> {
    var kept = range
    var before: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      guard let date = day(at: index, in: range) else {
        index += 1
        continue
      }
      // 就诊率2025年底、2026年底: the name is before the first.
      let between = kept.lowerBound..<date.lowerBound
      if before == nil || !trimmed(between).isEmpty { before = between }
      kept = date.upperBound..<range.upperBound
      index = max(date.upperBound, index + 1)
    }
    guard let before, trimmed(kept).isEmpty else { return kept }
    return before
  }

  /// A day of the part; 较2025年 is what is compared with, 每年 says how often.
  private func day(at index: Int, in range: Range<Int>) -> Range<Int>? {
    if let found = deadlines.first(where: { $0.range.contains(index) && !$0.value.isYearly }) {
      return index..<min(range.upperBound, found.range.upperBound)
    }
    guard DeadlineWords.begins(scan.chars[index]),
      let date = DateWords.read(
        scan.chars, at: index, limit: range.upperBound, from: range.lowerBound),
      date.range.upperBound <= range.upperBound, date.year > 0 || date.hasLimit,
      TargetWords.compared.matchBackwards(scan.chars, before: index, from: clause.lowerBound) == nil
    else { return nil }
    return date.range
  }

  /// Without 力争, 均, 分别 at its ends, and without 从目前的88% behind the name.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if let from = (start..<end).first(where: { isStartOfMove($0, end) }) { end = from }
    while start < end {
      if let word = TargetWords.fillers.match(scan.chars, at: start, limit: end) {
        start += word.length
      } else if scan.chars[start] == Sign.pause || scan.chars[start] == Sign.comma {
        start += 1
      } else {
        break
      }
    }
    while start < end,
      let word = TargetWords.fillerEnds.matchBackwards(scan.chars, before: end, from: start)
    {
      end -= word.length
    }
    return start..<max(start, end)
  }

  private func isStartOfMove(_ index: Int, _ end: Int) -> Bool {
    guard index > clause.lowerBound, scan.chars[index] == 0x7531 || scan.chars[index] == 0x4ECE
    else { return false }
    return index + 1 < end
      && (scan.chars[index + 1].isDigit
        || TargetWords.states.match(scan.chars, at: index + 1, limit: end) != nil)
  }

  /// The part before the comma, where it names something.
  private func partBefore(_ start: Int, from low: Int) -> Range<Int> {
    var comma = start
    while comma > low, scan.chars[comma - 1] != Sign.comma { comma -= 1 }
    guard comma > low + 1 else { return start..<start }
    let found = part(before: comma - 1)
    guard found.count < 30, !scan.chars[found].contains(where: \.isDigit) else {
      return start..<start
    }
    return found
  }

  /// 县域内就诊率 of 县域内就诊率比上年提高, and of 逐年提高县域内就诊率: what changes, and not the change.
  private func unchanged(_ metric: String) -> String {
    let words = scalars(metric).map(\.folded)
    var (start, end) = (0, words.count)
    while start < end, let word = TargetWords.hollow.match(words, at: start, limit: end) {
      start += word.length
    }
    let from = (start..<end).first {
      TargetWords.comparing.match(words, at: $0, limit: words.count) != nil
    }
    end = from ?? end
    while end > start,
      let length = TargetWords.directions.matchBackwards(words, before: end, from: start)?.length
        ?? TargetWords.hollowEnds.matchBackwards(words, before: end, from: start)?.length
    {
      end -= length
    }
    if let word = TargetWords.ups.match(words, at: start, limit: end) { start += word.length }
    return Intake.text(scalars(metric)[start..<max(start, end)])
  }
}

extension Deadline {
  /// Whether it comes every year, so that its words say how often.
  fileprivate var isYearly: Bool { kind == .yearly || kind == .yearlyBy || kind == .rangeYearly }
}
