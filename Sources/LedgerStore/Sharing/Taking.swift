import Files
import Foundation
import GRDB
import Reform

/// Takes what the hub has into the ledger: its acts in its order, and on top of them our own that it
/// has not taken.
struct Taking {
  let ledger: Ledger
  let db: Database
  var rows: SharedRows { SharedRows(db: db) }

  /// What the taking of acts came to.
  struct Result: Hashable {
    /// How many of others were put there, and how many of our own the hub is now known to hold.
    var came = 0
    var confirmed = 0
    var refused = 0
    var strange = 0
  }

  var result = Result()
  /// What others have touched, with the acts that did and their places in the hub's order.
  var touched: [Int64: [(seq: Int, name: ActName)]] = [:]
  /// Acts that were here and come again, by the numbers that they had: what came after them has seen
  /// them.
  var known: [ActName: Int] = [:]
  /// What acts of our own that are not taken have touched.
  var lost: Set<Int64> = []
  /// The place in the hub's order of the last act that is one of our own by another name.
  var seen = 0
  /// Acts of our own by the names that they had, where those have changed.
  var renamed: [ActName: ActName] = [:]
  /// Those that the hub refuses, and why.
  var refusals: [ActName: Phrase] = [:]

  init(_ ledger: Ledger, _ db: Database) { (self.ledger, self.db) = (ledger, db) }

  /// Takes acts of the hub, in its order.
  ///
  /// Throws where one was changed on its way.
  mutating func take(_ acts: [HubAct]) throws -> Result {
    let cursor = try rows.cursor()
    var stream = acts.filter { $0.seq > cursor }[...]
    guard let end = stream.last?.seq else { return result }
    var waiting = try rows.waiting()[...]
    while let next = stream.first {
      if let first = waiting.first, first.shared.name == next.act.name {
        guard first.shared.hash == next.act.hash else { break }
        try confirm(first.act, next)
        (waiting, stream) = (waiting.dropFirst(), stream.dropFirst())
      } else if waiting.isEmpty {
        try put(next)
        stream = stream.dropFirst()
      } else {
        break
      }
    }
    if !stream.isEmpty { try rebase(waiting, under: stream) }
    try rows.set("cursor", "\(end)")
    return result
  }

  /// Takes all that waits off and puts it on again, so that everything is as it would be without it.
  mutating func takeAnew() throws { try rebase(rows.waiting()[...], under: []) }

  /// Takes acts of our own off that the hub refuses, and those that rest on them.
  mutating func refuse(_ refusals: [ActName: Phrase]) throws -> Result {
    self.refusals = refusals
    try rebase(rows.waiting()[...], under: [])
    return result
  }

  // MARK: The hub's acts

  private mutating func confirm(_ act: Int, _ hub: HubAct) throws {
    try rows.take(act, hub)
    try rows.waitNoMore(act)
    result.confirmed += 1
  }

  mutating func put(_ hub: HubAct) throws {
    guard try rows.act(hub.act.name) == nil else { return }
    try expectSound(hub)
    try putSound(hub)
  }

  mutating func putSound(_ hub: HubAct) throws {
    let act = try putKnown(hub) ?? putStrange(hub)
    try rows.take(act, hub)
    try db.cachedStatement(sql: "DELETE FROM missing WHERE origin = ? AND number = ?")
      .execute(arguments: [hub.act.name.origin, hub.act.name.number])
    result.came += 1
  }

  private func expectSound(_ hub: HubAct) throws {
    let name = hub.act.name
    if hub.isCut { return }
    var before: [UInt8]? = []
    if name.number > 1 {
      before = try rows.hash(of: ActName(name.origin, name.number - 1))
    }
    guard let before else {
      // Where only a part is seen, what came before may not be.
      guard try rows.value("sight") != HubGreeting.Sight.own.rawValue else { return }
      throw Fault(
        "第 \(hub.seq) 号（\(hub.office)）之前缺了一次登记，没有收取；请让管理员检查共享库。",
        "An act before number \(hub.seq) (\(hub.office)) is missing; nothing was taken in. Have the "
          + "hub looked at.")
    }
    guard Digest.bytes(before + Array(hub.act.body.utf8)) == hub.act.hash else {
      throw Fault(
        "第 \(hub.seq) 号（\(hub.office)）的内容与封印不符，可能被改动过，没有收取；请让管理员检查来源。",
        "Number \(hub.seq) (\(hub.office)) does not fit its seal and may have been changed; nothing was "
          + "taken in. Have its source looked at.")
    }
  }

  private func putKnown(_ hub: HubAct) throws -> Int? {
    guard let body = known(hub.act.body, isCut: hub.isCut) else { return nil }
    return try attempt { try BodyWriter(ledger, db).put(body, hub.act.name) }
  }

  /// What a body says; nil for what this program does not know.
  func known(_ text: String, isCut: Bool = false) -> ActBody? {
    // What says a thing twice may mean one to this program and another to the hub.
    guard let body = try? ActBody(text: text), body.isKnown,
      isCut || (try? body.text()) == text, (try? ActSense(body: body, isCut: isCut).expect()) != nil
    else { return nil }
    return body
  }

  /// What `work` gives; nil, with nothing changed, where what it speaks of is not here.
  func attempt(_ work: () throws -> Int) throws -> Int? {
    var act: Int?
    do {
      try db.inSavepoint {
        act = try work()
        return .commit
      }
    } catch is Fault { return nil } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CONSTRAINT
    {
      return nil
    } catch is DecodingError { return nil }
    return act
  }

  /// Keeps what this program does not know, word for word, without showing anything of it.
  private mutating func putStrange(_ hub: HubAct) throws -> Int {
    let body = try? ActBody(text: hub.act.body)
    try db.execute(
      sql: """
        INSERT INTO act (kind, answers, who, day, at, meeting, about)
        VALUES ('enter', NULL, ?, ?, ?, ?, 'strange')
        """,
      arguments: [
        body.flatMap { $0.who.isEmpty ? nil : $0.who } ?? hub.office, body?.day ?? 20_000_101,
        body?.at ?? hub.received, body?.meeting,
      ])
    let act = Int(db.lastInsertedRowID)
    try rows.name(act, hub.act.name)
    try db.execute(
      sql: "INSERT INTO strange (act, body) VALUES (?, ?)", arguments: [act, hub.act.body])
    result.strange += 1
    return act
  }
}
