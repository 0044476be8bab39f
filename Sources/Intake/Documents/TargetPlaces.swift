import Reform

/// Gives each target of a clause the places that it is set for: the whole (全省), those named
/// beside it (长治市率先), or those that the sentence is about (永州市：培训300人).
struct TargetPlaces {
  typealias Read = (value: TaskTarget, range: Range<Int>)
  typealias Named = (value: NamedPlace, range: Range<Int>)

  let scan: Scan
  let names: PlaceNames
  let region: Division.Code?
  /// What the targets before were about, and where each ends.
  private var known: [(metric: String, end: Int)] = []
  /// Figures that seem to be set for places and could not be told apart.
  private(set) var doubts: [Range<Int>] = []

  init(_ scan: Scan, _ names: PlaceNames, region: Division.Code?) {
    (self.scan, self.names, self.region) = (scan, names, region)
  }

  /// The targets with their places, and those of single places beside them, in printed order.
  mutating func all(_ read: [Read], in body: Range<Int>) -> [Read] {
    var placed: [Read] = []
    for run in TargetRun.runs(of: read, scan) {
      let targets = run.compactMap { one in placing(one, in: body).map { ($0, one.range) } }
      guard targets.count == run.count else {
        doubts += run.map(\.range)
        continue
      }
      switch pairing(targets, in: body) {
      case .paired(let pairs): placed += pairs
      case .doubtful: doubts += run.map(\.range)
      case .none:
        for (target, range) in targets {
          guard let each = each(target, until: range.lowerBound, in: body) else {
            doubts.append(range)
            continue
          }
          placed += each.map { ($0, range) }
        }
      }
    }
    let beside = PlacedFigures(scan: scan, names: names, region: region)
      .read(in: body, beside: placed)
    doubts += beside.doubts
    return (placed + beside.targets).sorted { $0.1.lowerBound < $1.1.lowerBound }
  }

  /// The target with its places; one that only says where takes over what the one before was about, and is
  /// none where nothing says that.
  private mutating func placing(_ read: Read, in body: Range<Int>) -> TaskTarget? {
    var target = read.value
    let (part, named) = nearest(before: read.range.lowerBound, in: body)
    target.places = own(named, target, until: read.range.lowerBound).map(\.value.code)
    if named.isEmpty, target.scope == .inAll, let region { target.places = [region] }
    let words = named.map { whole($0, from: part.lowerBound) }
    let metric = about(target.metric.zh, without: words + ["全省", "全市", "全县", "全区"])
    let above = metric == nil ? above(part, in: body, isNamed: !words.isEmpty) : nil
    if let above { target.metric.zh = words.joined(separator: "、") + above }
    if let metric, metric != target.metric.zh, words.count > 1, target.places.count == words.count {
      target.metric.zh = words.joined(separator: "、") + metric
    }
    if metric == nil, above == nil, !words.isEmpty, isNothing(target.metric.zh, but: words) {
      return nil
    }
    if let about = metric ?? above { known.append((about, part.upperBound)) }
    if named.isEmpty, target.scope == nil, !saysOthers(target),
      let subject = subject(before: part, in: body, until: read.range.lowerBound)
    {
      target.places = subject.map(\.value.code)
      let words = subject.map { scan.name($0.range) }
      if !words.contains(where: target.metric.zh.contains) {
        target.metric.zh = words.joined(separator: "、") + target.metric.zh
      }
    }
    return target
  }

  /// The part before a figure and the places in it; behind another figure of the part (永州市55%、娄底市53%)
  /// only those that stand there, if any do.
  func nearest(
    before end: Int, in body: Range<Int>
  ) -> (part: Range<Int>, named: [(value: NamedPlace, range: Range<Int>)]) {
    let part = partStart(end, from: body.lowerBound)..<end
    func places(_ range: Range<Int>) -> [Named] {
      PlaceReader.read(range, skipping: [], region: region, names, scan).places
    }
    let figure = part.last { scan.chars[$0].isDigit }
    if let figure,
      let joint = (figure..<end).first(where: { PlaceList.joints.contains(scan.chars[$0]) }),
      places(figure..<joint).isEmpty
    {
      let short = joint + 1..<end
      let named = places(short)
      if !named.isEmpty { return (short, named) }
    }
    return (part, places(part))
  }

  func whole(_ place: Named, from low: Int) -> String {
    let start = PlaceList.start(of: place.range, from: low, names, scan)
    return scan.name(start..<place.range.upperBound)
  }

  /// What the target before is about, in a bracket the one before that; else what stands before a colon.
  private func above(_ part: Range<Int>, in body: Range<Int>, isNamed: Bool) -> String? {
    let open = scan.openBracket(
      before: part.upperBound, from: max(body.lowerBound, part.upperBound - 80))
    let last = known.last { $0.end <= open ?? Int.max } ?? known.last
    if let last, scan.sentenceStart(part.lowerBound, from: body.lowerBound) <= last.end {
      return last.metric
    }
    return isNamed ? head(before: part, in: body) : nil
  }

