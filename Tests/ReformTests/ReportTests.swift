import Reform
import Testing

@Suite struct ReportTests {
  private let year = Deadline(.year, due: Day("2020-12-31"), years: [2020])

  private func tally(
    _ task: Int, _ city: String, _ status: Status, _ count: Int = 1, _ period: Period? = nil
  ) -> Tally {
    Tally(task: task, city: city, period: period, status: status, count: count)
  }

  private func standing(
    _ task: ReformTask, _ tallies: [Tally], on day: String, in scope: String = "140000"
  ) throws -> TaskStanding {
    let catalogue = Field.catalogue([task])
    let report = TaskReport(catalogue, tallies: tallies, on: Field.day(day), in: scope)
    return try #require(report[0])
  }

  @Test func linesWithoutAnEntryHaveNotStarted() throws {
    let task = Field.task(level: .eachCity)
    let standing = try standing(task, [tally(0, "140400", .done)], on: "2020-03-01")
    #expect(standing.counts[.done] == 1 && standing.counts[.notStarted] == 10)
    #expect(standing.status == .underway)
  }

  @Test(arguments: [
    ([Status.done: 11], Status.done), ([.signedOff: 11], .signedOff),
    ([.signedOff: 10, .done: 1], .done), ([.suspended: 11], .suspended),
    ([.suspended: 3], .notStarted), ([.underway: 1], .underway),
    ([.suspended: 1, .done: 10], .suspended), ([.suspended: 1, .done: 9], .underway),
    ([:], .notStarted),
  ])
  func theWholeFollowsFromItsLines(lines: [Status: Int], whole: Status) throws {
    let tallies = lines.map { tally(0, "140100", $0.key, $0.value) }
    let task = Field.task("d/1", [year], level: .eachCity)
    #expect(try standing(task, tallies, on: "2020-03-01").status == whole)
  }

  @Test func theGravestLineGivesTheLight() throws {
    let task = Field.task("d/1", [year], level: .eachCity)
    let tallies = [tally(0, "140100", .done, 10)]
    let standing = try standing(task, tallies, on: "2021-01-31")
    #expect(standing.light.signal == .red && standing.light.tier == 2)
    #expect(standing.lights.green == 10 && standing.lights.red == 1)
  }

  @Test func aPeriodThatHasNotBegunSleepsWhileItIsGreen() throws {
    let task = Field.task("d/1", [Deadline(.yearly)])
    let done = [tally(0, "140000", .done, 1, .year(2020))]
    let sleeping = try standing(task, done, on: "2021-02-01")
    #expect(sleeping.status == .done && sleeping.counts.total == 1)
    #expect(sleeping.light.signal == .green)
    let pressing = try standing(task, done, on: "2021-11-15")
    #expect(pressing.status == .underway && pressing.period == .year(2021))
    #expect(pressing.light.signal == .yellow)
  }

  @Test func aMissedPeriodStaysOwed() throws {
    let task = Field.task("d/1", [Deadline(.yearlyBy, by: YearDay(month: 2))])
    let tallies = [
      tally(0, "140000", .done, 1, .year(2020)), tally(0, "140000", .done, 1, .year(2022)),
    ]
    let standing = try standing(task, tallies, on: "2022-03-05")
    #expect(standing.period == .year(2021) && standing.due == Day("2021-02-28"))
    #expect(standing.light.signal == .red && standing.light.tier == 3)
    // The period of this year is over and done: nothing of it is to come.
    #expect(standing.coming == nil)
  }

