import Bundle
import Files
import Intake
import LedgerStore
import Reform

/// Brings returned workbooks of tasks into the ledger (任务填报导入): reads all, checks all, enters all in
/// one act.
public struct TaskImport {
  /// What became of one file.
  public struct File: Sendable {
    public var name: String
    public var hash: String
    /// The form that brought the same bytes before, where one stands.
    public var known: SentFormEntry?
    /// The place that the form was made for; nil where the file does not say.
    public var place: Division.Code?
    public var sender: String?
    public var checker: String?
    public var phone: String?
    /// Lines that say something new; none of a row with an error.
    public var news: [Table.SentLine] = []
    /// How many rows say what the ledger says already.
    public var unchanged = 0
    /// How many rows have nothing filled in.
    public var blanks = 0
    public var findings: [Finding] = []
    /// What is entered of the form itself: one for each place whose rows are filled in.
    public var forms: [SentForm] = []

    /// The forms that are entered with some of its lines: a file that says only what the ledger says
    /// counts as sent, once.
    public func forms(taking lines: [Table.SentLine]) -> [SentForm] {
      !lines.isEmpty || unchanged > 0 && known == nil ? forms : []
    }

    public var isBarred: Bool { findings.contains { $0.severity == .error } }

    /// What is asked about a line before it is entered, or about the file that it stands in.
    public func questions(on line: Table.SentLine) -> [Finding] {
      let row = line.report.source
      return findings.filter { finding in
        let isOfRow = finding.source.sheet == row.sheet && finding.source.line == row.row
        return finding.severity == .warning && (isOfRow || finding.source.line == nil)
      }
    }
  }

  private let catalogue: Catalogue
  private let ledger: Ledger
  private let today: Day
  private let region: Division.Code?
  /// Whether each row is entered for its own day.
  private let isPast: Bool

  /// `region` is the place that the files must be of; nil where they say it themselves.
  public init(
    _ catalogue: Catalogue, _ ledger: Ledger, today: Day, in region: Division.Code? = nil,
    isPast: Bool = false
  ) {
    (self.catalogue, self.ledger, self.today, self.region) = (catalogue, ledger, today, region)
    self.isPast = isPast
  }

  /// Reads files and says all that is wrong with all of them; nothing is written.
  public func examine(_ files: [(name: String, bytes: [UInt8])]) throws -> [File] {
    let intake = TaskReturnIntake(catalogue, in: region)
    let origin = TaskFormOrigin(catalogue: catalogue, ledger: ledger)
    var held = TaskLines(catalogue, ledger, today: today)
    var seen: [Line: SourcePlace] = [:]
    let taken = try ledger.sentForms(asOf: today).filter { $0.withdrawal == nil }
    return try files.map { name, bytes in
      var read = intake.read(bytes, file: name)
      if let finding = try read.key.flatMap({ try origin.finding($0, name) }) {
        read.findings = [finding]
        read.reports = []
      }
      if !read.reports.isEmpty, let finding = read.key.flatMap({ oldForm($0, name) }) {
        read.findings.append(finding)
      }
      var file = File(
        name: name, hash: Digest.hexadecimal(bytes), place: read.key?.place)
      file.known = taken.last { $0.form.hash == file.hash }
      (file.sender, file.checker, file.phone) = (read.sender, read.checker, read.phone)
      (file.blanks, file.findings) = (read.blanks, read.findings)
      for report in read.reports {
        if let earlier = seen[report.line] {
          file.findings.append(twice(report, earlier))
        } else {
          seen[report.line] = report.source
          try consider(report, &held, &file)
        }
      }
      if read.key == nil, !file.news.isEmpty, !file.isBarred { file.findings.append(noKey(name)) }
      file.findings.sort { $0.place < $1.place }
      file.forms = forms(of: file, read)
      return file
    }
  }

