import Reform
import Testing

@Suite struct DayTests {
  @Test(arguments: [(2020, true), (2019, false), (2000, true), (1900, false), (2100, false)])
  func februaryHasTwentyNineDaysInLeapYearsOnly(year: Int, isLeap: Bool) {
    #expect((Day(year, 2, 29) != nil) == isLeap)
    #expect(Day.last(ofMonth: 2, in: year)?.day == (isLeap ? 29 : 28))
  }

  @Test func ordinalsComeBackOverFourHundredYears() throws {
    let first = try #require(Day(1800, 1, 1))
    let last = try #require(Day(2200, 12, 31))
    var before: Day?
    for ordinal in first.ordinal...last.ordinal {
      let day = Day(ordinal: ordinal)
      guard day.ordinal == ordinal, Day(day.year, day.month, day.day) == day else {
        Issue.record("\(ordinal) gives \(day), and that \(day.ordinal)")
        return
      }
      if let before, !(before < day) { Issue.record("\(before) is not before \(day)") }
      before = day
    }
    #expect(first.days(until: last) + 1 == 401 * 365 + 97)
  }

  @Test func theFirstDayOf1970HasOrdinalZero() throws {
    #expect(Day(ordinal: 0).description == "1970-01-01")
    #expect(try #require(Day(2024, 12, 6)).ordinal == 20_063)
  }

  @Test func daysAreCountedAcrossALeapDay() throws {
    let day = try #require(Day(2020, 2, 28))
    #expect(day.adding(days: 1).description == "2020-02-29")
    #expect(day.adding(days: 2).description == "2020-03-01")
    #expect(day.adding(days: -59).description == "2019-12-31")
    #expect(day.days(until: try #require(Day(2021, 2, 28))) == 366)
    #expect(day.adding(days: 5).days(until: day) == -5)
  }

  @Test(arguments: [
    "2020-02-30", "2019-02-29", "2020-13-01", "2020-00-10", "2020-1-01", "20-01-01", "2020-01-00",
    "2020/01/01", "2020-01-01 ", "", "０２０２-01-01", "-020-01-01", "0000-01-01", "2020-01-01-01",
  ])
  func whatIsNoDayIsRefused(text: String) { #expect(Day(text) == nil) }

  @Test(arguments: ["2020-02-29", "0001-01-01", "9999-12-31", "1999-10-05"])
  func aDayReadsWhatItWrites(text: String) throws {
    #expect(try #require(Day(text)).description == text)
  }

  @Test func theLastDayOfAMonthNeedsAMonth() {
    #expect(Day.last(ofMonth: 13, in: 2020) == nil)
    #expect(Day.last(ofMonth: 4, in: 2020)?.description == "2020-04-30")
    #expect(Day.last(ofYear: 2020).description == "2020-12-31")
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2020", "2020-12-31"), ("2020-H1", "2020-06-30"), ("2020-H2", "2020-12-31"),
    ("2020-Q1", "2020-03-31"), ("2020-Q4", "2020-12-31"), ("2020-02", "2020-02-29"),
    ("2019-02", "2019-02-28"), ("2020-11", "2020-11-30"),
  ])
  func aPeriodReadsWhatItWritesAndEnds(text: String, end: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == text)
    #expect(period.end.description == end)
    #expect(period.year == Int(text.prefix(4)))
  }

  @Test(arguments: [
    "", "20", "2020-", "2020-H3", "2020-Q5", "2020-13", "2020-2", "2020-02-01", "x",
  ])
  func whatIsNoPeriodIsRefused(text: String) { #expect(Period(text) == nil) }

  @Test func periodsStandInTheOrderOfTheirEnds() {
    let sorted = [Period.year(2021), .quarter(2020, 1), .year(2019), .month(2020, 2)].sorted()
    #expect(sorted == [.year(2019), .month(2020, 2), .quarter(2020, 1), .year(2021)])
  }
}

@Suite struct YearDayTests {
  @Test func theEndOfFebruaryFollowsTheYear() throws {
    let end = try #require(YearDay("02-end"))
    #expect(end.day(in: 2019).description == "2019-02-28")
    #expect(end.day(in: 2020).description == "2020-02-29")
  }

  @Test func aDayThatAYearLacksIsTheMonthsLast() {
    #expect(YearDay(month: 2, day: 30).day(in: 2020).description == "2020-02-29")
    #expect(YearDay(month: 4, day: 31).day(in: 2020).description == "2020-04-30")
  }

  @Test(arguments: ["02-end", "03-31", "12-01"])
  func aYearDayReadsWhatItWrites(text: String) throws {
    #expect(try #require(YearDay(text)).description == text)
  }

  @Test(arguments: ["13-01", "00-end", "02-32", "02", "02-00", "x-end", ""])
  func whatIsNoYearDayIsRefused(text: String) { #expect(YearDay(text) == nil) }
}
