import LedgerStore
import Reform
import TestSupport
import Testing

/// Tasks made, amended, left out and taken in by hand, in a ledger on disk.
@Suite struct HandActTests {
  let open: OpenLedger
  let day = SmallCatalogue.day
  let later: Day

  init() throws {
    open = try OpenLedger()
    later = day.adding(days: 10)
  }

  private func catalogue() throws -> Catalogue {
    try open.ledger.catalogue(over: SmallCatalogue.make())
  }

  @discardableResult
  private func enter(
    _ steps: [HandStep], by who: String = "王明", on day: Day? = nil, seen: Int? = nil
  ) throws -> Outcome {
    let act = Act(
      .hand(steps, seen: try seen ?? open.ledger.lastAct()),
      OpenLedger.stamp(who, on: day ?? self.day))
    let outcome = try open.ledger.enter(act, under: ActRules(try catalogue()))
    #expect(try open.ledger.findings().isEmpty)
    return outcome
  }

  private func report(on day: Day, in scope: Division.Code = "140000") throws -> TaskReport {
    let catalogue = try catalogue()
    return TaskReport(
      catalogue, tallies: try open.ledger.tallies(asOf: day, in: catalogue.divisions[scope]),
      entered: try open.ledger.enteredDues(asOf: day), on: day, in: scope)
  }

