import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport

/// What tests of the repair damage, and look at afterwards.
enum Salvaged {
  /// Makes a ledger of an earlier version of what it held.
  static func makeOld(_ name: String, at path: String) throws {
    let sql = try String(
      contentsOfFile: Places.root + "/Tests/Fixtures/ledgers/\(name).sql", encoding: .utf8)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = WAL")
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  /// A file with one to three places of it damaged: a byte, eight, or a page.
  ///
  /// The first page, one of many, is hit only where that is asked for.
  static func damaged(_ bytes: Data, firstPage: Bool, by dice: inout Dice) -> Data {
    var damaged = bytes
    let pages = bytes.count / 4096
    for _ in 0..<(1 + dice.roll(3)) {
      let page = firstPage ? 0 : 1 + dice.roll(pages - 1)
      let start = page * 4096 + [0, dice.roll(4096)][dice.roll(2)]
      for offset in 0..<[1, 8, 4096][dice.roll(3)] where start + offset < damaged.count {
        damaged[start + offset] ^= UInt8(1 + dice.roll(255))
      }
    }
    return damaged
  }

  static func repair(_ path: String, in scratch: Scratch) throws -> SalvageReport {
    let target = scratch.file("saved-\(UUID().uuidString).sqlite")
    return try Salvage.repair(path, to: target) { ledger in
      try ledger.file(SmallCatalogue.make(), revision: SmallCatalogue.revision)
    }
  }

  static let tables = [
    "act", "entry", "actual", "batch", "figure", "withdrawal", "target", "collecting", "group_fact",
    "settlement", "filing", "meeting_step", "decision", "slip_step", "sent_form",
    "hand_step",
  ]

  /// All rows of what was entered, with keys in place of the file's own numbers.
  static func rows(_ path: String) throws -> [String: Set<String>] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      var found: [String: Set<String>] = [:]
      for table in tables {
        let names = try db.columns(in: table).map(\.name).map { name in
          switch name {
          case "task" where !["filing", "hand_step"].contains(table):
            "(SELECT key FROM task WHERE task.id = \(table).task)"
          case "indicator": "(SELECT key FROM indicator WHERE indicator.id = \(table).indicator)"
          default: "\"\(name)\""
          }
        }.map { "quote(\($0))" }
        let row = names.joined(separator: " || ' ' || ")
        found[table] = Set(try String.fetchAll(db, sql: "SELECT \(row) FROM \(table)"))
      }
      return found
    }
  }

  static func acts(_ path: String) throws -> Set<Int> {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { Set(try Int.fetchAll($0, sql: "SELECT id FROM act")) }
  }

  /// Throws where something that a person would look at cannot be read.
  static func readAll(_ path: String) throws {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: SmallCatalogue.make())
    let day = Day.last(ofYear: 2022)
    _ = try ledger.history(.init())
    _ = try ledger.tallies(asOf: day)
    _ = try ledger.figures(.init(), asOf: day)
    _ = try ledger.batches(asOf: day)
    _ = try ledger.groupBook(asOf: day)
    _ = try ledger.meetings(asOf: day)
    _ = try ledger.slips(asOf: day)
    _ = try ledger.reviews(in: catalogue)
  }
}
