import Foundation
import Intake
import LedgerStore
import Papers
import Reform
import Runtime
import TestSupport
import Testing

/// Returned workbooks of tasks with something wrong in them: each problem with its cell.
@Suite struct TaskReturnTests {
  private let desk: TaskDesk

  init() throws { desk = try TaskDesk() }

  private static let head = "编号,地区,期,台账状态,状态（填）,进展（填）,佐证（填）,截至日期（填）\n"

  @Test(arguments: [
    ("demo-1/4,长治市,,未启动,快了,,,", "unknown-status", "E2"),
    ("demo-1/4,长治市,,未启动,推进中,,,下周", "not-a-day", "H2"),
    ("demo-1/4,长治市,,未启动,推进中,,,2020-03-03", "day-ahead", "H2"),
    ("demo-1/4,长治市,,未启动,推进中,,,2019年12月1日", "day-before-document", "H2"),
    ("demo-1/4,长治市,,未启动,已销号,,,", "no-evidence", "E2"),
    ("demo-9/4,长治市,,未启动,推进中,,,", "unknown-task", "A2"),
    (",长治市,,未启动,推进中,,,", "unknown-task", "A2"),
    ("demo-1/4,长冶市,,未启动,推进中,,,", "unknown-place", "B2"),
    ("demo-1/4,,,未启动,推进中,,,", "unknown-place", "B2"),
    ("demo-1/4,大同市,,未启动,推进中,,,", "no-such-line", "B2"),
    ("demo-1/4,潞州区,,未启动,推进中,,,", "no-such-line", "B2"),
    ("demo-1/4,长治市,2031,未启动,推进中,,,", "no-such-line", "C2"),
    ("demo-1/4,长治市,春天,未启动,推进中,,,", "no-such-line", "C2"),
    ("demo-1/3,城区,,未启动,推进中,,,", "unknown-place", "B2"),
  ])
  func aRowIsToldWithItsCellAndEntersNothing(_ row: String, _ check: String, _ cell: String) throws
  {
    let file = try desk.examine(Self.head + row + "\n填报人,张三\n")
    #expect(file.checks == [check], "\(file.told)")
    #expect(file.findings.first?.source.cell == cell, "\(file.told)")
    #expect(file.isBarred && file.news.isEmpty)
  }

  @Test(arguments: ["无", "/", "—", "暂无", "待补", "0", "无佐证", "正在收集", "佐证材料待上传", "None"])
  func wordsForNoEvidenceAreNone(_ words: String) throws {
    let file = try desk.examine(
      Self.head + "demo-1/4,长治市,,未启动,已销号,,\(words),\n填报人,张三\n")
    #expect(file.checks == ["no-evidence"] && file.isBarred, "\(file.told)")
  }

  @Test(arguments: ["晋卫发〔2019〕3号", "无锡考察报告", "见附件", "验收报告（待公示稿）"])
  func whatNamesSomethingIsEvidence(_ words: String) throws {
    let file = try desk.examine(
      Self.head + "demo-1/4,长治市,,未启动,已销号,,\(words),\n填报人,张三\n")
    #expect(!file.checks.contains("no-evidence") && !file.isBarred, "\(file.told)")
  }

  @Test(arguments: ["2019年12月-2020年", "2019年第4季度1", "2019.12-30", "2019年12月第2周"])
  func threeNumbersAreNoDay(_ words: String) throws {
    let file = try desk.examine(
      Self.head + "demo-1/4,长治市,,未启动,推进中,,,\(words)\n填报人,张三\n")
    #expect(file.checks == ["not-a-day"], "\(file.told)")
  }

  @Test func wordsBelowTheLinesAreTold() throws {
    let row = "demo-1/4,长治市,,未启动,推进中,,,\n"
    for note in ["潞州区另报：已办结", "注：潞州区序号3已办结，请省里更新"] {
      let file = try desk.examine(Self.head + row + note + "\n填报人：张三\n审核人：李四\n")
      #expect(file.checks == ["beside-form"] && file.told.contains(note), "\(file.told)")
    }
    let signed = try desk.examine(Self.head + row + "填报人：张三\n审核人：李四\n电话: 0351-1\n单位（盖章）\n")
    #expect(signed.checks.contains("beside-form") && !signed.isBarred, "\(signed.told)")
    #expect(signed.sender == "张三" && signed.checker == "李四" && signed.phone == "0351-1")
  }

