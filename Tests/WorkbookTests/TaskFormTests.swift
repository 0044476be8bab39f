import Foundation
import Intake
import LedgerStore
import Papers
import Reform
import Runtime
import TestSupport
import Testing

/// The workbook in which a place fills in how its tasks stand, and what comes back in it.
@Suite struct TaskFormTests {
  private let desk: TaskDesk

  init() throws { desk = try TaskDesk() }

  @Test func theFormHasARowForEachLineOfThePlace() throws {
    let book = try desk.form().book
    #expect(book.sheets.map(\.name) == ["任务", "填报说明", TemplateKey.sheet])
    #expect(book.sheets.map(\.isHidden) == [false, false, true])
    let sheet = try #require(book.sheets.first)
    #expect(sheet.rows.first?[1] == .text("长治市医改任务进展填报表（2020-03-02）"))
    let tasks = sheet.rows.filter { $0[1]?.words.flatMap(Int.init) != nil }
    // Six tasks of the city itself, one of its thirteen counties and districts.
    #expect(tasks.count == desk.catalogue.divisions.parts(of: "140400").count + 6)
    let led = try #require(tasks.first { $0[2]?.words == "demo-1/6" })
    #expect(led[6]?.words == "省医保局" && led[7]?.words == "省卫健委")
    #expect(led[10]?.words == "持续推进" && led[11]?.words == "未启动" && led[12]?.words == "灰")
    let alone = try #require(tasks.first { $0[2]?.words == "demo-1/3" })
    #expect(alone[6] == nil && alone[7]?.words == "省卫健委" && alone[10]?.words == "2022-12-31")
    #expect(alone[4]?.words == "示范〔2019〕1号" && alone[5]?.words == "第3条")
  }

