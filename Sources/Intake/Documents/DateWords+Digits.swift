import Reform

/// Dates set with digits and signs: 2023.06.30, 2024/12/31, 2023-6-30, 20230630, 2023.12.
extension DateWords {
  /// Reads the date in digits that begins at `index`; nil where the digits are none.
  static func inDigits(
    _ text: Scalars, at index: Int, limit: Int, from low: Int
  ) -> DateWords? {
    guard index < limit, text[index].isDigit, !isInNumber(text, index, from: low) else {
      return nil
    }
    if let compact = compact(text, at: index, limit: limit) { return compact }
    guard let year = Numerals.year(text, at: index, limit: limit),
      let part = monthAndDayInDigits(text, at: index + 4, limit: limit, needsSign: true)
    else { return nil }
    var date = DateWords(
      shape: .day(month: part.month, day: part.day), year: year, range: index..<part.end,
      hasLimit: false)
    date.isExactDay = part.day != nil
    date.isInDigits = true
    date.readTimeOfDay(text, limit: limit)
    date.readLimit(text, limit: limit)
    if !date.hasLimit, isStart(text, behind: date.range.upperBound, limit: limit) {
      date.isStart = true
    }
    // 2023.12 alone may be any number: something has to show that it is a month.
    guard part.isCertain || date.hasLimit || date.isStart || endsThere(text, part.end, limit) else {
      return nil
    }
    return date
  }

  /// 6.30前, 12/31前: a month and a day, and 前 behind.
  static func dayInDigits(
    _ text: Scalars, at index: Int, limit: Int, from low: Int
  ) -> DateWords? {
    guard text[index].isDigit, !isInNumber(text, index, from: low),
      let part = monthAndDayInDigits(text, at: index, limit: limit, needsSign: false),
      part.day != nil
    else { return nil }
    var date = DateWords(
      shape: .monthOnly(month: part.month, day: part.day), year: 0, range: index..<part.end,
      hasLimit: false)
    date.readTimeOfDay(text, limit: limit)
    date.readLimit(text, limit: limit)
    guard date.isBefore else { return nil }
    date.isInDigits = true
    return date
  }

  /// Takes 6.30 behind 2023年, where 前 or the end of the sentence shows that it is a day.
  mutating func takeDayInDigits(_ text: Scalars, limit: Int) -> Bool {
    let from = range.upperBound
    guard let part = Self.monthAndDayInDigits(text, at: from, limit: limit, needsSign: false),
      let day = part.day
    else { return false }
    var date = self
    date.range = range.lowerBound..<part.end
    date.readLimit(text, limit: limit)
    guard part.isCertain || date.isBefore || Self.endsThere(text, part.end, limit) else {
      return false
    }
    (shape, isExactDay, isInDigits) = (.day(month: part.month, day: day), true, true)
    range = range.lowerBound..<part.end
    return true
  }

  /// A number that goes on to the left: 12023.06, v2.2023, 第2023.
  private static func isInNumber(_ text: Scalars, _ index: Int, from low: Int) -> Bool {
    guard index > low else { return false }
    let before = text[index - 1]
    return before.isDigit || before.isASCIILetter || before == Sign.dot || before == 0x2F
      || before == 0x7B2C
  }

  /// 20230630, of no other figure a part.
  private static func compact(_ text: Scalars, at index: Int, limit: Int) -> DateWords? {
    guard let found = Numerals.arabic(text, at: index, limit: limit), found.length == 8,
      let day = Day(found.value / 10_000, found.value / 100 % 100, found.value % 100),
      (1990...2099).contains(day.year)
    else { return nil }
    var date = DateWords(
      shape: .day(month: day.month, day: day.day), year: day.year, range: index..<index + 8,
      hasLimit: false)
    (date.isExactDay, date.isInDigits) = (true, true)
    date.readTimeOfDay(text, limit: limit)
    date.readLimit(text, limit: limit)
    return date
  }

