import Reform

/// Places that a rule leaves out: 除舟山市外, 长沙市除外, 不含怀化市, 永州市退出试点.
extension PlaceReader {
  /// The words that leave a place out, and whether they end a pilot there.
  struct Exception: Hashable {
    var words: Range<Int>
    var endsPilot = false
  }

  func exception(around place: Range<Int>, in range: Range<Int>) -> Exception? {
    if let words = between(place, in: range) { return Exception(words: words) }
    let part = part(around: place, in: range)
    return behind(place, in: part) ?? before(place, in: part)
  }

  private static let excepts: UInt32 = 0x9664  // 除
  private static let outside: UInt32 = 0x5916  // 外

  /// 除舟山市、宁波市外.
  private func between(_ place: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    let start = scan.sentenceStart(place.lowerBound, from: range.lowerBound)
    let end = scan.sentenceEnd(place.upperBound, to: range.upperBound)
    guard
      let opens = (start..<place.lowerBound).last(where: { scan.chars[$0] == Self.excepts }),
      !(opens..<place.lowerBound).contains(where: { scan.chars[$0] == Self.outside }),
      let closes = (place.upperBound..<end).first(where: { scan.chars[$0] == Self.outside }),
      closes - opens <= 80
    else { return nil }
    return opens..<closes + 1
  }

  /// The part of the sentence, or of its bracket.
  private func part(around place: Range<Int>, in range: Range<Int>) -> Range<Int> {
    func parts(_ index: Int) -> Bool {
      let scalar = scan.chars[index]
      guard !isInKind(index, to: range) else { return false }
      return scalar == Sign.comma || scalar == Sign.colon || scalar.endsSentence
        || scalar == Sign.newline || scalar == Sign.tab || scalar.closer != nil || scalar.isCloser
    }
    let low = max(range.lowerBound, place.lowerBound - 80)
    let high = min(range.upperBound, place.upperBound + 80)
    let start = (low..<place.lowerBound).last(where: parts).map { $0 + 1 } ?? low
    return start..<((place.upperBound..<high).first(where: parts) ?? high)
  }

  /// A bracket of 市（州）, 县（市、区）.
  private func isInKind(_ index: Int, to range: Range<Int>) -> Bool {
    func isKind(_ index: Int) -> Bool { Self.kinds.contains(scan.chars[index]) }
    if scan.chars[index] == Sign.open {
      return index + 2 < range.upperBound && isKind(index + 1)
        && (scan.chars[index + 2] == Sign.close || scan.chars[index + 2] == Sign.pause)
    }
    return scan.chars[index] == Sign.close && index - 2 >= range.lowerBound && isKind(index - 1)
      && (scan.chars[index - 2] == Sign.open || scan.chars[index - 2] == Sign.pause)
  }

  // MARK: Behind the places

  private static let asides = WordTrie([
    "除外", "外的", "外各", "外其他", "外其余", "以外", "之外", "不含在内", "不包含在内", "不包括在内", "不计在内", "不在此列", "不在此限",
    "不受此限", "不受本", "另行", "另有规定", "另有安排",
    "自行规定", "自行确定", "自行制定", "自行决定", "自行安排", "从其规定", "暂不", "暂缓", "缓行", "可适当", "可放宽", "适当放宽", "推迟",
    "延期", "延后", "延迟",
    "延长至", "延至", "顺延", "不适用", "不列入", "不纳入", "未纳入", "不参加", "不参与", "不实施", "不执行", "不开展", "不作要求",
    "不做要求", "不要求", "可不", "按原政策", "按原规定", "按原办法", "按原标准", "执行原", "维持原", "沿用原",
  ])
  private static let ends = WordTrie([
    "不再作为", "不再列为", "不再列入", "不再纳入", "不再承担", "不再开展试点", "不再是", "不作为", "终止试点", "停止试点", "取消试点", "暂停试点",
    "中止试点", "结束试点", "试点终止", "试点停止", "试点取消", "试点暂停", "试点中止", "试点结束",
  ])
  private static let outOfPilots = WordTrie(["不纳入试点", "不列入试点", "不参加试点", "不参与试点"])
  private static let leaves = scalars("退出")
  private static let pilots = WordTrie(["试点", "示范", "先行", "名单", "行列", "范围", "资格", "称号"])
  /// Behind 杭州市: it is said of these, and not of the city.
  private static let others = WordTrie([
    "医院", "机构", "药店", "企业", "单位", "中心", "人员", "人群", "项目", "患者", "参保", "医保", "居民", "职工", "药品", "部门",
    "病种", "费用",
  ])

  private func behind(_ place: Range<Int>, in part: Range<Int>) -> Exception? {
    for index in place.upperBound..<max(place.upperBound, part.upperBound) {
      func matches(_ cues: WordTrie<Void>) -> Bool {
        cues.match(scan.chars, at: index, limit: part.upperBound) != nil
      }
      let (ends, leaves) = (matches(Self.ends), scan.chars.has(Self.leaves, at: index))
      guard ends || leaves || matches(Self.asides), isReached(from: place.upperBound, index) else {
        continue
      }
      let words = index..<min(part.upperBound, index + 12)
      let isOfPilot = ends || scan.contains(Self.pilots, in: words)
      if isOfPilot || !leaves { return Exception(words: words, endsPilot: isOfPilot) }
    }
    return nil
  }

