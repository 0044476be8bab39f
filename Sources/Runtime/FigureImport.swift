import Bundle
import Files
import Intake
import LedgerStore
import Reform

/// Brings files of figures into the ledger (指标数据导入): reads all, checks all, posts all or none.
public struct FigureImport {
  /// What became of one file.
  public struct File: Hashable, Sendable {
    public var name: String
    public var hash: String
    /// The batch that brought the same bytes before, where one stands.
    public var known: Batch?
    /// New figures; those that say what the ledger says already are left out.
    public var figures: [Figure] = []
    /// How many figures say what the ledger says already.
    public var unchanged = 0
    /// Rows of places in which nothing was filled in.
    public var blanks = 0
    /// What was read from which column, and what was not.
    public var columns: [ColumnReading] = []
    /// The same with what it came to: places, smallest and largest, sum.
    public var summary: [ImportedColumn] = []
    /// How many places there are numbers of.
    public var places = 0
    public var findings: [Finding] = []

    public var isBarred: Bool { findings.contains { $0.severity == .error } }

    /// Words of headings that may change what is counted, each with its cell: who imports the file in
    /// spite of them accepts them.
    public var accepted: [String] {
      findings.compactMap { finding in
        guard finding.check == FigureCheck.otherBasis.name, finding.severity == .warning,
          let words = finding.words
        else { return nil }
        return
          "“\(words)”（\([finding.source.sheet, finding.source.cell].compactMap(\.self).joined(separator: " "))）"
      }
    }
  }

  private let book: IndicatorCatalogue
  private let catalogue: Catalogue
  var divisions: Divisions { catalogue.divisions }
  private let ledger: Ledger
  private let today: Day
  private let year: Int?
  private let region: Division.Code?
  private let names: OwnColumnNames
  private let isOnScreen: Bool

  /// Reads against a ledger; on screen no option of a command is advised.
  ///
  /// `year` is the year that all files must be of, `region` the place that they must be of; nil where
  /// they say it themselves.
  public init(
    book: IndicatorCatalogue, catalogue: Catalogue, ledger: Ledger, today: Day, year: Int? = nil,
    in region: Division.Code? = nil, names: OwnColumnNames = OwnColumnNames(),
    onScreen: Bool = false
  ) {
    (self.names, isOnScreen) = (names, onScreen)
    (self.book, self.catalogue, self.ledger) = (book, catalogue, ledger)
    (self.today, self.year, self.region) = (today, year, region)
  }

  /// Reads files and says all that is wrong with all of them; nothing is written.
  public func examine(_ files: [(name: String, bytes: [UInt8])]) throws -> [File] {
    let batches = try ledger.batches(asOf: today).filter { $0.withdrawal == nil }
    let intake = FigureIntake(
      book: book, divisions: divisions, year: year, expected: today.year - 1, in: region,
      names: names, onScreen: isOnScreen)
    var seen: Set<String> = []
    var examined: [File] = []
    var readings: [FigureReading] = []
    for (name, bytes) in files {
      var file = File(name: name, hash: Digest.hexadecimal(bytes))
      file.known = batches.last { $0.hash == file.hash }
      guard file.known == nil, seen.insert(file.hash).inserted else {
        examined.append(file)
        continue
      }
      var reading = intake.read(bytes, file: name)
      guard !reading.figures.isEmpty || !TaskReturnIntake.isForm(bytes, file: name) else {
        throw Fault(
          "“\(name)”是任务填报表，不是数据表，没有写入；请用 yigai import tasks 导入。",
          "\(name) is a form of tasks and has no figures, so nothing was entered; import it with "
            + "yigai import tasks.", exitCode: 2)
      }
      reading.position = examined.count
      (file.findings, file.blanks) = (reading.findings, reading.blanks)
      (file.columns, file.summary) = (reading.columns, columns(of: reading))
      file.places = Set(reading.figures.map(\.figure.place)).count
      readings.append(reading)
      examined.append(file)
    }
    try check(readings, &examined)
    return examined
  }

