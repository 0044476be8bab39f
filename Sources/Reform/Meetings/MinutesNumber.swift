/// The numbers that an office gives to its minutes (纪要编号): `〔2020〕3号`.
public enum MinutesNumber {
  /// The next number of a year after those that are given: with the words of the last one that has the
  /// year, or else `〔2020〕1号`.
  public static func next(after given: [String], in year: Int) -> String {
    let own = given.filter { $0.contains("\(year)") }
    guard let last = own.last, let digits = lastDigits(of: last, sparing: "\(year)"),
      let number = Int(last[digits])
    else { return "〔\(year)〕1号" }
    let taken = Set(own)
    return (1...).lazy
      .map { last.replacingCharacters(in: digits, with: "\(number + $0)") }
      .first { !taken.contains($0) } ?? ""
  }

  /// Where the last run of digits stands that is not the year.
  private static func lastDigits(of text: String, sparing year: String) -> Range<String.Index>? {
    var end = text.endIndex
    while let last = text[..<end].lastIndex(where: { $0.isASCII && $0.isNumber }) {
      let start =
        text[...last].lastIndex { !($0.isASCII && $0.isNumber) }
        .map { text.index(after: $0) } ?? text.startIndex
      let found = start..<text.index(after: last)
      if text[found] != year, text[found].count <= 9 { return found }
      end = start
    }
    return nil
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
