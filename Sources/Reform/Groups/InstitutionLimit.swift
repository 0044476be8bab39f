import Foundation

/// How one institution stands against a limit that binds each of them (各机构均须达到).
public struct InstitutionLimit: Hashable, Sendable {
  public var member: String
  public var tier: MedicalGroup.Member.Tier
  /// The last year with numbers; nil where none are entered.
  public var year: Int?
  /// In per cent.
  public var value: Decimal?
  public var isKept: Bool?
}

extension GroupState {
  /// The last numbers of an institution by a year, with their year; nil where none are entered.
  public func staffing(
    of member: String, in county: Division.Code, by year: Int = 9999
  ) -> (year: Int, staffing: Staffing)? {
    var found: (year: Int, staffing: Staffing)?
    for entry in entries(of: county) {
      guard case .staffing(let of, let name, let staffing) = entry.fact.content, name == member,
        of <= year, of >= found?.year ?? 0
      else { continue }
      found = (of, staffing)
    }
    return found
  }

  /// How the institutions of a county's group on a day stand against a limit.
  func institutions(
    of county: Division.Code, _ target: Target, on day: Day
  ) -> [InstitutionLimit] {
    group(of: county).members(on: day).map { member in
      let found = staffing(of: member.name, in: county, by: day.year)
      let value = found?.staffing.share(of: target.indicator)
      return InstitutionLimit(
        member: member.name, tier: member.tier, year: value == nil ? nil : found?.year,
        value: value, isKept: value.map { target.isMet(by: $0) })
    }
  }
}
