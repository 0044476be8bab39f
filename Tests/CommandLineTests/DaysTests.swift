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

  @Test func lookingAheadIsAllowed() throws {
    let program = try Program()
    try program.with(.bundled)
    #expect(try program.run("tasks", "--today", "2099-01-01").code == 0)
  }
}
