import Cells
import Dashboard
import Reform
import Runtime
import TestSupport
import Testing

/// The dashboard of an office beside others, over a hub in memory.
@Suite struct SharingScreenTests {
  let hub = MemoryHub()
  let province: Office
  let changzhi: Office

  init() throws {
    province = try Office("省医改办", "140000", hub)
    changzhi = try Office("长治", "140400", hub)
  }

  static let plan = Line("demo-1/1", in: "140400")
  static let closing = "2 / 'demo-1/1' Enter d"

  private func walk(
    _ office: Office, at place: Division.Code? = "140400",
    _ size: Size = Size(columns: 100, rows: 30),
    _ synchroniser: Synchroniser? = nil, _ language: Language = .zh
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.size, setting.ledger, setting.office) = (size, .blank, office)
    (setting.place, setting.settings.language) = (place, language)
    setting.synchroniser =
      synchroniser
      ?? Synchroniser(every: 0) {
        let report = try office.synchronise()
        return { .success(report) }
      }
    return try Walk(setting)
  }

  private func header(_ walk: Walk) -> String {
    String(walk.canvas.text.split(separator: "\n").first ?? "")
  }

  private func refusedWalk() throws -> Walk {
    try province.mark(.suspended, Self.plan, note: "先放一放")
    try province.synchronise()
    let walk = try walk(changzhi)
    try walk.press(Self.closing + " '已印发' Enter S")
    return walk
  }

  @Test func theHeaderSaysHowLedgerAndHubStand() throws {
    let walk = try walk(changzhi)
    #expect(header(walk).contains("未同步"))
    try walk.press(Self.closing + " Enter")
    #expect(header(walk).contains("待上报 1"))
    try walk.press("S")
    #expect(!header(walk).contains("待上报"))
    #expect(walk.canvas.text.contains("已同步：上报 1 次，收到 0 次"))
    #expect(try changzhi.ledger.sharingState()?.waiting == 0)
    #expect(walk.disagreements == [])
  }

  @Test func whatOthersHaveEnteredIsShownAndFromWhere() throws {
    try province.mark(.underway, Self.plan, note: "省里代记")
    try province.synchronise()
    let walk = try walk(changzhi)
    try walk.press("S H")
    #expect(walk.canvas.text.contains("省医改办 王明 长治市 各市制定方案：推进中"))
    try walk.press("Esc 2 / 'demo-1/1' Enter Enter")
    #expect(walk.canvas.text.contains("王明（省医改办）"))
    #expect(walk.disagreements == [])
  }

  @Test func whatWasNotTakenIsKeptByKeys() throws {
    let walk = try refusedWalk()
    #expect(walk.canvas.text.contains("1 次登记没有被采用；按 H"))
    #expect(header(walk).contains("未采用 1"))
    try walk.press("H")
    #expect(walk.canvas.text.contains("先到的：") && walk.canvas.text.contains("暂缓"))
    try walk.press("Enter Enter")
    #expect(walk.canvas.text.contains("保留 1 次登记"))
    #expect(try changzhi.ledger.sharingState()?.asking == 1)
    try walk.press("Enter Esc")
    #expect(try changzhi.ledger.sharingState()?.asking == 0)
    #expect(header(walk).contains("待上报 1"))
    try walk.press("S")
    try province.synchronise()
    #expect(try province.status(Self.plan) == .done)
    #expect(walk.disagreements == [])
  }

  @Test func whatWasNotTakenIsLeftOutAllAtOnce() throws {
    for line in [Self.plan, Line("demo-2/1", in: "140400")] {
      try province.mark(.suspended, line)
      try changzhi.mark(.done, line, by: "李华")
    }
    try province.synchronise()
    let walk = try walk(changzhi)
    try walk.press("S H Enter Down Down Down Enter")
    #expect(walk.canvas.text.contains("不再坚持 2 次登记"))
    try walk.press("Enter")
    #expect(try changzhi.ledger.sharingState()?.asking == 0)
    #expect(try changzhi.status(Self.plan) == .suspended)
    #expect(walk.disagreements == [])
  }

  @Test func anExchangeThatTakesMoreOffThanCameIsShown() throws {
    try province.mark(.suspended, Self.plan)
    try province.synchronise()
    for status in [Status.underway, .suspended, .done] {
      try changzhi.mark(status, Self.plan, by: "李华")
    }
    let walk = try walk(changzhi)
    #expect(header(walk).contains("待上报 3"))
    try walk.press("S")
    #expect(header(walk).contains("未采用 3"))
    #expect(walk.disagreements == [])
  }

  @Test func whatStandsOpenOnOldNumbersIsClosedAndNothingEntered() throws {
    try province.mark(.suspended, Self.plan)
    try province.synchronise()
    try changzhi.mark(.underway, Self.plan, by: "李华")
    let walk = try walk(changzhi)
    try walk.press(Self.closing + " '写到一半'")
    try changzhi.synchronise()
    walk.send([.tick])
    #expect(walk.canvas.text.contains("刚才打开的已关闭"))
    try walk.press("Enter")
    #expect(try changzhi.status(Self.plan) == .suspended)
    #expect(try changzhi.ledger.sharingState()?.waiting == 0)
    #expect(walk.disagreements == [])
  }

  @Test func nothingIsEnteredOnNumbersOfBeforeWhoeverAsks() throws {
    try province.mark(.suspended, Self.plan)
    try province.synchronise()
    try changzhi.mark(.underway, Self.plan, by: "李华")
    try changzhi.mark(.underway, Line("demo-2/1", in: "140400"))
    let walk = try walk(changzhi)
    let before = walk.state
    try changzhi.synchronise()
    let change = Change(Self.plan, status: .done)
    for effect: Effect in [
      .record([change], overriding: true), .takeBack(over: 99),
      .recordActual(
        TargetActual(
          TargetActual.Key("demo-1/3", "counties", in: "140400"), 1, on: walk.world.today,
          source: "通报"), seen: nil),
      .meeting(
        .step(
          "hy-1", .card(MeetingCard(title: "会", day: walk.world.today, scope: "140400")), seen: 0)),
    ] {
      let last = try changzhi.ledger.lastAct()
      let answer = walk.runner.run(effect, on: before)
      #expect(try changzhi.ledger.lastAct() == last, "\(effect)")
      guard case .failed = answer else {
        Issue.record("\(effect) was answered with \(String(describing: answer))")
        continue
      }
    }
    // On what is seen now it is entered.
    walk.send([.tick])
    guard case .recorded = walk.runner.run(.record([change], overriding: true), on: walk.state)
    else {
      Issue.record("nothing was entered on what is seen now")
      return
    }
    #expect(try changzhi.status(Self.plan) == .done)
  }

  @Test func whatIsReckonedIsRightWhenNumbersHaveShifted() throws {
    try province.mark(.underway, Line("demo-1/1", in: "140100"))
    try province.mark(.done, Line("demo-2/1", in: "140100"))
    try province.synchronise()
    let walk = try walk(changzhi, at: "140000")
    try changzhi.mark(.underway, Line("demo-1/4", in: "140400"), by: "李华")
    walk.send([.tick])
    try changzhi.synchronise()
    walk.send([.tick])
    #expect(walk.disagreements == [])
    #expect(walk.state.progress.sharing?.shifts ?? 0 > 0)
    #expect(walk.state.league == (try self.walk(changzhi, at: "140000")).state.league)
  }

  @Test func anotherPlaceIsRefusedBeforeAnythingIsTyped() throws {
    let walk = try walk(changzhi, at: "140000")
    try walk.press(Self.closing)
    #expect(walk.canvas.text.contains("本台账以长治市的名义登记，不能替"))
    #expect(!walk.canvas.text.contains("Enter"))
  }

  @Test func aLedgerOfNoHubSaysSo() throws {
    let alone = try Office("长治", "140400", hub, joins: false)
    let walk = try walk(alone)
    try walk.press("S")
    #expect(walk.canvas.text.contains("没有加入共享库"))
    try walk.press("H")
    #expect(walk.canvas.text.contains("没有加入共享库"))
    #expect(!header(walk).contains("同步"))
  }

  @Test func whatFailsIsToldOnceAndShownUntilItIsBetter() throws {
    var isBroken = true
    let office = changzhi
    let synchroniser = Synchroniser(every: 0) {
      guard !isBroken else { throw Fault("连不上共享库。", "The hub cannot be reached.") }
      let report = try office.synchronise()
      return { .success(report) }
    }
    let walk = try walk(changzhi, Size(columns: 100, rows: 30), synchroniser)
    try walk.press("S")
    #expect(walk.canvas.text.contains("连不上共享库。") && header(walk).contains("断开"))
    try walk.press("H")
    #expect(walk.canvas.text.contains("上次没有成功：连不上共享库。"))
    isBroken = false
    try walk.press("S Esc")
    #expect(!header(walk).contains("断开"))
  }

  @Test func enteringDoesNotWaitForAnExchange() throws {
    var ending: ExchangeReport?
    let synchroniser = Synchroniser(every: 0) { { ending.map { .success($0) } } }
    let walk = try walk(changzhi, Size(columns: 100, rows: 30), synchroniser)
    try walk.press("S")
    #expect(header(walk).contains("同步中"))
    try walk.press(Self.closing + " Enter")
    #expect(try changzhi.status(Self.plan) == .done)
    try walk.press("S")
    #expect(walk.canvas.text.contains("正在同步"))
    ending = ExchangeReport(sent: 1)
    walk.send([.tick])
    #expect(!header(walk).contains("同步中"))
  }

  @Test func meetingsOfOfficesRunBesideEachOther() throws {
    let ours = try walk(changzhi)
    try ours.press("6 a '长治例会' Ctrl-S")
    let made = try #require(try changzhi.ledger.meetings().first)
    #expect(made.id == "hy-\(ours.world.today)-140400-1")
    let theirs = try walk(province, at: "140000")
    try theirs.press("6 a '省里例会' Ctrl-S o S")
    #expect(theirs.state.progress.running?.name == "省里例会")
    try ours.press("S")
    #expect(ours.state.progress.running == nil)
    try ours.press("Esc")
    #expect(ours.canvas.text.contains("省里例会（省医改办）"))
    #expect(try changzhi.ledger.runningMeeting(asOf: ours.world.today) == nil)
    #expect(try province.ledger.runningMeeting(asOf: ours.world.today)?.card.title == "省里例会")
  }

  @Test func historyNamesTheOfficeBehindTheName() throws {
    try province.mark(.underway, Self.plan)
    try changzhi.mark(.underway, Line("demo-2/1", in: "140400"), by: "李华")
    try province.synchronise()
    try changzhi.synchronise()
    let entries = try changzhi.ledger.history(.init())
    #expect(entries.map(\.office) == [nil, "省医改办"])
    let table = Table.history(entries, changzhi.catalogue, .zh)
    #expect(table.read.contains { $0.contains("王明（省医改办）") })
    #expect(table.read.contains { $0.contains("李华") })
    #expect(try province.ledger.history(.init()).map(\.office) == [nil])
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 60, rows: 14)])
  func theWordStandsInNarrowWindows(_ size: Size) throws {
    for language in [Language.zh, .en] {
      let walk = try walk(changzhi, at: "140400", size, nil, language)
      try walk.press(Self.closing + " Enter")
      #expect(header(walk).contains(language == .zh ? "待上报 1" : "1 unsent"), "\(size)")
      try walk.press("H")
      #expect(walk.canvas.text.contains(language == .zh ? "以长治市的名义登记" : "Enters for Changzhi"))
    }
  }
}
