import Foundation
import TestSupport
import Testing

@Suite struct PapersCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.with(.sample)
    try program.with(.bundled)
  }

  private func run(_ arguments: String...) throws -> Program.Result {
    try program.run(
      ["papers"] + arguments, through: ["/usr/bin/env", "-C", program.scratch.path])
  }

  @Test func aReminderIsWrittenForEveryCityWhereSomethingIsLate() throws {
    let result = try run("reminder", "--sample", "--to", "out/")
    #expect(result.code == 0 && result.output == "已写入 out/太原市催报单-2024-12-06.docx\n")
    #expect(result.complaint.contains("长治市没有逾期的任务"))
    let all = try run("reminder", "--today", "2024-12-06", "--format", "md", "--to", "out/")
    #expect(all.output.split(separator: "\n").count == 11 && all.complaint.isEmpty)
    let one = try run("reminder", "--today", "2024-12-06", "--number", "1", "--to", "out/")
    #expect(one.code == 2 && one.complaint.contains("--place"))
  }

  @Test func aFileThatIsThereIsNotReplacedUnlessAsked() throws {
    let path = try program.scratch.write("old", to: "a.md")
    let refused = try run("brief", "--sample", "--place", "长治", "--to", "a.md")
    #expect(refused.code == 2 && refused.complaint.contains("--force"))
    #expect(contents(of: path) == "old")
    let forced = try run("brief", "--sample", "--place", "长治", "--to", "a.md", "--force")
    #expect(forced.code == 0 && forced.output == "已写入 a.md\n")
    let text = try #require(contents(of: path))
    #expect(text.hasPrefix("# 长治市医改工作简况\n\n**截至2024年12月6日　示例数据，全部虚构**\n"))
  }

  @Test func theFormIsThatOfTheFileOrTheOneAskedFor() throws {
    #expect(try run("brief", "--sample", "--to", "b.html").code == 0)
    #expect(contents(of: program.scratch.file("b.html"))?.hasPrefix("<!DOCTYPE html>") == true)
    #expect(try run("brief", "--sample", "--to", "b.html", "--format", "md").code == 2)
    #expect(try run("brief", "--sample", "--format", "pdf").code == 2)
    #expect(try run("ledger", "--sample", "--to", "b.csv").code == 2)
    #expect(try run("brief", "--sample", "--place", "太原市本级").code == 2)
    let english = try run("brief", "--sample", "--place", "长治", "--lang", "en")
    #expect(english.output == "Wrote Changzhi-brief-2024-12-06.docx\n")
  }

  @Test(arguments: [
    (["papers", "circular"], "山西省通报-2024-12-06"),
    (["papers", "circular", "--place", "长治"], "长治市通报-2024-12-06"),
    (["papers", "since", "2024-10-31"], "山西省变化-2024-10-31至2024-12-06"),
    (["papers", "settlement", "--year", "2023", "--place", "万荣"], "万荣县结算单-2023"),
    (["report", "month", "2024-11"], "山西省月报-2024-11"),
    (["report", "year", "--place", "长治"], "长治市年报-2024"),
  ])
  func everyPaperIsWrittenInEveryForm(words: [String], name: String) throws {
    for form in ["docx", "html", "md"] {
      let result = try program.run(
        words + ["--sample", "--format", form, "--to", "out/"],
        through: ["/usr/bin/env", "-C", program.scratch.path])
      #expect(result.code == 0 && result.output == "已写入 out/\(name).\(form)\n", "\(result)")
    }
    let text = try #require(contents(of: program.scratch.file("out/\(name).md")))
    // A month that is over speaks of its end.
    let day = name.contains("月报") ? "截至2024年11月30日" : "截至2024年12月6日"
    #expect(text.contains(day) && text.contains("示例数据，全部虚构"))
  }

  @Test func aCitysSettlementsAreOneForEachCounty() throws {
    let result = try run("settlement", "--sample", "--year", "2023", "--place", "运城", "--to", "s/")
    #expect(result.code == 0 && result.output.split(separator: "\n").count == 13)
    #expect(result.output.contains("已写入 s/万荣县结算单-2023.docx\n"))
  }

  @Test(arguments: [
    (["papers", "minutes", "hy-2020-12-03-1"], Int32(1), "还没有会议"),
    (["papers", "circular", "--place", "万荣"], 2, "不写一个县"),
    (["papers", "since", "2025-01-01"], 2, "没有可比的一段"),
    (["papers", "since", "昨天"], 2, "日期要写成"),
    (["papers", "settlement", "--year", "2019"], 1, "2022–2024"),
    (["papers", "settlement", "--year", "2023", "--number", "1"], 2, "--place"),
    (["report", "month", "2025-01"], 2, "还没有开始"),
    (["report", "month", "2024"], 2, "月份要写成"),
    (["report", "year", "2024-11"], 2, "年份要写成"),
    (["report", "year", "--place", "万荣"], 2, "不写一个县"),
  ])
  func whatCannotBeWrittenIsToldAndNothingIsWritten(
    words: [String], code: Int32, complaint: String
  ) throws {
    let result = try program.run(words + ["--sample", "--to", "none/"])
    #expect(result.code == code && result.complaint.contains(complaint), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: "none"))
  }

  @Test func theLedgerIsWrittenAndEntersNothing() throws {
    let before = try program.run("history", "--sample", "--json", "--limit", "1").output
    let result = try run("ledger", "--sample", "--to", "out/")
    #expect(result.output == "已写入 out/山西省台账-2024-12-06.xlsx\n")
    #expect(try run("brief", "--sample", "--to", "out/a.md").code == 0)
    #expect(
      permissions(of: program.scratch.file("out/山西省台账-2024-12-06.xlsx"))
        == permissions(of: program.scratch.file("out/a.md")))
    #expect(try program.run("history", "--sample", "--json", "--limit", "1").output == before)
    let nowhere = try run("ledger", "--sample", "--to", "a.md/x.xlsx")
    #expect(nowhere.code == 1 && nowhere.complaint.contains("不能写入"))
  }

  @Test func anOfficeChangesATemplateAndAMistakeInItWritesNothing() throws {
    let made = try run("templates", "--to", "mine")
    #expect(made.code == 0 && made.output.contains("16 个模板"), "\(made)")
    #expect(try run("templates", "--to", "mine").code == 2)
    #expect(try run("templates", "--to", "mine", "--force").code == 0)
    #expect(!(try run("templates").output.contains("里的")))
    let own = program.scratch.file("config/yigai")
    let folder = own + "/templates/"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = try #require(contents(of: program.scratch.file("mine/brief.zh.md")))
    let changed = text.replacing("{{红灯}}\n", with: "## 本办提示\n请各市对照。\n")
    #expect(changed != text)
    try Data(changed.utf8).write(to: URL(fileURLWithPath: folder + "brief.zh.md"))
    #expect(try run("templates").output.contains("brief.zh.md  用 \(own)"))
    #expect(try run("brief", "--sample", "--to", "b.md").code == 0)
    let written = try #require(contents(of: program.scratch.file("b.md")))
    #expect(written.contains("## 二、本办提示\n\n请各市对照。") && !written.contains("亮红灯的任务"))
    #expect(written.contains("示例数据，全部虚构"))
    let wrong = changed.replacing("{{任务办结}}", with: "{{任务完成}}")
    try Data(wrong.utf8).write(to: URL(fileURLWithPath: folder + "brief.zh.md"))
    let line =
      try #require(
        wrong.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.contains("任务完成") }) + 1
    let refused = try run("brief", "--sample", "--to", "c.md")
    #expect(refused.code == 1 && refused.output.isEmpty)
    #expect(
      refused.complaint.contains("\(folder)brief.zh.md 第 \(line) 行：没有“任务完成”这个名字"),
      "\(refused)")
    #expect(contents(of: program.scratch.file("c.md")) == nil)
  }
}
