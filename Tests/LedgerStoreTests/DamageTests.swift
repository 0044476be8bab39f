import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

/// A file in which something is missing, or is of another kind than it should be: a sentence, and
/// never the end of the program.
@Suite struct DamageTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let tables: [String: [String]] = [
    "document": ["key", "number", "title_zh", "issuer", "issued", "region", "kind", "truncated"],
    "clause": ["path", "place_zh", "section_en", "truncated"],
    "task": ["key", "clause", "title_zh", "theme", "level"],
    "task_department": ["name", "role"], "task_deadline": ["kind", "years", "soft"],
    "task_place": ["place", "role"], "task_link": ["kind", "target"],
    "act": ["kind", "day", "at", "who"], "entry": ["place", "period", "day"],
    "figure": ["indicator", "place", "period", "batch", "flags"], "batch": ["kind", "checks"],
    "review": ["file", "known", "document", "content", "doubts", "missing"],
    "draft": ["clause", "task", "doubts", "decision", "amended"],
  ]

  /// A ledger with figures and a review, whose tables take anything.
  private func loose() throws -> String {
    let open = try OpenLedger(.figures)
    var head = DocumentHead()
    (head.number, head.title) = ("测〔2020〕9号", "测试方案")
    var reading = DocumentReading(head: head)
    reading.clauses = [
      ClauseDraft(kind: .numbered, path: "1", title: "任务", text: "任务。", line: 1)
    ]
    let review = Review(reading, file: "测试.txt", key: "c-2020-9", in: open.catalogue)
    _ = try open.ledger.keep(review, OpenLedger.stamp(), in: open.catalogue)
    open.ledger.close()
    try change(
      open.path,
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(replace(replace(replace(sql, 'TEXT NOT NULL', 'TEXT'),
        'INTEGER NOT NULL', 'INTEGER'), 'STRICT, ', ''), ') STRICT', ')')
      WHERE type = 'table';
      PRAGMA writable_schema = OFF;
      """)
    let path = scratch.file("loose.sqlite")
    try FileManager.default.copyItem(atPath: open.path, toPath: path)
    return path
  }

  private func change(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      let triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
      for name in try String.fetchAll(db, sql: triggers) {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
      try db.execute(
        sql: "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; " + sql)
    }
    try queue.close()
  }

  /// Reads all there is; what comes of it is values or a sentence.
  private func readAll(_ path: String) throws {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: SmallCatalogue.make())
    let day = SmallCatalogue.day
    _ = try ledger.history(.init())
    _ = try ledger.tallies(asOf: day)
    for task in catalogue.tasks { _ = try ledger.standings(of: task, in: catalogue, asOf: day) }
    _ = try ledger.figures(.init(), asOf: day)
    _ = try ledger.batches(asOf: day)
    _ = try ledger.targets(asOf: day)
    _ = try ledger.collecting(asOf: day)
    _ = try ledger.groupBook(asOf: day)
    _ = try ledger.signedSettlements(asOf: day)
    _ = try ledger.reviews(in: catalogue)
  }

  @Test(arguments: Array(tables.keys))
  func whatIsMissingIsASentence(table: String) throws {
    let whole = try loose()
    try readAll(whole)
    var faults = 0
    for column in try #require(Self.tables[table]) {
      for wrong in ["NULL", "x'00FF'"] {
        let path = scratch.file("\(column)-\(wrong.count).sqlite")
        try FileManager.default.copyItem(atPath: whole, toPath: path)
        try change(path, "UPDATE OR IGNORE \(table) SET \(column) = \(wrong)")
        do { try readAll(path) } catch let fault as Fault {
          #expect(!fault.message.zh.isEmpty)
          faults += 1
        }
      }
    }
    #expect(faults > 0)
  }
}
