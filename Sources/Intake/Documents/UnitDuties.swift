import Reform

/// Notes that say behind a colon what each unit does: 县医保中心：制定细则；县医疗集团：抓好落实.
extension UnitNames {
  /// Whether units and a colon begin a note.
  func dutyOfEach(_ inner: Range<Int>, _ scan: Scan) -> Bool {
    dutyColon(from: inner.lowerBound, to: inner.upperBound, scan) != nil
  }

  /// The colon behind the units that stand at `start`.
  func dutyColon(from start: Int, to limit: Int, _ scan: Scan) -> Int? {
    let ceiling = min(limit, start + 80)
    guard
      let colon = (start..<ceiling).first(where: {
        scan.chars[$0] == Sign.colon || scan.chars[$0].endsSentence
      }), scan.chars[colon] == Sign.colon, colon + 1 < limit, colon - start >= 3,
      isList(start..<colon, scan)
    else { return nil }
    return colon
  }
}

extension DepartmentReader {
  private static let withs = WordTrie(["会同", "联合", "配合", "协助", "协同"])

  /// Takes the units before a colon and those that are named in what they do; the end of it.
  mutating func takeDuty(at index: Int, limit: Int) -> Int? {
    guard let colon = units.dutyColon(from: index, to: limit, scan) else { return nil }
    let end = scan.sentenceEnd(colon + 1, to: limit, reach: limit)
    let verb = NoteWords.verbs.match(scan.chars, at: colon + 1, limit: end)
    for part in units.parts(of: index..<colon, scan) { names(part) }
    apply(verb?.value ?? .role(.responsible), words: index..<colon)
    for part in units.parts(of: colon + 1..<end, scan) {
      // 会同区财政局测算资金.
      if let with = Self.withs.match(scan.chars, at: part.lowerBound, limit: part.upperBound) {
        let start = part.lowerBound + with.length
        guard let last = units.listEnd(from: start, to: part.upperBound, scan) else { continue }
        names(start..<last)
        apply(.role(.cooperating), words: part)
        continue
      }
      guard let last = units.listEnd(from: part.lowerBound, to: part.upperBound, scan) else {
        continue
      }
      let verb = NoteWords.verbs.match(scan.chars, at: last, limit: part.upperBound)
      take(part.lowerBound..<last + (verb?.length ?? 0))
    }
    return min(limit, end + 1)
  }
}
