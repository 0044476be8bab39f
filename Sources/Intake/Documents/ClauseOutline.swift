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
    /// 0 before the numbers first begin again, then counted.
    var part: Int
    /// True behind the first annex.
    var isAnnex = false
    /// How many nodes stand above it.
    var depth = 0
  }

  private(set) var nodes: [Node] = []
  private(set) var roots: [Int] = []
  /// Notes that stand above the items they hold for, in order.
  private(set) var leading: [NoteFinder.Note] = []
  /// Places where a number is missed out or comes again.
  private(set) var breaks: [(node: Int, expected: Int)] = []
  private var stack: [Int] = []
  private var part = 0
  private var isAnnex = false
  /// What came since the last node: a day, or a line that is a heading without a number.
  private var sinceLast: (day: Bool, heading: Bool) = (false, false)
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
      if !nodes.isEmpty {
        part += 1
        isAnnex = true
      }
      close(at: range.lowerBound)
    case .footer, .row, .aside: close(at: range.lowerBound)
    case .day:
      sinceLast.day = true
      close(at: signatureStart(before: index) ?? range.lowerBound)
    case .text:
      if let marker = paragraph.marker {
        if listsAnnexes, marker.number > 1, range.count < 60, isAnnexTitle(range) { return }
        listsAnnexes = false
        open(marker, paragraph: index, range)
      } else if ends.leading[index] == nil, ends.beginsTask(index),
        takesPlainTasks(before: index, ends)
      {
        open(Marker(plain: 1), paragraph: index, range)
      } else if let note = ends.leading[index] {
        leading.append(note)
        sinceLast.heading = true
        close(at: range.lowerBound)
      } else if isHeading(index) {
        sinceLast.heading = true
        close(at: range.lowerBound)
      } else if ends.isComplete(before: index) || isClosing(range) {
        close(at: range.lowerBound)
      }
    }
  }

  private static let closers = WordTrie([
    "请各", "请于", "各单位", "各乡镇", "各县", "各市", "各地", "各部门", "各成员单位", "各责任单位", "各牵头单位", "各有关", "各相关",
    "以上工作", "以上任务", "以上事项", "上述单位", "上述工作", "上述任务", "请上述", "有关单位", "相关单位", "请将",
  ])
  private static let reports = WordTrie([
    "报送", "书面报", "上报", "报市", "报县", "报区", "报局", "报至", "报我", "反馈", "前报", "督办",
  ])

  /// 请各单位于……前报…… behind an item that is a sentence of its own: said of all items.
  private func isClosing(_ range: Range<Int>) -> Bool {
    guard let last = nodes.last, last.end > range.lowerBound,
      Self.closers.match(scan.chars, at: range.lowerBound) != nil,
      scan.contains(Self.reports, in: range)
    else { return false }
    let own = scan.paragraphs[last.paragraph]
    guard own.count > 24, let sign = scan.chars[own].last else { return false }
    return sign.endsSentence || sign.isCloser
  }

  // MARK: Tasks without numbers

  /// Whether a plain paragraph here is no part of a numbered clause.
  private func takesPlainTasks(before index: Int, _ ends: NoteEnds) -> Bool {
    guard let last = nodes.last else { return true }
    if last.marker.kind == .plain { return true }
    guard last.marker.kind.rawValue <= Marker.Kind.han.rawValue, isBareHeading(last) else {
      return false
    }
    let isGeneral = scan.contains(Self.generalHeadings, in: scan.paragraphs[last.paragraph])
    return isGeneral || ends.tasksAhead(last.paragraph + 1) >= 3
  }

  private static let generalHeadings = WordTrie([
    "重点任务", "主要任务", "工作任务", "工作内容", "重点工作", "主要措施", "任务分工", "重点举措", "主要举措", "工作举措", "具体任务",
    "任务清单", "工作重点", "重点内容", "主要内容", "工作措施", "具体措施", "目标任务", "重点事项",
    "职责分工", "部门职责", "工作职责", "责任分工", "部门分工", "单位职责",
  ])

  /// 二、重点任务 and no word more.
  private func isBareHeading(_ node: Node) -> Bool {
    let own = scan.paragraphs[node.paragraph]
    let title = scan.chars[own]
    return title.count <= 30 && !title.contains { $0.endsSentence || $0 == Sign.comma }
  }

  /// A short line without a mark before the numbers begin again: the heading of what follows.
  private func isHeading(_ index: Int) -> Bool {
    let range = scan.paragraphs[index]
    guard (2...26).contains(range.count), index + 1 < scan.paragraphs.count,
      let next = scan.joined.paragraphs[index + 1].marker, next.number == 1,
      stack.contains(where: { nodes[$0].marker.level == next.level })
    else { return false }
    return !scan.chars[range].contains { $0.isMark }
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

  private static let seal = scalars("章)")

  /// Where the office above a day begins, if it is a line of its own.
  private func signatureStart(before index: Int) -> Int? {
    var start: Int?
    for above in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      let paragraph = scan.joined.paragraphs[above]
      let range = scan.paragraphs[above]
      guard paragraph.kind == .text, paragraph.marker == nil, (3...60).contains(range.count),
        let last = scan.chars[range].last, !last.endsSentence,
        !last.isCloser || scan.chars.has(Self.seal, before: range.upperBound)
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
    var marker = marker
    if marker.kind == .plain {
      // 一是, 二是 begin again in every paragraph: they are counted in printed order.
      let siblings = parent.map { nodes[$0].children } ?? roots
      let last = siblings.last { nodes[$0].marker.kind == .plain }
      marker.number = (last.map { nodes[$0].marker.number } ?? 0) + 1
    }
    var node = Node(
      marker: marker, paragraph: paragraph, start: range.lowerBound, body: body,
      end: scan.chars.count, part: part, isAnnex: isAnnex)
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
    sinceLast = (false, false)
  }

  /// Pops the stack down to the parent of a marker.
  private mutating func place(_ marker: Marker) {
    if let top = stack.first, nodes[top].part != part { stack = [] }
    if let same = stack.lastIndex(where: { nodes[$0].marker.level == marker.level }) {
      if same == 0, marker.number == 1, beginsPart(behind: nodes[stack[0]].marker) {
        part += 1
      }
      stack.removeSubrange(same...)
    } else {
      while let last = stack.last, nodes[last].marker.level > marker.level { stack.removeLast() }
    }
  }

  /// Whether numbers that begin again begin another text: 一 behind 一 alone is a number that stands twice.
  private func beginsPart(behind last: Marker) -> Bool {
    guard last.kind != .article, last.kind != .plain else { return false }
    return last.number > 1 || sinceLast.day
  }

  private mutating func checkNumber(_ index: Int) {
    let node = nodes[index]
    let siblings = node.parent.map { nodes[$0].children } ?? roots
    guard let same = siblings.dropLast().last,
      nodes[same].marker.level == node.marker.level, nodes[same].part == node.part
    else { return }
    guard node.marker.kind != .plain, !(node.marker.number == 1 && sinceLast.heading) else {
      return
    }
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
