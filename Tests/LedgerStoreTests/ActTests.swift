import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct ActTests {
  private let stamp = OpenLedger.stamp()
  private let line = OpenLedger.changzhi

  @Test func anEntryKeepsWhoWhenAndWhat() throws {
    let open = try OpenLedger()
    let stamp = Stamp(
      who: "李华", day: SmallCatalogue.day, at: "2020-03-02T10:00:00+0800", meeting: "第3次")
    let change = Change(line, status: .done, note: "备注", evidence: "文件1号")
    let entry = try #require(try open.ledger.record([change], stamp).entries?.first)
    #expect(entry.who == "李华" && entry.meeting == "第3次" && entry.day == SmallCatalogue.day)
    #expect(entry.at == "2020-03-02T10:00:00+0800" && entry.kind == .entered)
    #expect(entry.line == line && entry.status == .done && !entry.isTakenBack)
    #expect(entry.note == "备注" && entry.evidence == "文件1号")
    #expect(try open.ledger.history(.init()) == [entry])
  }

  @Test func takingBackRestoresWhatWasBefore() throws {
    let open = try OpenLedger()
    try open.enter(.underway)
    try open.enter(.done)
    let undo = try #require(try open.ledger.takeBack(stamp).entries)
    #expect(undo.map(\.status) == [.underway] && undo.map(\.kind) == [.undone])
    #expect(try open.status() == .underway)
    let again = try #require(try open.ledger.takeBack(stamp).entries)
    #expect(again.map(\.status) == [.notStarted])
    #expect(try open.ledger.takeBack(stamp) == .nothing)
  }

  @Test func whatWasTakenBackCanBePutBackAndTakenBackAgain() throws {
    let open = try OpenLedger()
    let entry = try open.enter(.done)
    for _ in 0..<3 {
      _ = try open.ledger.takeBack(stamp)
      #expect(try open.status() == .notStarted)
      #expect(try open.ledger.history(.init()).last?.isTakenBack == true)
      _ = try open.ledger.putBack(stamp)
      #expect(try open.status() == .done)
      #expect(try open.ledger.history(.init()).last?.isTakenBack == false)
    }
    #expect(try open.ledger.putBack(stamp) == .nothing)
    let answers = try open.ledger.history(.init()).dropLast().map(\.answers)
    #expect(answers.allSatisfy { $0 == entry.id })
    #expect(try open.ledger.entryCount() == 7)
  }

  @Test func severalActsArePutBackInTurn() throws {
    let open = try OpenLedger()
    try open.enter(.underway)
    try open.enter(.done)
    _ = try open.ledger.takeBack(stamp)
    _ = try open.ledger.takeBack(stamp)
    #expect(try open.status() == .notStarted)
    _ = try open.ledger.putBack(stamp)
    #expect(try open.status() == .underway)
    _ = try open.ledger.putBack(stamp)
    #expect(try open.status() == .done)
  }

  @Test func nothingIsPutBackOnceSomethingNewWasEntered() throws {
    let open = try OpenLedger()
    try open.enter(.done)
    _ = try open.ledger.takeBack(stamp)
    try open.enter(.suspended)
    #expect(try open.ledger.putBack(stamp) == .nothing)
    #expect(try open.status() == .suspended)
  }

  @Test func aNoteIsTakenBackAndPutBack() throws {
    let open = try OpenLedger()
    let change = Change(line, note: "只是备注")
    _ = try open.ledger.record([change], stamp)
    #expect(try open.status() == .notStarted)
    let undo = try #require(try open.ledger.takeBack(stamp).entries?.first)
    #expect(undo.status == nil && undo.note == nil)
    #expect(try open.ledger.history(.init()).map(\.isTakenBack) == [false, true])
    _ = try open.ledger.putBack(stamp)
    #expect(try open.ledger.history(.init()).last?.isTakenBack == false)
  }

  @Test func anEnteredDueDayIsTakenBackToTheOneBefore() throws {
    let open = try OpenLedger()
    let line = Line("demo-1/5", in: "140000")
    let position = try #require(open.catalogue.position(of: "demo-1/5"))
    for due in ["2020-06-30", "2020-09-30"] {
      _ = try open.ledger.record([Change(line, due: .some(Day(due)))], stamp)
    }
    #expect(try open.ledger.enteredDues(asOf: SmallCatalogue.day)[position] == Day("2020-09-30"))
    _ = try open.ledger.takeBack(stamp)
    #expect(try open.ledger.enteredDues(asOf: SmallCatalogue.day)[position] == Day("2020-06-30"))
    _ = try open.ledger.takeBack(stamp)
    #expect(try open.ledger.enteredDues(asOf: SmallCatalogue.day)[position] == nil)
    _ = try open.ledger.putBack(stamp)
    #expect(try open.ledger.enteredDues(asOf: SmallCatalogue.day)[position] == Day("2020-06-30"))
    #expect(
      try open.ledger.enteredDues(asOf: SmallCatalogue.day.adding(days: -1))[position] == nil)
  }

  @Test func anActOfManyLinesIsTakenBackWhole() throws {
    let open = try OpenLedger()
    try open.enter(.underway, Line("demo-1/1", in: "140100"))
    let lines = ["140100", "140200", "140300"].map { Line("demo-1/1", in: $0) }
    _ = try open.ledger.record(lines.map { Change($0, status: .done) }, stamp, overriding: true)
    let undo = try #require(try open.ledger.takeBack(stamp).entries)
    #expect(undo.map(\.status) == [.underway, .notStarted, .notStarted])
  }

  @Test func onlyOnesOwnActsAreTakenBack() throws {
    let open = try OpenLedger()
    try open.enter(.done, by: "李华")
    #expect(try open.ledger.takeBack(stamp) == .nothing)
    #expect(try open.status() == .done)
  }

  @Test func anUnknownTaskIsAFaultAndNothingIsEntered() throws {
    let open = try OpenLedger()
    let changes = [
      Change(line, status: .done), Change(Line("demo-9/9", in: "140000"), status: .done),
    ]
    let fault = #expect(throws: Fault.self) { try open.ledger.record(changes, stamp) }
    #expect(fault?.message.zh.contains("demo-9/9") == true)
    #expect(try open.ledger.entryCount() == 0)
    #expect(try open.status() == .notStarted)
  }

  @Test func historyIsLeafedThroughNewestFirst() throws {
    let open = try OpenLedger(.small)
    let all = try open.ledger.history(.init())
    #expect(all.map(\.id) == all.map(\.id).sorted(by: >))
    let first = try open.ledger.history(.init(limit: 5))
    let second = try open.ledger.history(.init(before: first.last?.id, limit: 5))
    #expect(first + second == Array(all.prefix(10)))
    let changzhi = try open.ledger.history(.init(place: "140400"))
    #expect(changzhi.count > 3 && changzhi == all.filter { $0.line.place.hasPrefix("1404") })
    let day = try #require(Day("2020-02-05"))
    #expect(try open.ledger.history(.init(since: day, until: day)).count == 3)
    #expect(try open.ledger.history(.init(task: "demo-1/6")).map(\.status) == [.suspended])
    #expect(try open.ledger.lastDay() == Day("2020-02-20"))
  }
}

