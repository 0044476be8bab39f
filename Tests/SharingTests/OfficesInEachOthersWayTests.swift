import Files
import LedgerStore
import Reform
import Sharing
import TestSupport
import Testing

/// What is in the way of whom, and what only seems so.
@Suite struct OfficesInEachOthersWayTests {
  private let hub = MemoryHub()
  private let line = Line("demo-1/3", in: "140403")

  private func leaveOut(_ office: Office, _ scope: HandScope) throws {
    let stamp = Stamp(
      who: "王明", day: SmallCatalogue.day, at: "\(SmallCatalogue.day)T09:30:00+0800")
    _ = try office.ledger.enter(
      Act(.hand([.leaveOut(scope, reason: "已撤并")]), stamp, overriding: true), under: office.rules)
    try office.reread()
  }

  @Test func whatIsLeftOutInOnePlaceStandsInAllOthers() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("潞州", "140403", hub)
    try leaveOut(above, .place("demo-1/3", "140404"))
    try above.synchronise()
    try below.mark(.done, line)
    #expect(try below.synchronise().refused == 0)
    #expect(try below.synchronise().came == 0)
    try above.synchronise()
    #expect(try above.dump() == below.dump())
  }

  @Test func whatIsLeftOutThereOrEverywhereIsAsked() throws {
    for scope in [HandScope.place("demo-1/3", "140403"), .task("demo-1/3")] {
      let hub = MemoryHub()
      let above = try Office("省医改办", "140000", hub)
      let below = try Office("潞州", "140403", hub)
      try leaveOut(above, scope)
      try above.synchronise()
      try below.mark(.done, line)
      #expect(try below.synchronise().refused == 1)
      #expect(try below.dump() == above.dump())
    }
  }

  @Test func aLedgerJoinsWithWhatIsOfOtherPlacesAndIsAsked() throws {
    let above = try Office("省医改办", "140000", hub)
    try above.mark(.underway, Line("demo-1/1", in: "140100"))
    try above.synchronise()
    // What was saved of a ledger knows of no hub, and holds what came from all of them.
    let below = try Office("潞州", "140403", hub, joins: false)
    try below.mark(.underway, Line("demo-1/1", in: "140100"))
    try below.mark(.done, Line("demo-1/1", in: "140100"), note: "别人的")
    try below.mark(.done, line)
    try below.join()
    let report = try below.synchronise()
    #expect(report.sent == 1 && report.refused == 1)
    #expect(try below.ledger.refusedActs().map(\.why) == [.hub])
    try above.synchronise()
    #expect(try above.dump() == below.dump())
  }

  @Test func whatACopyHasSentIsSeenByWhatGoesOnFromIt() throws {
    let one = try Office("省医改办", "140000", hub)
    try one.mark(.underway, line)
    try one.synchronise()
    let other = try Office("省医改办", "140000", hub)
    let third = try Office("省医改办", "140000", hub, joins: false)
    try third.mark(.underway, line)
    try third.mark(.done, line, note: "核过")
    try third.join()
    let report = try third.synchronise()
    #expect(report.refused == 0 && report.sent == 1)
    try other.synchronise()
    #expect(try other.dump() == third.dump())
  }

  @Test func whatWasToBeTakenBackIsNamed() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("潞州", "140403", hub)
    let stamp = Stamp(
      who: "王明", day: SmallCatalogue.day, at: "\(SmallCatalogue.day)T09:31:00+0800")
    func words() throws -> [Phrase] {
      let acts = SharedActs(below.ledger, below.catalogue)
      return try below.ledger.refusedActs(all: true).map { try acts.said($0) }
    }
    try below.mark(.underway, line)
    try below.synchronise()
    try above.synchronise()
    try above.mark(.done, line, by: "李华")
    try above.synchronise()
    _ = try below.ledger.takeBack(.tasks, stamp, overriding: true, under: below.rules)
    let waiting = try SharedActs(below.ledger, below.catalogue).book()?.waiting.map(\.what.zh)
    #expect(waiting == ["撤销：潞州区 县级中医医疗机构全覆盖：推进中"])
    try below.synchronise()
    #expect(try words().map(\.zh) == ["撤销：潞州区 县级中医医疗机构全覆盖：推进中"])
    // What was taken back was itself not taken.
    try below.mark(.suspended, line)
    _ = try below.ledger.takeBack(.tasks, stamp, overriding: true, under: below.rules)
    try above.mark(.signedOff, line, by: "李华")
    try above.synchronise()
    try below.synchronise()
    #expect(try words().map(\.zh).suffix(2) == ["潞州区 县级中医医疗机构全覆盖：暂缓", "撤销：潞州区 县级中医医疗机构全覆盖：暂缓"])
  }

  @Test func aStepOfASlipIsNotKeptOnAnotherOfTheSameNumber() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("长治", "140400", hub)
    func enter(_ step: SlipStep, _ office: Office) throws {
      let stamp = Stamp(
        who: "王明", day: SmallCatalogue.day, at: "\(SmallCatalogue.day)T09:30:00+0800")
      _ = try office.ledger.enter(
        Act(.slip("S1", step), stamp, overriding: true), under: office.rules)
    }
    func order(_ place: Division.Code) -> SlipStep {
      .issue(
        SlipOrder(
          number: "S1", level: .reminder, basis: "", matter: "报告", unit: "县政府", place: place,
          demand: "报告", due: SmallCatalogue.day.adding(days: 9)))
    }
    try enter(order("140100"), above)
    try enter(order("140403"), below)
    try enter(.close("核过"), below)
    try above.synchronise()
    #expect(try below.synchronise().refused == 2)
    let refused = try below.ledger.refusedActs()
    #expect(refused.count == 2 && refused.allSatisfy { below.ledger.obstacle(to: $0) != nil })
    let stamp = Stamp(who: "王明", day: SmallCatalogue.day, at: "2020-03-02T09:30:00+0800")
    for act in refused {
      #expect(throws: Fault.self) {
        try below.ledger.answer([act], .kept, stamp, under: below.rules)
      }
    }
    #expect(try below.ledger.slips().first?.order.place == "140100")
    #expect(try below.ledger.sharingState()?.waiting == 0)
  }

  @Test func aNumberThatWasToldIsFoundAgainAfterAnExchange() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("潞州", "140403", hub)
    try below.mark(.underway, line)
    let told = try ActTickets(below.ledger).ticket(of: below.ledger.lastAct())
    #expect(told.number == 1 && told.mark != nil)
    try above.mark(.done, Line("demo-1/1", in: "140100"), by: "李华")
    try above.synchronise()
    try below.synchronise()
    #expect(try ActTickets(below.ledger).act(told, about: .tasks) == 2)
    #expect(try ActTickets(below.ledger).act(#require(ActTicket("\(told)")), about: .tasks) == 2)
    let asked = #expect(throws: Fault.self) {
      try ActTickets(below.ledger).act(#require(ActTicket("1")), about: .tasks)
    }
    #expect(asked?.message.zh.contains("李华（省医改办）") == true)
    #expect(throws: Fault.self) {
      try ActTickets(below.ledger).act(ActTicket(1, mark: "000000"), about: .tasks)
    }
    #expect(ActTicket("0") == nil && ActTicket("1-xyz") == nil && ActTicket("1-12345g") == nil)
  }

  @Test func inALedgerOfOnesOwnANumberIsEnough() throws {
    let own = try Office("潞州", "140403", hub, joins: false)
    try own.mark(.underway, line)
    #expect(try "\(ActTickets(own.ledger).ticket(of: 1))" == "1")
    #expect(try ActTickets(own.ledger).act(ActTicket(1), about: .tasks) == 1)
  }
}