  /// What is late hides nothing that falls due next.
  @Test func aLateTaskTellsThePeriodThatIsToCome() throws {
    let task = Field.task("d/1", [Deadline(.yearly)])
    let standing = try standing(
      task, [tally(0, "140000", .done, 1, .year(2020))], on: "2022-12-05")
    #expect(standing.period == .year(2021) && standing.due == Day("2021-12-31"))
    let next = try #require(standing.upcoming)
    #expect(next.period == .year(2022) && next.due == Day("2022-12-31"))
    #expect(next.light.signal == .yellow && next.current[.notStarted] == 1)
    let report = try #require(
      PlaceReport(
        of: "140000", Field.catalogue([task]), tallies: [], parts: [:],
        on: Field.day("2022-12-05")))
    #expect(report.next.map(\.due) == [Day("2022-12-31")])
  }

  @Test func whatIsSuspendedIsNotOwed() throws {
    let task = Field.task("d/1", [year])
    let standing = try standing(task, [tally(0, "140000", .suspended)], on: "2021-06-01")
    #expect(standing.status == .suspended && standing.light.signal == .grey)
  }

  @Test func aTaskIsNotThereBeforeItsDocument() {
    let catalogue = Field.catalogue([Field.task()])
    let before = TaskReport(catalogue, tallies: [], on: Field.day("2019-12-25"), in: "140000")
    let after = TaskReport(catalogue, tallies: [], on: Field.day("2019-12-26"), in: "140000")
    #expect(before.standings.isEmpty && after.standings.count == 1)
  }

  @Test func aCityHasItsOwnLinesOnly() throws {
    let counties = Field.task("d/1", level: .eachCounty)
    let tallies = [tally(0, "140400", .done, 5), tally(0, "140100", .done, 9)]
    let standing = try standing(counties, tallies, on: "2020-03-01", in: "140400")
    #expect(standing.counts.total == 12 && standing.counts[.done] == 5)
    let province = Field.catalogue([Field.task()])
    let report = TaskReport(province, tallies: [], on: Field.day("2020-03-01"), in: "140400")
    #expect(report.standings.isEmpty)
  }

  @Test func anEnteredDayIsHeldAgainstTheRules() throws {
    let catalogue = Field.catalogue([Field.task("d/1", [Deadline(.asRequired)])])
    let report = TaskReport(
      catalogue, tallies: [], entered: [0: Field.day("2020-02-01")], on: Field.day("2020-02-02"),
      in: "140000")
    #expect(try #require(report[0]).light.signal == .red)
  }

  @Test func countsAddUpOverTasks() {
    let catalogue = Field.catalogue([
      Field.task("d/1", [year]), Field.task("d/2", level: .eachCity), Field.task("c/1"),
    ])
    let report = TaskReport(
      catalogue, tallies: [tally(0, "140000", .done), tally(1, "140100", .underway)],
      on: Field.day("2020-03-01"), in: "140000")
    #expect(report.counts[.done] == 1 && report.counts[.underway] == 1)
    #expect(report.counts[.notStarted] == 1 && report.counts.total == 3)
    #expect(report.lights.green == 1 && report.lights.grey == 2)
  }
}

/// A whole is never taken from one of its parts.
@Suite struct WholeTests {
  private func whole(
    _ task: ReformTask, _ lines: [(Status, Int)], on day: String = "2021-03-01",
    period: Period? = nil
  ) throws -> TaskStanding {
    let tallies = lines.map {
      Tally(task: 0, city: "140100", period: period, status: $0.0, count: $0.1)
    }
    let report = TaskReport(
      Field.catalogue([task]), tallies: tallies, on: Field.day(day), in: "140000")
    return try #require(report[0])
  }

  private static let undated: [[Deadline]] = [[], [Deadline(.ongoing)], [Deadline(.asRequired)]]

  @Test(arguments: undated, [ReformTask.Level.eachCity, .eachCounty])
  func onePlaceDoesNotMakeATaskWithoutADayGreen(deadlines: [Deadline], level: ReformTask.Level)
    throws
  {
    let task = Field.task("d/1", deadlines, level: level)
    let one = try whole(task, [(.done, 1)])
    #expect(one.light.signal == .grey && one.status == .underway && one.isOwed)
    #expect(one.light.rule == 4)
    let lines = one.counts.total
    let last = try whole(task, [(.signedOff, lines - 1)])
    #expect(last.light.signal == .grey && last.status == .underway)
    let all = try whole(task, [(.done, lines)])
    #expect(all.light.signal == .green && all.status == .done && !all.isOwed)
  }