@Suite struct TwoPeopleTests {
  private let line = OpenLedger.changzhi

  @Test func oneConnectionSeesThatAnotherHasWritten() throws {
    let open = try OpenLedger()
    let other = try open.another()
    defer { other.close() }
    #expect(!open.ledger.hasMoved())
    try open.enter(.underway)
    #expect(!open.ledger.hasMoved())
    #expect(other.hasMoved())
    #expect(!other.hasMoved())
  }

  @Test func nothingIsOverwrittenUnseen() throws {
    let open = try OpenLedger()
    let other = try open.another()
    defer { other.close() }
    let theirs = try #require(
      try other.record([Change(line, status: .suspended)], OpenLedger.stamp("李华")).entries)
    let change = Change(line, status: .done)
    #expect(try open.ledger.record([change], OpenLedger.stamp()).inBetween == theirs)
    #expect(try open.ledger.entryCount() == 1)
    let seen = Change(line, status: .done, seen: theirs.last?.id)
    #expect(try open.ledger.record([seen], OpenLedger.stamp()).entries?.count == 1)
  }

  @Test func whoeverIsCertainEntersAllTheSame() throws {
    let open = try OpenLedger()
    try open.enter(.suspended, by: "李华")
    let change = Change(line, status: .done)
    let outcome = try open.ledger.record([change], OpenLedger.stamp(), overriding: true)
    #expect(outcome.entries?.map(\.status) == [.done])
  }

  @Test func takingBackStopsWhereSomebodyElseWentOn() throws {
    let open = try OpenLedger()
    try open.enter(.underway)
    let theirs = try open.enter(.suspended, by: "李华")
    #expect(try open.ledger.takeBack(OpenLedger.stamp()).inBetween == [theirs])
    // What came after the entry that was seen is looked at anew.
    let after = try open.enter(.underway, by: "赵强")
    #expect(
      try open.ledger.takeBack(OpenLedger.stamp(), over: theirs.id).inBetween == [after])
    let certain = try open.ledger.takeBack(OpenLedger.stamp(), over: after.id)
    #expect(certain.entries?.map(\.status) == [.notStarted])
  }

  @Test func aDueDayThatSomebodyElseHasEnteredIsNotWrittenOver() throws {
    let open = try OpenLedger()
    let found = open.catalogue.tasks.first { $0.takesDue }
    let task = try #require(found)
    func change(_ day: String, seen: Day?) -> Change {
      Change(Line(task.id, in: "140000"), due: .some(Day(day)), dueSeen: .some(seen))
    }
    let theirs = try #require(
      try open.ledger.record([change("2020-09-30", seen: nil)], OpenLedger.stamp("李华")).entries)
    let mine = change("2020-12-31", seen: nil)
    #expect(try open.ledger.record([mine], OpenLedger.stamp()).inBetween == theirs)
    let again = change("2020-12-31", seen: Day("2020-09-30"))
    #expect(try open.ledger.record([again], OpenLedger.stamp()).entries?.first?.due == "2020-12-31")
  }

  @Test func oneMovedLineHoldsUpTheWholeAct() throws {
    let open = try OpenLedger()
    try open.enter(.suspended, by: "李华")
    let changes = [
      Change(line, status: .done), Change(Line("demo-1/1", in: "140100"), status: .done),
    ]
    #expect(try open.ledger.record(changes, OpenLedger.stamp()).inBetween?.count == 1)
    #expect(try open.ledger.entryCount() == 1)
  }

  @Test func aNoteIsNeverHeldUp() throws {
    let open = try OpenLedger()
    try open.enter(.suspended, by: "李华")
    #expect(try open.ledger.record([Change(line, note: "看到了")], OpenLedger.stamp()).entries != nil)
  }
}
