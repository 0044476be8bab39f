import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct CollectingTests {
  private let open: OpenLedger
  private let stamp = OpenLedger.stamp()

  init() throws { open = try OpenLedger() }

  private func post(_ place: Division.Code, year: Int = 2019) throws {
    let figure = Figure(
      "medical-service-share", in: place, .year(year), numerator: 1, denominator: 3)
    try open.ledger.post(NewBatch(.typed, figures: [figure]), stamp)
  }

  @Test func aLockedYearTakesNoFiguresButThoseOfItsExceptions() throws {
    try open.ledger.lock(year: 2019, in: "140000", stamp)
    let fault = #expect(throws: Fault.self) { try post("140403") }
    let name = try #require(open.catalogue.divisions["140403"]).name
    #expect(fault?.message.zh.contains("2019 年数据已锁定，\(name)") == true)
    try post("140403", year: 2020)
    try open.ledger.unlock("140400", year: 2019, reason: "年报更正", stamp)
    try post("140403")
    #expect(throws: Fault.self) { try post("140100") }
    try open.ledger.lock(year: 2019, in: "140000", stamp)
    #expect(throws: Fault.self) { try post("140403") }
    try open.ledger.unlock("140000", year: 2019, reason: "重新收集", stamp)
    try post("140100")
  }

  @Test func takingALockBackOpensTheYear() throws {
    try open.ledger.lock(year: 2019, in: "140000", stamp)
    let act = try open.ledger.takeBackFigures(stamp)
    #expect(act == .collecting(CollectionStep(.locked, "140000", year: 2019)))
    #expect(try open.ledger.collecting(asOf: stamp.day).isEmpty)
    try post("140100")
  }

  @Test func returnsNeedAReason() throws {
    #expect(throws: Fault.self) {
      try open.ledger.sendBack("140400", year: 2019, reason: " ", stamp)
    }
    try open.ledger.sendBack("140400", year: 2019, reason: "分母漏报", stamp)
    let entries = try open.ledger.collecting(year: 2019, asOf: stamp.day)
    #expect(entries.map(\.reason) == ["分母漏报"] && entries[0].kind == .sentBack)
    #expect(try open.ledger.collecting(year: 2018, asOf: stamp.day).isEmpty)
  }

  /// A file as version 1 left it: what came after is taken away again.
  private func asVersionOne() throws -> String {
    try open.enter(.done)
    open.ledger.close()
    let queue = try DatabaseQueue(path: open.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "DROP TRIGGER entry_is_dated; \(OpenLedger.withoutRegions)")
      for table in [
        "draft", "review", "filing", "figure", "withdrawal", "target", "collecting", "batch",
        "indicator", "group_fact", "settlement", "actual", "task_tie",
        "meeting_step", "decision", "slip_step", "sent_form", "seal", "monthly", "hand_step",
      ] + OpenLedger.sharingTables {
        try db.execute(sql: "DROP TABLE \(table)")
      }
      try db.execute(sql: "DROP INDEX entry_until; ALTER TABLE entry DROP COLUMN until")
      try db.execute(sql: "DROP TRIGGER act_is_named; ALTER TABLE act DROP COLUMN about")
      try db.execute(sql: "ALTER TABLE task DROP COLUMN also")
      try db.execute(
        sql: "ALTER TABLE task_target DROP COLUMN key; ALTER TABLE task_target DROP COLUMN places")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    try queue.close()
    return open.path
  }

  @Test func aLedgerOfVersionOneIsTakenUp() throws {
    let path = try asVersionOne()
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    #expect(try Golden.complaint(about: ledger.schema(), file: "schema.sql") == nil)
    #expect(try ledger.findings().isEmpty)
    _ = try ledger.catalogue(over: SmallCatalogue.make())
    #expect(try ledger.history(.init()).count == 1)
    let figure = Figure("x", in: "140400", .year(2019), numerator: 1)
    try ledger.post(NewBatch(.typed, figures: [figure]), stamp)
    #expect(try ledger.figures(asOf: stamp.day).count == 1)
  }

  @Test func aLedgerOfVersionOneCanBeReadWithoutChangingIt() throws {
    let path = try asVersionOne()
    let ledger = try Ledger(at: path, access: .readOnly)
    defer { ledger.close() }
    _ = try ledger.catalogue(over: SmallCatalogue.make())
    #expect(try ledger.history(.init()).count == 1)
    #expect(try ledger.reviews(in: open.catalogue).isEmpty && ledger.filingNumber() == 0)
    #expect(try ledger.figures(asOf: stamp.day).isEmpty)
    #expect(try ledger.batches(asOf: stamp.day).isEmpty)
    #expect(try ledger.targets(asOf: stamp.day).isEmpty)
    #expect(try ledger.collecting(asOf: stamp.day).isEmpty)
    #expect(try ledger.findings().isEmpty)
  }
}
