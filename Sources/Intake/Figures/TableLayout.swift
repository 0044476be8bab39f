import Reform

/// What the columns of a table mean.
struct TableLayout {
  enum Column: Hashable {
    case place
    case city
    case code
    case year
    case indicator
    case flag([Indicator.ID])
    case note
    /// Numbers of figures, with the factor that brings them to the catalogue's unit by indicator.
    case numbers([ColumnNames.Aim], unit: UnitScale?, year: Int?)
    /// A number of the indicator that the row names.
    case part(FigurePart, unit: UnitScale?, year: Int?)
    /// Known and not read.
    case passed
    case unknown(String)
  }

  var columns: [Int: Column] = [:]
  /// Heading of each column in one line.
  var heads: [Int: String] = [:]
  /// The row behind the header.
  var firstRow = 0
  /// Position of the first row of the header among the rows of the sheet, and of the row behind.
  var positions = 0..<0

  func column(_ wanted: Column) -> Int? {
    columns.filter { $0.value == wanted }.map(\.key).min()
  }

  /// Columns with numbers of figures, from the left.
  var numbered: [(column: Int, meaning: Column)] {
    columns.compactMap { column, meaning in
      switch meaning {
      case .numbers, .part: (column, meaning)
      default: nil
      }
    }.sorted { $0.column < $1.column }
  }

  var flags: [(column: Int, indicators: [Indicator.ID])] {
    columns.compactMap { column, meaning in
      guard case .flag(let indicators) = meaning else { return nil }
      return (column, indicators)
    }.sorted { $0.column < $1.column }
  }
}

/// Finds the header of a table and what its columns mean.
struct HeaderReader {
  let names: ColumnNames
  let places: PlaceFinder

  /// The next header at or behind a position among the rows; nil where there is none.
  func next(in sheet: Sheet, from start: Int) -> TableLayout? {
    let last = min(sheet.rows.count, start + 200)
    guard start < last else { return nil }
    for position in start..<last where isHeader(sheet.rows[position]) {
      var end = position + 1
      while end < sheet.rows.count, end < position + 5, continues(sheet.rows[end]) { end += 1 }
      let layout = layout(sheet, position..<end)
      if !layout.numbered.isEmpty { return layout }
    }
    return nil
  }

  /// Whether a row is one of headings: two that are known, and no numbers.
  func isHeader(_ row: SheetRow) -> Bool {
    var known = 0
    for cell in row.cells {
      guard case .text(let text) = cell.value else {
        if case .number(let year, _) = cell.value, (1900...2100).contains(year) { continue }
        return false
      }
      if isKnown(text) { known += 1 } else if case .number = PlainNumber.read(text) { return false }
    }
    return known >= 2
  }

  private func isKnown(_ text: String) -> Bool {
    let head = ColumnHead(text)
    return Self.word(head.name) != nil || TableWords.isPassed(head.name)
      || TableWords.city.contains(head.name) || !names.aims(of: head.name).isEmpty
  }

  /// Whether a row below a header still belongs to it: words only, and no place among them.
  private func continues(_ row: SheetRow) -> Bool {
    var known = 0
    for cell in row.cells {
      guard case .text(let text) = cell.value else { return false }
      let head = ColumnHead(text)
      if case .number = PlainNumber.read(text) { return false }
      if isKnown(text) || UnitScale(Self.bare(head.name)) != nil || head.name.isEmpty {
        known += 1
        continue
      }
      if case .place = places.find(text, in: nil) { return false }
      if TableWords.totalStem(head.name) != nil { return false }
    }
    return known * 2 >= row.cells.count
  }

  private static func bare(_ name: String) -> String {
    name.first == "(" && name.last == ")" ? String(name.dropFirst().dropLast()) : name
  }

  private func layout(_ sheet: Sheet, _ positions: Range<Int>) -> TableLayout {
    var layout = TableLayout()
    layout.positions = positions
    layout.firstRow = sheet.rows[positions.upperBound - 1].number + 1
    let rows = sheet.rows[positions]
    var stacks: [Int: [String]] = [:]
    let columns = Set(rows.flatMap { row in spread(row, sheet) })
    for column in columns.sorted() {
      stacks[column] = stack(of: column, rows, sheet)
    }
    for (column, stack) in stacks {
      layout.heads[column] = stack.joined(separator: " ")
      layout.columns[column] = meaning(of: stack)
    }
    settle(&layout)
    return layout
  }

  /// Columns that a row's cells take, merged ones to their end.
  private func spread(_ row: SheetRow, _ sheet: Sheet) -> [Int] {
    row.cells.flatMap { cell -> [Int] in
      guard let area = sheet.merges.area(row: row.number, column: cell.column) else {
        return [cell.column]
      }
      return Array(area.columns.lowerBound...min(area.columns.upperBound, MergedCells.widest))
    }
  }

  /// The headings above a column, from the top, each once.
  private func stack(of column: Int, _ rows: ArraySlice<SheetRow>, _ sheet: Sheet) -> [String] {
    var stack: [String] = []
    for row in rows {
      let area = sheet.merges.area(row: row.number, column: column)
      guard area == nil || area?.rows.lowerBound == row.number else { continue }
      guard let words = row[area?.columns.lowerBound ?? column]?.words, stack.last != words else {
        continue
      }
      stack.append(words)
    }
    return stack
  }

