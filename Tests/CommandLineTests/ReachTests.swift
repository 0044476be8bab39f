import Foundation
import TestSupport
import Testing

/// Actuals of targets from the command line, and what is said of them afterwards.
@Suite struct ReachTests {
  private let program: Program
  private let day = ["--today", "2024-12-06"]

  init() throws {
    program = try Program()
    try program.with(.bundled)
  }

  private func reach(
    _ value: String, on day: String, task: String = "jzf-2023-15/2.2.4", target: String = "2",
    _ more: String...
  ) throws -> Program.Result {
    try program.run(
      ["reach", task, "--target", target, "--value", value, "--on", day, "--source", "通报"] + more
        + self.day)
  }

  @Test func whatWasEnteredIsSaidAndNotTheNewerNumber() throws {
    #expect(try reach("103", on: "2024-09-30").output.contains("103个"))
    let older = try reach("90", on: "2024-03-31")
    #expect(older.output.contains("90个") && older.output.contains("2024-03-31"))
    #expect(!older.output.contains("103"))
    let english = try reach("91", on: "2024-04-30", "--lang", "en")
    #expect(english.output.contains("91") && !english.output.contains("个"))
  }

  @Test func itStandsInTheHistory() throws {
    _ = try reach("103", on: "2024-09-30", "--by", "李华")
    let table = try program.run("history").output
    #expect(table.contains("李华") && table.contains("接入省远程会诊中心的县级医疗集团 103个"))
    let entry = try #require(try JSON(program.run("history", "--json").output).items.first)
    #expect(entry["actual"]["value"].number == 103 && entry["actual"]["on"].text == "2024-09-30")
    #expect(entry["task"].text == "jzf-2023-15/2.2.4")
  }

  @Test(arguments: [
    ("120", "2024-09-30", "117"), ("10", "1900-01-01", "1949-10-01 至 2099-12-31"),
    ("10", "1950-01-01", "印发日"), ("10", "2025-01-01", "还没到"),
  ])
  func whatCannotBeIsRefused(value: String, day: String, words: String) throws {
    let result = try reach(value, on: day)
    #expect(result.code != 0 && result.output.isEmpty)
    #expect(result.complaint.contains(words), "\(result.complaint)")
    #expect(try JSON(program.run("history", "--json").output).items.isEmpty)
  }
}
