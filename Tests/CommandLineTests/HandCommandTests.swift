import Foundation
import TestSupport
import Testing

/// Tasks made, amended and left out from the command line.
@Suite struct HandCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.with(.bundled)
  }

  @discardableResult
  private func run(_ words: [String], on day: String = "2024-12-06") throws -> Program.Result {
    try program.run(["task"] + words + ["--today", day])
  }

  private func count(on day: String) throws -> Int {
    try JSON(try program.run("tasks", "--json", "--today", day).output).items.count
  }

  @Test func whatIsLeftOutIsListedAndTakenIn() throws {
    let all = try count(on: "2024-12-06")
    let words = ["leave-out", "annex-9", "--reason", "省里不再要求", "--by", "王明"]
    let result = try run(words)
    #expect(result.code == 0 && result.output.hasPrefix("已记入台账：jyg-2019-1/annex-9"))
    #expect(try count(on: "2024-12-06") == all - 1)
    #expect(try count(on: "2024-12-05") == all)
    let listed = try JSON(try run(["left-out", "--json"]).output).items
    #expect(listed.count == 1 && listed[0]["id"].text == "jyg-2019-1/annex-9")
    #expect(listed[0]["who"].text == "王明" && listed[0]["reason"].text == "省里不再要求")
    #expect(listed[0]["since"].text == "2024-12-06" && listed[0]["kind"].text == "task")
    #expect(try run(["left-out", "--csv"]).output.contains("省里不再要求"))
    let mark = try program.run(
      "mark", "annex-9", "--place", "长治", "--status", "done", "--today", "2024-12-06")
    #expect(mark.code == 1 && mark.complaint.contains("移出台账"))
    let history = try program.run("history", "annex-9")
    #expect(history.output.contains("移出整项任务：省里不再要求"))
    let taken = try JSON(try run(["take-in", "annex-9", "--json"]).output)
    #expect(taken["byHand"]["kind"].text == "take-in")
    #expect(try count(on: "2024-12-06") == all)
    #expect(try run(["left-out"]).output.contains("annex-9") == false)
  }

  @Test func twoTasksOfOneTitleAreNotMade() throws {
    let words = ["new", "县医院托管签约", "--level", "each-city", "--by", "甲"]
    let first = try run(words)
    #expect(first.code == 0 && !first.complaint.contains("--level"))
    #expect(first.complaint.contains("没有写 --theme，主题记为“组织领导”"), "\(first.complaint)")
    let again = try run(words)
    #expect(again.code == 2 && again.complaint.contains("已有同名任务 own/1"), "\(again)")
    #expect(try run(["new", "县医院托管签约（二期）", "--level", "each-city"]).code == 0)
    // Left out, it is in nobody's way.
    #expect(try run(["leave-out", "own/1", "--reason", "重来", "--by", "甲"]).code == 0)
    #expect(try run(words).code == 0)
  }

  @Test func inOnePlaceAndAWholeDocument() throws {
    try run(["leave-out", "annex-9", "--place", "长治", "--reason", "已撤并", "--by", "甲"])
    let mark = try program.run(
      "mark", "annex-9", "--place", "长治", "--status", "done", "--today", "2024-12-06")
    #expect(mark.code == 1 && mark.complaint.contains("在长治市 2024-12-06 起移出台账"), "\(mark)")
    let listed = try JSON(try run(["left-out", "--json"]).output).items
    #expect(listed.map { $0["place"].text } == ["140400"])
    let before = try count(on: "2024-12-06")
    #expect(try run(["leave-out", "--document", "jyg-2019-1", "--reason", "已废止"]).code == 0)
    #expect(try count(on: "2024-12-06") < before)
    for words in [
      ["leave-out", "--reason", "x"], ["leave-out", "annex-9", "--document", "x", "--reason", "x"],
      ["leave-out", "--document", "nothing", "--reason", "x"],
      ["leave-out", "annex-9", "--reason", " "],
      ["leave-out", "--document", "jyg-2019-1", "--place", "长治", "--reason", "x"],
    ] {
      let refused = try run(words)
      #expect(refused.code == 2 && refused.output.isEmpty, "\(words): \(refused)")
    }
  }

  @Test func aTaskIsMadeMarkedAmendedAndExported() throws {
    let made = try JSON(
      try run([
        "new", "县医院托管签约", "--units", "牵头：省卫健委；配合：省医保局", "--deadline", "2026年底前",
        "--level", "each-city", "--targets", "签约率 >= 90 %", "--reason", "年初会商", "--by", "王明",
        "--json",
      ]).output)
    #expect(made["byHand"]["task"].text == "own/1" && made["title"].text == "县医院托管签约")
    func task() throws -> JSON {
      try #require(
        try JSON(
          try program.run("tasks", "--search", "县医院托管", "--json", "--today", "2024-12-06").output
        ).items.first)
    }
    #expect(try task()["standings"].items.count == 11)
    #expect(try task()["byHand"].items.first?["who"].text == "王明")
    #expect(
      try program.run(
        "mark", "own/1", "--place", "长治", "--status", "done", "--today", "2024-12-06"
      ).code == 0)
    #expect(try program.run("tasks", "--csv", "--today", "2024-12-06").output.contains("own/1"))
    let form = try program.run(
      ["template", "tasks", "--to", program.scratch.file("forms") + "/", "--today", "2024-12-06"])
    #expect(form.code == 0)
    #expect(
      try run(["amend", "own/1", "--deadline", "2027-06-30", "--reason", "推迟", "--by", "王明"]).code
        == 0)
    #expect(try task()["deadlines"].items.first?["due"].text == "2027-06-30")
    let loss = try run(["amend", "own/1", "--level", "province", "--reason", "x"])
    #expect(loss.code == 1 && loss.complaint.contains("长治市已有 1 条登记"))
    #expect(try run(["undo", "own/1", "--by", "别人"]).code == 1)
    #expect(try run(["undo", "own/1", "--by", "王明"]).code == 0)
    #expect(try task()["deadlines"].items.first?["due"].text == "2026-12-31")
    #expect(try program.run("check").code == 0)
  }

  @Test func whatCannotBeIsRefusedInBothLanguages() throws {
    let new = ["new", "事"]
    for (words, zh, en) in [
      (["new", " "], "不能空着", "has a title"),
      (["new", "甲\u{1B}[31m"], "看不见", "nobody sees"),
      (["new", String(repeating: "长", count: 5000)], "最多 200", "at most 200"),
      (new + ["--units", "省某办"], "没有叫“省某办”的单位", "called “省某办”"),
      (new + ["--deadline", "2024-02-31"], "没有读出时限", "no deadline was read"),
      (new + ["--deadline", "迟早"], "没有读出时限", "no deadline was read"),
      (new + ["--deadline", "2019年底前"], "在任务开始", "before the task begins"),
      (new + ["--places", "杭州", "--level", "named"], "没有叫“杭州”", "no place “杭州”"),
      (new + ["--level", "named"], "哪些地区", "Name the places"),
      (new + ["--level", "village"], "没有层级", "No level"),
      (new + ["--theme", "x"], "没有主题", "No theme"),
      (new + ["--document", "nothing"], "没有 nothing", "no nothing"),
      (new + ["--document", "jyg-2019-1", "--since", "2018-01-01"], "印发", "was issued"),
      (new + ["--targets", "x"], "没有读懂", "is not clear"),
      (["amend", "nothing", "--title", "x", "--reason", "x"], "没有编号", "There is no task"),
      (["amend", "annex-9", "--title", "x", "--reason", " "], "写明理由", "Say why"),
    ] {
      for (language, sentence) in [("zh", zh), ("en", en)] {
        let result = try run(words + ["--lang", language])
        #expect(result.code == 2 && result.output.isEmpty, "\(words)")
        #expect(result.complaint.contains(sentence), "\(words): \(result.complaint)")
      }
    }
    #expect(try run(new + ["--units", "省某办", "--new-units"]).code == 0)
    #expect(try run(["amend", "annex-9", "--reason", "x"]).output == "没有改动，没有登记。\n")
  }

  /// Many copies at once: every acknowledged task is there, none twice.
  @Test func manyAtOnceLoseNothing() throws {
    let (folder, environment) = (program.scratch.path, program.environment)
    let results = try atOnce(
      (1...8).map { number in
        {
          try Program.run(
            ["task", "new", "第\(number)件", "--by", "甲\(number)", "--json"], in: folder, environment)
        }
      })
    let made = try results.filter { $0.code == 0 }.map {
      try #require(try JSON($0.output)["byHand"]["task"].text)
    }
    #expect(made.count == 8 && Set(made).count == 8)
    #expect(try program.run("check").code == 0)
  }
}
