import Foundation
import TestSupport
import Testing

/// Standard output that takes nothing: status 1 and a sentence, and what was entered is said.
@Suite struct OutputTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.with(.bundled)
  }

  @Test(arguments: [["tasks", "--csv"], ["history"], ["--help"], ["config", "--print"]])
  func aFullDiskIsSaid(arguments: [String]) throws {
    let result = try program.run(arguments, output: "/dev/full")
    #expect(result.code == 1)
    #expect(result.complaint.contains("标准输出写不出去"), "\(result.complaint)")
    #expect(result.complaint.split(separator: "\n").count == 1)
  }

  @Test func whatWasEnteredIsSaidToBe() throws {
    let mark = ["mark", "annex-8", "--status", "done", "--today", "2020-03-02"]
    let full = try program.run(mark, output: "/dev/full")
    #expect(full.code == 1 && full.complaint.contains("已记入台账"))
    let closed = try program.run(mark, through: ["/bin/sh", "-c", "exec \"$0\" \"$@\" >&-"])
    #expect(closed.code == 1 && closed.complaint.contains("请不要重复登记"))
    #expect(try JSON(program.run("history", "--json").output).items.count == 2)
    #expect(try program.run("check").output.contains("台账完好"))
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let pipe = ["/bin/sh", "-c", "\"$0\" \"$@\" | head -c 1 >/dev/null"]
    let result = try program.run(["tasks", "--json"], through: pipe)
    #expect(result.code == 0 && result.complaint.isEmpty, "\(result.complaint)")
  }
}
