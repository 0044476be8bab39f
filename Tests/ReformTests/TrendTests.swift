import Foundation
import Reform
import Testing

@Suite struct TrendTests {
  /// One county with a value for each year, over 1000.
  private func years(_ values: [Int: Decimal], broken: Int? = nil) -> [Figure] {
    values.map { year, value in
      Small.figure(
        "990201", year, value * 10, 1000, flags: year == broken ? .breakInSeries : [])
    }
  }

  private func pace(_ values: [Int: Decimal], broken: Int? = nil) -> Decimal? {
    Small.report(years(values, broken: broken)).trend("share", in: "990201")?.pace(upTo: 2023)?
      .yearly
  }

  @Test func changesAreInPercentagePoints() throws {
    let trend = try #require(Small.report().trend("share", in: "990100"))
    #expect(trend.points.map(\.year) == [2022, 2023])
    #expect(trend.points[0].change == nil)
    #expect(trend.points[1].change?.rounded(6) == decimal("3.095238"))
  }

  @Test func thePaceIsTheMeanOfAtMostThreeYears() {
    #expect(pace([2019: 5, 2020: 10, 2021: 11, 2022: 13, 2023: 16]) == 2)
    #expect(pace([2022: 13, 2023: 16]) == 3)
    #expect(pace([2023: 16]) == nil)
    #expect(pace([2020: 10, 2022: 13, 2023: 16]) == 3)
  }

  @Test func thePaceSaysHowManyYearsItRestsOn() throws {
    func years(_ values: [Int: Decimal], broken: Int? = nil) -> Int? {
      Small.report(self.years(values, broken: broken)).trend("share", in: "990201")?
        .pace(upTo: 2023)?.years
    }
    #expect(years([2019: 5, 2020: 10, 2021: 11, 2022: 13, 2023: 16]) == 3)
    #expect(years([2022: 13, 2023: 16]) == 1 && years([2023: 16]) == nil)
    #expect(years([2020: 10, 2021: 11, 2022: 20, 2023: 21], broken: 2022) == 1)
    let gap = try #require(
      Small.report(Small.whole, Small.target(35)).gap("share", in: "990000", 2023))
    #expect(gap.paceYears == 1 && gap.holdsDenominator)
  }

  @Test func acrossABreakThereIsADifferenceAndNoChange() throws {
    let report = Small.report(years([2022: 20, 2023: 26], broken: 2023))
    let point = try #require(report.trend("share", in: "990201")?.points.last)
    #expect(point.change == nil && point.changeAcrossBreak == 6)
    #expect(report.change("share", in: "990201", 2023) == nil)
    let explained = try #require(Explanation(report, "share", in: "990201", 2023))
    #expect(explained.change == nil && explained.changeAcrossBreak == 6)
  }

  @Test func aBreakEndsThePace() {
    let values: [Int: Decimal] = [2020: 10, 2021: 11, 2022: 20, 2023: 21]
    #expect(pace(values, broken: 2022) == 1)
    #expect(pace(values, broken: 2023) == nil)
  }

  @Test func theDistanceIsInTheUnitOfTheNumerator() throws {
    let report = Small.report(Small.whole, Small.target(35))
    let gap = try #require(report.gap("share", in: "990000", 2023))
    // 35 % of 3500 is 1225; 1010 are there.
    #expect(gap.numerator == 215 && !gap.isMet)
    #expect(gap.paceNeeded?.rounded(6) == decimal("3.071429"))
    #expect(gap.pace?.rounded(6) == decimal("1.714286"))
    // 6.14 points at 1.71 a year: four years.
    #expect(gap.yearReached == 2027)
  }

  @Test func aTargetThatIsMetIsNotMissingAnything() throws {
    let report = Small.report(Small.whole, Small.target(28))
    let gap = try #require(report.gap("share", in: "990000", 2023))
    #expect(gap.isMet && gap.numerator == 0 && gap.value == 0 && gap.yearReached == 2023)
  }

  @Test func aLimitThatIsExceededAsksForLess() throws {
    let report = Small.report(Small.whole, Small.target(25, .atMost, year: nil))
    let gap = try #require(report.gap("share", in: "990000", 2023))
    #expect(gap.numerator == -135 && gap.value < 0 && gap.paceNeeded == nil)
    #expect(gap.yearReached == nil)
  }

  @Test func aRangeAimsAtItsNearerEnd() throws {
    var range = Small.target(10, .range)
    range.upper = 20
    let gap = try #require(Small.report(Small.whole, range).gap("share", in: "990000", 2023))
    #expect(gap.numerator == -310)
  }

  @Test func theNearestYearNotYetOverIsTheTarget() {
    let report = Small.report(
      Small.whole, Small.target(30, year: 2020), Small.target(33, year: 2024),
      Small.target(35, year: 2027), Small.target(20, year: nil))
    func value(_ year: Int) -> Decimal? {
      report.target(of: "share", in: "990000", year)?.value
    }
    #expect(value(2019) == 30 && value(2023) == 33 && value(2025) == 35 && value(2030) == 20)
    #expect(report.target(of: "share", in: "110000", 2023) == nil)
  }

  @Test func scopesSayWhichPlacesATargetBinds() {
    func holds(_ scope: Target.Scope) -> [Division.Code] {
      Small.divisions.all.map(\.id).filter {
        Small.target(1, scope: scope).holds(in: $0, Small.divisions)
      }
    }
    #expect(holds(.inAll) == ["990000"] && holds(.eachCity) == ["990100", "990200"])
    #expect(holds(.eachCounty).count == 3 && holds(.everywhere).count == 6)
  }

  @Test func anExplanationShowsTheWorking() throws {
    let report = Small.report(Small.whole, Small.target(35))
    let sum = try #require(Explanation(report, "share", in: "990000", 2022))
    #expect(sum.working.zh == "950 ÷ 3,500 × 100 = 27.14%")
    #expect(sum.parts.map(\.place) == ["990100", "990200"] && sum.figure == nil)
    #expect(sum.gap?.numerator == 275 && sum.target?.value == 35)
    let sent = Small.figure("990101", 2022, 310, 1000, batch: 2)
    let old = Small.figure("990101", 2022, 300, 1000, batch: 1)
    let day = Day(ordinal: 19_000)
    let history = [sent, old].enumerated().map { index, figure in
      PostedFigure(figure, in: Batch(id: 2 - index, kind: .file, who: "王明", day: day, at: ""))
    }
    let entered = try #require(
      Explanation(Small.report([sent]), "share", in: "990101", 2022, history: history))
    #expect(entered.working.en == "310 ÷ 1,000 × 100 = 31.00%" && entered.batch?.id == 2)
    #expect(entered.earlier.map(\.figure.numerator) == [300])
    #expect(Explanation(report, "share", in: "990000", 2019) == nil)
  }
}
