import LedgerStore
import Reform
import Sharing
import TestSupport
import Testing

/// Random offices, acts, undos, breaks of the connection, deaths of the program, copies of ledgers and
/// older hubs: when all have synchronised, all ledgers are the same.
@Suite struct SharingReplayTests {
  @Test(arguments: SharingReplay.seeds) func allShowTheSameInTheEnd(seed: UInt64) throws {
    var replay = try SharingReplay(seed)
    for step in 1...SharingReplay.steps { try replay.take(step) }
    try replay.settle()
    let counts = replay.counts
    #expect(counts.entered > SharingReplay.steps / 8 && counts.exchanged > 5, "\(counts)")
  }
}

/// One run of it.
struct SharingReplay {
  static let seeds: [UInt64] = [1, 2, 3]
  static let steps = 200

  struct Counts {
    var (entered, moved, refused, exchanged, broken, lost) = (0, 0, 0, 0, 0, 0)
  }

  let hub = MemoryHub()
  var offices: [Office]
  var dice: Dice
  var counts = Counts()
  /// Notes by which an entry is found again, of acts that were said to be on disk.
  var promised: Set<String> = []

  init(_ seed: UInt64) throws {
    dice = Dice(seed: seed)
    offices = try [
      Office("省医改办", "140000", hub), Office("省医保局", "140000", hub),
      Office("长治", "140400", hub), Office("运城", "140800", hub), Office("潞州", "140403", hub),
    ]
  }

  mutating func take(_ step: Int) throws {
    let office = dice.pick(offices)
    switch dice.roll(20) {
    case 0, 1: try synchronise(office)
    case 2: try breakOff(office)
    case 3: try office.reopen()
    case 4, 5, 6: try answer(office)
    default: try enter(office, step)
    }
  }

  private mutating func synchronise(_ office: Office) throws {
    let report = try office.synchronise(share: 1 + dice.roll(30))
    counts.exchanged += 1
    counts.lost += report.taken.refused
    #expect(try office.ledger.sharingState()?.waiting == 0)
  }

  /// The connection breaks at some question; what was asked is done or not.
  private mutating func breakOff(_ office: Office) throws {
    (hub.breaksAfter, hub.isDoneWhereItBreaks) = (dice.roll(8), dice.roll(2) == 0)
    do {
      try office.synchronise(share: 1 + dice.roll(5))
      hub.breaksAfter = nil
    } catch is MemoryHub.Broken { counts.broken += 1 }
  }

  private mutating func answer(_ office: Office) throws {
    let field = dice.pick(Act.Field.allCases)
    let stamp = stamp(office)
    do {
      if dice.roll(3) == 0 {
        _ = try office.ledger.putBack(field, stamp, overriding: true, under: office.rules)
      } else {
        _ = try office.ledger.takeBack(field, stamp, overriding: true, under: office.rules)
      }
      try office.reread()
    } catch is Fault { counts.refused += 1 }
  }

  mutating func stamp(_ office: Office) -> Stamp {
    let day = Day(ordinal: 18_330).adding(days: dice.roll(9))
    // Clocks may be off by years; people of different offices may have the same name.
    let at = "\(2019 + dice.roll(4))-03-02T09:30:00+0800"
    return Stamp(who: dice.pick(["王明", "李华"]), day: day, at: at)
  }

  private mutating func enter(_ office: Office, _ step: Int) throws {
    var contents = RandomActs(dice: dice, place: office.place, step: step)
    let content = contents.content(seen: try office.ledger.lastAct())
    dice = contents.dice
    let act = Act(content, stamp(office), overriding: true)
    do {
      let outcome = try office.ledger.enter(act, under: office.rules)
      if case .recorded = outcome { counts.entered += 1 } else { counts.moved += 1 }
      try office.reread()
    } catch is Fault { counts.refused += 1 }
  }

  /// Everybody synchronises until nothing moves, and a newcomer with them.
  mutating func settle() throws {
    hub.breaksAfter = nil
    for _ in 0..<3 { for office in offices { try office.synchronise() } }
    let fresh = try Office("新来的", "140000", hub)
    try fresh.synchronise(share: 7)
    let expected = try fresh.dump()
    for office in offices {
      let found = try office.dump()
      let differing = zip(found, expected).first { $0 != $1 }
      #expect(
        found == expected,
        "\(office.name): \(differing.map { "\($0.0) and \($0.1)" } ?? "\(found.count) and \(expected.count) rows")")
      #expect(try office.ledger.findings().map(\.message.en) == [])
      #expect(try office.ledger.sharingState()?.waiting == 0)
    }
    #expect(try fresh.ledger.findings().map(\.message.en) == [])
  }
}
