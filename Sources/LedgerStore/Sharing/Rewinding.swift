import Foundation
import GRDB
import Reform

/// What a ledger does where the hub holds less than it gave, or shows more than it did.
public struct Rewinding {
  private let ledger: Ledger
  private let hub: any Hub

  public init(_ ledger: Ledger, to hub: any Hub) { (self.ledger, self.hub) = (ledger, hub) }

  /// Goes back to where a hub that was restored from an older copy stands, takes in what it has, and
  /// gives how many acts it has lost; 0 where it holds all that it ever gave.
  ///
  /// Those of our own wait again to be sent. Those of others are kept aside until they come again.
  public func goBack() throws -> (lost: Int, taken: Ledger.Taken) {
    guard let there = try lastThere() else { return (0, Ledger.Taken()) }
    return try ledger.writing { db in
      var taking = Taking(ledger, db)
      let lost = try taking.rewind(after: there, to: hub)
      return (lost, Ledger.Taken(taking.result))
    }
  }

  /// The last place in the hub's order up to which it holds what it gave; nil where it holds all.
  ///
  /// What this office may not see any more says nothing.
  private func lastThere() throws -> Int? {
    let seen = try ledger.reading { try SeenActs(db: $0) }
    let last = try ledger.reading { try seen.newest(before: .max, $0) }
    guard let last, try !isThere(last) else { return nil }
    // Going back twice as far each time finds the last that is there in few questions.
    var (there, gone) = (0, last.seq)
    var step = 1
    while gone > 0 {
      let next = try ledger.reading { try seen.newest(before: gone, skipping: step, $0) }
      guard let next else { break }
      if try isThere(next) {
        there = next.seq
        break
      }
      (gone, step) = (next.seq, step * 2)
    }
    while let middle = try ledger.reading({ try SharedRows(db: $0).middleTaken(there, gone) }) {
      let next = try ledger.reading { try seen.newest(before: middle.seq + 1, $0) }
      if let next, next.seq > there, try !isThere(next) {
        gone = next.seq
      } else {
        there = middle.seq
      }
    }
    return there
  }

  /// Whether the hub may have acts that are not here though this office sees all by now: it saw less
  /// before, and has not taken everything anew since, as older programs did not always.
  public func lacksActs(of greeting: HubGreeting) throws -> Bool {
    guard greeting.sight == .open else { return false }
    return try ledger.reading { db in
      let rows = SharedRows(db: db)
      if try rows.value("sight") == HubGreeting.Sight.own.rawValue { return true }
      // There are counts of what is not seen since it saw less.
      return try rows.value("whole") == nil && rows.value("elsewhere") != nil
    }
  }

  /// Takes all that the hub has anew, in its order, with what waits here on top; all or nothing.
  public func takeAnew() throws -> Ledger.Taken {
    try ledger.writing { db in
      let rows = SharedRows(db: db)
      try rows.set("sight", HubGreeting.Sight.open.rawValue)
      try rows.set("whole", "1")
      var taking = Taking(ledger, db)
      try taking.takeAnew(from: hub)
      return Ledger.Taken(taking.result)
    }
  }

  private func isThere(_ taken: SharedRows.Taken) throws -> Bool {
    try hub.acts(after: taken.seq - 1, limit: 1).first.map {
      // What was sent again may have come to the same place, but not at the same time.
      $0.seq == taken.seq && $0.act.name == taken.name && $0.act.hash == taken.hash
        && $0.received == taken.received
    } ?? false
  }
}

extension Taking {
  /// An act that the hub had taken, and that is taken off.
  private struct Lost {
    var act: Int
    var name: ActName
    var office: String
    var body: String
    var isSeen: Bool
  }

  /// Goes back to a place in the hub's order, puts there what it has after it, and gives how many
  /// acts that we had from it came after that place.
  ///
  /// Of those our own wait again where they do not come with it; others are kept aside.
  mutating func rewind(after seq: Int, to hub: any Hub) throws -> Int {
    let lost = try lost(after: seq)
    let own = try again(lost, base: seq)
    // What is said to be seen may be other acts by now.
    let waiting = try rows.waiting().map { waiting in
      var waiting = waiting
      waiting.shared.base = min(waiting.shared.base, seq)
      return waiting
    }
    try put(own + waiting, insteadOf: lost, after: seq, hub)
    return lost.count { $0.isSeen }
  }

