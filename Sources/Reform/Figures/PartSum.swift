import Foundation

/// What the parts of a place come to: numerators added, denominators added, never percentages.
struct PartSum: Sendable {
  private(set) var numerator = Addend()
  private(set) var denominator = Addend()
  private(set) var flags = FigureFlags()
  /// How many of its parts have a figure or a sum.
  private(set) var parts = 0
  /// Places that it lacks, down to the county.
  var missing: [Division.Code] = []

  /// Adds the figure of a part; false where it has not what is needed.
  mutating func add(
    _ figure: (numerator: Decimal?, denominator: Decimal?, flags: FigureFlags), needsBoth: Bool
  ) -> Bool {
    guard let above = figure.numerator, !needsBoth || figure.denominator != nil else {
      return false
    }
    numerator += Addend(above)
    if let below = figure.denominator { denominator += Addend(below) }
    flags.formUnion(figure.flags)
    parts += 1
    return true
  }

  /// Adds what a part comes to that has parts itself.
  mutating func add(_ share: PartSum) {
    numerator += share.numerator
    denominator += share.denominator
    flags.formUnion(share.flags)
    missing += share.missing
    parts += 1
  }
}

/// A number on its way into a sum: exact as `Decimal` is, and a hundred times quicker to add.
///
/// What does not fit into 18 digits is added the long way.
struct Addend: Sendable {
  private enum Form {
    /// So many times a power of ten.
    case short(Int64, exponent: Int)
    case long(Decimal)
  }

  private var form: Form

  init() { form = .short(0, exponent: 0) }

  init(_ number: Decimal) {
    let significand = NSDecimalNumber(decimal: number.significand)
    // Up to here a `Double` tells the size well enough, and 64 bits hold the number itself.
    guard significand.doubleValue < 1e18 else {
      form = .long(number)
      return
    }
    let size = significand.int64Value
    form = .short(number.sign == .minus ? -size : size, exponent: number.exponent)
  }

  /// In as few digits as it can be written with, like a sum of `Decimal`.
  var number: Decimal {
    switch form {
    case .long(let number): return number
    case .short(0, _): return 0
    case .short(var size, var exponent):
      while size.isMultiple(of: 10) { (size, exponent) = (size / 10, exponent + 1) }
      return Decimal(
        sign: size < 0 ? .minus : .plus, exponent: exponent, significand: Decimal(size.magnitude))
    }
  }

  static func += (one: inout Addend, other: Addend) {
    if case .short(let size, let exponent) = one.form,
      case .short(let more, let place) = other.form,
      let first = scaled(size, exponent, to: min(exponent, place)),
      let second = scaled(more, place, to: min(exponent, place))
    {
      let (sum, isOver) = first.addingReportingOverflow(second)
      if !isOver {
        one.form = .short(sum, exponent: min(exponent, place))
        return
      }
    }
    one.form = .long(one.number + other.number)
  }

  /// The size in units of a smaller power of ten; nil where it does not fit.
  private static func scaled(_ size: Int64, _ exponent: Int, to place: Int) -> Int64? {
    guard exponent != place, size != 0 else { return size }
    guard exponent - place < powers.count else { return nil }
    let (scaled, isOver) = size.multipliedReportingOverflow(by: powers[exponent - place])
    return isOver ? nil : scaled
  }

  private static let powers: [Int64] = (0..<18).reduce(into: [1]) { powers, _ in
    powers.append((powers.last ?? 1) * 10)
  }
}
