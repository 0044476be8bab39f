import Foundation
import TestSupport
import Testing

@Suite struct MarkTests {
  private let program: Program
  private let day = ["--today", "2020-03-02"]

  init() throws {
    program = try Program()
    try program.with(.bundled)
  }

  private func history(_ more: String...) throws -> [JSON] {
    try JSON(try program.run(["history", "--json"] + more).output).items
  }

  @Test func anEntryIsMadeAndReadBack() throws {
    let result = try program.run(
      ["mark", "annex-9", "--place", "长治", "--status", "已办结", "--note", "备注", "--by", "李华"] + day)
    #expect(result.code == 0)
    #expect(result.output == "已记入台账：长治市 医保与医院集体协商机制 已办结\n")
    let entry = try #require(try history().first)
    #expect(entry["task"].text == "jyg-2019-1/annex-9" && entry["place"].text == "140400")
    #expect(entry["status"].text == "done" && entry["note"].text == "备注")
    #expect(entry["who"].text == "李华" && entry["day"].text == "2020-03-02")
    #expect(
      entry.keys.isSuperset(of: [
        "id", "act", "kind", "task", "place", "period", "status", "note", "day", "at", "who",
        "takenBack",
      ]))
    #expect(entry["kind"].text == "enter" && entry["takenBack"].number == 0)
  }

  @Test func theOnlyPlaceNeedNotBeNamedAndThePeriodOwedIsTaken() throws {
    let result = try program.run(["mark", "annex-13", "--status", "done", "--json"] + day)
    let entry = try JSON(result.output)
    #expect(entry["place"].text == "140000" && entry["period"].text == "2020")
    #expect(entry["who"].text == "tester")
    let next = try program.run(["mark", "annex-13", "--status", "underway", "--json"] + day)
    #expect(try JSON(next.output)["period"].text == "2021")
    let named = try program.run(
      ["mark", "annex-13", "--status", "signedOff", "--period", "2020", "--json"] + day)
    #expect(try JSON(named.output)["period"].text == "2020")
  }

  @Test func englishSaysItInEnglish() throws {
    let result = try program.run(["mark", "annex-8", "--status", "done", "--lang", "en"] + day)
    #expect(result.output.hasPrefix("Entered in the ledger") && result.output.contains("Linfen"))
  }

  @Test func historyIsNewestFirstAndFiltered() throws {
    for (status, day) in [("underway", "2020-03-01"), ("done", "2020-03-05")] {
      _ = try program.run("mark", "annex-8", "--status", status, "--today", day)
    }
    _ = try program.run("mark", "annex-3", "--status", "done", "--today", "2020-03-05")
    #expect(
      try history().map { $0["task"].text } == [
        "jyg-2019-1/annex-3", "jyg-2019-1/annex-8", "jyg-2019-1/annex-8",
      ])
    #expect(try history("annex-8").map { $0["status"].text } == ["done", "underway"])
    #expect(try history("--since", "2020-03-02").count == 2)
    #expect(try history("--limit", "1").count == 1)
    #expect(try history("--as-of", "2020-03-04").map { $0["status"].text } == ["underway"])
    #expect(try history("--place", "临汾").count == 2)
  }

  @Test(arguments: [
    (["mark"], "task"), (["mark", "annex-8"], "--status"),
    (["mark", "nope", "--status", "done"], "没有编号为“nope”的任务"),
    (["mark", "9", "--status", "done"], "不止一项任务"),
    (["mark", "annex-8", "--status", "finished"], "没有状态“finished”"),
    (["mark", "annex-9", "--status", "done"], "5 个地区"),
    (["mark", "annex-9", "--status", "done", "--place", "大同"], "大同市没有任务"),
    (["mark", "annex-9", "--status", "done", "--place", "城区"], "不止一个"),
    (["mark", "annex-13", "--status", "done", "--period", "2031"], "没有 2031 这一期"),
    (["mark", "annex-13", "--status", "done", "--period", "soon"], "没有 soon 这一期"),
    (["mark", "annex-8", "--status", "done", "--by", "  "], "--by"),
    (["mark", "annex-8", "--status", "done", "--read-only"], "--read-only"),
    (["mark", "annex-8", "--status", "done", "--as-of", "2020-01-01"], "--as-of"),
    (["mark", "annex-8", "--status", "done", "--today", "2020-2-3"], "--today"),
  ])
  func aMistakeIsOneSentenceAndNothingIsEntered(arguments: [String], words: String) throws {
    let result = try program.run(arguments)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.complaint.contains(words), "\(result.complaint)")
    #expect(result.complaint.split(separator: "\n").count == 1)
    #expect(try history().isEmpty)
  }
}
