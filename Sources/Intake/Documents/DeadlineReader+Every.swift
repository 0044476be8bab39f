import Reform

/// Deadlines that come again: every year, quarter or month.
extension DeadlineReader {
  mutating func takeEvery(
    _ index: Int, _ length: Int, _ every: DeadlineWords.Every, in range: Range<Int>,
    _ isField: Bool
  ) -> Int? {
    let signs = DeadlineSigns(scan, range, issued: issued)
    let end = index + length
    let years = start.map { [$0.year] } ?? []
    if every == .year {
      guard !signs.isBaseline(index..<end), !isNamedDay(index, in: range) else { return end }
      var from = end
      if from < range.upperBound, scan.chars[from] == 0x7684 || scan.chars[from] == 0x4E8E {
        from += 1
      }
      if let date = DateWords.read(
        scan.chars, at: from, limit: range.upperBound, isEvery: true),
        let by = yearDay(date)
      {
        let words = index..<date.range.upperBound
        coverStart(in: range)
        noteOddDay(of: date, by, words, in: range)
        add(
          .yearlyBy, due: firstDue(by, years.first), years: years, by: by, signs.isSoft(words),
          words)
        return takeMore(behind: date.range.upperBound, years, in: range)
      }
      coverStart(in: range)
      add(.yearly, due: nil, years: years, signs.isSoft(index..<end), index..<end)
      return takeRest(behind: end, from: index, in: range) ?? end
    }
    let words = index..<(weekday(behind: end, range) ?? dayWithin(end, range))
    guard isField || words.upperBound > end || signs.isReport(after: end) else { return end }
    add(.yearly, due: nil, years: years, signs.isSoft(words), words)
    reading.findings.append(
      scan.finding(
        "recurs-within-year", "“\(scan.name(words))”一年不止一次，暂按每年记，请核对。",
        "This comes more than once a year and is kept as yearly for now; please check.", at: words))
    return asideEnd(words.upperBound, range)
  }

  /// 2025年起 before 每年 is told by the years of what comes every year.
  private mutating func coverStart(in range: Range<Int>) {
    guard let start else { return }
    var end = start.range.upperBound
    while end < range.upperBound, Self.startSigns.contains(scan.chars[end]) { end += 1 }
    let hasFrom =
      start.range.lowerBound > range.lowerBound
      && Self.fromSigns.contains(scan.chars[start.range.lowerBound - 1])
    reading.covered.append(start.range.lowerBound - (hasFrom ? 1 : 0)..<end)
    self.start = nil
  }

  private static let startSigns = Set(scalars("起开始以来"))
  private static let fromSigns = Set(scalars("自从"))

  /// What stands behind 每年 and is no day of it: 底前 says no more, 13月底前 and 春节前 are asked about.
  mutating func takeRest(
    behind end: Int, from first: Int, in range: Range<Int>
  ) -> Int? {
    if let last = DeadlineWords.lastOfYear.match(scan.chars, at: end, limit: range.upperBound) {
      reading.covered.append(end..<end + last.length)
      return nil
    }
    var from = end
    if from < range.upperBound, scan.chars[from] == 0x7684 || scan.chars[from] == 0x4E8E {
      from += 1
    }
    if let number = HeadWords.number(scan.chars, from, range.upperBound),
      let unit = DeadlineWords.monthOrDay.match(
        scan.chars, at: from + number.length, limit: range.upperBound)
    {
      noteOddYearly(first..<from + number.length + unit.length)
      return from + number.length + unit.length
    }
    guard
      let part = DeadlineWords.unread.match(scan.chars, at: from, limit: range.upperBound)
    else { return nil }
    noteOddYearly(first..<from + part.length)
    return from + part.length
  }

  private mutating func noteOddYearly(_ words: Range<Int>) {
    reading.findings.append(
      scan.finding(
        "no-such-day", "“\(scan.name(words))”读不出是哪一天，暂按每年年底记，请核对。",
        "No day can be read from this; kept as the end of every year for now. Please check.",
        at: words))
  }

