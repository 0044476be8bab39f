import Cells
import LedgerStore
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// The catalogue changed by keys alone.
@Suite struct HandScreenTests {
  private func walk(
    _ ledger: TestLedger = .small, _ language: Language = .zh, columns: Int = 100
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.size, setting.ledger) = (Size(columns: columns, rows: 40), ledger)
    setting.settings.language = language
    return try Walk(setting)
  }

  private func left(_ walk: Walk) throws -> [HandStep] {
    try walk.world.ledger.handBook().leftOut(on: nil).map(\.step)
  }

  private func has(_ walk: Walk, _ words: String...) -> Bool {
    words.allSatisfy(walk.canvas.text.contains)
  }

  @Test func aTaskIsLeftOutShownAndTakenInAgain() throws {
    let walk = try walk()
    let before = walk.state.report.counts.total
    try walk.press("2 / 'demo-3' Enter -")
    #expect(has(walk, "移出台账", "不再要求", "长治家庭医生签约"))
    // Without a reason nothing is entered, and what was asked still stands there.
    try walk.press("Enter")
    #expect(try left(walk).isEmpty && has(walk, "请写明理由"))
    try walk.press("'市里已撤' Enter")
    #expect(try left(walk) == [.leaveOut(.task("demo-3/1"), reason: "市里已撤")])
    #expect(walk.state.report.counts.total == before - 1)
    try walk.press("Esc")
    #expect(has(walk, "移出 1（v）"))
    try walk.press("v")
    #expect(has(walk, "移出的任务和文件", "长治家庭医生签约", "王明"))
    try walk.press("Enter")
    #expect(has(walk, "移回台账", "市里已撤"))
    try walk.press("Enter")
    #expect(try left(walk).isEmpty && walk.state.report.counts.total == before)
    // u takes the last one back, and the one before.
    try walk.press("u")
    #expect(try left(walk).count == 1 && has(walk, "已撤销"))
    try walk.press("u")
    #expect(try left(walk).isEmpty)
    try walk.press("Ctrl-R")
    #expect(try left(walk).count == 1)
    #expect(walk.disagreements.isEmpty)
    #expect(try walk.world.ledger.findings().isEmpty)
  }

  @Test func whatIsLeftOutSaysSoOnItsOwnScreenAndADayBeforeDoesNot() throws {
    let walk = try walk(columns: 160)
    try walk.press("2 / 'demo-1/1' Enter Enter - Enter '不再要求' Enter")
    #expect(has(walk, "移出台账，不再要求（王明：不再要求）"))
    #expect(walk.state.openTasks.last?.standings.isEmpty == true)
    #expect(has(walk, "移出整项任务"))
    try walk.press("d")
    #expect(
      try walk.world.ledger.history(.init(task: "demo-1/1")).allSatisfy {
        $0.day < walk.state.today
      })
    try walk.press("@ Ctrl-U '2020-03-01' Enter")
    #expect(!has(walk, "移出台账，不再要求"))
    #expect(walk.state.openTasks.last?.standings.count == 11)
    #expect(walk.state.report[0] != nil)
    try walk.press("-")
    #expect(try left(walk).count == 1)
  }

  @Test func inOnePlaceAlone() throws {
    let walk = try walk()
    try walk.press("2 / 'demo-1/1' Enter Enter")
    let place = try #require(walk.state.openTasks.last?.chosen.first?.line.place)
    try walk.press("- Down Enter '已撤并' Enter")
    #expect(try left(walk) == [.leaveOut(.place("demo-1/1", place), reason: "已撤并")])
    #expect(walk.state.openTasks.last?.standings.count == 10 && has(walk, "移出地区"))
    try walk.press("- Down Down Enter Enter")
    #expect(try left(walk).isEmpty && walk.state.openTasks.last?.standings.count == 11)
    #expect(walk.disagreements.isEmpty)
  }

  @Test func aDocumentIsLeftOut() throws {
    let walk = try walk()
    try walk.press("7 - '已废止' Enter")
    #expect(try left(walk).map(\.document) == ["demo-1"])
    #expect(has(walk, "已移出"))
    #expect(
      walk.state.report.standings.allSatisfy {
        walk.state.catalogue.tasks[$0.task].document != "demo-1"
      })
    // A task of it is taken in with the whole.
    try walk.press("Tab -")
    #expect(has(walk, "移回台账", "示范实施方案"))
    try walk.press("Enter")
    #expect(try left(walk).isEmpty)
  }

  @Test func aTaskIsMade() throws {
    let walk = try walk(columns: 160)
    try walk.press("2 a")
    #expect(has(walk, "新建任务", "责任单位", "依据文件", "从哪天起"))
    try walk.press("Ctrl-S")
    #expect(walk.state.catalogue.task("own/1") == nil)
    try walk.press("'县医院托管' Tab '牵头：省卫健委；配合：省医保局' Tab '2020年底前' Tab Right")
    try walk.press("Tab Tab '签约率 >= 90 %' Tab Tab Tab Tab Tab '年初会商' Ctrl-S")
    let task = try #require(walk.state.catalogue.task("own/1"))
    #expect(task.title.zh == "县医院托管" && task.departments.map(\.role) == [.lead, .cooperating])
    #expect(task.deadlines.map(\.due) == [Day(2020, 12, 31)] && task.level == .eachCity)
    #expect(task.targets.map(\.value) == [90])
    // It is opened at once, says what it is, and is worked on like any other.
    #expect(walk.state.openTasks.last?.task == "own/1")
    #expect(has(walk, "手工设立，2020-03-02 王明：年初会商", "自立任务"))
    try walk.press("d Enter Esc / 'tuoguan' Enter")
    #expect(has(walk, "县医院托管"))
    #expect(try walk.world.ledger.history(.init(task: "own/1")).first?.status == .done)
    #expect(walk.disagreements.isEmpty)
    #expect(try walk.world.ledger.findings().isEmpty)
  }

  @Test func whatCannotBeStaysInTheForm() throws {
    let walk = try walk()
    for (keys, words) in [
      ("'事' Tab Tab '迟早' Ctrl-S", "没有读出时限"),
      ("'事' Tab Tab '2020-02-31' Ctrl-S", "没有登记"),
      ("'事' Tab Tab '每季度' Ctrl-S", "一年不止一次"), ("'事' Tab Tab '2021年底后' Ctrl-S", "没有读作时限"),
      ("'事' Tab Tab '2019-01-01' Ctrl-S", "在任务开始"),
      ("'事' Tab Tab Tab Tab '杭州' Ctrl-S", "没有叫“杭州”的地区"),
      ("'事' Tab Tab Tab Right Right Right Ctrl-S", "在哪些地区落实"),
      ("'事' Tab Tab Tab Tab Tab '说不清' Ctrl-S", "没有读懂"),
    ] {
      try walk.press("2 a \(keys)")
      #expect(has(walk, words), "\(keys)")
      // It stands at its field, and the cursor with it.
      let form = try #require(walk.state.overlay as? HandForm).form
      let told = form.list.fields[form.list.selected].complaint
      #expect(form.complaint == nil && told?.contains(words) == true, "\(keys)")
      try walk.press("Esc Esc")
    }
    #expect(walk.state.catalogue.document("own") == nil)
    // A unit that nobody knows is told once; the same key again enters it.
    try walk.press("a '事' Tab '省某办' Ctrl-S")
    #expect(has(walk, "没有叫“省某办”的单位") && walk.state.catalogue.document("own") == nil)
    try walk.press("Ctrl-S")
    #expect(walk.state.catalogue.task("own/1")?.departments.map(\.name) == ["省某办"])
    // A clause that the document does not have likewise.
    try walk.press("Esc a '另一事' Tab Tab Tab Tab Tab Tab Tab Right Tab '99' Ctrl-S")
    #expect(has(walk, "没有叫“99”的条款"), "\(walk.canvas.text)")
  }

  @Test func theDayThatWasUnderstoodIsTold() throws {
    let walk = try walk(columns: 160)
    try walk.press("2 a '事' Tab Tab '2021年9月底前' Ctrl-S")
    #expect(has(walk, "已设立（时限 2021-09-30）"), "\(walk.canvas.text)")
  }

  @Test(arguments: Language.allCases)
  func aTaskIsAmendedAndWhatIsPrintedStaysBesideIt(language: Language) throws {
    let walk = try walk(.small, language, columns: 160)
    try walk.press("2 / 'demo-3' Enter Enter E Tab Tab Ctrl-U '2020-12-31'")
    try walk.press("Tab Tab Tab Tab Tab '市里推迟' Ctrl-S")
    let task = try #require(walk.state.catalogue.task("demo-3/1"))
    #expect(task.deadlines.map(\.due) == [Day(2020, 12, 31)])
    #expect(task.title == walk.state.catalogue.filed(task.id)?.title)
    #expect(has(walk, "2020-12-31", "2020-02-28", "市里推迟", "王明"))
    #expect(has(walk, language == .zh ? "修改时限：市里推迟" : "amends deadline: 市里推迟"))
    try walk.press("u")
    #expect(walk.state.catalogue.task("demo-3/1")?.deadlines.first?.due == Day(2020, 2, 28))
    #expect(walk.disagreements.isEmpty)
  }

  @Test func whoIsSecondIsAsked() throws {
    let walk = try walk()
    try walk.press("2 / 'demo-1/4' Enter E Ctrl-U '改过的名称' Tab Tab Tab Tab Tab Tab Tab '因' ")
    try walk.another("李华", enters: "demo-1/4", ["140300"], .underway, "已在谈")
    try walk.press("Ctrl-S")
    #expect(has(walk, "李华", "已在谈"))
    #expect(walk.state.catalogue.task("demo-1/4")?.title.zh == "医保与医院集体协商")
    try walk.press("Enter")
    #expect(walk.state.catalogue.task("demo-1/4")?.title.zh == "改过的名称")
  }

  @Test func severalAreLeftOutAtOnceAndUndoneAtOnce() throws {
    let walk = try walk()
    try walk.press("2 g w Space Space Space - '不归我们' Enter")
    #expect(try left(walk).count == 3)
    try walk.press("u")
    #expect(try left(walk).isEmpty)
  }

  @Test func nothingIsChangedWhereNothingMayBeEntered() throws {
    var setting = Walk.Setting()
    setting.isReadOnly = true
    let walk = try Walk(setting)
    for keys in ["2 -", "2 a", "2 E", "7 -", "7 a"] {
      try walk.press(keys)
      #expect(walk.state.overlay == nil, "\(keys)")
    }
  }
}
