import Foundation
import GRDB
import Reform

/// How days and places stand in the file: 20200229 and 140100, readable and quick to compare.
extension Day {
  var number: Int { year * 10_000 + month * 100 + day }

  init?(number: Int) { self.init(number / 10_000, number / 100 % 100, number % 100) }
}

/// Values of a row; all of them throw where a damaged file has none, or one of another kind.
///
/// GRDB's subscripts stop the program there.
extension Row {
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String
  ) throws -> Value { try decode(forColumn: column) }

  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ position: Int
  ) throws -> Value { try decode(atIndex: position) }

  func phrase(_ zh: String, _ en: String) throws -> Phrase { Phrase(try value(zh), try value(en)) }

  func day(_ column: String) throws -> Day? {
    try (value(column) as Int?).flatMap(Day.init(number:))
  }

  func day(_ position: Int) throws -> Day? {
    try (value(position) as Int?).flatMap(Day.init(number:))
  }

  /// An amount within the limits of money, so that sums of it stay within 64 bits.
  func fen(_ column: String) throws -> Fen? {
    guard let count = try value(column) as Int64? else { return nil }
    guard count.magnitude <= Fen.limit.count.magnitude else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: column)
    }
    return Fen(count)
  }
}

func period(of text: String) -> Period? { text.isEmpty ? nil : Period(text) }
func text(_ period: Period?) -> String { period?.description ?? "" }
func code(_ number: Int) -> Division.Code { String(number) }
func number(_ code: Division.Code) -> Int { Int(code) ?? 0 }

/// The codes of a place with all that lies in it: codes of GB/T 2260 nest by their digits.
func codes(within place: Division.Code) -> ClosedRange<Int> {
  let first = number(place)
  if place == Divisions.country { return first...999_999 }
  return first...first + (first.isMultiple(of: 10_000) ? 9_999 : first.isMultiple(of: 100) ? 99 : 0)
}
