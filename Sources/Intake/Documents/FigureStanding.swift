import Reform

/// Figures that are not set: they say whom a rule hits, what was, or what holds no longer.
struct FigureStanding {
  let reader: TargetReader

  private var scan: Scan { reader.scan }
  private var clause: Range<Int> { reader.clause }

  enum Standing: Hashable {
    case holds
    case none
    /// It is what was: its name goes on to the figure behind it.
    case past
    case asked
  }

  func standing(of quantity: Quantity, _ words: Range<Int>, _ op: TaskTarget.Comparison)
    -> Standing
  {
    if isFine(words) || isGrade(words) { return .none }
    if isOfThePast(words) { return .past }
    if isTakenBack(words) || isConsequence(quantity, words) { return .asked }
    return condition(quantity, words, op)
  }

  /// 处5万元以上20万元以下罚款.
  private func isFine(_ words: Range<Int>) -> Bool {
    let part =
      scan.partStart(
        words.lowerBound, from: clause.lowerBound)..<scan.partEnd(
        words.upperBound, to: clause.upperBound)
    return scan.contains(VoidWords.fines, in: part)
  }

  /// 不得将药占比低于30%作为唯一指标, 取消“药占比不超过30%”的考核, 原“达标率不低于90%”的要求不再执行.
  private func isTakenBack(_ words: Range<Int>) -> Bool {
    let before =
      scan.partStart(words.lowerBound, from: clause.lowerBound)..<words.lowerBound
    if scan.contains(VoidWords.beforeFigure, in: before) { return true }
    var end = words.upperBound
    if scan.contains(VoidWords.beforeRule, in: before) {
      if end < clause.upperBound, scan.chars[end] == 0x201D { end += 1 }
      if end < clause.upperBound, scan.chars[end] == 0x7684,
        VoidWords.rules.match(scan.chars, at: end + 1, limit: clause.upperBound) != nil
      {
        return true
      }
    }
    return scan.isCancelled(behind: words.upperBound, to: clause.upperBound)
  }

  /// 90分以上为优秀, 低于60分的为不合格.
  private func isGrade(_ words: Range<Int>) -> Bool {
    var end = words.upperBound
    if end < clause.upperBound, scan.chars[end] == 0x7684 { end += 1 }
    return Self.grades.match(scan.chars, at: end, limit: clause.upperBound) != nil
  }

  private static let grades = WordTrie(
    ["为", "评为", "定为", "确定为"].flatMap { head in
      ["优秀", "优", "良好", "良", "合格", "不合格", "基本合格", "达标", "不达标", "A级", "B级", "C级", "D级", "优秀等次"].map {
        head + $0
      }
    })

  /// 完成率达到100%的，奖励200万元; 连续两年不合格的县扣减10%: what befalls those whom a rule hits.
  private func isConsequence(_ quantity: Quantity, _ words: Range<Int>) -> Bool {
    let from = scan.partStart(words.lowerBound, from: clause.lowerBound)
    let verb = (from..<max(from, quantity.range.lowerBound)).first {
      Self.consequences.match(scan.chars, at: $0, limit: quantity.range.lowerBound) != nil
    }
    guard let verb else { return false }
    let before = max(clause.lowerBound, verb - 8)..<verb
    if from >= clause.lowerBound + 2, verb - from < 3, scan.chars[from - 1] == Sign.comma,
      scan.chars[from - 2] == 0x7684
    {
      return true
    }
    return before.contains { index in
      scan.chars[index] == 0x7684
        && (index + 1 == verb || scan.contains(VoidWords.whom, in: index + 1..<verb))
        && index >= from
    }
  }

  private static let consequences = WordTrie(["奖励", "奖补", "扣减", "扣除", "核减", "扣罚", "扣"])

  /// 回款率低于90%的医院，扣减预算: the figure says whom the rule hits.
  func condition(_ quantity: Quantity, _ words: Range<Int>, _ op: TaskTarget.Comparison)
    -> Standing
  {
    let (start, end) = (words.lowerBound, words.upperBound)
    let from = scan.partStart(start, from: clause.lowerBound)
    if from < start, scan.isAssumed(from, to: start) { return .none }
    guard end < clause.upperBound else { return .holds }
    if scan.chars[end] == 0x65F6,
      VoidWords.times.match(scan.chars, at: end, limit: clause.upperBound) == nil
    {
      return .none
    }
    guard let of = relative(behind: end, from: from) else { return .holds }
    let stop = scan.partEnd(of + 1, to: clause.upperBound)
    guard VoidWords.ofFigures.match(scan.chars, at: of + 1, limit: stop) == nil,
      tellsOfSome(quantity, start, op)
    else { return .holds }
    if scan.hits(of, to: clause.upperBound) { return .none }
    let whom = of + 1..<min(stop, of + 11)
    guard stop == of + 1 || scan.contains(VoidWords.whom, in: whom),
      VoidWords.endsOfAims.matchBackwards(scan.chars, before: stop, from: of + 1) == nil
    else { return .holds }
    return op == .lessThan || op == .moreThan ? .none : .asked
  }

