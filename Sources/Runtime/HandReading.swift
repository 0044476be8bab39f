import Intake
import Reform

/// Reads what a person has written of a task.
public enum HandReading {
  /// Deadlines in the words of documents, or as days (2027-12-31); nothing for none.
  ///
  /// Throws where the words name no time that one could hold anybody to.
  public static func deadlines(_ words: String, _ issued: Day?) throws(Fault) -> [Deadline] {
    guard !words.allSatisfy(\.isWhitespace) else { return [] }
    let parts = words.split { "；;".contains($0) }
    let days = parts.compactMap { Day(String($0.filter { !$0.isWhitespace })) }
    if days.count == parts.count {
      return days.map { Deadline(.date, due: $0, years: [$0.year]) }
    }
    if let odd = parts.first(where: isOdd) { throw DocumentReader.noSuchDay(String(odd)) }
    let found = try DocumentReader.deadlines(in: words, issued: issued)
    guard found.allSatisfy(\.isSettled) else {
      throw Fault(
        "“\(words)”没有写明到哪一天；请写成 2027年底前 或 2027-12-31。",
        "“\(words)” names no day; write 2027年底前 or 2027-12-31.", exitCode: 2)
    }
    // 2027年（2027-12-31） is one day, told twice.
    var seen: Set<Day> = []
    return found.filter { deadline in deadline.due.map { seen.insert($0).inserted } ?? true }
  }

  /// Whether figures are written as a day is, and there is none: 2027-04-31.
  private static func isOdd(_ part: Substring) -> Bool {
    let numbers = part.filter { !$0.isWhitespace }
      .split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
      year > 999
    else { return false }
    return Day(year, month, day) == nil
  }
}
