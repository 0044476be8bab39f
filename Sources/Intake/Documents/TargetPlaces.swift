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

  /// The target with its places; one that only says where takes over what the one before was about.
  mutating func placing(
    _ read: (value: TaskTarget, range: Range<Int>), in body: Range<Int>
  ) -> TaskTarget {
    var target = read.value
    let part = partStart(read.range.lowerBound, from: body.lowerBound)..<read.range.lowerBound
    let named = PlaceReader.read(part, skipping: [], region: region, names, scan).places
    target.places = own(named, target, until: read.range.lowerBound).map(\.value.code)
    if named.isEmpty, target.scope == .inAll, let region { target.places = [region] }
    let words = named.map { scan.name($0.range) }
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
