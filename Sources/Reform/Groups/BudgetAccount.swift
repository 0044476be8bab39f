/// The insurance money of a county's group in a year (总额预算、按月预拨、年终结算).
public struct BudgetAccount: Hashable, Sendable {
  public var county: Division.Code
  public var year: Int
  /// The budget as a whole; nil until it is entered.
  public var budget: Fen?
  /// What was paid in advance, by month from 1 to 12.
  public var advances: [Int: Fen]
  /// What the fund was billed over the year; nil until it is entered.
  public var spending: Fen?
  public var isMadeUp = false

  public init(
    county: Division.Code, year: Int, budget: Fen? = nil, advances: [Int: Fen] = [:],
    spending: Fen? = nil
  ) {
    (self.county, self.year, self.budget) = (county, year, budget)
    (self.advances, self.spending) = (advances, spending)
  }

  public var advanced: Fen { advances.values.sum }

  /// The same; nil where no advance is entered.
  public var advancedEntered: Fen? { advances.isEmpty ? nil : advanced }

  /// Months over by a day for which no advance is entered.
  public func monthsWithoutAdvance(by day: Day) -> [Int] {
    (1...12).filter { month in
      advances[month] == nil && (Day.last(ofMonth: month, in: year).map { $0 <= day } ?? false)
    }
  }

  /// Budget less spending: a surplus above zero, an overrun below; nil while one is missing.
  public var balance: Fen? {
    guard let budget, let spending else { return nil }
    return budget - spending
  }

  public var isEmpty: Bool { budget == nil && spending == nil && advances.isEmpty }
}
