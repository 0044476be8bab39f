import Reform

/// Fills the drafts: departments, deadlines, places and targets of every clause.
struct TaskDrafter {
  let scan: Scan
  private let notes: [NoteFinder.Note]
  let units: UnitNames
  let places: PlaceNames
  let head: DocumentHead
  /// Where the rule that the first named leads is stated; it holds from there on.
  private let firstLeads: Int?
  /// Whether it holds for those too that share (按职责分工负责), as it is stated of such.
  private let leadsEvenShared: Bool
  var findings: [Finding] = []
  /// The clause before, for 同上.
  var above: ClauseDraft?

  init(
    _ scan: Scan, notes: [NoteFinder.Note], units: UnitNames, places: PlaceNames,
    head: DocumentHead, firstLeads: Int?
  ) {
    (self.scan, self.notes, self.units, self.places) = (scan, notes, units, places)
    (self.head, self.firstLeads) = (head, firstLeads)
    leadsEvenShared = FirstLeads.isOfShared(firstLeads, notes, scan)
  }

  /// Takes back the findings of a draft that was not kept.
  mutating func forget(after count: Int) { findings.removeLast(findings.count - count) }

  // MARK: Numbered clauses

  /// The draft of a clause that runs over one range of the text.
  mutating func draft(
    _ kind: ClauseDraft.Kind, _ piece: ClauseSplitter.Piece, place: String, section: String
  ) -> ClauseDraft {
    let range = trimmed(piece.range)
    var draft = blank(kind, path: piece.path, range: range, title: piece.title)
    (draft.place, draft.section) = (place, section)
    let inside = notes(in: range)
    var skips: [Range<Int>] = []
    var fields: [Range<Int>] = []
    var noted: [DepartmentReader.Reading] = []
    let hasLead = firstLeads != nil && inside.contains { namesLead($0) }
    for note in inside {
      let holds = !hasLead && (firstLeads.map { note.outer.upperBound >= $0 } ?? false)
      let read = DepartmentReader.read(
        note.inner, firstLeads: holds, evenShared: leadsEvenShared, scan, units, places)
      add(read, to: &draft, in: range)
      for role in read.sameAsAbove { takeAbove(role, &draft, at: note.inner) }
      fields += read.times
      noted.append(read)
      skips.append(note.outer)
    }
    takeNamed(noted, into: &draft, role: PlaceReader.role(of: range, scan), in: range)
    let isFree = inside.allSatisfy { isAside($0) }
    if isFree, kind == .numbered {
      // 区医保局：负责统筹推进试点.
      if let colon = units.dutyColon(from: range.lowerBound, to: range.upperBound, scan) {
        let end = scan.sentenceEnd(colon, to: range.upperBound)
        let duty = range.lowerBound..<end
        add(DepartmentReader.read(duty, scan, units, places), to: &draft, in: range)
        skips.append(range.lowerBound..<colon)
      }
      for duty in DutySentences.find(in: range, scan, units)
      where duty.lowerBound >= (skips.last?.upperBound ?? 0) {
        add(DepartmentReader.read(duty, scan, units, places), to: &draft, in: range)
        skips.append(duty)
      }
    }
    if isFree {
      addOthers(DutySentences.callsUpon(in: range, scan, units), to: &draft, in: range)
    }
    if isFree, kind == .numbered,
      draft.departments.allSatisfy({ $0.value.role == .cooperating })
    {
      let actors = DutySentences.acting(in: range, scan, units)
      addOthers(actors, to: &draft, in: range)
      noteActors(actors)
    }
    readDeadlines(&draft, body: range, skips: skips, fields: fields, clause: range)
    readPlaces(&draft, body: range, skips: skips, clause: range)
    noteDaysOfPlaces(draft, in: range)
    if kind == .numbered, !draft.departments.isEmpty { noteOthers(draft, in: range, skips) }
    if kind == .numbered { above = draft }
    return draft
  }

  /// Whether a note says itself who leads; then no first one does by the rule.
  private func namesLead(_ note: NoteFinder.Note) -> Bool {
    DepartmentReader.read(note.inner, scan, units, places).namesLead
  }

