import Reform

/// What titles, the sheet's name and the file's name say of the tables of a sheet.
struct TableScene {
  /// A word that is said of the whole table, with where it stands.
  struct Saying<Value> {
    var value: Value
    var at: SourcePlace
  }

  /// Whether a text is one of those above the table.
  func isTitle(_ text: Saying<String>) -> Bool {
    titles.contains { $0.value == text.value && $0.at == text.at }
  }

  let sheet: Sheet
  let file: String
  let key: FormKey?
  let places: PlaceFinder
  let names: ColumnNames
  /// The year that the person named.
  let asked: Int?
  /// The year of the form, or of the nearest title.
  private(set) var year: Int?
  /// Where the year stood.
  private(set) var yearAt: SourcePlace
  /// A year in the file's name alone may be that of the sending.
  private(set) var isYearOfName = false
  /// A year that another place contradicts.
  private(set) var otherYear: Saying<Int>?
  /// A year in the file's name that the title contradicts.
  private(set) var otherNameYear: Int?
  /// Several years in one title, none of them alone.
  private(set) var severalYears: Saying<[Int]>?
  /// The part of a year that the table is of (上半年), in words.
  private(set) var part: Saying<String>?
  /// Texts above the table and the names of sheet and file, for what they say of its basis (口径).
  var titles: [Saying<String>] = []
  /// A month that stands in a line of its own (2024年11月): of the report, or of its figures.
  private(set) var loneMonth: Saying<PeriodText>?
  /// A part of a year that the file's name alone speaks of.
  private(set) var filePart: Saying<String>?
  /// The same, where it is one month.
  private(set) var fileMonth: PeriodText?
  /// What titles and names say of the place of the table.
  private var said = TitlePlaces()
  /// Whether that is known by the file's name alone.
  private(set) var isPlaceOfName = false
  /// The whole ledger, where titles name nothing else, and whether they leave no doubt that it is meant.
  private(set) var whole: (place: Division, isPlain: Bool)?
  /// What titles and notes say of units (单位：万元).
  private(set) var units = TableUnits()
  /// Whether the table says that it is made up (示例), and where.
  private(set) var madeUpAt: SourcePlace?
  /// Whether it is a form of our own, with or without its key.
  private(set) var isOwnForm: Bool
  /// Whether a code of another province was met.
  var isForeign = false

  private var nameYear: Saying<Int>?
  private var sheetYear: Saying<Int>?
  private var sheetPart: Saying<String>?
  /// What the names of file and sheet say of the place, which is under the titles of every table.
  private var named = TitlePlaces()
  private var titlePart: Saying<String>?
  /// Days in the first months of a year by which numbers were counted, by the year.
  private var drawn: [Int: Saying<String>] = [:]

  init(
    _ sheet: Sheet, file: String, _ key: FormKey?, year: Int?, _ places: PlaceFinder,
    _ names: ColumnNames
  ) {
    (self.sheet, self.file, self.key, self.places, asked) = (sheet, file, key, places, year)
    self.names = names
    isOwnForm = key != nil
    yearAt = SourcePlace(file: file, sheet: sheet.name)
    takeNames()
    guard let key else { return }
    self.year = key.year
    isYearOfName = false
    if let made = places.divisions[key.place] {
      named = TitlePlaces([.place(made)], places.divisions)
      (said, isPlaceOfName) = (named, false)
    }
  }

  // MARK: Names of file and sheet

