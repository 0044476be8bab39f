import Foundation

/// A limit that a document sets for the groups of a region (在编在岗率不低于 85%), and what a group has.
public struct GroupLimit: Hashable, Sendable {
  public var indicator: Indicator
  public var target: Target
  /// The last year with a figure; nil where there is none.
  public var year: Int?
  /// In the unit of the indicator.
  public var value: Decimal?

  /// Every institution of the group, where the clause binds each of them; else empty.
  public var institutions: [InstitutionLimit] = []

  /// Whether the clause binds each institution, so that the group's sum shows nothing of any one.
  public var bindsInstitutions: Bool { target.scope == .eachInstitution }

  /// Nil without a figure, and where institutions are bound and one has no numbers while none
  /// breaks the limit: the sum of a group decides nothing then.
  public var isKept: Bool? {
    guard bindsInstitutions else { return value.map { target.isMet(by: $0) } }
    if institutions.contains(where: { $0.isKept == false }) { return false }
    guard !institutions.isEmpty, institutions.allSatisfy({ $0.isKept == true }) else { return nil }
    return true
  }

  /// The clause that sets it.
  public var source: ClauseReference? {
    guard case .document(let clause) = target.origin else { return nil }
    return clause
  }

  /// Every limit that documents set for the group of a county, with its last figure.
  ///
  /// `desk` knows the institutions; without it those that bind institutions list none.
  public static func all(
    of county: Division.Code, _ report: IndicatorReport, _ desk: GroupAccounts?
  ) -> [GroupLimit] {
    report.targets.compactMap { target in
      guard case .document = target.origin,
        target.scope == .eachCounty || target.scope == .eachInstitution,
        target.holds(in: county, report.divisions), let indicator = report.book[target.indicator]
      else { return nil }
      let years = report.figures.years(of: indicator.id)
      let year = years?.reversed().first {
        report.reading(indicator.id, in: county, $0)?.value != nil
      }
      let value = year.flatMap { report.reading(indicator.id, in: county, $0)?.value }
      var limit = GroupLimit(indicator: indicator, target: target, year: year, value: value)
      if limit.bindsInstitutions, let desk {
        limit.institutions = desk.book.institutions(of: county, target, on: desk.day)
      }
      return limit
    }
  }
}
