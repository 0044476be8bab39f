import Foundation

/// What an indicator comes to in one place and one year (读数), and on what it rests.
public struct Reading: Hashable, Sendable {
  public enum Basis: Hashable, Sendable {
    indirect case entered(Figure)
    /// Added up from so many parts; `missing` are those without a figure, down to the county.
    case summed(parts: Int, missing: [Division.Code])
  }

  /// What the parts of a place with a figure of its own come to.
  public struct Sum: Hashable, Sendable {
    public var numerator: Decimal?
    public var denominator: Decimal?
    public var value: Decimal?
    public var missing: [Division.Code]

    init(_ reading: Reading) {
      (numerator, denominator) = (reading.numerator, reading.denominator)
      (value, missing) = (reading.value, reading.missing)
    }
  }

  public var place: Division.Code
  public var year: Int
  public var numerator: Decimal?
  public var denominator: Decimal?
  /// In the unit of the indicator; nil where it cannot be computed (denominator 0).
  public var value: Decimal?
  public var flags: FigureFlags
  public var basis: Basis
  /// The sum of the parts beside an entered figure; nil where no part has a figure.
  public var sum: Sum?

  public init(
    place: Division.Code, year: Int, numerator: Decimal?, denominator: Decimal?, value: Decimal?,
    flags: FigureFlags, basis: Basis, sum: Sum?
  ) {
    (self.place, self.year, self.numerator) = (place, year, numerator)
    (self.denominator, self.value, self.flags) = (denominator, value, flags)
    (self.basis, self.sum) = (basis, sum)
  }

  /// Of a figure that was entered, beside what the parts of its place come to.
  init(_ figure: Figure, of indicator: Indicator, _ year: Int, sum: Reading?) {
    self.init(
      place: figure.place, year: year, numerator: figure.numerator,
      denominator: figure.denominator, value: indicator.value(of: figure), flags: figure.flags,
      basis: .entered(figure), sum: sum.map { .init($0) })
  }

  /// Of what the parts of a place come to.
  init(_ sum: PartSum, of indicator: Indicator, in place: Division.Code, _ year: Int) {
    let above = sum.numerator.number
    let below = indicator.denominator == nil ? nil : sum.denominator.number
    self.init(
      place: place, year: year, numerator: above, denominator: below,
      value: indicator.value(above, over: below), flags: sum.flags,
      basis: .summed(parts: sum.parts, missing: sum.missing), sum: nil)
  }

  /// Places without a figure that a sum lacks.
  public var missing: [Division.Code] {
    guard case .summed(_, let missing) = basis else { return [] }
    return missing
  }

  /// False where it is a sum that lacks parts.
  public var isComplete: Bool { missing.isEmpty }

  /// How much the entered figure is above the complete sum of its parts; nil where there is no
  /// such sum or the two agree.
  public var difference: (numerator: Decimal, denominator: Decimal)? {
    guard let sum, sum.missing.isEmpty, let numerator, let other = sum.numerator else {
      return nil
    }
    let difference = (numerator - other, (denominator ?? 0) - (sum.denominator ?? 0))
    return difference == (0, 0) ? nil : difference
  }
}
