import LedgerStore
import Reform
import TestSupport
import Testing

/// Tasks amended by hand: what they were on a day before, what would be lost, and who was quicker.
@Suite struct HandAmendTests {
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

  private func amend(
    _ id: ReformTask.ID, on day: Day? = nil, seen: Int? = nil, overriding: Bool = false,
    _ change: (inout TaskAmendment) -> Void
  ) throws -> Outcome {
    var amendment = TaskAmendment(reason: "省里改了")
    change(&amendment)
    let act = Act(
      .hand([.amend(id, amendment)], seen: try seen ?? open.ledger.lastAct()),
      OpenLedger.stamp(on: day ?? self.day), overriding: overriding)
    return try open.ledger.enter(act, under: ActRules(try catalogue()))
  }

  private func refusal(
    _ id: ReformTask.ID, _ change: (inout TaskAmendment) -> Void
  ) throws -> String {
    do { _ = try amend(id, change) } catch let fault as Fault {
      #expect(!fault.message.en.isEmpty)
      return fault.message.zh
    }
    throw TestFailure("amended: \(id)")
  }

  @Test func aDayBeforeShowsItAsItWas() throws {
    try open.enter(.done, Line("demo-1/1", in: "140400"))
    _ = try amend("demo-1/1", on: later) {
      $0.title = Phrase("各县制定方案", "Each county draws up a plan")
      $0.levels = [.eachCity, .eachCounty]
      $0.deadlines = [Deadline(.date, due: Day(2020, 12, 31), years: [2020])]
      $0.departments = [Responsible("省医改办", role: .lead)]
    }.entered()
    let catalogue = try catalogue()
    let (now, then) = (catalogue.asOf(later), catalogue.asOf(day))
    #expect(now.task("demo-1/1")?.title.zh == "各县制定方案")
    #expect(then.task("demo-1/1")?.title.zh == "各市制定方案")
    #expect(then.tasks == catalogue.asOf(later.adding(days: -1)).tasks)
    #expect(now.filed("demo-1/1")?.title.zh == "各市制定方案")
    let task = try #require(now.task("demo-1/1"))
    #expect(Set(now.amendments(of: task).keys) == [.title, .level, .deadlines, .departments])
    #expect(then.amendments(of: task).isEmpty)
    func whole(on day: Day) throws -> TaskStanding? {
      TaskReport(
        catalogue, tallies: try open.ledger.tallies(asOf: day), on: day, in: "140000"
      )[catalogue.position(of: task.id) ?? 0]
    }
    #expect(try whole(on: day)?.counts.total == 11)
    #expect(try whole(on: day)?.light.signal == .red)
    #expect(try whole(on: later)?.counts.total == 11 + 117)
    #expect(try whole(on: later)?.counts[.done] == 1)
    #expect(try whole(on: later)?.light.signal != .red)
    #expect(try open.ledger.findings().isEmpty)
    // The same again is no change.
    #expect(try amend("demo-1/1", on: later) { $0.title = task.title } == .nothing)
  }

  @Test func whatTheDocumentSaysAnewDoesNotUndoIt() throws {
    _ = try amend("demo-1/4") { $0.title = Phrase("改过的", "amended") }.entered()
    var filed = try #require(try catalogue().filed("demo-1/4"))
    filed.title = Phrase("文件里的新名称", "new in the document")
    let whole = SmallCatalogue.make()
    let tasks = whole.tasks.map { $0.id == filed.id ? filed : $0 }
    try open.ledger.file(
      whole.holding(documents: whole.documents, clauses: whole.clauses, tasks: tasks),
      revision: "2026-11-30-x")
    let now = try catalogue()
    #expect(now.task(filed.id)?.title.zh == "改过的")
    #expect(now.filed(filed.id)?.title.zh == "文件里的新名称")
  }

