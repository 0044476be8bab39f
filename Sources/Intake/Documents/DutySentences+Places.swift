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
}
