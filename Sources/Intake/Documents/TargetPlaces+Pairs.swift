import Reform

/// Several places and several figures beside one another.
extension TargetPlaces {
  enum Pairing {
    case none
    case paired([Read])
    case doubtful
  }

  /// 岳阳市、常德市设备更新率达到60%、55%: as many figures as places, one for each; other numbers of them are
  /// not told apart.
  func pairing(_ targets: [Read], in body: Range<Int>) -> Pairing {
    guard targets.count > 1, let first = targets.first, let end = targets.last else { return .none }
    let part = partStart(first.range.lowerBound, from: body.lowerBound)..<first.range.lowerBound
    let named = PlaceReader.read(part, skipping: [], region: region, names, scan).places
    // 双流区、新都区试行付费，比例为60%、70%: of whom the sentence is about, and which of them is not said.
    if named.isEmpty, targets.contains(where: { $0.value.places.count > 1 }) { return .doubtful }
    guard !named.isEmpty, PlaceList.isOne(named.map(\.range), names, scan),
      Set(targets.map(\.value.year)).count == 1
    else { return .none }
    // 衡阳、邵阳分别建设3个、2个, where one of them may be two places.
    if targets.contains(where: { isName($0.value.metric.zh) }) { return .doubtful }
    guard named.count > 1, !targets.contains(where: { saysOthers($0.value) }) else { return .none }
    guard named.count == targets.count else { return .doubtful }
    let words = named.map { whole($0, from: part.lowerBound) }
    let metrics = targets.map { about($0.value.metric.zh, without: words) }
    // 甲市、乙市甲率、乙率: every figure has a name of its own.
    let own = Set(metrics.compactMap(\.self))
    let all = part.lowerBound..<first.range.upperBound
    guard own.count < 2 || Respectively.last(in: all, scan) != nil else { return .none }
    let base =
      metrics.last.flatMap(\.self) ?? noun(behind: end.range.upperBound, to: body.upperBound)
    guard let base else { return .doubtful }
    return .paired(
      zip(targets, zip(named, words)).map { target, place in
        var one = target.value
        one.places = [place.0.value.code]
        one.metric.zh = place.1 + base
        return (one, target.range)
      })
  }

  /// Whether words are the name of a place and nothing else.
  private func isName(_ words: String) -> Bool {
    let folded = scalars(words).map(\.folded)
    return names.trie.match(folded, at: 0)?.length == folded.count
  }

  private func noun(behind start: Int, to limit: Int) -> String? {
    var end = start
    while end < min(limit, start + 20), scan.chars[end].isHan { end += 1 }
    return end - start > 1 ? scan.name(start..<end) : nil
  }

  /// Of 绵阳市、德阳市各建成3个 one for each; of one place, of a rate, and without 各, as it was.
  ///
  /// Nil where nothing says what is counted.
  func each(_ target: TaskTarget, until end: Int, in body: Range<Int>) -> [TaskTarget]? {
    guard target.places.count > 1, Quantity.isCount(target.unit) else { return [target] }
    let named = nearest(before: end, in: body).named
    guard let last = named.last?.range.upperBound, isEach(behind: last) else { return [target] }
    let words = named.map { scan.name($0.range) }
    guard !isNothing(target.metric.zh, but: words) else { return nil }
    let about = rest(of: target.metric.zh, behind: words)
    return target.places.map { place in
      var one = target
      one.places = [place]
      let name = names.divisions[place]?.name ?? ""
      one.metric.zh = name + (about.hasPrefix("各") ? String(about.dropFirst()) : about)
      return one
    }
  }

  /// 各 behind a list of places: each of them does it; not 各类, 各级.
  private func isEach(behind last: Int) -> Bool {
    (last..<min(scan.chars.count - 1, last + 8)).contains { index in
      guard scan.chars[index] == Self.eachOne else { return false }
      return index - last < 3 && !Self.kinds.contains(scan.chars[index + 1])
        || Self.acts(at: index + 1, scan)
    }
  }

  private static let eachOne: UInt32 = 0x5404  // 各
  private static let kinds = Set(scalars("级类项地市县区州盟旗部种方乡镇街村单医学机定界有自"))

  /// A figure or a word of doing behind 各 (各3个, 各建成).
  private static func acts(at index: Int, _ scan: Scan) -> Bool {
    guard index < scan.chars.count else { return false }
    if scan.chars[index].isDigit || Numerals.digit(scan.chars[index]) != nil { return true }
    return (1...4).contains { length in
      index + length <= scan.chars.count
        && [TargetWords.verbs, TargetWords.atLeast].contains { words in
          words.matchBackwards(scan.chars, before: index + length, from: index)?.length == length
        }
    }
  }
}

/// Figures that follow one another with nothing but a mark between them (60%、70%和80%).
enum TargetRun {
  static func runs(of read: [TargetPlaces.Read], _ scan: Scan) -> [[TargetPlaces.Read]] {
    var runs: [[TargetPlaces.Read]] = []
    for one in read {
      if let before = runs.last?.last, one.range.lowerBound == before.range.upperBound + 1,
        PlaceList.joints.contains(scan.chars[before.range.upperBound])
      {
        runs[runs.count - 1].append(one)
      } else {
        runs.append([one])
      }
    }
    return runs
  }
}
