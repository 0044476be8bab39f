import Reform

/// A date as written, before it is decided whether it is a deadline.
struct DateWords: Sendable {
  enum Shape: Hashable, Sendable {
    /// 2025年, 2025年底.
    case year
    /// 2025年6月底, 2025年上半年, 2025年6月30日.
    case day(month: Int, day: Int?)
    /// 2023-2025年, “十四五”期间.
    case range(to: Int)
    /// 6月底前, 9月30日前: no year printed.
    case monthOnly(month: Int, day: Int?)
    /// 年底前, 年内: no year printed.
    case yearEndOnly
  }

  var shape: Shape
  /// The year printed, or the first of a range; 0 where none is.
  var year: Int
  var range: Range<Int>
  /// 底, 前, 末, 内 behind it.
  var hasLimit: Bool
  /// 前 or 内 at the end: a limit whatever follows.
  var isBefore = false
  /// 前 with nothing before it: 2025年前.
  var isBareBefore = false
  /// 起, 开始, 以来 behind it.
  var isStart = false
  /// Of a date without its year: how many years after the document's (今年 0, 明年 1).
  var yearsLater: Int?
  /// 次年: the year after the one named before it.
  var isNextYear = false
  /// A day of the month was printed.
  var isExactDay = false
  /// Set with digits and signs only, or of two digits: what could be another number.
  var isInDigits = false
  /// 年度 and not 年: a year of counting, which names plans and accounts as well.
  var isOfYear = false
  /// The year was printed with two digits.
  var isShortYear = false
}

extension DateWords {
  static let year: UInt32 = 0x5E74
  static let month: UInt32 = 0x6708
  static let day: UInt32 = 0x65E5

  /// Reads the date that begins at `index`.
  ///
  /// `isEvery` says that 每年 stands before it, so that its 年 is no part of the date.
  ///
  /// `low` is where the clause begins: its number is no part of a date.
  static func read(
    _ text: Scalars, at index: Int, limit: Int, isEvery: Bool = false, from low: Int = 0
  ) -> DateWords? {
    guard index < limit else { return nil }
    if let plan = fiveYears(text, at: index, limit: limit) { return plan }
    if let date = inDigits(text, at: index, limit: limit, from: low) { return date }
    if let found = Numerals.year(text, at: index, limit: limit) {
      return withYear(found, text, at: index, limit: limit)
    }
    if let date = shortYear(text, at: index, limit: limit, from: low) { return date }
    return withoutYear(text, at: index, limit: limit, isEvery: isEvery, from: low)
  }

  // MARK: With a year

  static let joints = WordTrie(["-", "~", "至", "到", "--"])

  private static func withYear(
    _ first: Int, _ text: Scalars, at index: Int, limit: Int
  ) -> DateWords? {
    var next = index + 4
    let hasYear = next < limit && text[next] == year
    let after = hasYear ? next + 1 : next
    if let joint = joints.match(text, at: after, limit: limit),
      let range = range(first, text, from: index, second: after + joint.length, limit: limit)
    {
      return range
    }
    guard hasYear else { return oneOfYears(first, text, at: index, limit: limit) }
    next += 1
    var date = DateWords(shape: .year, year: first, range: index..<next, hasLimit: false)
    let again = next < limit && text[next] == year ? next + 1 : next
    if again < limit, text[again] == 0x5EA6 {
      date.isOfYear = true
      date.range = index..<again + 1
    }
    date.readParts(text, limit: limit)
    date.readLimit(text, limit: limit)
    return date
  }

  private static func range(
    _ first: Int, _ text: Scalars, from index: Int, second: Int, limit: Int
  ) -> DateWords? {
    var last: Int?
    var end = second
    if let full = Numerals.year(text, at: second, limit: limit) {
      (last, end) = (full, second + 4)
    } else if let short = Numerals.arabic(text, at: second, limit: limit), short.length == 2 {
      (last, end) = (first / 100 * 100 + short.value, second + 2)
    }
    guard let last, last > first, last - first < 60, end < limit, text[end] == year else {
      return nil
    }
    var date = DateWords(
      shape: .range(to: last), year: first, range: index..<end + 1, hasLimit: false)
    if end + 1 < limit, text[end + 1] == 0x5EA6 { date.range = index..<end + 2 }
    if end + 1 < limit, text[end + 1] == month || text[end + 1].isDigit { return nil }
    date.readLimit(text, limit: limit)
    return date
  }