  /// Looks at what was examined once more and enters what is new of it in one act, with the forms
  /// that it came in, all in one transaction; nil where nothing is new.
  ///
  /// `seen` is the last act that the ledger had before `files` were examined out of `sent`, `left` the
  /// rows that a person leaves out. Throws where more was entered since and the checks come to something
  /// else by now.
  public func enter(
    _ files: [File], of sent: [(name: String, bytes: [UInt8])], seen: Int,
    leaving left: Set<SourcePlace> = [], _ stamp: Stamp
  ) throws -> Entered? {
    try ledger.act {
      var files = files
      if try ledger.lastAct() != seen {
        let again = try examine(sent)
        for (before, now) in zip(files, again) {
          guard Set(now.findings).isSubset(of: before.findings) else { throw Between.figuresMoved }
        }
        files = again
      }
      let taken = files.map { $0.news.filter { !left.contains($0.report.source) } }
      let changes = taken.joined().map(\.change)
      let forms = zip(files, taken).flatMap { $0.forms(taking: $1) }
      guard !changes.isEmpty || !forms.isEmpty else { return nil }
      try EntryDays.refuse(changes, on: stamp.day, in: catalogue)
      switch try ledger.enter(Act(.returned(forms, changes), stamp), under: rules) {
      case .recorded(let entered): return entered
      case .moved(let between): throw between.fault
      case .nothing: return nil
      }
    }
  }

  /// Says that the same bytes were taken in before.
  public static func words(of known: SentFormEntry) -> Phrase {
    Phrase(
      "同一文件已在 \(known.day) 由\(known.who)导入（登记 \(known.act)）。",
      "The same file was imported on \(known.day) by \(known.who) as act \(known.act).")
  }

  /// Throws where a line would be signed off whose evidence was taken back since it was looked at.
  public func refuse(_ changes: [Change]) throws {
    var held = TaskLines(catalogue, ledger, today: today)
    for change in changes where change.status == .signedOff {
      guard change.evidence.map(EvidenceWords.areNone) ?? true,
        let (standing, record) = try held.line(change.line),
        standing.status != .signedOff, !record.hasEvidence
      else { continue }
      throw Between.figuresMoved
    }
  }

