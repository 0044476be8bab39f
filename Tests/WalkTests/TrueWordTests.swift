import Cells
import LedgerStore
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// What a screen says of an act, of a place or of a way back is so.
@Suite struct TrueWordTests {
  private func walk(
    _ ledger: TestLedger = .sample, _ language: Language = .zh, columns: Int = 80, rows: Int = 24
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (ledger, Size(columns: columns, rows: rows))
    setting.settings.language = language
    return try Walk(setting)
  }

  /// What stands on the screen, without frames and line breaks.
  private func flat(_ walk: Walk) -> String {
    walk.canvas.text.filter { !"│╮╭╯╰─\n ".contains($0) }
  }

  // MARK: What gathers

  @Test func whatGathersSaysThatItStandsAsItsFiguresSay() throws {
    let walk = try walk(columns: 100, rows: 40)
    let task = try #require(walk.state.catalogue.tasks.first { !$0.collects.isEmpty })
    try walk.press("2 / '\(task.title.zh)' Enter Enter")
    let open = try #require(walk.state.openTasks.last)
    let line = try #require(
      open.standings.firstIndex { standing in
        standing.gathering.map { $0.status(entered: .done) != .done } ?? false
      })
    try walk.press("g")
    for _ in 0..<200 where walk.state.openTasks.last?.cell != line { try walk.press("j") }
    try walk.press("w")
    #expect(flat(walk).contains("数据报来后按数据算"), "\(walk.canvas.text)")
    try walk.press("Esc d")
    #expect(flat(walk).contains("它按报来的数据算"), "\(walk.canvas.text)")
    try walk.press("Enter")
    #expect(walk.state.toast?.text.contains("现在仍是“推进中”") == true, "\(walk.canvas.text)")
    #expect(walk.state.toast?.text.contains("已办结") == false)
    #expect(flat(walk).contains("现在仍是"))
    #expect(walk.state.openTasks.last?.standings[line].status == .underway)
  }

  @Test func theBoardSaysItToo() throws {
    let walk = try walk()
    let task = try #require(walk.state.catalogue.tasks.first { !$0.collects.isEmpty })
    try walk.press("2 / '\(task.title.zh)' Enter w")
    #expect(flat(walk).contains("按数据算"), "\(walk.canvas.text)")
  }

  // MARK: Ways back

  @Test func escLeadsBackToTheOverview() throws {
    let walk = try walk()
    // A status opens its tasks, and Esc is back with them.
    try walk.press("1 Enter")
    #expect(walk.state.tab == .tasks)
    try walk.press("Esc")
    #expect(walk.state.tab == .overview)
    // What was narrowed meanwhile is let go of first.
    try walk.press("Enter / '医' Enter Esc")
    #expect(walk.state.tab == .tasks)
    try walk.press("Esc")
    #expect(walk.state.tab == .overview)
    for _ in 0..<8 where (walk.state.room as? OverviewScreen)?.pane != .league {
      try walk.press("Tab")
    }
    try walk.press("j Enter")
    #expect(walk.state.tab == .tasks && walk.state.model.scope != "140000")
    try walk.press("Esc")
    #expect(walk.state.tab == .overview && walk.state.model.scope == "140000")
  }

  @Test func aMapIsOfferedOnlyWhereThereIsOne() throws {
    let walk = try walk(columns: 100, rows: 30)
    try walk.press("4")
    #expect(walk.canvas.text.contains("v 整屏地图"))
    try walk.press("Enter Enter")
    #expect(walk.state.catalogue.divisions["140105"] != nil)
    #expect(!walk.canvas.text.contains("v 整屏地图"), "\(walk.canvas.text)")
    try walk.press("v")
    #expect(walk.canvas.text.contains("没有地图"), "\(walk.canvas.text)")
    let nation = try self.walk(.nation, columns: 100, rows: 30)
    try nation.press("4")
    #expect(!nation.canvas.text.contains("整屏地图"))
    try nation.press("v")
    #expect(nation.canvas.text.contains("全国还没有地图，只有列表"), "\(nation.canvas.text)")
  }

  @Test(arguments: [("海南", "460000"), ("hainan", "460000"), ("全国", "100000"), ("海南区", "150303")])
  func theHighestPlaceOfANameIsMeant(name: String, code: String) throws {
    let walk = try walk(.nation)
    try walk.press("p '\(name)' Enter")
    #expect(walk.state.model.scope == code)
  }

  // MARK: Forms

  @Test func whatIsSetByHandHasNoPrintedText() throws {
    let walk = try walk(.small, columns: 100, rows: 40)
    let tabs = Array(repeating: "Tab", count: 7).joined(separator: " ")
    try walk.press("2 a '县医院托管' \(tabs) Right Tab '第99条' Ctrl-S Ctrl-S")
    let made = try #require(walk.state.openTasks.last?.task)
    #expect(walk.state.catalogue.task(made)?.document == "demo-1")
    let facts = try #require(walk.state.openTasks.last?.scene.facts.facts)
    #expect(facts.contains { $0.label == "原文" && $0.text == "这项任务是手工设立的，没有印发的原文" })
  }

  @Test(arguments: Language.allCases)
  func documentsAreToldApartByTheirNumbers(language: Language) throws {
    let walk = try walk(.sample, language)
    try walk.press("2 a")
    try walk.press(Array(repeating: "Tab", count: 7).joined(separator: " "))
    for document in walk.state.catalogue.documents where document.kind == .policy {
      try walk.press("Right")
      let rows = walk.canvas.text.split(separator: "\n")
      let row = try #require(
        rows.first { $0.contains("[\(document.number)") }, "\(walk.canvas.text)")
      #expect(row.contains("]"), "\(row)")
    }
  }

  /// A colleague's amendment is shown once, and the same key enters over it.
  @Test func anAmendmentIsEnteredOverAColleaguesAtTheSecondTry() throws {
    let walk = try walk(.small, columns: 100, rows: 40)
    try walk.press("2 / 'demo-1/1' Enter Enter E")
    let ledger = try Ledger(at: walk.path)
    let task = try #require(walk.state.catalogue.task("demo-1/1"))
    var other = task
    other.departments = [Responsible("省医保局", role: .lead)]
    let stamp = Stamp(who: "李某", day: walk.state.today, at: walk.world.now())
    let step = HandStep.amend(
      task.id, TaskAmendment(from: task, to: other, reason: "分工变了"))
    let rules = walk.world.rules(walk.state.catalogue)
    let seen = try ledger.lastAct()
    guard case .recorded = try ledger.enter(Act(.hand([step], seen: seen), stamp), under: rules)
    else { throw TestFailure("not amended") }
    ledger.close()
    try walk.press("End '改' Shift-Tab '名称有误' Ctrl-S")
    #expect(flat(walk).contains("刚有人（李某）改了责任单位（现为："), "\(walk.canvas.text)")
    #expect(flat(walk).contains("省医保局") && flat(walk).contains("再按一次照样登记"))
    try walk.press("Ctrl-S")
    let catalogue = try walk.world.ledger.catalogue(over: walk.state.catalogue)
    #expect(catalogue.task("demo-1/1")?.title.zh == task.title.zh + "改")
    #expect(catalogue.task("demo-1/1")?.departments.map(\.name) == ["省医保局"])
  }

  @Test func theRemarkOfANewTaskIsCalledSo() {
    #expect {
      try HandRules.refuse(remark: String(repeating: "长", count: 301))
    } throws: {
      ($0 as? Fault)?.message.zh.hasPrefix("说明最多") == true
    }
  }

  // MARK: Small things

  @Test func whatIsSignedOffIsNotOfferedToBe() throws {
    let walk = try walk(.small, columns: 100, rows: 30)
    try walk.press("2 / 'demo-1/1' Enter Enter")
    let line = try #require(
      walk.state.openTasks.last?.standings.firstIndex { $0.status == .signedOff })
    try walk.press("g")
    for _ in 0..<50 where walk.state.openTasks.last?.cell != line { try walk.press("j") }
    #expect(walk.state.openTasks.last?.cell == line)
    try walk.press("d")
    #expect(walk.state.toast?.text == "都已销号")
  }

  @Test func theDaysOfDocumentsStandBelowEachOther() throws {
    let walk = try walk()
    try walk.press("7")
    let ruler = Ruler()
    let columns = walk.canvas.text.split(separator: "\n").compactMap { row in
      row.firstRange(of: /[0-9]{4}-[0-9]{2}-[0-9]{2} .*项/).map { found in
        ruler.columns(of: String(row[..<found.lowerBound]))
      }
    }
    #expect(columns.count == 5)
    #expect(Set(columns).count == 1, "\(walk.canvas.text)")
  }
}
