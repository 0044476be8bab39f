import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// The first hour of an own ledger: what it is, and the three things that matter.
@Suite struct StartTests {
  private func walk(
    _ size: Size = Size(columns: 80, rows: 24), _ language: Language = .zh,
    isReadOnly: Bool = false
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size, setting.greets) = (.bundled, size, true)
    (setting.settings.language, setting.isReadOnly) = (language, isReadOnly)
    return try Walk(setting)
  }

  @Test(arguments: [(60, 14), (80, 24), (100, 30), (160, 50)])
  func oneScreenSaysWhatThisIsAndAsksThreeThings(columns: Int, rows: Int) throws {
    let size = Size(columns: columns, rows: rows)
    let chinese = try walk(size).canvas.text
    for words in ["医改台账", "本单位在哪里？", "已经做到哪一步？", "第一次会什么时候开？"] {
      #expect(chinese.contains(words), "\(words)\n\(chinese)")
    }
    let english = try walk(size, .en).canvas.text
    for words in ["reform ledger", "Which place is yours?", "What has been done", "first meeting?"]
    {
      #expect(english.contains(words), "\(words)\n\(english)")
    }
    #expect(!chinese.contains("yigai ") && !english.contains("--"))
  }

  @Test func laterIsTheOrdinaryOverviewAndItOpensAgain() throws {
    let walk = try walk()
    try walk.press("Esc")
    #expect(walk.state.overlay == nil && walk.canvas.text.contains("任务进展"))
    try walk.press("0")
    #expect(walk.canvas.text.contains("本单位在哪里？"))
    try walk.press("Esc : '从这里' Enter")
    #expect(walk.canvas.text.contains("本单位在哪里？"))
  }

  @Test func theFirstEnterOnTheOverviewOpensWhatIsThere() throws {
    let walk = try walk()
    try walk.press("Esc Enter")
    #expect(walk.state.tab == .tasks && walk.state.board.taskCount > 0)
  }

  @Test func thePlaceIsKeptInTheLedger() throws {
    let walk = try walk()
    try walk.press("Enter 'changzhi' Enter")
    #expect(walk.canvas.text.contains("✓ 长治市") && walk.state.scope == "140400")
    #expect(try walk.world.ledger.remark("home") == "140400")
    // From another place one comes back to it.
    try walk.press("Esc p 'taiyuan' Enter")
    #expect(walk.state.scope == "140100")
    try walk.press("2 Esc")
    #expect(walk.state.scope == "140400")
    #expect(try walk.world.ledger.lastAct() == 0)
  }

  @Test func whatWasDoneComesFromATable() throws {
    let walk = try walk()
    _ = try walk.scratch.write(
      "地区,年份,公立医院医疗服务收入（万元）,公立医院医疗收入（万元）\n太原市,2019,3100,10000\n", to: "报表.csv")
    try walk.press("j Enter")
    #expect(walk.canvas.text.contains("导入哪份文件"))
    try walk.press("'报表.csv' Enter")
    #expect(walk.canvas.text.contains("报表.csv"), "\(walk.canvas.text)")
    try walk.press("Enter 1")
    #expect(walk.state.progress.hasFigures, "\(walk.canvas.text)")
    #expect(walk.canvas.text.contains("关键指标"))
  }

  @Test func aFormIsMadeOnTheScreen() throws {
    let walk = try walk()
    try walk.press("j j j Enter")
    #expect(walk.canvas.text.contains("哪一年的数据"))
    try walk.press("Backspace Backspace Backspace Backspace '1800' Enter")
    #expect(walk.canvas.text.contains("最晚 2021"))
    try walk.press("Backspace Backspace Backspace Backspace '2019' Enter")
    #expect(walk.canvas.text.contains("山西省2019年指标填报表.xlsx"))
    try walk.press("3 F Enter")
    let names = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
    #expect(names.count { $0.hasSuffix(".xlsx") } == 2)
  }

  @Test func theOtherStepsLeadWhereTheySay() throws {
    let walk = try walk()
    try walk.press("j j Enter")
    #expect(walk.state.tab == .tasks && walk.canvas.text.contains("d 办结"))
    try walk.press("1 0 j j j j Enter")
    #expect(walk.state.tab == .meeting && walk.state.overlay is MeetingForm)
    try walk.press("'第一次会' Ctrl-S")
    #expect(try walk.world.ledger.meetings().map(\.card.title) == ["第一次会"])
  }

  @Test(arguments: ["3", "5"])
  func whatIsEmptyOffersTheAct(tab: String) throws {
    for language in [Language.zh, .en] {
      let walk = try walk(Size(columns: 100, rows: 30), language)
      try walk.press("Esc " + tab)
      let text = walk.canvas.text
      #expect(!text.contains("yigai import") && !text.contains("yigai template"))
      #expect(text.contains("i  ") && text.contains("F  "), "\(text)")
      try walk.press("i")
      #expect((walk.state.overlay as? Prompt)?.asking is AskFile)
      try walk.press("Esc F")
      #expect((walk.state.overlay as? Prompt)?.asking is AskFormYear)
      try walk.press("Ctrl-C")
      #expect(walk.state.overlay == nil && walk.state.tab.number == Int(tab))
    }
  }

  @Test func aDocumentImportedFromAnotherScreenIsReviewedWhereDocumentsAre() throws {
    let walk = try walk(Size(columns: 100, rows: 30))
    let name = "notice.txt"
    _ = try walk.scratch.copy(Places.ownDocuments + "/second-half.txt", to: name)
    try walk.press("Esc 3 i '\(name)' Enter")
    #expect(walk.state.tab == .documents && walk.state.documents.review != nil)
  }

  @Test func nothingIsKeptWhereNothingMayBeEntered() throws {
    let walk = try walk(isReadOnly: true)
    try walk.press("Enter")
    #expect(walk.canvas.text.contains("只读"))
    #expect(try walk.world.ledger.remark("home") == nil)
  }

  /// The books stand at a day after the clock: asked once, and nothing is entered before.
  @Test func aDayAfterTheClockIsAskedAbout() throws {
    let walk = try Walk()
    var state = walk.state
    state.doubt(clock: walk.world.today.adding(days: -40))
    #expect(view(state).canvas.text.contains("登记日期晚于今天"))
    for key in [Key.escape, "2", "d"] { _ = update(&state, .event(.key(key))) }
    #expect((state.overlay as? Question)?.effect == .meanDay)
    #expect(update(&state, .event(.key(.enter))) == [.meanDay])
    _ = update(&state, .dayMeant)
    let effects = update(&state, .event(.key("d")))
    #expect(!effects.isEmpty && state.overlay == nil)
  }
}