  private static let signs = Set(scalars(".-/·"))
  private static let dayWords = Set(scalars("日号"))

  /// `.06.30`, `-6-30`, `/12`, `.6月30日`; without a sign in front for a month and a day alone.
  private static func monthAndDayInDigits(
    _ text: Scalars, at index: Int, limit: Int, needsSign: Bool
  ) -> (month: Int, day: Int?, end: Int, isCertain: Bool)? {
    var from = index
    if needsSign {
      guard from < limit, signs.contains(text[from]) else { return nil }
      from += 1
    }
    guard let month = Numerals.arabic(text, at: from, limit: limit), month.length <= 2,
      (1...12).contains(month.value)
    else { return nil }
    var end = from + month.length
    let hasMonth = end < limit && text[end] == 0x6708
    if hasMonth { end += 1 }
    let sign = needsSign ? text[index] : end < limit && text[end] == 0x2F ? 0x2F : Sign.dot
    let dayStart = hasMonth ? end : end < limit && text[end] == sign ? end + 1 : limit
    guard let day = Numerals.arabic(text, at: dayStart, limit: limit), day.length <= 2,
      (1...31).contains(day.value)
    else { return needsSign ? (month.value, nil, end, hasMonth) : nil }
    end = dayStart + day.length
    if end < limit, dayWords.contains(text[end]) { return (month.value, day.value, end + 1, true) }
    // 2.6.30.1 and 6.30% are numbers of another kind.
    let after = end < limit ? text[end] : Sign.newline
    let goesOn = after == sign && end + 1 < limit && text[end + 1].isDigit
    guard !after.isASCIILetter, !goesOn, after != Sign.percent else { return nil }
    return (month.value, day.value, end, needsSign)
  }

  /// Whether nothing stands behind that would make a figure of the digits.
  private static func endsThere(_ text: Scalars, _ end: Int, _ limit: Int) -> Bool {
    guard end < limit else { return true }
    return text[end].isMark
  }

  /// Whether a joint and another date in digits follow: the first of the two is a beginning.
  private static func isStart(_ text: Scalars, behind end: Int, limit: Int) -> Bool {
    guard let joint = joints.match(text, at: end, limit: limit) else { return false }
    let from = end + joint.length
    return Numerals.year(text, at: from, limit: limit) != nil
      && monthAndDayInDigits(text, at: from + 4, limit: limit, needsSign: true) != nil
  }

  // MARK: Time of the day

  private static let parts = WordTrie(["上午", "下午", "中午", "晚", "晚上", "午夜", "早"])
  private static let hours = WordTrie(["时", "点", "点钟", "时整", "点整"])

  /// Takes 18:00, 下午5点, 24时 and 下班 behind a day, where a limit follows.
  mutating func readTimeOfDay(_ text: Scalars, limit: Int) {
    guard isExactDay || shape.hasDay else { return }
    var end = range.upperBound
    if let part = Self.parts.match(text, at: end, limit: limit) { end += part.length }
    if text.has(scalars("下班"), at: end) {
      end += 2
    } else if let hour = Numerals.arabic(text, at: end, limit: limit), hour.value <= 24 {
      end += hour.length
      if end < limit, text[end] == Sign.colon,
        let minute = Numerals.arabic(text, at: end + 1, limit: limit), minute.length == 2
      {
        end += 3
      } else if let word = Self.hours.match(text, at: end, limit: limit) {
        end += word.length
        if let minute = Numerals.arabic(text, at: end, limit: limit), end + minute.length < limit,
          text[end + minute.length] == 0x5206
        {
          end += minute.length + 1
        }
      } else {
        return
      }
    }
    guard end > range.upperBound, end <= limit else { return }
    range = range.lowerBound..<end
  }
}

extension DateWords.Shape {
  fileprivate var hasDay: Bool {
    switch self {
    case .day(_, let day), .monthOnly(_, let day): day != nil
    default: false
    }
  }
}
