import Foundation
import Reform

/// The number of a cell, from the digits that the file keeps.
enum CellNumber {
  /// Exact to 15 significant digits, as a spreadsheet shows it: 1.2999999999999998 is 1.3.
  static func read(_ text: some Collection<UInt8>) -> Decimal? {
    guard let digits = Digits(text), digits.isWithinReason else { return nil }
    return digits.rounded(to: 15)
  }

  /// The digits of a number apart from where its point stands.
  struct Digits {
    var isNegative = false
    var value: UInt64 = 0
    var count = 0
    var exponent = 0

    /// Reads `-12.5`, `1.2E-3`; nil for anything else.
    init?(_ text: some Collection<UInt8>) {
      var (hasPoint, hasDigit, bytes) = (false, false, text[...])
      if let sign = bytes.first, sign == 0x2D || sign == 0x2B {
        isNegative = sign == 0x2D
        bytes = bytes.dropFirst()
      }
      loop: while let byte = bytes.first {
        switch byte {
        case 0x30...0x39:
          hasDigit = true
          take(byte, hasPoint: hasPoint)
        case 0x2E:
          guard !hasPoint else { return nil }
          hasPoint = true
        default: break loop
        }
        bytes = bytes.dropFirst()
      }
      guard hasDigit else { return nil }
      guard let mark = bytes.first else { return }
      guard mark | 0x20 == 0x65,
        let power = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
        (-99...99).contains(power)
      else { return nil }
      exponent += power
    }

    /// Nineteen digits are more than a spreadsheet keeps; the rest only moves the point.
    private mutating func take(_ byte: UInt8, hasPoint: Bool) {
      guard count < 18 else {
        if !hasPoint { exponent += 1 }
        return
      }
      value = value * 10 + UInt64(byte - 0x30)
      if value > 0 { count += 1 }
      if hasPoint { exponent -= 1 }
    }

    /// Whether the number is neither so large nor so small that it would end as something else.
    var isWithinReason: Bool { value == 0 || exponent.magnitude <= 100 }

    func rounded(to places: Int) -> Decimal {
      var (value, exponent) = (value, exponent)
      if count > places {
        var power: UInt64 = 1
        for _ in 0..<(count - places) { power *= 10 }
        value = (value + power / 2) / power
        exponent += count - places
      }
      while value != 0, value.isMultiple(of: 10), exponent < 0 {
        value /= 10
        exponent += 1
      }
      guard value != 0 else { return 0 }
      return Decimal(
        sign: isNegative ? .minus : .plus, exponent: exponent, significand: Decimal(value))
    }
  }

  /// The day of a serial number; nil for a time of day without one.
  static func day(_ serial: Decimal, from1904: Bool) -> Day? {
    guard serial >= 1, serial < 2_958_466 else { return nil }
    let whole = NSDecimalNumber(decimal: serial).intValue
    // Day 60 is the 29 February 1900 that never was.
    if from1904 { return Day(1904, 1, 1)?.adding(days: whole) }
    return Day(1899, 12, whole < 60 ? 31 : 30)?.adding(days: whole)
  }
}
