import Foundation

/// A figure as it was read from a file, with where each of its numbers stood.
public struct SentFigure: Hashable, Sendable {
  public var figure: Figure
  public var numeratorAt: SourcePlace?
  public var denominatorAt: SourcePlace?
  public var statedAt: SourcePlace?
  /// Whether one of its numbers could not be read, so that it can be checked in part only.
  public var isBroken: Bool

  public init(
    _ figure: Figure, numeratorAt: SourcePlace? = nil, denominatorAt: SourcePlace? = nil,
    statedAt: SourcePlace? = nil, isBroken: Bool = false
  ) {
    self.isBroken = isBroken
    (self.figure, self.numeratorAt) = (figure, numeratorAt)
    (self.denominatorAt, self.statedAt) = (denominatorAt, statedAt)
  }
}

/// A total row of a table (合计): not a figure, but what the rows above it must come to.
public struct SentTotal: Hashable, Sendable {
  public var indicator: Indicator.ID
  public var period: Period
  /// The places whose rows it adds up.
  public var places: [Division.Code]
  public var numerator: Decimal?
  public var denominator: Decimal?
  public var numeratorAt: SourcePlace?
  public var denominatorAt: SourcePlace?
  /// The ratio that it gives, which its rows or its own parts must make.
  public var stated: Decimal?
  public var statedAt: SourcePlace?

  public init(_ indicator: Indicator.ID, _ period: Period, of places: [Division.Code]) {
    (self.indicator, self.period, self.places) = (indicator, period, places)
  }
}

/// The hidden sheet by which a form of our own is known again (填报模板).
public enum TemplateKey {
  public static let sheet = "yigai"
  public static let mark = "yigai-figures"
  public static let version = 1
  /// Row from which the columns are listed: sheet, column, its heading, indicator, part.
  public static let firstColumnRow = 8

  /// What a column of the form holds.
  public enum Part: String, Sendable {
    case numerator
    case denominator
    case value
    /// What stood there the year before, or is computed: never read.
    case shown
    case flag
    case note
  }
}
