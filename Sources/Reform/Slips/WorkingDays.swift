/// Which days are worked (工作日): weekdays but for the holidays, and the weekend days worked instead.
///
/// A year that the office's table does not have is counted by its weekends; `untold` says which.
public struct WorkingDays: Hashable, Sendable {
  /// Weekdays that are free, oldest first.
  private let off: [Day]
  /// Days of a weekend that are worked, oldest first.
  private let working: [Day]
  /// Holidays by their names, as the table has them, also those on a weekend.
  private let names: [Day: String]
  /// The years that the table has.
  public let years: Set<Int>

  /// A year counts as told where a day before its December is: the last days of December can stand
  /// there for the New Year that follows.
  public init(off: [Day: String], working: Set<Day>) {
    self.off = off.keys.filter { !$0.isWeekend }.sorted()
    self.working = working.filter(\.isWeekend).sorted()
    names = off
    years = Set((Array(off.keys) + working).filter { $0.month < 12 }.map(\.year))
  }

  public func isWorkingDay(_ day: Day) -> Bool {
    day.isWeekend ? working.contains(day) : names[day] == nil
  }

  /// The holiday on a day, as the table calls it; nil on any other day.
  public func holiday(on day: Day) -> String? { names[day] }

  /// The day that is the `count`-th working day after another; the day itself for 0.
  public func due(after day: Day, workingDays count: Int) -> Day {
    var (found, left) = (day, count)
    while left > 0 {
      found = found.adding(days: 1)
      if isWorkingDay(found) { left -= 1 }
    }
    return found
  }

  /// How many working days lie after `first` up to `last`, which counts; negative the other way round.
  public func count(from first: Day, to last: Day) -> Int {
    guard first <= last else { return -count(from: last, to: first) }
    let plain = Day.weekdays(until: last) - Day.weekdays(until: first)
    let between = { (days: [Day]) in days.count { $0 > first && $0 <= last } }
    return plain - between(off) + between(working)
  }

  /// The sentence for a day that is not worked, with the working days beside it; nil for others.
  public func told(off day: Day) -> Phrase? {
    guard !isWorkingDay(day) else { return nil }
    let words = names[day].map(Self.words) ?? Phrase("周末", "a weekend")
    var before = day
    while !isWorkingDay(before) { before = before.adding(days: -1) }
    let after = due(after: day, workingDays: 1)
    return Phrase(
      "\(day) 不是工作日（\(words.zh)）；前一个工作日是 \(before)，后一个是 \(after)。",
      "\(day) is no working day (\(words.en)); the one before is \(before), the one after \(after)."
    )
  }

  /// A holiday by its name in the table; others are called as they are there.
  private static func words(_ name: String) -> Phrase {
    let known = [
      "New Year's Day": "元旦", "Spring Festival": "春节", "Tomb-sweeping Day": "清明节",
      "Labour Day": "劳动节", "Dragon Boat Festival": "端午节", "Mid-autumn Festival": "中秋节",
      "National Day": "国庆节",
    ]
    return Phrase(known[name] ?? name, name)
  }

  /// The years from one day to another, in either order, that the table does not have.
  public func untold(from one: Day, to other: Day) -> [Int] {
    (min(one, other).year...max(one, other).year).filter { !years.contains($0) }
  }

  /// The sentence for years that are counted by weekends alone; nil where there are none.
  public static func told(_ untold: some Collection<Int>) -> Phrase? {
    guard !untold.isEmpty else { return nil }
    let years = Set(untold).sorted().map(String.init)
    return Phrase(
      "节假日表里没有 \(years.joined(separator: "、")) 年的放假安排，这些年只按周末计算工作日；请补上节假日表再核对。",
      "The table of holidays does not have \(years.joined(separator: ", ")): working days there are "
        + "counted by weekends alone. Add the year to the table and look again.")
  }
}

extension Day {
  /// Saturday or Sunday.
  public var isWeekend: Bool { weekday > 4 }

  /// 0 for a Monday, 6 for a Sunday.
  private var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 }

  /// Mondays to Fridays from a fixed Monday up to and with a day.
  fileprivate static func weekdays(until day: Day) -> Int {
    // 0001-01-01 is a Monday.
    let days = day.ordinal + 719_162
    return days / 7 * 5 + min(days % 7 + 1, 5)
  }
}
