import Foundation
import TestSupport
import Testing

@testable import Reform

@Suite struct AddendTests {
  /// Sums of numbers of chance, of every length and sign, are those of `Decimal`, digit for digit.
  @Test func sumsAreThoseOfDecimal() throws {
    var dice = Dice(seed: 7)
    for _ in 0..<300 {
      var (sum, expected) = (Addend(), Decimal(0))
      for _ in 0..<20 {
        let digits = (0..<(1 + dice.roll(19))).map { _ in "\(dice.roll(10))" }.joined()
        let tail = (0..<dice.roll(5)).map { _ in "\(dice.roll(10))" }.joined()
        let text = (dice.roll(3) == 0 ? "-" : "") + digits + (tail.isEmpty ? "" : "." + tail)
        let number = try #require(Decimal(sent: text))
        #expect(Addend(number).number == number, "\(text)")
        sum += Addend(number)
        expected += number
        #expect(sum.number == expected, "\(text)")
        #expect(sum.number.description == expected.description)
      }
    }
  }

  /// Where 64 bits end the long way begins, and nothing is lost on it.
  @Test(arguments: [
    ("999999999999999999", "1"), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-1"), ("9007199254740993", "0.0001"), ("1", "0.000000000000000001"),
    ("99999999999999999999999999999999999999", "-1"), ("0", "0"), ("-0.5", "0.5"),
    ("100000000000000000000000000000000000", "0.01"),
  ])
  func nothingIsLostAtTheEnds(_ one: String, _ other: String) throws {
    let (one, other) = (try #require(Decimal(sent: one)), try #require(Decimal(sent: other)))
    var sum = Addend(one)
    sum += Addend(other)
    #expect(sum.number == one + other)
    #expect(sum.number.description == (one + other).description)
  }
}
