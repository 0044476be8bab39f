import Reform

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

  /// Where the words begin behind what opens a sentence: numbering, a day, 由.
  static func opening(_ range: Range<Int>, _ scan: Scan) -> Int {
    var low = range.lowerBound
    if let marker = Marker.read(scan.chars, at: low, limit: range.upperBound) {
      low += marker.length
    } else if let dot = (low..<min(range.upperBound, low + 3)).first(where: {
      scan.chars[$0] == Sign.dot
    }) {
      // 1.2026年底前 is no number of two parts.
      low = dot + 1
    }
    low = DutySentences.opened(low, to: range.upperBound, scan)
    // 2026年，甲市: the day is a part of its own.
    if low < range.upperBound, scan.chars[low] == Sign.comma {
      low = DutySentences.opened(low + 1, to: range.upperBound, scan)
    } else if let date = DateWords.read(scan.chars, at: low, limit: range.upperBound),
      date.year > 0, date.range.upperBound < range.upperBound,
      scan.chars[date.range.upperBound] == Sign.comma
    {
      low = DutySentences.opened(date.range.upperBound + 1, to: range.upperBound, scan)
    }
    return min(low, range.upperBound)
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

  // MARK: Places that act

  /// Who does what a clause says.
  enum Doing: Equatable {
    case others
    /// Places that it names.
    case named
    /// These, and besides all places, in a sentence of their own.
    case alsoAll(Range<Int>)
  }

  /// Whether places that are named do what the clause says (万州区、涪陵区2026年6月底前完成).
  ///
  /// They stand at the head of a sentence; what is said of them behind does not matter, but for
  /// examples and words that only tell where something is.
  static func acting(
    _ places: [Range<Int>], in clause: Range<Int>, _ names: PlaceNames, _ scan: Scan
  ) -> Doing {
    var isActing = false
    var everywhere: Range<Int>?
    for sentence in sentences(of: clause, scan) {
      let low = opening(sentence, scan)
      let inside = places.filter { sentence.contains($0.lowerBound) }
      let isOfPlaces =
        inside.first.map { start(of: $0, from: low, names, scan) == low } ?? false
        && ends(list(inside, names, scan), in: sentence, scan)
      if isOfPlaces {
        isActing = true
      } else if everywhere == nil, low < sentence.upperBound,
        Everywhere.begins(at: low, to: sentence.upperBound, scan)
      {
        everywhere = low..<sentence.upperBound
      }
    }
    guard isActing else { return .others }
    return everywhere.map { .alsoAll($0) } ?? .named
  }

  /// Stops in brackets end none (率达72%（桃江县75%；赫山区70%）).
  private static func sentences(of clause: Range<Int>, _ scan: Scan) -> [Range<Int>] {
    var (found, start, depth) = ([Range<Int>](), clause.lowerBound, 0)
    for index in clause {
      let scalar = scan.chars[index]
      if scalar == Sign.open { depth += 1 }
      if scalar == Sign.close { depth = max(0, depth - 1) }
      guard scalar == Sign.newline || scalar.endsSentence && depth == 0 else { continue }
      if index > start { found.append(start..<index) }
      (start, depth) = (index + 1, 0)
    }
    return start < clause.upperBound ? found + [start..<clause.upperBound] : found
  }

  /// The first places that stand one behind the other.
  private static func list(
    _ places: [Range<Int>], _ names: PlaceNames, _ scan: Scan
  ) -> [Range<Int>] {
    places.reduce(into: []) { list, next in
      if list.isEmpty || isOne(list.suffix(1) + [next], names, scan) { list.append(next) }
    }
  }

  private static let onlyNamed = WordTrie([
    "的经验", "的做法", "经验", "做法", "模式", "为例", "为试点", "等经验", "等地经验", "等地的",
  ])

  private static func ends(
    _ list: [Range<Int>], in sentence: Range<Int>, _ scan: Scan
  ) -> Bool {
    guard let end = list.last?.upperBound, end < sentence.upperBound else { return false }
    return onlyNamed.match(scan.chars, at: end, limit: sentence.upperBound) == nil
  }
}
