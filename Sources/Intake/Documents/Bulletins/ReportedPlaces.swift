import Reform

/// Which places of the region a fact is about.
///
/// A county's name counts in that of its hospital too. Without a name of its own a part takes those
/// named before it in the sentence, unless it speaks of the whole region; a name among others
/// (长治市、上党区人民医院等4所) is no place of the figure.
struct ReportedPlaces {
  struct Found {
    var code: Division.Code
    var range: Range<Int>
  }

  private let scan: Scan
  private let names: PlaceNames
  private let region: Division.Code?
  private let words: BulletinWords

  init(_ scan: Scan, _ names: PlaceNames, region: Division.Code?, _ words: BulletinWords) {
    (self.scan, self.names, self.region, self.words) = (scan, names, region, words)
  }

  func places(of part: Range<Int>, among parts: [Range<Int>], before figure: Int?) -> [Found] {
    let own = named(in: part)
    if !own.isEmpty { return isAmongOthers(own, before: figure, in: part) ? [] : own }
    guard !scan.contains(words.everywhere, in: part), figure != nil else { return [] }
    for earlier in parts.reversed() where earlier.upperBound <= part.lowerBound {
      if scan.contains(words.everywhere, in: earlier) { return [] }
      let found = named(in: earlier)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func named(in part: Range<Int>) -> [Found] {
    var (found, index): ([Found], Int) = ([], part.lowerBound)
    while index < part.upperBound {
      guard let name = names.trie.match(scan.chars, at: index, limit: part.upperBound) else {
        index += 1
        continue
      }
      let range = index..<index + name.length
      index = range.upperBound
      guard let code = code(of: name.value), isWhole(range, name.value, in: part),
        !found.contains(where: { $0.code == code })
      else { continue }
      found.append(Found(code: code, range: range))
    }
    return found
  }

  /// The one division of the region, below it, that has the name.
  private func code(of match: PlaceNames.Match) -> Division.Code? {
    guard let region else { return match.codes.count == 1 ? match.codes[0] : nil }
    let own = match.codes.filter { $0 != region && names.divisions.isWithin($0, region) }
    return own.count == 1 ? own[0] : nil
  }

  /// A name without 市, 县 or 区 stands alone, or before what is a body of the place.
  private func isWhole(_ range: Range<Int>, _ match: PlaceNames.Match, in part: Range<Int>) -> Bool
  {
    guard match.isShort else { return true }
    let before = range.lowerBound > part.lowerBound ? scan.chars[range.lowerBound - 1] : Sign.comma
    let behind = range.upperBound < part.upperBound ? scan.chars[range.upperBound] : Sign.comma
    return (before.isMark || !before.isHan) && (behind.isMark || behind == 0x7B49)
  }

  /// 等 between the last name and the figure.
  private func isAmongOthers(_ own: [Found], before figure: Int?, in part: Range<Int>) -> Bool {
    guard let figure, let last = own.last(where: { $0.range.upperBound <= figure }) else {
      return false
    }
    return figure > last.range.upperBound && scan.chars[figure - 1] == 0x7B49
  }
}
