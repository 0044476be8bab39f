import Reform

/// Puts the drafts of a document together, in printed order, with what is odd about the numbering.
struct DraftMaker {
  private let scan: Scan
  private let outline: ClauseOutline
  private let splitter: ClauseSplitter
  private let rows: [AnnexTable.Row]
  private var drafter: TaskDrafter
  private(set) var clauses: [ClauseDraft] = []
  private(set) var obligations: [ClauseDraft] = []
  /// Where clauses and obligations stand, and numbered text that was kept as neither.
  private var covered: [Range<Int>] = []
  private var dropped: [Range<Int>] = []
  private var own: [Finding] = []
  private let doubts: TargetDoubts
  private let places: PlaceNames
  private let region: Division.Code?

  var findings: [Finding] { own + drafter.findings }

  init(
    _ scan: Scan, _ outline: ClauseOutline, _ splitter: ClauseSplitter, _ rows: [AnnexTable.Row],
    notes: [NoteFinder.Note], units: UnitNames, places: PlaceNames, head: DocumentHead,
    firstLeads: Int?
  ) {
    (self.scan, self.outline, self.splitter, self.rows) = (scan, outline, splitter, rows)
    (self.places, region) = (places, head.region)
    doubts = TargetDoubts(scan: scan, notes: notes, issued: head.issued)
    drafter = TaskDrafter(
      scan, notes: notes, units: units, places: places, head: head, firstLeads: firstLeads)
  }

  mutating func make(alsoBound rules: [AlsoBinds.Rule]) {
    clauses.reserveCapacity(splitter.pieces.count + rows.count)
    for piece in splitter.pieces {
      var draft = drafter.draft(
        .numbered, piece, place: place(piece.node), section: section(piece.node))
      draft.isSafeguard = piece.isSafeguard
      draft.isParent = piece.isParent ? true : nil
      // Who only helps does not take the place of the office in the heading.
      if draft.departments.allSatisfy({ $0.value.role == .cooperating }),
        let note = splitter.noteAbove(piece.node)
      {
        drafter.inherit(note.inner, &draft)
      }
      covered.append(outline.nodes[piece.node].start..<piece.range.upperBound)
      if !draft.isSafeguard { bind(&draft, from: piece.range.lowerBound, rules) }
      clauses.append(draft)
      tellDoubts(of: draft, in: piece.range)
    }
    if let last = splitter.pieces.last, !clauses.isEmpty, isCutShort(last) {
      clauses[clauses.count - 1].isTruncated = true
      own.append(
        scan.finding(
          "clause-truncated", "这一条到此中断，没有写完；以下内容缺失。",
          "This clause breaks off here; the rest is missing.",
          at: max(last.range.lowerBound, last.range.upperBound - 12)..<last.range.upperBound))
    }
    addRows(rules)
    for piece in splitter.others { keepIfDuty(piece) }
    noteBreaks()
  }

  /// Units that the document says once for all clauses below.
  private mutating func bind(
    _ draft: inout ClauseDraft, from start: Int, _ rules: [AlsoBinds.Rule]
  ) {
    for rule in rules where rule.words.upperBound <= start {
      drafter.inherit(rule.units, role: rule.role, &draft)
    }
  }

  /// Rows keep their own numbers, unless clauses have taken these.
  private mutating func addRows(_ rules: [AlsoBinds.Rule]) {
    let taken = Set(clauses.map(\.path))
    let clash = rows.contains { taken.contains($0.path) }
    for var row in rows {
      if clash { row.path = "table-" + row.path }
      var draft = drafter.draft(row)
      addFigures(of: row, to: &draft)
      bind(&draft, from: row.range.lowerBound, rules)
      clauses.append(draft)
      tellDoubts(of: draft, in: row.range)
    }
  }

