/// The days that the books know; any other is a slip of the pen (台账认识的日子).
///
/// The one rule for whatever day a person gives: today, the day that is looked at, due days, the days
/// of documents, slips, meetings and figures. What comes round every year is made within them, too.
public enum BookDays {
  public static let all = Day(unchecked: 1949, 10, 1)...Day(unchecked: 2099, 12, 31)

  /// The day itself; throws a sentence where the books do not know it.
  @discardableResult
  public static func held(_ day: Day) throws(Fault) -> Day {
    guard all.contains(day) else { throw fault(day) }
    return day
  }

  /// Throws a sentence where a period lies before the days that the books know.
  public static func held(_ period: Period) throws(Fault) {
    guard period.end < all.lowerBound else { return }
    throw Fault(
      "\(period) 在台账认识的日期之前（最早 \(all.lowerBound)）；请改正。",
      "\(period) lies before the days that the books know (from \(all.lowerBound) on); mend it.",
      exitCode: 2)
  }

  /// What is said of a day that the books do not know.
  public static func fault(_ day: Day) -> Fault {
    Fault(
      "\(day) 超出台账认识的日期（\(all.lowerBound) 至 \(all.upperBound)）；请改正日期。",
      "\(day) is not among the days that the books know (\(all.lowerBound) to \(all.upperBound)); "
        + "mend the day.", exitCode: 2)
  }
}
