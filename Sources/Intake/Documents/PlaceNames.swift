import Reform

/// The names of the known divisions, to be found in text.
struct PlaceNames: Sendable {
  struct Match: Hashable, Sendable {
    /// Several where the name is not unique (城区).
    var codes: [Division.Code]
    /// True of a name without 市, 县 or 区.
    var isShort: Bool
  }

  let divisions: Divisions
  let trie: WordTrie<Match>
  /// Places that are read right behind what they lie in, and nowhere else.
  private let beneath: WordTrie<[Division]>

  init(_ divisions: Divisions, beneath: [Division] = []) {
    self.divisions = divisions
    self.beneath = WordTrie(Dictionary(grouping: beneath, by: \.name).map { ($0.key, $0.value) })
    var matches: [String: Match] = [:]
    let official = Set(divisions.all.map(\.name))
    for division in divisions.all {
      matches[division.name, default: Match(codes: [], isShort: false)].codes.append(division.id)
    }
    for division in divisions.all {
      for name in division.customary where !official.contains(name) {
        matches[name, default: Match(codes: [], isShort: false)].codes.append(division.id)
      }
    }
    for division in divisions.all where division.short != division.name {
      guard division.short.unicodeScalars.count >= 2, matches[division.short]?.isShort != false
      else { continue }
      matches[division.short, default: Match(codes: [], isShort: true)].codes.append(division.id)
    }
    trie = WordTrie(matches.map { ($0.key, $0.value) })
  }

  /// The place that stands at `start`, right behind one of those that it may lie in (河北唐山, 北京市石景山区).
  func match(
    behind wholes: [Division.Code], _ text: Scalars, at start: Int, limit: Int
  ) -> (length: Int, value: Match)? {
    func isInside(_ code: Division.Code) -> Bool {
      wholes.contains { $0 != code && divisions.isWithin(code, $0) }
    }
    let known = trie.match(text, at: start, limit: limit).map {
      ($0.length, Match(codes: $0.value.codes.filter(isInside), isShort: $0.value.isShort))
    }
    let lower = beneath.match(text, at: start, limit: limit).map {
      ($0.length, Match(codes: $0.value.map(\.id).filter(isInside), isShort: false))
    }
    return [known, lower].compactMap(\.self).filter { !$0.1.codes.isEmpty }.max { $0.0 < $1.0 }
      .map { (length: $0.0, value: $0.1) }
  }

  /// The division that a whole range names.
  func exact(_ name: Range<Int>, _ scan: Scan) -> Match? {
    guard let found = trie.match(scan.chars, at: name.lowerBound, limit: name.upperBound),
      found.length == name.count
    else { return nil }
    return found.value
  }

  /// The lowest of the divisions that words begin with one after another: 长治 in 山西长治“十大行动”.
  func lowest(_ words: Scalars) -> Division.Code? {
    let words = words.map(\.folded)
    var (index, found) = (0, Division.Code?.none)
    while let match = trie.match(words, at: index) {
      let codes = match.value.codes.filter { code in
        found.map { code != $0 && divisions.isWithin(code, $0) } ?? true
      }
      guard codes.count == 1 else { break }
      (found, index) = (codes[0], index + match.length)
    }
    return found
  }

  /// The division that some words begin with.
  func leading(_ words: Scalars) -> Division.Code? {
    guard let found = trie.match(words.map(\.folded), at: 0), found.value.codes.count == 1 else {
      return nil
    }
    return found.value.codes[0]
  }
}
