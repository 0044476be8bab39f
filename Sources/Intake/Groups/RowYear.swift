import Foundation
import Reform

/// The year that a row of a table of groups is of: written in it, asked for, or named by the title.
struct RowYear {
  enum Answer {
    case year(Int)
    case wrong(Finding)
  }

  let header: GroupHeader
  let sheet: Sheet
  let file: String
  /// The year that the person named.
  let asked: Int?

  private var known: Int? { asked ?? header.year }

  func answer(of row: SheetRow) -> Answer {
    var periods: [(period: PeriodText, column: Int)] = []
    for column in header.columns(.year) {
      guard let cell = cell(row, column) else { continue }
      let head = ColumnHead(header.heads[column] ?? "").name
      let look = sheet.look(of: cell).date
      if case .text(let words) = cell.value, words.allSatisfy(\.isWhitespace) { continue }
      let year = periods.lazy.compactMap(\.period.year).first ?? known
      guard let period = PeriodHeads.period(cell.value, shows: look, below: head, year: year)
      else { continue }
      guard period.year != nil || period.span != nil else {
        let words = Self.words(cell.value)
        return wrong(
          "no-year", "“\(words)”不是年份；请写成 2023。", "“\(words)” is no year; write 2023.", row, column)
      }
      periods.append((period, column))
    }
    let joined = PeriodText(joining: periods.map(\.period))
    if joined.isPart, let words = joined.spanWords {
      return wrong(
        "part-of-year", "“\(words)”不是全年；请填全年的数，年度写成 2023。",
        "“\(words)” is no whole year; give the numbers of the year, and write 2023.", row,
        periods.last { $0.period.isPart }?.column)
    }
    let own = header.namesAllYears ? header.years.values.max() : nil
    if let year = joined.year ?? known ?? own { return .year(year) }
    return wrong(
      "no-year", "不知道是哪一年；请加“年度”一列，或用 --year 指定。",
      "The year is not known; add a column 年度 (year), or give --year.", row, header.column(.year))
  }

  private func wrong(
    _ check: String, _ zh: String, _ en: String, _ row: SheetRow, _ column: Int?
  ) -> Answer {
    let place = SourcePlace(file: file, sheet: sheet.name, row: row.number, column: column)
    return .wrong(Finding(check, .error, Phrase(zh, en), at: place.finding))
  }

  /// A cell, or the first one of the area that it was made one with.
  private func cell(_ row: SheetRow, _ column: Int) -> SheetCell? {
    if let own = row.cell(column) { return own }
    guard let area = sheet.merges.area(row: row.number, column: column) else { return nil }
    return sheet.rows.first { $0.number == area.rows.lowerBound }?.cell(area.columns.lowerBound)
  }

  private static func words(_ value: CellValue) -> String {
    switch value {
    case .error(let error): error
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .date(_, let serial): "\(serial)"
    default: value.words ?? ""
    }
  }
}
