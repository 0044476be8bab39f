/// Which numbered clauses set work, and which are aims, safeguards or lists of indicators.
extension ClauseSplitter {
  private static let aims = WordTrie([
    "总体要求", "指导思想", "基本原则", "工作目标", "主要目标", "总体目标", "发展目标", "总体思路", "工作思路", "编制依据",
    "工作原则", "目的意义", "重要意义", "背景", "现状", "基本情况", "名词解释", "实施范围", "适用范围", "重大意义", "面临形势",
    "规划背景", "发展基础", "改革目标", "目标要求", "指导原则", "目标原则", "附则", "行动目标", "试点目标", "目标任务",
    "攻坚目标", "整治目标", "建设目标", "创建目标", "提升目标", "年度目标", "阶段目标", "行动时间", "活动时间", "整治时间", "检查时间", "活动主题",
    "行动主题", "行动范围", "活动范围", "整治范围", "检查范围", "实施期限",
    "发展指标", "主要指标", "指标体系", "规划目标",
  ])

  private static let safeguards = WordTrie([
    "保障措施", "组织实施", "组织保障", "工作要求", "组织领导", "保障机制", "工作保障", "实施保障", "有关要求", "保障条件",
    "强化保障", "加强组织", "落实保障", "实施要求",
  ])

  func setsWork(_ leaf: Int) -> Bool {
    let whole = outline.whole(leaf)
    guard whole.contains(where: { scan.chars[$0].isHan }) else { return false }
    let node = outline.nodes[leaf]
    if isIndicator(leaf) || isBareSection(leaf) { return false }
    if noteCount(whole) > 0 || node.marker.kind == .article { return true }
    if isOfAims(leaf) { return false }
    // Numbered text of an annex sets work only where it says whose, and so does a notice's own.
    if node.part != main, node.isAnnex || outline.nodes[leaf].part < main { return false }
    return !isNoted || !isOfSafeguards(leaf)
  }

  /// A heading with nothing under it, among sections that have clauses: its table or list stands apart.
  private func isBareSection(_ leaf: Int) -> Bool {
    let node = outline.nodes[leaf]
    guard node.parent == nil, node.children.isEmpty, node.marker.kind == .han else { return false }
    let own = scan.chars[node.body..<node.end]
    guard own.count <= 20, !own.contains(where: { $0.endsSentence || $0 == Sign.comma }) else {
      return false
    }
    return hasSections
  }

  /// The part that sets the work: the first, unless that is only what a notice says before its plan.
  func mainPart(_ leaves: [Int]) -> Int {
    var sizes: [Int: Int] = [:]
    var plans: Set<Int> = []
    for leaf in leaves where !isIndicator(leaf) {
      let node = outline.nodes[leaf]
      sizes[node.part, default: 0] += 1
      if node.parent != nil { plans.insert(node.part) }
    }
    guard let first = outline.nodes.first?.part, !plans.contains(first),
      !leaves.contains(where: {
        outline.nodes[$0].part == first && noteCount(outline.whole($0)) > 0
      }),
      let plan = plans.min()
    else { return outline.nodes.first?.part ?? 0 }
    return sizes[plan, default: 0] > sizes[first, default: 0] ? plan : first
  }

  /// The clauses that set work and those of the safeguards, in printed order.
  func withSafeguards(_ work: [Int], among leaves: [Int]) -> [Int] {
    var rest = work[...]
    let levels = Set(work.map { outline.nodes[$0].marker.level })
    let part = work.first.map { outline.nodes[$0].part }
    return leaves.filter { leaf in
      guard rest.first != leaf else {
        rest.removeFirst()
        return true
      }
      return outline.nodes[leaf].part == part && isSafeguard(leaf, besideLevels: levels)
    }
  }

