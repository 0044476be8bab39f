import LedgerStore
import Reform
import TestSupport
import Testing

/// A meeting in the ledger: its steps, what it decides, what becomes of that, and what is refused.
@Suite struct MeetingActTests {
  let open: OpenLedger
  let rules: ActRules
  let day = SmallCatalogue.day
  let meeting = "hy-2020-03-02-1"
  let line = OpenLedger.changzhi
  var subject: AgendaItem.Subject { .task(line.task, in: "140400") }

  init() throws {
    open = try OpenLedger()
    rules = ActRules(open.catalogue)
  }

  func enter(_ content: Act.Content, by who: String = "王明") throws -> Outcome {
    try open.ledger.enter(Act(content, OpenLedger.stamp(who)), under: rules)
  }

  func step(_ step: MeetingStep, _ id: String? = nil) throws {
    let id = id ?? meeting
    let seen = try open.ledger.lastAct()
    try enter(.meeting(id, step, seen: seen)).entered()
  }

  func begin(_ id: String? = nil) throws {
    try step(.card(MeetingCard(title: "例会", day: day, scope: "140000")), id)
    try step(.add([AgendaItem(subject, [.red])]), id)
    try step(.open, id)
  }

  func held(_ id: String? = nil) throws -> Meeting {
    try #require(try open.ledger.meetings().first { $0.id == id ?? meeting })
  }

  func extend(to due: Day, seen: Day? = nil, until: Day? = nil) throws -> Outcome {
    let decision = Decision(
      .extend, in: meeting, on: subject, lines: [line], text: "等省里文件", due: due, askedBy: "长治",
      askedOn: day)
    return try enter(
      .decision(
        decision,
        [Change(line, note: "等省里文件", until: .some(due), untilSeen: .some(until))],
        seen: try open.ledger.lastAct()))
  }

