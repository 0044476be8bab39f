import Bundle
import Foundation
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Papers

/// Papers as templates arrange them: the bundled ones, an office's own, and wrong ones.
struct TemplateTests {
  private let scratch: Scratch
  private let catalogue: Catalogue
  private let day = TestLedger.sample.day

  init() throws {
    scratch = try Scratch()
    catalogue = try BundledCatalogue.whole()
  }

  /// A paper of every kind, from the sample or made here; the minutes once more as a draft.
  private func papers(_ language: Language) throws -> [Paper] {
    let ledger = try Ledger(at: try TestLedger.sample.make(in: scratch))
    defer { ledger.close() }
    let desk = PaperDesk(ledger, catalogue, on: day, language, isSample: true)
    let figures = try ledger.indicatorReport(
      BundledCatalogue.indicators(), catalogue.divisions, asOf: day)
    let province = try #require(catalogue.divisions[catalogue.province])
    let first = try #require(Day("2023-12-31"))
    let progress = try #require(try desk.progress(of: province, since: first, figures))
    let accounts = try ledger.groupAccounts(BundledCatalogue.charter(), catalogue, asOf: day)
    let county = try #require(catalogue.divisions.find("盐湖区"))
    let city = try #require(catalogue.divisions.find("太原"))
    let brief = try desk.brief(of: city, figures)
    let reminder = try desk.reminder(to: city)
    let changes = try desk.changes(since: first, in: catalogue.province)
    let slip = try self.slip()
    return [
      try minutes(language, isClosed: true), try minutes(language, isClosed: false),
      SlipPaper(
        slip, try BundledCatalogue.slipRules().calendar, catalogue, on: day, language,
        isSample: true
      ).paper(),
      CircularPaper(progress, catalogue, language, isSample: true).paper(signed: day),
      try #require(reminder).paper(signed: day), try #require(brief).paper(),
      SettlementPaper(accounts.settlement(of: county.id, 2023), accounts, language, isSample: true)
        .paper(),
      SincePaper(
        changes, in: province, from: first, to: day, catalogue, language, isSample: true
      ).paper(),
      ReportPaper(progress, .year(2024), catalogue, language, isSample: true).paper(signed: day),
      ReportPaper(progress, .month(2024, 12), catalogue, language, isSample: true)
        .paper(signed: day),
    ]
  }

