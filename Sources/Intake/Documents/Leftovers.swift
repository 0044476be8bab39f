import Reform

/// What names units or days, or is numbered, and stands in no clause, note or table: it is told.
///
/// A name that was not known is told where it is read; here is what was never recognised as a note or
/// a table at all.
struct Leftovers {
  let scan: Scan
  let units: UnitNames
  let places: PlaceNames
  let head: DocumentHead
  let notes: [NoteFinder.Note]
  private(set) var findings: [Finding] = []

  init(
    _ scan: Scan, _ units: UnitNames, _ places: PlaceNames, notes: [NoteFinder.Note],
    head: DocumentHead
  ) {
    (self.scan, self.units, self.places) = (scan, units, places)
    (self.notes, self.head) = (notes, head)
  }

  /// What a stretch of text belongs to.
  enum Zone: Hashable {
    /// Before the first clause: only days and notes count, for offices are named in every address.
    case head
    /// Aims and principles, which name nobody to act.
    case aims
    case open
  }

  // MARK: Outside clauses

  /// Looks through all paragraphs; `covered` are the ranges of clauses and duties in order, `taken`
  /// the paragraphs that are rows of a table.
  mutating func lookOutside(
    covered: [Range<Int>], taken: Set<Int>, dropped: [Range<Int>], zone: (Int) -> Zone
  ) {
    var next = 0
    var run = Run()
    for (index, paragraph) in scan.joined.paragraphs.enumerated() {
      let range = scan.paragraphs[index]
      while next < covered.count, covered[next].upperBound <= range.lowerBound { next += 1 }
      guard !taken.contains(index), Self.holdsText(paragraph.kind) else {
        tell(&run)
        continue
      }
      let zone = zone(index)
      if zone != run.zone { tell(&run) }
      run.zone = zone
      var start = range.lowerBound
      var at = next
      while at < covered.count, covered[at].lowerBound < range.upperBound {
        if start < covered[at].lowerBound { look(start..<covered[at].lowerBound, zone, &run) }
        tell(&run)
        start = max(start, covered[at].upperBound)
        at += 1
      }
      if start < range.upperBound { look(start..<range.upperBound, zone, &run) }
    }
    tell(&run)
    for range in dropped { tellDropped(range) }
  }

  private struct Run {
    var zone: Zone = .head
    var units: [Range<Int>] = []
    var days: [Range<Int>] = []
    /// Rows that hold figures.
    var figures: [Range<Int>] = []
    /// Figures that the text sets, and places that it names.
    var targets: [Range<Int>] = []
    var places: [Range<Int>] = []
  }

  private static func holdsText(_ kind: JoinedText.Paragraph.Kind) -> Bool {
    switch kind {
    case .text, .row, .aside: true
    case .day, .footer, .annex: false
    }
  }

  private mutating func look(_ range: Range<Int>, _ zone: Zone, _ run: inout Run) {
    guard range.count > 3 else { return }
    run.days += days(in: range)
    if holdsFigures(range) { run.figures.append(range) }
    if zone != .head, !isInTable(range) { lookForAims(in: range, zone, &run) }
    switch zone {
    case .open where !isAddress(range): run.units += UnitMentions.find(in: range, scan, units)
    case .head, .aims, .open:
      for note in notes(in: range) { run.units += UnitMentions.find(in: note.inner, scan, units) }
    }
  }

  /// 各县（市、区）人民政府：, or the office that signs.
  private func isAddress(_ range: Range<Int>) -> Bool {
    guard range.count <= 120 else { return false }
    let content = scan.chars[range]
    if content.last == Sign.colon, !content.contains(where: \.endsSentence) { return true }
    return content.count <= 30 && !content.contains { $0.isMark }
      && NoteWords.suffixes.matchBackwards(
        scan.chars, before: range.upperBound, from: range.lowerBound) != nil
      && notes(in: range).isEmpty && !isInTable(range)
  }

  private func isInTable(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && scan.chars[range].contains(Sign.tab)
  }

