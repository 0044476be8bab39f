import Reform

/// What comes every year of those that are named, and years that no rule reads.
extension DeadlineReader {
  /// 2025年、2026年每年6月底前, 2025年至2027年每年: each of the years, and no other.
  mutating func takeYears(at index: Int, in range: Range<Int>) -> Int? {
    if let end = takeOddYears(at: index, in: range) { return end }
    guard let (years, end) = years(at: index, in: range), years.count > 1 else { return nil }
    var at = end
    while at < range.upperBound, Self.between.contains(scan.chars[at]) { at += 1 }
    guard scan.chars.has(DeadlineWords.eachYear, at: at), at + 2 <= range.upperBound else {
      return nil
    }
    at += DeadlineWords.eachYear.count
    if at < range.upperBound, scan.chars[at] == 0x5EA6 { at += 1 }
    let signs = DeadlineSigns(scan, range, issued: issued)
    let isSoft = signs.isSoft(index..<at)
    let coming = years.filter { $0 >= issued?.year ?? 0 }
    guard let first = coming.first, let last = coming.last else { return nil }
    let (days, daysEnd) = yearDays(behind: at, in: range)
    let isYearEnd = days == [YearDay(month: 12)]
    if !days.isEmpty, !isYearEnd {
      for (year, day) in coming.prefix(12).flatMap({ year in days.map { (year, $0) } })
      where day.day(in: year) >= issued ?? day.day(in: year) {
        add(.date, due: day.day(in: year), years: [year], isSoft, index..<daysEnd)
      }
      return daysEnd
    }
    let words = index..<(isYearEnd ? daysEnd : at)
    if last - (years.first ?? first) == years.count - 1 {
      add(.rangeYearly, due: .last(ofYear: last), years: years, isSoft, words)
    } else {
      for year in coming { add(.year, due: .last(ofYear: year), years: [year], isSoft, words) }
    }
    if isYearEnd { return daysEnd }
    return takeRest(behind: at, from: index, in: range) ?? at
  }

  private static let between = Set(scalars(",间期内"))
  private static let joints = Set(scalars("、和及与"))

  private func years(at index: Int, in range: Range<Int>) -> (years: [Int], end: Int)? {
    func read(_ at: Int) -> DateWords? {
      let date = DateWords.read(scan.chars, at: at, limit: range.upperBound, from: range.lowerBound)
      return date.flatMap { $0.year > 0 && !$0.isStart ? $0 : nil }
    }
    guard DeadlineWords.begins(scan.chars[index]),
      index == range.lowerBound || !scan.chars[index - 1].isDigit, let date = read(index)
    else { return nil }
    if case .range(let last) = date.shape, last - date.year < 12 {
      return (Array(date.year...last), date.range.upperBound)
    }
    var (years, end) = ([date.year], date.range.upperBound)
    guard date.shape == .year, !date.hasLimit else { return nil }
    while end + 1 < range.upperBound, Self.joints.contains(scan.chars[end]), years.count < 12,
      let next = read(end + 1), next.shape == .year, !next.hasLimit, next.year > years.last ?? 0
    {
      years.append(next.year)
      end = next.range.upperBound
    }
    return (years, end)
  }

  /// 6月底前 and 3月、9月 behind 每年.
  private func yearDays(behind end: Int, in range: Range<Int>) -> (days: [YearDay], end: Int) {
    var (days, at, last) = ([YearDay](), end, end)
    if at < range.upperBound, scan.chars[at] == 0x7684 || scan.chars[at] == 0x4E8E { at += 1 }
    while days.count < 12,
      let date = DateWords.read(scan.chars, at: at, limit: range.upperBound, isEvery: true),
      date.year == 0, let day = yearDay(date)
    {
      days.append(day)
      last = date.range.upperBound
      guard last + 1 < range.upperBound, Self.joints.contains(scan.chars[last]) else { break }
      at = last + 1
    }
    return (days, last)
  }

  /// “十五五”中期, 2025/2026学年: told, for no rule reads a day from it.
  private mutating func takeOddYears(at index: Int, in range: Range<Int>) -> Int? {
    if let middle = DeadlineWords.middles.match(scan.chars, at: index, limit: range.upperBound) {
      let end = index + middle.length
      let isName =
        DeadlineWords.notBehindMiddles.match(scan.chars, at: end, limit: range.upperBound) != nil
      if !isName { noteUnread(index..<end) }
      return end
    }
    guard let end = schoolYearEnd(at: index, in: range) else { return nil }
    let signs = DeadlineSigns(scan, range, issued: issued)
    let next = end < range.upperBound ? scan.chars[end] : Sign.stop
    let binds =
      next.isMark || Self.limits.contains(next)
      || DeadlineWords.isDoneInYear(scan.chars, at: end, limit: range.upperBound)
    if binds, signs.beginsSentencePart(index) || binds && signs.comesInMiddle(index) {
      noteUnread(index..<end)
    }
    return end
  }

  private static let limits = Set(scalars("前底内末结"))

  private func schoolYearEnd(at index: Int, in range: Range<Int>) -> Int? {
    guard scan.chars[index].isDigit, index == range.lowerBound || !scan.chars[index - 1].isDigit,
      Numerals.year(scan.chars, at: index, limit: range.upperBound) != nil,
      index + 5 < range.upperBound
    else { return nil }
    let joint = scan.chars[index + 4]
    guard joint == 0x2F || joint == Sign.dash || joint == 0x7E || joint == 0x81F3,
      let last = Numerals.arabic(scan.chars, at: index + 5, limit: range.upperBound)
    else { return nil }
    let end = index + 5 + last.length
    return scan.chars.has(DeadlineWords.schoolYear, at: end) && end + 2 <= range.upperBound
      ? end + 2 : nil
  }
}