  private mutating func takeNames() {
    let at = SourcePlace(file: file)
    let name = PeriodText(file.split(separator: ".").dropLast().joined(separator: "."))
    named = places.places(of: [file])
    isPlaceOfName = named.place != nil
    if let year = name.year { nameYear = Saying(value: year, at: at) }
    // A month behind a year may be that of the sending; Q1 and 2月 alone may be anything.
    let isBare =
      name.years.isEmpty && ((name.spanWords ?? "").allSatisfy(\.isASCII) || name.isMonth)
    if let words = name.spanWords, name.isPart, !isBare {
      filePart = Saying(value: words, at: at)
      fileMonth = name.isMonth ? name : nil
    }
    if let sheetName = sheet.name {
      let period = PeriodText(sheetName)
      let over = places.places(of: [sheetName], over: named)
      isPlaceOfName = isPlaceOfName && over.place == named.place && over.doubt == nil
      named = over
      if let year = period.year { sheetYear = Saying(value: year, at: yearAt) }
      if let words = period.spanWords, period.isPart {
        sheetPart = Saying(value: words, at: yearAt)
      }
      units.take(sheetName, at: yearAt, isTitle: true, names)
    }
    if let found = sheetYear ?? nameYear { (year, yearAt) = (found.value, found.at) }
    isYearOfName = sheetYear == nil && nameYear != nil
    part = sheetPart
    said = named
  }

  // MARK: Titles

  /// Takes in the texts above a table, and what its header states of units.
  ///
  /// `floor` is the row behind the header before; what stands between that and the last row of data, which
  /// is not above the number `data`, belongs to the table before.
  mutating func takeTitles(before position: Int, header: Range<Int>, floor: Int, data: Int = 0) {
    var years: [Saying<Int>] = []
    let (before, partBefore) = (units, titlePart)
    let (titlesBefore, monthBefore) = (titles, loneMonth)
    (units, titlePart, titles, loneMonth) = (TableUnits(), nil, [], nil)
    let last = sheet.rows[floor..<position].lastIndex { isData($0) || $0.number <= data }
    for row in sheet.rows[(last.map { $0 + 1 } ?? floor)..<position].suffix(12) {
      take(row, &years)
    }
    for row in sheet.rows[header] {
      for cell in row.cells {
        guard case .text(let text) = cell.value, text.contains("单位") else { continue }
        units.take(text, at: at(row, cell), isTitle: true, names)
      }
    }
    units.inherit(before, sheet: SourcePlace(file: file, sheet: sheet.name))
    settle(years)
    if years.isEmpty, titlePart == nil { titlePart = partBefore }
    part = titlePart ?? sheetPart ?? (asked ?? year).flatMap { drawn[$0] }
    if titles.isEmpty { (titles, loneMonth) = (titlesBefore, monthBefore) }
    takePlaces()
  }

  private mutating func take(_ row: SheetRow, _ years: inout [Saying<Int>]) {
    guard row.cells.count <= 8, !isData(row) else { return }
    for (index, cell) in row.cells.enumerated() {
      guard case .text(var text) = cell.value else { continue }
      if isLabel(cell), index + 1 < row.cells.count, let said = said(row.cells[index + 1]) {
        text += said
      }
      take(title: text, at: at(row, cell), &years)
    }
  }

  private func isData(_ row: SheetRow) -> Bool {
    row.cells.count { $0.value.isNumber } > 1 && !row.cells.contains(where: isLabel)
  }

  /// A word that what stands beside it belongs to: 单位：, 年度.
  private func isLabel(_ cell: SheetCell) -> Bool {
    guard case .text(let text) = cell.value else { return false }
    let folded = NameKey.folded(text)
    return folded.hasSuffix(":") || PeriodHeads.isKnown(folded)
      || ["单位", "计量单位", "金额单位"].contains(folded)
  }

  private func said(_ cell: SheetCell) -> String? {
    switch cell.value {
    case .text(let text): text
    case .number(let number, _): (1990...2100).contains(number) ? "\(number)年" : nil
    case .date(let day?, _): sheet.look(of: cell).date == .year ? "\(day.year)年" : "\(day)"
    default: nil
    }
  }

  private func at(_ row: SheetRow, _ cell: SheetCell) -> SourcePlace {
    SourcePlace(file: file, sheet: sheet.name, row: row.number, column: cell.column)
  }