  @Test func namedPlacesAreAllOfThem() throws {
    let task = Field.task("d/1", level: .named, places: ["140100", "140400"])
    #expect(try whole(task, [(.done, 1)]).light.signal == .grey)
    #expect(try whole(task, [(.done, 2)]).light.signal == .green)
  }

  @Test func whatIsSuspendedLendsItsLightToNobody() throws {
    let day = Deadline(.year, due: Day("2020-12-31"), years: [2020])
    let task = Field.task("d/1", [day], level: .eachCity)
    let late = try whole(task, [(.done, 9), (.suspended, 1)])
    #expect(late.light.signal == .red && late.isOwed)
    let rest = try whole(task, [(.done, 10), (.suspended, 1)])
    #expect(rest.status == .suspended && rest.light.signal == .grey && !rest.isOwed)
    let none = try whole(Field.task("d/1", level: .eachCity), [(.done, 10), (.suspended, 1)])
    #expect(none.status == .suspended && none.light.signal == .grey)
  }

  @Test func datedStepsAreAllOfThem() throws {
    let steps = [2020, 2024].map { year in
      Deadline(.year, due: Day.last(ofYear: year), years: [year])
    }
    let task = Field.task("d/1", steps, level: .eachCity)
    let first = try whole(task, [(.done, 11)], period: .year(2020))
    #expect(first.status == .underway && first.isOwed && first.due == Day("2024-12-31"))
    #expect(first.light.signal == .green && first.light.rule == 11)
  }

  @Test func aCityThatBeginsEarlyDoesNotWakeTheOthers() throws {
    let task = Field.task("d/1", [Deadline(.yearly)], level: .eachCity)
    let tallies = [
      Tally(task: 0, city: "140100", period: .year(2020), status: .done, count: 11),
      Tally(task: 0, city: "140100", period: .year(2021), status: .underway, count: 1),
    ]
    let report = TaskReport(
      Field.catalogue([task]), tallies: tallies, on: Field.day("2021-02-01"), in: "140000")
    let standing = try #require(report[0])
    #expect(standing.counts.total == 12 && standing.counts.finished == 11)
    #expect(standing.current.total == 11 && standing.period == .year(2021))
  }

  @Test func aWholeOfLinesIsTheWholeOfTheirTallies() throws {
    let task = Field.task("d/1", [Deadline(.yearlyBy, by: YearDay(month: 2))], level: .eachCity)
    let catalogue = Field.catalogue([task])
    let day = Field.day("2022-02-10")
    let lines = catalogue.installments(of: task, on: day, entered: nil).flatMap { installment in
      catalogue.fanOut(of: task).enumerated().map { index, place in
        let status: Status = index < 4 ? .done : index < 6 ? .suspended : .underway
        return Standing(
          line: Line(task.id, in: place, period: installment.period), status: status,
          due: installment.due,
          light: catalogue.rules.light(of: status, due: installment.due, on: day))
      }
    }
    let tallies = lines.map {
      Tally(
        task: 0, city: $0.line.place, period: $0.line.period, status: $0.status, count: 1)
    }
    for place in ["140000", "140100", "140500", "141100"] {
      let there = lines.filter { catalogue.divisions.isWithin($0.line.place, place) }
      let whole = TaskStanding(there, of: task, at: 0, rules: catalogue.rules, on: day)
      let report = TaskReport(catalogue, tallies: tallies, on: day, in: place)
      #expect(whole == report[0], "\(place)")
    }
  }
}

@Suite struct FinishedRateTests {
  private func rate(_ finished: Int, _ total: Int) -> FinishedRate {
    var counts = StatusCounts()
    counts[.done] = finished
    counts[.notStarted] = total - finished
    return FinishedRate(counts, .local)
  }

