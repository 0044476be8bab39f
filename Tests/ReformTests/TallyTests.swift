import Reform
import TestSupport
import Testing

/// Counts by city, as they are kept for a whole country.
@Suite struct TallyTests {
  private let cities = ["140100", "140200", "140400", "140800"]
  private let day = Field.day("2021-03-01")

  private func catalogue() -> Catalogue {
    Field.catalogue([
      Field.task("d/1", level: .eachCounty), Field.task("d/2", level: .eachCity),
      Field.task("d/3", level: .named, places: ["140100"]),
    ])
  }

  private func tallies(_ dice: inout Dice, of task: Int) -> [Tally] {
    cities.flatMap { city in
      Status.allCases.filter { _ in dice.roll(2) == 0 }.map {
        Tally(task: task, city: city, period: nil, status: $0, count: dice.roll(4))
      }
    }
  }

  @Test(
    arguments: [
      nil, .year(2020), .half(2021, 1), .half(2021, 2), .quarter(2020, 1), .quarter(2020, 4),
      .month(2024, 1), .month(2024, 12),
    ] as [Period?])
  func aPackedPeriodIsTheSameAgain(period: Period?) {
    #expect(PackedPeriod(period).period == period)
  }

  @Test func whatIsPutInComesOutAgain() {
    let tally = Tally(
      task: 3, city: "140400", period: .quarter(2020, 2), status: .suspended, count: 17)
    let other = Tally(task: 1, city: "140100", period: nil, status: .done, count: 1)
    let tallies = Tallies([tally, other])
    #expect(tallies[3] == [tally] && tallies[1] == [other] && tallies[0].isEmpty)
    #expect(tallies.in(["140400"]) == [tally])
  }

  /// What some tasks count now stands in the league as if all had been counted anew.
  @Test(arguments: [3, 71, 20_210_301] as [UInt64])
  func aLeagueThatIsBroughtUpToDateIsOneCountedAnew(seed: UInt64) {
    var dice = Dice(seed: seed)
    let catalogue = catalogue()
    var tallies = Tallies((0..<3).flatMap { self.tallies(&dice, of: $0) })
    var league = League(catalogue, tallies: tallies, on: day)
    for _ in 0..<20 {
      let task = dice.roll(3)
      tallies.replace([task], with: self.tallies(&dice, of: task))
      league.replace([task], catalogue, tallies: tallies, entered: [:], on: day)
      #expect(league == League(catalogue, tallies: tallies, on: day))
    }
  }

  /// A city's row says what the report of that city says of the tasks that all share.
  @Test(arguments: [5, 90, 4_711] as [UInt64])
  func aRowOfTheLeagueIsTheReportOfItsCity(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let catalogue = catalogue()
    let all = (0..<3).flatMap { tallies(&dice, of: $0) }
    let extended = DueDays(
      lines: [
        1: [
          ExtendedLine(
            place: "140400", city: "140400", period: nil, due: Field.day("2022-01-01"),
            status: .underway)
        ]
      ])
    for row in League(catalogue, tallies: all, entered: extended, on: day).rows {
      let report = TaskReport(
        catalogue, tallies: all, entered: extended, on: day, in: row.place)
      let shared = report.standings.filter { catalogue.isShared($0.task, in: "140000") }
      #expect(row.counts.total == shared.count)
      for status in Status.allCases {
        #expect(row.counts[status] == shared.count { $0.status == status })
      }
      for signal in Signal.allCases {
        #expect(row.lights[signal] == shared.count { $0.light.signal == signal })
      }
    }
  }
}