  @Test func aRowThatStandsTwiceIsRefused() throws {
    let row = "demo-1/4,长治市,,未启动,推进中,,,\n"
    let file = try desk.examine(Self.head + row + row)
    #expect(file.checks.contains("entered-twice"), "\(file.told)")
    var form = try desk.form()
    try form.fill("demo-1/4", "长治市", [.status: "推进中"])
    let bytes = try form.bytes()
    let files = try desk.importing().examine([("a.xlsx", bytes), ("b.xlsx", bytes)])
    #expect(files[1].checks.contains("entered-twice") && files[1].told.contains("a.xlsx"))
    #expect(!files[0].isBarred)
  }

  @Test func aPrintedPlaceOrTaskThatWasChangedIsNamed() throws {
    var form = try desk.form()
    try form.fill("demo-1/3", "屯留区", [.status: "推进中"])
    try form.replace("屯留区", with: "小店区")
    let outside = try desk.examine(form)
    #expect(outside.findings.first?.check == "other-place", "\(outside.told)")
    var other = try desk.form()
    try other.fill("demo-1/6", "长治市", [.status: "推进中"])
    try other.overwrite("demo-1/6", "长治市", .task, with: "demo-1/7")
    let changed = try desk.examine(other)
    #expect(changed.findings.first?.check == "changed-row", "\(changed.told)")
    #expect(changed.told.contains("demo-1/6"))
  }

  /// A heading that was changed, put in between, or written twice.
  @Test(arguments: [
    ("编号,地区,期,台账状态,完成情况,进展（填）", "已办结,方案已印发", "E2", "完成情况"),
    ("编号,地区,期,台账状态,完成比例,状态（填）", "60%,推进中", "E2", "完成比例"),
    ("编号,地区,状态（填）,期,台账状态,状态（填）,进展（填）", "推进中,,未启动,已办结,", "F2", "状态（填）"),
  ])
  func whatStandsUnderAStrangeHeadingIsNotPassedOver(
    _ head: String, _ filled: String, _ cell: String, _ name: String
  ) throws {
    let start = "demo-1/4,长治市," + (head.hasPrefix("编号,地区,期") ? ",未启动," : "")
    let file = try desk.examine("\(head)\n\(start)\(filled)\n填报人,张三\n")
    #expect(file.checks == ["beside-form"] && file.isBarred, "\(file.told)")
    #expect(file.findings.first?.source.cell == cell && file.told.contains(name), "\(file.told)")
  }

  @Test func aStatusMergedOverRowsIsRefused() throws {
    var form = try desk.form()
    let row = try form.row("demo-1/6", "长治市")
    try form.fill("demo-1/6", "长治市", [.status: "推进中"])
    try form.merge(.status, row...(row + 2))
    let file = try desk.examine(form)
    #expect(file.checks.contains("merged-cells") && file.isBarred, "\(file.told)")
    #expect(file.told.contains("M\(row):M\(row + 2)") && file.news.isEmpty)
  }

  @Test func aGreyStatusThatWasChangedIsTold() throws {
    var form = try desk.form()
    try form.overwrite("demo-1/6", "长治市", .standing, with: "已办结")
    let file = try desk.examine(form)
    #expect(file.checks == ["changed-grey"] && file.isBarred, "\(file.told)")
    #expect(file.told.contains("未启动") && file.told.contains("已办结"))
    try form.fill("demo-1/6", "长治市", [.status: "已办结"])
    let filled = try desk.examine(form)
    #expect(filled.checks == ["no-sender"] && filled.news.count == 1, "\(filled.told)")
  }

