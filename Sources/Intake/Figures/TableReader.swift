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
    /// A total of the counties without the own level (县区小计).
    case totalOfCounties
  }

  struct Row {
    var subject: Subject
    var number: Int
    var periods: [Int: Numbers]
    var flags: [Indicator.ID: FigureFlags]
    var note: String?
    /// Whether a total says that it is of the whole city or province (全市合计).
    var isWide = false
  }

  let intake: FigureIntake
  var scene: TableScene
  let layout: TableLayout
  /// Columns of the layout, put in order once.
  let numbered: [(column: Int, meaning: TableLayout.Column)]
  let flagColumns: [(column: Int, indicators: [Indicator.ID])]
  let noteColumns: [Int]
  let placeColumn: Int?
  let codeColumn: Int?
  private let cityColumn: Int?
  /// Columns in which a hospital may stand, and those whose head says that one does.
  private let institutionColumns: [(column: Int, isNamed: Bool)]
  let yearColumn: Int?
  let indicatorColumn: Int?
  var city: Division.Code?
  private(set) var rows: [Row] = []
  var findings: [Finding] = []
  private(set) var hiddenRows: [Int] = []
  private var unknownColumns: [Int: String] = [:]
  private(set) var blanks = 0
  /// Whether numbers were left out because nobody knows where they belong.
  var hasUnplaced = false
  /// Whether the rows are hospitals and not places.
  var isByInstitution = false
  /// Names of before that were told already.
  var told: Set<RowPlaces.Remark> = []

  init(_ intake: FigureIntake, _ scene: TableScene, _ layout: TableLayout) {
    (self.intake, self.scene, self.layout) = (intake, scene, layout)
    (numbered, flagColumns) = (layout.numbered, layout.flags)
    noteColumns = layout.columns.filter { $0.value == .note }.keys.sorted()
    codeColumn = layout.column(.code)
    placeColumn = layout.column(.place) ?? Self.placeColumn(intake, scene.sheet, layout)
    cityColumn = layout.column(.city)
    yearColumn = layout.column(.year)
    indicatorColumn = layout.column(.indicator)
    institutionColumns = Self.institutionColumns(layout, except: placeColumn)
    city =
      scene.city ?? intake.region.map { intake.places.divisions.city(of: $0) }
      ?? (cityColumn == nil ? Self.commonCity(intake, scene.sheet, layout, placeColumn) : nil)
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

  mutating func add(_ row: Row) { rows.append(row) }

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
    var total = TableWords.totalStem(folded) ?? TableWords.totalStem(first)
    // 市直小计 is the own level, whatever it adds up.
    if PlaceSigns.isOwnOfCity(folded) != nil { total = nil }
    let (numbers, wrong) = numbers(of: row)
    guard !wrong.isEmpty || numbers.contains(where: { !$0.value.values.isEmpty }) else {
      if !takeNone(row, name) { takeHeading(folded) }
      return
    }
    let isOnlyText = numbers.allSatisfy { $0.value.values.isEmpty }
    if isOnlyText, total == nil, intake.find(name, in: city).division == nil { return }
    for column in unknownColumns.keys where row[column]?.isNumber == true { warn(column) }
    if total == nil, let column = institutionColumn(of: row) {
      tellInstitution(row, column)
      return
    }
    if let total {
      let named = intake.find(total, in: nil).division.map { Subject.totalOf($0.id) }
      let part =
        PlaceSigns.counties.contains(total)
        ? Subject.totalOfCounties : .total(isPart: !total.isEmpty || folded.hasPrefix("小计"))
      let isWide = [folded, first].contains { $0.hasPrefix("全市") || $0.hasPrefix("全省") }
      self.rows.append(
        Row(
          subject: named ?? part, number: row.number, periods: numbers, flags: [:], note: nil,
          isWide: isWide))
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

  /// Columns of texts beside the place, in which a hospital may stand.
  private static func institutionColumns(
    _ layout: TableLayout, except place: Int?
  ) -> [(column: Int, isNamed: Bool)] {
    layout.columns.keys.sorted().compactMap { column in
      guard column != place, let head = layout.heads[column] else { return nil }
      let name = NameKey.folded(head)
      guard !PlaceSigns.passedHeads.contains(name), !TableWords.note.contains(name) else {
        return nil
      }
      switch layout.columns[column] {
      case .passed, .unknown, .place: return (column, PlaceSigns.institutionHeads.contains(name))
      default: return nil
      }
    }
  }

  /// The column in which a row names a hospital.
  private func institutionColumn(of row: SheetRow) -> Int? {
    institutionColumns.first { column, isNamed in
      guard case .text(let text)? = row[column], PlainNumber.read(text) == .other else {
        return false
      }
      let name = NameKey.folded(text)
      if PlaceSigns.isInstitution(name) { return true }
      return isNamed && TableWords.totalStem(name) == nil && !intake.find(text, in: city).isPlace
    }?.column
  }

  /// The city in which all the rows lie whose names say it; nil where they lie in several.
  private static func commonCity(
    _ intake: FigureIntake, _ sheet: Sheet, _ layout: TableLayout, _ column: Int?
  ) -> Division.Code? {
    guard let column else { return nil }
    var cities: Set<Division.Code> = []
    for row in sheet.rows[layout.positions.upperBound...].prefix(400) {
      guard case .text(let text)? = row[column],
        let found = intake.find(text, in: nil).division, found.level > .province
      else { continue }
      cities.insert(intake.places.divisions.city(of: found.id))
      if cities.count > 1 { return nil }
    }
    return cities.first
  }

  /// The city's column holds for the rows below, until another city is named.
  private mutating func takeCity(_ row: SheetRow) {
    guard let text = words(row, cityColumn) else { return }
    if let found = intake.find(text, in: nil).division { city = found.id }
  }

  /// A row of a name alone may be the heading of a city's counties.
  private mutating func takeHeading(_ name: String) {
    guard let found = intake.find(name, in: city).division, found.level != .own else { return }
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
