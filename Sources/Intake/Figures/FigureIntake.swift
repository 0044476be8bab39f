import Foundation
import Reform

/// What was read out of one file of figures, with all that is wrong with it.
public struct FigureReading: Sendable {
  public var file: String
  public var figures: [SentFigure] = []
  public var totals: [SentTotal] = []
  /// What was read from which column, and what was not.
  public var columns: [ColumnReading] = []
  public var findings: [Finding] = []
  /// Rows of places in which nothing was filled in.
  public var blanks = 0
  /// Which file of an import it is.
  public var position = 0
  /// The place that the form was made for, where it is one of ours.
  public var place: Division.Code?

  public init(file: String) { self.file = file }
}

/// Makes figures of the tables that offices send (指标数据导入).
///
/// Columns are found by their names, places by name or code, years in titles; a form of our own
/// by its hidden sheet. Nothing is left out in silence: what is not understood is a finding.
public struct FigureIntake {
  let names: ColumnNames
  let places: PlaceFinder
  /// The place that all of a file must lie in, where the person named one.
  let region: Division.Code?
  let header: HeaderReader
  let memory = Memory()
  /// The year that the person named; nil where the files say it.
  let year: Int?
  /// Whether what is wrong is shown on screen, where a command's options are no way out.
  let isOnScreen: Bool
  /// The year that is being collected; nil where that does not matter.
  let expected: Int?

  /// `region` is the place that the files are of, where the person names one.
  public init(
    book: IndicatorCatalogue, divisions: Divisions, year: Int? = nil, expected: Int? = nil,
    in region: Division.Code? = nil, names own: OwnColumnNames = OwnColumnNames(),
    onScreen: Bool = false
  ) {
    isOnScreen = onScreen
    names = ColumnNames(book, own: own)
    places = PlaceFinder(divisions)
    header = HeaderReader(names: names, places: places)
    (self.year, self.expected, self.region) = (year, expected, region)
  }

  /// The figures of a file; one that cannot be opened is a finding of its own.
  public func read(_ bytes: [UInt8], file: String) -> FigureReading {
    do { return read(try SheetReader.read(bytes, name: file)) } catch {
      var reading = FigureReading(file: file)
      reading.findings = [
        FigureCheck.unreadable.finding(
          error.message.zh, error.message.en, at: SourcePlace(file: file))
      ]
      return reading
    }
  }

  /// The figures of a workbook.
  public func read(_ book: Workbook) -> FigureReading {
    var reading = FigureReading(file: book.file)
    let key = FormKey(book)
    if let key, places.divisions[key.province] == nil {
      let name = key.provinceName
      reading.findings = [
        otherProvince(Phrase(name, Provinces.english(name)), at: SourcePlace(file: book.file))
      ]
      return reading
    }
    reading.place = key?.place
    var hasTable = false
    for sheet in book.sheets where sheet.name != TemplateKey.sheet || key == nil {
      let hasRead = read(sheet, of: book, key, into: &reading)
      hasTable = hasTable || hasRead
    }
    settleHeaders(hasTable: hasTable, &reading)
    if reading.figures.isEmpty, !reading.findings.contains(where: { $0.severity == .error }) {
      reading.findings.append(nothing(book, key, hasTable: hasTable, reading))
    }
    return reading
  }

