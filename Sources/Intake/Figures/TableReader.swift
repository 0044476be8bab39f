import Foundation
import Reform

/// Reads the rows below a header.
struct TableReader {
  /// The numbers of one row for one period, by indicator.
  struct Numbers {
    var values: [ColumnNames.Aim: (number: Decimal, at: SourcePlace)] = [:]
    /// What was wrong, so that it does not count as missing.
    var broken: Set<ColumnNames.Aim> = []
  }

  enum Subject: Hashable {
    case place(Division.Code)
    /// A total (合计) of the whole table, or of the part before it (小计).
    case total(isPart: Bool)
    /// A total that names its place (长治市合计).
    case totalOf(Division.Code)
  }

  struct Row {
    var subject: Subject
    var number: Int
    var periods: [Int: Numbers]
    var flags: [Indicator.ID: FigureFlags]
    var note: String?
  }

  let intake: FigureIntake
  var scene: TableScene
  let layout: TableLayout
  /// Columns of the layout, put in order once.
  let numbered: [(column: Int, meaning: TableLayout.Column)]
  let flagColumns: [(column: Int, indicators: [Indicator.ID])]
  let noteColumns: [Int]
  private let placeColumn: Int?
  private let codeColumn: Int?
  private let cityColumn: Int?
  let yearColumn: Int?
  let indicatorColumn: Int?
  private var city: Division.Code?
  private(set) var rows: [Row] = []
  var findings: [Finding] = []
  private(set) var hiddenRows: [Int] = []
  private var unknownColumns: [Int: String] = [:]
  private(set) var blanks = 0
  /// Whether numbers were left out because nobody knows where they belong.
  private(set) var hasUnplaced = false

  init(_ intake: FigureIntake, _ scene: TableScene, _ layout: TableLayout) {
    (self.intake, self.scene, self.layout) = (intake, scene, layout)
    (numbered, flagColumns) = (layout.numbered, layout.flags)
    noteColumns = layout.columns.filter { $0.value == .note }.keys.sorted()
    codeColumn = layout.column(.code)
    placeColumn = layout.column(.place) ?? Self.placeColumn(intake, scene.sheet, layout)
    cityColumn = layout.column(.city)
    yearColumn = layout.column(.year)
    indicatorColumn = layout.column(.indicator)
    city = scene.city
    for (column, meaning) in layout.columns {
      if case .unknown(let name) = meaning, column != placeColumn { unknownColumns[column] = name }
    }
  }

  /// A column without a known heading in which places stand.
  private static func placeColumn(
    _ intake: FigureIntake, _ sheet: Sheet, _ layout: TableLayout
  ) -> Int? {
    let numbered = Set(layout.numbered.map(\.column))
    let rows = sheet.rows[layout.positions.upperBound...].prefix(12)
    return (1...8).first { column in
      guard !numbered.contains(column), layout.columns[column] != .city else { return false }
      return rows.contains { row in
        guard case .text(let text)? = row[column] else { return false }
        return intake.find(text, in: nil).division != nil
      }
    }
  }

  func at(_ row: Int, _ column: Int? = nil) -> SourcePlace {
    SourcePlace(file: scene.file, sheet: scene.sheet.name, row: row, column: column)
  }

  mutating func read(_ rows: ArraySlice<SheetRow>) {
    for row in rows { read(row) }
  }

  private mutating func read(_ row: SheetRow) {
    if row.number <= layout.firstRow + 2, isNumbering(row) { return }
    let name = words(row, placeColumn) ?? ""
    let folded = NameKey.folded(name)
    let first = row.cells.first?.value.words.map(NameKey.folded) ?? ""
    if TableWords.average.contains(folded) || TableWords.average.contains(first) { return }
    takeCity(row)
    let total = TableWords.totalStem(folded) ?? TableWords.totalStem(first)
    let (numbers, wrong) = numbers(of: row)
    guard !wrong.isEmpty || numbers.contains(where: { !$0.value.values.isEmpty }) else {
      takeHeading(folded)
      return
    }
    let isOnlyText = numbers.allSatisfy { $0.value.values.isEmpty }
    if isOnlyText, total == nil, intake.find(name, in: city).division == nil { return }
    for column in unknownColumns.keys where row[column]?.isNumber == true { warn(column) }
    if let total {
      let named = intake.find(total, in: nil).division.map { Subject.totalOf($0.id) }
      let subject = named ?? .total(isPart: !total.isEmpty || folded.hasPrefix("小计"))
      self.rows.append(
        Row(subject: subject, number: row.number, periods: numbers, flags: [:], note: nil))
      return
    }
    guard let place = place(of: row, name) else {
      hasUnplaced = true
      return
    }
    findings += wrong
    if row.isHidden { hiddenRows.append(row.number) }
    self.rows.append(
      Row(
        subject: .place(place.id), number: row.number, periods: numbers, flags: flags(of: row),
        note: note(of: row)))
  }

