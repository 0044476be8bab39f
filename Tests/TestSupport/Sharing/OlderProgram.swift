import Foundation
import GRDB
import Reform

extension Office {
  /// What a program does with the hub's first acts that it does not know: keeps them, and shows
  /// nothing of them.
  public func takeAsStrange(_ acts: [HubAct]) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { db in
      for hub in acts {
        try db.execute(
          sql: """
            INSERT INTO act (kind, who, day, at, about) VALUES ('enter', '?', 20200302, '?', 'strange')
            """)
        let act = db.lastInsertedRowID
        try db.execute(
          sql: "INSERT OR IGNORE INTO origin (name) VALUES (?)", arguments: [hub.act.name.origin])
        try db.execute(
          sql: "INSERT INTO shared SELECT ?, id, ? FROM origin WHERE name = ?",
          arguments: [act, hub.act.name.number, hub.act.name.origin])
        try db.execute(
          sql: "INSERT INTO strange (act, body) VALUES (?, ?)", arguments: [act, hub.act.body])
        try db.execute(
          sql: "INSERT INTO taken (act, seq, office, received, hash) VALUES (?, ?, ?, ?, ?)",
          arguments: [act, hub.seq, hub.office, hub.received, Data(hub.act.hash)])
      }
      try db.execute(
        sql: "INSERT INTO hub (key, value) VALUES ('cursor', ?)",
        arguments: ["\(acts.last?.seq ?? 0)"])
    }
  }

  /// What a program did that noted a wider sight before it had taken in what that shows.
  public func noteOpenSight() throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { db in
      try db.execute(sql: "UPDATE hub SET value = 'open' WHERE key = 'sight'")
    }
  }
}