  /// A row with a cell that is a figure, behind its first.
  private func holdsFigures(_ range: Range<Int>) -> Bool {
    let cells = scan.chars[range].split(separator: Sign.tab, omittingEmptySubsequences: false)
    return cells.count > 2
      && cells.dropFirst().contains { cell in
        cell.contains(where: \.isDigit) && CellFigure.read(Scalars(cell)) != nil
      }
  }

  private func days(in range: Range<Int>) -> [Range<Int>] {
    DeadlineReader.read(body: range, skipping: [], scan, issued: head.issued).deadlines.map(\.range)
      .filter { !$0.isEmpty }
  }

  private func notes(in range: Range<Int>) -> ArraySlice<NoteFinder.Note> {
    let low = notes.partition { $0.outer.lowerBound >= range.lowerBound }
    let high = notes.partition { $0.outer.lowerBound >= range.upperBound }
    return notes[low..<max(low, high)]
  }

  /// What the text of a section sets though its clauses stand below it: figures, and places.
  private func lookForAims(in range: Range<Int>, _ zone: Zone, _ run: inout Run) {
    let days = DeadlineReader.read(body: range, skipping: [], scan, issued: head.issued).deadlines
    let read = TargetReader.read(range, skipping: days.map(\.range), deadlines: days, scan)
    run.targets += read.targets.map(\.range) + read.doubts
    guard zone == .open else { return }
    run.places += PlaceReader.read(
      range, skipping: notes(in: range).map(\.outer), region: head.region, places, scan
    ).places.map(\.range)
  }

  private static let most = 40

  private mutating func tell(_ run: inout Run) {
    let zone = run.zone
    defer { run = Run(zone: zone) }
    if run.units.isEmpty, !run.figures.isEmpty { tellFigures(run) }
    let aims = run.targets.map { aim($0) } + run.places
    if run.units.isEmpty, run.figures.isEmpty, !aims.isEmpty { return tellAims(run, aims) }
    guard let first = (run.units + run.days).min(by: { $0.lowerBound < $1.lowerBound }),
      findings.count < Self.most, run.figures.isEmpty || !run.units.isEmpty
    else { return }
    let onlyDays = run.units.isEmpty
    var finding = scan.finding(
      "left-out",
      onlyDays ? "这里写有时限，但不在任何条款或表格里，没有记入；如属任务请补填。" : "这里提到单位，但不在任何条款、责任说明或表格里，没有记入，请核对。",
      onlyDays
        ? "A day stands here outside every clause and table and was not taken; enter it if it binds."
        : "Units are named here outside every clause, note and table and were not taken. Please check.",
      at: first)
    finding.words = words(run.units + run.days + aims)
    if onlyDays { finding.severity = .note }
    findings.append(finding)
  }

  /// Figures and places in text of no clause; of the aims of the whole they are only noted.
  private mutating func tellAims(_ run: Run, _ aims: [Range<Int>]) {
    let all = aims + run.days
    guard let first = all.min(by: { $0.lowerBound < $1.lowerBound }), findings.count < Self.most
    else { return }
    var finding = scan.finding(
      "left-out", "这里写有目标数、地区或时限，但不在任何条款或表格里，没有记入；如属任务请补填。",
      "Figures, places or days stand here outside every clause and table and were not taken; enter them if they "
        + "bind.", at: first)
    finding.words = words(all)
    if run.zone == .aims { finding.severity = .note }
    findings.append(finding)
  }

  /// A figure with the words before it, from the comma on: 每千人口医师数达到3.8人.
  private func aim(_ figure: Range<Int>) -> Range<Int> {
    var start = figure.lowerBound
    while start > 0, figure.lowerBound - start < 24 {
      let scalar = scan.chars[start - 1]
      if scalar.endsSentence || scalar == Sign.comma || scalar == Sign.newline { break }
      start -= 1
    }
    return start..<figure.upperBound
  }

  /// A table that is neither one of tasks nor one of targets.
  private mutating func tellFigures(_ run: Run) {
    guard let first = run.figures.first, findings.count < Self.most else { return }
    var finding = scan.finding(
      "left-out", "这张表没有读作任务表或指标表，里面的数没有记入，请核对。",
      "This table was read neither as one of tasks nor as one of targets, and its figures were not "
        + "taken. Please check.", at: first)
    finding.words = words(Array(run.figures.prefix(12)))
    findings.append(finding)
  }

