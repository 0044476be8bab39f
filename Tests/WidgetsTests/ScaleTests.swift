import TestSupport
import Testing

@testable import Widgets

@Suite struct ScaleTests {
  @Test func ticksAreRound() {
    #expect(Scale([31.2, 43.9], steps: 4).ticks.map(\.label) == ["30", "35", "40", "45"])
    #expect(
      Scale([0.001, 0.004], steps: 3).ticks.map(\.label) == ["0.001", "0.002", "0.003", "0.004"])
    #expect(
      Scale([-3, 12_345_678], steps: 2).ticks.map(\.label) == [
        "-10,000,000", "0", "10,000,000", "20,000,000",
      ])
    #expect(Scale([88], steps: 2, includesZero: true).ticks.map(\.label) == ["0", "50", "100"])
  }

  @Test func withoutValuesItGoesFromNoughtToOne() {
    for values in [[], [.nan], [.infinity, 1e300]] as [[Double]] {
      let scale = Scale(values, steps: 1)
      #expect(scale.low == 0 && scale.high == 1)
    }
  }

  @Test(arguments: 1...200) func everyValueLiesWithin(seed: UInt64) {
    var dice = Dice(seed: seed)
    var reach = 1e-6
    for _ in 0..<dice.roll(18) { reach *= 10 }
    let values = (0...dice.roll(9)).map { _ in
      (Double(dice.roll(2_001)) - 1_000) / 1_000 * reach
    }
    let scale = Scale(values, steps: 1 + dice.roll(12))
    #expect(2...26 ~= scale.ticks.count)
    let slack = (scale.high - scale.low) * 1e-6
    for value in values {
      #expect(value >= scale.low - slack && value <= scale.high + slack)
      #expect(0..<40 ~= scale.place(of: value, among: 40))
    }
    #expect(scale.place(of: scale.high, among: 40) == 0)
    #expect(scale.place(of: scale.low, among: 40) == 39)
    #expect(Set(scale.ticks.map(\.label)).count == scale.ticks.count)
  }
}
