import Foundation
import Reform

/// Finds the header of a table: a block of rows, in which each column has a path of headings.
struct HeaderReader {
  let names: ColumnNames
  let places: PlaceFinder
  private let memory = Memory()

  init(names: ColumnNames, places: PlaceFinder) { (self.names, self.places) = (names, places) }

  /// Texts taken apart, so that each is looked at once.
  private final class Memory {
    var texts: [String: HeadText] = [:]
  }

  /// A text taken apart, remembered.
  func head(_ text: String) -> HeadText {
    if let known = memory.texts[text] { return known }
    let head = HeadText(text, names)
    memory.texts[text] = head
    return head
  }

  /// The tables under the next header at or behind a position among the rows, side by side as they
  /// stand; empty where there is none.
  func next(in sheet: Sheet, from start: Int) -> [TableLayout] {
    let last = min(sheet.rows.count, start + 200)
    guard start < last else { return [] }
    for position in start..<last where opens(sheet.rows[position], sheet) {
      var first = position
      while first > start, caps(sheet.rows[first - 1], over: sheet.rows[first], sheet) {
        first -= 1
      }
      var end = position + 1
      while end < sheet.rows.count, end < position + 5,
        continues(sheet.rows[end], first..<end, sheet)
      {
        end += 1
      }
      let layouts = layouts(sheet, first..<end)
      if !layouts.isEmpty { return layouts }
    }
    return []
  }

  // MARK: Rows of headings

  /// What a cell of a heading says; nil for a number that is no year.
  private func heading(_ cell: SheetCell, _ sheet: Sheet) -> String? {
    switch cell.value {
    case .text(let text):
      if case .number = PlainNumber.read(text) { return PeriodText(text).year == nil ? nil : text }
      return text
    case .number(let number, _): return (1990...2100).contains(number) ? "\(number)" : nil
    case .date(let day?, _):
      let period = PeriodText(day, shows: sheet.look(of: cell).date)
      guard !period.isPart else {
        return sheet.look(of: cell).date == .month ? period.spanWords : nil
      }
      return "\(day.year)年"
    default: return nil
    }
  }

  /// Whether a text is known by itself: a name, a word of tables, a period or a role.
  private func isStrong(_ head: HeadText) -> Bool {
    if head.isStatement { return false }
    if !head.aims.isEmpty { return true }
    if let word = head.word { return word != .passed }
    return head.name.isEmpty && (!head.period.isEmpty || !head.roles.isEmpty)
  }

  /// Whether a row is a label and the period that it names (统计期间 2024年1—6月).
  private func isPeriod(_ row: SheetRow) -> Bool {
    guard row.cells.count == 2, case .text(let label) = row.cells[0].value,
      case .text(let text) = row.cells[1].value, head(label).word == .year
    else { return false }
    let said = head(text)
    return said.word == nil && said.aims.isEmpty && text.contains { $0.isNumber || $0 == "年" }
  }

  /// Whether a row is the first of headings: two that are known, and no numbers.
  func opens(_ row: SheetRow, _ sheet: Sheet) -> Bool {
    guard !isPeriod(row) else { return false }
    var (strong, named, periods, wholes, hasIndicator, hasPlace) = (0, 0, 0, 0, false, false)
    for cell in row.cells {
      guard let text = heading(cell, sheet) else { return false }
      let head = head(text)
      if isStrong(head) {
        strong += 1
        if !head.aims.isEmpty || head.word != nil { named += 1 }
        if head.aims.isEmpty, head.word == nil, !head.period.isEmpty { periods += 1 }
        hasIndicator = hasIndicator || head.word == .indicator
      } else if head.isUnknown, head.name.count <= 12, isPlace(text) {
        hasPlace = true
      } else if head.isUnknown, TotalScope(head.name) != nil {
        wholes += 1
      }
    }
    if hasPlace { return hasIndicator }
    return strong + (hasIndicator ? wholes : 0) >= 2 && (named > 0 || periods > 1)
  }

  /// Whether a text names a place, one of today or of before, even where its city must be known too.
  func isPlace(_ text: String) -> Bool {
    switch places.find(text, in: nil) {
    case .place, .former, .gone, .several, .ownOfNone: true
    default: false
    }
  }

  /// Whether a row belongs above a header: groups of its columns (本年 over two of them).
  private func caps(_ row: SheetRow, over below: SheetRow, _ sheet: Sheet) -> Bool {
    guard row.number + 1 == below.number, let lowest = below.cells.first?.column,
      let last = below.cells.last?.column, !isPeriod(row)
    else { return false }
    let first = front(row).map { min($0, lowest) } ?? lowest
    // 单位 and 万元 in two cells are of the whole table.
    if row.cells.count == 2, below.cells.count > 2, let label = row.cells.first?.value.words,
      ["单位", "计量单位", "金额单位", "单位:"].contains(NameKey.folded(label)),
      row.cells.last?.value.words.map({ head($0).isOnlyUnit }) == true
    {
      return false
    }
    // One cell over the whole table, its places included, is a title.
    if row.cells.count == 1, last > first, let only = row.cells.first,
      let area = sheet.merges.area(row: row.number, column: only.column),
      area.columns.contains(first), area.columns.contains(last)
    {
      return false
    }
    var (strong, isWide) = (0, row.cells.count > 1)
    for cell in row.cells {
      guard let text = heading(cell, sheet), text.count <= 24 else { return false }
      let head = head(text)
      let isWhole = TotalScope(head.name) != nil
      guard cell.column > first || head.word != nil || isWhole, !head.isStatement,
        !text.contains("：")
      else { return false }
      if isStrong(head) || isWhole { strong += 1 }
      let area = sheet.merges.area(row: row.number, column: cell.column)
      isWide = isWide || (area?.columns.count ?? 1) > 1
    }
    return strong > 0 && isWide
  }

