import LedgerStore
import Reform
import TestSupport
import Testing

/// The numbers of tasks in the file are known when they are needed, in whatever order one calls.
@Suite struct TaskRowTests {
  @Test func aLedgerOpenedAfreshTakesEntriesWithoutReadingItsCatalogue() throws {
    let open = try OpenLedger()
    let other = try Ledger(at: open.path)
    defer { other.close() }
    let change = Change(OpenLedger.changzhi, status: .underway, note: "first")
    let outcome = try other.record([change], OpenLedger.stamp())
    #expect(outcome.entries?.count == 1)
    #expect(try open.status() == .underway)
  }

  @Test func whatIsReadDoesNotDependOnTheOrder() throws {
    let open = try OpenLedger(.small)
    let (day, task) = (SmallCatalogue.day, open.catalogue.tasks[0])
    func fresh<T>(_ read: (Ledger) throws -> T) throws -> T {
      let other = try Ledger(at: open.path, access: .readOnly)
      defer { other.close() }
      return try read(other)
    }
    #expect(try fresh { try Set($0.tallies(asOf: day)) } == Set(open.ledger.tallies(asOf: day)))
    #expect(try !open.ledger.tallies(asOf: day).isEmpty)
    #expect(
      try fresh { try $0.standings(of: task, in: open.catalogue, asOf: day) }
        == open.ledger.standings(of: task, in: open.catalogue, asOf: day))
    #expect(
      try fresh { try $0.history(.init(task: task.id)) }
        == open.ledger.history(.init(task: task.id)))
    #expect(
      try fresh { try $0.tasksTouched(since: 0, asOf: day) }
        == open.ledger.tasksTouched(since: 0, asOf: day))
  }

  @Test func aCatalogueIsHeldUntilAnotherIsFiled() throws {
    let open = try OpenLedger()
    #expect(try open.ledger.holds(open.catalogue))
    let fewer = open.catalogue.holding(
      documents: open.catalogue.documents, clauses: open.catalogue.clauses,
      tasks: Array(open.catalogue.tasks.dropLast()))
    #expect(try !open.ledger.holds(fewer))
  }

  @Test(arguments: [TestLedger.small, .sample])
  func countiesCountedTogetherAreAsEachByItself(kind: TestLedger) throws {
    let scratch = try Scratch()
    let ledger = try Ledger(at: kind.make(in: scratch), access: .readOnly)
    defer { ledger.close() }
    let divisions = SmallCatalogue.make().divisions
    let counties = divisions.all.filter { $0.level == .county }
    for day in [kind.day, kind.day.adding(days: -45)] {
      let together = try ledger.tallies(asOf: day, ofEach: counties.map(\.id))
      #expect(day < kind.day || together.contains { !$0.value.isEmpty })
      for county in counties {
        let alone = try ledger.tallies(asOf: day, in: county)
        #expect(Set(together[county.id] ?? []) == Set(alone), "\(county.name)")
      }
    }
    #expect(try ledger.tallies(asOf: kind.day, ofEach: []).isEmpty)
  }

  @Test func aSecondHandleOfTheSameFileReadsWhatTheFirstHasEntered() throws {
    let open = try OpenLedger()
    let door = try #require(open.ledger.door)
    let reader = try Ledger(through: door)
    defer { reader.close() }
    #expect(reader.access == .readOnly)
    for note in ["one", "two"] {
      try open.enter(.underway, note: note)
      #expect(try reader.history(.init(limit: 1)).first?.note == note)
    }
    #expect(throws: Fault.self) {
      _ = try reader.record(
        [Change(OpenLedger.changzhi, status: .done)], OpenLedger.stamp(), overriding: true)
    }
  }
}