  /// 每年2月30日前, 每年6月31日前, 每年12月32日前: no year has such a day.
  private mutating func noteOddDay(
    of date: DateWords, _ by: YearDay, _ words: Range<Int>, in range: Range<Int>
  ) {
    // A leap year has a 29th of February.
    if let day = by.day, Day(2024, by.month, day) == nil {
      noteNoSuchDay(words, nil)
    } else if by.day == nil, let odd = oddDay(behind: date, in: range) {
      noteNoSuchDay(words.lowerBound..<odd.upperBound, nil)
    }
  }

  /// 把每年9月第一周作为宣传周: a day that gets a name, and nothing due.
  private func isNamedDay(_ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound,
      scan.chars[index - 1] == 0x628A || scan.chars[index - 1] == 0x5C06
    else { return false }
    return scan.contains(Self.namings, in: index..<min(range.upperBound, index + 24))
  }

  private static let namings = WordTrie(["作为", "定为", "确定为", "设为", "设立为", "列为"])

  /// 9月 of 每年3月、9月.
  private mutating func takeMore(behind end: Int, _ years: [Int], in range: Range<Int>) -> Int {
    var end = end
    for _ in 0..<11 {
      guard end + 1 < range.upperBound, Self.joints.contains(scan.chars[end]),
        let date = DateWords.read(scan.chars, at: end + 1, limit: range.upperBound, isEvery: true),
        date.year == 0, let by = yearDay(date)
      else { break }
      let words = end + 1..<date.range.upperBound
      add(.yearlyBy, due: firstDue(by, years.first), years: years, by: by, false, words)
      end = date.range.upperBound
    }
    return end
  }

  private static let joints = Set(scalars("、和及与"))

  /// The end of 五前 behind 每周, and of 五 where what is reported stands behind it.
  private func weekday(behind end: Int, _ range: Range<Int>) -> Int? {
    guard scan.chars[end - 1] == 0x5468, end + 1 < range.upperBound,
      Self.weekdays.contains(scan.chars[end])
    else { return nil }
    if scan.chars[end + 1] == 0x524D { return end + 2 }
    let signs = DeadlineSigns(scan, range, issued: issued)
    return signs.isReport(after: end + 1) && !signs.isReport(after: end) ? end + 1 : nil
  }

  private static let weekdays = Set(scalars("一二三四五六日末"))

  /// The end of 28日前 behind 每月.
  private func dayWithin(_ end: Int, _ range: Range<Int>) -> Int {
    let from = monthWithin(end, range)
    guard let day = HeadWords.number(scan.chars, from, range.upperBound), day.value < 32,
      let unit = DeadlineWords.daysWithin.match(
        scan.chars, at: from + day.length, limit: range.upperBound)
    else { return end }
    return from + day.length + unit.length
  }

  /// The end of 第1个月的, 次月, 首月 behind 每个季度.
  private func monthWithin(_ end: Int, _ range: Range<Int>) -> Int {
    if let found = DeadlineWords.monthsWithin.match(scan.chars, at: end, limit: range.upperBound) {
      return end + found.length
    }
    guard end < range.upperBound, scan.chars[end] == 0x7B2C,
      let number = HeadWords.number(scan.chars, end + 1, range.upperBound),
      let month = DeadlineWords.monthsWithin.match(
        scan.chars, at: end + 1 + number.length, limit: range.upperBound)
    else { return end }
    return end + 1 + number.length + month.length
  }

  /// The end of brackets that only explain (每季度末（3月、6月、9月和12月底）).
  private func asideEnd(_ end: Int, _ range: Range<Int>) -> Int {
    guard end < range.upperBound, scan.chars[end] == Sign.open else { return end }
    let ceiling = min(range.upperBound, end + 40)
    return (end..<ceiling).first { scan.chars[$0] == Sign.close }.map { $0 + 1 } ?? end
  }

  func yearDay(_ date: DateWords) -> YearDay? {
    switch date.shape {
    case .monthOnly(let month, let day): YearDay(month: month, day: day)
    case .yearEndOnly: YearDay(month: 12)
    default: nil
    }
  }

  /// The first such day from the start year, or from the signature on.
  private func firstDue(_ by: YearDay, _ year: Int?) -> Day? {
    if let year { return by.day(in: year) }
    guard let issued else { return nil }
    let same = by.day(in: issued.year)
    return same >= issued ? same : by.day(in: issued.year + 1)
  }
}