  /// Reads the tables of a sheet one below another; false where it has none.
  private func read(
    _ sheet: Sheet, of book: Workbook, _ key: FormKey?, into reading: inout FigureReading
  ) -> Bool {
    let at = SourcePlace(file: book.file, sheet: sheet.name)
    var layouts = key?.layout(of: sheet).map { [$0] } ?? header.next(in: sheet, from: 0)
    guard !sheet.isHidden else {
      if !layouts.isEmpty { reading.findings.append(hidden(at)) }
      return false
    }
    guard !layouts.isEmpty else {
      if sheet.hasNumbers { reading.findings.append(noHeader(at)) }
      return false
    }
    var scene = TableScene(sheet, file: book.file, key, year: year, places, names)
    var (position, floor, data) = (0, 0, 0)
    while let first = layouts.first {
      tellRows(sheet.rows[position..<first.positions.lowerBound], at, into: &reading)
      scene.takeTitles(
        before: first.positions.lowerBound, header: first.positions,
        floor: min(floor, first.positions.lowerBound), data: data)
      floor = first.positions.upperBound
      let start = first.positions.upperBound
      var following = key == nil ? header.next(in: sheet, from: start) : []
      var end = max(start, following.first?.positions.lowerBound ?? sheet.rows.count)
      var stop: Int?
      scene.takeNotes(sheet.rows[start..<end])
      var readers = layouts.map { TableReader(self, scene, $0) }
      for index in readers.indices { stop = readers[index].read(sheet.rows[start..<end]) ?? stop }
      while stop == nil, let next = following.first,
        goOn(&readers, under: following, floor: floor, sheet)
      {
        floor = next.positions.upperBound
        following = header.next(in: sheet, from: floor)
        end = max(floor, following.first?.positions.lowerBound ?? sheet.rows.count)
        for index in readers.indices { stop = readers[index].read(sheet.rows[floor..<end]) ?? stop }
      }
      for index in readers.indices {
        if !following.isEmpty { readers[index].leaveTitles() }
        readers[index].finish(into: &reading)
      }
      data = readers.map(\.lastData).max() ?? 0
      position = stop ?? end
      layouts = stop.map { header.next(in: sheet, from: $0) } ?? following
      if let stop, layouts.first?.positions.lowerBound != stop {
        reading.findings.append(strangeHeader(sheet.rows[stop], at))
      }
    }
    return true
  }

  /// Whether tables go on under a header that says the same as theirs (续表), made ready for it.
  ///
  /// What ended with its total, or stands under another title, is another table.
  private func goOn(
    _ readers: inout [TableReader], under layouts: [TableLayout], floor: Int, _ sheet: Sheet
  ) -> Bool {
    guard layouts.count == readers.count, let first = layouts.first,
      let reader = readers.first, reader.scene.key == nil,
      zip(readers, layouts).allSatisfy({ $0.layout.isSame(as: $1) })
    else { return false }
    var scene = reader.scene
    scene.takeTitles(
      before: first.positions.lowerBound, header: first.positions,
      floor: min(floor, first.positions.lowerBound), data: reader.lastData)
    let isNamed = scene.titles.contains { $0.value.contains("续") && !reader.scene.isTitle($0) }
    guard scene.isSame(as: reader.scene), isNamed || !readers.contains(where: \.isTotalled) else {
      return false
    }
    for index in readers.indices {
      readers[index].goOn(under: scene.titles, from: layouts[index].firstRow)
    }
    return true
  }

  /// Rows with numbers above a header belong to no table.
  private func tellRows(
    _ rows: ArraySlice<SheetRow>, _ at: SourcePlace, into reading: inout FigureReading
  ) {
    func isData(_ row: SheetRow) -> Bool {
      !row.isHidden && row.cells.count { $0.value.isNumber } > 2
    }
    guard let first = rows.first(where: isData) else { return }
    var place = at
    (place.row, place.column) = (first.number, first.cells.first?.column)
    reading.findings.append(
      FigureCheck.unreadNumber.finding(
        "第 \(first.number) 行起在表头上方，里面的数字没有读入；要报的请放到表头下面。",
        "From row \(first.number) numbers stand above the header and were not read; put them below it if they "
          + "are to count.", at: place))
  }

  private func strangeHeader(_ row: SheetRow, _ at: SourcePlace) -> Finding {
    var place = at
    (place.row, place.column) = (row.number, row.cells.first?.column)
    return FigureCheck.noHeader.finding(
      "这里又有一个表头，其中没有认识的指标列，下面的数没有读入；请改用指标名作表头，或删去这张表。",
      "Another header begins here without a column that is known, and what is below was not read; name its "
        + "columns by indicators, or remove the table.", at: place)
  }

  /// Sheets without a header bar a file only where no other sheet has one.
  private func settleHeaders(hasTable: Bool, _ reading: inout FigureReading) {
    guard hasTable else { return }
    for index in reading.findings.indices
    where reading.findings[index].check == FigureCheck.noHeader.name {
      reading.findings[index].severity = .warning
    }
  }

