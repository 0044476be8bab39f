import Reform
import Testing

/// Days that the books do not know, and what comes round every year.
struct BookDayTests {
  @Test(arguments: [
    ("1949-09-30", false), ("1949-10-01", true), ("2099-12-31", true), ("2100-01-01", false),
  ])
  func theBooksKnowTheDaysOfTheRepublicToTheEndOfTheCentury(_ text: String, _ isKnown: Bool) throws
  {
    let day = try #require(Day(text))
    #expect(BookDays.all.contains(day) == isKnown)
    if isKnown {
      #expect(try BookDays.held(day) == day)
    } else {
      let fault = #expect(throws: Fault.self) { try BookDays.held(day) }
      #expect(fault?.message.zh.contains("2099-12-31") == true)
    }
  }

  @Test func whatComesRoundEveryYearEndsWithTheBooks() {
    let task = Field.task("d/1", [Deadline(.yearly)])
    let all = task.installments(on: .last(ofYear: 9999), issued: .last(ofYear: 1))
    #expect(all.count == 2099 - 1949 + 1)
    #expect(all.first?.period == .year(1949) && all.last?.period == .year(2099))
  }
}