  /// The figures of a row in columns of their own (签约率（%）), set for the place that the row names.
  private mutating func addFigures(of row: AnnexTable.Row, to draft: inout ClauseDraft) {
    let years = Set(draft.deadlines.compactMap(\.value.years.last))
    for (head, cell) in row.figures {
      let isDay = DateWords.read(scalars(head), at: 0, limit: scalars(head).count) != nil
      let read = CellFigure.read(Scalars(scan.chars[cell]))
      let isOfPlace = columnPlaces(TargetTable.parted(head).name) != nil
      guard !isDay, let figure = read,
        CellFigure.isPlain(scan.chars[cell]) || isOfPlace && figure.isWhole
      else {
        own.append(
          scan.finding(
            "figure-not-taken", "“\(head)”一栏的数没有读出，没有记入，请补填。",
            "What stands under “\(head)” could not be read and was not taken; please enter it.",
            at: cell))
        continue
      }
      var (name, unit) = TargetTable.parted(head)
      var own = place(of: row).map { [$0] } ?? []
      // 南京市 over a column: the task says what is measured, the heading where.
      if let codes = columnPlaces(name) {
        name = (codes.isEmpty ? "" : name) + scan.name(row.title)
        own = codes
      }
      let target = TaskTarget(
        metric: Phrase(name, ""), op: figure.op, value: figure.value, upper: figure.upper,
        unit: figure.unit.isEmpty ? unit : figure.unit,
        year: years.count == 1 ? years.first : nil,
        places: own)
      draft.targets.append(Witnessed(target, scan.evidence(cell, in: row.range)))
    }
  }

  /// The place that a heading names; none where it is the whole (全省, 目标), nil where it is no place.
  private func columnPlaces(_ head: String) -> [Division.Code]? {
    let words = scalars(head).map(\.folded)
    let wholes = ["全省", "全市", "全县", "全区", "全州", "全国"]
    if wholes.contains(where: { head == $0 || head == $0 + "目标" || head == $0 + "任务" }) {
      return []
    }
    guard let found = places.trie.match(words, at: 0), found.length == words.count else {
      return nil
    }
    var codes = found.value.codes.filter { code in
      region.map { places.divisions.isWithin(code, $0) } ?? true
    }
    // 岳阳 among cities is the city.
    if codes.count > 1 { codes.removeAll { places.divisions[$0]?.level != .city } }
    guard codes.count == 1, let code = codes.first else { return nil }
    return code == region ? [] : [code]
  }

  /// The place that a row is about, where its task is the name of one.
  private func place(of row: AnnexTable.Row) -> Division.Code? {
    guard let match = places.exact(row.title, scan) else { return nil }
    let codes = match.codes.filter { code in
      region.map { places.divisions.isWithin(code, $0) } ?? true
    }
    return codes.count == 1 ? codes.first : nil
  }

  /// Figures of a clause that seem to be targets and are none.
  private mutating func tellDoubts(of draft: ClauseDraft, in range: Range<Int>) {
    let taken = draft.targets.map(\.evidence)
    if let doubt = doubts.finding(in: range, taken: taken) { own.append(doubt) }
  }

  /// A section or safeguard is a duty where it carries a note, or a deadline and who is to act.
  private mutating func keepIfDuty(_ piece: ClauseSplitter.Piece) {
    guard piece.range.count > 4 else { return }
    let mark = drafter.findings.count
    var draft = drafter.draft(
      .section, piece, place: place(piece.node), section: section(piece.node))
    let acts = scan.contains(Self.actors, in: piece.range)
    guard !draft.departments.isEmpty || (!draft.deadlines.isEmpty && acts) else {
      drafter.forget(after: mark)
      let node = outline.nodes[piece.node]
      if node.isAnnex, node.children.isEmpty, !splitter.isOfAims(piece.node) {
        dropped.append(node.start..<node.end)
      }
      return
    }
    if draft.departments.isEmpty { drafter.takeDuties(in: piece.range, into: &draft) }
    obligations.append(draft)
    tellDoubts(of: draft, in: piece.range)
    covered.append(outline.nodes[piece.node].start..<piece.range.upperBound)
  }

