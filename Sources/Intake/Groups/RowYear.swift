import Foundation
import Reform

/// The period that a row of a table of groups names in its columns of years.
struct RowYear {
  enum Answer {
    case year(Int)
    /// Nothing is written.
    case none
    /// A part of a year (上半年), in words.
    case part(String, column: Int)
    case unknown(String, column: Int)
  }

  let header: GroupHeader
  let sheet: Sheet
  /// The year of the table, where its title or the person says it.
  let known: Int?

  func answer(of row: SheetRow) -> Answer {
    var periods: [(period: PeriodText, column: Int)] = []
    for column in header.columns(.year) {
      guard let cell = cell(row, column) else { continue }
      let head = ColumnHead(header.heads[column] ?? "").name
      let look = sheet.look(of: cell).date
      if case .text(let words) = cell.value, words.allSatisfy(\.isWhitespace) { continue }
      guard let period = PeriodHeads.period(cell.value, shows: look, below: head, year: known)
      else { continue }
      guard period.year != nil || period.span != nil else {
        return .unknown(Self.words(cell.value), column: column)
      }
      periods.append((period, column))
    }
    guard let last = periods.last else { return .none }
    let joined = PeriodText(joining: periods.map(\.period))
    if joined.isPart, let words = joined.spanWords {
      return .part(words, column: periods.last { $0.period.isPart }?.column ?? last.column)
    }
    return joined.year.map { .year($0) } ?? .none
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
