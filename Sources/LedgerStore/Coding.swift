import Foundation
import GRDB
import Reform

/// How days and places stand in the file: 20200229 and 140100, readable and quick to compare.
extension Day {
  var number: Int { year * 10_000 + month * 100 + day }

  init?(number: Int) { self.init(number / 10_000, number / 100 % 100, number % 100) }
}

extension Row {
  func phrase(_ zh: String, _ en: String) -> Phrase { Phrase(self[zh], self[en]) }
  func day(_ column: String) -> Day? { (self[column] as Int?).flatMap(Day.init(number:)) }
}

func period(of text: String) -> Period? { text.isEmpty ? nil : Period(text) }
func text(_ period: Period?) -> String { period?.description ?? "" }
func code(_ number: Int) -> Division.Code { String(number) }
func number(_ code: Division.Code) -> Int { Int(code) ?? 0 }

/// The codes of a place with all that lies in it: codes of GB/T 2260 nest by their digits.
func codes(within place: Division.Code) -> ClosedRange<Int> {
  let first = number(place)
  return first...first + (first.isMultiple(of: 10_000) ? 9_999 : first.isMultiple(of: 100) ? 99 : 0)
}
