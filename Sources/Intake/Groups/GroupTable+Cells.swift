import Foundation
import Reform

/// The cells of a row as words, days, years and numbers.
extension GroupTable {
  /// The words of a cell, or of the area that it was made one with; nil where it is empty.
  func words(_ row: SheetRow, _ field: GroupField) -> String? {
    guard let column = header.column(field) else { return nil }
    var words = row[column]?.words
    if words == nil, let area = sheet.merges.area(row: row.number, column: column) {
      words =
        sheet.rows.first { $0.number == area.rows.lowerBound }?[area.columns.lowerBound]?.words
    }
    let trimmed = words?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    return trimmed.isEmpty ? nil : trimmed
  }

  func words(_ row: SheetRow, _ head: GroupHead) -> String? { words(row, .head(head)) }

  /// A day that may be left out; nil where what stands there is no day.
  mutating func day(_ row: SheetRow, _ head: GroupHead) -> (day: Day?, Void)? {
    guard let column = header.column(head),
      let value = row[column] ?? sheet.top(row.number, column)
    else { return (nil, ()) }
    if case .date(.some(let day), _) = value { return (day, ()) }
    if let day = value.words.flatMap(DayWords.day) { return (day, ()) }
    find(
      "not-a-day", .error, "“\(value.words ?? "")”不是日期；请写成 2023-07-01。",
      "“\(value.words ?? "")” is no day; write 2023-07-01.", row.number, column)
    return nil
  }

  /// The year of a row: written in it, asked for, or named by the title.
  mutating func year(of row: SheetRow) -> Int? {
    let years = RowYear(header: header, sheet: sheet, file: file, asked: intake.year)
    switch years.answer(of: row) {
    case .year(let year): return year
    case .wrong(let finding):
      find(finding)
      return nil
    }
  }

  /// A number with its own unit and whether the cell is formatted as per cent.
  mutating func number(
    _ row: SheetRow, _ column: Int
  ) -> (number: Decimal, unit: UnitScale?, isShare: Bool)? {
    if let unclear = sheet.unclear(row, column, at: at) {
      find(unclear)
      return nil
    }
    switch NumberCells.read(
      row[column], at: at(row.number, column), head: header.heads[column] ?? "")
    {
    case .missing: return nil
    case .number(let number, let unit, let isShare): return (number, unit, isShare)
    case .wrong(let finding):
      find(finding)
      return nil
    }
  }

  /// A number in hundredths that may be written as per cent; one that may be a coefficient is asked about.
  mutating func percent(
    _ row: SheetRow, _ column: Int, asking severity: Finding.Severity?
  ) -> Decimal? {
    guard let (number, own, isShare) = number(row, column) else { return nil }
    let found = Hundredths(number, own, isShown: isShare, stated: header.units[column])
    if let told = found.finding(header.heads[column] ?? "", severity, at(row.number, column)) {
      find(told)
    }
    return severity == .error && found.isSlip ? nil : found.value
  }

  /// A number from 0 to 100 that may be written as per cent.
  mutating func hundredth(
    _ row: SheetRow, _ column: Int, asking severity: Finding.Severity? = nil
  ) -> Decimal? {
    guard let value = percent(row, column, asking: severity) else { return nil }
    guard value >= 0, value <= 100 else {
      let head = header.heads[column] ?? ""
      find(
        "out-of-range", .error, "“\(head)”\(value) 不在 0 到 100 之间。",
        "“\(head)”, \(value), does not lie between 0 and 100.", row.number, column)
      return nil
    }
    return value
  }
}