  @Test(arguments: [
    (0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (3, 8, 38), (1, 200, 1), (1, 1000, 1),
    (199, 200, 99), (999, 1000, 99), (200, 200, 100), (79, 120, 66),
  ])
  func halvesGoUpAndTheEndsAreKeptForAllAndNothing(finished: Int, total: Int, percent: Int) {
    #expect(rate(finished, total).percent == percent)
  }

  @Test func nothingOfNothingIsNoRate() {
    #expect(rate(0, 0).percent == nil && rate(0, 0).words == "-")
  }

  @Test func theProvinceAndItsCitiesSayTheSameOfTheSameTasks() {
    // One task of ten lines here counts as much as one of a single line.
    let tasks = [Field.task("d/1", level: .eachCounty), Field.task("d/2", level: .eachCity)]
    let catalogue = Field.catalogue(tasks)
    let tallies = [
      Tally(task: 0, city: "140400", period: nil, status: .done, count: 11),
      Tally(task: 1, city: "140400", period: nil, status: .done, count: 1),
    ]
    let day = Field.day("2020-03-01")
    let report = TaskReport(catalogue, tallies: tallies, on: day, in: "140400")
    let row = League(catalogue, tallies: tallies, on: day).rows.first { $0.place == "140400" }
    #expect(report.rate.percent == 50 && row?.rate.percent == 50)
    #expect(report.rate.base == .local && row?.rate.base == .shared)
    #expect(row?.lights == report.lights)
  }

  @Test func tasksThatNameSomeCitiesAreNotShared() {
    let catalogue = Field.catalogue([
      Field.task("d/1", level: .eachCity),
      Field.task("d/2", level: .named, places: ["140100", "140400"]),
    ])
    let rows = League(catalogue, tallies: [], on: Field.day("2020-03-01")).rows
    #expect(rows.allSatisfy { $0.rate.total == 1 })
  }
}

@Suite struct LeagueTests {
  private func league(_ finished: [String: Int]) -> League {
    let tasks = (1...4).map { Field.task("d/\($0)", level: .eachCity) } + [Field.task("c/1")]
    let tallies = finished.flatMap { city, count in
      (0..<count).map {
        Tally(task: $0, city: city, period: nil, status: .done, count: 1)
      }
    }
    return League(Field.catalogue(tasks), tallies: tallies, on: Field.day("2020-03-01"))
  }

  @Test func tiesShareARankAndTheNextOneIsSkipped() {
    let rows = league(["140400": 4, "140100": 2, "140200": 2, "140300": 1]).rows
    #expect(rows.prefix(5).map(\.rank) == [1, 2, 2, 4, 5])
    #expect(rows.prefix(4).map(\.place) == ["140400", "140100", "140200", "140300"])
    #expect(rows.dropFirst(4).allSatisfy { $0.rank == 5 })
  }

  @Test func aCitysOwnTasksDoNotCount() {
    let rows = league([:]).rows
    #expect(rows.count == 11)
    #expect(rows.allSatisfy { $0.counts.total == 4 && $0.rank == 1 && $0.rate.percent == 0 })
  }

  /// Nobody has a rank where nothing is shared, and nobody leads with nothing finished.
  @Test func whoHasNothingFinishedDoesNotLead() {
    let empty = League(Field.catalogue([]), tallies: Tallies([]), on: Field.day("2020-03-01"))
    #expect(empty.rows.count == 11 && empty.rows.allSatisfy { $0.rank == nil })
    #expect(empty.ends(3).first.isEmpty && empty.ends(3).last.isEmpty)
    let one = league(["140400": 2]).ends(3)
    #expect(one.first.map(\.place) == ["140400"])
    #expect(one.last.count == 10 && one.last.allSatisfy { $0.rank == 2 })
    let none = league([:]).ends(3)
    #expect(none.first.isEmpty && none.last.count == 11)
    let four = league(["140400": 4, "140100": 3, "140200": 2, "140300": 1]).ends(3)
    #expect(four.first.map(\.place) == ["140400", "140100", "140200"])
    #expect(four.last.count == 7)
  }
}
