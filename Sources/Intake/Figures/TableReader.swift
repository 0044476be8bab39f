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

  typealias Stand = BasisWords.Stand

  enum Subject: Hashable {
    case place(Division.Code)
    /// A total (合计) of the whole table, or of the part before it (小计).
    case total(isPart: Bool)
    /// A total that names its place (长治市合计).
    case totalOf(Division.Code)
    /// A total of the counties without the own level (县区小计).
    case totalOfCounties

    var isTotal: Bool { if case .place = self { false } else { true } }
  }

  struct Row {
    var subject: Subject
    var number: Int
    var periods: [Int: Numbers]
    var flags: [Indicator.ID: FigureFlags]
    var note: String?
    /// What a total is called.
    var name: String?

    var place: Division.Code? { if case .place(let place) = subject { place } else { nil } }
  }

  let intake: FigureIntake
  var scene: TableScene
  let layout: TableLayout
  /// Columns of the layout, put in order once.
  let numbered: [(column: Int, head: NumberHead)]
  let flagColumns: [(column: Int, indicators: [Indicator.ID])]
  let noteColumns: [Int]
  let placeColumn: Int?
  let codeColumn: Int?
  let cityColumn: Int?
  let provinceColumn: Int?
  /// Columns in which a hospital may stand, and those whose head says that one does.
  let institutionColumns: [(column: Int, isNamed: Bool)]
  let yearColumns: [Int]
  let indicatorColumns: [Int]
  let unitColumn: Int?
  /// Whether the rows are cities, so that a name that a county has too is the city's.
  let areCities: Bool
  /// The places that headings name, and those of which they give the total (全市).
  var columnPlaces: [Int: Division.Code] = [:]
  var columnTotals: [Int: Division.Code] = [:]
  /// What totals in headings and in gathered rows are called.
  var totalNames: [Subject: String] = [:]
  /// Rows of totals that say of what they are without saying of which (全县).
  var unresolved: Set<Int> = []
  var city: Division.Code?
  /// Whether the whole table is of one city, by its titles or the places in it.
  let isOfOneCity: Bool
  /// Rows of own levels, looked through when the first of them is doubtful.
  var ownRows: OwnRows?
  /// What the rows stand under.
  var above: PlacesAbove
  var rows: [Row] = []
  /// Figures of the sheets before, of which a total at the very end may be too (续表).
  var earlier: [SentFigure] = []
  /// Before which rows a heading of a group of places stands (东部各县).
  var breaks: [Int] = []
  /// The heading inside the table that the rows stand under.
  var section: TableSection?
  var findings: [Finding] = []
  private(set) var hiddenRows: [Int] = []
  /// The row behind the header, the last one where it stands there again.
  var headEnd = 0
  /// The last row with numbers.
  private(set) var lastData = 0
  var watch: ColumnWatch
  /// Numbers that are gathered from several rows, where each row gives a part (指标 in rows).
  var gathered = GatheredRows()
  private(set) var blanks = 0
  /// Whether numbers were left out because nobody knows where they belong.
  var hasUnplaced = false
  /// Whether the rows are hospitals and not places.
  var isByInstitution = false
  /// Names of before that were told already.
  var told: Set<RowPlaces.Remark> = []
  /// Numbers of a part of the year, which are not filed.
  var parts = PartsOfYear()
  var tally = ColumnTally()
  /// What has been said once of the whole table.
  var said: Set<String> = []
  /// Texts of rows without numbers, and those beside numbers with how often they stand there.
  var notes: [TableScene.Saying<String>] = []
  /// Rows that are of medical groups: the first, and how many there are.
  var groupRows: (at: SourcePlace?, count: Int) = (nil, 0)
  var remarks: [String: (at: SourcePlace, count: Int)] = [:]
  /// Rows of indicators that nobody knows, and of those whose names say more than the indicator's.
  var unknownRows: [(row: Int, name: String)] = []
  var reservedRows: [(row: Int, head: RowHead)] = []
  /// Columns that say something else than one of the same meaning.
  var differing: Set<Int> = []
  /// What the rows above named.
  var aimRun = AimRun()
  var knownAims: Set<ColumnNames.Aim>?
  /// Whether a number's year is that of a title or of `--year`.
  var usesTitleYear = false
  /// Whether a number's column and row say nothing of the part of the year that it is of.
  var usesTitleSpan = false

  init(_ intake: FigureIntake, _ scene: TableScene, _ layout: TableLayout) {
    (self.intake, self.scene) = (intake, scene)
    let layout = scene.isOwnForm && scene.key == nil ? layout.withGrey(of: scene) : layout
    self.layout = layout
    (numbered, flagColumns) = (layout.numbered, layout.flags)
    noteColumns = layout.columns(.note)
    headEnd = layout.firstRow
    codeColumn = layout.column(.code)
    placeColumn = layout.column(.place) ?? Self.placeColumn(intake, scene.sheet, layout)
    (cityColumn, provinceColumn) = (layout.column(.city), layout.column(.province))
    areCities = CityRows.are(intake, scene.sheet, layout, placeColumn)
    yearColumns = layout.yearColumns
    indicatorColumns = layout.columns(.indicator)
    unitColumn = layout.column(.unit)
    institutionColumns = Self.institutionColumns(layout, except: placeColumn)
    city =
      scene.city ?? intake.region.map { intake.places.divisions.city(of: $0) }
      ?? (cityColumn == nil && provinceColumn == nil
        ? layout.provinces(intake, scene.sheet, placeColumn)
          ?? Self.commonCity(intake, scene.sheet, layout, placeColumn) : nil)
    isOfOneCity = city.flatMap { intake.places.divisions[$0] }?.level == .city
    above = PlacesAbove(intake.places, areProvinces: city == Divisions.country)
    watch = ColumnWatch(layout, place: placeColumn)
    placeColumns()
  }

  /// Whether the rows say what is counted, so that one figure stands in several of them.
  var isGathering: Bool {
    guard !indicatorColumns.isEmpty else { return false }
    let parts = Set(numbered.filter { $0.head.aims.isEmpty }.map(\.head.part))
    return parts.contains(nil) || parts == [.value]
  }

  /// A column without a known heading in which places stand.
  private static func placeColumn(
    _ intake: FigureIntake, _ sheet: Sheet, _ layout: TableLayout
  ) -> Int? {
    guard layout.positions.upperBound <= sheet.rows.count else { return nil }
    let numbered = Set(layout.numbered.map(\.column))
    let rows = sheet.rows[layout.positions.upperBound...].prefix(12)
    return (1...8).first { column in
      guard layout.scope.contains(column), !numbered.contains(column) else { return false }
      switch layout.columns[column] {
      case .province, .city, .indicator, .unit, .year, .note: return false
      default: break
      }
      return rows.contains { row in
        guard case .text(let text)? = row[column] else { return false }
        return intake.find(text, in: nil).division != nil
      }
    }
  }

  func at(_ row: Int, _ column: Int? = nil) -> SourcePlace {
    SourcePlace(file: scene.file, sheet: scene.sheet.name, row: row, column: column)
  }

  /// Where the heading of a column stands.
  func headAt(_ column: Int) -> SourcePlace {
    at(layout.headRows[column] ?? layout.firstRow - 1, column)
  }

  mutating func add(_ row: Row) { rows.append(row) }

  mutating func remark(_ text: String, _ place: SourcePlace) {
    remarks[text, default: (place, 0)].count += 1
  }

  /// Whether a row is of a city or province, by its name, or without one by what the table is of.
  func isWhole(_ name: String) -> Bool {
    name.isEmpty
      ? scene.place.map(RowLevels.isWhole) ?? false
      : RowLevels.isWhole(intake.find(name, in: city))
  }

  /// Reads rows up to their end, or to one that looks like another header: its position.
  mutating func read(_ rows: ArraySlice<SheetRow>) -> Int? {
    for (position, row) in zip(rows.indices, rows) where !read(row) { return position }
    return nil
  }

  /// Reads a row; false where it is the header of another table.
  private mutating func read(_ row: SheetRow) -> Bool {
    if row.number <= headEnd + 3, isNumbering(row) { return true }
    let name = placeName(of: row)
    let (own, other) = (intake.rowName(name), intake.rowName(row.cells.first?.value.words ?? ""))
    let (folded, first) = (own.folded, other.folded)
    if own.isAverage || other.isAverage {
      tellAverage(row)
      return true
    }
    if isSignature(row, first, name) {
      // 2、民营医院 is no note.
      if first.first?.isNumber != true || !takeSection(row) { hear(row) }
      return true
    }
    guard !row.isHidden else {
      if numbered.contains(where: { row[$0.column] != nil }) { hiddenRows.append(row.number) }
      return true
    }
    guard !numbered.isEmpty else {
      passOver(row)
      return true
    }
    takeCity(row)
    if isLeftOut(row, folded) {
      lastData = row.number
      return true
    }
    let total = own.isOwn ? nil : own.total ?? other.total
    let before = parts.count
    let (numbers, wrong) = numbers(of: row)
    guard !wrong.isEmpty || numbers.contains(where: { !$0.value.isEmpty }) else {
      if parts.count == before, !takeNone(row, name) {
        if !takeSection(row) { hear(row) }
        takeHeading(folded)
      }
      return true
    }
    let isOnlyText = !numbers.values.contains { $0.values.contains { !$0.values.isEmpty } }
    if isOnlyText, isOtherHeader(row) { return isSameHeader(row) }
    if isOnlyText, total == nil, intake.find(name, in: city).division == nil,
      indicatorColumns.isEmpty
    {
      hear(row)
      breaks.append(rows.count)
      return true
    }
    hearRemarks(row, name)
    watch.look(at: row)
    lastData = row.number
    section?.count += 1
    findings += wrong
    if total == nil, let column = institutionColumn(of: row) {
      tellInstitution(row, column)
      return true
    }
    if isGathering {
      gather(numbers, row, name, own.isOwn ? nil : own.total)
    } else {
      keep(numbers, row, name, total)
    }
    return true
  }

  /// A row of a table of which nothing is read.
  private mutating func passOver(_ row: SheetRow) {
    watch.look(at: row)
    if row.cells.contains(where: \.value.isNumber) { lastData = row.number }
  }

  /// Keeps a row by its place, and what columns give of other places.
  private mutating func keep(
    _ numbers: RowNumbers, _ row: SheetRow, _ name: String, _ total: String?
  ) {
    for (owner, periods) in numbers.sorted(by: { $0.key.order < $1.key.order }) {
      var kept = Row(
        subject: .total(isPart: false), number: row.number, periods: periods, flags: [:], note: nil)
      if let subject = owner.subject {
        kept.subject = subject
      } else if let total {
        guard let subject = subject(ofTotal: total, named: name, row) else { continue }
        (kept.subject, kept.name) = (subject, totalName(of: row, name))
      } else {
        guard let place = place(of: row, name) else {
          hasUnplaced = true
          continue
        }
        kept.subject = .place(place.id)
        (kept.flags, kept.note) = (flags(of: row), note(of: row))
      }
      add(kept)
    }
  }

  /// Keeps the numbers of a row that names an indicator, each with the place of its column or row.
  private mutating func gather(
    _ numbers: RowNumbers, _ row: SheetRow, _ name: String, _ total: String?
  ) {
    var own: Subject?
    if numbers.keys.contains(.row) {
      if let total, placeColumn != nil {
        own = subject(ofTotal: total, named: name, row)
        own.map { totalNames[$0] = totalName(of: row, name) }
      } else {
        own = place(of: row, name).map { .place($0.id) }
      }
      if own == nil { hasUnplaced = true }
    }
    let (flags, note) = (flags(of: row), note(of: row))
    for (owner, periods) in numbers.sorted(by: { $0.key.order < $1.key.order }) {
      guard let subject = owner.subject ?? own else { continue }
      findings += gathered.take(periods, subject, row.number, flags, note)
    }
  }

  /// The words of a cell, or of the area that it was made one with.
  func words(_ row: SheetRow, _ column: Int?) -> String? {
    guard let column else { return nil }
    if let own = row[column]?.words { return own }
    guard let area = scene.sheet.merges.area(row: row.number, column: column) else { return nil }
    return intake.row(area.rows.lowerBound, in: scene.sheet)?[area.columns.lowerBound]?.words
  }

  /// The columns of provinces and cities hold for the rows below.
  private mutating func takeCity(_ row: SheetRow) {
    let (province, own) = (words(row, provinceColumn), words(row, cityColumn))
    city = above.take(province: province, city: own, in: city) ?? city
  }

  /// A row of a name alone may be the heading of a city's counties.
  private mutating func takeHeading(_ name: String) {
    breaks.append(rows.count)
    let found = intake.find(name, in: city).division
    guard found?.level != .own else { return }
    if found != nil { blanks += 1 }
    city = above.take(heading: found, name) ?? city
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