  @Test func aMeetingIsPreparedHeldAndClosed() throws {
    try begin()
    #expect(try held().state == .running && held().agenda.map(\.subject) == [subject])
    let decision = Decision(.finish, in: meeting, on: subject, lines: [line], text: "看过")
    let outcome = try enter(
      .decision(decision, [Change(line, status: .done, note: "看过")], seen: 0))
    let entry = try #require(try outcome.entered().entries.first)
    #expect(entry.meeting == meeting && entry.note == "看过" && entry.status == .done)
    #expect(try held().decisions.map(\.decision) == [decision])
    #expect(try held().undecided.isEmpty)
    // Until it is closed what it decided can be taken back, and put back.
    _ = try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try held().decisions.isEmpty && open.status() == .notStarted)
    _ = try open.ledger.putBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try held().decisions.count == 1 && open.status() == .done)
    try step(.close(minutes: "〔2020〕1号"))
    #expect(try held().state == .closed && held().minutes == "〔2020〕1号")
    // What was decided stays, and nothing more is.
    #expect(throws: Fault.self) { try step(.open) }
    #expect(throws: Fault.self) {
      try enter(.decision(decision, [Change(line, status: .done, seen: entry.id)]))
    }
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules)
    }
    // Nor is its closing taken back: its minutes have their number.
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(.meetings, OpenLedger.stamp(), under: rules)
    }
    #expect(try held().state == .closed && held().decisions.count == 1)
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func anExtensionStandsBesideThePrintedDay() throws {
    try begin()
    let later = try #require(Day("2020-04-10"))
    #expect(try standing().light.signal == .red && standing().due == Day("2020-02-28"))
    try extend(to: later).entered()
    let now = try standing()
    #expect(now.due == later && now.original == Day("2020-02-28"))
    #expect(now.light.signal != .red && now.status == .notStarted)
    // Of the whole as well, in the city and in the province; a county looks at its own alone.
    for scope in ["140000", "140400"] {
      #expect(try whole(in: scope).due == later)
      #expect(try whole(in: scope).light.signal != .red)
    }
    // It holds from its own day on, and later than its day the line is late again.
    #expect(try standing(on: day.adding(days: -1)).original == nil)
    #expect(try standing(on: later.adding(days: 1)).light.signal == .red)
    #expect(try whole(in: "140000", on: later.adding(days: 1)).light.signal == .red)
    _ = try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try standing().due == Day("2020-02-28") && standing().original == nil)
    _ = try open.ledger.putBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try standing().due == later)
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func severalPlacesGoEachByItsOwnDay() throws {
    try begin()
    let places = ["140100", "140400"].map { Line("demo-1/1", in: $0) }
    let later = try #require(Day("2020-05-31"))
    let decision = Decision(
      .extend, in: meeting, on: .task("demo-1/1", in: "140000"), lines: places, text: "防疫",
      due: later, askedBy: "两市")
    try enter(
      .decision(
        decision, places.map { Change($0, note: "防疫", until: .some(later), untilSeen: .some(nil)) })
    ).entered()
    try open.enter(.done, places[1])
    let all = try whole("demo-1/1", in: "140000")
    #expect(all.counts.total == 11 && all.counts[.done] == 1 && all.due == Day("2020-01-31"))
    #expect(all.lights.red == 9)
    #expect(try whole("demo-1/1", in: "140100").due == later)
    #expect(try whole("demo-1/1", in: "140100").counts.total == 1)
    // The other nine finished, the whole is due when the last one is.
    let task = try #require(open.catalogue.task("demo-1/1"))
    for place in open.catalogue.fanOut(of: task) where place != "140100" {
      try open.enter(.done, Line("demo-1/1", in: place))
    }
    #expect(try whole("demo-1/1", in: "140000").due == later)
    let sum = try open.ledger.standings(of: task, in: open.catalogue, asOf: day)
    let made = TaskStanding(
      sum, of: task, at: all.task, rules: open.catalogue.rules, on: day)
    #expect(try made == whole("demo-1/1", in: "140000"))
  }

  @Test func whoDecidesUnseenOverAnotherIsTold() throws {
    try begin()
    try open.enter(.underway, line, by: "李华")
    let decision = Decision(.finish, in: meeting, on: subject, lines: [line])
    let outcome = try enter(.decision(decision, [Change(line, status: .done)]))
    guard case .moved(.lines(let entries)) = outcome else { throw TestFailure("\(outcome)") }
    #expect(entries.map(\.who) == ["李华"])
    #expect(try held().decisions.isEmpty)
    // The same of extensions.
    let later = try #require(Day("2020-04-10"))
    let seen = try #require(entries.first?.id)
    let change = Change(line, note: "等", until: .some(later), seen: seen, untilSeen: .some(nil))
    let longer = Decision(
      .extend, in: meeting, on: subject, lines: [line], text: "等", due: later, askedBy: "甲")
    try enter(.decision(longer, [change])).entered()
    guard case .moved = try enter(.decision(longer, [change])) else {
      throw TestFailure("extended twice")
    }
  }

  @Test func aResolutionIsATaskLikeOthers() throws {
    try begin()
    let task = ReformTask(
      id: "", document: "", clause: "", title: Phrase("开展检查", "Inspect"), theme: "leadership",
      departments: [Responsible("省卫健委", role: .lead)],
      deadlines: [Deadline(.date, due: Day("2020-06-30"))],
      places: [NamedPlace("140400", .lead)], level: .named)
    let decision = Decision(
      .resolve, in: meeting, on: nil, text: "开展检查", due: Day("2020-06-30"), task: task)
    let before = try open.ledger.filingNumber()
    try enter(.decision(decision, [])).entered()
    #expect(try open.ledger.filingNumber() > before)
    var catalogue = try open.ledger.catalogue(over: open.catalogue)
    let made = try #require(catalogue.task("\(meeting)/1"))
    #expect(made.title == task.title && made.departments == task.departments)
    #expect(catalogue.document(meeting)?.kind == .meeting)
    #expect(catalogue.fanOut(of: made) == ["140400"])
    #expect(throws: Fault.self) { try open.ledger.expectWithdrawable(meeting) }
    // A second one has the next number, and the first one's is not given out again.
    _ = try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    catalogue = try open.ledger.catalogue(over: open.catalogue)
    #expect(catalogue.task("\(meeting)/1") == nil && catalogue.document(meeting) == nil)
    _ = try open.ledger.putBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    try enter(.decision(decision, [])).entered()
    catalogue = try open.ledger.catalogue(over: open.catalogue)
    #expect(catalogue.tasks.filter { $0.document == meeting }.map(\.clause) == ["1", "2"])
    // Once something was entered for it, it stays.
    try open.enter(.underway, Line("\(meeting)/2", in: "140400"), by: "李华")
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules)
    }
    try step(.close(minutes: "〔2020〕7号"))
    catalogue = try open.ledger.catalogue(over: open.catalogue)
    #expect(catalogue.document(meeting)?.number == "〔2020〕7号")
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func onlyOneMeetingRunsAtATime() throws {
    try begin()
    let other = "hy-2020-03-02-2"
    try step(.card(MeetingCard(title: "另一个", day: day, scope: "140400")), other)
    #expect(throws: Fault.self) { try step(.open, other) }
    try step(.close(minutes: "1"))
    try step(.open, other)
    // Taking the closing back would make two.
    #expect(throws: Fault.self) {
      try enter(.undo(.act(try open.ledger.lastAct() - 1, of: .meetings)))
    }
    #expect(throws: Fault.self) { try step(.close(minutes: "1"), other) }
    try step(.close(minutes: "2"), other)
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    #expect(throws: Fault.self) { try step(.open) }
    #expect(throws: Fault.self) {
      try step(.card(MeetingCard(title: " ", day: day, scope: "140000")))
    }
    #expect(throws: Fault.self) {
      try step(.card(MeetingCard(title: "县会", day: day, scope: "140199")))
    }
    try step(.card(MeetingCard(title: "例会", day: day, scope: "140000")))
    let decision = Decision(.finish, in: meeting, on: subject, lines: [line])
    #expect(throws: Fault.self, "not open yet") {
      try enter(.decision(decision, [Change(line, status: .done)]))
    }
    try step(.open)
    let yesterday = day.adding(days: -1)
    #expect(throws: Fault.self, "a day in the past") { try extend(to: yesterday) }
    for kind in [Decision.Kind.signOff, .carryOn, .extend, .sendBack, .supervise, .resolve] {
      #expect(throws: Fault.self, "\(kind) without words") {
        try enter(
          .decision(Decision(kind, in: meeting, on: subject, lines: [line]), [Change(line)]))
      }
    }
    try open.enter(.done)
    #expect(throws: Fault.self, "finished already") { try extend(to: day.adding(days: 30)) }
    #expect(try open.ledger.entryCount() == 1 && held().decisions.isEmpty)
  }

  @Test func aSlipIsOrderedWithTheDecision() throws {
    try begin()
    let order = SlipOrder(
      number: "督〔2020〕1号", level: .reminder, lines: [line], basis: "一", matter: "签约",
      unit: "长治市医改办",
      place: "140400", demand: "报进展", due: day.adding(days: 10))
    let decision = Decision(
      .supervise, in: meeting, on: subject, lines: [line], text: "报进展", slip: order)
    try enter(.decision(decision, [Change(line, note: "督办")])).entered()
    #expect(try open.ledger.slips().map(\.id) == [order.number])
    _ = try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try open.ledger.slips().isEmpty)
    _ = try open.ledger.putBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    try enter(.slip(order.number, .receive(by: "张"), seen: try open.ledger.lastAct())).entered()
    #expect(try open.ledger.slips().first?.state == .received)
    // It was received: the order of it cannot be taken back alone.
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules)
    }
    #expect(try open.ledger.findings().isEmpty)
  }

  /// A number of which nothing stands is free; what stands is in the way.
  @Test func aSlipThatWasTakenBackIsIssuedAgain() throws {
    let order = SlipOrder(
      number: "督〔2020〕1号", level: .reminder, basis: "一", matter: "签约", unit: "长治市医改办",
      place: "140400", demand: "报进展", due: day.adding(days: 10))
    try enter(.slip(order.number, .issue(order))).entered()
    _ = try open.ledger.takeBack(.slips, OpenLedger.stamp(), under: rules).entered()
    try enter(.slip(order.number, .issue(order))).entered()
    #expect(try open.ledger.slips().map(\.id) == [order.number])
    guard case .moved = try enter(.slip(order.number, .close("办结"))) else {
      throw TestFailure("closed unseen")
    }
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func aMeetingThatWasTakenBackIsRemembered() throws {
    try step(.card(MeetingCard(title: "例会", day: day, scope: "140000")))
    #expect(try open.ledger.lastUnmadeMeeting(by: "王明") == nil)
    let making = try open.ledger.lastAct()
    _ = try open.ledger.takeBack(.meetings, OpenLedger.stamp(), under: rules).entered()
    let made = try open.ledger.meetingsEverMade()
    #expect(try open.ledger.meetings().isEmpty && made == [meeting])
    #expect(Meeting.freshID(on: day, in: nil, among: made) == "hy-2020-03-02-2")
    #expect(try open.ledger.lastUnmadeMeeting(by: "王明") == making)
    #expect(try open.ledger.lastUnmadeMeeting(by: "李华") == nil)
    try enter(.redo(.act(making, of: .meetings))).entered()
    #expect(try open.ledger.lastUnmadeMeeting(by: "王明") == nil)
    #expect(try held().card.title == "例会")
  }

  @Test func itIsReadFromAnotherHandleAndOnPastDays() throws {
    try begin()
    let later = try #require(Day("2020-04-10"))
    try extend(to: later).entered()
    let other = try open.another()
    #expect(try other.meetings() == open.ledger.meetings())
    #expect(try other.meetings(asOf: day.adding(days: -1)).isEmpty)
  }

  private func standing(on day: Day? = nil) throws -> Standing {
    let task = try #require(open.catalogue.task(line.task))
    return try #require(
      try open.ledger.standings(of: task, in: open.catalogue, asOf: day ?? self.day)
        .first { $0.line == line })
  }

  private func whole(
    _ task: ReformTask.ID? = nil, in scope: Division.Code, on day: Day? = nil
  ) throws -> TaskStanding {
    let day = day ?? self.day
    let catalogue = open.catalogue
    let report = TaskReport(
      catalogue, tallies: try open.ledger.tallies(asOf: day, in: catalogue.divisions[scope]),
      entered: try open.ledger.enteredDues(asOf: day), on: day, in: scope)
    let position = try #require(catalogue.position(of: task ?? line.task))
    return try #require(report[position])
  }
}
