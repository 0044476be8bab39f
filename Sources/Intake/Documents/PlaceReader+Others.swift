import Reform

/// Places that are named and not meant alone: examples, zones, and the first of all.
extension PlaceReader {
  private static let zones = WordTrie([
    "新区", "开发区", "园区", "产业园", "经开区", "高新区", "自贸区", "保税区", "度假区", "工业区",
  ])

  /// 工业园区 behind 苏州: no division, and only a part of one.
  func zone(
    behind words: Range<Int>, _ codes: [Division.Code], in range: Range<Int>
  ) -> Range<Int>? {
    // 浦东新区 is a district.
    if names.match(behind: codes, scan.chars, at: words.upperBound, limit: range.upperBound) != nil
    {
      return nil
    }
    for index in words
      .upperBound..<max(words.upperBound, min(range.upperBound, words.upperBound + 6))
    {
      guard scan.chars[index].isHan else { return nil }
      if let found = Self.zones.match(scan.chars, at: index, limit: range.upperBound) {
        return words.lowerBound..<index + found.length
      }
      if names.trie.match(scan.chars, at: index, limit: range.upperBound) != nil { return nil }
    }
    return nil
  }

  /// 湘江新区 in 永州市、湘江新区: a zone by a name of its own, in a list of places.
  func zones(beside places: [Range<Int>], in range: Range<Int>) -> [Range<Int>] {
    places.flatMap { place -> [Range<Int>] in
      var found: [Range<Int>] = []
      let next = place.upperBound
      if next + 1 < range.upperBound, PlaceList.joints.contains(scan.chars[next]),
        names.trie.match(scan.chars, at: next + 1, limit: range.upperBound) == nil,
        let end = zoneEnd(from: next + 1, to: range.upperBound)
      {
        found.append(next + 1..<end)
      }
      let before = place.lowerBound - 1
      if before > range.lowerBound, PlaceList.joints.contains(scan.chars[before]) {
        var start = before
        while start > range.lowerBound, before - start < 8, scan.chars[start - 1].isHan,
          !PlaceList.joints.contains(scan.chars[start - 1])
        {
          start -= 1
        }
        if zoneEnd(from: start, to: before) == before,
          !places.contains(where: { $0.overlaps(start..<before) })
        {
          found.append(start..<before)
        }
      }
      return found
    }
  }

  /// Where a name of at most eight characters ends as zones do.
  private func zoneEnd(from start: Int, to limit: Int) -> Int? {
    var index = start
    while index < min(limit, start + 8), scan.chars[index].isHan,
      !PlaceList.joints.contains(scan.chars[index])
    {
      if index > start + 1, let zone = Self.zones.match(scan.chars, at: index, limit: limit) {
        return index + zone.length
      }
      index += 1
    }
    return nil
  }

  func noteZones(_ zones: [Range<Int>], _ reading: inout Reading) {
    for zone in zones.prefix(20) {
      reading.findings.append(
        scan.finding(
          "zone", "这是开发区、新区一类，不是行政区划，没有记作地区；请核对。",
          "This is a zone and no administrative division, and was not taken as a place; please check.",
          at: zone))
    }
  }

  /// 在甲市、乙市试点……2026年底前全省推开: a day by which all follow those that are named, or what the
  /// others are to do.
  func noteAll(_ reading: inout Reading, in range: Range<Int>) {
    guard !reading.places.isEmpty else { return }
    let mayGoFirst = reading.places.contains { $0.value.role != .named }
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      let isEnd = index == range.upperBound
      let scalar = isEnd ? Sign.stop : scan.chars[index]
      guard isEnd || scalar == Sign.comma || scalar.endsSentence || scalar == Sign.newline else {
        continue
      }
      let part = start..<index
      start = index + 1
      if let others = OtherPlaces.acting(in: part, scan) {
        reading.findings.append(
          scan.finding(
            "then-everywhere", "这里还写明其他（其余）地区要做什么，记入的只是点名的地区；请核对落实层级、时限和指标。",
            "This says besides what the other places are to do; only those named were taken. Please check the "
              + "level, the deadline and the targets.", at: others))
        return
      }
      guard mayGoFirst, let all = spreads(part) else { continue }
      reading.findings.append(
        scan.finding(
          "then-everywhere", "这里还写明到时所有地区（或其余地区）都要做，记入的只是先行的地区；请核对落实层级和时限。",
          "This says besides by when all places, or the others, follow; only those that go first were taken. Please "
            + "check the level and the deadline.", at: all))
      return
    }
  }

  private static let everywhere = WordTrie(
    Everywhere.names
      + [
        "其他市", "其余市", "其他各", "其余各", "其他地", "其余地", "其他省", "其余省", "其他县", "其余县", "其他区", "其余区", "其他设区",
        "其余设区",
      ])
  private static let spreading = WordTrie([
    "推开", "推广", "铺开", "覆盖", "推行", "推进", "实施", "施行", "启动", "开展", "落地", "实现",
  ])

  /// The words of a part that has a day, all places and a word of spreading, in whatever order.
  private func spreads(_ part: Range<Int>) -> Range<Int>? {
    guard
      let all = part.first(where: {
        Self.everywhere.match(scan.chars, at: $0, limit: part.upperBound) != nil
      }),
      (all..<part.upperBound).contains(where: {
        Self.spreading.match(scan.chars, at: $0, limit: part.upperBound) != nil
      }),
      part.contains(where: { index in
        scan.chars[index].isDigit
          && DateWords.read(scan.chars, at: index, limit: part.upperBound).map { $0.year > 0 }
            ?? false
      })
    else { return nil }
    return part
  }
}

extension PlaceWords {
  private static let follows = WordTrie(["推广", "借鉴", "学习", "总结", "复制", "参照", "吸收", "对标", "宣传"])
  private static let lessons = WordTrie(["经验", "做法", "模式", "典型", "案例", "样板"])

  /// 推广三明市医改经验: who is learnt from is not who does it.
  static func isExample(_ scan: Scan, _ words: Range<Int>, in range: Range<Int>) -> Bool {
    func isMark(_ index: Int) -> Bool {
      let scalar = scan.chars[index]
      return scalar == Sign.comma || scalar.endsSentence || scalar == Sign.newline
    }
    let start =
      (range.lowerBound..<words.lowerBound).last(where: isMark).map { $0 + 1 } ?? range.lowerBound
    let end = (words.upperBound..<range.upperBound).first(where: isMark) ?? range.upperBound
    let verb = (start..<words.lowerBound).first {
      follows.match(scan.chars, at: $0, limit: words.lowerBound) != nil
    }
    guard verb != nil, end - words.upperBound <= 60 else { return false }
    return (words.upperBound..<end).contains {
      lessons.match(scan.chars, at: $0, limit: end) != nil
    }
  }

  private static let common = Set(["城区", "郊区", "矿区", "新城区", "老城区", "东区", "西区", "南区", "北区"])

  /// Whether a name that several places bear is a plain word too.
  static func isCommon(_ name: String) -> Bool { common.contains(name) }
}
