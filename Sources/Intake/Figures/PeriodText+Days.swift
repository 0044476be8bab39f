import Foundation

/// Spans of days and months, and days alone.
extension PeriodText {
  /// Spans between days (2023年1月1日—12月31日), then days alone, which are no periods.
  mutating func takeDays() {
    let day = "[0-9]{1,2}[月./-][0-9]{1,2}日?"
    let first = "(?<![0-9])(?:19|20)[0-9]{2}[年./-]\(day)"
    let mark = "(?:至|到|~|-)"
    takeRunOfDays()
    takeMonths()
    takeRunOfMonths()
    takeCutOff()
    takeDaysOfAYear()
    if let found = cut("\(first)\(mark)(?:(?:19|20)[0-9]{2}[年./-])?\(day)(?![0-9月])") {
      let numbers = found.split { !$0.isNumber }.compactMap { Int($0) }
      if let year = numbers.first, numbers.count >= 5 {
        let isOneYear = numbers.count == 5 || numbers[3] == year
        years = [year]
        let ends = (numbers[1], numbers[2], numbers[numbers.count - 2], numbers[numbers.count - 1])
        span = isOneYear && ends == (1, 1, 12, 31) ? .whole : .other
        spanWords = found
      }
    }
    drop("\(first)(?![0-9月])")
    // 2月18日 is a day, and no span with the number in front of it.
    drop("(?<![0-9])[0-9]{1,2}月[0-9]{1,2}[日号]")
    takeMonthOfAYear()
  }

  /// A span of days without any mark in them (20240101-20240630).
  private mutating func takeRunOfDays() {
    let day = "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    guard span == nil, let found = cut("(?<![0-9])\(day)(?:至|到|~|-)\(day)(?![0-9])") else { return }
    let days = found.split { !$0.isNumber }.compactMap { Int($0) }
    guard let first = days.first, let last = days.last else { return }
    years = [first / 10_000]
    take(last == first + 1130 && first % 10_000 == 101 ? .whole : .other, found)
  }

  /// A span of months behind one year (2024.1-6, 2024年1—11月, 2024/01~06); with one and the same
  /// mark throughout it is a day (2024-1-6).
  private mutating func takeRunOfMonths() {
    guard span == nil,
      let found = cut(
        "(?<![0-9])(?:19|20)[0-9]{2}(?:[年./](?:0?[1-9]|1[0-2])月?(?:-|~|至|到)|-(?:0?[1-9]|1[0-2])月?(?:~|至|到))"
          + "(?:0?[1-9]|1[0-2])(?:月份?)?(?![0-9./日号-])")
    else { return }
    let numbers = found.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3 else { return }
    years = [numbers[0]]
    take(Self.span(from: numbers[1], to: numbers[2]), found)
  }

  /// Days of a year that stands elsewhere (1月1日至9月30日).
  private mutating func takeDaysOfAYear() {
    guard span == nil,
      let found = cut(
        "(?<![0-9年])[0-9]{1,2}月[0-9]{1,2}[日号](?:至|到|~|-)[0-9]{1,2}月[0-9]{1,2}[日号]?")
    else { return }
    let numbers = found.split { !$0.isNumber }.compactMap { Int($0) }
    take(numbers == [1, 1, 12, 31] ? .whole : .other, found)
  }

  /// A year and a month in digits (2024.11, 2024/06), which is that month.
  private mutating func takeMonthOfAYear() {
    guard span == nil, years.isEmpty,
      let found = cut("(?<![0-9.])(?:19|20)[0-9]{2}[./](?:0?[1-9]|1[0-2])(?![0-9./月日])")
    else { return }
    let numbers = found.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 2 else { return }
    years = [numbers[0]]
    take(.month(numbers[1]), found)
  }

  /// A span of months that says its year at both ends (2024.01-2024.11, 202401-202409).
  private mutating func takeMonths() {
    let month = "(?<![0-9])(?:19|20)[0-9]{2}[年./-]?[01]?[0-9]月?"
    let last = "(?:19|20)[0-9]{2}[年./-]?[01]?[0-9]月?(?![0-9./])"
    guard let found = cut("\(month)(?:至|到|~|-)\(last)") else { return }
    let digits = found.split { !$0.isNumber }
    let isRunOn = digits.count == 2 && digits.allSatisfy { $0.count == 6 }
    let ends =
      isRunOn
      ? digits.flatMap { [Int($0.prefix(4)), Int($0.suffix(2))] } : digits.map { Int($0) }
    guard ends.count == 4, let first = ends[0], let final = ends[2], let from = ends[1],
      let to = ends[3], (1...12).contains(from), (1...12).contains(to)
    else { return }
    years = first == final ? [first] : [first, final]
    isRange = first != final
    span = (from, to) == (1, 12) ? .whole : .other
    spanWords = found
  }

  /// The day by which numbers were counted (数据截至2024年9月30日), where it lies within a year.
  ///
  /// In the first three months it may be when last year's numbers were drawn, and says nothing; a
  /// day by which something is to be sent is none.
  private mutating func takeCutOff() {
    guard span == nil, !["报送截", "填报截", "上报截"].contains(where: { rest.contains($0) }),
      let range = rest.range(
        of: "(?:截[至止](?:日期|时间|到)?|(?:统计|数据)(?:日期|时间))[:]?(?:(?:19|20)[0-9]{2}[年./-])?[0-9]{1,2}"
          + "(?:月|[./-][0-9]{1,2})(?:[0-9]{1,2}日?)?", options: .regularExpression)
    else { return }
    let found = String(rest[range])
    var numbers = found.split { !$0.isNumber }.compactMap { Int($0) }
    let year = numbers.first.flatMap { $0 >= 1900 ? $0 : nil }
    if year != nil { numbers.removeFirst() }
    guard let month = numbers.first, (4...12).contains(month) else {
      if let year { take(drawn: year, found) }
      return
    }
    let day = numbers.count > 1 ? numbers[1] : 31
    guard month < 12 || day < 31 else { return }
    rest.removeSubrange(range)
    (span, spanWords) = (.other, found)
  }
}
