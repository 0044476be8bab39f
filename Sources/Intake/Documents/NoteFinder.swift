/// Finds the notes that say who answers for a clause: in brackets, or behind a label.
struct NoteFinder {
  struct Note: Hashable, Sendable {
    /// The words inside the brackets, or from the label on.
    var inner: Range<Int>
    /// With its brackets.
    var outer: Range<Int>
  }

  /// Longest note there is; what is longer is text.
  private static let reach = 700

  static func notes(in scan: Scan, units: UnitNames) -> [Note] {
    var notes: [Note] = []
    for (index, paragraph) in scan.joined.paragraphs.enumerated() where paragraph.kind == .text {
      find(in: scan.paragraphs[index], scan, units, into: &notes)
    }
    return notes
  }

  private static func find(
    in range: Range<Int>, _ scan: Scan, _ units: UnitNames, into notes: inout [Note]
  ) {
    var opens: [Int] = []
    let first = notes.count
    for index in range {
      let scalar = scan.chars[index]
      if scalar == Sign.open || scalar == 0x5B {
        opens.append(index)
      } else if scalar == Sign.close || scalar == 0x5D, let open = opens.popLast() {
        let inner = open + 1..<index
        if inner.count <= reach, isNote(inner, in: range, scan, units) {
          take(Note(inner: inner, outer: open..<index + 1), into: &notes, from: first)
        }
      }
    }
    // A bracket that nobody closed: the note goes to the end of its paragraph.
    if let open = opens.last, range.upperBound - open <= reach {
      let inner = open + 1..<range.upperBound
      if inner.count > 2, startsWithLabel(inner, scan) || saysDuty(inner, scan, units) {
        take(Note(inner: inner, outer: open..<range.upperBound), into: &notes, from: first)
      }
    }
    findLabels(in: range, scan, units, into: &notes, from: first)
    if let note = behindDash(in: range, scan, units),
      !notes[first...].contains(where: { $0.outer.upperBound > note.outer.lowerBound })
    {
      notes.append(note)
    }
  }

  /// Takes a note in the place of those that stand inside it.
  private static func take(_ note: Note, into notes: inout [Note], from first: Int) {
    while notes.count > first,
      notes[notes.count - 1].outer.lowerBound > note.outer.lowerBound
    {
      notes.removeLast()
    }
    notes.append(note)
  }

  private static func isNote(
    _ inner: Range<Int>, in paragraph: Range<Int>, _ scan: Scan, _ units: UnitNames
  ) -> Bool {
    guard inner.count >= 2 else { return false }
    if startsWithLabel(inner, scan) { return true }
    var end = inner.upperBound
    while end > inner.lowerBound, scan.chars[end - 1].endsSentence { end -= 1 }
    if saysDuty(inner.lowerBound..<end, scan, units) { return true }
    let after = inner.upperBound + 1
    let closes =
      after >= paragraph.upperBound
      || (scan.chars[after] == Sign.stop && after + 1 >= paragraph.upperBound)
    if units.dutyOfEach(inner, scan) { return true }
    if standsAlone(inner, in: paragraph, scan), isOfSections(inner.lowerBound..<end, scan, units) {
      return true
    }
    guard inner.count >= 3,
      closes || standsAlone(inner, in: paragraph, scan) || isOfHeading(inner, in: paragraph, scan)
    else { return false }
    return units.isList(withoutTime(inner.lowerBound..<end, scan), scan, withPlaces: true)
  }

  /// Without the day at its end: 市卫健委、市民政局，2024年8月前.
  static func withoutTime(_ list: Range<Int>, _ scan: Scan) -> Range<Int> {
    // 5月底、9月底: one after the other.
    var list = list
    for _ in 0..<4 {
      let shorter = withoutLastTime(list, scan)
      guard shorter != list else { break }
      list = shorter
    }
    return list
  }

  private static func withoutLastTime(_ list: Range<Int>, _ scan: Scan) -> Range<Int> {
    guard
      let sign = list.last(where: { index in
        let scalar = scan.chars[index]
        return scalar == Sign.comma || scalar.endsSentence || scalar == Sign.pause
      }), list.upperBound - sign < 24
    else { return list }
    let time = Array(scan.chars[sign + 1..<list.upperBound])
    let date = DateWords.read(scan.chars, at: sign + 1, limit: list.upperBound)
    let isDay =
      date.map { ($0.year > 0 || $0.hasLimit) && list.upperBound - $0.range.upperBound < 4 }
      ?? false
    return isDay || TimeLook.isTime(time) ? list.lowerBound..<sign : list
  }

