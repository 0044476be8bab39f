import Foundation

/// An amount of money in fen (分), exact.
///
/// A hundred fen are a yuan. Amounts of the ledger are never below zero and never above
/// `Fen.limit`; differences of two may be below zero.
public struct Fen: Hashable, Sendable, Codable {
  public var count: Int64

  /// Ten trillion yuan: more than any budget here, and far from the end of 64 bits.
  public static let limit = Fen(1_000_000_000_000_000)
  public static let zero = Fen(0)

  public init(_ count: Int64) { self.count = count }

  /// The amount of so many yuan; nil where a part of a fen is left or it is beyond the limit.
  public init?(yuan: Decimal) {
    var (fen, whole) = (yuan * 100, Decimal())
    NSDecimalRound(&whole, &fen, 0, .down)
    guard whole == fen, abs(whole) <= Decimal(Self.limit.count), let count = Int64("\(whole)")
    else { return nil }
    self.count = count
  }

  public var yuan: Decimal { Decimal(count) / 100 }
  public var isNegative: Bool { count < 0 }

  public static func + (one: Fen, other: Fen) -> Fen { Fen(one.count + other.count) }
  public static func - (one: Fen, other: Fen) -> Fen { Fen(one.count - other.count) }
  public static prefix func - (one: Fen) -> Fen { Fen(-one.count) }
}

extension Fen: Comparable {
  public static func < (one: Fen, other: Fen) -> Bool { one.count < other.count }
}

extension Sequence<Fen> {
  public var sum: Fen { reduce(.zero, +) }
}

extension Fen: CustomStringConvertible {
  /// In yuan with two digits: 1234.50, -0.07.
  public var description: String { shown(grouped: false) }

  /// In yuan with two digits and commas between thousands: 1,234.50.
  public var grouped: String { shown(grouped: true) }

  private func shown(grouped: Bool) -> String {
    let size = count.magnitude
    let (whole, rest) = (String(size / 100), String(size % 100))
    var digits = whole
    if grouped {
      digits = ""
      for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index).isMultiple(of: 3) { digits.append(",") }
        digits.append(digit)
      }
    }
    return "\(count < 0 ? "-" : "")\(digits).\(rest.count < 2 ? "0" : "")\(rest)"
  }
}
