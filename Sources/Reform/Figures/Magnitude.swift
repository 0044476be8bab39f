/// Between which limits a number of an indicator lies for each resident and year (数量级).
///
/// In the unit of the part, by residents of the census of 2020; wide enough that no real place lies
/// outside, narrow enough that a slip of ×10,000 does. Data of ours, not of a document.
public struct Magnitude: Hashable, Sendable {
  /// Above or below the line.
  public enum Side: String, Hashable, Sendable {
    case numerator
    case denominator
  }

  public var indicator: Indicator.ID
  public var side: Side
  public var low: Double
  public var high: Double

  public init(_ indicator: Indicator.ID, _ side: Side, low: Double, high: Double) {
    (self.indicator, self.side, self.low, self.high) = (indicator, side, low, high)
  }
}
