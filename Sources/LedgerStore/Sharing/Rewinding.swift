import Foundation
import GRDB
import Reform

extension Ledger {
  /// Goes back to where a hub that was restored from an older copy stands, and gives how many acts it
  /// has lost; 0 where it holds all that it ever gave.
  ///
  /// Those of our own wait again to be sent. Those of others are kept aside until they come again.
  public func rewind(to hub: some Hub) throws -> Int {
    let last = try reading { try SharedRows(db: $0).newestTaken(before: .max) }
    guard let last else { return 0 }
    if try isThere(last, hub) { return 0 }
    // Going back twice as far each time finds the last that is there in few questions.
    var (there, gone) = (0, last.seq)
    var step = 1
    while gone > 0 {
      let next = try reading { try SharedRows(db: $0).newestTaken(before: gone, skipping: step) }
      guard let next else { break }
      if try isThere(next, hub) {
        there = next.seq
        break
      }
      (gone, step) = (next.seq, step * 2)
    }
    while let middle = try reading({ try SharedRows(db: $0).middleTaken(there, gone) }) {
      if try isThere(middle, hub) { there = middle.seq } else { gone = middle.seq }
    }
    return try writing { db in
      var taking = Taking(self, db)
      return try taking.rewind(after: there)
    }
  }

  /// Goes back to the beginning of the hub's order, where an office comes to see more than it did.
  public func takeAnew() throws {
    _ = try writing { db in
      var taking = Taking(self, db)
      return try taking.rewind(after: 0)
    }
  }

  private func isThere(_ taken: SharedRows.Taken, _ hub: some Hub) throws -> Bool {
    try hub.acts(after: taken.seq - 1, limit: 1).first.map {
      // What was sent again may have come to the same place, but not at the same time.
      $0.seq == taken.seq && $0.act.name == taken.name && $0.act.hash == taken.hash
        && $0.received == taken.received
    } ?? false
  }
}

extension SharedRows {
  struct Taken {
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
        SELECT seq, origin.name, number, hash, received
        FROM taken JOIN shared USING (act) JOIN origin ON origin.id = shared.origin \(condition)
        """, arguments: arguments
    ).map {
      try Taken(
        seq: $0.value(0), name: ActName($0.value(1), $0.value(2)),
        hash: Array($0.value(3) as Data), received: $0.value(4))
    }
  }
}