  private mutating func take(
    title text: String, at place: SourcePlace, _ years: inout [Saying<Int>]
  ) {
    let folded = NameKey.folded(text)
    titles.append(Saying(value: text, at: place))
    guard folded.unicodeScalars.count <= 80 else { return }
    units.take(text, at: place, isTitle: true, names)
    if TableWords.madeUp.contains(where: { folded.contains($0) }) { madeUpAt = madeUpAt ?? place }
    if TableWords.ownForm.contains(where: { folded.contains($0) }) { isOwnForm = true }
    guard !TableWords.sent.contains(where: { folded.contains($0) }) else { return }
    let period = PeriodText(text)
    // 2024年12月 alone may be the month of a report, and not of its figures.
    if period.isMonth, period.rest.filter({ !"()：: ".contains($0) }).isEmpty {
      loneMonth = Saying(value: period, at: place)
      return
    }
    if let year = period.year { years.append(Saying(value: year, at: place)) }
    if period.years.count > 1 { severalYears = Saying(value: period.years, at: place) }
    if let words = period.spanWords, period.isPart { titlePart = Saying(value: words, at: place) }
    if let found = period.drawn { drawn[found.year] = Saying(value: found.words, at: place) }
  }

  /// Takes in what the notes below a table say of units.
  mutating func takeNotes(_ rows: ArraySlice<SheetRow>) {
    for row in rows.suffix(8)
    where row.cells.count <= 4 && !row.cells.contains(where: { $0.value.isNumber }) {
      for cell in row.cells {
        guard case .text(let text) = cell.value, text.count > 4, text.count <= 200,
          TableWords.isNoteOfUnits(NameKey.folded(text))
        else { continue }
        units.take(text, at: at(row, cell), isTitle: false, names)
      }
    }
  }

  /// One year of all that the titles and the sheet's name say, or two that contradict each other.
  private mutating func settle(_ years: [Saying<Int>]) {
    guard let last = years.last else { return }
    if let key {
      if let other = years.last(where: { $0.value != key.year }) { otherYear = other }
      return
    }
    otherYear = years.first { $0.value != last.value }
    if otherYear == nil, let sheetYear, sheetYear.value != last.value { otherYear = sheetYear }
    if let nameYear, nameYear.value != last.value, nameYear.value != last.value + 1 {
      otherNameYear = nameYear.value
    }
    (year, yearAt, isYearOfName, severalYears) = (last.value, last.at, false, nil)
  }

  /// Whether another table of the sheet is under the same titles, so that it may go on with this one.
  func isSame(as other: TableScene) -> Bool {
    year == other.year && part?.value == other.part?.value && place == other.place
      && city == other.city && doubt == other.doubt && foreign == other.foreign
      && severalYears?.value == other.severalYears?.value
      && units.isSame(as: other.units)
      && loneMonth?.value == other.loneMonth?.value
  }

  // MARK: Places

  /// The city that names are to be looked for in, and the place of a table without places.
  var city: Division.Code? { said.city }
  var place: Division? { said.place }
  /// Why the titles do not say which place that is; a form of our own says it in its key.
  var doubt: TitlePlaces.Doubt? { key == nil ? said.doubt : nil }
  var foreign: Division? { key == nil ? said.foreign : nil }

  /// What the titles of a table say goes before what the names of sheet and file say; where they name
  /// nothing, it is under those of the table before.
  private mutating func takePlaces() {
    let mentions = places.mentions(in: titles.map(\.value), in: named.city)
    if !mentions.isEmpty {
      said = TitlePlaces(mentions, places.divisions).over(named, places.divisions)
      isPlaceOfName = isPlaceOfName && said.place == named.place
    }
    guard key == nil, let place = said.whole else { return }
    let folded = titles.map { title in
      String(NameKey.folded(title.value).drop { $0.isNumber || "年度附件表:".contains($0) })
    }
    let isPlain = folded.contains { title in
      guard title.hasPrefix(place.name), let next = title.dropFirst(place.name.count).first else {
        return title == place.name
      }
      return next.isNumber || next == "("
    }
    let isOpen = folded.contains { title in
      ["填报单位", "填报地区", "报送单位", "单位名称"].contains { title.hasPrefix($0) }
        && places.mentions(in: [title]).isEmpty
    }
    whole = (place, isPlain && !isOpen)
  }
}
