import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct SchemaTests {
  @Test func theSchemaOfANewLedgerIsAsWrittenDown() throws {
    let scratch = try Scratch()
    let ledger = try Ledger(at: scratch.file("new.sqlite"))
    defer { ledger.close() }
    let complaint = try Golden.complaint(about: ledger.schema(), file: "schema.sql")
    #expect(complaint == nil)
  }

  /// A connection past the program, as a curious person would open one.
  private func raw(_ path: String) throws -> DatabaseQueue { try DatabaseQueue(path: path) }

  @Test(arguments: [
    "UPDATE entry SET note = 'x'", "UPDATE entry SET day = 20200101", "DELETE FROM entry",
    "UPDATE act SET who = 'x'", "DELETE FROM act",
  ])
  func actsAndEntriesAreNeverChanged(sql: String) throws {
    let open = try OpenLedger(.small)
    let before = try open.ledger.history(.init())
    let queue = try raw(open.path)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: sql) }
    }
    #expect(error?.message?.contains("added, never") == true)
    try queue.close()
    #expect(try open.ledger.history(.init()) == before)
  }

  @Test(arguments: [
    "INSERT INTO act (kind, who, day, at, about) VALUES ('enter', '', 20200101, '', 'tasks')",
    "INSERT INTO act (kind, who, day, at, about) VALUES ('undo', 'x', 20200101, '', 'tasks')",
    "INSERT INTO act (kind, who, day, at, about) VALUES ('enter', 'x', 20200101, '', '')",
    "INSERT INTO act (kind, who, day, at) VALUES ('enter', 'x', 20200101, '')",
    "INSERT INTO entry (act, task, place, period, day) VALUES (1, 1, 140000, '', 20200101)",
    "INSERT INTO entry (act, task, place, period, day, status) VALUES (1, 1, 140000, '', 1, 'x')",
    "INSERT INTO entry (act, task, place, period, day, status) VALUES (1, 9999, 140000, '', 1, 'done')",
    "INSERT INTO entry (act, task, place, period, day, status) VALUES (1, 1, 1, '', 1, 'done')",
    "INSERT INTO entry (act, task, place, period, day, note) VALUES (1, 1, 140000, '', 'soon', 'x')",
  ])
  func theSchemaRefusesWhatMakesNoSense(sql: String) throws {
    let open = try OpenLedger(.small)
    let queue = try raw(open.path)
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    try queue.close()
  }

  @Test func theFileAndItsFolderBelongToTheirOwner() throws {
    let scratch = try Scratch()
    let path = scratch.file("a/b/ledger.sqlite")
    let ledger = try Ledger(at: path)
    try ledger.file(SmallCatalogue.make(), revision: SmallCatalogue.revision)
    for suffix in ["", "-wal", "-shm"] { #expect(permissions(of: path + suffix) == 0o600) }
    #expect(permissions(of: scratch.file("a/b")) == 0o700)
    ledger.close()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  @Test func aSoundLedgerHasNoFindings() throws {
    #expect(try OpenLedger(.small).ledger.findings().isEmpty)
    #expect(try OpenLedger(.blank).ledger.findings().isEmpty)
  }

  @Test(arguments: [
    ("UPDATE tally SET count = count + 1", "tallies"),
    ("DELETE FROM tally", "tallies"),
    ("UPDATE tally SET status = 'suspended' WHERE status = 'underway'", "tallies"),
    ("UPDATE monthly SET change = change + 1", "tallies"),
    ("DELETE FROM monthly WHERE status = 'done'", "tallies"),
    ("UPDATE monthly SET month = month + 1000", "tallies"),
    ("UPDATE daily SET change = change + 1", "tallies"),
    ("DELETE FROM daily WHERE status = 'done'", "tallies"),
    ("DROP TRIGGER daily_is_moved", "guards"), ("DROP TRIGGER daily_is_summed", "guards"),
    ("UPDATE regional SET count = count + 1", "tallies"),
    ("DELETE FROM regional WHERE status = 'done'", "tallies"),
    ("DROP TRIGGER entry_is_dated", "guards"), ("DROP TRIGGER tally_is_moved", "guards"),
    ("DROP TRIGGER entry_stays", "guards"), ("DROP TRIGGER act_is_named", "guards"),
    ("DROP TRIGGER act_stays; UPDATE act SET about = 'figures' WHERE id = 1", "acts"),
    ("INSERT INTO act (kind, who, day, at, about) VALUES ('enter', 'x', 1, '', 'group')", "acts"),
    (
      "INSERT INTO act (kind, answers, who, day, at, about) VALUES ('undo', 1, 'x', 1, '', 'group')",
      "acts"
    ),
    ("DELETE FROM task", "foreign-keys"),
  ])
  func whatWasTamperedWithIsFound(sql: String, check: String) throws {
    let open = try OpenLedger(.small)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: open.path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    #expect(try open.ledger.findings().map(\.check).contains(check))
  }
}