  /// A row that only numbers the columns (甲 乙 1 2 3).
  private func isNumbering(_ row: SheetRow) -> Bool {
    let numbers = row.cells.compactMap { cell -> Decimal? in
      switch cell.value {
      case .number(let number, _): return number
      case .text(let text):
        if case .number(let number, _) = PlainNumber.read(text) { return number }
        return nil
      default: return nil
      }
    }
    guard numbers.count >= 2, let first = numbers.first, first <= 3 else { return false }
    let letters = row.cells.filter { !$0.value.isNumber }
    guard letters.allSatisfy({ "甲乙丙丁AB".contains($0.value.words ?? "?") }) else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// The words of a cell, or of the area that it was made one with.
  func words(_ row: SheetRow, _ column: Int?) -> String? {
    guard let column else { return nil }
    if let own = row[column]?.words { return own }
    guard let area = scene.sheet.merges.area(row: row.number, column: column) else { return nil }
    return intake.row(area.rows.lowerBound, in: scene.sheet)?[area.columns.lowerBound]?.words
  }

  /// The city's column holds for the rows below, until another city is named.
  private mutating func takeCity(_ row: SheetRow) {
    guard let text = words(row, cityColumn) else { return }
    if let found = intake.find(text, in: nil).division { city = found.id }
  }

  /// A row of a name alone may be the heading of a city's counties.
  private mutating func takeHeading(_ name: String) {
    guard let found = intake.find(name, in: city).division else { return }
    blanks += 1
    if found.level == .city { city = found.id }
  }

  private mutating func warn(_ column: Int) {
    guard let name = unknownColumns.removeValue(forKey: column) else { return }
    let near = intake.names.nearest(name).map { ($0, $0) }
    findings.append(
      FigureCheck.unknownColumn.finding(
        "不认识“\(name)”这一列，没有读入\(near.map { "；是不是“\($0.0)”？" } ?? "。")",
        "The column “\(name)” is not known and was not read\(near.map { "; is it “\($0.1)”?" } ?? ".")",
        at: at(layout.firstRow - 1, column), words: name))
  }

  // MARK: Places

  private mutating func place(of row: SheetRow, _ name: String) -> Division? {
    if let codeColumn,
      let code = words(row, codeColumn).flatMap({ PlaceFinder.code(NameKey.folded($0)) })
    {
      if let division = intake.places.divisions[code] {
        return fitting(division, row, name: name, column: codeColumn)
      }
      if let own = intake.places.divisions.all.first, !code.hasPrefix(own.id.prefix(2)) {
        scene.isForeign = true
      }
    }
    guard placeColumn != nil || codeColumn != nil else { return whole(row) }
    guard !name.isEmpty else {
      findings.append(
        FigureCheck.noPlace.finding(
          "这一行有数字，没有地区；请填地区名称。", "This row has numbers and no place; name the place.",
          at: at(row.number, placeColumn ?? codeColumn)))
      return nil
    }
    switch intake.find(name, in: city) {
    case .place(let division): return fitting(division, row, name: name, column: placeColumn)
    case .several(let all):
      let list = all.map {
        "\($0.id) \(intake.places.divisions[$0.parent ?? ""]?.short ?? "")\($0.name)"
      }
      findings.append(
        FigureCheck.unknownPlace.finding(
          "叫“\(name)”的地区不止一个，请加上代码或所在市：\(list.joined(separator: "、"))。",
          "Several places are called “\(name)”; add the code or the city: "
            + "\(list.joined(separator: ", ")).", at: at(row.number, placeColumn), words: name))
      return nil
    case .unknown(let nearest):
      let near = nearest.map { ("；是不是“\($0.name)”（\($0.id)）？", "; is it \($0.name) (\($0.id))?") }
      findings.append(
        FigureCheck.unknownPlace.finding(
          "没有叫“\(name)”的地区\(near?.0 ?? "；应填市、县（市、区）的名称或代码。")",
          "There is no place “\(name)”\(near?.1 ?? "; a city or a county is expected.")",
          at: at(row.number, placeColumn), words: name))
      return nil
    }
  }

  /// The place of a table that has no column of places.
  private mutating func whole(_ row: SheetRow) -> Division? {
    if let place = scene.place { return place }
    findings.append(
      FigureCheck.noPlace.finding(
        "表里没有地区列，标题里也没有地区；请加一列“地区”。",
        "The table has no column of places, and its title names none; add a column 地区 (place).",
        at: at(row.number)))
    return nil
  }

  private mutating func fitting(
    _ division: Division, _ row: SheetRow, name: String, column: Int?
  ) -> Division? {
    if division.level == .city { city = division.id }
    if let place = scene.key?.place, !intake.places.divisions.isWithin(division.id, place) {
      let own = intake.places.divisions[place]
      findings.append(
        FigureCheck.otherPlace.finding(
          "\(division.name)不属于\(own?.name ?? place)，这张表只报\(own?.name ?? place)的数据。",
          "\(division.english) does not lie in \(own?.english ?? place), which this form is for.",
          at: at(row.number, column), words: division.name))
      return nil
    }
    guard !name.isEmpty, column != placeColumn,
      let named = intake.find(name, in: division.parent).division, named.id != division.id
    else { return division }
    findings.append(
      FigureCheck.unknownPlace.finding(
        "代码 \(division.id) 是\(division.name)，名称却是“\(name)”（\(named.id)）；请改成一致。",
        "The code \(division.id) is \(division.english), the name “\(name)” (\(named.id)); make them "
          + "agree.", at: at(row.number, column), words: name))
    return nil
  }
}

extension CellValue {
  var isNumber: Bool {
    switch self {
    case .number: return true
    case .text(let text):
      if case .number = PlainNumber.read(text) { return true }
      return false
    default: return false
    }
  }
}
