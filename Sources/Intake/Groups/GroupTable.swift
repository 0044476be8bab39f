import Foundation
import Reform

/// Reads the rows below the header of a table of groups or settlements.
struct GroupTable {
  private let intake: GroupIntake
  private let header: GroupHeader
  private let file: String
  private let sheet: Sheet
  private var city: Division.Code?
  /// The county and the group of the row above, for rows that leave them empty.
  private var above: (county: Division, name: String, hospital: String)?
  private(set) var facts: [GroupReading.Sent] = []
  private(set) var findings: [Finding] = []

  init(_ intake: GroupIntake, _ header: GroupHeader, file: String, sheet: Sheet) {
    (self.intake, self.header, self.file, self.sheet) = (intake, header, file, sheet)
    for (column, name) in header.unknown {
      find(
        "unknown-column", .warning, "不认识“\(name)”这一列，没有读入。",
        "The column “\(name)” is not known and was not read.", header.row, column)
    }
  }

  mutating func read() {
    for row in sheet.rows[header.next...] { read(row) }
  }

  private mutating func read(_ row: SheetRow) {
    let first = row.cells.first?.value.words.map(NameKey.folded) ?? ""
    if TableWords.isNote(first) || TableWords.totalStem(first) != nil { return }
    if let name = words(row, .city), let found = intake.places.find(name, in: nil).division {
      city = found.id
    }
    if let name = words(row, .place), TableWords.totalStem(NameKey.folded(name)) != nil { return }
    guard let county = county(of: row) else { return }
    if intake.form == .groups { readGroup(row, county) } else { readMoney(row, county) }
  }

  // MARK: Places

  private mutating func county(of row: SheetRow) -> Division? {
    let (name, code) = (words(row, .place), words(row, .code))
    guard name != nil || code != nil else {
      if intake.form == .groups, let above, words(row, .member) != nil { return above.county }
      find(
        "no-place", .error, "这一行没有县（市、区）名称；请填上。", "This row names no county; name it.",
        row.number, header.column(.place) ?? header.column(.code))
      return nil
    }
    if let code, let found = PlaceFinder.code(NameKey.folded(code)) {
      guard let division = intake.divisions[found] else {
        find(
          "unknown-place", .error, "没有代码为 \(found) 的地区。", "There is no place \(found).", row.number,
          header.column(.code))
        return nil
      }
      return fitting(division, row)
    }
    let text = name ?? code ?? ""
    switch intake.places.find(text, in: city) {
    case .place(let division): return fitting(division, row)
    case .several(let all):
      let list = all.map { "\($0.id) \(intake.divisions[$0.parent ?? ""]?.short ?? "")\($0.name)" }
      find(
        "unknown-place", .error, "叫“\(text)”的地区不止一个，请加上所在市或代码：\(list.joined(separator: "、"))。",
        "Several places are called “\(text)”; add the city or the code: "
          + "\(list.joined(separator: ", ")).", row.number, header.column(.place))
    case .unknown(let nearest):
      let near = nearest.map { ("；是不是“\($0.name)”？", "; is it \($0.name)?") }
      find(
        "unknown-place", .error, "没有叫“\(text)”的县（市、区）\(near?.0 ?? "。")",
        "There is no county “\(text)”\(near?.1 ?? ".")", row.number, header.column(.place))
    }
    return nil
  }

