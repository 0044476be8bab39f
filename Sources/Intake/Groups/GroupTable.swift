import Foundation
import Reform

/// Reads the rows below the header of a table of groups.
struct GroupTable {
  typealias Line = GroupLine
  typealias Span = GroupLine.Span

  let intake: GroupIntake
  let header: GroupHeader
  let file: String
  let sheet: Sheet
  private var city: Division.Code?
  /// What the titles say of the place of the rows.
  private let said: TitlePlaces
  /// The county and the group of the row above, for rows that leave them empty.
  var above: (county: Division, name: String, hospital: String)?
  /// Rows of places and of totals in their order, for the check of totals.
  var lines: [Line] = []
  /// Whether a row of amounts was refused, which a total may count.
  private(set) var hasRefused = false
  /// Scores under rules that do not govern, by the reason: the first cell and the number of rows.
  var stray: [Stray] = []
  private(set) var facts: [GroupReading.Sent] = []
  var totals: [GroupReading.StatedTotal] = []
  private(set) var findings: [Finding] = []

  init(_ intake: GroupIntake, _ header: GroupHeader, file: String, sheet: Sheet) {
    var header = header
    let left = header.leave(otherThan: intake.year)
    (self.intake, self.header, self.file, self.sheet) = (intake, header, file, sheet)
    let titles = sheet.rows.prefix { $0.number < header.row }.flatMap { row in
      row.cells.compactMap(\.value.words)
    }
    let places = intake.places
    let named = places.places(of: [sheet.name ?? ""], over: places.places(of: [file]))
    said = places.places(of: titles, over: named)
    city = said.city
    for (column, year) in left {
      find(
        "wrong-year", .note,
        "“\(header.heads[column] ?? "")”是 \(year) 年的，没有读入（--year \(intake.year ?? 0)）。",
        "“\(header.heads[column] ?? "")” is of \(year) and was not read (--year \(intake.year ?? 0)).",
        header.headRows[column] ?? header.row, column)
    }
    findings +=
      GroupHeadCheck(header, sheet, file: file, intake.form, asked: intake.year).findings
  }

  var memberTotal: MemberTotal {
    MemberTotal(column: header.column(.member), places: intake.places, above: above?.county)
  }

  mutating func read() {
    if header.isMadeUp {
      find(
        "made-up", .note, "表头写明是示例，登记的内容都标为示例（虚构）。",
        "The title says that it is made up; all that is entered is marked so.", header.row, nil)
    }
    if let stranger = said.foreign { return tellForeign(stranger) }
    for row in sheet.rows[header.next...] where !row.isHidden { read(row) }
    checkTotals()
    findings += GroupAsides(header: header, sheet: sheet, form: intake.form, file: file).findings
    tellStray()
    tellHidden()
  }

  private mutating func read(_ row: SheetRow) {
    if let name = words(row, .city), let found = intake.places.find(name, in: nil).division {
      city = found.id
    }
    if let span = span(of: row) { return keep(span, row) }
    if isNote(row) { return }
    switch intake.form {
    case .groups: if let county = county(of: row) { readGroup(row, county) }
    case .settlements:
      guard let county = county(of: row) else {
        hasRefused = true
        return
      }
      readMoney(row, county)
    case .assessments: readAssessment(row)
    case .evidence: readEvidence(row)
    }
  }

  /// A remark below the table; a row that names a place is none, however it begins.
  private func isNote(_ row: SheetRow) -> Bool {
    guard let first = row.cells.first?.value.words.map(NameKey.folded),
      TableWords.isNote(first) || TableWords.isNoteOfUnits(first)
    else { return false }
    let others = [words(row, .county), words(row, .code)].compactMap(\.self)
    return others.allSatisfy { NameKey.folded($0) == first }
  }

  private mutating func tellHidden() {
    let hidden = sheet.rows[header.next...].filter { $0.isHidden && !$0.cells.isEmpty }.map(
      \.number)
    guard let first = hidden.first else { return }
    let list = hidden.prefix(5).map(String.init)
    let more = hidden.count > list.count ? "…" : ""
    find(
      "hidden-row", .warning,
      "第 \(list.joined(separator: "、"))\(more) 行是隐藏的（或被筛选掉），没有读入；要报的请取消隐藏和筛选。",
      "Rows \(list.joined(separator: ", "))\(more) are hidden or filtered out and were not read; unhide what is to count.",
      first, nil)
  }

  // MARK: Places