  /// Takes all that the hub has anew.
  mutating func takeAnew(from hub: any Hub) throws {
    let lost = try lost(after: 0)
    try put(again(lost, base: 0) + rows.waiting(), insteadOf: lost, after: 0, hub)
    let own = try rows.ownOrigins()
    let again = try lost.count { act in
      try !own.contains(act.name.origin) && rows.act(act.name) != nil
    }
    result.came -= again
  }

  private mutating func put(
    _ own: [SharedRows.Waiting], insteadOf lost: [Lost], after seq: Int, _ hub: any Hub
  ) throws {
    let waiting = try rows.waiting()
    try TakingOff(db: db).unguarded {
      for own in waiting.reversed() { try TakingOff(db: db).takeOff(own.act) }
      for act in lost.reversed() { try TakingOff(db: db).takeOff(act.act) }
    }
    ledger.knownTasks = nil
    if !lost.isEmpty { try rows.raise("generation") }
    // Ours may rest on what others have sent again.
    for act in lost { known[act.name] = act.act }
    var (left, cursor) = (own[...], seq)
    while case let acts = try hub.acts(after: cursor, limit: 5_000), let last = acts.last {
      try put(acts[...], under: &left)
      cursor = last.seq
    }
    try rows.set("cursor", "\(cursor)")
    // All of that is looked at for what is in the way of ours.
    seen = max(seen, cursor)
    try putOn(left)
  }

  private func lost(after seq: Int) throws -> [Lost] {
    let seen = try SeenActs(db: db)
    return try Row.fetchAll(
      db, sql: "SELECT act, office FROM taken WHERE seq > ? ORDER BY act", arguments: [seq]
    ).compactMap { row in
      let act: Int = try row.value("act")
      guard let name = try rows.name(of: act) else { return nil }
      let body = try rows.strange(act) ?? BodyReader(db).body(of: act).text()
      return Lost(
        act: act, name: name, office: try row.value("office"), body: body,
        isSeen: try seen.sees(act, db))
    }
  }

  /// Those of our own as they are sent again; those of others, and what nobody here can read, are kept
  /// aside.
  private func again(_ lost: [Lost], base: Int) throws -> [SharedRows.Waiting] {
    let own = try rows.ownOrigins()
    var again: [SharedRows.Waiting] = []
    for act in lost {
      guard own.contains(act.name.origin), try rows.strange(act.act) == nil else {
        try db.execute(
          sql: """
            INSERT INTO missing (origin, number, office, body) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """, arguments: [act.name.origin, act.name.number, act.office, act.body])
        continue
      }
      let slots = try Slots(of: act.act, BodyReader(db).body(of: act.act), ledger, db)
      again.append(
        SharedRows.Waiting(
          act: act.act,
          shared: SharedAct(
            act.name, base: base, held: Slots.numbers(slots.held),
            touched: Slots.numbers(slots.touched), hash: try rows.hash(of: act.name) ?? [],
            body: act.body)))
    }
    return again
  }
}

extension SharedRows {
  struct Taken {
    var act: Int
    var seq: Int
    var name: ActName
    var hash: [UInt8]
    var received: String
  }

  /// The newest act of the hub before a place in its order, or one that lies so many further back;
  /// the oldest where there are not so many.
  func newestTaken(before seq: Int, skipping count: Int = 0) throws -> Taken? {
    try taken("WHERE seq < ? ORDER BY seq DESC LIMIT 1 OFFSET ?", [seq, count])
      ?? (count > 0 ? taken("WHERE seq < ? ORDER BY seq LIMIT 1", [seq]) : nil)
  }

  /// One in the middle of those after a place and before another; nil where there is none.
  func middleTaken(_ first: Int, _ last: Int) throws -> Taken? {
    try taken(
      """
      WHERE seq > :first AND seq < :last ORDER BY seq
      LIMIT 1 OFFSET (SELECT count(*) / 2 FROM taken WHERE seq > :first AND seq < :last)
      """, ["first": first, "last": last])
  }

  private func taken(_ condition: String, _ arguments: StatementArguments) throws -> Taken? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT act, seq, origin.name, number, hash, received
        FROM taken JOIN shared USING (act) JOIN origin ON origin.id = shared.origin \(condition)
        """, arguments: arguments
    ).map {
      try Taken(
        act: $0.value(0), seq: $0.value(1), name: ActName($0.value(2), $0.value(3)),
        hash: Array($0.value(4) as Data), received: $0.value(5))
    }
  }
}
