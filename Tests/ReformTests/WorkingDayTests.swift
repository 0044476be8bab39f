import Bundle
import Foundation
import Intake
import Reform
import Testing

@Suite struct WorkingDayTests {
  private let days: WorkingDays

  init() throws { days = try BundledCatalogue.slipRules().calendar }

  private func day(_ text: String) -> Day { Field.day(text) }

  @Test(arguments: [
    // National Day of 2020: eight days off, Sunday 09-27 and Saturday 10-10 worked.
    ("2020-09-25", 1, "2020-09-27"), ("2020-09-30", 1, "2020-10-09"),
    ("2020-09-30", 2, "2020-10-10"), ("2020-09-30", 3, "2020-10-12"),
    // Spring Festival of 2021: off from 02-11 to 02-17, Sunday 02-07 and Saturday 02-20 worked.
    ("2021-02-05", 1, "2021-02-07"), ("2021-02-10", 1, "2021-02-18"),
    ("2021-02-10", 3, "2021-02-20"), ("2021-02-10", 4, "2021-02-22"),
    // An ordinary week, and the turn of a year.
    ("2020-11-06", 1, "2020-11-09"), ("2020-12-31", 1, "2021-01-04"),
    ("2020-11-04", 0, "2020-11-04"),
  ])
  func aDueDayLiesSoManyWorkingDaysLater(after: String, count: Int, due: String) {
    #expect(days.due(after: day(after), workingDays: count) == day(due))
    #expect(days.count(from: day(after), to: day(due)) == count)
    #expect(days.count(from: day(due), to: day(after)) == -count)
  }

  @Test func countingIsLookingAtEveryDay() {
    let first = day("2018-01-01")
    for start in stride(from: 0, to: 3200, by: 97) {
      for length in [0, 1, 6, 7, 8, 40, 200] {
        let (from, to) = (first.adding(days: start), first.adding(days: start + length))
        let found = (0..<length).count { days.isWorkingDay(from.adding(days: $0 + 1)) }
        #expect(days.count(from: from, to: to) == found, "\(from) \(to)")
      }
    }
  }

  @Test func weekendsAreThoseOfTheCalendar() {
    #expect(day("2020-11-28").isWeekend && day("2020-11-29").isWeekend)
    #expect(!day("2020-11-27").isWeekend && !day("2020-11-30").isWeekend)
    #expect(day("0001-01-06").isWeekend && !day("0001-01-05").isWeekend)
    #expect(!day("1969-12-31").isWeekend && day("1970-01-03").isWeekend)
    #expect(!days.isWorkingDay(day("2020-10-01")) && days.isWorkingDay(day("2020-10-10")))
    #expect(days.holiday(on: day("2020-10-04")) == "National Day")
    #expect(days.holiday(on: day("2020-10-11")) == nil)
  }

  @Test func aDayThatIsNotWorkedIsToldWithThoseBesideIt() throws {
    let told = try #require(days.told(off: day("2020-10-04")))
    #expect(told.zh.contains("国庆节") && told.zh.contains("2020-09-30"))
    #expect(told.en.contains("National Day") && told.en.contains("2020-10-09"))
    #expect(days.told(off: day("2020-11-28"))?.zh.contains("周末") == true)
    #expect(days.told(off: day("2020-10-10")) == nil)
  }

  @Test func aYearThatIsNotThereIsCountedByWeekendsAndTold() throws {
    #expect(days.years == Set(2018...2026))
    #expect(days.untold(from: day("2026-12-30"), to: day("2027-01-04")) == [2027])
    #expect(days.untold(from: day("2028-01-04"), to: day("2026-12-30")) == [2027, 2028])
    #expect(days.untold(from: day("2020-01-01"), to: day("2020-12-31")).isEmpty)
    // New Year's Day of 2027 is a Friday that no table takes out.
    #expect(days.due(after: day("2026-12-31"), workingDays: 1) == day("2027-01-01"))
    let told = try #require(WorkingDays.told([2028, 2027, 2027]))
    #expect(told.zh.contains("2027、2028") && told.en.contains("2027, 2028"))
    #expect(WorkingDays.told([]) == nil)
  }

  @Test func aNewYearInDecemberIsNoWholeYear() throws {
    let table = "day,kind,holiday\n2029-12-31,off,New Year\n2030-01-01,off,New Year\n"
    let read = try HolidayTable.read(Array(table.utf8), file: "own.csv")
    #expect(read.years == [2030] && !read.isWorkingDay(day("2029-12-31")))
  }

  @Test(arguments: [
    ("2020-13-01,off,x", "own.csv:2 "), ("2020-10-01,free,x", "“free”"),
    ("2020-10-01,off,x\n2020-10-01,off,y", "own.csv:3 2020-10-01"),
    ("2020-10-12,working,x", "2020-10-12"), ("2020-10-01,off,\"x", "own.csv:2 "),
  ])
  func aTableOfTheOfficeIsTakenWholeOrNotAtAll(lines: String, words: String) throws {
    let fault = try #require(throws: Fault.self) {
      try HolidayTable.read(Array("day,kind,holiday\n\(lines)\n".utf8), file: "own.csv")
    }
    #expect(fault.message.zh.contains(words) && fault.message.en.contains(words))
    #expect(fault.exitCode == 1)
    #expect(throws: Fault.self) {
      try HolidayTable.read(Array("日期,类别\n2020-10-01,off\n".utf8), file: "own.csv")
    }
  }
}
