import Reform

/// Figures that a clause seems to set and that are no target of it: they are told.
extension TargetReader {
  /// A figure without a unit that is known: 不低于1:0.6, 达到200以上.
  mutating func doubt(_ number: Range<Int>) {
    guard seemsSet(number) || FigureStanding(reader: self).isOddNumber(number),
      DateWords.read(scan.chars, at: number.lowerBound, limit: clause.upperBound) == nil,
      Numerals.year(scan.chars, at: number.lowerBound, limit: clause.upperBound) == nil,
      !isLookingBack(signStart(number.lowerBound), number.lowerBound)
    else { return }
    let end = number.upperBound
    let unit = Quantity.units.match(scan.chars, at: end, limit: clause.upperBound)?.length ?? 0
    guard unit == 0 || !TargetWords.conditions.contains(Intake.text(scan.chars[end..<end + unit]))
    else { return }
    reading.doubts.append(number.lowerBound..<end + unit)
  }

  /// A figure with its unit that nothing was taken from.
  mutating func doubt(_ quantity: Quantity) {
    let start = quantity.range.lowerBound
    guard !TargetWords.conditions.contains(quantity.unit),
      seemsSet(quantity.range) || isPerHead(quantity) || isOfOthers(quantity)
        || FigureStanding(reader: self).isPerThousand(quantity) || isShareOf(quantity)
        || FigureStanding(reader: self).isListedShare(quantity)
        || FigureStanding(reader: self).isStatedShare(quantity),
      FigureStanding(reader: self).condition(quantity, quantity.range, .equal) == .holds,
      isShareOf(quantity) || !isLookingBack(signStart(start), start),
      !isStartingPoint(quantity.range.upperBound),
      !isSpan(quantity)
    else { return }
    reading.doubts.append(quantity.range)
  }

  /// A number in characters that no rule reads: 达到八成, 三分之二以上的县.
  mutating func doubtInWords(at index: Int) {
    guard let number = Numerals.chinese(scan.chars, at: index, limit: clause.upperBound),
      index == clause.lowerBound || Numerals.digit(scan.chars[index - 1]) == nil
    else { return }
    let end = index + number.length
    guard
      let word = TargetWords.partsInWords.match(scan.chars, at: end, limit: clause.upperBound)
    else { return }
    let isFraction = word.length == 2
    let behind =
      isFraction
      ? (Numerals.chinese(
        scan.chars, at: end + 2, limit: clause.upperBound)?.length ?? 0) : 0
    let last = end + word.length + behind
    let isMore =
      TargetWords.suffixes.match(scan.chars, at: last, limit: clause.upperBound) != nil
      || word.length > 2
    let isPrefixed =
      TargetWords.prefixes.matchBackwards(scan.chars, before: index, from: clause.lowerBound) != nil
    guard isPrefixed || seemsSet(index..<last) || isMore || isFraction && isShareOf(index..<last),
      !isLookingBack(signStart(index), index)
    else { return }
    reading.doubts.append(index..<last)
  }

  /// 超过半数的县, 一半以上的县.
  mutating func doubtHalf(at index: Int) {
    guard let half = TargetWords.halves.match(scan.chars, at: index, limit: clause.upperBound)
    else { return }
    let end = index + half.length
    let low = max(clause.lowerBound, index - 4)
    guard half.length > 2 || scan.contains(TargetWords.beforeHalves, in: low..<index) else {
      return
    }
    reading.doubts.append(index..<end)
  }

  /// 三分之二的县达标: a share of things at the beginning of its part.
  private func isShareOf(_ words: Range<Int>) -> Bool {
    words.upperBound < clause.upperBound && scan.chars[words.upperBound] == 0x7684
      && (words.lowerBound == clause.lowerBound || scan.chars[words.lowerBound - 1].isMark)
  }

  /// 封顶线不低于可支配收入的6倍.
  private func isShareOf(_ quantity: Quantity) -> Bool {
    let start = quantity.range.lowerBound
    guard quantity.unit == "倍", start > clause.lowerBound, scan.chars[start - 1] == 0x7684 else {
      return false
    }
    let from = scan.partStart(start, from: clause.lowerBound, reach: 24)
    return (from..<start).contains { index in
      (TargetWords.prefixes.matchBackwards(scan.chars, before: index, from: from)?.length ?? 0) > 1
    }
  }

