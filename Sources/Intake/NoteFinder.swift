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
      } else if scalar == Sign.close || scalar == 0x5D, let open = opens.last,
        scan.chars[open].closer == scalar
      {
        opens.removeLast()
        let inner = open + 1..<index
        if inner.count <= reach, isNote(inner, in: range, scan, units) {
          while notes.count > first, notes[notes.count - 1].outer.lowerBound > open {
            notes.removeLast()
          }
          notes.append(Note(inner: inner, outer: open..<index + 1))
        }
      }
    }
    findLabels(in: range, scan, into: &notes, from: first)
  }

  private static func isNote(
    _ inner: Range<Int>, in paragraph: Range<Int>, _ scan: Scan, _ units: UnitNames
  ) -> Bool {
    guard inner.count >= 2 else { return false }
    if startsWithLabel(inner, scan) { return true }
    var end = inner.upperBound
    while end > inner.lowerBound, scan.chars[end - 1].endsSentence { end -= 1 }
    let after = inner.upperBound + 1
    let goesOn = after < paragraph.upperBound && scan.chars[after].isHan
    if !goesOn, saysDuty(inner.lowerBound..<end, scan, units) { return true }
    let closes =
      after >= paragraph.upperBound
      || (scan.chars[after] == Sign.stop && after + 1 >= paragraph.upperBound)
    return closes && inner.count >= 3 && units.isList(inner.lowerBound..<end, scan)
  }

  /// A part that ends with 负责, 牵头 and the like, behind a name.
  private static func saysDuty(_ inner: Range<Int>, _ scan: Scan, _ units: UnitNames) -> Bool {
    let ends = units.parts(of: inner, scan).contains { part in
      NoteWords.noteEndings.matchBackwards(
        scan.chars, before: part.upperBound, from: part.lowerBound) != nil
    }
    return ends && units.standsIn(inner, scan)
  }

  /// A label at the beginning, or behind a separator, with its colon.
  private static func startsWithLabel(_ inner: Range<Int>, _ scan: Scan) -> Bool {
    var isStart = true
    for index in inner {
      if isStart,
        let found = NoteWords.labels.match(scan.chars, at: index, limit: inner.upperBound),
        index + found.length < inner.upperBound, scan.chars[index + found.length] == Sign.colon,
        case .units = found.value
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
    in range: Range<Int>, _ scan: Scan, into notes: inout [Note], from first: Int
  ) {
    var index = range.lowerBound
    var found: [Note] = []
    var taken = notes[first...]
    while index < range.upperBound {
      if let next = taken.first, next.outer.lowerBound <= index {
        taken.removeFirst()
        index = max(index, next.outer.upperBound)
        continue
      }
      if let end = labelled(at: index, in: range, scan) {
        found.append(Note(inner: index..<end, outer: index..<end))
        index = end
      }
      index += 1
    }
    guard !found.isEmpty else { return }
    let all = (notes[first...] + found).sorted { $0.outer.lowerBound < $1.outer.lowerBound }
    notes.replaceSubrange(first..., with: all)
  }

  /// Where the labelled list that begins at `index` ends, nil where none begins.
  private static func labelled(at index: Int, in range: Range<Int>, _ scan: Scan) -> Int? {
    let before = index > range.lowerBound ? scan.chars[index - 1] : Sign.newline
    guard before.endsSentence || before == Sign.newline || before.isCloser || before == Sign.dot
    else { return nil }
    guard let label = NoteWords.labels.match(scan.chars, at: index, limit: range.upperBound),
      index + label.length < range.upperBound, scan.chars[index + label.length] == Sign.colon
    else { return nil }
    if case .other = label.value { return nil }
    var end = index + label.length
    while end < range.upperBound, end - index < reach, scan.chars[end] != Sign.stop { end += 1 }
    return end
  }
}
