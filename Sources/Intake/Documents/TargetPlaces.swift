import Reform

/// Gives each target of a clause the places that it is set for: the whole (全省), or those named
/// beside it (长治市率先).
struct TargetPlaces {
  private let scan: Scan
  private let names: PlaceNames
  private let region: Division.Code?
  /// What the target before was about, and where its sentence ends.
  private var last: (metric: String, end: Int)?

  init(_ scan: Scan, _ names: PlaceNames, region: Division.Code?) {
    (self.scan, self.names, self.region) = (scan, names, region)
  }

  /// The targets with their places, and those of single places beside them, in printed order.
  mutating func all(
    _ read: [(value: TaskTarget, range: Range<Int>)], in body: Range<Int>
  ) -> [(value: TaskTarget, range: Range<Int>)] {
    let placed = read.flatMap { one in
      let target = placing(one, in: body)
      return each(target, until: one.range.lowerBound, in: body).map { ($0, one.range) }
    }
    let beside = PlacedFigures(scan: scan, names: names, region: region)
      .read(in: body, beside: placed)
    return (placed + beside).sorted { $0.1.lowerBound < $1.1.lowerBound }
  }

  /// Of 绵阳市、德阳市各建成3个 one for each; of one place, of a rate, and without 各, as it was.
  private func each(_ target: TaskTarget, until end: Int, in body: Range<Int>) -> [TaskTarget] {
    guard target.places.count > 1, Quantity.isCount(target.unit) else { return [target] }
    let part = partStart(end, from: body.lowerBound)..<end
    let named = PlaceReader.read(part, skipping: [], region: region, names, scan).places
    guard let last = named.last?.range.upperBound,
      (last..<min(part.upperBound + 2, scan.chars.count, last + 8)).contains(where: { index in
        scan.chars[index] == Self.eachOne && Self.acts(at: index + 1, scan)
      })
    else { return [target] }
    return target.places.map { place in
      var one = target
      one.places = [place]
      let name = names.divisions[place]?.name ?? ""
      if let about = about(target.metric.zh, without: named.map { scan.name($0.range) }) {
        one.metric.zh = name + about
      }
      return one
    }
  }

  private static let eachOne: UInt32 = 0x5404  // 各

  /// A figure or a word of doing behind 各 (各3个, 各建成); not 各类.
  private static func acts(at index: Int, _ scan: Scan) -> Bool {
    guard index < scan.chars.count else { return false }
    if scan.chars[index].isDigit || Numerals.digit(scan.chars[index]) != nil { return true }
    return (1...4).contains { length in
      index + length <= scan.chars.count
        && (TargetWords.verbs.matchBackwards(scan.chars, before: index + length, from: index)?
          .length
          == length
          || TargetWords.atLeast.matchBackwards(
            scan.chars, before: index + length, from: index)?.length == length)
    }
  }

  /// The target with its places; one that only says where takes over what the one before was about.
  private mutating func placing(
    _ read: (value: TaskTarget, range: Range<Int>), in body: Range<Int>
  ) -> TaskTarget {
    var target = read.value
    let part = partStart(read.range.lowerBound, from: body.lowerBound)..<read.range.lowerBound
    let named = PlaceReader.read(part, skipping: [], region: region, names, scan).places
    target.places = own(named, target, until: read.range.lowerBound).map(\.value.code)
    if named.isEmpty, target.scope == .inAll, let region { target.places = [region] }
    let words = named.map { place in
      let start = PlaceList.start(of: place.range, from: part.lowerBound, names, scan)
      return scan.name(start..<place.range.upperBound)
    }
    let metric = about(target.metric.zh, without: words + ["全省", "全市", "全县", "全区"])
    if metric == nil, let last,
      scan.sentenceStart(part.lowerBound, from: body.lowerBound) <= last.end
    {
      target.metric.zh = words.joined(separator: "、") + last.metric
    }
    last = (metric ?? last?.metric).map { ($0, part.upperBound) }
    return target
  }

  /// Of 杭州市、宁波市签约率分别达到60%、70% the place that the metric begins with.
  private func own(
    _ named: [(value: NamedPlace, range: Range<Int>)], _ target: TaskTarget, until end: Int
  ) -> [(value: NamedPlace, range: Range<Int>)] {
    if isOfOthers(named, target, until: end) { return [] }
    guard named.count > 1, let first = named.first, let last = named.last,
      Respectively.last(in: first.range.lowerBound..<last.range.upperBound + 24, scan) != nil
    else { return named }
    let begun = named.filter { target.metric.zh.hasPrefix(scan.name($0.range)) }
    return begun.count == 1 ? begun : named
  }

  /// 其他州市建档率, and 其余市州 between the last place and the figure: set for none of those named.
  private func isOfOthers(
    _ named: [(value: NamedPlace, range: Range<Int>)], _ target: TaskTarget, until end: Int
  ) -> Bool {
    let metric = scalars(target.metric.zh).map(\.folded)
    if OtherPlaces.length(metric, at: 0, limit: metric.count) > 0 { return true }
    guard let last = named.last, Respectively.last(in: last.range.upperBound..<end + 4, scan) == nil
    else { return false }
    return OtherPlaces.acting(in: last.range.upperBound..<end, scan) != nil
  }

  /// Where the part of the sentence begins, behind a comma, colon or stop.
  private func partStart(_ index: Int, from low: Int) -> Int {
    var start = index
    let floor = max(low, index - 60)
    while start > floor {
      let scalar = scan.chars[start - 1]
      if scalar == Sign.comma || scalar == Sign.colon || scalar.endsSentence
        || scalar == Sign.newline
        || scalar == Sign.tab
      {
        break
      }
      start -= 1
    }
    return start
  }

  private static let fillers = [
    "率先", "先行", "至少", "力争", "争取", "建成", "建设", "完成", "实现", "达到", "打造", "新增", "培养", "培训", "要", "均",
    "创建", "培育", "设立", "新建", "开展", "组建",
    "分别", "各", "等", "、", "和", "每市", "每县", "每个市", "每个县", "全省", "全市", "全县", "全区",
  ]

  /// What a metric is about behind the names of places; nil where nothing else stands in it.
  private func about(_ metric: String, without names: [String]) -> String? {
    var rest = Substring(metric)
    var isNamed = true
    while isNamed {
      isNamed = false
      for name in names + ["率先", "先行", "、", "和"] where !names.isEmpty && rest.hasPrefix(name) {
        rest = rest.dropFirst(name.count)
        isNamed = true
      }
    }
    var words = String(rest)
    for filler in Self.fillers { words = words.replacing(filler, with: "") }
    words.removeAll { $0.isNumber || "年月日底前（）()市县区".contains($0) }
    return words.isEmpty ? nil : String(rest)
  }
}