  /// The 的 behind the figure, or in a part that begins with 对 behind the last figure of its list.
  private func relative(behind end: Int, from: Int) -> Int? {
    if scan.chars[end] == 0x7684 { return end }
    let isOfThem =
      VoidWords.to.match(scan.chars, at: from, limit: end) != nil
      && VoidWords.notTo.match(scan.chars, at: from, limit: end) == nil
    // 药占比高于35%且耗占比高于20%的医院
    let joint = scan.chars[end] == Sign.pause && end + 1 < clause.upperBound ? end + 1 : end
    guard isOfThem || scan.chars[joint] == 0x4E14 || scan.chars[joint] == 0x6216 else { return nil }
    let stop = scan.partEnd(end, to: clause.upperBound)
    return (end..<max(end, stop)).first { index in
      scan.chars[index] == 0x7684 && Self.endsOfFigures.contains(scan.chars[index - 1])
    }
  }

  private static let endsOfFigures = Set(scalars("%上下内分元次张人名家所天0123456789"))

  /// Whether a measure, or something else than a word of doing, stands before the figure: of a share of
  /// things (80%的县达标) nothing does.
  private func tellsOfSome(_ quantity: Quantity, _ start: Int, _ op: TaskTarget.Comparison)
    -> Bool
  {
    let own = reader.naming.part(before: start)
    // 低于80%的县: nothing before it says what is to be less.
    guard !own.isEmpty else { return op == .lessThan || op == .moreThan }
    if reader.naming.isMeasured(own) { return true }
    if quantity.isPercent { return op == .lessThan || op == .moreThan }
    return reader.governingVerb(of: quantity) == nil
  }

  /// 截至2024年底，全省达标率达到85%; 2024年全省完成300家: what was by a day that is over.
  private func isOfThePast(_ words: Range<Int>) -> Bool {
    guard let issued = reader.issued else { return false }
    let low = scan.sentenceStart(words.lowerBound, from: clause.lowerBound)
    let from = scan.partStart(words.lowerBound, from: low)
    var index = from
    var nearest: DateWords?
    while index < words.lowerBound {
      guard let date = date(at: index, to: words.lowerBound) else {
        index += 1
        continue
      }
      nearest = date
      index = max(index + 1, date.range.upperBound)
    }
    if nearest == nil, from > low + 1, scan.chars[from - 1] == Sign.comma {
      let before = scan.partStart(from - 1, from: low)
      nearest = (before..<min(from - 1, before + 6)).lazy
        .compactMap { date(at: $0, to: from - 1) }
        .first { $0.range.upperBound == from - 1 }
    }
    guard let nearest else { return false }
    let at = nearest.range.lowerBound
    let isUntil =
      VoidWords.until.matchBackwards(scan.chars, before: at, from: clause.lowerBound) != nil
    let isCompared =
      TargetWords.compared.matchBackwards(scan.chars, before: at, from: clause.lowerBound) != nil
    let signs = DeadlineSigns(scan, clause, issued: issued)
    let isNamed =
      DeadlineWords.notBehindYear.match(
        scan.chars, at: nearest.range.upperBound, limit: clause.upperBound) != nil
    return !isCompared && !isNamed && (isUntil || !nearest.hasLimit) && signs.isPast(nearest)
  }

  private func date(at index: Int, to limit: Int) -> DateWords? {
    guard DeadlineWords.begins(scan.chars[index]),
      let date = DateWords.read(scan.chars, at: index, limit: limit, from: clause.lowerBound),
      date.year > 0, !date.isStart
    else { return nil }
    return date
  }

  /// A ratio or a figure with a plus behind it, which have no unit.
  func isOddNumber(_ number: Range<Int>) -> Bool { isRatio(number) || isOpen(number) }

  /// 每千人口床位5.5张.
  func isPerThousand(_ quantity: Quantity) -> Bool {
    let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
    guard quantity.isCount, end >= clause.upperBound || scan.chars[end].isMark else { return false }
    let from = scan.partStart(start, from: clause.lowerBound, reach: 20)
    return scan.contains(TargetWords.perThousand, in: from..<start)
  }

  /// 留用比例为60%: it may be set, and it may be so already.
  func isStatedShare(_ quantity: Quantity) -> Bool {
    let start = quantity.range.lowerBound
    guard quantity.isPercent, start > clause.lowerBound + 1, scan.chars[start - 1] == 0x4E3A else {
      return false
    }
    return TargetWords.sharesNamed.matchBackwards(
      scan.chars, before: start - 1, from: clause.lowerBound) != nil
  }

  /// 报销比例为：一级90%、二级80%: what they are shares of stands before the colon.
  func isListedShare(_ quantity: Quantity) -> Bool {
    guard quantity.isPercent else { return false }
    let start = quantity.range.lowerBound
    let low = scan.sentenceStart(start, from: clause.lowerBound, reach: 60)
    guard let colon = (low..<start).last(where: { scan.chars[$0] == Sign.colon }) else {
      return false
    }
    return (max(low, colon - 3)...colon).contains {
      TargetWords.sharesNamed.matchBackwards(scan.chars, before: $0, from: low) != nil
    }
  }

  /// 床护比1:0.6.
  private func isRatio(_ number: Range<Int>) -> Bool {
    let end = number.upperBound
    return number.lowerBound > clause.lowerBound && scan.chars[number.lowerBound - 1] == 0x6BD4
      && end + 1 < clause.upperBound && scan.chars[end] == Sign.colon && scan.chars[end + 1].isDigit
  }

  /// 建成50+个站点.
  private func isOpen(_ number: Range<Int>) -> Bool {
    number.upperBound + 1 < clause.upperBound && scan.chars[number.upperBound] == 0x2B
      && Quantity.units.match(
        scan.chars, at: number.upperBound + 1, limit: clause.upperBound) != nil
  }
}
