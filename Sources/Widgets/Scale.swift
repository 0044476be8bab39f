/// A range of values with round ticks: steps of 1, 2 or 5 times a power of ten.
public struct Scale: Hashable, Sendable {
  /// A round value with its label, `1,200` or `0.25`.
  public struct Tick: Hashable, Sendable {
    public var value: Double
    public var label: String
  }

  public let low: Double
  public let high: Double
  public let ticks: [Tick]

  /// The scale that holds all values, with about `steps` steps between its ends.
  ///
  /// Values that are not finite or beyond 10¹⁵ are left out; without any, the scale is 0 to 1.
  public init(_ values: [Double], steps: Int, includesZero: Bool = false) {
    var known = values.filter { $0.isFinite && abs($0) < 1e15 }
    if includesZero { known.append(0) }
    var (least, most) = (known.min() ?? 0, known.max() ?? 1)
    if most - least < 1e-9 * max(1, abs(most)) {
      let margin = most == 0 ? 1 : abs(most) / 10
      (least, most) =
        includesZero && most >= 0 ? (0, most == 0 ? 1 : most) : (least - margin, most + margin)
    }
    let (mantissa, exponent) = Self.step(atLeast: (most - least) / Double(max(1, steps)))
    let first = Int((least / Self.scaled(mantissa, exponent) + 1e-9).rounded(.down))
    let last = Int((most / Self.scaled(mantissa, exponent) - 1e-9).rounded(.up))
    ticks = (first...max(first + 1, last)).map { number in
      Tick(
        value: Self.scaled(number * mantissa, exponent),
        label: Self.words(number * mantissa, exponent))
    }
    (low, high) = (ticks.first?.value ?? 0, ticks.last?.value ?? 1)
  }

  /// Whether a value can be shown at all.
  public static func canShow(_ value: Double) -> Bool { value.isFinite && abs(value) < 1e15 }

  /// The place of a value among so many, counted from the high end.
  public func place(of value: Double, among count: Int) -> Int {
    guard count > 0, Self.canShow(value) else { return 0 }
    let share = (high - value) / (high - low)
    return max(0, min(count - 1, Int((share * Double(count - 1)).rounded())))
  }

  /// How many of so many parts lie between the low end and a value.
  public func parts(of value: Double, among count: Int) -> Int {
    guard count > 0, Self.canShow(value) else { return 0 }
    let share = (value - low) / (high - low)
    return max(0, min(count, Int((share * Double(count)).rounded())))
  }

  /// The smallest of 1, 2, 5 × 10ⁿ that is not below a width.
  private static func step(atLeast width: Double) -> (mantissa: Int, exponent: Int) {
    var (unit, exponent) = (1.0, 0)
    while unit > width { (unit, exponent) = (unit / 10, exponent - 1) }
    while unit * 10 <= width { (unit, exponent) = (unit * 10, exponent + 1) }
    for mantissa in [1, 2, 5] where Double(mantissa) * unit >= width * (1 - 1e-9) {
      return (mantissa, exponent)
    }
    return (1, exponent + 1)
  }

  private static func scaled(_ number: Int, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? Double(number) / power : Double(number) * power
  }

  /// A whole number times a power of ten, exactly, thousands set apart.
  private static func words(_ number: Int, _ exponent: Int) -> String {
    var digits = String(abs(number)) + String(repeating: "0", count: max(0, exponent))
    var fraction = ""
    if exponent < 0 {
      digits = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
      fraction = "." + digits.suffix(-exponent)
      digits = String(digits.dropLast(-exponent))
    }
    if number == 0 { digits = "0" }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (number < 0 ? "-" : "") + grouped + fraction
  }
}
