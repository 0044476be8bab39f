import LedgerStore
import Reform
import Sharing
import TestSupport
import Testing

@Suite struct ExchangeTests {
  static let taiyuan = Line("demo-1/1", in: "140100")
  static let changzhi = Line("demo-1/1", in: "140400")

  @Test func whatOneEntersTheOtherHas() throws {
    let hub = MemoryHub()
    let one = try Office("省医改办", "140000", hub)
    let other = try Office("长治", "140400", hub)
    try one.mark(.underway, Self.taiyuan)
    try other.mark(.done, Self.changzhi, by: "李华")
    let sent = try other.synchronise()
    #expect(sent.sent == 1 && sent.came == 0)
    let came = try one.synchronise()
    #expect(came.sent == 1 && came.came == 1)
    try other.synchronise()
    #expect(try one.status(Self.changzhi) == .done)
    #expect(try other.status(Self.taiyuan) == .underway)
    #expect(try one.dump() == other.dump())
    #expect(try one.ledger.findings().isEmpty && other.ledger.findings().isEmpty)
    #expect(try one.ledger.sharingState()?.waiting == 0)
  }

  @Test func theFirstThatReachesTheHubStands() throws {
    let hub = MemoryHub()
    let one = try Office("省医改办", "140000", hub)
    let other = try Office("长治", "140400", hub)
    try one.mark(.done, Self.changzhi)
    try other.mark(.suspended, Self.changzhi, by: "李华")
    try other.mark(.underway, Self.changzhi, by: "李华")
    try other.mark(.underway, Line("demo-1/3", in: "140403"), by: "李华")
    try one.synchronise()
    let report = try other.synchronise()
    #expect(report.refused == 2 && report.sent == 1)
    try one.synchronise()
    #expect(try other.status(Self.changzhi) == .done)
    #expect(try one.dump() == other.dump())
    let refused = try other.ledger.refusedActs()
    #expect(refused.map(\.why) == [.moved, .moved])
    #expect(refused.first?.who == "李华" && refused.first?.between.count == 1)
    #expect(try other.ledger.sharingState()?.asking == 2)
    #expect(try other.ledger.findings().isEmpty)
  }

  @Test func anotherPlaceIsRefusedAtHome() throws {
    let other = try Office("长治", "140400", MemoryHub())
    #expect(throws: Fault.self) { try other.mark(.done, Self.taiyuan) }
    #expect(try other.ledger.lastAct() == 0)
  }

  @Test func aLedgerOfTodayJoinsWithAllItHas() throws {
    let hub = MemoryHub()
    let one = try Office("省医改办", "140000", hub, .figures)
    let acts = try one.ledger.lastAct()
    #expect(acts > 3)
    try one.synchronise()
    #expect(hub.acts.count == acts)
    let other = try Office("长治", "140400", hub)
    try other.synchronise()
    #expect(try one.dump() == other.dump())
  }
}

extension ExchangeTests {
  @Test func aRepairedLedgerJoinsAgainWithoutSendingAnythingTwice() throws {
    let hub = MemoryHub()
    let one = try Office("省医改办", "140000", hub)
    try one.mark(.underway, Self.taiyuan)
    try one.mark(.done, Self.taiyuan, note: "核过")
    _ = try one.ledger.takeBack(.tasks, stamp(), overriding: true, under: one.rules)
    try one.synchronise()
    #expect(hub.acts.count == 3)
    // What was saved of it knows of no hub.
    let saved = try Office("省医改办", "140000", hub, joins: false)
    try saved.mark(.underway, Self.taiyuan)
    try saved.mark(.done, Self.taiyuan, note: "核过")
    _ = try saved.ledger.takeBack(.tasks, stamp(), overriding: true, under: saved.rules)
    try saved.join()
    let report = try saved.synchronise()
    #expect(report.sent == 0 && report.refused == 0)
    #expect(hub.acts.count == 3)
    #expect(try saved.dump() == one.dump())
  }

  private func stamp() -> Stamp {
    let day = SmallCatalogue.day
    return Stamp(who: "王明", day: day, at: "\(day)T09:31:00+0800")
  }

  @Test func anUpgradeReadsWhatTheProgramBeforeDidNotKnow() throws {
    let hub = MemoryHub()
    let one = try Office("省医改办", "140000", hub)
    try one.mark(.underway, Self.taiyuan)
    try one.mark(.done, Self.taiyuan, note: "核过")
    try one.synchronise()
    let older = try Office("长治", "140400", hub)
    try older.takeAsStrange(Array(hub.acts.prefix(1)))
    try older.mark(.underway, Self.changzhi)
    #expect(try older.status(Self.taiyuan) == .notStarted)
    let report = try older.synchronise()
    #expect(report.came == 2 && report.sent == 1 && report.refused == 0)
    try one.synchronise()
    #expect(try older.dump() == one.dump())
    #expect(try older.ledger.findings().isEmpty)
  }

  @Test func whatIsStillNotKnownIsTriedOnce() throws {
    let hub = MemoryHub()
    let one = try Office("省医改办", "140000", hub)
    try one.mark(.underway, Self.taiyuan)
    try one.synchronise()
    let known = try #require(hub.acts.first)
    var other = known
    other.act.body = known.act.body.replacing("underway", with: "dreaming")
    let older = try Office("长治", "140400", MemoryHub())
    try older.takeAsStrange([other])
    let shifts = try older.ledger.sharingState()?.shifts
    #expect(try older.ledger.retakeStrange() == 0)
    #expect(try older.ledger.sharingState()?.shifts == shifts)
  }

  @Test func whatACopySentIsSentAgainByTheOtherWhereTheHubWasSetBack() throws {
    let hub = MemoryHub()
    let one = try Office("省医改办", "140000", hub)
    try one.mark(.underway, Self.taiyuan)
    try one.synchronise()
    try one.mark(.done, Self.taiyuan)
    let copy = try Office(copyOf: one)
    try copy.mark(.done, Self.changzhi)
    try copy.synchronise()
    // What is entered here has a name of its own from now on; what was sent before keeps the old one.
    try one.mark(.suspended, Line("demo-1/3", in: "140105"))
    try one.synchronise()
    #expect(try one.ledger.membership()?.origin != copy.ledger.membership()?.origin)
    hub.restore(to: 0)
    // The copy is gone for good.
    let report = try one.synchronise()
    #expect(report.lost == 4 && report.sent == 4)
    let fresh = try Office("长治", "140400", hub)
    try fresh.synchronise()
    #expect(try fresh.status(Self.taiyuan) == .done)
    #expect(try fresh.status(Self.changzhi) == .done)
    #expect(try fresh.dump() == one.dump())
    #expect(try one.ledger.findings().isEmpty)
  }

  @Test func whatIsNotKnownIsKeptAsideWhereTheHubWasSetBack() throws {
    let hub = MemoryHub()
    let one = try Office("省医改办", "140000", hub)
    try one.mark(.underway, Self.taiyuan)
    try one.synchronise()
    let known = try #require(hub.acts.first)
    var other = known
    other.act.body = known.act.body.replacing("underway", with: "dreaming")
    let older = try Office("长治", "140400", hub)
    try older.takeAsStrange([other])
    hub.restore(to: 0)
    #expect(try older.synchronise().lost == 1)
    try one.synchronise()
    try older.synchronise()
    #expect(try older.dump() == one.dump())
  }
}
