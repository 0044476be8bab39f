/// The tree of a document's numbering.
struct ClauseOutline: Sendable {
  struct Node: Sendable {
    var marker: Marker
    var paragraph: Int
    /// From the marker on, behind it, and up to the next marker or the end of the numbered text.
    var start: Int
    var body: Int
    var end: Int
    var parent: Int?
    var children: [Int] = []
    /// 0 before the first annex, then counted; and its printed number.
    var part: Int
    /// How many nodes stand above it.
    var depth = 0
  }

  private(set) var nodes: [Node] = []
  private(set) var roots: [Int] = []
  /// Places where a number is missed out or comes again.
  private(set) var breaks: [(node: Int, expected: Int)] = []
  private var stack: [Int] = []
  private var part = 0
  /// True behind a list of annexes, whose numbers are no clauses.
  private var listsAnnexes = false
  private let scan: Scan

  static func build(_ scan: Scan, notes: [NoteFinder.Note]) -> ClauseOutline {
    var outline = ClauseOutline(scan: scan)
    let ends = NoteEnds(scan, notes)
    outline.nodes.reserveCapacity(scan.joined.paragraphs.count { $0.marker != nil })
    for index in scan.paragraphs.indices { outline.take(index, ends) }
    outline.close(at: scan.chars.count)
    return outline
  }

  private init(scan: Scan) { self.scan = scan }

  private mutating func take(_ index: Int, _ ends: NoteEnds) {
    let paragraph = scan.joined.paragraphs[index]
    let range = scan.paragraphs[index]
    switch paragraph.kind {
    case .annex:
      listsAnnexes = true
      if !nodes.isEmpty { part += 1 }
      close(at: range.lowerBound)
    case .footer, .row, .aside: close(at: range.lowerBound)
    case .day: close(at: signatureStart(before: index) ?? range.lowerBound)
    case .text:
      if let marker = paragraph.marker {
        if listsAnnexes, marker.number > 1, range.count < 60, isAnnexTitle(range) { return }
        listsAnnexes = false
        open(marker, paragraph: index, range)
      } else if ends.isComplete(before: index) {
        close(at: range.lowerBound)
      }
    }
  }

  /// 2.指标体系 in a list of annexes: no sentence.
  private func isAnnexTitle(_ range: Range<Int>) -> Bool {
    !scan.chars[range].contains { $0.endsSentence || $0 == Sign.comma }
  }

  /// Ends what is open: what follows belongs to no numbered clause.
  private mutating func close(at offset: Int) {
    if let last = nodes.indices.last, nodes[last].end > offset {
      nodes[last].end = max(nodes[last].body, offset)
    }
  }

  /// Where the office above a day begins, if it is a line of its own.
  private func signatureStart(before index: Int) -> Int? {
    var start: Int?
    for above in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      let paragraph = scan.joined.paragraphs[above]
      let range = scan.paragraphs[above]
      guard paragraph.kind == .text, paragraph.marker == nil, (3...60).contains(range.count),
        let last = scan.chars[range].last, !last.endsSentence, !last.isCloser
      else { return start }
      let isOffice = NoteWords.suffixes.matchBackwards(
        scan.chars, before: range.upperBound, from: range.lowerBound)
      guard start == nil || isOffice != nil else { return start }
      start = range.lowerBound
    }
    return start
  }

  private mutating func open(_ marker: Marker, paragraph: Int, _ range: Range<Int>) {
    let joinedStart = scan.joined.paragraphs[paragraph].range.lowerBound
    var body = range.lowerBound
    while body < range.upperBound, Int(scan.at[body]) < joinedStart + marker.length { body += 1 }
    close(at: range.lowerBound)
    place(marker)
    let parent = stack.last
    var node = Node(
      marker: marker, paragraph: paragraph, start: range.lowerBound, body: body,
      end: scan.chars.count, part: part)
    node.parent = parent
    nodes.append(node)
    let index = nodes.count - 1
    if let parent {
      nodes[index].depth = nodes[parent].depth + 1
      nodes[parent].children.append(index)
    } else {
      roots.append(index)
    }
    stack.append(index)
    checkNumber(index)
  }

  /// Pops the stack down to the parent of a marker.
  private mutating func place(_ marker: Marker) {
    if let top = stack.first, nodes[top].part != part { stack = [] }
    if let same = stack.lastIndex(where: { nodes[$0].marker.level == marker.level }) {
      if same == 0, marker.number == 1, nodes[stack[0]].marker.number >= 1,
        nodes[stack[0]].marker.kind != .article
      {
        part += 1
      }
      stack.removeSubrange(same...)
    } else {
      while let last = stack.last, nodes[last].marker.level > marker.level { stack.removeLast() }
    }
  }

  private mutating func checkNumber(_ index: Int) {
    let node = nodes[index]
    let siblings = node.parent.map { nodes[$0].children } ?? roots
    guard let same = siblings.dropLast().last,
      nodes[same].marker.level == node.marker.level, nodes[same].part == node.part
    else { return }
    let expected = nodes[same].marker.number + 1
    if node.marker.number != expected { breaks.append((index, expected)) }
  }

  /// All the text of a node, its children's included.
  func whole(_ index: Int) -> Range<Int> {
    var last = index
    while let child = nodes[last].children.last { last = child }
    return nodes[index].body..<max(nodes[index].body, nodes[last].end)
  }

  /// The nodes from the root down to one.
  func chain(_ index: Int) -> [Int] {
    var chain = [index]
    while let parent = nodes[chain[chain.count - 1]].parent { chain.append(parent) }
    return chain.reversed()
  }
}

extension Marker {
  /// Rank of the numbering: what stands higher in the usual order of levels is less.
  var level: Int { kind.rawValue * 10 + (kind == .decimal ? min(numbers.count, 9) : 0) }
}

/// Tells where a clause is closed by its note, so that plain paragraphs behind it are not its own.
struct NoteEnds {
  private var endsWithNote: [Bool]
  /// Whether a note comes in this or a later plain paragraph before the next marker.
  private var hasLaterNote: [Bool]

  init(_ scan: Scan, _ notes: [NoteFinder.Note]) {
    let count = scan.paragraphs.count
    endsWithNote = Array(repeating: false, count: count)
    hasLaterNote = Array(repeating: false, count: count + 1)
    var holds = Array(repeating: false, count: count)
    var next = 0
    for (index, range) in scan.paragraphs.enumerated() {
      while next < notes.count, notes[next].outer.lowerBound < range.upperBound {
        holds[index] = true
        var end = range.upperBound
        while end > range.lowerBound, scan.chars[end - 1].endsSentence { end -= 1 }
        if notes[next].outer.upperBound >= end { endsWithNote[index] = true }
        next += 1
      }
    }
    for index in stride(from: count - 1, through: 0, by: -1) {
      let goesOn = scan.joined.paragraphs[index].marker == nil
      hasLaterNote[index] = goesOn && (holds[index] || hasLaterNote[index + 1])
    }
  }

  /// Whether the paragraph before ended with a note and this one begins something else.
  func isComplete(before index: Int) -> Bool {
    index > 0 && endsWithNote[index - 1] && !hasLaterNote[index]
  }
}