  @Test func wordsBehindTheFormAreTold() throws {
    var form = try desk.form()
    try form.writeBeside("demo-1/6", "长治市", "已召开动员会")
    let file = try desk.examine(form)
    #expect(file.checks == ["beside-form"] && file.isBarred, "\(file.told)")
    #expect(file.told.contains("已召开动员会"))
    try form.fill("demo-1/6", "长治市", [.status: "推进中"])
    let filled = try desk.examine(form)
    #expect(
      Set(filled.checks) == ["beside-form", "no-sender"] && !filled.isBarred, "\(filled.told)")
    #expect(filled.news.count == 1)
  }

  @Test func aFormulaThatFailedIsNoProgress() throws {
    var form = try desk.form()
    try form.fill("demo-1/6", "长治市", [.status: "推进中"])
    let row = try form.row("demo-1/6", "长治市")
    var entries = try RawWorkbook.unzip(form.bytes())
    let index = try #require(entries.firstIndex { $0.name == "xl/worksheets/sheet1.xml" })
    let text = String(decoding: entries[index].bytes, as: UTF8.self)
    let start = try #require(text.range(of: "<c r=\"N\(row)\""))
    let end = try #require(text.range(of: "/>", range: start.upperBound..<text.endIndex))
    entries[index].bytes = [UInt8](
      text.replacingCharacters(in: end, with: " t=\"e\"><f>已开会</f><v>#NAME?</v></c>").utf8)
    let file = try #require(
      try desk.importing().examine([("a.xlsx", try RawWorkbook.zip(entries))]).first)
    #expect(file.findings.first?.check == "no-value")
    #expect(file.findings.first?.source.cell == "N\(row)")
  }

  @Test func aFormOfAnotherLedgerIsRefused() throws {
    let other = try TaskDesk(.blank)
    try other.mark("demo-1/6", "140100", .done)
    var form = try other.form()
    try form.fill("demo-1/6", "长治市", [.status: "推进中"])
    #expect(try other.examine(form).checks == ["no-sender"])
    let file = try desk.examine(form)
    #expect(file.checks == ["other-ledger"] && file.news.isEmpty, "\(file.told)")
    let sample = try desk.examine(try desk.form(isSample: true))
    #expect(sample.checks == ["other-ledger"] && sample.told.contains("虚构"))
  }

  @Test func aFormOfAnotherKindOrANewerProgramIsRefused() throws {
    var newer = try desk.form()
    try newer.replace("1", with: "2")
    #expect(try desk.examine(newer).checks == ["newer-program"])
    var figures = try desk.form()
    try figures.replace(TaskFormLayout.mark, with: TemplateKey.mark)
    let file = try desk.examine(figures)
    #expect(file.checks == ["other-form"] && file.told.contains("yigai import figures"))
    let strange = try desk.examine("地区,人口\n长治市,3\n")
    #expect(strange.checks == ["not-a-form"] && strange.told.contains("yigai template tasks"))
    #expect(try desk.examine("").checks == ["unreadable"])
  }

  @Test func aFormOfAnotherMonthIsAskedAboutInEveryRow() throws {
    var form = try desk.form()
    try form.fill("demo-1/6", "长治市", [.status: "推进中"])
    try form.sign(.sender, "张三")
    let sent = [("a.xlsx", try form.bytes())]
    let fresh = desk.importing(TaskDesk.today.adding(days: 40))
    #expect(try fresh.examine(sent)[0].findings.isEmpty)
    let late = try desk.importing(TaskDesk.today.adding(days: 41)).examine(sent)[0]
    #expect(late.checks == ["old-form"] && !late.isBarred && late.told.contains("2020-03-02"))
    #expect(late.news.map { late.questions(on: $0).count } == [1])
  }

  @Test func aFormWithoutItsHiddenSheetSaysWhatWasNotLookedAt() throws {
    let text = Self.head + "demo-1/6,长治市,,未启动,推进中,,,\n"
    let file = try desk.examine(text)
    #expect(
      file.checks.contains("no-key") && !file.isBarred && file.news.count == 1, "\(file.told)")
    #expect(file.told.contains("哪天") && file.told.contains("哪本台账"))
  }

  @Test func aFormOfAPlaceThatWasNotAskedForIsRefused() throws {
    let bytes = try desk.form().bytes()
    let other = try #require(try desk.importing(in: "140100").examine([("a.xlsx", bytes)]).first)
    #expect(other.checks == ["other-place"], "\(other.told)")
    let own = try #require(try desk.importing(in: "140400").examine([("a.xlsx", bytes)]).first)
    #expect(own.checks == ["nothing-filled"] && !own.isBarred)
  }

  @Test func everyFindingSaysInBothLanguagesWhatIsWrong() throws {
    let text = Self.head + "demo-1/4,长治市,,未启动,快了,,,下周\ndemo-9/4,长治市,,,推进中,,,\n"
    for finding in try desk.examine(text).findings {
      #expect(finding.message.zh.contains { $0.unicodeScalars.allSatisfy { $0.value > 0x2E80 } })
      #expect(!finding.message.en.isEmpty && finding.message.zh != finding.message.en)
    }
  }
}
