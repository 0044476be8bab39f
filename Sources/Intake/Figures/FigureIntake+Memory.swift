import Reform

/// What the name of a row tells of its kind.
struct RowName {
  let folded: String
  let isAverage: Bool
  /// The stem of a total's name.
  let total: String?
  /// Whether it is an own level: 市直小计 is no total, whatever it adds up.
  let isOwn: Bool

  init(_ name: String) {
    folded = NameKey.folded(name)
    isAverage = TableWords.isAverage(folded)
    total = TableWords.totalStem(folded)
    isOwn = PlaceSigns.isOwnOfCity(folded) != nil
  }
}

extension FigureIntake {
  /// What was found for names, so that each is looked for once.
  final class Memory {
    var places: [[String]: PlaceFinder.Found] = [:]
    var answers: [[String?]: RowPlaces.Answer] = [:]
    var rowHeads: [String: RowHead] = [:]
    var periods: [String: PeriodText] = [:]
    var cells: [[String]: PeriodText?] = [:]
    var units: [String: UnitScale?] = [:]
    var names: [String: RowName] = [:]
  }

  /// The place of a row, remembered.
  func place(name: String?, code: String?, in city: Division.Code?) -> RowPlaces.Answer {
    let key = [name, code, city]
    if let known = memory.answers[key] { return known }
    let answer = RowPlaces(finder: places).place(name: name, code: code, in: city)
    memory.answers[key] = answer
    return answer
  }

  /// The division of a name, remembered.
  func find(_ name: String, in city: Division.Code?) -> PlaceFinder.Found {
    let key = [name, city ?? ""]
    if let known = memory.places[key] { return known }
    let found = places.find(name, in: city)
    memory.places[key] = found
    return found
  }

  /// What the texts that name the indicator of a row mean, remembered.
  func rowHead(_ path: [String]) -> RowHead {
    let key = path.joined(separator: "\u{1}")
    if let known = memory.rowHeads[key] { return known }
    let found = RowHead(path, header)
    memory.rowHeads[key] = found
    return found
  }

  /// The period that words in a column of years name, remembered.
  func period(_ words: String) -> PeriodText {
    if let known = memory.periods[words] { return known }
    let found = PeriodText(words)
    memory.periods[words] = found
    return found
  }

  /// The period of a cell below headings, remembered; nil where it says nothing.
  func period(_ cell: SheetCell, in sheet: Sheet, below path: [String]?, year: Int?) -> PeriodText?
  {
    let (head, look) = (path?.last ?? "", sheet.look(of: cell).date)
    guard let words = cell.value.words else {
      return PeriodHeads.period(cell.value, shows: look, below: head, year: year)
    }
    let key = [words, head, year.map { "\($0)" } ?? ""]
    if let known = memory.cells[key] { return known }
    let found = PeriodHeads.period(cell.value, shows: look, below: head, year: year)
    memory.cells[key] = .some(found)
    return found
  }

  /// Which of several columns of periods says of which part of the year a row is.
  func spanColumn(
    of row: SheetRow, _ columns: [Int], _ layout: TableLayout, _ sheet: Sheet
  ) -> Int? {
    columns.last { column in
      guard columns.count > 1, let cell = row.cell(column) else { return false }
      return period(cell, in: sheet, below: layout.paths[column], year: nil)?.isPart ?? false
    } ?? columns.first
  }

  /// The unit of a cell in a column of units, remembered; nil where it is none that is known.
  func unit(_ words: String) -> UnitScale? {
    if let known = memory.units[words] { return known }
    let found = UnitScale(NameKey.folded(words).trimmingCharacters(in: ["(", ")"]))
    memory.units[words] = .some(found)
    return found
  }

  /// What the name of a row tells of its kind, remembered.
  func rowName(_ name: String) -> RowName {
    if let known = memory.names[name] { return known }
    let isCounty = name == "全州" && places.find(name, in: nil).division != nil
    let found = isCounty ? RowName("全州县") : RowName(name)
    memory.names[name] = found
    return found
  }

  /// The row of a number, where something stands in it.
  func row(_ number: Int, in sheet: Sheet) -> SheetRow? {
    var (low, high) = (0, sheet.rows.count)
    while low < high {
      let middle = (low + high) / 2
      if sheet.rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    guard low < sheet.rows.count, sheet.rows[low].number == number else { return nil }
    return sheet.rows[low]
  }
}
