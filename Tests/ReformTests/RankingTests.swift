import Foundation
import Intake
import Reform
import TestSupport
import Testing

@Suite struct RankingTests {
  private static let real = Field.tables.divisions
  private static let cities = real.all.filter { $0.level == .city }.map(\.id)
  private static let counties = real.all.filter { $0.level == .county }.map(\.id)

  /// One value a city for 2023, over a denominator.
  private func report(
    _ values: [(Decimal, Decimal)], _ id: String = "share", year: Int = 2023
  ) -> IndicatorReport {
    let figures = zip(Self.cities, values).map { Small.figure($0, year, $1.0, $1.1, of: id) }
    return IndicatorReport(figures, Small.book, Self.real)
  }

  private func ranks(_ ranking: Ranking) -> [Int?] {
    Self.cities.compactMap { ranking.row(of: $0) }.map(\.rank)
  }

  @Test func tiesShareARankAndLeaveAGap() {
    let report = report([(50, 100), (1, 200), (100, 200), (60, 100)])
    let ranking = Ranking(report, Small.share, 2023, of: Array(Self.cities.prefix(4)))
    #expect(Array(ranks(ranking).prefix(4)) == [2, 4, 2, 1])
  }

  @Test func whatPrintsTheSameHasTheSameRank() {
    let third = (Decimal(1_000_000), Decimal(3_000_000))
    let near = (decimal("333333.3333333333"), Decimal(1_000_000))
    let other = (Decimal(3334), Decimal(10_000))
    let report = report([third, near, (Decimal(33_331), Decimal(100_000)), other])
    let ranking = Ranking(report, Small.share, 2023, of: Array(Self.cities.prefix(4)))
    // 33.33, 33.33, 33.33 and 33.34.
    #expect(Array(ranks(ranking).prefix(4)) == [2, 2, 2, 1])
  }

  @Test func withoutADirectionThereIsAnOrderAndNoRank() throws {
    let plain = Small.indicator("share", .share, direction: nil)
    let report = report([(50, 100), (60, 100), (10, 50)])
    let ranking = Ranking(report, plain, 2023, of: Array(Self.cities.prefix(3)))
    #expect(!ranking.isDirected && ranking.rows.map(\.position) == [1, 2])
    #expect(ranking.rows.map(\.place) == [Self.cities[1], Self.cities[0]])
    #expect(ranking.rows.allSatisfy { $0.rank == nil && $0.rankBefore == nil })
    #expect(ranking.apart.map(\.apart) == [.tiny])
    let pools = PoolRanks(report, plain, in: Self.cities[0], 2023)
    let rank = try #require(pools[.province])
    #expect(rank.rank == nil && rank.shown == "-" && rank.ordered == "2/2")
    #expect(pools.words.first?.zh == "全省从高到低 2/2")
  }

  @Test func acrossABreakNothingIsHeldAgainstTheYearBefore() throws {
    let figures = [
      Small.figure(Self.cities[0], 2022, 90, 100), Small.figure(Self.cities[1], 2022, 80, 100),
      Small.figure(Self.cities[0], 2023, 70, 100, flags: .breakInSeries),
      Small.figure(Self.cities[1], 2023, 80, 100),
    ]
    let report = IndicatorReport(figures, Small.book, Self.real)
    let ranking = Ranking(report, Small.share, 2023, of: Array(Self.cities.prefix(2)))
    let broken = try #require(ranking.row(of: Self.cities[0]))
    #expect(broken.isBreak && broken.rank == 2 && broken.rankBefore == nil && broken.rise == nil)
    #expect(broken.change == nil && broken.changeAcrossBreak == -20)
    #expect(ranking.row(of: Self.cities[1])?.rankBefore == 2)
    #expect(PoolRanks(report, Small.share, in: Self.cities[0], 2023)[.province]?.before == nil)
  }