  @Test func onlyTheWhiteCellsAreOpenAndTheStatusIsAList() throws {
    let bytes = try desk.form().bytes()
    let sheet = try #require(
      try RawWorkbook.unzip(bytes).first { $0.name == "xl/worksheets/sheet1.xml" })
    let text = String(decoding: sheet.bytes, as: UTF8.self)
    #expect(
      text.contains("<sheetProtection sheet=\"1\"") && text.contains("<autoFilter ref=\"A3:R"))
    #expect(text.contains("dataValidation type=\"list\"") && text.contains("sqref=\"M4:M"))
    #expect(text.contains("未启动,推进中,已办结,已销号,暂缓"))
  }

  @Test func aFormOfMadeUpDataSaysSo() throws {
    let title = try desk.form(isSample: true).book.sheets.first?.rows.first?[1]?.words
    #expect(title?.contains("示例数据，全部虚构") == true)
    let english = try desk.form("140400", .en, isSample: true).book.sheets.first?.rows.first
    #expect(english?[1]?.words?.contains("sample data, all made up") == true)
  }

  @Test(arguments: [Language.zh, .en])
  func whatIsFilledInStandsInTheLedgerAndIsTakenBackInOne(_ language: Language) throws {
    let names = desk.catalogue.divisions
    let place = { (code: String) in names[code]?.name(in: language) ?? "" }
    var form = try desk.form("140400", language)
    let words = { FieldWords.status($0)(language) }
    // 43891 is 2020-03-01, as a spreadsheet keeps a date.
    try form.fill(
      "demo-1/4", place("140400"),
      [
        .status: words(.underway), .progress: "已谈两轮", .problem: "缺数据", .next: "三月签约",
        .day: "43891",
      ])
    try form.fill(
      "demo-1/3", place("140404"), [.status: words(.signedOff), .evidence: "长卫〔2020〕8号"])
    try form.fill("demo-1/3", place("140403"), [.status: words(.done)])
    try form.sign(.sender, "张三")
    try form.sign(.phone, "2026060")
    let file = try desk.examine(form)
    #expect(file.findings.isEmpty, "\(file.told)")
    #expect(file.place == "140400" && file.sender == "张三" && file.phone == "2026060")
    #expect(file.news.count == 2 && file.unchanged == 1)
    let sent = [("长治.xlsx", try form.bytes())]
    let entered = try #require(
      try desk.importing().enter(
        [file], of: sent, seen: try desk.ledger.lastAct(), TaskDesk.stamp()))
    #expect(entered.entries.count == 2)
    let talks = try desk.standing("demo-1/4", "140400")
    #expect(talks.status == .underway && talks.who == "省医改办")
    let note = Phrase(
      "进展：已谈两轮；问题：缺数据；下一步：三月签约；截至 2020-03-01；填报 张三",
      "Progress: 已谈两轮; Problem: 缺数据; Next: 三月签约; as of 2020-03-01; sent by 张三")
    #expect(talks.note == note(language))
    #expect(try desk.standing("demo-1/3", "140404").status == .signedOff)
    let history = try desk.ledger.history(.init(task: "demo-1/3", place: "140404"))
    #expect(history.first?.evidence == "长卫〔2020〕8号")
    // The same file again says nothing new.
    let again = try desk.examine(form)
    #expect(again.news.isEmpty && again.unchanged == 3 && again.findings.isEmpty, "\(again.told)")
    _ = try desk.ledger.enter(
      Act(.undo(.act(entered.act, of: .tasks)), TaskDesk.stamp("别人")), under: .none)
    #expect(try desk.standing("demo-1/4", "140400").status == .notStarted)
    #expect(try desk.standing("demo-1/3", "140404").status == .done)
  }

  @Test func theSameIsReadFromTextWithoutTheHiddenSheet() throws {
    let file = try desk.examine(
      "长治市任务\n编号,地区,期,台账状态,状态（填）,进展（填）\ndemo-1/4,长治市,,未启动,推进中,\"谈了,两轮\"\n"
        + "demo-1/3,140403,,已办结,,\n填报人,张三\n")
    #expect(file.checks == ["no-key"], "\(file.told)")
    #expect(file.news.count == 1 && file.blanks == 1)
    #expect(file.news.first?.change.note == "进展：谈了,两轮；填报 张三")
  }

  @Test func whatMovedMeanwhileIsAskedAboutAndCanBeLeftOut() throws {
    var form = try desk.form()
    try form.fill("demo-1/4", "长治市", [.status: "推进中"])
    try form.fill("demo-1/6", "长治市", [.status: "推进中"])
    try form.sign(.sender, "张三")
    let before = try desk.examine(form)
    let seen = try desk.ledger.lastAct()
    try desk.mark("demo-1/4", "140400", .done)
    let sent = [("长治.xlsx", try form.bytes())]
    // Nobody has seen that by then: nothing is entered.
    #expect(throws: Between.figuresMoved) {
      try desk.importing().enter([before], of: sent, seen: seen, TaskDesk.stamp())
    }
    let file = try desk.examine(form)
    #expect(file.checks == ["moved"], "\(file.told)")
    #expect(file.told.contains("李华"))
    let asked = file.news.filter { !file.questions(on: $0).isEmpty }
    #expect(asked.map(\.report.line.task) == ["demo-1/4"])
    let entered = try desk.importing().enter(
      [file], of: sent, seen: try desk.ledger.lastAct(), leaving: Set(asked.map(\.report.source)),
      TaskDesk.stamp())
    #expect(entered?.entries.map(\.line.task) == ["demo-1/6"])
    #expect(try desk.standing("demo-1/4", "140400").status == .done)
  }

  @Test func theFormsOfTwoCitiesAreOneAct() throws {
    var (one, other) = (try desk.form(), try desk.form("140100"))
    try one.fill("demo-1/6", "长治市", [.status: "推进中"])
    try other.fill("demo-1/7", "太原市", [.progress: "已摸底"])
    let sent = [("a.xlsx", try one.bytes()), ("b.xlsx", try other.bytes())]
    let files = try desk.importing().examine(sent)
    #expect(files.map(\.checks) == [["no-sender"], ["no-sender"]] && !files[0].isBarred)
    let entered = try desk.importing().enter(
      files, of: sent, seen: try desk.ledger.lastAct(), TaskDesk.stamp())
    #expect(entered?.entries.count == 2)
    #expect(entered?.entries.last?.status == nil && entered?.entries.last?.note == "进展：已摸底")
  }
}
