import Foundation
import Reform
import TestSupport
import Testing

@Suite struct ApportionmentTests {
  private func parts(_ whole: Int64, _ ratio: [Int64]) -> [Int64]? {
    Apportionment.parts(of: Fen(whole), by: ratio)?.map(\.count)
  }

  @Test func theFenLeftOverGoToTheLargestRemaindersInOrder() {
    #expect(parts(100, [40, 60]) == [40, 60])
    #expect(parts(101, [40, 60]) == [40, 61])
    #expect(parts(1, [50, 50]) == [1, 0])
    #expect(parts(7, [6, 3, 1]) == [4, 2, 1])
    #expect(parts(9, [6, 3, 1]) == [5, 3, 1])
    #expect(parts(1_513_808_449, [6, 3, 1]) == [908_285_069, 454_142_535, 151_380_845])
    #expect(parts(0, [6, 3, 1]) == [0, 0, 0])
    #expect(parts(5, [0, 100]) == [0, 5])
  }

  @Test func whatCannotBeDividedHasNoParts() {
    #expect(parts(-1, [40, 60]) == nil)
    #expect(parts(5, []) == nil)
    #expect(parts(5, [0, 0]) == nil)
    #expect(parts(5, [-1, 2]) == nil)
    #expect(parts(5, [200_000_000, 1]) == nil)
  }

  @Test func partsAreTheWholeNoneIsNegativeAndNoneShrinksAsItGrows() throws {
    var dice = Dice(seed: 5)
    for _ in 0..<20_000 {
      let percent = Int64(dice.roll(100_000_001))
      let ratio: [Int64] = [[40, 60], [6, 3, 1], [percent, 100_000_000 - percent]][dice.roll(3)]
      let whole = Int64(dice.roll(1_000_000_000_001))
      let now = try #require(parts(whole, ratio))
      #expect(now.reduce(0, +) == whole && now.allSatisfy { $0 >= 0 })
      let more = try #require(parts(whole + 1 + Int64(dice.roll(30)), ratio))
      #expect(zip(now, more).allSatisfy { $0 <= $1 })
      let sum = ratio.reduce(0, +)
      for (part, number) in zip(now, ratio) {
        let exact = Decimal(whole) * Decimal(number) / Decimal(sum)
        #expect(abs(Decimal(part) - exact) < 1)
      }
    }
  }

  @Test func theLargestAmountIsDividedWithoutOverflow() throws {
    let parts = try #require(Apportionment.parts(of: Fen.limit, by: [33_333_333, 66_666_667]))
    #expect(parts.sum == Fen.limit)
  }

  @Test func fenAreReadAndWrittenExactly() {
    #expect(Fen(yuan: 12.34)?.count == 1234)
    #expect(Fen(yuan: Decimal(sent: "0.005") ?? 0) == nil)
    #expect(Fen(yuan: Decimal(sent: "10000000000000.01") ?? 0) == nil)
    #expect(Fen(yuan: Decimal(sent: "10000000000000") ?? 0) == Fen.limit)
    #expect(Fen(123_456_789).grouped == "1,234,567.89" && Fen(5).description == "0.05")
    #expect(Fen(-7).description == "-0.07" && Fen(-100_000).grouped == "-1,000.00")
  }
}
