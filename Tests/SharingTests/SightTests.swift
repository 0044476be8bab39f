import LedgerStore
import Reform
import Sharing
import TestSupport
import Testing

/// What becomes of ledgers where the offices of a hub come to see less of each other, or more.
@Suite struct SightTests {
  private let hub = MemoryHub()
  private let above: Office
  private let one: Office
  private let other: Office
  private let here = Line("demo-1/1", in: "140100")
  private let there = Line("demo-1/1", in: "140400")

  init() throws {
    above = try Office("省医改办", "140000", hub)
    one = try Office("太原", "140100", hub)
    other = try Office("长治", "140400", hub)
  }

  private func synchronise(_ offices: Office...) throws {
    for office in offices { try office.synchronise() }
  }

  private func expectSame() throws {
    #expect(try one.dump() == above.dump() && other.dump() == above.dump())
    for office in [above, one, other] {
      #expect(try office.ledger.findings().isEmpty)
      #expect(try office.ledger.sharingState()?.asking == 0)
    }
  }

  /// Makes a task for both cities, which the province sends.
  private func make() throws -> ReformTask.ID {
    var task = ReformTask(
      id: "", document: "", clause: "", title: Phrase("自立", "own"), theme: "leadership")
    task.level = .named
    task.places = [NamedPlace("140100", .pilot), NamedPlace("140400", .pilot)]
    let stamp = Stamp(
      who: "王明", day: SmallCatalogue.day, at: "\(SmallCatalogue.day)T09:30:00+0800")
    let make = HandStep.make(HandTask(task, since: SmallCatalogue.day))
    _ = try above.ledger.enter(Act(.hand([make]), stamp, overriding: true), under: above.rules)
    try synchronise(above, one, other)
    return try #require(above.catalogue.tasks.first { !$0.id.hasPrefix("demo-") }).id
  }

  @Test func whatWasReadBeforeStaysAndIsNoLoss() throws {
    try one.mark(.underway, here)
    try other.mark(.done, there)
    try synchronise(one, other, one)
    hub.sight = .own
    let report = try one.synchronise()
    #expect(report == ExchangeReport())
    #expect(try one.status(there) == .done && one.ledger.lastAct() == 2)
    try one.mark(.done, here)
    #expect(try one.synchronise().sent == 1)
    #expect(try one.status(there) == .done)
  }

  /// The hub may be set back all the same, as far as can be told.
  @Test func whatIsSeenAndLostIsSentAgain() throws {
    try other.mark(.done, there)
    try synchronise(other, one)
    hub.sight = .own
    try one.mark(.underway, here)
    try other.mark(.underway, there)
    try synchronise(other, one)
    hub.restore(to: 2)
    let report = try one.synchronise()
    #expect(report.lost == 1 && report.sent == 1)
    #expect(try one.status(there) == .done)
  }

  @Test(arguments: [false, true]) func whoComesToSeeMoreHasAllOfIt(isBroken: Bool) throws {
    let task = try make()
    try one.mark(.underway, here)
    try synchronise(one, other)
    hub.sight = .own
    try synchronise(one, other)
    try other.mark(.done, Line(task, in: "140400"))
    try one.mark(.underway, Line(task, in: "140100"))
    try synchronise(other, one)
    // What waits when it comes was entered without seeing what lies below it by now.
    try one.mark(.done, Line(task, in: "140100"))
    hub.sight = .open
    if isBroken {
      hub.breaksAfter = 3
      #expect(throws: MemoryHub.Broken.self) { try one.synchronise() }
      hub.breaksAfter = nil
      #expect(try one.ledger.membership()?.sight == .own)
    }
    let report = try one.synchronise()
    #expect(report.came == 1 && report.sent == 1 && report.refused == 0 && report.lost == 0)
    #expect(try one.ledger.membership()?.sight == .open)
    #expect(try one.status(Line(task, in: "140400")) == .done)
    #expect(try one.synchronise() == ExchangeReport())
    try synchronise(above, other)
    try expectSame()
  }

  /// A file in which an older program has left acts out heals by itself.
  @Test func whatAnOlderProgramLeftOutComesIn() throws {
    try other.mark(.done, there)
    try synchronise(other, one)
    hub.sight = .own
    try synchronise(one)
    try other.mark(.underway, there)
    try synchronise(other)
    try one.mark(.done, here)
    try synchronise(one)
    try one.noteOpenSight()
    hub.sight = .open
    #expect(try one.synchronise().came == 1)
    try synchronise(other, above)
    try expectSame()
  }
}