  /// What stands before the colon, where the part behind it only says where (近视率：桃江县≤48%).
  private func head(before part: Range<Int>, in body: Range<Int>) -> String? {
    let colon = part.lowerBound - 1
    guard colon > body.lowerBound, scan.chars[colon] == Sign.colon else { return nil }
    let name = scan.name(scan.partStart(colon, from: body.lowerBound)..<colon)
    return (2...24).contains(name.count) ? name : nil
  }

  /// The places that the sentence begins with, for a part of it that names none (永州市：培训300人).
  private func subject(
    before part: Range<Int>, in body: Range<Int>, until end: Int
  ) -> [(value: NamedPlace, range: Range<Int>)]? {
    let start = scan.sentenceStart(part.lowerBound, from: body.lowerBound)
    guard start < part.lowerBound else { return nil }
    let low = PlaceList.opening(start..<part.lowerBound, scan)
    guard low < part.lowerBound else { return nil }
    let ends = (low..<part.lowerBound).first { index in
      scan.chars[index] == Sign.comma || scan.chars[index] == Sign.colon
    }
    let named = PlaceReader.read(
      low..<(ends ?? part.lowerBound), skipping: [], region: region, names, scan
    ).places
    guard let first = named.first, PlaceList.start(of: first.range, from: low, names, scan) == low,
      PlaceList.isOne(named.map(\.range), names, scan),
      !Everywhere.stands(in: low..<end, scan), OtherPlaces.acting(in: low..<end, scan) == nil
    else { return nil }
    return named
  }

  /// Of 杭州市、宁波市签约率分别达到60%、70% the place that the metric begins with.
  private func own(_ named: [Named], _ target: TaskTarget, until end: Int) -> [Named] {
    if isOfOthers(named, target, until: end) { return [] }
    guard named.count > 1, let first = named.first, let last = named.last,
      Respectively.last(in: first.range.lowerBound..<last.range.upperBound + 24, scan) != nil
    else { return named }
    let begun = named.filter { target.metric.zh.hasPrefix(scan.name($0.range)) }
    return begun.count == 1 ? begun : named
  }

  /// 其他州市建档率, and 其余市州 between the last place and the figure: set for none of those named.
  private func isOfOthers(_ named: [Named], _ target: TaskTarget, until end: Int) -> Bool {
    if saysOthers(target) { return true }
    guard let last = named.last, Respectively.last(in: last.range.upperBound..<end + 4, scan) == nil
    else { return false }
    return OtherPlaces.acting(in: last.range.upperBound..<end, scan) != nil
  }

  func saysOthers(_ target: TaskTarget) -> Bool {
    let metric = scalars(target.metric.zh).map(\.folded)
    return OtherPlaces.length(metric, at: 0, limit: metric.count) > 0
  }

  /// Where the part of the sentence begins, behind a comma, colon or stop.
  func partStart(_ index: Int, from low: Int) -> Int {
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
  func about(_ metric: String, without names: [String]) -> String? {
    let rest = rest(of: metric, behind: names)
    var words = rest
    for filler in Self.fillers { words = words.replacing(filler, with: "") }
    words.removeAll { $0.isNumber || "年月日底前（）()市县区".contains($0) }
    return words.isEmpty ? nil : rest
  }

  func rest(of metric: String, behind names: [String]) -> String {
    var rest = Substring(metric)
    var isNamed = true
    while isNamed {
      isNamed = false
      for name in names + ["率先", "先行", "、", "和"] where !names.isEmpty && rest.hasPrefix(name) {
        rest = rest.dropFirst(name.count)
        isNamed = true
      }
    }
    return String(rest)
  }

  /// Whether a metric is the names of places and nothing else.
  func isNothing(_ metric: String, but names: [String]) -> Bool {
    ["", "各"].contains(rest(of: metric, behind: names))
  }
}

/// Words that all places are meant by (全省, 各市).
enum Everywhere {
  static let names = [
    "全省", "全市", "全区", "全国", "全州", "全盟", "全县", "各省", "各市", "各州", "各盟", "各县", "各地", "所有市", "所有县",
    "所有统筹",
  ]
  private static let words = WordTrie(names + ["各设区", "各区", "每个市", "每个县", "每市", "每县"])

  static func stands(in range: Range<Int>, _ scan: Scan) -> Bool {
    scan.contains(words, in: range)
  }

  static func begins(at start: Int, to limit: Int, _ scan: Scan) -> Bool {
    words.match(scan.chars, at: start, limit: limit) != nil
  }
}