  /// Adds the units of sentences that were not read before.
  private mutating func addOthers(
    _ duties: [Range<Int>], to draft: inout ClauseDraft, in range: Range<Int>
  ) {
    for duty in duties {
      var read = DepartmentReader.read(duty, scan, units, places)
      let known = Set(draft.departments.map(\.value.name))
      if !known.isEmpty { read.units.removeAll { known.contains($0.value.name) } }
      add(read, to: &draft, in: range)
    }
  }

  /// ，牵头科室为妇幼科: said in a sentence, which may name others before.
  private func isAside(_ note: NoteFinder.Note) -> Bool {
    let start = note.outer.lowerBound
    return start > 0 && scan.chars[start - 1] == Sign.comma
      && NoteWords.label(scan.chars, at: start, limit: note.outer.upperBound) == nil
      && scan.bareLabel(at: start, limit: note.outer.upperBound) != nil
  }

  /// No note and no word of duty says who answers: what the sentence says is taken, and to be checked.
  private mutating func noteActors(_ actors: [Range<Int>]) {
    guard let first = actors.first else { return }
    var finding = scan.finding(
      "unit-from-sentence", "没有责任说明，单位是从句子里读出的，请核对。",
      "There is no note of responsibility; the units were read from the sentence. Please check.",
      at: first)
    finding.words = actors.prefix(40).map { scan.name($0) }.joined(separator: "、")
    findings.append(finding)
  }

  /// Departments that the heading of the section or a rule names; their words stand outside the clause.
  ///
  /// `role` is what a rule says of them all; the first of a heading may lead.
  mutating func inherit(
    _ note: Range<Int>, role: Responsible.Role? = nil, _ draft: inout ClauseDraft
  ) {
    let holds = role == nil && (firstLeads.map { note.upperBound >= $0 } ?? false)
    let read = DepartmentReader.read(
      note, role: role ?? .responsible, firstLeads: holds, evenShared: leadsEvenShared, scan, units,
      places)
    for (value, words) in read.units
    where !draft.departments.contains(where: { $0.value.name == value.name }) {
      let (line, column) = scan.position(words.lowerBound)
      draft.departments.append(
        Witnessed(value, Evidence(start: 0, end: 0, line: line, column: column)))
    }
  }

  /// A row: what stands in which column is known.
  mutating func draft(_ row: AnnexTable.Row) -> ClauseDraft {
    var draft = blank(.row, path: row.path, range: row.range, title: row.title)
    let number = row.path.split(separator: "-").last ?? ""
    draft.place = (row.path.hasPrefix("annex") ? "附件" : "") + "第\(number)行"
    let body = (row.tasks.first?.lowerBound ?? 0)..<(row.tasks.last?.upperBound ?? 0)
    let rules = row.firstLeads || (firstLeads.map { row.range.upperBound >= $0 } ?? false)
    let holds = rules && !row.units.contains { $0.role == .lead }
    var named: [DepartmentReader.Reading] = []
    for (role, cell) in row.units {
      let read = DepartmentReader.read(
        cell, role: role, firstLeads: holds && role == .responsible, evenShared: leadsEvenShared,
        scan, units, places)
      add(read, to: &draft, in: row.range)
      named.append(read)
    }
    if row.units.isEmpty {
      findings.append(
        scan.finding(
          "row-without-department", "这一行没有写单位（可能是合并单元格），请补填。",
          "This row names no department (cells may have been merged); please enter it.",
          at: row.title))
    }
    for task in row.tasks { readPlaces(&draft, body: task, skips: [], clause: row.range) }
    takePlaces(of: row, into: &draft)
    takeNamed(
      named, into: &draft, role: PlaceReader.role(of: body, scan), in: row.range, ofRow: true)
    readRowDeadlines(&draft, row, body: body)
    takeAims(of: row, body: body, into: &draft)
    return draft
  }

