/// Chooses the clauses that set work among the numbered ones, and names their paths.
struct ClauseSplitter {
  struct Piece: Sendable {
    var node: Int
    /// In the scan: from behind the marker to the end.
    var range: Range<Int>
    var path: String
    var title: Range<Int>
    var isSafeguard = false
    /// True of a clause whose items are clauses of their own.
    var isParent = false
  }

  /// Leaf clauses.
  private(set) var pieces: [Piece] = []
  /// Numbered text that sets no work by itself (aims, safeguards, lists of indicators).
  private(set) var others: [Piece] = []

  /// The titles of all nodes.
  private let titles: [Range<Int>]
  /// Nodes that have a child with two noted children or more; -1 stands for the document.
  private var parted: Set<Int> = []
  /// Notes in the headings of sections, by node.
  private var headings: [Int: NoteFinder.Note] = [:]

  /// Sections that are headed by the office whose tasks they hold, by node.
  private(set) var offices: [Int: NoteFinder.Note] = [:]

  /// Sections below one node and of one part of the document.
  struct Siblings: Hashable {
    var parent: Int
    var part: Int
  }

  /// The last section that sets work among its siblings.
  private(set) var lastSections: [Siblings: Int] = [:]

  let scan: Scan
  let outline: ClauseOutline
  let notes: [NoteFinder.Note]
  let units: UnitNames
  let isNoted: Bool
  /// Whether any clause of the first level has clauses under it.
  private(set) var hasSections = false
  /// The part of the document that sets the work.
  private(set) var main = 0

  init(
    _ scan: Scan, _ outline: ClauseOutline, notes: [NoteFinder.Note], units: UnitNames
  ) {
    (self.scan, self.outline, self.notes, self.units) = (scan, outline, notes, units)
    titles = outline.nodes.indices.map { Self.title(of: outline.whole($0), scan, notes) }
    isNoted = notes.count >= 2 && notes.count * 4 >= outline.nodes.count / 2
    var leaves: [Int] = []
    for root in outline.roots { headings[root] = headingNote(root) }
    offices = officeHeadings()
    for (root, note) in offices { headings[root] = note }
    for node in outline.nodes where node.children.count > 1 {
      var noted = 0
      for child in node.children where noted < 2 && noteCount(outline.whole(child)) > 0 {
        noted += 1
      }
      if noted == 2 { parted.insert(node.parent ?? -1) }
    }
    for root in outline.roots { collect(root, into: &leaves) }
    hasSections = outline.roots.contains { !outline.nodes[$0].children.isEmpty }
    main = mainPart(leaves)
    for index in outline.nodes.indices where isSectionOfTasks(index) {
      lastSections[siblings(of: index)] = index
    }
    let parents = outline.nodes.indices.filter { isNotedParent($0) }
    let work = leaves.filter { setsWork($0) }
    let kept = merged(withSafeguards(work, among: leaves), parents)
    let numbers = runsOn(work)
    let other = Set(kept).subtracting(work)
    pieces = named(
      kept, byNumber: numbers, butNot: runsOn(kept) ? [] : other, parents: Set(parents))
    for index in pieces.indices { pieces[index].isSafeguard = isOfSafeguards(pieces[index].node) }
    var states = [State](repeating: .section, count: outline.nodes.count)
    for leaf in leaves { states[leaf] = .leaf }
    for leaf in kept { states[leaf] = .kept }
    let noted = Set(parents)
    for index in pieces.indices where noted.contains(pieces[index].node) {
      pieces[index].isParent = true
    }
    let rest = outline.nodes.indices.filter { isOther($0, states) }
    others = named(rest, byNumber: false, ownOnly: true)
  }

  enum State { case section, leaf, kept }

  // MARK: Leaves

  /// A clause with a note of its own though its items are clauses: it is a task beside them.
  private func isNotedParent(_ index: Int) -> Bool {
    let node = outline.nodes[index]
    guard !node.children.isEmpty, headings[index] == nil, splits(index) else { return false }
    return noteCount(node.body..<node.end) > 0
      && node.children.contains { noteCount(outline.whole($0)) > 0 }
  }

