import Foundation
import Reform

/// Days as people write them: 2023-07-01, 2023/7/1, 2023年7月1日, 20230701.
enum DayWords {
  /// The day that a text is; one with three numbers of another kind (2023年7-9月, 2023年7月第2周) is none.
  static func day(_ text: String) -> Day? {
    let folded = NameKey.folded(text)
    let parts = folded.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    if parts.count == 1, folded.utf8.count == 8, let number = Int(folded) {
      return Day(number / 10_000, number / 100 % 100, number % 100)
    }
    guard parts.count == 3, shapes.contains(where: { folded.matches($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return Day(year, month, day)
  }

  private static let shapes = [
    "^\(head)[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}(?:日|号)?\(tail)$",
    "^\(head)[0-9]{4}([-/.、_—–·])[0-9]{1,2}\\1[0-9]{1,2}(?:日|号)?\(tail)$",
  ]
  private static let head = "(?:截[至止]|自|从|于)?"
  /// What may stand behind a day and changes nothing of it.
  private static let tail = "(?:起|前|止|[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?"
}

extension String {
  fileprivate func matches(_ pattern: String) -> Bool {
    range(of: pattern, options: .regularExpression) != nil
  }
}
