import Foundation
import Reform
import TestSupport
import Testing

@Suite struct DecompositionTests {
  private func split(
    _ figures: [Figure] = Small.whole, _ indicator: Indicator = Small.share
  ) -> Decomposition? {
    Decomposition(Small.report(figures), indicator, in: "990000", from: 2022, to: 2023)
  }

  /// Computed by hand with fractions: 420,000 ÷ 24,500,000 is the whole change.
  @Test func theHandReckonedExampleComesOutToTheLastDigit() throws {
    let split = try #require(self.split())
    #expect(split.scale == 24_500_000 && split.changeAmount == 420_000)
    #expect(split.rows.map(\.place) == ["990100", "990200"])
    let (first, second) = (split.rows[0], split.rows[1])
    #expect(first.ownAmount == decimal("444166.666667"))
    #expect(first.weightAmount == decimal("-10166.666667"))
    #expect(second.ownAmount == 0 && second.weightAmount == -14_000)
    #expect(first.own.rounded(12) == decimal("1.812925170069"))
    #expect(split.change.rounded(12) == decimal("1.714285714286"))
  }

  @Test func aPartWhoseSeriesBreaksMovedNothing() throws {
    let figures = Small.whole.map { figure in
      var figure = figure
      if figure.place == "990101", figure.period == .year(2023) { figure.flags = .breakInSeries }
      return figure
    }
    let split = try #require(self.split(figures))
    #expect(split.rows.map(\.isBreak) == [true, false] && split.breaks == ["990100"])
    #expect(split.mover?.place == "990200")
    let sound = try #require(self.split())
    #expect(sound.breaks.isEmpty && sound.mover?.place == "990100")
  }

  /// For any figures the parts add up to the change without the least remainder.
  @Test(arguments: 1...40)
  func thePartsAddUpToTheWholeExactly(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let divisions = Field.tables.divisions
    var figures: [Figure] = []
    var sums: [Int: (n: Decimal, d: Decimal)] = [:]
    for county in divisions.all where county.level == .county {
      for year in [2022, 2023] {
        let below = Decimal(dice.roll(50_000_000)) / 100
        let above =
          seed.isMultiple(of: 2) ? below * Decimal(dice.roll(100)) / 100 : Decimal(dice.roll(9))
        figures.append(Small.figure(county.id, year, above, below))
        sums[year, default: (0, 0)].n += above
        sums[year, default: (0, 0)].d += below
      }
    }
    let report = IndicatorReport(figures, Small.book, divisions)
    let split = try #require(
      Decomposition(report, Small.share, in: "140000", from: 2022, to: 2023))
    let (before, after) = (sums[2022] ?? (0, 0), sums[2023] ?? (0, 0))
    let total = split.rows.reduce(Decimal(0)) { $0 + $1.ownAmount + $1.weightAmount }
    #expect(split.rows.count == 11 && split.missing.isEmpty)
    #expect(total == 2 * (after.n * before.d - before.n * after.d))
    #expect(total == split.changeAmount)
    let change = report.change("share", in: "140000", 2023) ?? 0
    #expect(abs(split.change - change) < decimal("0.0000000000000000000000001"))
  }

  @Test func turnedRoundInTimeEveryPartIsTheOpposite() throws {
    let turned = Small.whole.map { figure in
      var figure = figure
      figure.period = .year(4045 - figure.period.year)
      return figure
    }
    let (there, back) = (try #require(split()), try #require(split(turned)))
    for row in there.rows {
      let other = try #require(back.rows.first { $0.place == row.place })
      #expect(row.ownAmount == -other.ownAmount && row.weightAmount == -other.weightAmount)
    }
  }

  @Test func aPartThatIsMissingIsNamedAndNothingIsSplit() throws {
    let split = try #require(self.split(Small.whole.filter { $0.place != "990201" }))
    #expect(split.missing == ["990200"] && split.rows.isEmpty)
    #expect(self.split([]) == nil)
  }

  @Test func amountsHaveNoWeights() throws {
    let figures = [("990101", 1, 4), ("990102", 2, 2), ("990201", 5, 3)].flatMap {
      place, one, two in
      [
        Small.figure(place, 2022, Decimal(one), of: "amount"),
        Small.figure(place, 2023, Decimal(two), of: "amount"),
      ]
    }
    let split = try #require(self.split(figures, Small.amount))
    #expect(split.rows.map(\.own) == [3, -2] && split.rows.allSatisfy { $0.weight == 0 })
    #expect(split.change == 1)
  }

  @Test func aPartWithoutADenominatorOnlyChangesItsWeight() throws {
    var figures = Small.whole.filter { $0.place != "990201" }
    figures += [Small.figure("990201", 2022, 0, 0), Small.figure("990201", 2023, 420, 1400)]
    let split = try #require(self.split(figures))
    let row = try #require(split.rows.first { $0.place == "990200" })
    #expect(row.ownAmount == 0 && row.weightAmount != 0)
    // 2 × (1010 × 2000 − 500 × 3500)
    #expect(split.changeAmount == 540_000)
  }
}