  @Test func entriesDoNotLoseTheirLine() throws {
    try open.enter(.done, Line("demo-1/4", in: "140400"))
    let said = try refusal("demo-1/4") { $0.places = [NamedPlace("140100", .lead)] }
    #expect(said.contains("长治市已有 1 条登记") && said.contains("移出"))
    _ = try amend("demo-1/4") {
      $0.places = ["140100", "140400", "140900"].map { NamedPlace($0, .lead) }
    }.entered()
    try open.enter(.done, Line("demo-1/8", in: "140000", period: .year(2020)))
    for deadlines in [
      [], [Deadline(.date, due: Day(2020, 12, 31), years: [2020])],
      [Deadline(.rangeYearly, due: Day(2022, 12, 31), years: [2021, 2022])],
    ] {
      #expect(try refusal("demo-1/8") { $0.deadlines = deadlines }.contains("没有这一期"))
    }
    _ = try amend("demo-1/8") { $0.deadlines = [Deadline(.yearly, years: [2020])] }.entered()
    // What was entered once counts for the period that fell due next, where it comes every year.
    try open.enter(.done, Line("demo-3/1", in: "140400"))
    _ = try amend("demo-3/1", on: later) { $0.deadlines = [Deadline(.yearly)] }.entered()
    let catalogue = try catalogue()
    let task = try #require(catalogue.task("demo-3/1"))
    let now = try open.ledger.standings(of: task, in: catalogue, asOf: later)
    #expect(now.first?.line.period == .year(2020) && now.first?.status == .done)
    let then = try open.ledger.standings(of: task, in: catalogue, asOf: day)
    #expect(then.map(\.line.period) == [nil] && then.first?.status == .done)
    #expect(
      try open.ledger.tallies(asOf: day).contains {
        $0.task == catalogue.position(of: task.id) && $0.period == nil && $0.status == .done
      })
  }

  @Test func anAmendmentIsNotTakenBackFromUnderEntries() throws {
    _ = try amend("demo-1/4") {
      $0.places = ["140100", "140800", "140400", "140700", "140300", "140900"].map {
        NamedPlace($0, .lead)
      }
    }.entered()
    _ = try open.ledger.record(
      [Change(Line("demo-1/4", in: "140900"), status: .done)], OpenLedger.stamp("李华"),
      overriding: true)
    let rules = ActRules(try catalogue())
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules)
    }
    #expect(try catalogue().task("demo-1/4")?.places.count == 6)
    _ = try open.ledger.takeBack(.tasks, OpenLedger.stamp("李华"), under: rules).entered()
    // What was entered is still there, though it was taken back: its line stays.
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules)
    }
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func aTargetKeepsWhatWasReachedOfIt() throws {
    func target(_ name: String, _ value: Amount) -> TaskTarget {
      TaskTarget(metric: Phrase(name, name), op: .atLeast, value: value, unit: "%")
    }
    _ = try amend("demo-1/3") { $0.targets = [target("覆盖率", 90), target("人数", 10)] }.entered()
    let first = try #require(try catalogue().task("demo-1/3"))
    #expect(first.targets.map(\.key) == ["1", "2"])
    let key = TargetActual.Key("demo-1/3", "1", in: "140400")
    let actual = TargetActual(key, 80, on: day, source: "通报")
    _ = try open.ledger.enter(
      Act(.actual(actual), OpenLedger.stamp()), under: ActRules(try catalogue())
    ).entered()
    #expect(try refusal("demo-1/3") { $0.targets = [target("人数", 20)] }.contains("1 个完成数"))
    let carried = TaskTarget.carried([target("覆盖率", 95), target("床位", 3)], from: first.targets)
    _ = try amend("demo-1/3") { $0.targets = carried }.entered()
    let second = try #require(try catalogue().task("demo-1/3"))
    // The same measure has its key still, and a new one has none that another ever had.
    #expect(second.targets.map(\.key) == ["1", "3"] && second.targets[0].value == 95)
  }

  // MARK: Who was quicker

  @Test func whoHasNotSeenWhatMovedIsAsked() throws {
    let seen = try open.ledger.lastAct()
    try open.enter(.done, Line("demo-1/4", in: "140400"), by: "李华")
    let title = Phrase("改过的", "amended")
    guard case .moved(.lines(let entries)) = try amend("demo-1/4", seen: seen, { $0.title = title })
    else { throw TestFailure("not asked") }
    #expect(entries.map(\.who) == ["李华"])
    _ = try amend("demo-1/4", seen: entries[0].act) { $0.title = title }.entered()
    guard
      case .moved(.hand(let names)) = try amend(
        "demo-1/4", seen: seen, { $0.title = Phrase("再改", "again") })
    else { throw TestFailure("not asked") }
    #expect(names == ["王明"])
    let document = Act(
      .hand([.leaveOut(.document("demo-1"), reason: "x")], seen: seen), OpenLedger.stamp())
    guard case .moved(.hand) = try open.ledger.enter(document, under: ActRules(try catalogue()))
    else { throw TestFailure("not asked") }
    _ = try amend("demo-1/4", seen: seen, overriding: true) { $0.title = Phrase("三改", "x") }
      .entered()
  }

  /// Two copies at once: whatever was entered by either is in both, none twice.
  @Test func twoHandlesOnOneFileLoseNothing() throws {
    let other = try open.another()
    for number in 1...12 {
      let ledger = number.isMultiple(of: 2) ? open.ledger : other
      let task = ReformTask(
        id: "", document: "", clause: "", title: Phrase("第\(number)件", "n"), theme: "payment")
      let act = Act(.hand([.make(HandTask(task, since: day))]), OpenLedger.stamp("甲\(number % 2)"))
      _ = try ledger.enter(act, under: ActRules(open.catalogue)).entered()
    }
    for ledger in [open.ledger, other] {
      let tasks = try ledger.catalogue(over: SmallCatalogue.make()).tasks
        .filter { $0.document == "own" }
      #expect(tasks.map(\.id) == (1...12).map { "own/\($0)" })
      #expect(tasks.map(\.title.zh) == (1...12).map { "第\($0)件" })
    }
    #expect(try open.ledger.findings().isEmpty)
  }
}
