/// Chooses the clauses that set work among the numbered ones, and names their paths.
struct ClauseSplitter {
  struct Piece: Sendable {
    var node: Int
    /// In the scan: from behind the marker to the end.
    var range: Range<Int>
    var path: String
    var title: Range<Int>
    var isSafeguard = false
  }

  /// Leaf clauses.
  private(set) var pieces: [Piece] = []
  /// Numbered text that sets no work by itself (aims, safeguards, lists of indicators).
  private(set) var others: [Piece] = []

  private let scan: Scan
  private let outline: ClauseOutline
  private let notes: [NoteFinder.Note]
  private let isNoted: Bool

  init(_ scan: Scan, _ outline: ClauseOutline, notes: [NoteFinder.Note]) {
    (self.scan, self.outline, self.notes) = (scan, outline, notes)
    isNoted = notes.count >= 2 && notes.count * 4 >= outline.nodes.count / 2
    var leaves: [Int] = []
    for root in outline.roots { collect(root, into: &leaves) }
    let work = leaves.filter { setsWork($0) }
    let kept = leaves.filter { setsWork($0) || isSafeguard($0, beside: work) }
    let numbers = runsOn(work)
    pieces = named(kept, byNumber: numbers, butNot: runsOn(kept) ? [] : Set(kept).subtracting(work))
    for index in pieces.indices { pieces[index].isSafeguard = isOfSafeguards(pieces[index].node) }
    var states = [State](repeating: .section, count: outline.nodes.count)
    for leaf in leaves { states[leaf] = .leaf }
    for leaf in kept { states[leaf] = .kept }
    let rest = outline.nodes.indices.filter { isOther($0, states) }
    others = named(rest, byNumber: false, ownOnly: true)
  }

  private enum State { case section, leaf, kept }

  // MARK: Leaves

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
    if noted.count >= 2 || noted.count == node.children.count { return true }
    if noted.count == 1 { return noted[0] != node.children.last || isSection(index) }
    if noteCount(node.body..<node.end) > 0, isNoted { return false }
    return !isEnumeration(node)
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

  func noteCount(_ range: Range<Int>) -> Int {
    let low = notes.partition { $0.outer.lowerBound >= range.lowerBound }
    let high = notes.partition { $0.outer.lowerBound >= range.upperBound }
    return high - low
  }

  // MARK: Work and what is not

  private static let aims = WordTrie([
    "总体要求", "指导思想", "基本原则", "工作目标", "主要目标", "总体目标", "发展目标", "总体思路", "工作思路", "编制依据",
    "工作原则", "目的意义", "重要意义", "背景", "现状", "基本情况", "名词解释", "实施范围", "适用范围", "重大意义", "面临形势",
    "规划背景", "发展基础", "改革目标", "目标要求", "指导原则", "目标原则", "附则", "行动目标", "试点目标", "目标任务",
  ])

  private static let safeguards = WordTrie([
    "保障措施", "组织实施", "组织保障", "工作要求", "组织领导", "保障机制", "工作保障", "实施保障", "有关要求", "保障条件",
    "强化保障", "加强组织", "落实保障", "实施要求",
  ])

  private func setsWork(_ leaf: Int) -> Bool {
    let whole = outline.whole(leaf)
    guard whole.contains(where: { scan.chars[$0].isHan }) else { return false }
    let node = outline.nodes[leaf]
    if isIndicator(leaf) { return false }
    if noteCount(whole) > 0 || node.marker.kind == .article { return true }
    let chain = outline.chain(leaf)
    if chain.contains(where: { heads($0, Self.aims, upTo: 8) }) { return false }
    // Numbered text of an annex sets work only where it says whose.
    if node.part > 0 { return false }
    return !isNoted || !isOfSafeguards(leaf)
  }

  /// Whether a clause without a note, among others that have one, is one of the safeguards.
  ///
  /// A numbered item of their section is a clause; a section without items is one only where the
  /// document's other clauses stand on its level.
  private func isSafeguard(_ leaf: Int, beside work: [Int]) -> Bool {
    let node = outline.nodes[leaf]
    guard node.part == work.first.map({ outline.nodes[$0].part }), !isIndicator(leaf),
      isOfSafeguards(leaf), scan.contains(Self.orders, in: outline.whole(leaf))
    else { return false }
    return node.parent != nil
      || work.allSatisfy { outline.nodes[$0].marker.level == node.marker.level }
  }

