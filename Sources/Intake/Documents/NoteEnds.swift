/// Tells where a clause is closed by its note, so that plain paragraphs behind it are not its own.
struct NoteEnds {
  private var endsWithNote: [Bool]
  /// Whether it is a numbered heading with its note and no sentence: the text stands below.
  private var isHeading: [Bool]
  /// Whether a task without a number begins with this paragraph.
  private var begins: [Bool]
  /// How many tasks without numbers begin from here to the next number.
  private var ahead: [Int]
  /// Notes that stand above the items they hold for (责任单位：市城管局, and its tasks below), by paragraph.
  private(set) var leading: [Int: NoteFinder.Note] = [:]
  /// Whether a note comes in this or a later plain paragraph before the next marker.
  private var hasLaterNote: [Bool]

  init(_ scan: Scan, _ notes: [NoteFinder.Note]) {
    let count = scan.paragraphs.count
    begins = Array(repeating: false, count: count)
    ahead = Array(repeating: 0, count: count + 1)
    endsWithNote = Array(repeating: false, count: count)
    isHeading = Array(repeating: false, count: count)
    hasLaterNote = Array(repeating: false, count: count + 1)
    var holds = Array(repeating: false, count: count)
    var next = 0
    for (index, range) in scan.paragraphs.enumerated() {
      while next < notes.count, notes[next].outer.lowerBound < range.upperBound {
        holds[index] = true
        var end = range.upperBound
        while end > range.lowerBound, scan.chars[end - 1].endsSentence { end -= 1 }
        if notes[next].outer.upperBound >= end {
          endsWithNote[index] = true
          let heading = scan.chars[
            range.lowerBound..<max(range.lowerBound, notes[next].outer.lowerBound)]
          isHeading[index] =
            scan.joined.paragraphs[index].marker != nil && end == range.upperBound
            && heading.count <= 40 && !heading.contains { $0.endsSentence || $0 == Sign.comma }
        }
        next += 1
      }
    }
    for index in stride(from: count - 1, through: 0, by: -1) {
      let goesOn = scan.joined.paragraphs[index].marker == nil
      hasLaterNote[index] = goesOn && (holds[index] || hasLaterNote[index + 1])
    }
    findBeginnings(scan, notes)
    findSiblings(scan)
    findLeading(scan, notes)
    for index in stride(from: count - 1, through: 0, by: -1) where isPlain(index, scan) {
      ahead[index] = ahead[index + 1] + (begins[index] ? 1 : 0)
    }
  }

  /// In a text that begins with a note on a line of its own: all such lines above an item numbered 1.
  private mutating func findLeading(_ scan: Scan, _ notes: [NoteFinder.Note]) {
    guard let item = scan.joined.paragraphs.firstIndex(where: { $0.marker != nil }), item > 0
    else { return }
    let isNoted = notes.first.map { scan.paragraphs[item - 1].contains($0.outer.lowerBound) }
    guard isNoted == true || isOffice(item - 1, scan) else { return }
    var next = 0
    for index in scan.paragraphs.indices.dropLast() {
      let range = scan.paragraphs[index]
      while next < notes.count, notes[next].outer.lowerBound < range.lowerBound { next += 1 }
      guard isPlain(index, scan), scan.joined.paragraphs[index + 1].marker?.number == 1 else {
        continue
      }
      if isOffice(index, scan) {
        leading[index] = NoteFinder.Note(inner: range, outer: range)
      } else if next < notes.count, notes[next].outer.lowerBound <= range.lowerBound + 1 {
        leading[index] = notes[next]
      }
    }
  }

  /// 县教育局 alone on a line above items numbered 1: what follows is the office's.
  private func isOffice(_ index: Int, _ scan: Scan) -> Bool {
    let range = scan.paragraphs[index]
    return isPlain(index, scan) && (3...24).contains(range.count)
      && scan.joined.paragraphs[index + 1].marker?.kind == .arabic
      && NoteLook.isUnits(Scalars(scan.chars[range]))
      && scan.chars[range].allSatisfy(\.isHan)
  }

  /// Whether a paragraph without a number begins a task that a note closes, here or further down.
  func beginsTask(_ index: Int) -> Bool { begins[index] }

  /// How many such tasks stand between here and the next number.
  func tasksAhead(_ index: Int) -> Int { ahead[index] }

  private static let longest = 4

  private mutating func findBeginnings(_ scan: Scan, _ notes: [NoteFinder.Note]) {
    var next = 0
    for index in endsWithNote.indices where endsWithNote[index] {
      let range = scan.paragraphs[index]
      while next < notes.count, notes[next].outer.lowerBound < range.lowerBound { next += 1 }
      guard next < notes.count, isPlain(index, scan) else { continue }
      let isOnlyNote = notes[next].outer.lowerBound <= range.lowerBound
      if !isOnlyNote {
        begins[index] = true
        continue
      }
      // The note stands on a line of its own: the task is what stands above it.
      guard index > 0, !endsWithNote[index - 1] else { continue }
      var start = index
      while start > 0, index - start < Self.longest, isPlain(start - 1, scan),
        !endsWithNote[start - 1], !isHead(start - 1, scan)
      {
        start -= 1
      }
      if start < index { begins[start] = true }
    }
  }

  /// 市医保局：负责 on several lines: each is a task.
  private mutating func findSiblings(_ scan: Scan) {
    let duties = begins.indices.filter {
      isPlain($0, scan) && beginsWithDuty(scan.paragraphs[$0], scan)
    }
    guard duties.count >= 2 else { return }
    for index in duties { begins[index] = true }
  }

  /// 市医保局：负责统筹协调: units, a colon and what they do.
  private func beginsWithDuty(_ range: Range<Int>, _ scan: Scan) -> Bool {
    let head = scan.chars[range].prefix(40)
    guard let colon = head.firstIndex(of: Sign.colon), colon - range.lowerBound >= 3,
      range.upperBound - colon > 5,
      NoteWords.label(scan.chars, at: range.lowerBound, limit: range.upperBound) == nil
    else { return false }
    let units = Scalars(scan.chars[range.lowerBound..<colon])
    return NoteLook.isUnits(units)
      && units.contains { $0 == 0x5C40 || $0 == 0x5904 || $0 == 0x529E }
      || NoteLook.isUnits(units) && units.first.map { Self.places.contains($0) } == true
  }

  private static let places = Set(scalars("省市县区州各"))

  private func isPlain(_ index: Int, _ scan: Scan) -> Bool {
    scan.joined.paragraphs[index].kind == .text && scan.joined.paragraphs[index].marker == nil
  }

  /// A title or an address, which no task begins with.
  private func isHead(_ index: Int, _ scan: Scan) -> Bool {
    let content = scan.chars[scan.paragraphs[index]]
    if content.last == Sign.colon { return true }
    return TitleWords.isWhole(Array(content.prefix(130)))
      || HeadNumber.end(of: Array(content.prefix(60)), from: 0) != nil
  }

  /// Whether the paragraph before ended with a note and this one begins something else.
  func isComplete(before index: Int) -> Bool {
    index > 0 && endsWithNote[index - 1] && !hasLaterNote[index] && !isHeading[index - 1]
  }
}