  private static let actors = WordTrie([
    "各市", "各县", "各级", "各地", "各部门", "各单位", "有关部门", "相关部门", "省医改", "市医改", "卫生健康", "卫健委",
    "医保局", "医保部门", "财政", "办公室", "各省", "人民政府", "牵头",
  ])

  /// Only the last clause can break off: a notice says so, or it ends in the middle of a sentence.
  private func isCutShort(_ piece: ClauseSplitter.Piece) -> Bool {
    guard rows.isEmpty else { return false }
    let content = scan.chars[piece.range]
    guard let last = content.last(where: { $0 != Sign.newline }), piece.title.count > 0 else {
      return false
    }
    let closes =
      last.endsSentence || last == Sign.close || last == 0x201D || last == 0x5D
      || splitter.endsWithNote(piece.range)
    let node = outline.nodes[piece.node]
    let isLast = node.end >= scan.chars.count - 2
    let sentence = content.contains(Sign.stop) || content.contains(Sign.comma)
    return isLast && !closes && (scan.joined.isCutOff || sentence)
  }

  /// What was recognised as no clause, note or table though it names units or days.
  mutating func lookForLeftovers(
    _ leftovers: inout Leftovers, taken: Set<Int>
  ) {
    let body = min(
      outline.nodes.first?.paragraph ?? scan.paragraphs.count,
      taken.min() ?? scan.paragraphs.count)
    var zones = [Leftovers.Zone](repeating: .open, count: scan.paragraphs.count)
    for index in zones.indices.prefix(body) { zones[index] = .head }
    for (index, node) in outline.nodes.enumerated() where splitter.isOfAims(index) {
      for paragraph in node.paragraph..<zones.count {
        guard scan.paragraphs[paragraph].lowerBound < node.end else { break }
        zones[paragraph] = .aims
      }
    }
    leftovers.lookOutside(
      covered: (covered + (outline.leading + splitter.offices.values).map(\.outer))
        .sorted { $0.lowerBound < $1.lowerBound },
      taken: taken, dropped: dropped
    ) { zones[$0] }
    for (piece, draft) in zip(splitter.pieces, clauses) {
      leftovers.lookInside(
        piece.range, taken: draft.departments.map(\.value.name), isWhole: !draft.isTruncated)
    }
  }

  private mutating func noteBreaks() {
    for (index, expected) in outline.breaks.prefix(50) {
      let node = outline.nodes[index]
      let zh = "编号接不上：这里应是第\(expected)，印的是第\(node.marker.number)，请核对有无缺漏。"
      let en = "The numbering jumps: \(expected) was due, \(node.marker.number) is printed."
      own.append(
        scan.finding(
          "numbering-break", zh, en, at: node.start..<min(node.end, node.body + 12)))
    }
  }

  // MARK: Where it stands

  /// The numbering as printed, from the top: 二（一）1; 2.1.1 says by itself where it stands.
  private func place(_ node: Int) -> String {
    var parts: [Int] = []
    for index in outline.chain(node) {
      let numbers = outline.nodes[index].marker.numbers
      if !numbers.isEmpty { parts.removeAll { isBegun(by: $0, numbers) } }
      parts.append(index)
    }
    return parts.map { index in
      let node = outline.nodes[index]
      return scan.name(node.start..<max(node.start, node.body))
    }.joined()
  }

  /// Whether numbers (2.1.1) begin with those of a node above them (2 or 2.1).
  private func isBegun(by node: Int, _ numbers: [Int]) -> Bool {
    let marker = outline.nodes[node].marker
    switch marker.kind {
    case .decimal: return numbers.starts(with: marker.numbers)
    case .arabic: return numbers.first == marker.number
    default: return false
    }
  }

  private func section(_ node: Int) -> String {
    guard let parent = outline.nodes[node].parent else { return "" }
    return ReformTask.short(scan.name(splitter.title(parent)))
  }
}