  func otherProvince(_ name: Phrase, at place: SourcePlace) -> Finding {
    let own = places.divisions.all.first
    return FigureCheck.otherProvince.finding(
      "这是\(name.zh)的表，不是\(own?.name ?? "")的；没有导入。",
      "This is a table of \(name.en), not of \(own?.english ?? ""); nothing was imported.",
      at: place,
      words: name.zh)
  }

  private func hidden(_ at: SourcePlace) -> Finding {
    FigureCheck.hiddenSheet.finding(
      "工作表“\(at.sheet ?? "")”是隐藏的，没有读入；要报的数据请取消隐藏。",
      "The sheet “\(at.sheet ?? "")” is hidden and was not read; unhide it if it is to count.",
      at: at)
  }

  func noHeader(_ at: SourcePlace) -> Finding {
    let form =
      isOnScreen
      ? Phrase("在指标屏按 F 可生成这样的表", "F on the indicators makes such a form")
      : Phrase("可用 yigai template figures 生成的表", "yigai template figures writes such a form")
    return FigureCheck.noHeader.finding(
      "找不到表头：要有一列“地区”，各指标列用指标名或其分子、分母的名称（各列只是年份的，标题须是一个指标的名称）；\(form.zh)。",
      "No header was found: one column must be called 地区 (place), the others by indicators or their "
        + "parts (where they are years alone, the title by one indicator); \(form.en).", at: at)
  }
}

/// The hidden sheet of a form of our own: for which year and place, and what each column is.
struct FormKey {
  var year: Int
  var province: String
  var provinceName: String
  var place: Division.Code
  var firstRow: Int
  private var columns: [String: [Int: (head: String, indicator: String, part: TemplateKey.Part)]]

  init?(_ book: Workbook) {
    guard let sheet = book.sheets.first(where: { $0.name == TemplateKey.sheet }) else { return nil }
    func cell(_ row: Int, _ column: Int) -> String {
      sheet.rows.first { $0.number == row }?[column]?.words ?? ""
    }
    guard cell(1, 1) == TemplateKey.mark, let year = Int(cell(2, 2)), let first = Int(cell(6, 2))
    else { return nil }
    (self.year, province, provinceName) = (year, cell(3, 2), cell(4, 2))
    (place, firstRow, columns) = (cell(5, 2), first, [:])
    for row in sheet.rows where row.number >= TemplateKey.firstColumnRow {
      guard let name = row[1]?.words, let column = row[2]?.words.flatMap(Int.init),
        let part = row[5]?.words.flatMap(TemplateKey.Part.init)
      else { continue }
      columns[name, default: [:]][column] = (row[3]?.words ?? "", row[4]?.words ?? "", part)
    }
  }

  /// The layout of a sheet as it was made; nil where its headings have been changed since.
  func layout(of sheet: Sheet) -> TableLayout? {
    // The sheet may have been renamed, and rows put on top.
    let known = [sheet.name.flatMap { columns[$0] }].compactMap { $0 } + columns.values
    let rows = sheet.rows.indices.prefix(40)
    for columns in known where !columns.isEmpty {
      for position in rows.reversed() {
        if let layout = layout(of: sheet, at: position, columns) { return layout }
      }
    }
    return nil
  }

  private func layout(
    of sheet: Sheet, at last: Int,
    _ columns: [Int: (head: String, indicator: String, part: TemplateKey.Part)]
  ) -> TableLayout? {
    var layout = TableLayout()
    layout.positions = last..<(last + 1)
    layout.firstRow = sheet.rows[last].number + 1
    layout.columns = [1: .code, 2: .place]
    for (column, made) in columns {
      guard sheet.rows[last][column]?.words == made.head else { return nil }
      layout.paths[column] = [made.head]
      layout.headRows[column] = sheet.rows[last].number
      layout.columns[column] = meaning(made.indicator, made.part)
    }
    return layout
  }

  private func meaning(_ indicator: String, _ part: TemplateKey.Part) -> TableLayout.Column {
    switch part {
    case .numerator: .numbers(.init(aims: [.init(indicator: indicator, part: .numerator)]))
    case .denominator: .numbers(.init(aims: [.init(indicator: indicator, part: .denominator)]))
    case .value: .numbers(.init(aims: [.init(indicator: indicator, part: .value)]))
    case .flag: .flag([indicator])
    case .note: .note
    case .shown: .passed(.shown)
    }
  }
}