  private func isOfSafeguards(_ leaf: Int) -> Bool {
    let chain = outline.chain(leaf)
    return !chain.contains { heads($0, Self.aims, upTo: 8) }
      && chain.contains { heads($0, Self.safeguards, upTo: 8) }
  }

  /// Words that tell somebody to do something.
  private static let orders = WordTrie([
    "要", "应", "须", "各市", "各县", "各地", "各级", "各部门", "各单位", "加强", "强化", "建立", "完善", "落实", "健全", "加大",
    "确保", "做好", "开展", "营造", "严格", "定期", "统筹", "明确",
  ])

  /// Whether a heading says one of the words near its beginning.
  private func heads(_ node: Int, _ words: WordTrie<Void>, upTo reach: Int) -> Bool {
    let title = title(node)
    guard title.count <= 24 else { return false }
    let end = min(title.upperBound, title.lowerBound + reach)
    return (title.lowerBound..<max(title.lowerBound, end)).contains {
      words.match(scan.chars, at: $0, limit: title.upperBound) != nil
    }
  }

  private static let measures = WordTrie(endings: [
    "比例", "率", "占比", "比重", "人次", "人次数", "费用", "天数", "指数", "数量", "满意度", "得分", "次数", "住院日",
    "人数", "水平", "总量", "增幅", "床位数",
  ])

  private static let indicatorWords = WordTrie(["指标"])

  /// A short item of a list that is announced as indicators.
  private func isIndicator(_ leaf: Int) -> Bool {
    guard let parent = outline.nodes[leaf].parent else { return false }
    let body = outline.nodes[parent].body
    let own = body..<min(outline.nodes[parent].end, body + 800)
    guard scan.contains(Self.indicatorWords, in: own) else { return false }
    let title = title(leaf)
    guard title.count <= 60 else { return false }
    return NoteWords.etceteras.matchBackwards(
      scan.chars, before: title.upperBound, from: title.lowerBound) == nil
      && Self.measures.matchBackwards(
        scan.chars, before: title.upperBound, from: title.lowerBound) != nil
  }

  /// Sections that keep text of their own, and leaves that were left out.
  private func isOther(_ index: Int, _ states: [State]) -> Bool {
    let body = outline.nodes[index].body..<outline.nodes[index].end
    guard states[index] != .kept, body.count > 8, !isIndicator(index) else { return false }
    if states[index] == .leaf { return true }
    guard outline.nodes[index].marker.level <= Marker.Kind.hanInBrackets.rawValue * 10,
      !outline.chain(index).contains(where: { states[$0] == .kept })
    else { return false }
    let node = outline.nodes[index]
    return title(index).upperBound + 8 < node.end
  }

  // MARK: Titles

  /// The heading, or where there is none the first sentence; notes at its end cut off.
  func title(_ index: Int) -> Range<Int> {
    let whole = outline.whole(index)
    return Self.title(of: whole, scan, notes)
  }

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
    let depth = outline.chain(first).count
    for index in outline.nodes.indices {
      let node = outline.nodes[index]
      guard node.marker.level == level, outline.chain(index).count == depth, !isIndicator(index)
      else { continue }
      guard node.marker.number > last else { return false }
      last = node.marker.number
    }
    return true
  }

  private func named(
    _ leaves: [Int], byNumber: Bool, ownOnly: Bool = false, butNot full: Set<Int> = []
  ) -> [Piece] {
    var used: [String: Int] = [:]
    return leaves.map { leaf in
      let byNumber = byNumber && !full.contains(leaf)
      var path = byNumber ? String(outline.nodes[leaf].marker.number) : fullPath(leaf)
      let part = outline.nodes[leaf].part
      if part > 0, outline.nodes.first?.part != part, !byNumber, used[path] != nil {
        path = "annex\(part)." + path
      }
      used[path, default: 0] += 1
      if let count = used[path], count > 1 { path += "-\(count)" }
      let node = outline.nodes[leaf]
      let range = ownOnly ? node.body..<node.end : outline.whole(leaf)
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