  private static let sections = Set(scalars("科股处室"))

  /// （妇幼科、基层科）: sections of the office that writes, behind the end of a sentence.
  private static func isOfSections(_ list: Range<Int>, _ scan: Scan, _ units: UnitNames) -> Bool {
    let parts = units.parts(of: withoutTime(list, scan), scan)
    guard let first = parts.first else { return false }
    // 集团质控中心、公共卫生管理中心 too.
    guard sections.contains(scan.chars[first.upperBound - 1]) || units.isOfficeEnding(first, scan)
    else { return false }
    return parts.allSatisfy { (3...18).contains($0.count) && units.isUnit($0, scan) }
  }

  /// Behind the end of a sentence: what stands in such a bracket is said of no word before it.
  private static func standsAlone(
    _ inner: Range<Int>, in paragraph: Range<Int>, _ scan: Scan
  ) -> Bool {
    let before = inner.lowerBound - 2
    return before >= paragraph.lowerBound && scan.chars[before].endsSentence
  }

  /// （二）深化改革（市财政局、市医保局）。 and text behind it: of several offices, behind the heading.
  private static func isOfHeading(
    _ inner: Range<Int>, in paragraph: Range<Int>, _ scan: Scan
  ) -> Bool {
    let after = inner.upperBound + 1
    guard after < paragraph.upperBound, scan.chars[after] == Sign.stop,
      scan.chars[inner].contains(Sign.pause),
      Marker.read(scan.chars, at: paragraph.lowerBound, limit: paragraph.upperBound) != nil
    else { return false }
    let heading = scan.chars[paragraph.lowerBound..<inner.lowerBound - 1]
    return heading.count <= 40 && !heading.contains { $0.endsSentence || $0 == Sign.comma }
  }

  /// A part that ends with 负责, 牵头 and the like, behind a name.
  static func saysDuty(_ inner: Range<Int>, _ scan: Scan, _ units: UnitNames) -> Bool {
    var isWeak = false
    for part in units.parts(of: inner, scan) {
      func ends(_ words: WordTrie<Void>) -> Bool {
        words.matchBackwards(scan.chars, before: part.upperBound, from: part.lowerBound) != nil
      }
      if ends(NoteWords.noteEndings) { return units.standsIn(inner, scan) }
      isWeak = isWeak || ends(NoteWords.weakEndings)
    }
    return isWeak && units.standsIn(inner, scan, strictly: true)
  }

  /// A label at the beginning, or behind a separator, with its colon.
  static func startsWithLabel(_ inner: Range<Int>, _ scan: Scan) -> Bool {
    var isStart = true
    for index in inner {
      if isStart, let found = NoteWords.label(scan.chars, at: index, limit: inner.upperBound) {
        if case .units = found.value { return true }
        if found.value == .time, index == inner.lowerBound { return true }
      }
      if index == inner.lowerBound,
        let found = scan.bareLabel(at: index, limit: inner.upperBound), case .units = found.value
      {
        return true
      }
      let scalar = scan.chars[index]
      isStart = scalar == Sign.semicolon || scalar == Sign.comma || scalar == Sign.stop
    }
    return false
  }

  // MARK: Labels outside brackets

