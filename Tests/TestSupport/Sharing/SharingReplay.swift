import Foundation
import LedgerStore
import Reform
import Sharing

/// One run of it.
public struct SharingReplay {
  public struct Counts: Sendable {
    public var (entered, refused, exchanged, broken) = (0, 0, 0, 0)
    /// Times that the hub was set back, and that a ledger was copied.
    public var (restored, copied) = (0, 0)

    public init() {}
  }

  let hub = MemoryHub()
  var offices: [Office]
  var dice: Dice
  var counts = Counts()
  /// When each act was entered that was said to be on disk: by the second no two at once.
  private var entered: Set<String> = []

  public init(_ seed: UInt64) throws {
    dice = Dice(seed: seed)
    offices = try [
      Office("省医改办", "140000", hub), Office("省医保局", "140000", hub),
      Office("长治", "140400", hub), Office("运城", "140800", hub), Office("潞州", "140403", hub),
    ]
  }

  /// Takes so many steps, lets everybody synchronise, and throws where something is not as it should
  /// be.
  public func run(steps: Int) throws -> Counts {
    var replay = self
    for step in 1...steps { try replay.take(step) }
    try replay.settle()
    return replay.counts
  }

  private mutating func take(_ step: Int) throws {
    let office = dice.pick(offices)
    switch dice.roll(40) {
    case 0, 1, 2: try synchronise(office)
    case 3, 4: try breakOff(office)
    case 5: try office.reopen()
    case 6 where offices.count < 7: try copy(office)
    case 7:
      hub.restore(to: hub.acts.count - dice.roll(6))
      counts.restored += 1
    case 8...13: try answer(office, step)
    case 15 where office.place == "140000": try withdraw(office, step)
    case 14: hub.sight = dice.roll(2) == 0 ? .own : .open
    default: try enter(office, step)
    }
  }

  private mutating func synchronise(_ office: Office) throws {
    try office.synchronise(share: 1 + dice.roll(30))
    counts.exchanged += 1
    try expectNothingWaits(office)
  }

  private func expectNothingWaits(_ office: Office) throws {
    let waiting = try office.ledger.sharingState()?.waiting
    guard waiting == 0 else { throw TestFailure("\(office.name): waiting \(waiting ?? -1)") }
  }

  /// The connection breaks at some question; what was asked is done or not.
  private mutating func breakOff(_ office: Office) throws {
    (hub.breaksAfter, hub.isDoneWhereItBreaks) = (dice.roll(8), dice.roll(2) == 0)
    do {
      try office.synchronise(share: 1 + dice.roll(5))
      hub.breaksAfter = nil
    } catch is MemoryHub.Broken { counts.broken += 1 }
  }

  /// The file of an office comes to lie on a second machine, and both go on.
  private mutating func copy(_ office: Office) throws {
    offices.append(try Office(copyOf: office))
    counts.copied += 1
    // What waits in the file waits in the copy as well, and is sent once.
    try office.synchronise()
  }

  private mutating func answer(_ office: Office, _ step: Int) throws {
    let field = dice.pick(Act.Field.allCases)
    let stamp = stamp(step)
    do {
      let outcome =
        dice.roll(3) == 0
        ? try office.ledger.putBack(field, stamp, overriding: true, under: office.rules)
        : try office.ledger.takeBack(field, stamp, overriding: true, under: office.rules)
      if case .recorded = outcome { note(stamp) }
      if [.tasks, .meetings].contains(field) { try office.reread() }
    } catch is Fault { counts.refused += 1 }
  }

  /// A document that was filed is taken out again.
  private mutating func withdraw(_ office: Office, _ step: Int) throws {
    let act = Act(.undo(.document("c-2020-9")), stamp(step), overriding: true)
    do {
      if case .recorded = try office.ledger.enter(act, under: office.rules) { note(act.stamp) }
      try office.reread()
    } catch is Fault { counts.refused += 1 }
  }

  private mutating func stamp(_ step: Int) -> Stamp {
    let day = Day(ordinal: 18_330).adding(days: dice.roll(9))
    // Clocks may be off by years; people of different offices may have the same name.
    let at = "\(2019 + dice.roll(4))-03-02T09:\(step / 60):\(step % 60)+0800"
    return Stamp(who: dice.pick(["王明", "李华"]), day: day, at: at)
  }

  private mutating func enter(_ office: Office, _ step: Int) throws {
    var random = RandomActs(dice: dice, place: office.place, step: step)
    random.made = office.catalogue.tasks.filter { !$0.id.hasPrefix("demo-") }
    let content = random.content()
    dice = random.dice
    do {
      let act = Act(content, stamp(step), overriding: true)
      if case .recorded = try office.ledger.enter(act, under: office.rules) { note(act.stamp) }
      if [.filing, .hand, .decision, .meeting].contains(content.about) { try office.reread() }
    } catch is Fault { counts.refused += 1 }
  }

  private mutating func note(_ stamp: Stamp) {
    counts.entered += 1
    entered.insert(stamp.at)
  }

  /// Everybody synchronises until nothing moves, and a newcomer with them.
  private mutating func settle() throws {
    (hub.breaksAfter, hub.sight) = (nil, .open)
    for _ in 0..<3 { for office in offices { try office.synchronise() } }
    let fresh = try Office("新来的", "140000", hub)
    try fresh.synchronise(share: 7)
    let expected = try fresh.dump()
    for office in offices {
      let found = try office.dump()
      let differing = zip(found, expected).first { $0 != $1 }
      let words = differing.map { "\($0.0) and \($0.1)" } ?? "\(found.count), \(expected.count)"
      guard found == expected else { throw TestFailure("\(office.name): \(words)") }
      try expectNothingWaits(office)
    }
    for office in offices + [fresh] {
      let findings = try office.ledger.findings()
      guard findings.isEmpty else { throw TestFailure("\(office.name): \(findings)") }
    }
    try expectNothingLost()
    try HubModel(hub.acts.map(\.act.body)).compare(fresh)
  }

  /// Every act that was said to be on disk is in the hub, once, or in the hands of its office.
  private func expectNothingLost() throws {
    let sent = try hub.acts.map { try Self.time(of: $0.act.body) }
    guard Set(sent).count == sent.count else { throw TestFailure("something is there twice") }
    let refused = try offices.flatMap { try $0.ledger.refusedActs(all: true) }
      .map { try Self.time(of: $0.body) }
    let kept = Set(sent).union(refused)
    guard entered == kept else {
      throw TestFailure("\(entered.symmetricDifference(kept)): \(counts)")
    }
  }

  private static func time(of body: String) throws -> String {
    struct Body: Decodable { var at: String }
    return try JSONDecoder().decode(Body.self, from: Data(body.utf8)).at
  }
}
