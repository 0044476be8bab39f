import Reform

/// Reads a policy document: bytes in, drafts and findings out.
///
/// Nothing is guessed: what could not be read surely becomes a finding that points at the words.
public struct DocumentReader: Sendable {
  private let places: PlaceNames
  private let units: UnitNames

  /// Of the places `beneath` only those are read that stand right behind what they lie in.
  public init(divisions: Divisions, departments: DepartmentNames, beneath: [Division] = []) {
    places = PlaceNames(divisions, beneath: beneath)
    units = UnitNames(departments)
  }

  /// Most bytes that a file may have; look at its size before reading it.
  public static let sizeLimit = Faults.sizeLimit

  /// The fault of a file that is over the limit.
  public static func tooLarge(_ name: String) -> Fault { Faults.tooLarge(name) }

  /// The reading of a file of text, Word, HTML, or a PDF with a text layer.
  public func read(_ bytes: [UInt8], name: String) throws(Fault) -> DocumentReading {
    let paper = try Self.paper(bytes, name: name)
    guard !paper.isCut, paper.scalars.count <= Limits.signs else { throw Faults.tooLong(name) }
    return try read(paper, name: name)
  }

  private func read(_ paper: PaperText, name: String) throws(Fault) -> DocumentReading {
    let source = SourceText(Glyphs.folded(paper.scalars))
    let joined = LineJoiner.join(source)
    let scan = Scan(joined, source)
    let notes = NoteFinder.notes(in: scan, units: units)
    let outline = ClauseOutline.build(scan, notes: notes)
    let table = AnnexTable.read(scan)
    let body = outline.nodes.first.map { scan.span($0.start..<$0.start + 1).lowerBound }
    let (head, found) = HeadReader.read(
      joined, source, places: places, body: body ?? joined.scalars.count)
    let stated = TargetTable.read(scan, issued: head.issued)
    var reading = DocumentReading(head: head)
    reading.findings = found + paper.findings + DamageFindings.all(source, damaged: paper.damaged)
    guard head.kind == .policy else {
      // A speech has no issue; what it says is no report.
      if head.number != nil {
        let read = BulletinReader.read(scan, head, places)
        (reading.facts, reading.findings) = (read.facts, reading.findings + read.findings)
      }
      if reading.facts.isEmpty { reading.findings.append(Self.bulletin) }
      return reading
    }
    let splitter = ClauseSplitter(scan, outline, notes: notes, units: units)
    guard !splitter.pieces.isEmpty || !table.rows.isEmpty || !stated.targets.isEmpty else {
      throw Faults.noClause(name)
    }
    let bound = AlsoBinds.read(scan, units)
    reading.rules = Self.rules(scan, bound)
    reading.targets = stated.targets
    var drafts = DraftMaker(
      scan, outline, splitter, table.rows, notes: notes, units: units, places: places, head: head,
      firstLeads: reading.rules.isEmpty ? nil : FirstLeads.places(in: scan.chars).first?.lowerBound)
    drafts.make(alsoBound: bound.rules)
    var leftovers = Leftovers(scan, units, places, notes: notes, head: head)
    drafts.lookForLeftovers(&leftovers, taken: table.taken.union(stated.taken))
    reading.clauses = drafts.clauses
    reading.obligations = drafts.obligations
    reading.findings +=
      drafts.findings + bound.findings + leftovers.findings
      + stated.findings + LooseTables.findings(source, joined)
    return reading
  }

  private static func rules(_ scan: Scan, _ bound: AlsoBinds) -> [DocumentRule] {
    func rule(_ kind: DocumentRule.Kind, _ place: Range<Int>) -> DocumentRule {
      let (line, column) = scan.position(place.lowerBound)
      return DocumentRule(kind, words: scan.name(place), line: line, column: column)
    }
    return FirstLeads.places(in: scan.chars).map { rule(.firstLeads, $0) }
      + bound.rules.map { rule(.alsoBinds, $0.words) }
  }

  private static let bulletin = Finding(
    "bulletin", .warning,
    Phrase(
      "这是简报、讲话一类的文字，报告情况而不布置任务，没有条款可收。",
      "This is a bulletin, a speech or the like: it reports, and has no clause that sets a task."),
    at: .init(line: 1, column: 1))

  // MARK: Formats

  private static func paper(_ bytes: [UInt8], name: String) throws(Fault) -> PaperText {
    guard bytes.count <= Faults.sizeLimit else { throw Faults.tooLarge(name) }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw Faults.empty(name) }
    if bytes.starts(with: Array("%PDF".utf8)) { return try PDFReader.read(bytes, name: name) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw Faults.oldWord(name) }
    if bytes.starts(with: Array("{\\rtf".utf8)) { throw Faults.richText(name) }
    if bytes.starts(with: Array("MIME-Version:".utf8)) { throw Faults.mail(name) }
    if bytes.starts(with: [0x50, 0x4B]) { return try DocxReader.read(bytes, name: name) }
    if bytes.count > Limits.textBytes { try refuseLong(bytes, name: name) }
    let decoded = try TextDecoder.decode(bytes, name: name)
    switch HTMLSniffer.kind(of: decoded.scalars) {
    case .page: return HTMLReader.read(decoded.scalars)
    case .xml(let element): throw Faults.xml(name, element)
    case .text: break
    }
    guard decoded.scalars.count <= Limits.signs else {
      return PaperText(scalars: [], isCut: true)
    }
    let text = Glyphs.folded(decoded.scalars.map { $0.endsLine ? Sign.newline : $0 })
    return PaperText(
      scalars: SpaceTable.tabbed(PipeTable.tabbed(text)), damaged: decoded.damaged)
  }

  /// Throws for what is longer than any document, before all of it is looked at.
  private static func refuseLong(_ bytes: [UInt8], name: String) throws(Fault) {
    guard !TextDecoder.isBinary(bytes) else { return }
    let head = try? TextDecoder.decode(Array(bytes.prefix(1 << 16)), name: name)
    if let head, HTMLSniffer.kind(of: head.scalars) == .text { throw Faults.tooLong(name) }
    guard bytes.count <= Limits.pageBytes else { throw Faults.largePage(name) }
  }
}