  /// Posts what was examined in one transaction: a batch for each file that has new figures.
  ///
  /// `seen` is the last act that the ledger held when they were examined. Throws where the same file
  /// was posted by now, or figures for the same were.
  public func post(
    _ files: [File], seen: Int, note: String? = nil, _ stamp: Stamp
  ) throws -> [Batch] {
    let batches = files.filter { !$0.figures.isEmpty }.map { file in
      let found = Set(file.findings.map(\.check))
      return NewBatch(
        .file, file: file.name, hash: file.hash, note: Self.note(note, accepted: file.accepted),
        checks: FigureCheck.allCases.map(\.name).filter { !found.contains($0) },
        figures: file.figures)
    }
    return batches.isEmpty ? [] : try ledger.act { try post(batches, seen: seen, stamp) }
  }

  /// All are looked at before the first is posted: files may give the same figure, and none of them
  /// is quicker than another.
  private func post(_ batches: [NewBatch], seen: Int, _ stamp: Stamp) throws -> [Batch] {
    let rules = ActRules(catalogue, charter: { catalogue.charter })
    for batch in batches {
      let act = Act(.figures(batch, seen: seen), stamp)
      if let between = try ledger.between(act, under: rules) { throw between.fault }
    }
    return try batches.compactMap { batch in
      let act = Act(.figures(batch, seen: seen), stamp, overriding: true)
      guard case .recorded(let entered) = try ledger.enter(act, under: rules),
        case .figures(let id) = entered.what
      else { return nil }
      return Batch(id, batch, stamp)
    }
  }

  /// Looks at what was examined once more and posts it, both in one transaction.
  ///
  /// `seen` is the last act that the ledger had before `files` were examined out of `sent`. Where
  /// more was entered since, they are examined again, and given back as they are now: what is in
  /// the ledger by then is not posted twice. Throws where that gives findings that nobody has seen.
  public func post(
    _ files: [File], of sent: [(name: String, bytes: [UInt8])], seen: Int, note: String? = nil,
    _ stamp: Stamp
  ) throws -> (files: [File], batches: [Batch]) {
    try ledger.act {
      let last = try ledger.lastAct()
      guard last != seen else { return (files, try post(files, seen: seen, note: note, stamp)) }
      let again = try examine(sent).filter { file in files.contains { $0.name == file.name } }
      for (before, now) in zip(files, again) {
        guard Set(now.findings).isSubset(of: before.findings) else { throw Between.figuresMoved }
      }
      return (again, try post(again, seen: last, note: note, stamp))
    }
  }

  /// The note of a batch, with the words of headings that a person accepted.
  private static func note(_ note: String?, accepted: [String]) -> String? {
    let words = accepted.isEmpty ? nil : "接受的表头用语：" + accepted.joined(separator: "、")
    let all = [note, words].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(separator: "；")
  }

  private func check(_ readings: [FigureReading], _ files: inout [File]) throws {
    let sent = readings.flatMap(\.figures)
    let standing = try self.standing(for: sent)
    let checks = FigureChecks(book: book, divisions: divisions, today: today) { standing[$0] }
    let findings = checks.findings(in: sent, totals: readings.flatMap(\.totals))
    let positions = Dictionary(
      readings.map { ($0.file, $0.position) }, uniquingKeysWith: { first, _ in first })
    for finding in findings {
      guard let position = finding.source.file.flatMap({ positions[$0] }) else { continue }
      files[position].findings.append(finding)
    }
    for reading in readings {
      var seen: Set<Figure.Key> = []
      let whole = reading.figures.filter { !$0.isBroken }.map(\.figure)
      for figure in whole where seen.insert(figure.key).inserted {
        if standing[figure.key]?.isSame(as: figure) == true {
          files[reading.position].unchanged += 1
        } else {
          files[reading.position].figures.append(figure)
        }
      }
      files[reading.position].findings.sort { $0.place < $1.place }
    }
  }

  /// What stands in the ledger of the years at hand and of those before.
  private func standing(for sent: [SentFigure]) throws -> [Figure.Key: Figure] {
    let years = sent.map(\.figure.period.year)
    guard let first = years.min(), let last = years.max() else { return [:] }
    let figures = try ledger.figures(
      .init(indicators: Set(sent.map(\.figure.indicator)), years: (first - 1)...last), asOf: today)
    return Dictionary(figures.map { ($0.key, $0) }, uniquingKeysWith: { _, later in later })
  }
}

extension Finding {
  /// Where it stands among the findings of a file.
  fileprivate var place: (String, Int, Int) {
    (source.sheet ?? "", source.line ?? 0, source.column ?? 0)
  }
}