  /// 农村15分钟内 behind a figure of the same unit.
  private func isOfOthers(_ quantity: Quantity) -> Bool {
    let end = quantity.range.upperBound
    let after = TargetWords.suffixes.match(scan.chars, at: end, limit: clause.upperBound)
    let last = end + (after?.length ?? 0)
    return after != nil && (last >= clause.upperBound || scan.chars[last].isMark)
      && isOfOthers(quantity, quantity.range)
  }

  /// 每人每年50元 behind no word of comparing.
  private func isPerHead(_ quantity: Quantity) -> Bool {
    quantity.unit.hasSuffix("元")
      && TargetWords.each.matchBackwards(
        scan.chars, before: quantity.range.lowerBound, from: clause.lowerBound) != nil
  }

  /// Where the word of comparing begins that stands before a number.
  private func signStart(_ start: Int) -> Int {
    let word = TargetWords.prefixes.matchBackwards(
      scan.chars, before: start, from: clause.lowerBound)
    return start - (word?.length ?? 0)
  }

  private func seemsSet(_ number: Range<Int>) -> Bool {
    let (start, low) = (number.lowerBound, clause.lowerBound)
    if let word = TargetWords.prefixes.matchBackwards(scan.chars, before: start, from: low),
      word.length > 1
    {
      return true
    }
    return TargetWords.directions.matchBackwards(scan.chars, before: start, from: low) != nil
      || TargetWords.nearly.matchBackwards(scan.chars, before: start, from: low) != nil
  }

  private func isSpan(_ quantity: Quantity) -> Bool {
    let end = quantity.range.upperBound
    return TargetWords.spans.contains(quantity.unit) && end < clause.upperBound
      && scan.chars[end] == 0x5185
  }
}

/// Tells of such figures, and of lists with 分别 that do not match.
struct TargetDoubts {
  let scan: Scan
  let notes: [NoteFinder.Note]
  let issued: Day?

  /// What is told of a clause; `taken` are the figures that are targets of it.
  func finding(in range: Range<Int>, taken: [Evidence]) -> Finding? {
    let deadlines = DeadlineReader.read(body: range, skipping: [], scan, issued: issued).deadlines
    let skips = (inside(range) + deadlines.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
    let read = TargetReader.read(range, skipping: skips, deadlines: deadlines, issued: issued, scan)
    let doubts = read.doubts.prefix(200).filter { doubt in
      let evidence = scan.evidence(doubt, in: range)
      return !taken.contains { $0.start < evidence.end && evidence.start < $0.end }
    }
    guard let first = doubts.first else { return nil }
    var finding = scan.finding(
      "figure-not-taken", "这里的数像是目标，没有读准（项数对不上、没有写明指标，或单位不认识），没有记入，请补填。",
      "Figures here seem to be targets and could not be read surely (lists that do not match, no name, "
        + "or an unknown unit). They were not taken; please enter them.",
      at: first)
    var parts: [Range<Int>] = []
    for doubt in doubts.prefix(40).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let start = scan.sentenceStart(doubt.lowerBound, from: range.lowerBound, reach: 24)
      let comma = (start..<doubt.lowerBound).last { scan.chars[$0] == Sign.comma }.map { $0 + 1 }
      let part = (comma ?? start)..<doubt.upperBound
      if let last = parts.last, last.upperBound > part.lowerBound {
        parts[parts.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else {
        parts.append(part)
      }
    }
    finding.words = parts.map { scan.name($0) }.joined(separator: "；")
    return finding
  }

  /// Figures of places that could not be told apart, or that nothing says the meaning of.
  static func placed(_ doubts: [Range<Int>], _ scan: Scan) -> [Finding] {
    guard let first = doubts.first else { return [] }
    var finding = scan.finding(
      "figure-not-taken", "这里给几个地区写了数，没有读准哪个数是哪个地区的、是什么指标，没有记入，请补填。",
      "Figures are set for several places here, and which belongs to which, or what they count, could not be "
        + "read surely. They were not taken; please enter them.", at: first)
    finding.words = doubts.prefix(40).map { scan.name($0) }.joined(separator: "；")
    return [finding]
  }

  private func inside(_ range: Range<Int>) -> [Range<Int>] {
    let low = notes.partition { $0.outer.lowerBound >= range.lowerBound }
    let high = notes.partition { $0.outer.lowerBound >= range.upperBound }
    return notes[low..<max(low, high)].map(\.outer)
  }
}
