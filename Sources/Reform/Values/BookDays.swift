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

  /// What is said of a day that the books do not know.
  public static func fault(_ day: Day) -> Fault {
    Fault(
      "\(day) 超出台账认识的日期（\(all.lowerBound) 至 \(all.upperBound)）；请改正日期。",
      "\(day) is not among the days that the books know (\(all.lowerBound) to \(all.upperBound)); "
        + "mend the day.", exitCode: 2)
  }
}
