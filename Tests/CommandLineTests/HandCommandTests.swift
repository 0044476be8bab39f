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
    #expect(first.complaint.contains("没有写 --theme，专题记为“其他”"), "\(first.complaint)")
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
      (new + ["--deadline", "2024-02-31"], "没有登记", "nothing was entered"),
      (new + ["--deadline", "迟早"], "没有读出时限", "no deadline was read"),
      (new + ["--deadline", "2019年底前"], "在任务开始", "before the task begins"),
      (new + ["--places", "杭州", "--level", "named"], "没有叫“杭州”", "no place “杭州”"),
      (new + ["--level", "named"], "哪些地区", "Name the places"),
      (new + ["--level", "village"], "没有落实层级", "No level"),
      (new + ["--theme", "x"], "没有专题", "No theme"),
      (new + ["--document", "nothing"], "没有文件“nothing”", "No document “nothing”"),
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

  @Test(arguments: [
    ("每月10日前", "一年不止一次", "more than once a year"), ("每月底前", "一年不止一次", "more than once"),
    ("每季度", "一年不止一次", "more than once"), ("每周", "一年不止一次", "more than once"),
    ("每日", "一年不止一次", "more than once"), ("每半年", "一年不止一次", "more than once"),
    ("2027年2月30日前", "“2027年2月30日前”这一天不存在，只能读作 2027-02-28", "is no day"),
    ("2027年6月31日", "这一天不存在", "is no day"), ("2027-04-31", "“2027-04-31”这一天不存在", "is no day"),
    ("2027年12月32日前", "“2027年12月32日”这一天不存在", "is no day"),
    ("每年2月30日前", "这一天不存在", "is no day"), ("每年6月31日前", "这一天不存在", "is no day"),
    ("每年13月底前", "“每年13月”这一天不存在", "is no day"), ("半年内", "没有写从哪天算起", "from when"),
    ("一年半内", "没有写从哪天算起", "from when"), ("2027年底后", "“后”没有读作", "no part"),
    ("2027年或2028年", "“或”没有读作", "no part"), ("2027年9月底前；逾期2028", "“逾期2028”没有读作", "no part"),
    ("年底前", "没有写年份", "names no year"), ("9月底前", "没有写年份", "names no year"),
    ("后年底前", "没有读出时限", "no deadline was read"), ("2027年初", "期初", "a beginning"),
    ("持续到2027", "没有", "nothing"), ("长期；2027年底前", "没有读作", "no part"),
    ("2027-06-30；2027-12-31", "在同一年", "lie in one year"),
  ])
  func aDeadlineThatWouldHaveToBeSupposedIsRefused(words: String, zh: String, en: String) throws {
    for (language, sentence) in [("zh", zh), ("en", en)] {
      let result = try run(
        ["new", "事", "--deadline", words, "--lang", language], on: "2026-11-30")
      #expect(result.code == 2 && result.output.isEmpty, "\(words): \(result)")
      #expect(result.complaint.contains(sentence), "\(words): \(result.complaint)")
    }
    #expect(try JSON(try program.run("tasks", "--search", "own/", "--json").output).items.isEmpty)
  }

  @Test(arguments: [
    ("2027-02-28", "2027-02-28"), ("2027年9月底前", "2027-09-30"), ("2027年底前完成", "2027-12-31"),
    ("到2028年", "2028-12-31"), ("每年2月底前", "每年 2月底（首期 2027-02-28）"),
    ("每年", "每年年底（首期 2027-12-31）"), ("每年底前", "每年年底（首期 2027-12-31）"),
    ("2027年起每年12月底前", "每年 12月底（首期 2027-12-31）"), ("2027年、2028年", "2027-12-31；2028-12-31"),
    ("2027年（2027-12-31）", "时限 2027-12-31\n"), ("持续推进", "没有到期日"), ("力争2027年底前", "2027-12-31（力争）"),
    ("2027年12月31日18:00前", "2027-12-31"), ("按国家要求", "没有到期日"), ("", "没有写时限"),
  ])
  func theDayIsToldAsItWasUnderstood(words: String, told: String) throws {
    let made = try run(["new", "事", "--deadline", words], on: "2026-11-30")
    #expect(made.code == 0 && made.output.contains(told), "\(words): \(made)")
    let amended = try run(
      ["amend", "own/1", "--deadline", "2029-05-31", "--reason", "改"], on: "2026-11-30")
    #expect(amended.code == 0 && amended.output.contains("时限 2029-05-31"), "\(amended)")
  }

  @Test func aClauseThatTheDocumentDoesNotHaveIsAskedAbout() throws {
    let new = ["new", "事", "--document", "jyg-2019-1", "--clause"]
    for clause in ["99", "胡说"] {
      let refused = try run(new + [clause])
      #expect(refused.code == 2 && refused.complaint.contains("没有叫“\(clause)”的条款；写法如"))
      #expect(refused.complaint.contains("附件") && refused.complaint.contains("--new-clause"))
      let english = try run(new + [clause, "--lang", "en"])
      #expect(english.complaint.contains("has no clause “\(clause)”; they are written"))
    }
    #expect(try run(new + ["附件第9行"]).code == 0)
    #expect(try run(["new", "另一件", "--document", "jyg-2019-1", "--clause", "annex-9"]).code == 0)
    #expect(
      try run(["new", "漏掉的", "--document", "jyg-2019-1", "--clause", "99", "--new-clause"]).code
        == 0)
  }

  @Test func placesAreNamedAsEverywhereElse() throws {
    let words = ["new", "事", "--level", "named", "--places"]
    let many = try run(words + ["试点：城区"])
    #expect(many.code == 2 && many.complaint.contains("阳泉市城区"), "\(many.complaint)")
    let made = try run(words + ["试点：阳泉市城区、太原市小店区、太原、太原市", "--json"])
    #expect(made.code == 0, "\(made.complaint)")
    let task = try JSON(try program.run("tasks", "--search", "own/1", "--json").output).items.first
    #expect(try #require(task)["places"].items.count == 3)
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