  private func standing(_ id: ReformTask.ID, on day: Day, in scope: Division.Code = "140000") throws
    -> TaskStanding?
  {
    try report(on: day, in: scope)[try #require(try catalogue().position(of: id))]
  }

  private func refusal(_ steps: [HandStep], on day: Day? = nil) throws -> Phrase {
    let before = try open.ledger.lastAct()
    do {
      try enter(steps, on: day)
    } catch let fault as Fault {
      #expect(try open.ledger.lastAct() == before)
      #expect(!fault.message.zh.isEmpty && !fault.message.en.isEmpty)
      return fault.message
    }
    throw TestFailure("entered: \(steps)")
  }

  // MARK: Leaving out

  @Test func whatIsLeftOutCountsNoMoreFromThatDayOnAndKeepsItsEntries() throws {
    try open.enter(.underway, Line("demo-1/1", in: "140400"), note: "已起草")
    let before = try report(on: later.adding(days: -1))
    try enter([.leaveOut(.task("demo-1/1"), reason: "省里不再要求")], on: later)
    #expect(try standing("demo-1/1", on: later) == nil)
    #expect(try report(on: later).counts.total == before.counts.total - 1)
    // A day before is as it was, light and all.
    #expect(try report(on: later.adding(days: -1)) == before)
    let catalogue = try catalogue()
    let task = try #require(catalogue.task("demo-1/1"))
    #expect(try open.ledger.standings(of: task, in: catalogue, asOf: later).isEmpty)
    #expect(try open.ledger.standings(of: task, in: catalogue, asOf: day).count == 11)
    // Its entries are there, and so is who left it out, when and why.
    let history = try open.ledger.history(.init(task: "demo-1/1", withActuals: true))
    #expect(history.map(\.note).contains("已起草"))
    #expect(history.first?.hand == .leaveOut(.task("demo-1/1"), reason: "省里不再要求"))
    #expect(history.first?.who == "王明" && history.first?.day == later)
    // Nothing can be entered on it, in whatever way; taken in again it is where it was.
    for change in [
      Change(Line("demo-1/1", in: "140400"), status: .done),
      Change(Line("demo-1/1", in: "140100"), note: "x"),
    ] {
      let act = Act(.lines([change]), OpenLedger.stamp(on: later), overriding: true)
      #expect(throws: Fault.self) { try open.ledger.enter(act, under: ActRules(catalogue)) }
    }
    try enter([.takeIn(.task("demo-1/1"), reason: "")], on: later.adding(days: 5))
    #expect(try standing("demo-1/1", on: later.adding(days: 4)) == nil)
    let again = try #require(try standing("demo-1/1", on: later.adding(days: 5)))
    #expect(again.counts[.underway] == 1 && again.counts.total == 11)
  }

  @Test func inOnePlaceAloneItIsNotAskedForThere() throws {
    try open.enter(.done, Line("demo-1/1", in: "140400"))
    try open.enter(.done, Line("demo-1/1", in: "140100"))
    try enter([.leaveOut(.place("demo-1/1", "140400"), reason: "已撤并")], on: later)
    let whole = try #require(try standing("demo-1/1", on: later))
    #expect(whole.counts.total == 10 && whole.counts[.done] == 1)
    #expect(try standing("demo-1/1", on: day)?.counts[.done] == 2)
    #expect(try standing("demo-1/1", on: later, in: "140400") == nil)
    let catalogue = try catalogue()
    let task = try #require(catalogue.task("demo-1/1"))
    let lines = try open.ledger.standings(of: task, in: catalogue, asOf: later)
    #expect(lines.count == 10 && !lines.contains { $0.line.place == "140400" })
    let before = try open.ledger.standings(of: task, in: catalogue, asOf: day)
    #expect(before.count == 11)
    #expect(catalogue.duties(of: "140400", on: later).allSatisfy { $0.task.id != task.id })
    // The others can be left out, but not the last ones.
    let rest = catalogue.fanOut(of: task).map {
      HandStep.leaveOut(.place(task.id, $0), reason: "x")
    }
    #expect(try refusal(rest, on: later).zh.contains("整项任务移出"))
    #expect(try refusal([.leaveOut(.place(task.id, "140400"), reason: "x")]).zh.contains("已经移出"))
  }

  @Test func anExtensionWhereItIsLeftOutMovesNothing() throws {
    let line = Line("demo-1/1", in: "140400")
    let act = Act(
      .lines([Change(line, note: "延期", until: .some(Day(2021, 1, 1)))]), OpenLedger.stamp())
    try open.ledger.enter(act, under: ActRules(open.catalogue)).entered()
    try enter([.leaveOut(.place("demo-1/1", "140400"), reason: "x")], on: later)
    let whole = try #require(try standing("demo-1/1", on: later))
    #expect(whole.counts.total == 10 && whole.lights.red == 10)
  }

  @Test func aDocumentIsLeftOutWithAllItsTasks() throws {
    let count = try report(on: day).counts.total
    try enter([.leaveOut(.document("demo-1"), reason: "已废止")])
    #expect(try report(on: day).counts.total == count - 8)
    let catalogue = try catalogue()
    #expect(catalogue.hand.leftOut(on: day).count == 1)
    #expect(catalogue.task("demo-1/3").flatMap(catalogue.leftOut)?.who == "王明")
    #expect(try refusal([.leaveOut(.document("demo-1"), reason: "x")]).zh.contains("已经移出"))
    // One that was left out by itself before stays so.
    try enter([.takeIn(.document("demo-1"), reason: "")])
    #expect(try report(on: day).counts.total == count)
    #expect(try refusal([.takeIn(.document("demo-1"), reason: "")]).zh.contains("没有移出"))
  }

  @Test func itIsTakenBackAndPutBack() throws {
    try enter([
      .leaveOut(.task("demo-1/1"), reason: "甲"), .leaveOut(.task("demo-1/3"), reason: "甲"),
    ])
    let rules = ActRules(try catalogue())
    func left() throws -> Int { try catalogue().hand.leftOut(on: day).count }
    #expect(try left() == 2)
    let number = try open.ledger.filingNumber()
    let undone = try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(undone.hand.count == 2)
    #expect(try left() == 0)
    // Another program sees that the catalogue is another.
    #expect(try open.ledger.filingNumber() > number)
    try open.ledger.putBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try left() == 2)
    let history = try open.ledger.history(.init(task: "demo-1/1", withActuals: true))
    #expect(history.map(\.kind) == [.redone, .undone, .entered])
    #expect(try open.ledger.findings().isEmpty)
    let again = try open.another()
    #expect(try again.handBook().leftOut(on: day).count == 2)
  }

  @Test func aReasonIsAsked() throws {
    for reason in ["", "  ", "换\n行", "a\u{1B}[2J", String(repeating: "长", count: 301)] {
      _ = try refusal([.leaveOut(.task("demo-1/1"), reason: reason)])
    }
    _ = try refusal([.leaveOut(.task("nothing"), reason: "x")])
    _ = try refusal([.leaveOut(.document("nothing"), reason: "x")])
    _ = try refusal([.leaveOut(.place("demo-1/1", "330100"), reason: "x")])
    _ = try refusal([.leaveOut(.place("demo-3/1", "140400"), reason: "x")])
    _ = try refusal([.takeIn(.task("demo-1/1"), reason: "")])
  }

  // MARK: Making

  private func own(
    _ title: String, document: String = "", level: ReformTask.Level = .eachCity,
    deadlines: [Deadline] = []
  ) -> ReformTask {
    ReformTask(
      id: "", document: document, clause: "", title: Phrase(title, title), theme: "payment",
      departments: [Responsible("省卫健委", role: .lead)], deadlines: deadlines, level: level)
  }

