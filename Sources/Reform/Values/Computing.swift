import Foundation

/// How values are computed and shown. All of it is decimal arithmetic of at least 38 digits:
/// sums, differences and products of figures are exact, and a quotient is rounded in its last digit.
extension Indicator {
  /// Numerator × factor ÷ denominator, in that order, so that what comes out even is exact.
  ///
  /// Nil without a numerator, without the denominator it needs, or where the denominator is 0: a
  /// county with no admissions has no rate, which is not the same as a rate of 0.
  public func value(_ numerator: Decimal?, over denominator: Decimal?) -> Decimal? {
    guard let numerator else { return nil }
    guard self.denominator != nil else { return numerator * factor }
    guard let denominator, denominator != 0 else { return nil }
    return numerator * factor / denominator
  }

  /// The value of a figure, computed from its parts, or as stated where only a value was given.
  public func value(of figure: Figure) -> Decimal? {
    guard figure.numerator != nil else { return figure.stated }
    return value(figure.numerator, over: figure.denominator)
  }

  /// A value as it is shown, with the digits of the indicator.
  public func shown(_ value: Decimal) -> String { value.shown(digits) }
}

extension Decimal {
  /// Reads a plain number (`-1234.50`): digits with at most one point, and a sign.
  ///
  /// Nil for anything else, an empty text included. Many times quicker than `Decimal(string:)`,
  /// which also takes `12abc` for 12.
  public init?(sent text: String) {
    var text = text
    guard let value = text.withUTF8({ Self(sent: $0) }) else { return nil }
    self = value
  }

  /// The same from its bytes.
  public init?(sent text: UnsafeBufferPointer<UInt8>) {
    var (significand, exponent, isNegative): (UInt64, Int, Bool) = (0, 0, false)
    var (digits, sawPoint) = (0, false)
    for byte in text {
      switch byte {
      case UInt8(ascii: "-") where digits == 0 && !isNegative && !sawPoint: isNegative = true
      case UInt8(ascii: ".") where !sawPoint && digits > 0: sawPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 18 else {
          self.init(long: String(decoding: text, as: UTF8.self))
          return
        }
        significand = significand * 10 + UInt64(byte - UInt8(ascii: "0"))
        if sawPoint { exponent -= 1 }
      default: return nil
      }
    }
    guard digits > 0, text.last != UInt8(ascii: ".") else { return nil }
    let size = Decimal(significand)
    self = Decimal(sign: isNegative ? .minus : .plus, exponent: exponent, significand: size)
  }

  /// More than 18 digits: Foundation's own way, after a look at every character.
  private init?(long text: String) {
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
    guard isPlain, text.utf8.dropFirst().allSatisfy({ $0 != 45 }),
      text.utf8.count(where: { $0 == 46 }) <= 1, let value = Decimal(string: text)
    else { return nil }
    self = value
  }

  /// Rounded for showing: half away from zero (四舍五入), 0.125 to 0.13 and −0.125 to −0.13.
  public func rounded(_ digits: Int) -> Decimal {
    var (value, result) = (self, Decimal())
    NSDecimalRound(&result, &value, digits, .plain)
    return result
  }

  /// Rounded to exactly so many digits after the point, with or without thousands commas.
  public func shown(_ digits: Int, grouped: Bool = false) -> String {
    let text = rounded(digits).description
    let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
    let parts = text.dropFirst(sign.utf8.count)
      .split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts.first ?? "0")
    if grouped { whole = Self.grouped(whole) }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let padding = String(repeating: "0", count: max(0, digits - fraction.count))
    return digits > 0 ? "\(sign)\(whole).\(fraction)\(padding)" : sign + whole
  }

  /// A number as it was sent, with thousands commas and no digit added or lost.
  public var plain: String {
    shown(max(0, -exponent), grouped: true)
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
