import Reform

/// Figures of single places beside one that is set for all: 90%（木里县85%）, 1000名，其中成都市150名、绵阳市100名.
struct PlacedFigures {
  typealias Placed = (value: TaskTarget, range: Range<Int>)

  let scan: Scan
  let names: PlaceNames
  let region: Division.Code?

  /// What stands beside the targets of a body, each right behind the name of its place.
  func read(in body: Range<Int>, beside targets: [Placed]) -> [Placed] {
    var found: [Placed] = []
    var taken = targets.map(\.range)
    var index = body.lowerBound
    while index < body.upperBound {
      guard scan.chars[index].isDigit || Numerals.digit(scan.chars[index]) != nil,
        let figure = Quantity.read(scan.chars, at: index, limit: body.upperBound)
      else {
        index += 1
        continue
      }
      index = max(index + 1, figure.range.upperBound)
      guard !taken.contains(where: { $0.overlaps(figure.range) }),
        let all = base(of: figure, (targets + found), from: body.lowerBound)
      else { continue }
      let more = placed(figure, beside: all, in: body)
      found += more
      taken += more.map(\.range)
    }
    return found
  }

  /// The target before it in its sentence, of the same unit.
  private func base(of figure: Quantity, _ targets: [Placed], from low: Int) -> TaskTarget? {
    let start = scan.sentenceStart(figure.range.lowerBound, from: low)
    return targets.filter {
      $0.range.lowerBound >= start && $0.range.upperBound <= figure.range.lowerBound
    }.max { $0.range.upperBound < $1.range.upperBound }
      .flatMap { $0.value.unit == figure.unit ? $0.value : nil }
  }

  private func placed(_ figure: Quantity, beside all: TaskTarget, in body: Range<Int>) -> [Placed] {
    let (start, end) = (figure.range.lowerBound, figure.range.upperBound)
    let before = TargetWords.prefixes.matchBackwards(
      scan.chars, before: start, from: body.lowerBound)
    let after = TargetWords.suffixes.match(scan.chars, at: end, limit: body.upperBound)
    var last = start - (before?.length ?? 0)
    if scan.chars.has(Self.each, before: last) { last -= 1 }
    let isEach = last < start - (before?.length ?? 0)
    let part = listStart(last, from: body.lowerBound)..<last
    let named = PlaceReader.read(part, skipping: [], region: region, names, scan).places
    guard let first = named.first, named.last?.range.upperBound == last else { return [] }
    let head = PlaceList.start(of: first.range, from: part.lowerBound, names, scan)
    guard isOpening(part.lowerBound..<head), PlaceList.isOne(named.map(\.range), names, scan)
    else { return [] }
    var target = all
    (target.scope, target.value, target.upper) = (nil, figure.value, figure.upper)
    if figure.upper != nil {
      target.op = .range
    } else if let op = after?.value ?? before?.value {
      target.op = op
    } else if target.op == .range {
      target.op = .equal
    }
    let words = first.range.lowerBound..<end + (after?.length ?? 0)
    let codes = named.map(\.value.code)
    let groups = isEach && figure.isCount ? codes.map { [$0] } : [codes]
    return groups.map { group in
      var one = target
      one.places = group
      let own = named.filter { group.contains($0.value.code) }.map { scan.name($0.range) }
      one.metric.zh = own.joined(separator: "、") + bare(all)
      return (one, words)
    }
  }

  /// What the target before is about, without the places that it is of.
  private func bare(_ target: TaskTarget) -> String {
    var rest = Substring(target.metric.zh)
    let known = target.places.compactMap { names.divisions[$0] }.flatMap { [$0.name, $0.short] }
    var isNamed = true
    while isNamed {
      isNamed = false
      for name in known + ["、", "全省", "全市", "全区", "全州", "全县"] where rest.hasPrefix(name) {
        rest = rest.dropFirst(name.count)
        isNamed = true
      }
    }
    return rest.isEmpty ? target.metric.zh : String(rest)
  }

  /// Behind the figure, the mark or the bracket before the list of places.
  private func listStart(_ end: Int, from low: Int) -> Int {
    var start = end
    while start > max(low, end - 80) {
      let scalar = scan.chars[start - 1]
      if scalar == Sign.comma || scalar == Sign.colon || scalar == Sign.open || scalar.endsSentence
        || scalar == Sign.newline || scalar == Sign.tab || scalar.isDigit || scalar == Sign.percent
      {
        break
      }
      start -= 1
    }
    return start
  }

  /// Nothing stands before the list, or a unit and a mark behind the figure before, or 其中.
  private func isOpening(_ words: Range<Int>) -> Bool {
    guard words.count <= 6 else { return false }
    var start = words.lowerBound
    if start > 0, scan.chars[start - 1].isDigit,
      let unit = Quantity.units.match(scan.chars, at: start, limit: words.upperBound)
    {
      start += unit.length
      if let more = TargetWords.suffixes.match(scan.chars, at: start, limit: words.upperBound) {
        start += more.length
      }
    }
    if start < words.upperBound, PlaceList.joints.contains(scan.chars[start]) { start += 1 }
    if scan.chars.has(Self.ofThem, at: start) { start += 2 }
    return start == words.upperBound
  }

  private static let each = scalars("各")
  private static let ofThem = scalars("其中")
}

/// Names of places one behind the other, with a mark or 和 between them.
enum PlaceList {
  static let joints = Set(scalars("、和及与"))

  /// Whether nothing else stands between the names; the city before a county of it belongs to it.
  static func isOne(_ places: [Range<Int>], _ names: PlaceNames, _ scan: Scan) -> Bool {
    zip(places, places.dropFirst()).allSatisfy { before, next in
      let start = start(of: next, from: before.upperBound, names, scan)
      return start == before.upperBound
        || start == before.upperBound + 1 && joints.contains(scan.chars[before.upperBound])
    }
  }

  /// Where a name begins, with that of the city before it (运城市 in 运城市盐湖区).
  static func start(of place: Range<Int>, from low: Int, _ names: PlaceNames, _ scan: Scan) -> Int {
    for length in stride(from: 8, through: 2, by: -1) where place.lowerBound - length >= low {
      let start = place.lowerBound - length
      if let found = names.trie.match(scan.chars, at: start, limit: place.lowerBound),
        found.length == length
      {
        return start
      }
    }
    return place.lowerBound
  }
}