  /// Both lists, which are in order, as one.
  private func merged(_ leaves: [Int], _ parents: [Int]) -> [Int] {
    parents.isEmpty ? leaves : Array(Set(leaves).union(parents)).sorted()
  }

  private func collect(_ node: Int, into leaves: inout [Int]) {
    var pending = [node]
    while let next = pending.popLast() {
      if splits(next) {
        pending.append(contentsOf: outline.nodes[next].children.reversed())
      } else {
        leaves.append(next)
      }
    }
  }

  /// Whether a node's children are clauses of their own, not steps within it.
  private func splits(_ index: Int) -> Bool {
    let node = outline.nodes[index]
    guard !node.children.isEmpty else { return false }
    let noted = node.children.filter { noteCount(outline.whole($0)) > 0 }
    if node.marker.kind == .article { return noted.count >= 2 }
    if noted.count >= 2 { return true }
    if noted.count == node.children.count {
      // The note of an only item is that of the clause, unless items are clauses here.
      return node.marker.kind.rawValue <= Marker.Kind.han.rawValue || isSection(index)
        || headings[index] != nil || itemsAreClauses(node)
    }
    if noted.count == 1 {
      return noted[0] != node.children.last || isSection(index)
        || countsOn(node) || node.children.contains { namesActors($0) }
    }
    if headings[index] != nil { return true }
    if noteCount(node.body..<node.end) > 0, isNoted { return false }
    return !isEnumeration(node)
  }

  /// Whether an only item goes on counting, or clauses beside this one have several with notes.
  private func itemsAreClauses(_ node: ClauseOutline.Node) -> Bool {
    guard let item = node.children.first else { return false }
    return outline.nodes[item].marker.number > 1 || parted.contains(node.parent ?? -1)
  }

  private func isSection(_ index: Int) -> Bool {
    let node = outline.nodes[index]
    return node.children.contains { !outline.nodes[$0].children.isEmpty }
      || node.marker.kind == .chapter
  }

  /// Items that end with semicolons, or come behind 包括： and the like, are part of a sentence.
  private func isEnumeration(_ node: ClauseOutline.Node) -> Bool {
    guard node.marker.kind.rawValue >= Marker.Kind.hanInBrackets.rawValue || node.parent != nil
    else { return hasSemicolons(node) && endsWithColon(node) }
    return hasSemicolons(node)
  }

  private func hasSemicolons(_ node: ClauseOutline.Node) -> Bool {
    let items = node.children.dropLast()
    guard !items.isEmpty else { return false }
    let closed = items.filter { last(of: outline.whole($0)) == Sign.semicolon }
    return closed.count * 2 >= items.count
  }

  private func endsWithColon(_ node: ClauseOutline.Node) -> Bool {
    last(of: node.body..<node.end) == Sign.colon
  }

  private func last(of range: Range<Int>) -> UInt32? {
    scan.chars[range].last { $0 != Sign.newline }
  }

  /// The note in the heading of a section (一、强化创新（区科技局牵头）), which holds for its clauses.
  private func headingNote(_ index: Int) -> NoteFinder.Note? {
    let node = outline.nodes[index]
    guard node.marker.kind == .han, node.children.count > 1 else { return nil }
    let low = notes.partition { $0.outer.lowerBound >= node.body }
    guard low < notes.count, notes[low].outer.upperBound <= node.end else { return nil }
    let heading = node.body..<notes[low].outer.lowerBound
    let after = notes[low].outer.upperBound
    let endsLine = after >= scan.chars.count || scan.chars[after] == Sign.newline
    let isPlain = !scan.chars[heading].contains { $0.endsSentence || $0 == Sign.newline }
    guard endsLine, isPlain, heading.count < 50, !hasSemicolons(node) else { return nil }
    return notes[low]
  }

  /// The note in the heading of the section that a clause stands in.
  func noteAbove(_ index: Int) -> NoteFinder.Note? {
    let start = outline.nodes[index].start
    let above = outline.leading.partition { $0.outer.lowerBound >= start }
    if above > 0 { return outline.leading[above - 1] }
    return outline.chain(index).first.flatMap { $0 == index ? nil : headings[$0] }
  }

