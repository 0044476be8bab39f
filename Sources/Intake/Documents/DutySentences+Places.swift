import Reform

/// All places of a kind that a sentence says do something (2026年9月底前，各市出台办法).
extension DutySentences {
  private static let every = WordTrie(["所有", "全部", "全省各", "全市各", "全省所有", "全市所有"])
  private static let deeds = WordTrie([
    "全部", "全面", "普遍", "均", "都", "需", "完成", "建成", "建立", "出台", "实现", "达到", "启动", "开展", "落实", "基本",
    "至少", "推进", "推行", "推开", "实施", "执行", "制定", "印发", "设立", "配备", "成立", "20", "每年", "年底", "力争", "于",
    "要",
    "应", "须", "必须", "务必",
  ])

  private static let forest = scalars("、神农架林区")

  static func placesActing(in clause: Range<Int>, _ scan: Scan, _ units: UnitNames) -> [Range<Int>]
  {
    var found: [Range<Int>] = []
    let marker = Marker.read(scan.chars, at: clause.lowerBound, limit: clause.upperBound)
    var start = clause.lowerBound + (marker?.length ?? 0)
    // 1.2026年底前 is no number of two parts.
    let dot = (start..<min(clause.upperBound, start + 3)).first { scan.chars[$0] == Sign.dot }
    if marker == nil, let dot { start = dot + 1 }
    for index in start...max(start, clause.upperBound) {
      let scalar = index == clause.upperBound ? Sign.stop : scan.chars[index]
      guard scalar == Sign.comma || scalar.endsSentence || scalar == Sign.newline else { continue }
      let part = start..<index
      start = index + 1
      if let name = kindOfPlaces(at: part, scan, units) { found.append(name) }
    }
    return found
  }

  /// The name at the head of a part, behind a day.
  private static func kindOfPlaces(
    at part: Range<Int>, _ scan: Scan, _ units: UnitNames
  ) -> Range<Int>? {
    let low = opened(part.lowerBound, to: part.upperBound, scan)
    guard low + 2 < part.upperBound else { return nil }
    let every = every.match(scan.chars, at: low, limit: part.upperBound)?.length ?? 0
    let (least, most) = (low + max(2, every + 1), min(part.upperBound, low + 20))
    for end in stride(from: most, through: least, by: -1) where end < part.upperBound {
      let kind = low + every..<end
      let isKind =
        kind.count > 0
        && (every > 0 ? units.areKinds(kind, scan) : units.isKindOfPlaces(kind, scan))
      guard isKind, scan.chars[end - 1] != Sign.pause else { continue }
      // 各市、州、神农架林区 is how one province calls its places.
      let last = scan.chars.has(forest, at: end) ? end + forest.count : end
      guard last < part.upperBound,
        deeds.match(scan.chars, at: last, limit: part.upperBound) != nil
          || Acts.begin(at: last, part.upperBound, scan)
      else { return nil }
      return low..<end
    }
    return nil
  }

  /// Whether places that are named do what the clause says (万州区、涪陵区2026年6月底前完成): a list of them
  /// at the head of a part, and a day or a word of doing behind it.
  static func namedPlacesAct(
    _ places: [Range<Int>], in clause: Range<Int>, _ names: PlaceNames, _ scan: Scan
  ) -> Bool {
    var start = clause.lowerBound
    if let marker = Marker.read(scan.chars, at: start, limit: clause.upperBound) {
      start += marker.length
    }
    for index in start...max(start, clause.upperBound) {
      let scalar = index == clause.upperBound ? Sign.stop : scan.chars[index]
      guard scalar == Sign.comma || scalar.endsSentence || scalar == Sign.newline else { continue }
      let part = start..<index
      start = index + 1
      let low = opened(part.lowerBound, to: part.upperBound, scan)
      let inside = places.filter { part.contains($0.lowerBound) }
      guard let first = inside.first,
        PlaceList.start(of: first, from: low, names, scan) == low
      else { continue }
      var list = [first]
      for next in inside.dropFirst() where PlaceList.isOne(list.suffix(1) + [next], names, scan) {
        list.append(next)
      }
      let end = list.last.map { andMore(behind: $0.upperBound, to: part.upperBound, scan) } ?? low
      guard end < part.upperBound else { continue }
      let isDay =
        DateWords.read(scan.chars, at: end, limit: part.upperBound).map { $0.hasLimit } ?? false
      if isDay || deeds.match(scan.chars, at: end, limit: part.upperBound) != nil
        || Acts.begin(at: end, part.upperBound, scan)
      {
        return true
      }
    }
    return false
  }

  private static let more = WordTrie([
    "等地", "等市", "等县", "等区", "等", "三地", "两地", "两市", "两县", "三市", "三县",
  ])
  private static let countedPlaces = WordTrie([
    "个市", "个县", "个区", "个州", "市", "县", "区", "州", "地", "个试点市", "个设区市",
  ])

  /// Behind 等3个市, 两市.
  private static func andMore(behind end: Int, to limit: Int, _ scan: Scan) -> Int {
    guard let word = more.match(scan.chars, at: end, limit: limit) else { return end }
    var index = end + word.length
    let from = index
    while index < limit, scan.chars[index].isDigit || Numerals.digit(scan.chars[index]) != nil {
      index += 1
    }
    guard index > from, let kind = countedPlaces.match(scan.chars, at: index, limit: limit) else {
      return from
    }
    return index + kind.length
  }
}
