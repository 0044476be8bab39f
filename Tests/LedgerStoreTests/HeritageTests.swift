import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

/// A ledger that takes in a catalogue in which tasks were merged, split, or came to be yearly:
/// nothing that was entered is lost.
@Suite struct HeritageTests {
  private static let day = SmallCatalogue.day
  private let open: OpenLedger

  init() throws { open = try OpenLedger(.blank) }

  /// The small catalogue, with some tasks of it changed.
  private static func changed(_ change: (inout [ReformTask]) -> Void) -> Catalogue {
    let small = SmallCatalogue.make()
    var tasks = small.tasks
    change(&tasks)
    return small.holding(documents: small.documents, clauses: small.clauses, tasks: tasks)
  }

  /// Files a newer catalogue, and gives the one that the ledger holds then.
  private func take(_ catalogue: Catalogue) throws -> Catalogue {
    try open.ledger.file(catalogue, revision: "2026-11-30-newer")
    return try open.ledger.catalogue(over: catalogue)
  }

  private func status(
    _ line: Line, in catalogue: Catalogue, on day: Day = day
  ) throws -> Status? {
    let task = try #require(catalogue.task(line.task))
    let standings = try open.ledger.standings(of: task, in: catalogue, asOf: day)
    let found = standings.first { $0.line == line }?.status
    // What is counted is what is shown.
    let position = try #require(catalogue.position(of: line.task))
    let tallies = try open.ledger.tallies(asOf: day, of: [position]).filter {
      $0.period == line.period && $0.city == catalogue.divisions.city(of: line.place)
    }
    let counted = tallies.first { $0.count > 0 }?.status ?? .notStarted
    if tallies.reduce(0, { $0 + $1.count }) <= 1 { #expect(counted == found) }
    return found
  }

  private static func merged() -> Catalogue {
    changed { tasks in
      guard let index = tasks.firstIndex(where: { $0.id == "demo-1/4" }) else { return }
      tasks[index].formerly = ["demo-1/6"]
      tasks.removeAll { $0.id == "demo-1/6" }
    }
  }

  @Test func aDutyEnteredTwiceIsOneAndKeepsTheMarksOfBoth() throws {
    try open.enter(.underway, Line("demo-1/4", in: "140100"), note: "一")
    try open.enter(.done, Line("demo-1/6", in: "140100"), by: "李华", note: "二")
    try open.enter(.underway, Line("demo-1/6", in: "140800"), note: "三")
    let catalogue = try take(Self.merged())
    #expect(catalogue.task("demo-1/6") == nil)
    #expect(catalogue.tasks.count == SmallCatalogue.make().tasks.count - 1)
    #expect(try status(Line("demo-1/4", in: "140100"), in: catalogue) == .done)
    #expect(try status(Line("demo-1/4", in: "140800"), in: catalogue) == .underway)
    let history = try open.ledger.history(.init(task: "demo-1/4"))
    #expect(history.map(\.note) == ["三", "二", "一"])
    #expect(history.allSatisfy { $0.line.task == "demo-1/4" })
    #expect(try open.ledger.history(.init()).count == 3)
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func whatWasEnteredOnEitherCanBeTakenBack() throws {
    let line = Line("demo-1/4", in: "140100")
    try open.enter(.underway, line, by: "王明")
    try open.enter(.done, Line("demo-1/6", in: "140100"), by: "李华")
    let catalogue = try take(Self.merged())
    let back = try open.ledger.takeBack(OpenLedger.stamp("李华"))
    #expect(back.entries?.map(\.status) == [.underway])
    #expect(try status(line, in: catalogue) == .underway)
    #expect(try open.ledger.putBack(OpenLedger.stamp("李华")).entries?.count == 1)
    #expect(try status(line, in: catalogue) == .done)
    // Who has not seen the mark on the other card is told.
    let blind = try open.ledger.record([Change(line, status: .suspended)], OpenLedger.stamp())
    #expect(blind.inBetween?.count == 1)
    let seen = try open.ledger.standings(
      of: try #require(catalogue.task(line.task)), in: catalogue, asOf: Self.day
    ).first { $0.line == line }?.last
    let change = Change(line, status: .suspended, seen: seen)
    #expect(try open.ledger.record([change], OpenLedger.stamp()).entries?.count == 1)
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func aCardThatWasSplitLeavesItsMarksToEveryPart() throws {
    try open.enter(.done, OpenLedger.changzhi, note: "一起办结")
    let catalogue = try take(
      Self.changed { tasks in
        guard let index = tasks.firstIndex(where: { $0.id == "demo-3/1" }) else { return }
        let parts = ["a", "b"].map { name in
          var part = tasks[index]
          part.id = "demo-3/1-\(name)"
          part.formerly = ["demo-3/1"]
          return part
        }
        tasks.replaceSubrange(index...index, with: parts)
      })
    let (one, other) = (Line("demo-3/1-a", in: "140400"), Line("demo-3/1-b", in: "140400"))
    #expect(catalogue.task("demo-3/1") == nil)
    #expect(try status(one, in: catalogue) == .done && status(other, in: catalogue) == .done)
    try open.enter(.underway, one)
    #expect(try status(one, in: catalogue) == .underway && status(other, in: catalogue) == .done)
    #expect(try open.ledger.history(.init(task: "demo-3/1-b")).map(\.note) == ["一起办结"])
    // Taking back: first the part, then the whole card.
    _ = try open.ledger.takeBack(OpenLedger.stamp())
    #expect(try status(one, in: catalogue) == .done)
    _ = try open.ledger.takeBack(OpenLedger.stamp())
    #expect(try status(one, in: catalogue) == .notStarted)
    #expect(try status(other, in: catalogue) == .notStarted)
  }

  @Test func whatHasNoPeriodCountsForTheYearThatFellDueNext() throws {
    let (january, line) = (try #require(Day("2020-01-15")), Line("demo-1/7", in: "140100"))
    try open.enter(.underway, line, on: january)
    try open.enter(.done, line, on: Self.day)
    let catalogue = try take(
      Self.changed { tasks in
        guard let index = tasks.firstIndex(where: { $0.id == "demo-1/7" }) else { return }
        tasks[index].deadlines = [Deadline(.yearly, words: "每年")]
      })
    let yearly = Line("demo-1/7", in: "140100", period: .year(2020))
    #expect(try status(yearly, in: catalogue) == .done)
    #expect(try status(yearly, in: catalogue, on: january) == .underway)
    _ = try open.ledger.takeBack(OpenLedger.stamp())
    #expect(try status(yearly, in: catalogue) == .underway)
  }

  @Test func aTargetKeepsItsKeyWhenATaskIsFiledAnew() throws {
    func target(_ key: String?, _ value: Decimal) -> TaskTarget {
      TaskTarget(key: key, metric: Phrase("试点", "trials"), op: .equal, value: value, unit: "个")
    }
    func filed(_ targets: [TaskTarget], _ revision: String) throws -> [String?] {
      let catalogue = Self.changed { tasks in
        if let index = tasks.firstIndex(where: { $0.id == "demo-1/7" }) {
          tasks[index].targets = targets
        }
      }
      try open.ledger.file(catalogue, revision: revision)
      return try #require(open.ledger.catalogue(over: catalogue).task("demo-1/7")).targets
        .map(\.key)
    }
    #expect(try filed([target("trials", 15), target(nil, 7)], "2026-01-01-a") == ["trials", "1"])
    #expect(
      try filed([target(nil, 7), target(nil, 30), target(nil, 15)], "2026-01-02-b")
        == ["1", "2", "trials"])
  }
}
