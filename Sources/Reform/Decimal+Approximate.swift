import Foundation

extension Decimal {
  /// The nearest binary number: for charts and colours, never for what is shown or kept.
  public var approximate: Double { NSDecimalNumber(decimal: self).doubleValue }
}
