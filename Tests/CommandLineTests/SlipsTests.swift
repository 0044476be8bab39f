import Foundation
import TestSupport
import Testing

/// Slips from the proposal to the closing, from the command line.
@Suite struct SlipsTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.with(.bundled)
  }

  @discardableResult
  private func run(_ words: String, on day: String = "2024-12-06") throws -> Program.Result {
    try program.run(words.split(separator: " ").map(String.init) + ["--today", day])
  }

  /// Runs a command that must be taken.
  private func enter(_ words: String, on day: String = "2024-12-06") throws {
    let result = try run(words + " --by 甲", on: day)
    #expect(result.code == 0, "\(words): \(result.complaint)")
  }

  private func expectRefusal(
    _ words: String, on day: String = "2024-12-06", code: Int32 = 1, _ zh: String, _ en: String
  ) throws {
    for (language, sentence) in [("zh", zh), ("en", en)] {
      let result = try run(words + " --lang \(language)", on: day)
      #expect(result.code == code && result.output.isEmpty, "\(words)")
      #expect(result.complaint.contains(sentence), "\(words): \(result.complaint)")
      #expect(result.complaint.split(separator: "\n").count == 1)
    }
  }

  private static let first = "slips issue --task jyg-2019-1/3-plan --place 长治 --number 晋医改督〔2024〕1号"

  /// Three places, one of which comes to the third level.
  private func story() throws {
    try enter(Self.first + " --person 王某 --telephone 0355-1")
    try enter("slips issue --task jyg-2019-1/3-plan --place 太原")
    try enter("slips issue --task jyg-2019-1/3-plan --place 大同 --days 10")
    try enter("slips receive 1 --receiver 李某", on: "2024-12-09")
    try enter("slips answer 2 --text 方案已印发 --evidence 并医改〔2024〕9号", on: "2024-12-10")
    try enter("slips check 2 --text 属实", on: "2024-12-11")
    try enter("slips close 2", on: "2024-12-11")
    try enter("slips issue --follows 1", on: "2024-12-17")
    try enter("slips issue --follows 4 --instruction 请速办", on: "2024-12-31")
    try enter("slips instruct 5 --text 本周办结", on: "2025-01-02")
    try enter(
      "slips issue --matter 数据迟报 --unit 省卫生健康委 --demand 说明原因 --place 山西省 --days 260",
      on: "2025-01-02")
  }

  @Test func theBookOfSlipsSaysWhatBecameOfEach() throws {
    try story()
    for language in ["zh", "en"] {
      for (name, words) in [
        ("slips", ""), ("slips-unit", " --counts unit"), ("slips-place", " --counts place"),
        ("slips-level", " --counts level"),
      ] {
        for (ending, option) in [("txt", ""), ("csv", " --csv"), ("json", " --json")] {
          let result = try run("slips\(words)\(option) --lang \(language)", on: "2025-01-03")
          #expect(result.code == 0 && result.complaint.isEmpty, "\(result.complaint)")
          let complaint = try Golden.complaint(
            about: result.output, file: "\(name).\(language).\(ending)",
            in: Places.golden + "/commands")
          #expect(complaint == nil, "\(complaint ?? "")")
        }
      }
    }
  }

  @Test func slipsAreChosenByPlaceLevelAndState() throws {
    try story()
    func numbers(_ words: String) throws -> [Int] {
      let result = try run("slips --json " + words, on: "2025-01-03")
      return result.output.matches(of: /"number" : "[^"]*〕([0-9]+)号"/).compactMap { Int($0.1) }
    }
    #expect(try numbers("") == [1, 2, 3, 4, 5, 1])
    #expect(try numbers("--open") == [3, 5, 1])
    #expect(try numbers("--late") == [3])
    #expect(try numbers("--place 长治") == [1, 4, 5])
    #expect(try numbers("--level reminder") == [1, 2, 3, 1])
    #expect(try numbers("--level 蓝色督办 --as-of 2024-12-16") == [])
  }

  @Test func theRulesProposeWhatIsLateAndHasNoSlip() throws {
    let all = try run("slips propose --place 长治")
    #expect(all.code == 0 && all.output.contains("各市医改突破方案：长治市没有办结"))
    try enter(Self.first)
    let less = try run("slips propose --place 长治")
    #expect(!less.output.contains("各市医改突破方案：长治市没有办结"))
    let next = try run("slips propose --place 长治 --level blue --lang en", on: "2024-12-16")
    #expect(next.output.contains("the head of the reform office"))
    #expect(try run("slips --json").output.matches(of: /"number"/).count == 1)
  }

  @Test func theLastStepIsTakenBackByItsNumber() throws {
    try enter(Self.first)
    try enter("slips receive 1 --receiver 李某", on: "2024-12-09")
    try expectRefusal(
      "slips undo 1 --by 乙", on: "2024-12-09", "是甲登记的，不是乙", "was entered by 甲, not 乙")
    let back = try run("slips undo 1 --by 甲", on: "2024-12-09")
    #expect(back.code == 0 && back.output.contains("签收；现在已发出"), "\(back.output)")
    try enter("slips receive 1 --receiver 王某", on: "2024-12-09")
    try enter("slips undo 1", on: "2024-12-09")
    let issue = try run("slips undo 1 --by 甲 --lang en", on: "2024-12-09")
    #expect(issue.code == 0 && issue.output.contains("it is not issued now"), "\(issue.output)")
    #expect(!(try run("slips --json", on: "2024-12-09").output.contains("\"number\"")))
    try expectRefusal("slips undo 1", on: "2024-12-09", "没有编号为“1”", "There is no slip “1”")
  }

  @Test func whatMakesNoSenseIsRefusedInOneSentence() throws {
    try enter(Self.first)
    try expectRefusal(Self.first, "已用在 2024-12-06", "is that of a slip issued on 2024-12-06")
    try expectRefusal(
      "slips issue --task jyg-2019-1/3-plan --place 长治", "不重复发", "no second one is issued")
    try expectRefusal(
      "slips issue --task jyg-2019-1/3-plan --place 太原 --due 2024-12-05", "已经过去", "which is past")
    try expectRefusal("slips issue --follows 1", "最早 2024-12-16", "on 2024-12-16 at the earliest")
    try expectRefusal("slips issue --follows 9", "没有编号为“9”", "There is no slip “9”")
    try expectRefusal(
      "slips issue --task jyg-2019-1/3-plan --place 大同 --level red --instruction 办", "不能越级",
      "no level is skipped")
    try expectRefusal("slips check 1 --text 属实", "不能核查", "cannot be checked")
    try expectRefusal("slips close 1", "“理由”没有填写", "The reason is missing")
    try expectRefusal("slips extend 1 --due 2024-12-10 --reason 汛期", "不是延期", "no extension")
    try enter("slips close 1 --text 已由县里办结")
    try expectRefusal("slips answer 1 --text 已办", "已办结，不能再登记", "takes no more entries")
    #expect(try run("slips --json").output.matches(of: /"number"/).count == 1)
  }

  @Test func aWrongCommandLineExitsWithTwo() throws {
    try enter(Self.first)
    for (words, zh, en) in [
      ("slips issue", "--task", "--task"), ("slips --level pink", "reminder", "reminder"),
      ("slips --counts week", "unit", "unit"), ("slips --json --csv", "--csv", "--csv"),
      ("slips issue --task 3-plan --follows 1", "--follows", "--follows"),
      ("slips issue --follows 1 --period 2020", "--period", "--period"),
      ("slips issue --task 3-plan", "--place", "--place"),
      ("slips extend 1 --reason 汛期", "--days", "--days"),
      ("slips extend 1 --reason 汛期 --days 0", "--days", "--days"),
      ("slips extend 1 --reason 汛期 --due 明天", "明天", "明天"),
      ("slips extend 1 --reason 汛期 --days 3 --due 2025-01-01", "--due", "--due"),
      ("slips receive 1 --receiver 李某 --as-of 2024-12-01", "--as-of", "looking"),
    ] { try expectRefusal(words, code: 2, zh, en) }
  }

  @Test func aHolidayAndAYearWithoutOnesAreTold() throws {
    let holiday = try run(
      "slips issue --task jyg-2019-1/3-plan --place 长治 --due 2025-01-28")
    #expect(holiday.code == 0 && holiday.complaint.contains("春节"))
    #expect(holiday.complaint.contains("2025-01-27") && holiday.complaint.contains("2025-02-05"))
    let far = try run("slips extend 1 --due 2027-01-04 --reason 等待国家政策 --lang en")
    #expect(far.code == 0 && far.complaint.contains("does not have 2027"))
    let list = try run("slips")
    #expect(list.complaint.contains("没有 2027 年") && list.output.contains("（只按周末）"))
    #expect(try run("slips --csv --lang en").output.contains("2027-01-04"))
  }

  @Test func anOfficeHasItsOwnHolidaysAndRules() throws {
    let folder = program.scratch.file("config/yigai")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func put(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    try put("day,kind,holiday\n2024-12-09,off,本地节日\n", "holidays.csv")
    try put(
      "level,after,late_days,unanswered_days,answer_days,instruction,orders_zh,orders_en,source_zh,"
        + "source_en\nyellow,,1,,1,no,主任,head,本办规定,our rule\n", "slip-rules.csv")
    let issued = try run(Self.first)
    #expect(issued.output.contains("黄色督办") && issued.output.contains("2024-12-10 前答复"))
    let config = try program.run("config")
    #expect(config.output.contains("节假日表在用") && config.output.contains("督办规则在用"))
    try put("day,kind,holiday\n2024-12-32,off,x\n", "holidays.csv")
    let wrong = try run("slips")
    #expect(wrong.code == 1 && wrong.complaint.contains("holidays.csv:2 "))
    #expect(wrong.output.isEmpty)
  }

  @Test func theBookIsAWorkbook() throws {
    try story()
    let path = program.scratch.file("book.xlsx")
    let result = try program.run(
      "papers", "slips", "--place", "长治", "--to", path, "--today", "2025-01-03")
    #expect(result.code == 0 && result.output == "已写入 \(path)\n", "\(result.complaint)")
    let bytes = try #require(FileManager.default.contents(atPath: path))
    #expect(bytes.starts(with: Array("PK".utf8)))
  }

  @Test func ofPeopleWhoIssueAtTheSameTimeOneIsFirst() throws {
    let (scratch, environment) = (program.scratch.path, program.environment)
    let results = try atOnce(
      (0..<6).map { number in
        {
          try Program.run(
            [
              "slips", "issue", "--task", "jyg-2019-1/3-plan", "--place", "长治", "--by",
              "P\(number)", "--today", "2024-12-06",
            ], in: scratch, environment)
        }
      })
    #expect(results.count { $0.code == 0 } == 1)
    #expect(results.count { $0.complaint.contains("不重复发") } == 5)
    #expect(try run("slips --json").output.matches(of: /"number"/).count == 1)
  }

  @Test func aSlipIsAPaper() throws {
    try story()
    let words = "papers slip 晋医改督〔2024〕1号 5 5 --format md --to out/ --from 省医改办"
    let result = try program.run(
      words.split(separator: " ").map(String.init) + ["--today", "2025-01-03"],
      through: ["/usr/bin/env", "-C", program.scratch.path])
    #expect(
      result.output == """
        已写入 out/督办单-晋医改督〔2024〕1号-长治市医改办.md
        已写入 out/督办单-晋医改督〔2024〕5号-长治市医改办.md

        """, "\(result.complaint)")
    let text = try #require(
      contents(of: program.scratch.file("out/督办单-晋医改督〔2024〕5号-长治市医改办.md")))
    #expect(text.contains("请速办；本周办结") && text.contains("王某") && text.contains("省医改办"))
    try expectRefusal("papers slip 1", on: "2025-01-03", code: 2, "请写全编号", "Give the whole number")
    try expectRefusal("papers slip 7", on: "2025-01-03", "没有编号为“7”", "There is no slip “7”")
  }
}