  /// The column of the heading that a row begins with, where it says what the rows are: 地区 made one with
  /// the cell below stands in the upper row alone.
  private func front(_ row: SheetRow) -> Int? {
    guard let cell = row.cells.first, case .text(let text) = cell.value else { return nil }
    switch head(text).word {
    case nil, .part, .note, .flag: return nil
    default: return cell.column
    }
  }

  /// Whether a row below a header still belongs to it: words only, and no place among them.
  private func continues(_ row: SheetRow, _ block: Range<Int>, _ sheet: Sheet) -> Bool {
    let (ends, indicators) = structure(of: block, sheet)
    guard !isSection(row, ends) else { return false }
    // 市属 and 省属 under the names of the numbers stand where no row has its place.
    let isBelowNames =
      row.cells.count > 1 && !ends.isEmpty && !row.cells.contains { ends.contains($0.column) }
    var (known, isBelowGroups) = (0, true)
    for cell in row.cells {
      guard let text = heading(cell, sheet), !TableWords.isNote(NameKey.folded(text)) else {
        return false
      }
      let head = head(text)
      if ends.contains(cell.column) { isBelowGroups = false }
      if isStrong(head) || head.isOnlyUnit || head.isStatement || head.word == .passed {
        if ends.contains(cell.column), head.roles.contains(.total) { return false }
        if indicators.contains(cell.column), !head.aims.isEmpty { return false }
        known += 1
      } else if isPlace(text) {
        guard !indicators.isEmpty || isBelowNames, !ends.contains(cell.column) else {
          return false
        }
        known += 1
      }
    }
    return known * 2 >= row.cells.count || isBelowGroups
  }

  /// Whether a row is the heading of the rows below it and none of columns: a year or a word alone, where
  /// the rows have their places.
  private func isSection(_ row: SheetRow, _ ends: Set<Int>) -> Bool {
    guard row.cells.count == 1, let only = row.cells.first, ends.contains(only.column),
      case .text(let text) = only.value
    else { return false }
    let head = head(text)
    return head.word == nil && head.aims.isEmpty && !head.isStatement && !head.isOnlyUnit
  }

  /// Columns of a block that say what a row is: place, code, indicator; and those of indicators.
  private func structure(of block: Range<Int>, _ sheet: Sheet) -> (
    all: Set<Int>, indicators: Set<Int>
  ) {
    var (all, indicators): (Set<Int>, Set<Int>) = ([], [])
    for row in sheet.rows[block] {
      for cell in row.cells {
        guard case .text(let text) = cell.value, let word = head(text).word else { continue }
        switch word {
        case .indicator:
          indicators.insert(cell.column)
          all.insert(cell.column)
        case .place, .province, .city, .code, .year, .unit: all.insert(cell.column)
        case .passed: if cell.column <= 2 { all.insert(cell.column) }
        default: break
        }
      }
    }
    return (all, indicators)
  }

  // MARK: Paths

  private func layouts(_ sheet: Sheet, _ positions: Range<Int>) -> [TableLayout] {
    var layout = TableLayout()
    layout.positions = positions
    layout.firstRow = sheet.rows[positions.upperBound - 1].number + 1
    let rows = sheet.rows[positions]
    let columns = Set(rows.flatMap { spread($0, sheet) }).sorted()
    for column in columns {
      let path = path(of: column, rows, sheet)
      guard let last = path.last else { continue }
      layout.paths[column] = path.map(\.text)
      layout.headRows[column] = last.row
      layout.columns[column] = meaning(of: path.map(\.text), column, &layout)
    }
    return settle(layout, sheet)
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
  private func path(
    of column: Int, _ rows: ArraySlice<SheetRow>, _ sheet: Sheet
  ) -> [(text: String, row: Int)] {
    var path: [(text: String, row: Int)] = []
    for (position, row) in zip(rows.indices, rows) {
      guard let text = text(at: column, row, rows[position...].dropFirst(), sheet) else { continue }
      if path.last?.text != text { path.append((text, row.number)) }
    }
    return path
  }

  /// The heading of a column in a row: its own, that of its merged area, or that of a group to its
  /// left which was saved without merging.
  private func text(
    at column: Int, _ row: SheetRow, _ below: ArraySlice<SheetRow>, _ sheet: Sheet
  ) -> String? {
    if let area = sheet.merges.area(row: row.number, column: column) {
      guard area.rows.lowerBound == row.number else { return nil }
      return row.cell(area.columns.lowerBound).flatMap { heading($0, sheet) }
    }
    if let own = row.cell(column) { return heading(own, sheet) }
    guard below.contains(where: { $0[column] != nil }),
      let group = row.cells.last(where: { $0.column < column }),
      below.contains(where: { $0[group.column] != nil }),
      sheet.merges.area(row: row.number, column: group.column) == nil,
      let text = heading(group, sheet)
    else { return nil }
    let head = head(text)
    return head.word == nil && !head.isStatement ? text : nil
  }
}
