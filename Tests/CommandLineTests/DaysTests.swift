import Runtime
import TestSupport
import Testing

/// Days that no entry can bear.
@Suite struct DaysTests {
  @Test(arguments: ["2099-01-01", "2018-12-31"])
  func anEntryFarAheadOrBeforeItsDocumentIsRefused(day: String) throws {
    let program = try Program()
    try program.with(.bundled)
    let result = try program.run("mark", "annex-8", "--status", "done", "--today", day)
    #expect(result.code == 2 && result.complaint.contains(day), "\(result.complaint)")
    #expect(try JSON(program.run("history", "--json").output).items.isEmpty)
  }

  /// Half a year after the clock: said and refused, unless it is meant.
  @Test func anEntryAfterTheClockIsAskedFor() throws {
    let program = try Program()
    try program.with(.bundled)
    let day = "\(Clock.today().adding(days: 180))"
    let mark = ["mark", "annex-8", "--status", "done", "--today", day]
    let result = try program.run(mark)
    #expect(result.code == 2 && result.complaint.contains("--ahead"), "\(result.complaint)")
    #expect(try JSON(program.run("history", "--json").output).items.isEmpty)
    let meant = try program.run(mark + ["--ahead"])
    #expect(meant.code == 0 && meant.complaint.contains(day), "\(meant.complaint)")
    #expect(try JSON(program.run("history", "--json").output).items.count == 1)
  }

  @Test func lookingAheadIsAllowed() throws {
    let program = try Program()
    try program.with(.bundled)
    #expect(try program.run("tasks", "--today", "2099-01-01").code == 0)
  }

  @Test func aReportOnAYearBeforeTheBooksIsRefused() throws {
    let program = try Program()
    try program.with(.bundled)
    for period in [["year", "1924"], ["month", "1924-05"], ["month", "1949-09"]] {
      let result = try program.run(["report"] + period + ["--to", "out/"])
      #expect(result.code == 2 && result.complaint.contains("1949-10-01"), "\(result.complaint)")
      #expect(result.complaint.split(separator: "\n").count == 1)
    }
  }
}
