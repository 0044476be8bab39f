import Reform

/// Figures of single places beside one that is set for all: 90%（木里县85%）, 1000名，其中成都市150名、绵阳市100名.
struct PlacedFigures {
  typealias Placed = (value: TaskTarget, range: Range<Int>)

  let scan: Scan
  let names: PlaceNames
  let region: Division.Code?

  /// What stands beside the targets of a body, each right behind the name of its place, and such figures that
  /// nothing before says the meaning of.
  func read(
    in body: Range<Int>, beside targets: [Placed]
  ) -> (targets: [Placed], doubts: [Range<Int>]) {
    var (found, loose, odds): ([Placed], [Range<Int>], [Range<Int>]) = ([], [], [])
    // In printed order, so that a long clause is gone through once.
    var passed: [Placed] = []
    var coming = targets.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    var index = body.lowerBound
    while index < body.upperBound {
      guard scan.chars[index].isDigit || Numerals.digit(scan.chars[index]) != nil,
        let figure = Quantity.read(scan.chars, at: index, limit: body.upperBound)
      else {
        index += 1
        continue
      }
      index = max(index + 1, figure.range.upperBound)
      while let next = coming.first, next.range.lowerBound < figure.range.upperBound {
        passed.append(coming.removeFirst())
      }
      guard passed.last.map({ $0.range.upperBound <= figure.range.lowerBound }) ?? true else {
        continue
      }
      if let all = base(of: figure, passed, from: body.lowerBound) {
        let more = placed(figure, beside: all, in: body)
        found += more
        passed += more
        if more.isEmpty, let odd = oddList(before: figure, in: body) { odds.append(odd) }
      } else if closes(figure, body), let list = list(before: figure, in: body) {
        loose.append(list.first.lowerBound..<figure.range.upperBound)
      }
    }
    // One alone may say how many there are (在太原市3家).
    return (found, (loose.count > 1 ? loose : []) + odds)
  }

  /// A mark behind the figure: it is no number of something that goes on.
  private func closes(_ figure: Quantity, _ body: Range<Int>) -> Bool {
    let end = figure.range.upperBound
    return end >= body.upperBound || scan.chars[end].isMark
  }

  /// The target before it in its sentence, of the same kind of unit; of a figure in a bracket the one before
  /// that, also where the sentence ends there (…不低于95%。（长沙市100%）).
  private func base(of figure: Quantity, _ targets: [Placed], from low: Int) -> TaskTarget? {
    var end = figure.range.lowerBound
    if let open = scan.openBracket(before: end, from: max(low, end - 80)) {
      end = open
      while end > low, scan.chars[end - 1].endsSentence || scan.chars[end - 1] == Sign.newline {
        end -= 1
      }
    }
    let start = scan.sentenceStart(end, from: low)
    guard let last = targets.last(where: { $0.range.upperBound <= end }),
      last.range.lowerBound >= start,
      Self.kind(of: last.value.unit) == Self.kind(of: figure.unit)
    else { return nil }
    return last.value
  }

  /// 个 of 万个, 元 of 亿元.
  private static func kind(of unit: String) -> Substring { unit.drop { "十百千万亿余多".contains($0) } }

  /// The places that stand right before a figure, and the words of comparing between.
  private struct List {
    var named: [(value: NamedPlace, range: Range<Int>)]
    var first: Range<Int>
    var op: TaskTarget.Comparison?
    var isEach = false
  }

  private func list(before figure: Quantity, in body: Range<Int>) -> List? {
    let start = figure.range.lowerBound
    var last = start
    var op: TaskTarget.Comparison?
    if let word = Self.links.matchBackwards(scan.chars, before: start, from: body.lowerBound) {
      last -= word.length
    } else if let word = TargetWords.prefixes.matchBackwards(
      scan.chars, before: start, from: body.lowerBound)
    {
      last -= word.length
      op = word.value
    }
    let isEach = scan.chars.has(Self.each, before: last)
    if isEach { last -= 1 }
    let part = listStart(last, from: body.lowerBound)..<last
    let named = PlaceReader.read(part, skipping: [], region: region, names, scan).places
    guard let first = named.first, named.last?.range.upperBound == last else { return nil }
    let head = PlaceList.start(of: first.range, from: part.lowerBound, names, scan)
    guard isOpening(part.lowerBound..<head), PlaceList.isOne(named.map(\.range), names, scan)
    else { return nil }
    return List(named: named, first: first.range, op: op, isEach: isEach)
  }

  /// 赫山区、大通湖区70%: a place, and behind it a name that no division has.
  private func oddList(before figure: Quantity, in body: Range<Int>) -> Range<Int>? {
    let last = figure.range.lowerBound
    let part = listStart(last, from: body.lowerBound)..<last
    guard part.count < 40, part.count > 4, Self.endsOfPlaces.contains(scan.chars[last - 1]),
      let joint = part.last(where: { PlaceList.joints.contains(scan.chars[$0]) }),
      last - joint < 9, scan.chars[joint + 1..<last].allSatisfy(\.isHan)
    else { return nil }
    let named = PlaceReader.read(part, skipping: [], region: region, names, scan).places
    guard named.last?.range.upperBound == joint else { return nil }
    return part.lowerBound..<figure.range.upperBound
  }

  private static let endsOfPlaces = Set(scalars("市县区州盟旗"))

  /// Words between a place and its figure that say nothing of more or less.
  private static let links = WordTrie(endings: [
    "放宽至", "放宽到", "可放宽至", "可放宽到", "适当放宽至", "适当放宽到", "调整为", "调整至", "为", "可为", "按",
  ])

  private func placed(_ figure: Quantity, beside all: TaskTarget, in body: Range<Int>) -> [Placed] {
    guard let list = list(before: figure, in: body) else { return [] }
    let end = figure.range.upperBound
    let after = TargetWords.suffixes.match(scan.chars, at: end, limit: body.upperBound)
    var target = all
    (target.scope, target.value, target.upper) = (nil, figure.value, figure.upper)
    target.unit = figure.unit
    if figure.upper != nil {
      target.op = .range
    } else if let op = after?.value ?? list.op {
      target.op = op
    } else if target.op == .range {
      target.op = .equal
    }
    let words = list.first.lowerBound..<end + (after?.length ?? 0)
    let codes = list.named.map(\.value.code)
    let groups = list.isEach && figure.isCount ? codes.map { [$0] } : [codes]
    return groups.map { group in
      var one = target
      one.places = group
      let own = list.named.filter { group.contains($0.value.code) }.map { scan.name($0.range) }
      one.metric.zh = own.joined(separator: "、") + bare(all)
      return (one, words)
    }
  }

  /// What the target before is about, without the places that it is of.
  private func bare(_ target: TaskTarget) -> String {
    var rest = Substring(target.metric.zh)
    var isNamed = true
    while isNamed {
      isNamed = false
      let words = scalars(String(rest)).map(\.folded)
      let place = names.trie.match(words, at: 0).flatMap { found in
        Set(found.value.codes).isDisjoint(with: target.places) ? nil : found.length
      }
      let whole = ["、", "全省", "全市", "全区", "全州", "全县"].first(where: rest.hasPrefix)
      guard let length = place ?? whole?.count else { continue }
      rest = rest.dropFirst(length)
      isNamed = true
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
