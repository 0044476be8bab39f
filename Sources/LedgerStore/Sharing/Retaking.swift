import Foundation
import GRDB
import Reform

extension Ledger {
  /// Reads acts of newer programs again that this program knows by now, with all that came after
  /// them, and gives how many those are.
  ///
  /// An upgrade brings that about, or a document without which they spoke of nothing.
  public func retakeStrange() throws -> Int {
    guard format >= Schema.sharing else { return 0 }
    let isAny = try reading { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM strange)") ?? false
    }
    guard isAny else { return 0 }
    return try writing { db in
      var taking = Taking(self, db)
      return try taking.retakeStrange()
    }
  }
}

extension Taking {
  mutating func retakeStrange() throws -> Int {
    let before = try strange()
    // What reads well alone may not in its place: that is found out once.
    let tried = before.map { "\($0.name.origin) \($0.name.number)" }.joined(separator: ",")
    guard let first = try before.first(where: isReadable), try rows.value("retaken") != tried else {
      return 0
    }
    try retake(after: first.seq - 1)
    try rows.set("retaken", tried)
    return try before.count - strange().count
  }

  private struct Strange {
    var seq: Int
    var name: ActName
    var body: String
  }

  private func strange() throws -> [Strange] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT taken.seq, origin.name, shared.number, strange.body
        FROM strange JOIN taken USING (act) JOIN shared USING (act)
          JOIN origin ON origin.id = shared.origin
        ORDER BY taken.seq
        """
    ).map {
      try Strange(
        seq: $0.value(0), name: ActName($0.value(1), $0.value(2)), body: $0.value(3))
    }
  }

  /// Whether an act could be put there now; it is not.
  private func isReadable(_ act: Strange) throws -> Bool {
    guard let body = try known(act.body, isCut: seesPart()) else { return false }
    var isReadable = false
    try db.inSavepoint {
      let name = ActName(ActName.freshOrigin(), 1)
      isReadable = try attempt { try BodyWriter(ledger, db).put(body, name) } != nil
      return .rollback
    }
    ledger.knownTasks = nil
    return isReadable
  }

  /// Puts the hub's acts after a place in its order there anew, and our own on top of them.
  private mutating func retake(after seq: Int) throws {
    let (acts, waiting) = try (held(after: seq), rows.waiting())
    try TakingOff(db: db).unguarded {
      for own in waiting.reversed() { try TakingOff(db: db).takeOff(own.act) }
      for (act, _) in acts.reversed() { try TakingOff(db: db).takeOff(act) }
    }
    ledger.knownTasks = nil
    for (_, hub) in acts { try putSound(hub) }
    try rows.raise("generation")
    try putOn(waiting[...])
  }

  /// Whether what came may be a part of what was sent, and written in another way.
  private func seesPart() throws -> Bool {
    try rows.value("sight") == HubGreeting.Sight.own.rawValue
  }

  /// The hub's acts after a place, as far as they are needed to put them there again.
  private func held(after seq: Int) throws -> [(act: Int, hub: HubAct)] {
    let taken = try Row.fetchAll(
      db,
      sql: """
        SELECT taken.*, origin.name, shared.number
        FROM taken JOIN shared USING (act) JOIN origin ON origin.id = shared.origin
        WHERE seq > ? ORDER BY act
        """, arguments: [seq])
    return try taken.map { row in
      let act: Int = try row.value("act")
      let hash: Data = try row.value("hash")
      let body = try rows.strange(act) ?? BodyReader(db).body(of: act).text()
      let shared = SharedAct(
        try ActName(row.value("name"), row.value("number")), base: 0, held: [], touched: [],
        hash: Array(hash), body: body)
      return try (
        act,
        HubAct(
          seq: row.value("seq"), shared, office: row.value("office"),
          received: row.value("received"), isCut: seesPart())
      )
    }
  }
}
