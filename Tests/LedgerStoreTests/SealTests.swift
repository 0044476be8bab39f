import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

/// Whatever is changed in what an act has entered, the check says which act it is.
@Suite struct SealTests {
  private let scratch: Scratch
  private let path: String

  /// A ledger with acts of every kind, taken up from the format before seals.
  init() throws {
    scratch = try Scratch()
    path = scratch.file("ledger.sqlite")
    let sql = try String(
      contentsOfFile: Places.root + "/Tests/Fixtures/ledgers/format-10.sql", encoding: .utf8)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = WAL")
      try db.execute(sql: sql)
    }
    try queue.close()
    try Ledger(at: path, access: .readWrite).close()
  }

  /// Changes the file behind the program's back; the guards are put back.
  private func change(_ sql: String, dropping table: String? = nil) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
      if let table { try db.execute(sql: "DROP TABLE \(table)") }
      // A step that is taken again makes its own anew.
      let gone = table.map { [$0, "entry_is_dated", "tally_is_", "daily_is_"] } ?? []
      for trigger in triggers where !gone.contains(where: (trigger[0] as String).hasPrefix) {
        try db.execute(sql: trigger[1] as String)
      }
    }
    try queue.close()
  }

  private func complaints() throws -> [Finding] {
    let ledger = try Ledger(at: path, access: .readOnly)
    defer { ledger.close() }
    return try ledger.findings().filter { $0.check == "seals" }
  }

  /// Every column of every table that has rows of acts, with a row of it and its act.
  private func columns() throws -> [(table: String, column: String, row: String, act: Int)] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try tables.flatMap {
        table -> [(table: String, column: String, row: String, act: Int)] in
        let columns = try db.columns(in: table).map(\.name)
        guard table != "seal", columns.contains("act") || ["act", "figure"].contains(table) else {
          return []
        }
        return try columns.compactMap { column in
          guard
            let row = try Row.fetchOne(
              db, sql: "SELECT * FROM \(table) WHERE \"\(column)\" IS NOT NULL LIMIT 1")
          else { return nil }
          let keys = try db.primaryKey(table).columns
          let condition = keys.map { "\"\($0)\" = '\(row[$0] as DatabaseValue)'" }
            .joined(separator: " AND ").replacingOccurrences(of: "'\"", with: "'")
            .replacingOccurrences(of: "\"'", with: "'")
          let act: Int? =
            table == "act"
            ? row["id"]
            : table == "figure"
              ? try Int.fetchOne(
                db, sql: "SELECT act FROM batch WHERE id = ?", arguments: [row["batch"] as Int])
              : row["act"]
          return act.map { (table, column, condition, $0) }
        }
      }
    }
  }

  @Test func anOldLedgerIsSealedAsItIsAndEveryNewActWithIt() throws {
    #expect(try complaints().isEmpty)
    let ledger = try Ledger(at: path, access: .readWrite)
    let rules = ActRules(try ledger.catalogue(over: SmallCatalogue.make()))
    let stamp = OpenLedger.stamp("王明", on: try #require(Day("2020-12-31")))
    _ = try ledger.takeBack(.slips, stamp, under: rules).entered()
    ledger.close()
    #expect(try complaints().isEmpty)
    let queue = try DatabaseQueue(path: path)
    let counts = try queue.read { db in
      try Int.fetchAll(db, sql: "SELECT count(*) FROM act UNION ALL SELECT count(*) FROM seal")
    }
    #expect(counts[0] == counts[1] && counts[0] > 40)
    // The same rows give the same seals, however they are read.
    let seals = "SELECT group_concat(hex(hash)) FROM seal"
    let one = try queue.read { try String.fetchOne($0, sql: seals) }
    try queue.close()
    for table in ["hand_step"] + OpenLedger.sharingTables {
      try change("SELECT 1", dropping: table)
    }
    try change(
      """
      PRAGMA user_version = 10; ALTER TABLE collecting DROP COLUMN month; DROP TABLE monthly;
      DROP TABLE regional; DROP TABLE daily
      """,
      dropping: "seal")
    try Ledger(at: path, access: .readWrite).close()
    let other = try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: seals) }
    #expect(one == other)
  }

  @Test func everyChangedValueIsFoundAtItsAct() throws {
    let ledger = try Ledger(at: path, access: .readWrite)
    try RepairTests.enterByHand(in: ledger)
    ledger.close()
    let all = try columns()
    #expect(Set(all.map(\.table)).count == 15 && all.count > 85)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for (table, column, row, act) in all {
      // A row that belongs to another act is missing at its own.
      let isNumber = try DatabaseQueue(path: path).read { db in
        try String.fetchOne(
          db, sql: "SELECT typeof(\"\(column)\") FROM \(table) WHERE \(row)") == "integer"
      }
      let value = isNumber ? "\"\(column)\" + 1000000" : "\"\(column)\" || ' '"
      try change("UPDATE \(table) SET \"\(column)\" = \(value) WHERE \(row)")
      let found = try complaints()
      #expect(
        found.contains { $0.message.en.hasPrefix("act \(act) (") }
          || found.contains { $0.message.en.hasPrefix("act \(act + 1_000_000) (") },
        "\(table).\(column): \(found.map(\.message.en))")
      try whole.write(to: URL(fileURLWithPath: path))
    }
  }

  @Test func anActThatIsCutOutOrPutInIsFound() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try change(
      "DELETE FROM entry WHERE act = 8; DELETE FROM act WHERE id = 8; DELETE FROM seal WHERE act = 8"
    )
    #expect(
      try complaints().map(\.message.en) == ["act 9 (2020-03-02 王明) does not say what was entered"])
    try whole.write(to: URL(fileURLWithPath: path))
    try change(
      "INSERT INTO act (kind, who, day, at, about) VALUES ('enter', '某', 20201231, '', 'tasks')")
    #expect(try complaints().count == 1)
    try whole.write(to: URL(fileURLWithPath: path))
    try change("UPDATE seal SET hash = zeroblob(32) WHERE act = 12")
    #expect(
      try complaints().map(\.message.zh).map { $0.prefix(6) } == ["第 12 号", "第 13 号"])
    try whole.write(to: URL(fileURLWithPath: path))
    try change("UPDATE entry SET note = 'x' WHERE act <= 9; UPDATE act SET who = '某' WHERE id < 9")
    let many = try complaints()
    #expect(many.count == 6 && many.last?.message.en == "nor do 4 more acts")
  }

  /// Figures that were sent back do not come to be a form of tasks that was.
  @Test func aMonthThatIsPutInOrChangedIsFound() throws {
    try change("UPDATE collecting SET month = 3 WHERE act = (SELECT min(act) FROM collecting)")
    #expect(try complaints().count == 1)
    try change("UPDATE collecting SET month = NULL")
    #expect(try complaints().isEmpty)
    let ledger = try Ledger(at: path, access: .readWrite)
    let step = CollectionStep(.sentBack, "140400", year: 2020, month: 3, reason: "请核对")
    let act = Act(
      .collecting(step), OpenLedger.stamp("王明", on: try #require(Day("2020-12-31"))),
      overriding: true)
    _ = try ledger.enter(act, under: .none).entered()
    ledger.close()
    #expect(try complaints().isEmpty)
    try change("UPDATE collecting SET month = 4 WHERE month = 3")
    #expect(try complaints().count == 1)
    try change("UPDATE collecting SET month = NULL")
    #expect(try complaints().count == 1)
  }
}
