import Foundation
import Reform

/// A row of a place, or of a total, with its numbers as they are written.
struct GroupLine {
  enum Subject: Hashable {
    case place(Division.Code)
    case total(Span)
  }

  var row: Int
  var subject: Subject
  var year: Int?
  /// By column, in the unit of the column.
  var amounts: [Int: Decimal] = [:]
  /// Columns whose number could not be read; that is told already.
  var broken: Set<Int> = []
  /// The name of a total as it is written, and whether any number stands beside it.
  var name = ""
  var hasNumbers = false

  /// What a total row adds up.
  enum Span: Hashable {
    /// All rows of the table.
    case whole
    /// The rows since the total before it.
    case part
    /// All rows where they lie in one city, else those since the total before it (全市).
    case city
    /// The rows of a place that it names (运城市合计).
    case place(Division.Code)
    /// An average, which nothing is added up for.
    case average
  }
}

extension GroupLine {
  /// Takes the posts and persons of a member, which a total adds up, and the year that they are of.
  mutating func takeStaff(_ row: SheetRow, _ header: GroupHeader) {
    year = header.column(.year).flatMap { row[$0]?.words }.flatMap {
      YearWords.year(in: NameKey.folded($0))
    }
    for (column, field) in header.columns where field.isOfStaff {
      switch NumberCells.read(row[column], at: SourcePlace(), head: "") {
      case .missing: continue
      case .number(let number, _, _): amounts[column] = number
      case .wrong: broken.insert(column)
      }
    }
  }
}