  private static func findLabels(
    in range: Range<Int>, _ scan: Scan, _ units: UnitNames, into notes: inout [Note],
    from first: Int
  ) {
    var index = range.lowerBound
    var found: [Note] = []
    var swallowed: [Range<Int>] = []
    var taken = notes[first...]
    while index < range.upperBound {
      if let next = taken.first, next.outer.lowerBound <= index {
        taken.removeFirst()
        index = max(index, next.outer.upperBound)
        continue
      }
      if let end = labelled(at: index, in: range, scan, units) {
        // A bracket inside is a bureau's, unless it says by itself whose part is what.
        let own = taken.prefix { $0.outer.lowerBound < end }.first { note in
          startsWithLabel(note.inner, scan) || saysDuty(note.inner, scan, units)
        }
        let stop = min(end, own?.outer.lowerBound ?? end)
        swallowed.append(index..<stop)
        if stop > index { found.append(Note(inner: index..<stop, outer: index..<stop)) }
        index = max(stop, index + 1)
        continue
      }
      index += 1
    }
    guard !found.isEmpty else { return }
    var next = 0
    let kept = notes[first...].filter { note in
      while next < swallowed.count, swallowed[next].upperBound <= note.outer.lowerBound {
        next += 1
      }
      return next == swallowed.count || swallowed[next].lowerBound > note.outer.lowerBound
    }
    let all = (kept + found).sorted { $0.outer.lowerBound < $1.outer.lowerBound }
    notes.replaceSubrange(first..., with: all)
  }

  /// Where the labelled list that begins at `index` ends, nil where none begins.
  private static func labelled(
    at index: Int, in range: Range<Int>, _ scan: Scan, _ units: UnitNames
  ) -> Int? {
    guard NoteWords.mayLabel(scan.chars[index]) else { return nil }
    let before = index > range.lowerBound ? scan.chars[index - 1] : Sign.newline
    let isStart =
      before.endsSentence || before == Sign.newline || before.isCloser || before == Sign.dot
      || before == Sign.close || scan.hasGap(before: index)
    let label =
      isStart
      ? NoteWords.label(scan.chars, at: index, limit: range.upperBound)
        ?? bareLabel(at: index, behind: before, in: range, scan, units)
      : NoteWords.labels.match(scan.chars, at: index, limit: range.upperBound)
    guard let label else { return nil }
    if case .other = label.value { return nil }
    let value = index + label.length
    if !isStart {
      // ，牵头科室为妇幼科 says it in the sentence.
      guard value < range.upperBound,
        scan.chars[value] == Sign.colon
          || before == Sign.comma && label.length >= 4 && scan.chars[value] == 0x4E3A,
        namesUnit(value + 1, in: range, scan, units)
      else { return nil }
    }
    var end = value
    var depth = 0
    while end < range.upperBound, end - index < reach, scan.chars[end] != Sign.stop {
      if scan.chars[end].closer != nil { depth += 1 }
      if scan.chars[end].isCloser { depth -= 1 }
      end += 1
    }
    // 责任单位：市档案馆）: a bracket that nobody opened.
    while depth < 0, end > value, scan.chars[end - 1].isCloser {
      (depth, end) = (depth + 1, end - 1)
    }
    return end
  }

  /// 责任单位 市教育局 on a line of its own, 责任单位为市教育局 behind a sentence too.
  private static func bareLabel(
    at index: Int, behind before: UInt32, in range: Range<Int>, _ scan: Scan, _ units: UnitNames
  ) -> (length: Int, value: NoteWords.Label)? {
    guard let found = scan.bareLabel(at: index, limit: range.upperBound) else { return nil }
    let end = index + found.length
    let isName = scan.chars[end] == 0x4E3A && namesUnit(end + 1, in: range, scan, units)
    return before == Sign.newline || isName ? found : nil
  }

  /// Whether the first name behind a colon is a unit's: 责任单位：市民政局 in the middle of a line.
  private static func namesUnit(
    _ start: Int, in range: Range<Int>, _ scan: Scan, _ units: UnitNames
  ) -> Bool {
    var end = start
    while end < range.upperBound, end - start < 24, !scan.chars[end].isMark,
      end == start || !scan.hasGap(before: end)
    {
      end += 1
    }
    return end > start && units.isUnit(start..<end, scan)
  }
}

extension Scan {
  /// Whether a blank stood before a scalar.
  func hasGap(before index: Int) -> Bool {
    index > 0 && index < at.count && at[index] > at[index - 1] + 1
  }

  /// A label without its colon: 责任单位 市教育局, 牵头单位为市教育局.
  func bareLabel(at index: Int, limit: Int) -> (length: Int, value: NoteWords.Label)? {
    guard let found = NoteWords.labels.match(chars, at: index, limit: limit), found.length >= 4
    else { return nil }
    let end = index + found.length
    guard end + 1 < limit, hasGap(before: end) || chars[end] == 0x4E3A else { return nil }
    return found
  }
}