  /// The forms in a file: one of a city is one, whatever is filled in; one of the whole province, or
  /// one that does not say whose it is, counts for the places whose rows are filled in.
  private func forms(of file: File, _ read: TaskReturn) -> [SentForm] {
    var counts: [Division.Code: Int] = [:]
    for report in read.reports { counts[sender(of: report.line, file), default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { place, count in
      SentForm(
        place, made: read.key?.day ?? today, file: file.name, hash: file.hash, count: count,
        sender: file.sender, checker: file.checker, phone: file.phone)
    }
  }

  private func sender(of line: Line, _ file: File) -> Division.Code {
    if let place = file.place, place != catalogue.province { return place }
    let city = catalogue.divisions.city(of: line.place)
    guard city == catalogue.province else { return city }
    return catalogue.divisions.own(of: city)?.id ?? city
  }

  private func consider(
    _ report: LineReport, _ held: inout TaskLines, _ file: inout File
  ) throws {
    guard let (standing, record) = try held.line(report.line) else {
      file.findings.append(
        LineReportCheck.noSuchLine.finding(
          "台账里 \(report.line.task) 没有 \(report.line.period?.description ?? "不分期的") 这一期；请核对“期”一列，或重新生成表。",
          "\(report.line.task) has no line for \(report.line.period?.description ?? "no period"); look at the "
            + "column Period, or write the form anew.", at: report.cell(.period)))
      return
    }
    let findings = LineReportRules(catalogue, today: today).findings(in: report, standing, record)
    file.findings += findings
    guard !findings.contains(where: { $0.severity == .error }) else { return }
    guard var change = report.change(standing, record) else {
      file.unchanged += 1
      if let finding = otherDay(report, standing) { file.findings.append(finding) }
      return
    }
    if isPast, let day = report.day, day < today { change.day = day }
    if let finding = try refusal(of: change, report) {
      file.findings.append(finding)
      return
    }
    if isPast, report.day == nil { file.findings.append(noDay(report)) }
    file.news.append(Table.SentLine(report, standing, change))
  }

  private var rules: ActRules { ActRules(catalogue, charter: { catalogue.charter }) }

  /// What the ledger would refuse, told of its row before anything is entered.
  private func refusal(of change: Change, _ report: LineReport) throws -> Finding? {
    let stamp = Stamp(who: "", day: today, at: "")
    do {
      try EntryDays.refuse([change], on: today, in: catalogue)
      try rules.expect(Act(.returned([], [change]), stamp), in: ledger)
      return nil
    } catch let fault as Fault {
      return LineReportCheck.refused.finding(
        fault.message.zh, fault.message.en,
        at: report.cell(change.day == nil ? .status : .day))
    }
  }

  /// A row of the past without a day would be entered for today.
  private func noDay(_ report: LineReport) -> Finding {
    LineReportCheck.noDay.finding(
      "补登的行没有写“截至日期”，照登就记在今天（\(today)）；请填日期，或确认是今天的。",
      "This row has no day under As of and would be entered for today (\(today)): write the day, or make "
        + "sure that it is today's.", at: report.source)
  }

  /// The ledger has the same status since another day: that of the row is not kept.
  private func otherDay(_ report: LineReport, _ standing: Standing) -> Finding? {
    guard isPast, report.status != nil, let day = report.day, let since = standing.day,
      since != day
    else { return nil }
    let status = FieldWords.status(standing.status)
    return LineReportCheck.otherDay.finding(
      "台账自 \(since) 起已是“\(status.zh)”（\(standing.who ?? "")），这一行写的 \(day) 没有登记。",
      "The ledger has “\(status.en)” since \(since) (\(standing.who ?? "")); the day of this row, \(day), is "
        + "not entered.", at: report.cell(.day))
  }

  private func twice(_ report: LineReport, _ earlier: SourcePlace) -> Finding {
    let name = catalogue.name(of: report.line, in: .zh)
    let place = [earlier.file, earlier.sheet.map { "“\($0)”" }, earlier.cell].compactMap(\.self)
      .joined(separator: " ")
    return LineReportCheck.enteredTwice.finding(
      "\(name)的 \(report.line.task) 在 \(place) 已有，又出现一次；请只留一处。",
      "\(report.line.task) of \(catalogue.name(of: report.line, in: .en)) stands in \(place) already; keep "
        + "only one.", at: report.source)
  }

  private func oldForm(_ key: TaskFormKey, _ name: String) -> Finding? {
    let age = key.day.days(until: today)
    guard age > TaskFormLayout.freshDays else { return nil }
    return LineReportCheck.oldForm.finding(
      "这张表是 \(key.day) 的，已过 \(age) 天，可能不是这个月的；请确认，或重新生成表。",
      "This form is of \(key.day), \(age) days ago, and may be that of another month: is it the one that "
        + "is meant?", at: SourcePlace(file: name))
  }

  /// What cannot be looked at where the hidden sheet of a form is gone.
  private func noKey(_ name: String) -> Finding {
    LineReportCheck.noKey.finding(
      "这张表没有隐藏的核对页，没有核对它是哪天、从哪本台账生成的，也没有核对灰色内容有没有改过；请确认是这一次的表。",
      "This table has no hidden sheet: on which day and from which ledger it was made was not looked at, nor "
        + "whether what is grey was changed. Make sure that it is the one that is meant.",
      at: SourcePlace(file: name))
  }
}

/// Where lines stand in the ledger and what was entered on them, read as they are asked for.
private struct TaskLines {
  private let catalogue: Catalogue
  private let ledger: Ledger
  private let today: Day
  private var standings: [String: [Line: Standing]] = [:]
  /// Entries by city, then by task and place.
  private var entries: [Division.Code: [Line: [Entry]]] = [:]

  init(_ catalogue: Catalogue, _ ledger: Ledger, today: Day) {
    (self.catalogue, self.ledger, self.today) = (catalogue, ledger, today)
  }

  /// Nil where the task has no such line today.
  mutating func line(_ line: Line) throws -> (Standing, LineRecord)? {
    guard let task = catalogue.task(line.task) else { return nil }
    let city = catalogue.divisions.city(of: line.place)
    let key = "\(task.id) \(city)"
    if standings[key] == nil {
      let all = try ledger.standings(of: task, in: catalogue, asOf: today, within: city)
      standings[key] = Dictionary(all.map { ($0.line, $0) }, uniquingKeysWith: { $1 })
    }
    guard let standing = standings[key]?[line] else { return nil }
    var record = LineRecord()
    let here = try entries(within: city)[Line(line.task, in: line.place)] ?? []
    for entry in here where [line.period, nil].contains(entry.line.period) { record.take(entry) }
    return (standing, record)
  }

  /// All that was entered in a city; on the province's own lines of the province alone.
  private mutating func entries(within city: Division.Code) throws -> [Line: [Entry]] {
    if let known = entries[city] { return known }
    var filter = Ledger.HistoryFilter(place: city, limit: .max)
    filter.ownLevel = catalogue.divisions[city]?.level == .province
    let found = Dictionary(grouping: try ledger.history(filter)) { entry in
      Line(entry.line.task, in: entry.line.place)
    }
    entries[city] = found
    return found
  }
}

extension Finding {
  /// Where it stands among the findings of a file.
  fileprivate var place: (String, Int, Int) {
    (source.sheet ?? "", source.line ?? 0, source.column ?? 0)
  }
}
