import Foundation
import GRDB
import Reform

/// The tables by which acts are known to all ledgers.
struct SharedRows {
  let db: Database

  // MARK: The hub

  func value(_ key: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM hub WHERE key = ?"), arguments: [key])
  }

  func set(_ key: String, _ value: String) throws {
    try db.execute(
      sql:
        "INSERT INTO hub (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [key, value])
  }

  /// How often something has happened; 0 where it never did.
  func count(_ key: String) throws -> Int { try value(key).flatMap { Int($0) } ?? 0 }

  func raise(_ key: String) throws { try set(key, "\(count(key) + 1)") }

  /// The origin of what is entered here; nil in a ledger that is not shared.
  func ownOrigin() throws -> ActName.Origin? { try value("origin") }

  /// That one, and those that it had before a copy of this ledger went its own way.
  func ownOrigins() throws -> Set<ActName.Origin> {
    try Set(
      String.fetchAll(
        db, sql: "SELECT value FROM hub WHERE key = 'origin' OR key LIKE 'origin-%'"))
  }

  /// How far into the hub's order this ledger has come.
  func cursor() throws -> Int { try value("cursor").flatMap { Int($0) } ?? 0 }

  /// The place whose part of the tree is entered for here; nil in a ledger that is not shared.
  func place() throws -> Division.Code? { try value("place") }

  // MARK: Names

  func origin(_ name: ActName.Origin) throws -> Int64 {
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM origin WHERE name = ?"), arguments: [name])
    if let known { return known }
    try db.execute(sql: "INSERT INTO origin (name) VALUES (?)", arguments: [name])
    return db.lastInsertedRowID
  }

  func act(_ name: ActName) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT act FROM shared JOIN origin ON origin.id = shared.origin
          WHERE origin.name = ? AND number = ?
          """), arguments: [name.origin, name.number])
  }

  func name(of act: Int) throws -> ActName? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT origin.name, number FROM shared JOIN origin ON origin.id = shared.origin
          WHERE act = ?
          """), arguments: [act]
    ).map { try ActName($0.value(0), $0.value(1)) }
  }

  func name(_ act: Int, _ name: ActName) throws {
    try db.cachedStatement(sql: "INSERT INTO shared (act, origin, number) VALUES (?, ?, ?)")
      .execute(arguments: [act, origin(name.origin), name.number])
  }

  /// The last number of an origin that is known here; 0 for none.
  func last(of origin: ActName.Origin) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max(number) FROM shared WHERE origin = (SELECT id FROM origin WHERE name = ?)
          """), arguments: [origin]) ?? 0
  }

  // MARK: Taken by the hub

  func take(_ act: Int, _ hub: HubAct) throws {
    try db.cachedStatement(
      sql: "INSERT INTO taken (act, seq, office, received, hash) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [act, hub.seq, hub.office, hub.received, Data(hub.act.hash)])
  }

  func isTaken(_ act: Int) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM taken WHERE act = ?)"),
      arguments: [act]) ?? false
  }

  /// The body of an act that this program did not know when it came; nil for any other.
  func strange(_ act: Int) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT body FROM strange WHERE act = ?"), arguments: [act])
  }

  /// The hash of an act; nil where none is known.
  func hash(of name: ActName) throws -> [UInt8]? {
    guard let act = try act(name) else { return nil }
    return try Data.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT hash FROM outgoing WHERE act = :act UNION ALL SELECT hash FROM taken WHERE act = :act
          """), arguments: ["act": act]
    ).map(Array.init)
  }

  // MARK: Waiting

  /// An act of our own that the hub has not taken.
  struct Waiting {
    var act: Int
    var shared: SharedAct
  }

  func waiting(limit: Int = .max) throws -> [Waiting] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT outgoing.*, origin.name, shared.number
        FROM outgoing JOIN shared USING (act) JOIN origin ON origin.id = shared.origin
        ORDER BY act LIMIT ?
        """, arguments: [limit]
    ).map { row in
      try Waiting(
        act: row.value("act"),
        shared: SharedAct(
          ActName(row.value("name"), row.value("number")), base: row.value("base"),
          held: read(row.value("held")), touched: read(row.value("touched")),
          hash: Array(row.value("hash") as Data), body: row.value("body")))
    }
  }

  func wait(_ act: Int, _ shared: SharedAct) throws {
    try db.cachedStatement(
      sql: "INSERT INTO outgoing (act, base, held, touched, hash, body) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      act, shared.base, written(shared.held), written(shared.touched), Data(shared.hash),
      shared.body,
    ])
  }

  func waitNoMore(_ act: Int) throws {
    try db.cachedStatement(sql: "DELETE FROM outgoing WHERE act = ?").execute(arguments: [act])
  }
}