  private mutating func readRowDeadlines(
    _ draft: inout ClauseDraft, _ row: AnnexTable.Row, body: Range<Int>
  ) {
    var found: [(value: Deadline, range: Range<Int>)] = []
    for cell in row.times {
      let read = DeadlineReader.read(field: cell, scan, issued: head.issued)
      found += read.deadlines
      findings += read.findings
    }
    var skips: [Range<Int>] = []
    if found.isEmpty, row.times.isEmpty {
      let read = DeadlineReader.read(body: body, skipping: [], scan, issued: head.issued)
      found = read.deadlines
      findings += read.findings
      skips = found.map(\.range)
    }
    draft.deadlines = found.map { Witnessed($0.value, scan.evidence($0.range, in: row.range)) }
    readTargets(&draft, body: body, skips: skips, deadlines: found, clause: row.range)
  }

  private func blank(
    _ kind: ClauseDraft.Kind, path: String, range: Range<Int>, title: Range<Int>
  ) -> ClauseDraft {
    let (line, column) = scan.position(range.lowerBound)
    return ClauseDraft(
      kind: kind, path: path, title: ReformTask.short(scan.name(title)), text: scan.text(range),
      line: line,
      column: column)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, scan.chars[end - 1] == Sign.newline { end -= 1 }
    return range.lowerBound..<end
  }

  private func notes(in range: Range<Int>) -> ArraySlice<NoteFinder.Note> {
    let low = notes.partition { $0.outer.lowerBound >= range.lowerBound }
    let high = notes.partition { $0.outer.lowerBound >= range.upperBound }
    return notes[low..<max(low, high)]
  }

  // MARK: Fields

  private mutating func add(
    _ read: DepartmentReader.Reading, to draft: inout ClauseDraft, in range: Range<Int>
  ) {
    for (value, words) in read.units where !draft.departments.contains(where: { $0.value == value })
    {
      draft.departments.append(Witnessed(value, scan.evidence(words, in: range)))
    }
    for words in read.odd {
      findings.append(
        scan.finding(
          "unknown-department", "不认识这个单位，已照所印的记入，请核对。",
          "This is not known as a department; it was taken as printed. Please check.", at: words))
    }
    for words in read.unknown {
      findings.append(
        scan.finding(
          "unknown-department", "不认识这个单位，没有记入，请核对。",
          "This is not known as a department and was left out; please check.", at: words))
    }
  }

  private mutating func readDeadlines(
    _ draft: inout ClauseDraft, body: Range<Int>, skips: [Range<Int>], fields: [Range<Int>],
    clause: Range<Int>
  ) {
    let read = DeadlineReader.read(
      body: body, skipping: skips, hasField: !fields.isEmpty, scan, issued: head.issued)
    var found = read.deadlines
    findings += read.findings
    for field in fields {
      if Self.saysAsAbove(field, scan), let above {
        found += above.deadlines.map { ($0.value, field) }
        continue
      }
      let more = DeadlineReader.read(field: field, scan, issued: head.issued)
      findings += more.findings
      found += more.deadlines.filter { new in !found.contains { $0.value.isSame(as: new.value) } }
    }
    draft.deadlines = found.map { Witnessed($0.value, scan.evidence($0.range, in: clause)) }
    let words = read.deadlines.map(\.range)
    let all = (skips + words).sorted { $0.lowerBound < $1.lowerBound }
    readTargets(&draft, body: body, skips: all, deadlines: found, clause: clause)
  }

  private mutating func readTargets(
    _ draft: inout ClauseDraft, body: Range<Int>, skips: [Range<Int>],
    deadlines: [(value: Deadline, range: Range<Int>)], clause: Range<Int>
  ) {
    let read = TargetReader.read(
      body, skipping: skips, deadlines: deadlines, issued: head.issued, scan)
    var placed = TargetPlaces(scan, places, region: head.region)
    draft.targets = placed.all(read.targets, in: body).map { target in
      Witnessed(target.value, scan.evidence(target.range, in: clause))
    }
    findings += TargetDoubts.placed(placed.doubts, scan)
  }
}

extension Deadline {
  /// The same day or years, whatever the words.
  func isSame(as other: Deadline) -> Bool {
    let isDay = [Kind.date, .year]
    if let due, due == other.due, isDay.contains(kind), isDay.contains(other.kind) { return true }
    return kind == other.kind && due == other.due && years == other.years && by == other.by
  }
}
