import Foundation

/// A decimal number, for those who do not import Foundation.
public typealias Amount = Decimal

extension Decimal {
  /// The nearest binary number: for charts and colours, never for what is shown or kept.
  public var approximate: Double { NSDecimalNumber(decimal: self).doubleValue }
}
