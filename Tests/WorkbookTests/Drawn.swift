import Foundation
import Testing

/// A table as an office draws it, with what is right: taken for exact figures, asked about, or refused.
struct Drawn: Sendable, CustomTestStringConvertible {
  enum Right: Sendable {
    /// `place year numerator/denominator`, as in `TableCaseTests`; without a question.
    case taken([String])
    case asked
    case refused
  }

  var name: String
  var book: GridBook
  var year: Int?
  var right: Right

  init(
    _ name: String, _ lines: String, merges: [String] = [], sheet: String = "表一",
    hidden: Set<Int> = [], format: String? = nil, year: Int? = nil, _ right: Right
  ) {
    (self.name, self.year, self.right) = (name, year, right)
    book = GridBook(lines, merges: merges, format: format)
    (book.name, book.hiddenRows) = (sheet, hidden)
  }

  var testDescription: String { name }
}