  /// The division where it is a county of the city that the row names.
  private mutating func fitting(_ division: Division, _ row: SheetRow) -> Division? {
    let column = header.column(.place) ?? header.column(.code)
    guard division.level == .county else {
      find(
        "wrong-level", .error, "\(division.name)不是县（市、区）；医疗集团按县登记，一县一行。",
        "\(division.english) is no county; groups are entered by county.", row.number, column)
      return nil
    }
    guard let name = words(row, .city) else { return division }
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

  // MARK: Groups

  private mutating func readGroup(_ row: SheetRow, _ county: Division) {
    var (name, hospital) = (words(row, .name) ?? "", words(row, .leadHospital) ?? "")
    if let above, above.county.id == county.id {
      (name, hospital) = (
        name.isEmpty ? above.name : name, hospital.isEmpty ? above.hospital : hospital
      )
    }
    above = (county, name, hospital)
    if !name.isEmpty, !hospital.isEmpty {
      var kind = MedicalGroup.Kind.countyCommunity
      if let text = words(row, .kind), text.contains("城市") || text == "urban" { kind = .urban }
      add(
        .card(kind, name: name, leadHospital: hospital), of: county, row.number,
        header.column(.name))
    } else if name.isEmpty != hospital.isEmpty {
      find(
        "missing-part", .error, "\(county.name)要同时填集团名称和牵头医院。",
        "\(county.english) needs both the group's name and its lead hospital.", row.number,
        header.column(name.isEmpty ? .name : .leadHospital))
    }
    guard let member = words(row, .member) else { return }
    guard let tier = tier(row), let from = day(row, .from), let to = day(row, .to) else { return }
    add(
      .member(MedicalGroup.Member(member, tier, from: from.day, to: to.day)), of: county,
      row.number, header.column(.member))
  }

  private mutating func tier(_ row: SheetRow) -> MedicalGroup.Member.Tier? {
    let text = words(row, .tier).map(NameKey.folded) ?? ""
    if text.hasPrefix("县") || text.hasPrefix("区") || text == "county" { return .county }
    if text.hasPrefix("乡") || text.hasPrefix("镇") || text.hasPrefix("社区") || text == "township" {
      return .township
    }
    if text.hasPrefix("村") || text == "village" { return .village }
    find(
      "unknown-tier", .error, "层级“\(text)”不认识，应填 县级、乡级 或 村级。",
      "The tier “\(text)” is not known: county, township or village.", row.number,
      header.column(.tier) ?? header.column(.member))
    return nil
  }

  /// A day that may be left out; nil where what stands there is no day.
  private mutating func day(_ row: SheetRow, _ field: GroupField) -> (day: Day?, Void)? {
    guard let column = header.column(field), let value = row[column] else { return (nil, ()) }
    if case .date(.some(let day), _) = value { return (day, ()) }
    if let day = value.words.flatMap(DayWords.day) { return (day, ()) }
    find(
      "not-a-day", .error, "“\(value.words ?? "")”不是日期；请写成 2023-07-01。",
      "“\(value.words ?? "")” is no day; write 2023-07-01.", row.number, column)
    return nil
  }

  // MARK: Settlements

  private mutating func readMoney(_ row: SheetRow, _ county: Division) {
    let written = words(row, .year).flatMap { YearWords.year(in: NameKey.folded($0)) }
    guard let year = written ?? intake.year ?? header.year else {
      find(
        "no-year", .error, "不知道是哪一年；请加“年度”一列，或用 --year 指定。",
        "The year is not known; add a column 年度 (year), or give --year.", row.number,
        header.column(.year))
      return
    }
    var terms = SettlementTerms()
    for (column, field) in header.columns {
      switch field {
      case .budget, .spending, .advance:
        guard let fen = money(row, column) else { continue }
        add(content(field, year, fen), of: county, row.number, column)
      case .overrunFund: terms.overrunFundShare = percent(row, column)
      case .surplusDevelopment: terms.surplusDevelopment = percent(row, column)
      default: continue
      }
    }
    guard terms != SettlementTerms() else { return }
    add(.terms(year, terms), of: county, row.number, header.column(.overrunFund))
  }

  private func content(_ field: GroupField, _ year: Int, _ fen: Fen) -> GroupFact.Content {
    switch field {
    case .spending: .spending(year, fen)
    case .advance(let month): .advance(year, month: month, fen)
    default: .budget(year, fen)
    }
  }

  private mutating func number(_ row: SheetRow, _ column: Int) -> (Decimal, UnitScale?, Bool)? {
    let place = SourcePlace(file: file, sheet: sheet.name, row: row.number, column: column)
    switch NumberCells.read(row[column], at: place, head: header.heads[column] ?? "") {
    case .missing: return nil
    case .number(let number, let unit, let isShare): return (number, unit, isShare)
    case .wrong(let finding):
      findings.append(finding)
      return nil
    }
  }

  private mutating func money(_ row: SheetRow, _ column: Int) -> Fen? {
    guard let (number, own, _) = number(row, column) else { return nil }
    let head = header.heads[column] ?? ""
    let unit = own ?? header.units[column]
    guard unit == nil || unit?.family == .money else {
      find(
        "unknown-unit", .error, "“\(head)”应是金额（元或万元）。", "“\(head)” takes yuan or 万元.",
        row.number, column)
      return nil
    }
    let yuan = number * (unit?.scale ?? 1)
    guard yuan >= 0 else {
      find(
        "negative", .error, "“\(head)”是负数 \(number)；金额不能小于 0。",
        "“\(head)” is negative, \(number); amounts are 0 or more.", row.number, column)
      return nil
    }
    guard yuan <= Fen.limit.yuan else {
      find(
        "out-of-range", .error, "“\(head)”\(number) 超过 \(Fen.limit.grouped) 元；请核对单位是元还是万元。",
        "“\(head)”, \(number), is above \(Fen.limit.grouped) yuan; check the unit.", row.number,
        column)
      return nil
    }
    guard let fen = Fen(yuan: yuan) else {
      find(
        "part-of-a-fen", .error, "“\(head)”\(number) 不到分；请保留到分。",
        "“\(head)”, \(number), has parts of a fen; round it to fen.", row.number, column)
      return nil
    }
    return fen
  }

  private mutating func percent(_ row: SheetRow, _ column: Int) -> Decimal? {
    guard let (number, _, isShare) = number(row, column) else { return nil }
    return isShare ? number * 100 : number
  }

  // MARK: Cells

  private mutating func add(
    _ content: GroupFact.Content, of county: Division, _ row: Int, _ column: Int?
  ) {
    let source = SourcePlace(file: file, sheet: sheet.name, row: row, column: column)
    facts.append(.init(fact: GroupFact(county.id, content), source: source))
  }

  private mutating func find(
    _ check: String, _ gravity: Finding.Gravity, _ zh: String, _ en: String, _ row: Int,
    _ column: Int?
  ) {
    let source = Finding.Source(file: file, sheet: sheet.name, line: row, column: column)
    findings.append(Finding(check, gravity, Phrase(zh, en), at: source))
  }

  /// The words of a cell, or of the area that it was made one with; nil where it is empty.
  private func words(_ row: SheetRow, _ field: GroupField) -> String? {
    guard let column = header.column(field) else { return nil }
    var words = row[column]?.words
    if words == nil, let area = sheet.merges.area(row: row.number, column: column) {
      words =
        sheet.rows.first { $0.number == area.rows.lowerBound }?[area.columns.lowerBound]?.words
    }
    let trimmed = words?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    return trimmed.isEmpty ? nil : trimmed
  }
}

/// Days as people write them: 2023-07-01, 2023/7/1, 2023年7月1日, 20230701.
enum DayWords {
  static func day(_ text: String) -> Day? {
    let folded = NameKey.folded(text)
    let parts = folded.split { !$0.isNumber }.map(String.init)
    if parts.count == 1, folded.utf8.count == 8, let number = Int(folded) {
      return Day(number / 10_000, number / 100 % 100, number % 100)
    }
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    return Day(year, month, day)
  }
}