  private func made(_ outcome: Outcome) throws -> ReformTask {
    guard case .make(let made)? = try outcome.entered().hand.first else {
      throw TestFailure("nothing was made")
    }
    return made.task
  }

  @Test func aTaskThatIsMadeStandsAmongTheOthers() throws {
    let due = Deadline(.date, due: later.adding(days: 30), years: [2020])
    let first = try made(
      try enter(
        [.make(HandTask(own("自己的事", deadlines: [due]), since: later, reason: "会商"))], on: later))
    #expect(first.id == "own/1" && first.document == "own")
    #expect(try standing("own/1", on: later)?.counts.total == 11)
    #expect(try standing("own/1", on: later.adding(days: -1)) == nil)
    let catalogue = try catalogue()
    #expect(catalogue.document("own")?.kind == .own)
    #expect(catalogue.hand.making(of: "own/1")?.entry.who == "王明")
    #expect(try open.ledger.clauseText(of: first)?.contains("没有文件依据") == true)
    // It is marked, searched and counted like any other.
    _ = try open.ledger.record(
      [Change(Line("own/1", in: "140400"), status: .done)], OpenLedger.stamp(on: later),
      overriding: true)
    #expect(try standing("own/1", on: later)?.counts[.done] == 1)
    let second = try made(
      try enter(
        [.make(HandTask(own("另一件", document: "demo-1"), since: later, clause: "第1条"))], on: later))
    #expect(second.id == "demo-1/h1" && second.clause == "1")
    let third = try made(
      try enter(
        [.make(HandTask(own("漏掉的", document: "demo-1"), since: later, clause: "五（三）"))], on: later))
    #expect(third.id == "demo-1/h2" && third.clause == "h2")
    let now = try self.catalogue()
    #expect(now.clause(of: third)?.place.zh == "五（三）")
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func aMakingWithEntriesIsNotTakenBack() throws {
    try enter([.make(HandTask(own("自己的事"), since: day))])
    let rules = ActRules(try catalogue())
    _ = try open.ledger.record(
      [Change(Line("own/1", in: "140400"), status: .done)], OpenLedger.stamp("李华"),
      overriding: true)
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules)
    }
    try enter([.make(HandTask(own("第二件"), since: day))])
    _ = try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try catalogue().task("own/2") == nil)
    // Its number is not given again, and it comes back whole.
    let third = try made(try enter([.make(HandTask(own("第三件"), since: day))], by: "李华"))
    #expect(third.id == "own/3")
    _ = try open.ledger.putBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try catalogue().task("own/2")?.title.zh == "第二件")
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func whatCannotBeIsNotMade() throws {
    func refused(
      _ reason: String, since: Day? = nil, _ change: (inout ReformTask) -> Void
    ) throws {
      var task = own("事")
      change(&task)
      let said = try refusal([.make(HandTask(task, since: since ?? day))])
      #expect(said.zh.contains(reason), "\(reason): \(said.zh)")
    }
    try refused("不能空着") { $0.title = Phrase(" ", " ") }
    try refused("最多 200") {
      $0.title = Phrase(String(repeating: "长", count: 201), "x")
    }
    try refused("看不见") { $0.title = Phrase("甲\u{7}乙", "x") }
    try refused("看不见") { $0.title = Phrase("甲\u{202E}乙", "x") }
    try refused("没有专题") { $0.theme = "nothing" }
    try refused("没有地区 330100") { ($0.level, $0.places) = (.named, [NamedPlace("330100", .pilot)]) }
    try refused("哪些地区") { $0.level = .named }
    try refused("在任务开始") { $0.deadlines = [Deadline(.date, due: Day(2019, 1, 1), years: [2019])] }
    try refused("2060") { $0.deadlines = [Deadline(.year, due: Day(2060, 12, 31), years: [2060])] }
    try refused("只能单独") {
      $0.deadlines = [Deadline(.yearly), Deadline(.date, due: Day(2020, 12, 31), years: [2020])]
    }
    try refused("看不见") { $0.departments = [Responsible("甲\u{1B}乙")] }
    try refused("最多 100") { $0.departments = (0...100).map { Responsible("单位\($0)") } }
    try refused("没有 nothing") { $0.document = "nothing" }
    try refused("印发", since: Day(2019, 1, 1)) { $0.document = "demo-1" }
    try refused("太远", since: Day(2031, 1, 1)) { _ in }
    // A county of another city than the one whose document it is.
    try refused("范围内") {
      ($0.document, $0.level, $0.places) = ("demo-3", .named, [NamedPlace("140100", .pilot)])
    }
  }
}
