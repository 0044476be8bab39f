import Foundation

/// What an indicator is to reach (目标), or a limit it must keep to (限值).
public struct Target: Hashable, Codable, Sendable {
  /// Which places it holds for.
  public enum Scope: String, Codable, Sendable {
    /// The region as a whole.
    case inAll = "in-all"
    /// Every city of the region.
    case eachCity = "each-city"
    /// Every county of the region (each county has one medical group).
    case eachCounty = "each-county"
    /// Every institution of every county's group: the sum of a group is only that.
    case eachInstitution = "each-institution"
    /// The region and every place in it.
    case everywhere
  }

  /// Where it comes from.
  public enum Origin: Hashable, Codable, Sendable {
    case document(ClauseReference)
    /// Set by the office itself, in the ledger.
    case ledger(who: String, day: Day, note: String?, isMadeUp: Bool)
  }

  public var indicator: Indicator.ID
  /// The division it binds.
  public var region: Division.Code
  public var scope: Scope
  public var op: TaskTarget.Comparison
  /// In the unit of the indicator.
  public var value: Decimal
  /// The upper end of a range.
  public var upper: Decimal?
  /// The year by whose end it is to be reached; nil for one that always holds.
  public var year: Int?
  public var origin: Origin

  public init(
    _ indicator: Indicator.ID, region: Division.Code, scope: Scope,
    _ op: TaskTarget.Comparison, _ value: Decimal, upper: Decimal? = nil, year: Int? = nil,
    origin: Origin
  ) {
    (self.indicator, self.region, self.scope) = (indicator, region, scope)
    (self.op, self.value, self.upper, self.year) = (op, value, upper, year)
    self.origin = origin
  }

  /// Whether it holds in a place.
  public func holds(in place: Division.Code, _ divisions: Divisions) -> Bool {
    guard divisions.isWithin(place, region), let level = divisions[place]?.level else {
      return false
    }
    return switch scope {
    case .inAll: place == region
    case .eachCity: divisions.answersToProvince(place)
    case .eachCounty, .eachInstitution: level == .county
    case .everywhere: true
    }
  }

  /// Whether a value meets it.
  public func isMet(by value: Decimal) -> Bool {
    op.holds(value, self.value, upper: upper)
  }
}

/// A published figure of somewhere else (参照值), never the province's own.
public struct Benchmark: Hashable, Sendable {
  public var indicator: Indicator.ID
  /// As printed (全国（三级公立医院）).
  public var region: Phrase
  public var year: Int
  /// In the unit of the indicator.
  public var value: Decimal
  /// Title of where it was published, and its address.
  public var source: String
  public var address: String
  /// True where it was computed from printed numbers and not printed itself.
  public var isDerived: Bool
  /// False where it rests on another base than the indicator: listed, never drawn as a line.
  public var isComparable: Bool
  /// What must be known before it is compared; empty where nothing is.
  public var note: Phrase

  public init(
    _ indicator: Indicator.ID, region: Phrase, year: Int, value: Decimal, source: String,
    address: String, isDerived: Bool = false, isComparable: Bool = true,
    note: Phrase = Phrase("", "")
  ) {
    (self.indicator, self.region, self.year, self.value) = (indicator, region, year, value)
    (self.source, self.address, self.isDerived) = (source, address, isDerived)
    (self.isComparable, self.note) = (isComparable, note)
  }
}
