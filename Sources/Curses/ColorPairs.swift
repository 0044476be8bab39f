/// Gives each pair of colours a number, as long as the terminal has any.
public struct ColorPairs: Sendable {
  /// The highest number there may be, plus one; pair 0 is the terminal's own.
  public let limit: Int
  private var numbers: [Int: Int] = [:]

  public init(limit: Int) { self.limit = limit }

  /// The number of a pair, and whether it is new; pair 0 when there are no more.
  public mutating func number(foreground: Int, background: Int) -> (number: Int, isNew: Bool) {
    if foreground == -1 && background == -1 { return (0, false) }
    let key = (foreground + 1) << 16 | (background + 1)
    if let number = numbers[key] { return (number, false) }
    guard numbers.count + 1 < limit else { return (0, false) }
    let number = numbers.count + 1
    numbers[key] = number
    return (number, true)
  }
}