  static let halves: WordTrie<(Int, Int?)> = {
    var trie = WordTrie<(Int, Int?)>()
    trie.insert(scalars("上半年"), (6, nil))
    trie.insert(scalars("年中"), (6, nil))
    trie.insert(scalars("下半年"), (12, nil))
    for (number, words) in ["一1", "二2", "三3", "四4"].enumerated() {
      for word in words {
        for form in ["第\(word)季度", "\(word)季度"] {
          trie.insert(scalars(form), ((number + 1) * 3, nil))
        }
      }
      for letter in ["Q", "q"] {
        trie.insert(scalars("\(letter)\(number + 1)"), ((number + 1) * 3, nil))
      }
    }
    for (word, month) in [("H1", 6), ("H2", 12)] { trie.insert(scalars(word), (month, nil)) }
    return trie
  }()

  /// A month, a day, a half or a quarter behind a year.
  mutating func readParts(_ text: Scalars, limit: Int) {
    let index = range.upperBound
    if let half = Self.halves.match(text, at: index, limit: limit) {
      shape = .day(month: half.value.0, day: nil)
      range = range.lowerBound..<index + half.length
      return
    }
    if takeDayInDigits(text, limit: limit) {
      readTimeOfDay(text, limit: limit)
      return
    }
    guard var (month, day, end) = Self.monthAndDay(text, at: index, limit: limit) else { return }
    if let joint = Self.joints.match(text, at: end, limit: limit) {
      let from = end + joint.length
      if let last = Self.monthAndDay(text, at: from, limit: limit) {
        (month, day, end) = last
      } else if Numerals.year(text, at: from, limit: limit) != nil {
        isStart = true
      }
    }
    shape = .day(month: month, day: day)
    isExactDay = day != nil
    range = range.lowerBound..<end
    readTimeOfDay(text, limit: limit)
  }

  static func monthAndDay(
    _ text: Scalars, at index: Int, limit: Int
  ) -> (month: Int, day: Int?, end: Int)? {
    guard let number = HeadWords.number(text, index, limit), (1...12).contains(number.value),
      index + number.length < limit
    else { return nil }
    if let end = monthsEnd(text, at: index + number.length, behind: number.value, limit: limit) {
      return end
    }
    guard text[index + number.length] == month else { return nil }
    var end = index + number.length + 1
    if let date = HeadWords.number(text, end, limit), (1...31).contains(date.value),
      end + date.length < limit, text[end + date.length] == day || text[end + date.length] == 0x53F7
    {
      end = weekdayEnd(text, end + date.length + 1, limit)
      return (number.value, date.value, end)
    }
    if let date = Numerals.arabic(text, at: end, limit: limit), (1...31).contains(date.value),
      befores.match(text, at: end + date.length, limit: limit) != nil
    {
      // 6月30前: 日 is left out.
      return (number.value, date.value, end + date.length)
    }
    if end < limit, text[end] == 0x4EFD { end += 1 }
    let parts = [("上旬", 10), ("中旬", 20), ("下旬", 0)]
    for (word, day) in parts where text.has(scalars(word), at: end) {
      return (number.value, day == 0 ? nil : day, end + 2)
    }
    return (number.value, nil, end)
  }

  /// 9月 of 6—9月.
  private static func monthsEnd(
    _ text: Scalars, at index: Int, behind first: Int, limit: Int
  ) -> (month: Int, day: Int?, end: Int)? {
    guard let joint = joints.match(text, at: index, limit: limit) else { return nil }
    let from = index + joint.length
    guard let last = HeadWords.number(text, from, limit), last.value > first, last.value <= 12,
      from + last.length < limit, text[from + last.length] == month
    else { return nil }
    return (last.value, nil, from + last.length + 1)
  }

