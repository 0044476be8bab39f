/// Years written otherwise than with four digits.
extension DateWords {
  // MARK: A year of two digits

  /// 25年底前, 25年6月底前: taken for this century, to be checked.
  static func shortYear(
    _ text: Scalars, at index: Int, limit: Int, from low: Int
  ) -> DateWords? {
    guard let number = Numerals.arabic(text, at: index, limit: limit), number.length == 2,
      (15...49).contains(number.value), index + 2 < limit, text[index + 2] == year,
      index <= low || !(text[index - 1].isDigit || text[index - 1] == Sign.dot)
    else { return nil }
    var date = DateWords(
      shape: .year, year: 2000 + number.value, range: index..<index + 3, hasLimit: false)
    date.readParts(text, limit: limit)
    let isMonth = date.shape != .year
    guard isMonth || ["底", "末"].contains(where: { text.has(scalars($0), at: index + 3) }) else {
      return nil
    }
    date.readLimit(text, limit: limit)
    date.isShortYear = true
    return date
  }

  // MARK: Five-year plans

  private static let plans: [UInt32: Int] = {
    var table: [UInt32: Int] = [:]
    for (offset, scalar) in scalars("一二三四五六").enumerated() { table[scalar] = offset + 1 }
    return table
  }()

  /// “十四五”期间, “十四五”末; the plan's name alone is no date.
  static func fiveYears(_ text: Scalars, at index: Int, limit: Int) -> DateWords? {
    var from = index
    if text[from] == 0x201C || text[from] == 0x22 { from += 1 }
    guard from + 2 < limit, text[from] == Numerals.ten, let number = plans[text[from + 1]],
      text[from + 2] == 0x4E94
    else { return nil }
    var end = from + 3
    if end < limit, text[end] == 0x201D || text[end] == 0x22 { end += 1 }
    let first = 2001 + 5 * number
    for word in ["期末", "末期", "末", "时期末", "期间末"].map(scalars) where text.has(word, at: end) {
      return DateWords(
        shape: .year, year: first + 4, range: index..<end + word.count, hasLimit: true)
    }
    for word in ["期间", "时期"].map(scalars) where text.has(word, at: end) {
      return DateWords(
        shape: .range(to: first + 4), year: first, range: index..<end + word.count, hasLimit: true)
    }
    return nil
  }
}