  /// Whether a clause without a note, among others that have one, is one of the safeguards.
  ///
  /// A numbered item of their section is a clause; a section without items is one only where the
  /// document's other clauses stand on its level.
  private func isSafeguard(_ leaf: Int, besideLevels levels: Set<Int>) -> Bool {
    let node = outline.nodes[leaf]
    guard node.parent != nil || levels == [node.marker.level] else { return false }
    return !isIndicator(leaf) && isOfSafeguards(leaf)
      && (scan.contains(Self.orders, in: outline.whole(leaf)) || namesActors(leaf))
  }

  /// Whether a node stands among the aims, which set no work.
  func isOfAims(_ index: Int) -> Bool {
    outline.chain(index).contains { heads($0, Self.aims, upTo: 8) }
  }

  func isOfSafeguards(_ leaf: Int) -> Bool {
    let chain = outline.chain(leaf)
    guard !chain.contains(where: { heads($0, Self.aims, upTo: 8) }),
      let top = chain.firstIndex(where: { heads($0, Self.safeguards, upTo: 8) })
    else { return false }
    return !chain[..<top].contains { heads($0, Self.tasks, upTo: 24) } && !isAmidTasks(chain[top])
  }

  /// Headings of what is to be done: 加强组织领导 below one of them is a task.
  private static let tasks = WordTrie([
    "重点任务", "主要任务", "工作任务", "重点工作", "主要举措", "重点举措", "改革任务", "任务分工", "责任分工", "任务措施",
    "主要措施", "工作举措", "改革举措", "工作内容", "具体任务",
  ])

  /// Whether a section stands before others that set work: safeguards close a document or a part.
  private func isAmidTasks(_ node: Int) -> Bool {
    guard noteCount(outline.whole(node)) > 0 else { return false }
    return lastSections[siblings(of: node)].map { $0 > node } ?? false
  }

  /// Whether a node has noted clauses below it and is no safeguard itself.
  func isSectionOfTasks(_ node: Int) -> Bool {
    !outline.nodes[node].children.isEmpty && noteCount(outline.whole(node)) > 0
      && !heads(node, Self.safeguards, upTo: 8)
  }

  func siblings(of node: Int) -> Siblings {
    Siblings(parent: outline.nodes[node].parent ?? -1, part: outline.nodes[node].part)
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
  func isIndicator(_ leaf: Int) -> Bool {
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
  func isOther(_ index: Int, _ states: [State]) -> Bool {
    let body = outline.nodes[index].body..<outline.nodes[index].end
    guard states[index] != .kept, body.count > 8, !isIndicator(index) else { return false }
    if states[index] == .leaf { return true }
    guard outline.nodes[index].marker.level <= Marker.Kind.hanInBrackets.rawValue * 10,
      !outline.chain(index).contains(where: { states[$0] == .kept })
    else { return false }
    let node = outline.nodes[index]
    return title(index).upperBound + 8 < node.end
  }

  // MARK: Items with one note behind the last

  /// 县审计局对……开展检查: an item that says itself who acts is no step of the one with the note.
  func namesActors(_ index: Int) -> Bool {
    let whole = outline.whole(index)
    return noteCount(whole) == 0 && !DutySentences.acting(in: whole, scan, units).isEmpty
  }

  /// Whether the items go on counting from the section before, or those of the next from these.
  ///
  /// A note on a line of its own below them holds for all, whatever the numbers.
  func countsOn(_ node: ClauseOutline.Node) -> Bool {
    guard let first = node.children.first, let last = node.children.last else { return false }
    let index = notes.partition { $0.outer.lowerBound >= outline.nodes[last].body }
    guard index < notes.count, notes[index].outer.lowerBound > 0,
      scan.chars[notes[index].outer.lowerBound - 1] != Sign.newline
    else { return false }
    if outline.nodes[first].marker.number > 1 { return true }
    var behind = last + 1
    while behind < outline.nodes.count, outline.nodes[behind].depth > node.depth { behind += 1 }
    guard behind < outline.nodes.count, let item = outline.nodes[behind].children.first else {
      return false
    }
    return outline.nodes[item].marker.level == outline.nodes[last].marker.level
      && outline.nodes[item].marker.number == outline.nodes[last].marker.number + 1
  }
}