  func noteCount(_ range: Range<Int>) -> Int {
    let low = notes.partition { $0.outer.lowerBound >= range.lowerBound }
    let high = notes.partition { $0.outer.lowerBound >= range.upperBound }
    return high - low
  }

  /// Whether the last words of a clause are a note.
  func endsWithNote(_ range: Range<Int>) -> Bool {
    let high = notes.partition { $0.outer.lowerBound >= range.upperBound }
    guard high > 0, notes[high - 1].outer.lowerBound >= range.lowerBound else { return false }
    let rest =
      notes[high - 1].outer.upperBound..<max(notes[high - 1].outer.upperBound, range.upperBound)
    return !scan.chars[rest].contains { $0 != Sign.newline && !$0.endsSentence }
  }

  // MARK: Titles

  /// The heading, or where there is none the first sentence; notes at its end cut off.
  func title(_ index: Int) -> Range<Int> { titles[index] }

  static func title(of whole: Range<Int>, _ scan: Scan, _ notes: [NoteFinder.Note]) -> Range<Int> {
    var (end, depth) = (whole.lowerBound, 0)
    while end < whole.upperBound, end - whole.lowerBound < 400 {
      let scalar = scan.chars[end]
      if scalar == Sign.newline || scalar == Sign.tab { break }
      if scalar.closer != nil || scalar == 0x201C { depth += 1 }
      if scalar.isCloser || scalar == 0x201D { depth = max(0, depth - 1) }
      if depth == 0, scalar.endsSentence { break }
      end += 1
    }
    let first = notes.partition { $0.outer.lowerBound >= whole.lowerBound }
    if first < notes.count, notes[first].outer.lowerBound < end {
      end = notes[first].outer.lowerBound
    }
    while end > whole.lowerBound, scan.chars[end - 1] == Sign.colon { end -= 1 }
    return whole.lowerBound..<end
  }

  // MARK: Paths

  /// Whether the numbers of the leaves run on over the whole document.
  private func runsOn(_ leaves: [Int]) -> Bool {
    guard let first = leaves.first else { return false }
    let level = outline.nodes[first].marker.level
    guard outline.nodes[first].marker.kind != .decimal,
      leaves.allSatisfy({ outline.nodes[$0].marker.level == level })
    else { return false }
    var last = 0
    let depth = outline.nodes[first].depth
    for index in outline.nodes.indices {
      let node = outline.nodes[index]
      guard node.marker.level == level, node.depth == depth, !isIndicator(index)
      else { continue }
      guard node.marker.number > last else { return false }
      last = node.marker.number
    }
    return true
  }

  private func named(
    _ leaves: [Int], byNumber: Bool, ownOnly: Bool = false, butNot full: Set<Int> = [],
    parents: Set<Int> = []
  ) -> [Piece] {
    var used: [String: Int] = [:]
    used.reserveCapacity(leaves.count)
    return leaves.map { leaf in
      let byNumber = byNumber && !full.contains(leaf)
      var path = byNumber ? String(outline.nodes[leaf].marker.number) : fullPath(leaf)
      let part = outline.nodes[leaf].part
      if outline.nodes[leaf].isAnnex, outline.nodes.first?.part != part, !byNumber,
        used[path] != nil
      {
        path = "annex\(part)." + path
      }
      let count = (used[path] ?? 0) + 1
      used[path] = count
      if count > 1 { path += "-\(count)" }
      let node = outline.nodes[leaf]
      let isOwn = ownOnly || parents.contains(leaf)
      let range = isOwn ? node.body..<node.end : outline.whole(leaf)
      return Piece(node: leaf, range: range, path: path, title: title(leaf))
    }
  }

  private func fullPath(_ leaf: Int) -> String {
    var numbers: [Int] = []
    for index in outline.chain(leaf) {
      let marker = outline.nodes[index].marker
      if marker.kind == .decimal { numbers = marker.numbers } else { numbers.append(marker.number) }
    }
    return numbers.map(String.init).joined(separator: ".")
  }
}

extension [NoteFinder.Note] {
  /// The first index whose element is at or behind something; the array is in order.
  func partition(_ isBehind: (NoteFinder.Note) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