  private static func word(_ name: String) -> TableLayout.Column? {
    if TableWords.place.contains(name) { return .place }
    if TableWords.code.contains(name) { return .code }
    if TableWords.year.contains(name) { return .year }
    if TableWords.indicator.contains(name) { return .indicator }
    if TableWords.note.contains(name) { return .note }
    if TableWords.flag.contains(name) { return .flag([]) }
    if TableWords.numerator.contains(name) { return .part(.numerator, unit: nil, year: nil) }
    if TableWords.denominator.contains(name) { return .part(.denominator, unit: nil, year: nil) }
    if TableWords.value.contains(name) { return .part(.value, unit: nil, year: nil) }
    return nil
  }

  /// What a column's headings mean together.
  private func meaning(of stack: [String]) -> TableLayout.Column {
    var heads = stack.map(ColumnHead.init)
    var unit: UnitScale?
    if heads.count > 1, let last = heads.last, last.unit == nil,
      let own = UnitScale(Self.bare(last.name))
    {
      unit = own
      heads.removeLast()
    }
    guard let head = heads.last else { return .unknown("") }
    unit = unit ?? head.unit ?? heads.dropLast().reversed().lazy.compactMap { $0.unit }.first
    let year = heads.reversed().lazy.compactMap { $0.year }.first
    if heads.contains(where: { TableWords.isPassed($0.name) }), names.aims(of: head.name).isEmpty {
      return .passed
    }
    if TableWords.city.contains(head.name) { return .city }
    let parents = heads.dropLast().reversed().flatMap { names.aims(of: $0.name) }
    if let word = Self.word(head.name) { return meaning(of: word, parents, unit, year) }
    let direct = names.aims(of: head.name)
    guard direct.isEmpty else { return .numbers(direct, unit: unit, year: year) }
    let joined = names.aims(of: heads.map(\.name).joined())
    guard joined.isEmpty else { return .numbers(joined, unit: unit, year: year) }
    if head.name.isEmpty || YearWords.year(in: head.name) != nil, !parents.isEmpty {
      return .numbers(parents, unit: unit, year: year ?? YearWords.year(in: head.name))
    }
    return .unknown(head.name)
  }

  /// A general word under the name of an indicator is a part of that indicator.
  private func meaning(
    of word: TableLayout.Column, _ parents: [ColumnNames.Aim], _ unit: UnitScale?, _ year: Int?
  ) -> TableLayout.Column {
    let indicators = parents.map(\.indicator)
    switch word {
    case .flag: return .flag(indicators)
    case .part(let part, _, _):
      guard let first = indicators.first, let indicator = names.book[first] else {
        return .part(part, unit: unit, year: year)
      }
      let isAmount = part == .value && indicator.denominator == nil
      let aim = ColumnNames.Aim(indicator: first, part: isAmount ? .numerator : part)
      return .numbers([aim], unit: unit, year: year)
    default: return word
    }
  }

  /// Settles what only the whole header tells: which of several indicators a name is for, and
  /// whether a city's column says where or in what.
  private func settle(_ layout: inout TableLayout) {
    let aims = Set(
      layout.columns.values.flatMap { column -> [ColumnNames.Aim] in
        if case .numbers(let aims, _, _) = column { aims } else { [] }
      })
    for (column, meaning) in layout.columns {
      guard case .numbers(let found, let unit, let year) = meaning, found.count > 1 else {
        continue
      }
      let whole = found.filter { isWhole($0, aims) }
      let kept = whole.isEmpty ? Array(found.prefix(1)) : whole
      layout.columns[column] = .numbers(kept, unit: unit, year: year)
    }
    adopt(&layout)
    guard layout.column(.place) == nil, let city = layout.column(.city) else { return }
    layout.columns[city] = .place
  }

  /// A part without an indicator belongs to that of the column on its left: so it is where merged
  /// headings were saved as text.
  private func adopt(_ layout: inout TableLayout) {
    guard layout.column(.indicator) == nil else { return }
    var last: Indicator?
    for (column, meaning) in layout.columns.sorted(by: { $0.key < $1.key }) {
      switch meaning {
      case .numbers(let aims, _, _): last = aims.first.flatMap { names.book[$0.indicator] }
      case .part(let part, let unit, let year):
        guard let last else {
          layout.columns[column] = .unknown(layout.heads[column] ?? "")
          continue
        }
        let isAmount = part == .value && last.denominator == nil
        let aim = ColumnNames.Aim(indicator: last.id, part: isAmount ? .numerator : part)
        layout.columns[column] = .numbers([aim], unit: unit, year: year)
      default: break
      }
    }
  }

  /// Whether a table has all parts of the indicator that a name may be for.
  private func isWhole(_ aim: ColumnNames.Aim, _ aims: Set<ColumnNames.Aim>) -> Bool {
    guard let indicator = names.book[aim.indicator] else { return false }
    guard indicator.denominator != nil, aim.part != .value else { return true }
    let other: FigurePart = aim.part == .numerator ? .denominator : .numerator
    return aims.contains(.init(indicator: aim.indicator, part: other))
  }
}