  private static let befores = WordTrie(["前", "之前", "以前"])

  /// The end of （星期五） behind a day.
  private static func weekdayEnd(_ text: Scalars, _ open: Int, _ limit: Int) -> Int {
    guard open + 3 < limit, text[open] == Sign.open,
      text.has(scalars("星期"), at: open + 1) || text[open + 1] == 0x5468
    else { return open }
    return (open..<min(limit, open + 6)).first { text[$0] == Sign.close }.map { $0 + 1 } ?? open
  }

  private static let limits = WordTrie([
    "底前", "底以前", "底之前", "底", "年底前", "年底", "年底以前", "年底之前", "年末", "末前", "末", "以前", "之前", "前", "内",
    "年内",
    "底完成", "前完成", "底内", "以内", "之内", "年之内", "年以内", "止", "初", "年初", "年末前", "年前",
  ])

  private static let starts = WordTrie(["起", "开始", "以来", "后", "之后", "以后", "始"])

  mutating func readLimit(_ text: Scalars, limit: Int) {
    let index = range.upperBound
    if let found = Self.limits.match(text, at: index, limit: limit),
      !Self.isAround(text, behind: index + found.length, limit: limit)
    {
      hasLimit = true
      let words = Intake.text(text[index..<index + found.length])
      let isPlain = ["前", "之前", "以前", "年前"].contains(words)
      if isPlain, shape == .year { isBareBefore = true }
      isBefore = words.hasSuffix("前") || words.hasSuffix("内") || words.hasSuffix("完成")
      range = range.lowerBound..<index + found.length
    }
    if Self.starts.match(text, at: range.upperBound, limit: limit) != nil, !hasLimit {
      isStart = true
    }
  }

  // MARK: Without a year

  private static let yearEnds = WordTrie([
    "年底前", "年底以前", "年底之前", "今年底前", "今年年底前", "年内", "今年内", "今年年内", "本年底前", "年末前", "年底", "今年底", "今年年底",
    "当年底前", "本年度内", "年度内", "今年度内", "年之内", "今年之内", "本年之内",
  ])

  /// What makes another year of 年内: 每年内, 数年内, 上年度内.
  private static let otherYears = Set(scalars("几每数上下去前跨后"))

  private static func withoutYear(
    _ text: Scalars, at index: Int, limit: Int, isEvery: Bool, from low: Int
  ) -> DateWords? {
    if let later = later(text, at: index, limit: limit) { return later }
    let before = index > low && !isEvery ? text[index - 1] : Sign.newline
    if let found = yearEnds.match(text, at: index, limit: limit) {
      guard !before.isDigit, Numerals.digit(before) == nil, before != Numerals.ten,
        !otherYears.contains(before)
      else { return nil }
      return DateWords(
        shape: .yearEndOnly, year: 0, range: index..<index + found.length, hasLimit: true)
    }
    guard !before.isDigit, before != year, Numerals.digit(before) == nil || before == 0x4E24,
      before != Numerals.ten, before != Sign.dot, !before.isASCIILetter
    else { return nil }
    if let half = halves.match(text, at: index, limit: limit) {
      return monthOnly(
        half.value.0, nil, index..<index + half.length, text, limit: limit)
    }
    if let date = dayInDigits(text, at: index, limit: limit, from: low) { return date }
    guard var (month, day, end) = monthAndDay(text, at: index, limit: limit) else { return nil }
    // 6月—8月: the end counts.
    if let joint = joints.match(text, at: end, limit: limit),
      let last = monthAndDay(text, at: end + joint.length, limit: limit)
    {
      (month, day, end) = last
    }
    return monthOnly(month, day, index..<end, text, limit: limit)
  }

  static func monthOnly(
    _ month: Int, _ day: Int?, _ range: Range<Int>, _ text: Scalars, limit: Int
  ) -> DateWords {
    var date = DateWords(
      shape: .monthOnly(month: month, day: day), year: 0, range: range, hasLimit: false)
    date.readTimeOfDay(text, limit: limit)
    date.readLimit(text, limit: limit)
    return date
  }
}
