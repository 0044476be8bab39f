import Reform
import Testing

@Suite struct ScheduleTests {
  /// What is due, written as `2020:2020-02-29`.
  private func dues(
    _ deadlines: [Deadline], on day: String, issued: String = "2019-12-26", entered: String? = nil
  ) -> [String] {
    Field.task("d/1", deadlines).installments(
      on: Field.day(day), issued: Field.day(issued), entered: entered.map(Field.day)
    ).map { "\($0.period?.description ?? "-"):\($0.due?.description ?? "-")" }
  }

  @Test func aDateIsDueOnce() {
    let date = [Deadline(.date, due: Day("2020-01-31"))]
    #expect(dues(date, on: "2019-12-26") == ["-:2020-01-31"])
    #expect(dues(date, on: "2023-05-05") == ["-:2020-01-31"])
  }

  @Test func aYearIsDueAtItsEnd() {
    let year = [Deadline(.year, due: Day("2022-12-31"), years: [2022])]
    #expect(dues(year, on: "2020-01-01") == ["-:2022-12-31"])
  }

  @Test func aRangeIsDueAtItsEndOnce() {
    let range = [Deadline(.range, due: Day("2022-12-31"), years: [2020, 2021, 2022])]
    #expect(dues(range, on: "2021-06-01") == ["-:2022-12-31"])
  }

  @Test func whatIsOngoingOrUndatedIsNeverDue() {
    #expect(dues([Deadline(.ongoing)], on: "2030-01-01") == ["-:-"])
    #expect(dues([], on: "2030-01-01") == ["-:-"])
  }

  @Test func asTheStateRequiresIsDueOnTheDayEntered() {
    #expect(dues([Deadline(.asRequired)], on: "2020-06-01") == ["-:-"])
    #expect(
      dues([Deadline(.asRequired)], on: "2020-06-01", entered: "2020-09-30") == ["-:2020-09-30"])
  }

  @Test func theEndOfFebruaryComesEveryYearAndMissedOnesStay() {
    let yearly = [Deadline(.yearlyBy, due: Day("2020-02-29"), by: YearDay(month: 2))]
    #expect(dues(yearly, on: "2020-01-01") == ["2020:2020-02-29"])
    #expect(dues(yearly, on: "2020-02-29") == ["2020:2020-02-29"])
    #expect(dues(yearly, on: "2020-03-01") == ["2020:2020-02-29", "2021:2021-02-28"])
    #expect(
      dues(yearly, on: "2024-02-29") == [
        "2020:2020-02-29", "2021:2021-02-28", "2022:2022-02-28", "2023:2023-02-28",
        "2024:2024-02-29",
      ])
  }

  @Test func aRangeOfYearsEndsWithItsLast() {
    let range = [Deadline(.rangeYearly, due: Day("2022-12-31"), years: [2020, 2021, 2022])]
    #expect(dues(range, on: "2020-05-01") == ["2020:2020-12-31"])
    #expect(dues(range, on: "2021-01-01") == ["2020:2020-12-31", "2021:2021-12-31"])
    #expect(
      dues(range, on: "2025-01-01") == ["2020:2020-12-31", "2021:2021-12-31", "2022:2022-12-31"])
  }

  @Test func theFirstYearOfYearlyWorkLeavesNinetyDays() {
    let yearly = [Deadline(.yearly)]
    #expect(dues(yearly, on: "2020-01-05", issued: "2019-12-26") == ["2020:2020-12-31"])
    #expect(dues(yearly, on: "2019-10-02", issued: "2019-10-02") == ["2019:2019-12-31"])
    #expect(dues(yearly, on: "2019-10-03", issued: "2019-10-03") == ["2020:2020-12-31"])
  }

  @Test func theFirstDayOfTheYearThatIsStillToComeCounts() {
    let yearly = [Deadline(.yearlyBy, by: YearDay(month: 3, day: 31))]
    #expect(dues(yearly, on: "2019-01-01", issued: "2019-01-01") == ["2019:2019-03-31"])
    #expect(dues(yearly, on: "2019-05-01", issued: "2019-04-01") == ["2020:2020-03-31"])
  }

  @Test func severalDatesAreInstallmentsNamedByTheirYears() {
    let dates = [
      Deadline(.year, due: Day("2022-12-31")), Deadline(.date, due: Day("2020-06-30")),
      Deadline(.date, due: Day("2021-06-30")),
    ]
    #expect(
      dues(dates, on: "2020-01-01") == ["2020:2020-06-30", "2021:2021-06-30", "2022:2022-12-31"])
  }

  @Test func aDateBesideOngoingWorkIsStillDueOnce() {
    let mixed = [Deadline(.ongoing), Deadline(.date, due: Day("2020-06-30"))]
    #expect(dues(mixed, on: "2020-01-01") == ["-:2020-06-30"])
  }
}

@Suite struct FanOutTests {
  private func places(_ task: ReformTask) -> [Division.Code] {
    Field.catalogue([task]).fanOut(of: task)
  }

  @Test func aTaskOfTheProvinceStandsInTheProvince() {
    #expect(places(Field.task()) == ["140000"])
    #expect(places(Field.task("c/1")) == ["140400"])
  }

  @Test func everyCityAndEveryCountyIsCounted() {
    let cities = places(Field.task(level: .eachCity))
    let counties = places(Field.task(level: .eachCounty))
    #expect((cities.count, counties.count) == (11, 117))
    #expect(cities == cities.sorted() && counties == counties.sorted())
  }

  @Test func aCitysOwnDocumentReachesItsOwnCountiesOnly() {
    #expect(places(Field.task("c/1", level: .eachCity)) == ["140400"])
    let counties = places(Field.task("c/1", level: .eachCounty))
    #expect(counties.count == 12)
    #expect(counties.allSatisfy { $0.hasPrefix("1404") })
  }

  @Test func namedPlacesStandInPrintedOrderOnce() {
    let named = Field.task(level: .named, places: ["140800", "140100", "140800"])
    #expect(places(named) == ["140800", "140100"])
    #expect(places(Field.task(level: .named)) == ["140000"])
  }
}
