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

  // MARK: Years in a list

  private static let pauses = Set(scalars("、和及与"))

  /// 2025 in 2025、2026、2027年: the 年 stands behind the last.
  static func oneOfYears(
    _ first: Int, _ text: Scalars, at index: Int, limit: Int
  ) -> DateWords? {
    var (last, end) = (first, index + 4)
    for _ in 0..<8 {
      guard end + 5 < limit, pauses.contains(text[end]),
        let next = Numerals.year(text, at: end + 1, limit: limit), next > last
      else { return nil }
      (last, end) = (next, end + 5)
      guard text[end] != year else {
        return DateWords(shape: .year, year: first, range: index..<index + 4, hasLimit: false)
      }
    }
    return nil
  }

  /// Whether figures behind a year are meant for a day (13月), and are no amount (20名, 60%以上).
  static func isPartOfDay(_ text: Scalars, at index: Int) -> Bool {
    guard let number = Numerals.arabic(text, at: index, limit: text.count) else { return true }
    let end = index + number.length
    guard end < text.count else { return true }
    return text[end] == month || text[end] == day || text[end] == 0x53F7 || text[end] == 0x2F
      || text[end] == Sign.dash || number.length > 8
  }

  // MARK: Years told by others

  private static let years = WordTrie([
    ("今年", 0), ("本年", 0), ("当年", 0), ("明年", 1), ("次年", 1), ("翌年", 1),
    ("今年度", 0), ("本年度", 0), ("明年度", 1), ("下年度", 1), ("下一年度", 1),
  ])

  /// 今年6月底前, 明年底前.
  static func later(_ text: Scalars, at index: Int, limit: Int) -> DateWords? {
    guard let found = years.match(text, at: index, limit: limit) else { return nil }
    let from = index + found.length
    var date: DateWords?
    if let (month, day, end) = monthAndDay(text, at: from, limit: limit) {
      date = monthOnly(month, day, index..<end, text, limit: limit)
    } else if let half = halves.match(text, at: from, limit: limit) {
      date = monthOnly(half.value.0, nil, index..<from + half.length, text, limit: limit)
    } else if text.has(scalars("底"), at: from) || text.has(scalars("年底"), at: from) {
      date = DateWords(
        shape: .yearEndOnly, year: 0, range: index..<from, hasLimit: false)
      date?.readLimit(text, limit: limit)
    } else if DeadlineWords.isDoneInYear(text, at: from, limit: limit)
      || found.length > 2 && from == limit
    {
      // 今年完成, and 本年度 alone in its field.
      date = DateWords(shape: .yearEndOnly, year: 0, range: index..<from, hasLimit: false)
    }
    date?.yearsLater = found.value
    date?.isNextYear = text[index] == 0x6B21 || text[index] == 0x7FCC
    return date
  }

  /// 前后: about that day, and no limit.
  static func isAround(_ text: Scalars, behind end: Int, limit: Int) -> Bool {
    end < limit && text[end - 1] == 0x524D && text[end] == 0x540E
      && !(end + 1 < limit && text[end + 1] == 0x7EED)
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