  /// All names once, as far as they are useful to read.
  private func words(_ ranges: [Range<Int>]) -> String {
    var names: [String] = []
    for range in ranges.prefix(200) {
      let name = scan.name(range)
      if !names.contains(name) { names.append(name) }
    }
    return names.prefix(40).joined(separator: "、")
  }

  private mutating func tellDropped(_ range: Range<Int>) {
    guard findings.count < Self.most, range.count > 3 else { return }
    findings.append(
      scan.finding(
        "left-out", "这一条有编号，但没有写明责任单位，又在附件里，没有作为任务记入，请核对。",
        "This numbered text stands in an annex and names nobody; it was not taken as a task. Please check.",
        at: range.lowerBound..<min(range.upperBound, range.lowerBound + 30)))
  }

  // MARK: Inside a clause

  /// Brackets, lines and labels of a clause that name units and were not read as notes.
  ///
  /// Where no note says who answers, all that the text names counts, but for those that were taken.
  mutating func lookInside(_ range: Range<Int>, taken: [String], isWhole: Bool) {
    var found: [Range<Int>] = []
    for place in brackets(in: range) + lines(in: range)
    where !isInNote(place) {
      let mentions = UnitMentions.find(in: place, scan, units)
      found += mentions
      // Names of a kind that no list has, in a bracket of their own.
      let parts = mentions.isEmpty ? units.parts(of: place, scan) : []
      if parts.contains(where: { $0.count > 3 && units.isUnit($0, scan) }) { found.append(place) }
    }
    if isWhole, notes(in: range).isEmpty {
      found += UnitMentions.find(in: range, scan, units).filter { mention in
        let name = scan.name(mention)
        return !taken.contains { $0.contains(name) || name.contains($0) }
      }
    }
    guard let first = found.min(by: { $0.lowerBound < $1.lowerBound }), findings.count < 400
    else { return }
    var finding = scan.finding(
      "unit-in-text",
      taken.isEmpty ? "这一条没有读出责任单位，文中提到这些单位，请核对。" : "这里提到单位，没有作为责任说明读出，请核对。",
      taken.isEmpty
        ? "No unit was read for this clause; its text names these. Please check."
        : "Units are named here that were not read as a note. Please check.",
      at: first)
    finding.words = words(found)
    findings.append(finding)
  }

  private func isInNote(_ place: Range<Int>) -> Bool {
    let behind = notes.partition { $0.outer.lowerBound >= place.upperBound }
    return behind > 0 && notes[behind - 1].outer.upperBound > place.lowerBound
  }

  private static let duties = WordTrie([
    "负责", "牵头", "配合", "责任", "落实", "主办", "协办", "参与", "会同", "承担", "实施",
  ])

  /// Brackets behind the end of a sentence or with a word of duty: no bureau, no other name.
  private func brackets(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for index in range {
      if scan.chars[index] == Sign.open || scan.chars[index] == 0x5B { open = open ?? index + 1 }
      guard scan.chars[index].isCloser, let start = open, start < index else { continue }
      open = nil
      guard index - start <= 400 else { continue }
      let standsAlone = start - 2 >= range.lowerBound && scan.chars[start - 2].endsSentence
      if standsAlone || scan.contains(Self.duties, in: start..<index) {
        found.append(start..<index)
      }
    }
    return found
  }

  /// Lines that consist of units, or of a label and units.
  private func lines(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || scan.chars[index] == Sign.newline {
      let line = start..<index
      start = index + 1
      guard (3...400).contains(line.count) else { continue }
      let colon = line.prefix(14).first { scan.chars[$0] == Sign.colon }
      if let colon {
        if NoteWords.label(scan.chars, at: line.lowerBound, limit: line.upperBound) == nil {
          found.append(colon + 1..<line.upperBound)
        }
      } else if NoteLook.isUnits(Scalars(scan.chars[line])) {
        found.append(line)
      }
    }
    return found
  }
}