  /// The county of a row; a row that names none may go on with the one above.
  mutating func county(of row: SheetRow) -> Division? {
    if intake.form == .groups, words(row, .county) == nil, words(row, .code) == nil, let above,
      words(row, .member) != nil
    {
      return above.county
    }
    guard let division = division(of: row) else { return nil }
    guard division.level == .county else {
      find(
        "wrong-level", .error, "\(division.name)不是县（市、区）；医疗集团按县登记，一县一行。",
        "\(division.english) is no county; groups are entered by county.", row.number,
        header.column(.county) ?? header.column(.code))
      return nil
    }
    return division
  }

  /// The place of a row at whatever level; `name` where the cell says more than the name.
  mutating func division(of row: SheetRow, named name: String? = nil) -> Division? {
    let (name, code) = (name ?? words(row, .county), words(row, .code))
    guard name != nil || code != nil else {
      find(
        "no-place", .error, "这一行没有县（市、区）名称；请填上。", "This row names no county; name it.",
        row.number, header.column(.county) ?? header.column(.code))
      return nil
    }
    switch RowPlaces(finder: intake.places).place(name: name, code: code, in: city) {
    case .place(let division, let remark):
      if let remark { tell(remark, row) }
      return fitting(division, row)
    case .refused(let remark), .noCode(let remark, _):
      tell(remark, row)
      return nil
    }
  }

  private mutating func tell(_ remark: RowPlaces.Remark, _ row: SheetRow) {
    find(
      remark.check.name, remark.severity, remark.message.zh, remark.message.en, row.number,
      remark.isOfCode ? header.column(.code) : header.column(.county) ?? header.column(.code))
  }

  /// Titles that name a place of another province.
  private mutating func tellForeign(_ stranger: Division) {
    let (name, own) = (intake.places.gazetteer.whole(stranger), intake.divisions.all.first)
    find(
      "other-province", .error,
      "标题或文件名写的是\(name.zh)，这个台账是\(own?.name ?? "")的；没有导入。确是\(own?.name ?? "")的表，请改正标题和文件名。",
      "The title or the name of the file says \(name.en), and this ledger is of \(own?.english ?? ""); nothing "
        + "was imported. Where the table is of \(own?.english ?? ""), mend the title and the name.",
      header.row, nil)
  }

  /// The division where it lies in the city that the title names, or is named with its own.
  private mutating func fittingTitle(_ division: Division, _ row: SheetRow) -> Division? {
    guard let code = said.city, let city = intake.divisions[code], words(row, .code) == nil,
      !intake.divisions.isWithin(division.id, code),
      let own = division.parent.flatMap({ intake.divisions[$0] }),
      !NameKey.folded(words(row, .county) ?? "").hasPrefix(own.short)
    else { return division }
    find(
      "wrong-city", .error,
      "标题是\(city.name)的表，\(division.name)却不属于\(city.name)，属于\(own.name)，没有读入；确是\(own.name)的，请写“\(own.name)\(division.name)”。",
      "The title is of \(city.english), and \(division.english) does not lie in it but in \(own.english) and was "
        + "not read; where it is meant, write \(own.name)\(division.name).",
      row.number, header.column(.county))
    return nil
  }

  /// The division where it lies in the city that the row names.
  private mutating func fitting(_ division: Division, _ row: SheetRow) -> Division? {
    guard division.level == .county else { return division }
    guard let name = words(row, .city) else { return fittingTitle(division, row) }
    guard let named = intake.places.find(name, in: nil).division else {
      find(
        "unknown-place", .error, "没有叫“\(name)”的市。", "There is no city “\(name)”.", row.number,
        header.column(.city))
      return nil
    }
    guard named.id == division.parent else {
      let own = division.parent.flatMap { intake.divisions[$0] }
      find(
        "wrong-city", .error,
        "\(division.name)不属于\(named.name)，属于\(own?.name ?? "（无）")；请改正所在市。",
        "\(division.english) lies in \(own?.english ?? "no city"), not in \(named.english).",
        row.number, header.column(.city))
      return nil
    }
    return division
  }

  // MARK: Findings

  func at(_ row: Int, _ column: Int?) -> SourcePlace {
    SourcePlace(file: file, sheet: sheet.name, row: row, column: column)
  }

  mutating func add(
    _ content: GroupFact.Content, of place: Division, _ row: Int, _ column: Int?
  ) {
    let fact = GroupFact(place.id, content, isMadeUp: header.isMadeUp)
    facts.append(.init(fact: fact, source: at(row, column)))
  }

  mutating func find(
    _ check: String, _ severity: Finding.Severity, _ zh: String, _ en: String, _ row: Int,
    _ column: Int?
  ) {
    findings.append(Finding(check, severity, Phrase(zh, en), at: at(row, column).finding))
  }

  mutating func find(_ finding: Finding) { findings.append(finding) }
}
