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

  @Test func whatWasSoBeforeIsEnteredForItsDay() throws {
    let words = ["mark", "annex-9", "--place", "长治", "--status", "done", "--json"] + day
    let entry = try JSON(try program.run(words + ["--on", "2020-01-15"]).output)
    #expect(entry["day"].text == "2020-01-15" && entry["enteredOn"].text == "2020-03-02")
    #expect(try program.run("history").output.contains("（2020-03-02 补登）"))
    for (bad, reason) in [
      ("2020-03-03", "还没到"), ("2020-01-14", "在 2020-01-15 已有登记"), ("2018-01-01", "才印发"),
      ("昨天", "2024-06-30"),
    ] {
      let refused = try program.run(words + ["--on", bad])
      #expect(refused.code == 2 && refused.complaint.contains(reason), "\(bad): \(refused)")
    }
    #expect(try history().count == 1)
  }

  @Test func aCollectionThatGoesByItsFiguresSaysSo() throws {
    try program.with(.sample)
    let words = ["mark", "jyg-2019-1/annex-20", "--sample", "--place", "山西", "--period", "2024"]
    let result = try program.run(words + ["--status", "done"])
    #expect(result.code == 0 && result.complaint.contains("现在仍是“推进中”"), "\(result)")
    #expect(result.complaint.contains("11 个市报齐"))
  }

  @Test func theOnlyPlaceNeedNotBeNamedAndTheOpenPeriodIsTaken() throws {
    let result = try program.run(["mark", "annex-13", "--status", "done", "--json"] + day)
    let entry = try JSON(result.output)
    #expect(entry["place"].text == "140000" && entry["period"].text == "2020")
    #expect(entry["who"].text == "tester")
    // The same again does not touch the period that is to come.
    let again = try program.run(["mark", "annex-13", "--status", "done"] + day)
    #expect(again.code == 2 && again.output.isEmpty)
    #expect(again.complaint.contains("（2020）都已办结") && again.complaint.contains("（2021）还没开始"))
    let next = try program.run(
      ["mark", "annex-13", "--status", "underway", "--period", "2021", "--json"] + day)
    #expect(try JSON(next.output)["period"].text == "2021")
    let named = try program.run(
      ["mark", "annex-13", "--status", "signedOff", "--period", "2020", "--json"] + day)
    #expect(try JSON(named.output)["period"].text == "2020")
  }

  @Test func whichOfSeveralOpenPeriodsIsNotGuessed() throws {
    let later = ["--today", "2022-03-02"]
    let open = try program.run(["mark", "annex-13", "--status", "done"] + later)
    #expect(open.code == 2 && open.complaint.contains("--period"))
    #expect(open.complaint.contains("没有办结（2020、2021"), "\(open.complaint)")
    #expect(try history().isEmpty)
  }

  @Test func aCityGovernmentIsMarkedOnAClauseForCitiesAndCounties() throws {
    let result = try program.run(
      ["mark", "jyg-2019-1/1", "--place", "长治市", "--status", "done"] + day)
    #expect(result.code == 0)
    #expect(result.output == "已记入台账：长治市本级 一把手抓医改，一人管三医 已办结\n")
    let task = try #require(
      try JSON(
        program.run(["tasks", "--place", "长治市", "--json"] + day).output
      ).items.first { $0["id"].text == "jyg-2019-1/1" })
    #expect(task["level"].text == "each-county")
    #expect(task["levels"].items.map(\.text) == ["each-city", "each-county"])
    let own = try #require(task["standings"].items.first { $0["place"].text == "140400" })
    #expect(own["status"].text == "done" && own["ownLevel"].number == 1)
    #expect(task["standings"].items.count == 13)
    let alone = try JSON(program.run(["tasks", "--place", "长治市本级", "--json"] + day).output)
    let mine = try #require(alone.items.first { $0["id"].text == "jyg-2019-1/1" })
    #expect(mine["whole"]["status"].text == "done" && mine["standings"].items.count == 1)
    // One place of thirteen does not finish the task, nor make it green.
    #expect(task["whole"]["status"].text == "underway" && task["whole"]["signal"].text == "grey")
    #expect(task["whole"]["finished"].number == 1 && task["whole"]["lines"].number == 13)
  }

  /// Overview, places and tasks say the same of one place.
  @Test func everyCommandSaysTheSameOfAPlace() throws {
    for (task, place, status) in [
      ("jyg-2019-1/1", "长治市", "done"), ("jyg-2019-1/1", "潞州区", "done"),
      ("annex-9", "长治", "done"), ("jyg-2019-1/3-plan", "长治", "suspended"),
      ("annex-10", "太原", "signedOff"), ("jyg-2019-1/16", "屯留区", "underway"),
    ] {
      #expect(
        try program.run(["mark", task, "--place", place, "--status", status] + day).code == 0)
    }
    for place in ["山西省", "长治市", "潞州区", "太原市"] {
      let tasks = try JSON(program.run(["tasks", "--place", place, "--json"] + day).output).items
      let report = try JSON(program.run(["places", place, "--json"] + day).output)["tasks"]
      #expect(Int(report["total"].number ?? -1) == tasks.count)
      for status in ["notStarted", "underway", "done", "signedOff", "suspended"] {
        let count = tasks.count { $0["whole"]["status"].text == status }
        #expect(Int(report["status"][status].number ?? -1) == count, "\(place) \(status)")
      }
      for signal in ["red", "yellow", "green", "grey"] {
        let count = tasks.count { $0["whole"]["signal"].text == signal }
        #expect(Int(report["signal"][signal].number ?? -1) == count, "\(place) \(signal)")
      }
      let finished = tasks.count { ["done", "signedOff"].contains($0["whole"]["status"].text) }
      #expect(Int(report["rate"]["finished"].number ?? -1) == finished)
      #expect(report["rate"]["base"].text == "local")
    }
    let league = try JSON(program.run(["places", "--json"] + day).output)["league"].items
    let changzhi = try JSON(program.run(["places", "长治", "--json"] + day).output)["league"].items
    #expect(league.count == 11 && changzhi.count == 1)
    #expect(league.allSatisfy { $0["rate"]["base"].text == "shared" })
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
    (["mark", "annex-9", "--status", "done", "--place", "大同"], "大同市本级没有任务"),
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

  /// A period that was not there on the day is told like one that never is.
  @Test(arguments: [
    ("2026", "2025-06-01", "2025"), ("2022", "2021-05-05", "2020、2021"),
  ])
  func aPeriodThatHasNotBegunIsRefused(period: String, day: String, there: String) throws {
    let words = [
      "mark", "jyg-2019-1/10", "--place", "大同", "--status", "done", "--today", "2026-11-30",
      "--period", period,
    ]
    let refused = try program.run(words + ["--on", day])
    #expect(refused.code == 2, "\(refused)")
    #expect(refused.complaint.contains("在 \(day) 没有 \(period) 这一期；有："), "\(refused.complaint)")
    #expect(refused.complaint.contains(there))
    #expect(try program.run(words + ["--on", "\(period)-06-01"]).code == 0)
  }
}
