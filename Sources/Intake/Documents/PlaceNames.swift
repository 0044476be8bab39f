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

  init(_ divisions: Divisions) {
    self.divisions = divisions
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