  /// Whether nothing but more places, and a few words said of them, stands in between.
  private func isReached(from start: Int, _ end: Int) -> Bool {
    var rest = start..<end
    // 成都市公立医院不纳入试点: a pilot is that of the place, whoever is in it.
    if rest.count <= 16, scan.contains(Self.outOfPilots, in: end..<min(scan.chars.count, end + 5)) {
      return true
    }
    if let joint = rest.last(where: { PlaceWords.joints.contains(scan.chars[$0]) }) {
      let last = joint + 1..<end
      guard let name = names.trie.match(scan.chars, at: joint + 1, limit: end) else {
        return last.count <= 8 && last.last.map { Self.kinds.contains(scan.chars[$0]) } == true
      }
      rest = joint + 1 + name.length..<end
    }
    return rest.count <= 8 && !scan.contains(Self.others, in: rest)
  }

  private static let kinds = Set(scalars("市县区州盟旗地"))

  // MARK: Before the places

  private static let without = WordTrie([
    "不含", "不包括", "不包含", "不涉及", "未含", "未包括", "不适用", "不适用于", "剔除", "扣除", "除去", "不将", "不把",
  ])
  private static let stops = WordTrie([
    "终止", "取消", "撤销", "停止", "暂停", "中止", "叫停", "结束", "不再将", "不再把",
  ])

  private func before(_ place: Range<Int>, in part: Range<Int>) -> Exception? {
    for index in (part.lowerBound..<place.lowerBound).reversed() {
      func match(_ words: WordTrie<Void>) -> Int? {
        words.match(scan.chars, at: index, limit: place.lowerBound)?.length
      }
      let behind = place.upperBound..<max(place.upperBound, part.upperBound)
      if let length = match(Self.stops), isFirst(index + length, place),
        let pilot = behind.last(where: {
          Self.pilots.match(scan.chars, at: $0, limit: part.upperBound) != nil
        })
      {
        return Exception(words: index..<pilot + 2, endsPilot: true)
      }
      if let length = match(Self.without), isFirst(index + length, place) {
        return Exception(words: index..<index + length)
      }
    }
    return nil
  }

  /// Whether the list that a place stands in begins at an offset, or a word behind it (对, 位于).
  private func isFirst(_ start: Int, _ place: Range<Int>) -> Bool {
    let between = start..<place.lowerBound
    guard between.count > 2 else { return true }
    return PlaceWords.joints.contains(scan.chars[place.lowerBound - 1])
      && (start...min(start + 2, place.lowerBound)).contains {
        names.trie.match(scan.chars, at: $0, limit: place.lowerBound) != nil
      }
  }

  // MARK: Places that are not known

  private static let known = scalars("除外")
  private static let ofCorps = scalars("兵团")

  /// 贵安新区除外, 计划单列市除外: left out as the others are, by a name that no division has.
  func unknownExceptions(in range: Range<Int>) -> [(place: Range<Int>, why: Exception)] {
    range.compactMap { index in
      if let words = exceptOfUnknown(at: index, in: range) {
        return (words, Exception(words: words))
      }
      guard index > range.lowerBound + 1, scan.chars.has(Self.known, at: index),
        index + 2 <= range.upperBound,
        Self.kinds.contains(scan.chars[index - 1]) || scan.chars.has(Self.ofCorps, before: index)
      else { return nil }
      let start = part(around: index - 1..<index, in: range).lowerBound
      return (start..<index, Exception(words: index..<index + 2))
    }
  }

  /// 除直管市外, 除三州地区以外.
  private func exceptOfUnknown(at index: Int, in range: Range<Int>) -> Range<Int>? {
    guard scan.chars[index] == Self.excepts else { return nil }
    let end = scan.partEnd(index, to: range.upperBound, reach: 40)
    guard end > index + 3,
      let closes = (index + 3..<end).first(where: { scan.chars[$0] == Self.outside })
    else { return nil }
    let isLonger = Self.beforeOutside.contains(scan.chars[closes - 1])
    let last = closes - (isLonger ? 2 : 1)
    guard Self.kinds.contains(scan.chars[last]) || scan.chars.has(Self.ofCorps, before: last + 1)
    else { return nil }
    return index..<closes + 1
  }

  private static let beforeOutside = Set(scalars("以之"))

  // MARK: Findings

  /// One for each list: `places` are those that were left out, each with why.
  func noteExceptions(_ places: [(place: Range<Int>, why: Exception)], _ reading: inout Reading) {
    for (why, all) in Dictionary(grouping: places, by: \.why).sorted(by: {
      $0.key.words.lowerBound < $1.key.words.lowerBound
    }) {
      let low = all.map(\.place.lowerBound).min() ?? why.words.lowerBound
      let high = all.map(\.place.upperBound).max() ?? why.words.upperBound
      let range = min(low, why.words.lowerBound)..<max(high, why.words.upperBound)
      let (zh, en) = why.endsPilot ? Self.ended : Self.excepted
      reading.findings.append(scan.finding("excepted-place", zh, en, at: range))
    }
  }

  private static let excepted = (
    zh: "这里除外或另作安排的地区没有记作点名地区；请核对落实层级，入账后在这些地区移出这项任务。",
    en:
      "The places that are excepted here, or for which something else holds, were not taken as places named; "
      + "please check the level, and leave the task out there once it is filed."
  )
  private static let ended = (
    zh: "这里不纳入、退出或终止试点的地区没有记作点名地区；这项任务如由这些地区落实，请补填。",
    en:
      "The places whose pilot ends here, or that are none, were not taken as places named; please enter them if "
      + "the task is theirs."
  )
}