  private func slip() throws -> Slip {
    let order = SlipOrder(
      number: "晋医改督〔2020〕2号", level: .blue, basis: "晋医改组发〔2019〕1号一（七）17",
      matter: "# {{题目}} | 1. 中医药", unit: "太原市医改办", place: "140100", cooperating: "",
      person: "", telephone: "", demand: "- 请答复\n> 第二行", due: try #require(Day("2031-10-13")))
    let entry = SlipEntry(
      id: 1, slip: order.number, .issue(order), who: "甲", day: try #require(Day("2020-09-30")))
    return try #require(Slip(order.number, [entry]))
  }

  private func minutes(_ language: Language, isClosed: Bool) throws -> Paper {
    let card = MeetingCard(
      title: "| 例会", number: "第3次", day: day, time: "15:00", chair: "1. 王某", scope: "140000")
    let task = try #require(catalogue.tasks.first)
    let steps: [MeetingStep] =
      [.card(card), .add([AgendaItem(.task(task.id, in: "140000"), [.red])]), .open]
      + (isClosed ? [.close(minutes: "〔2024〕3号")] : [])
    let entries = steps.enumerated().map {
      MeetingEntry(id: $0.offset + 1, meeting: "hy-1", $0.element, who: "孙某", day: day)
    }
    let decision = Decision(
      .carryOn, in: "hy-1", on: .task(task.id, in: "140000"),
      lines: [Line(task.id, in: "140100")], text: "抓紧 | 办")
    let meeting = try #require(
      Meeting(
        "hy-1", entries,
        decisions: isClosed ? [DecisionEntry(id: 9, decision, who: "孙某", day: day, at: "")] : []))
    return MinutesPaper(
      meeting, catalogue, BundledCatalogue.indicators(), language, on: day, isSample: false
    ).paper(signed: day)
  }

  private func template(_ text: String) throws -> PaperTemplate {
    try PaperTemplate(Array(text.utf8), file: "我的.md")
  }

  private func complaint(_ text: String, _ paper: Paper) -> String? {
    do {
      _ = try template(text).arranged(paper)
      return nil
    } catch { return (error as? Fault)?.message(.zh) }
  }

  @Test(arguments: [Language.zh, .en])
  func theBundledOnesArrangeEveryPaperAsItIs(language: Language) throws {
    let files = PaperTemplateFiles(folder: scratch.path)
    var kinds: Set<Paper.Kind> = []
    for paper in try papers(language) {
      kinds.insert(try #require(paper.kind))
      let arranged = try files.arranged(paper)
      #expect(arranged.blocks == paper.blocks && arranged.title == PaperText.line(paper.title))
      #expect(!paper.blocks.isEmpty && arranged.isDraft == paper.isDraft)
    }
    #expect(kinds == Set(Paper.Kind.allCases))
  }

  /// What an office keeps under a name that is spelled almost like one is not passed over.
  @Test func aMisspelledTemplateIsTold() throws {
    let files = PaperTemplateFiles(folder: scratch.path)
    let papers = try papers(.zh)
    let paper = try #require(papers.first { $0.kind == .minutes })
    let folder = scratch.path + "/templates"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/readme.md"))
    #expect(try files.arranged(paper).blocks == paper.blocks)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/minuets.zh.md"))
    let fault = #expect(throws: Fault.self) { try files.arranged(paper) }
    #expect(fault?.message.zh.contains("minuets.zh.md") == true)
    #expect(fault?.message.zh.contains("是 minutes.zh.md") == true)
    let brief = try #require(papers.first { $0.kind == .brief })
    #expect(try files.arranged(brief).blocks == brief.blocks)
  }

  @Test func aTemplateThatLinksToItselfIsTold() throws {
    let files = PaperTemplateFiles(folder: scratch.path)
    let paper = try #require(papers(.zh).first { $0.kind == .brief })
    let folder = scratch.path + "/templates"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/brief.zh.md"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    let fault = #expect(throws: Fault.self) { try files.arranged(paper) }
    #expect(fault?.message.zh.contains(path) == true)
  }

  @Test(arguments: [Language.zh, .en])
  func theTopOfEachTellsEveryNameThatThereIs(language: Language) throws {
    for paper in try papers(language) {
      let kind = try #require(paper.kind)
      let bytes = PaperTemplateFiles.bundled("\(kind.rawValue).\(language.rawValue).md")
      let text = String(decoding: bytes, as: UTF8.self)
      let top = text.prefix(upTo: try #require(text.range(of: "\n}}\n")).lowerBound)
      let words = Set(top.split { "、：，。:,. \n".contains($0) }.map(String.init))
      let names = paper.parts.map(\.name) + paper.allFacts.map(\.name)
      for name in names.map({ language == .zh ? $0.zh : $0.key }) {
        #expect(
          words.contains(name) || top.contains("#\(name) "),
          "\(kind): \(name)")
      }
      #expect(
        Set(names.map(\.key)).count == names.count && Set(names.map(\.zh)).count == names.count)
      #expect(names.allSatisfy { $0.key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
    }
  }

  @Test func anOfficeMovesLeavesOutAndWritesAnew() throws {
    let paper = try minutes(.zh, isClosed: true)
    let text = """
      \u{FEFF}{{! 我们的 }}\r
      # {{会议}}决定事项\r
      @ 各成员单位：
      时间：{{时间}}；{{#文号}}编号{{文号}}{{/文号}}{{#缺席}}，缺席{{缺席}}{{/缺席}}
      {{#继续推进}}
      ## 我们的标题
      {{继续推进.正文}}
      {{/继续推进}}
      {{^督办}}
      没有督办。
      {{/督办}}
      | 类别 | 事项 | 责任单位 |
      |:---:|---------|---|
      {{#决定}}
      | {{类别}} | {{事项}} | {{责任单位}} |
      {{/决定}}

      > {{记录人}}
      ---
      1. 甲
      2. {{主持}}
      {{落款}}
      """
    let arranged = try template(text).arranged(paper)
    let list = try #require(
      paper.parts.first { $0.name.key == "carriedOn" }?.body.first)
    #expect(arranged.title == "| 例会第3次会议决定事项" || arranged.title.hasPrefix("| 例会"))
    #expect(arranged.number == paper.number && arranged.remark == paper.remark)
    let blocks = arranged.blocks
    #expect(blocks.first == .address("各成员单位："))
    #expect(
      blocks[1] == .paragraph("时间：2024年12月6日 15:00；编号〔2024〕3号，缺席（未填）"), "\(blocks[1])")
    #expect(blocks[2] == .heading(1, "我们的标题") && blocks[3] == list)
    #expect(blocks[4] == .paragraph("没有督办。"))
    guard case .table(let table) = blocks[5] else { throw TestFailure("no table: \(blocks)") }
    #expect(table.columns.map(\.share) == [3, 9, 3] && table.columns[0].isCentered)
    #expect(table.rows.count == 1 && table.rows[0][0] == "继续推进")
    #expect(table.rows[0][1].contains("抓紧 | 办") && !table.rows[0][2].isEmpty)
    #expect(blocks[6] == .note("（未填）") && blocks[7] == .pageBreak)
    #expect(blocks[8] == .list(["甲", "1. 王某"]))
    #expect(blocks[9] == paper.parts.first { $0.name.key == "signature" }?.blocks.first)
    #expect(blocks.count == 10)
  }

  @Test func wordsOfTheLedgerAreNeverSignsOfATemplate() throws {
    let slip = try #require(try papers(.zh).first { $0.kind == .slip })
    let arranged = try template(
      "# 单\n{{事项}}\n{{要求}}\n| {{事项}} | {{要求}} |\n"
    ).arranged(slip)
    #expect(arranged.blocks[0] == .paragraph("# {{题目}} | 1. 中医药"))
    #expect(arranged.blocks[1] == .paragraph("- 请答复 > 第二行"))
    guard case .table(let table) = arranged.blocks[2] else { throw TestFailure("no table") }
    #expect(table.columns.map(\.title) == ["# {{题目}} | 1. 中医药", "- 请答复 > 第二行"])
  }

  @Test func bothLanguagesOfANameAreKnownInEither() throws {
    let paper = try minutes(.zh, isClosed: true)
    let zh = try template("# {{题目}}\n{{落款}}\n{{#决定}}\n{{类别}}\n{{/决定}}").arranged(paper)
    let en = try template("# {{title}}\n{{signature}}\n{{#decisions}}\n{{kind}}\n{{/decisions}}")
      .arranged(paper)
    #expect(zh == en && zh.blocks.count == 2)
  }

  @Test(arguments: [
    ("# {{题目}}\n\n{{主持人}}", "第 3 行：没有“主持人”这个名字；可用的有："),
    ("# {{题目}}\n{{类别}}", "第 2 行：没有“类别”这个名字"),
    ("# {{题目}}\n决定：{{议定事项}}", "第 2 行：“议定事项”是整段内容，要单独占一行"),
    ("# {{题目}}\n{{议定事项}}{{办结}}", "第 2 行：“议定事项”是整段内容"),
    ("# {{题目}}\n{{决定}}", "第 2 行：“决定”有多项，要写成 {{#决定}}…{{/决定}}"),
    ("# {{题目}}\n{{#决定}}\n{{类别}}\n", "第 2 行：“{{#决定}}”没有对应的“{{/决定}}”"),
    ("# {{题目}}\n{{/决定}}", "第 2 行：“{{/决定}}”前面没有“{{#决定}}”"),
    ("# {{题目}}\n{{#决定}}\n{{#办结}}\n{{/决定}}\n{{/办结}}", "第 4 行：“{{/决定}}”应当是“{{/办结}}”"),
    ("# {{题目}}\n{{! 多\n行 }}\n{{主持", "第 4 行：“{{”没有对应的“}}”"),
    ("# {{题目}}\n{{{主持}}}", "第 2 行：没有“{主持”这个名字"),
    ("# {{题目}}\n{{>其他}}", "第 2 行：没有“>其他”这个名字"),
    ("{{议定事项}}", "要有一行题目（以“# ”开头），现在有 0 行"),
    ("# {{题目}}\n# 又一个", "现在有 2 行"),
    ("# {{题目}}\n| 甲 | 乙 |\n|---|---|\n| 一 |", "格数和表头不同：| 一 |"),
    ("", "现在有 0 行"),
  ])
  func aMistakeIsNamedWithItsLine(text: String, words: String) throws {
    let complaint = try #require(complaint(text, try minutes(.zh, isClosed: true)))
    #expect(complaint.hasPrefix("我的.md") && complaint.contains(words), "\(complaint)")
  }

  @Test func aFileThatIsNoTextIsRefused() throws {
    let gbk: [UInt8] = [0x23, 0x20, 0xCC, 0xE2]
    #expect(throws: Fault.self) { try PaperTemplate(gbk, file: "a.md") }
  }
}
