import Foundation

/// A limit that a document sets for the groups of a region (在编在岗率不低于 85%), and what a group has.
public struct GroupLimit: Hashable, Sendable {
  public var indicator: Indicator
  public var target: Target
  /// The last year with a figure; nil where there is none.
  public var year: Int?
  /// In the unit of the indicator.
  public var value: Decimal?

  /// Nil without a figure.
  public var isKept: Bool? { value.map { target.isMet(by: $0) } }

  /// The clause that sets it.
  public var source: ClauseReference? {
    guard case .document(let clause) = target.origin else { return nil }
    return clause
  }

  /// Every limit that documents set for the group of a county, with its last figure.
  public static func all(of county: Division.Code, _ report: IndicatorReport) -> [GroupLimit] {
    report.targets.compactMap { target in
      guard case .document = target.origin, target.scope == .eachCounty,
        target.holds(in: county, report.divisions), let indicator = report.book[target.indicator]
      else { return nil }
      let years = report.figures.years(of: indicator.id)
      let year = years?.reversed().first {
        report.reading(indicator.id, in: county, $0)?.value != nil
      }
      let value = year.flatMap { report.reading(indicator.id, in: county, $0)?.value }
      return GroupLimit(indicator: indicator, target: target, year: year, value: value)
    }
  }
}
