import LedgerStore
import Reform
import Sharing
import TestSupport
import Testing

@Suite struct PackTests {
  private let hub = MemoryHub()
  private let line = Line("demo-1/3", in: "140403")

  private func carried(_ pack: Pack) throws -> Pack { try Pack(pack.bytes(), named: "a.yigai") }

  @Test func aPackGoesUpAndTheAnswerComesDown() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("潞州", "140403", hub)
    try below.mark(.done, line)
    let up = try carried(Packing.up(below.ledger, made: "2020"))
    #expect(try Packing.send(up, to: above.door).came == 1)
    let again = try Packing.send(up, to: above.door)
    #expect(again.came == 0 && again.known == 1)
    let down = try carried(
      Packing.down(above.door, for: "潞州", "140403", after: up.head.from, made: "2020"))
    #expect(try Packing.take(down, into: below.ledger).came == 0)
    #expect(try below.ledger.sharingState()?.waiting == 0)
    try above.synchronise()
    #expect(try above.dump() == below.dump())
  }

  @Test func whatIsNotTakenIsAskedWhenTheAnswerComes() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("潞州", "140403", hub)
    try below.mark(.suspended, line)
    try below.mark(.done, Line("demo-1/3", in: "140403"), note: "后来")
    try above.mark(.underway, line)
    try above.synchronise()
    let up = try carried(Packing.up(below.ledger, made: "2020"))
    let report = try Packing.send(up, to: above.door)
    #expect(report.came == 0 && report.left == 2 && report.first?.words.en.isEmpty == false)
    let down = try Packing.down(above.door, for: "潞州", "140403", after: 0, made: "2020")
    let taken = try Packing.take(carried(down), into: below.ledger)
    #expect(taken.came == 1 && taken.refused == 2)
    #expect(try below.ledger.refusedActs().map(\.why) == [.moved, .moved])
  }

  @Test func aPackForAnotherOneIsRefused() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("潞州", "140403", hub)
    try above.mark(.underway, line)
    try above.synchronise()
    let wrong = try Packing.down(above.door, for: "长治", "140400", after: 0, made: "2020")
    #expect(throws: Fault.self) { try Packing.take(wrong, into: below.ledger) }
    let late = try Packing.down(above.door, for: "潞州", "140403", after: 5, made: "2020")
    #expect(throws: Fault.self) { try Packing.take(late, into: below.ledger) }
    var forged = try Packing.down(above.door, for: "潞州", "140403", after: 0, made: "2020")
    forged.head.hub = String(repeating: "1", count: 32)
    #expect(throws: Fault.self) { try Packing.take(forged, into: below.ledger) }
    #expect(try below.ledger.lastAct() == 0)
  }

  @Test func actsOfOtherPlacesDoNotGoUp() throws {
    let above = try Office("省医改办", "140000", hub)
    try above.mark(.done, line)
    var up = try Packing.up(above.ledger, made: "2020")
    (up.head.office, up.head.place) = ("长治", "140100")
    #expect(throws: Fault.self) { try Packing.send(up, to: above.door) }
    #expect(hub.acts.isEmpty)
  }
}

extension PackTests {
  /// A hub that lets nothing in.
  private struct Strict: Hub {
    let door: MemoryHub.Door
    let answer: (ActName) -> HubAnswer

    func greet() throws -> HubGreeting { try door.greet() }
    func last(of origin: ActName.Origin) throws -> (number: Int, hash: [UInt8])? {
      try door.last(of: origin)
    }
    func hash(of act: ActName) throws -> [UInt8]? { try door.hash(of: act) }
    func acts(after seq: Int, limit: Int) throws -> [HubAct] {
      try door.acts(after: seq, limit: limit)
    }
    func counts() throws -> [Division.Code: Int] { try door.counts() }
    func push(_ acts: [SharedAct], for carried: CarriedOffice?) throws -> HubAnswer {
      acts.first.map { answer($0.name) } ?? .taken
    }
  }

  @Test func whatTheHubRefusesIsAskedWhenTheAnswerComes() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("潞州", "140403", hub)
    try below.mark(.done, line)
    let strict = Strict(door: above.door) { .refused($0, Phrase("不行。", "No.")) }
    let report = try Packing.send(carried(Packing.up(below.ledger, made: "2020")), to: strict)
    #expect(report.left == 1 && report.first?.words.en == "No.")
    let down = try carried(
      Packing.down(
        above.door, for: "潞州", "140403", after: 0, made: "2020", answering: report.first))
    #expect(try Packing.take(down, into: below.ledger).refused == 1)
    #expect(try below.ledger.refusedActs().map(\.why) == [.hub])
    // The same answer once more finds nothing that it is for.
    try below.mark(.suspended, line)
    #expect(try Packing.take(down, into: below.ledger).refused == 0)
    #expect(try below.ledger.sharingState()?.waiting == 1)
  }

  @Test func aLedgerThatWasAnotherOfficesGoesOnUnderAnotherName() throws {
    let above = try Office("省医改办", "140000", hub)
    let below = try Office("潞州", "140403", hub)
    try below.mark(.done, line)
    let strict = Strict(door: above.door) { .foreign($0) }
    let up = try Packing.up(below.ledger, made: "2020")
    let report = try Packing.send(up, to: strict)
    let down = try Packing.down(
      above.door, for: "潞州", "140403", after: 0, made: "2020", answering: report.first)
    #expect(try Packing.take(down, into: below.ledger).refused == 0)
    let again = try Packing.up(below.ledger, made: "2020")
    #expect(again.sent.map(\.body) == up.sent.map(\.body))
    #expect(again.sent.map(\.name.origin) != up.sent.map(\.name.origin))
    #expect(try Packing.send(again, to: above.door).came == 1)
  }
}
