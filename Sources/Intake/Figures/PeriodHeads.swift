import Foundation
import Reform

/// Headings and labels beside which a period stands: 年度, 季度, 统计截止时间.
enum PeriodHeads {
  /// Whether a folded heading is one of a period.
  static func isKnown(_ name: String) -> Bool {
    TableWords.year.contains(name)
      || name.count <= 12 && (isDay(name) || matches(name, "^\(of)+\(span)$"))
  }

  /// Whether what stands below is the day up to which, or on which, was counted.
  static func isDay(_ name: String) -> Bool {
    matches(name, "^\(of)*截[至止](?:日期|时间|日|月份)$|^\(of)+(?:日期|时间|日)$")
  }

  private static let of = "(?:统计|数据|指标|报表|报告|监测)"
  private static let span = "(?:期间|时段|周期|月份|季度|年月|时期|期|所属期)"

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    name.range(of: pattern, options: .regularExpression) != nil
  }

  /// The period of a cell below a heading: 4 below 季度 is a quarter, 12 below 月份 a month.
  ///
  /// Nil where it says nothing. `year` is that of the numbers, where it is known otherwise.
  static func period(
    _ value: CellValue, shows look: CellLook.DatePart?, below head: String, year: Int?
  ) -> PeriodText? {
    let isDay = isDay(NameKey.folded(head))
    if case .date(let day?, _) = value {
      guard isDay, look != .year else { return PeriodText(day, shows: look) }
      return period(upTo: day, year, head)
    }
    guard let words = value.words else { return nil }
    if let found = counted(NameKey.folded(words), NameKey.folded(head)) { return found }
    guard isDay else { return PeriodText(words) }
    if let day = DayWords.day(words) { return period(upTo: day, year, head) }
    var period = PeriodText(words)
    // Up to December is the whole year.
    if period.span == .month(12) { period.take(.whole, words) }
    return period
  }

  /// A bare number below 季度 or 月份.
  private static func counted(_ words: String, _ head: String) -> PeriodText? {
    guard let number = Int(words), (1...12).contains(number) else { return nil }
    var period = PeriodText()
    if head.contains("季"), number <= 4 {
      period.take(.quarter(number), "\(number)季度")
      return period
    }
    guard head.contains("月") else { return nil }
    period.take(.month(number), "\(number)月")
    return period
  }

  /// Up to the last day of a year it is the whole; a day in the months after says when the numbers were drawn, and
  /// one on which they were counted may be later.
  private static func period(upTo day: Day, _ year: Int?, _ head: String) -> PeriodText? {
    if let year, day.year == year + 1, day.month <= 3 || !head.contains("截") { return nil }
    var period = PeriodText()
    period.years = [day.year]
    if (day.month, day.day) != (12, 31) { period.take(.other, day.description) }
    return period
  }
}