  @Test func tinyDenominatorsAndGapsAreListedApart() {
    let report = report([(50, 99), (50, 100), (0, 0)])
    let ranking = Ranking(report, Small.share, 2023, of: Array(Self.cities.prefix(4)))
    #expect(ranking.rows.map(\.place) == [Self.cities[1]])
    #expect(ranking.apart.map(\.apart) == [.tiny, .noValue, .noFigure])
    let half = IndicatorReport(
      [Small.figure("140105", 2023, 500, 1000)], Small.book, Self.real)
    let one = Ranking(half, Small.share, 2023, of: ["140100"])
    #expect(one.apart.map(\.apart) == [.incomplete])
  }

  @Test func whatShouldFallIsRankedFromTheLowest() {
    let report = report([(50, 100), (10, 100)], "falling")
    let ranking = Ranking(report, Small.falling, 2023, of: Array(Self.cities.prefix(2)))
    #expect(ranking.rows.map(\.place) == [Self.cities[1], Self.cities[0]])
  }

  @Test func theRankOfTheYearBeforeIsThere() {
    let figures = [
      Small.figure(Self.cities[0], 2022, 90, 100), Small.figure(Self.cities[1], 2022, 80, 100),
      Small.figure(Self.cities[0], 2023, 70, 100), Small.figure(Self.cities[1], 2023, 80, 100),
    ]
    let report = IndicatorReport(figures, Small.book, Self.real)
    let ranking = Ranking(report, Small.share, 2023, of: Array(Self.cities.prefix(2)))
    #expect(ranking.rows.map(\.rankBefore) == [2, 1] && ranking.rows.map(\.rise) == [1, -1])
    #expect(ranking.rows.map(\.change) == [0, -20])
  }

  /// The rank is one more than the number of places that are strictly better.
  @Test(arguments: 1...20)
  func everyRankCountsThoseThatAreBetter(seed: UInt64) {
    var dice = Dice(seed: seed)
    let figures = Self.counties.map {
      Small.figure($0, 2023, Decimal(dice.roll(12)), Decimal(90 + dice.roll(20)))
    }
    let report = IndicatorReport(figures, Small.book, Self.real)
    let ranking = Ranking(report, Small.share, 2023, of: Self.counties)
    #expect(ranking.rows.count + ranking.apart.count == 117)
    for row in ranking.rows {
      guard let own = row.reading?.value?.rounded(2) else { continue }
      let better = ranking.rows.count { row in
        row.reading?.value.map { own < $0.rounded(2) } ?? false
      }
      #expect(row.rank == better + 1)
      #expect((row.reading?.denominator ?? 0) >= 100)
    }
    #expect(ranking.apart.allSatisfy { ($0.reading?.denominator ?? 100) < 100 })
    let middle = ranking.rows[ranking.rows.count / 2].place
    #expect(ranking.neighbours(of: middle).count == 7)
    #expect(ranking.neighbours(of: ranking.rows[0].place).count == 4)
  }

  /// Adding up is the same by city and in one go.
  @Test(arguments: 1...10)
  func theProvinceIsTheSumOfItsCounties(seed: UInt64) {
    var dice = Dice(seed: seed)
    let figures = Self.counties.map {
      Small.figure($0, 2023, Decimal(dice.roll(10_000)) / 100, Decimal(dice.roll(1_000_000)) / 100)
    }
    let report = IndicatorReport(figures, Small.book, Self.real)
    let whole = report.reading("share", in: "140000", 2023)
    #expect(whole?.numerator == figures.reduce(0) { $0 + ($1.numerator ?? 0) })
    #expect(whole?.denominator == figures.reduce(0) { $0 + ($1.denominator ?? 0) })
    #expect(whole?.isComplete == true)
  }

  @Test func peersAreFourGroupsByPopulation() throws {
    let peers = PeerGroups(Self.real, .county)
    #expect(peers.groups.map(\.places.count) == [30, 29, 29, 29])
    #expect(Set(peers.groups.flatMap(\.places)).count == 117)
    for (one, next) in zip(peers.groups, peers.groups.dropFirst()) {
      #expect(one.population.upperBound <= next.population.lowerBound)
    }
    #expect(peers.group(of: "140105")?.number == 4 && peers.group(of: "140100") == nil)
    #expect(PeerGroups(Small.divisions, .county).groups.map(\.places.count) == [1, 1, 1])
  }
}
