import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

/// A ledger whose pages are damaged in many places: what is saved of it is true, and what is not is
/// told.
@Suite struct RepairTests {
  private let scratch: Scratch
  private let whole: String

  /// A ledger with acts of every kind and a thousand more, so that it has pages of all kinds.
  init() throws {
    scratch = try Scratch()
    whole = scratch.file("whole.sqlite")
    let sql = try String(
      contentsOfFile: Places.root + "/Tests/Fixtures/ledgers/format-10.sql", encoding: .utf8)
    let queue = try DatabaseQueue(path: whole)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = WAL")
      try db.execute(sql: sql)
    }
    try queue.close()
    let ledger = try Ledger(at: whole)
    let lines = ["140100", "140400", "140500", "140800"].map { Line("demo-1/1", in: $0) }
    for number in 1...300 {
      let changes = lines.prefix(1 + number % 4).map {
        Change($0, status: Status.allCases[number % 3], note: "第\(number)次登记，情况说明")
      }
      let day = Day(ordinal: 18_630 + number)
      try ledger.record(changes, OpenLedger.stamp("王明", on: day), overriding: true)
      let figures = ["140100", "140400", "140800"].map {
        Figure(
          "medical-service-share", in: $0, .year(2019), numerator: Amount(number), denominator: 1000
        )
      }
      guard number.isMultiple(of: 3) else { continue }
      try ledger.post(NewBatch(.typed, figures: figures), OpenLedger.stamp("李华", on: day))
    }
    try Self.enterByHand(in: ledger)
    ledger.close()
  }

  /// A task made by hand, with an entry on it, one amended and one left out.
  static func enterByHand(in ledger: Ledger) throws {
    let catalogue = try ledger.catalogue(over: SmallCatalogue.make())
    let rules = ActRules(catalogue)
    let stamp = OpenLedger.stamp("李华", on: Day(ordinal: 18_940))
    let task = ReformTask(
      id: "", document: "", clause: "", title: Phrase("自立的事", "own"), theme: "leadership",
      level: .eachCity)
    var amendment = TaskAmendment(reason: "省里改了")
    amendment.title = Phrase("改过的名称", "amended")
    let steps: [HandStep] = [
      .make(HandTask(task, since: stamp.day, reason: "会商")),
      .amend("demo-1/4", amendment), .leaveOut(.task("demo-1/7"), reason: "不再要求"),
      .leaveOut(.place("demo-1/6", "140400"), reason: "已撤并"),
    ]
    let entered = try ledger.enter(Act(.hand(steps), stamp, overriding: true), under: rules)
      .entered()
    guard case .make(let made)? = entered.hand.first else { throw TestFailure("not made") }
    try ledger.record(
      [Change(Line(made.task.id, in: "140200"), status: .underway)], stamp, overriding: true)
  }

  private func repair(_ path: String) throws -> SalvageReport {
    let target = scratch.file("saved-\(UUID().uuidString).sqlite")
    return try Salvage.repair(path, to: target) { ledger in
      try ledger.file(SmallCatalogue.make(), revision: SmallCatalogue.revision)
    }
  }

  private static let tables = [
    "act", "entry", "actual", "batch", "figure", "withdrawal", "target", "collecting", "group_fact",
    "settlement", "filing", "meeting_step", "decision", "slip_step", "sent_form",
    "hand_step",
  ]

  /// All rows of what was entered, with keys in place of the file's own numbers.
  private func rows(_ path: String) throws -> [String: Set<String>] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      var found: [String: Set<String>] = [:]
      for table in Self.tables {
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

  private func acts(_ path: String) throws -> Set<Int> {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { Set(try Int.fetchAll($0, sql: "SELECT id FROM act")) }
  }

  /// Throws where something that a person would look at cannot be read.
  private func readAll(_ path: String) throws {
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

  @Test func whatIsSoundIsSavedWhole() throws {
    let report = try repair(whole)
    #expect(report.isWhole && report.tables.isEmpty && report.lines.isEmpty)
    #expect(try rows(report.path) == rows(whole))
    try readAll(report.path)
    #expect(throws: Fault.self) {
      try Salvage.repair(whole, to: report.path) { _ in }
    }
  }

  @Test func flippedBytesLoseOnlyWhatIsTold() throws {
    let (entered, numbers) = (try rows(whole), try acts(whole))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    var dice = Dice(seed: 20_251_129)
    let tries = ProcessInfo.processInfo.environment["FLIPS"].flatMap { Int($0) } ?? 60
    var (whole, part, none) = (0, 0, 0)
    for number in 0..<tries {
      var damaged = bytes
      let pages = bytes.count / 4096
      for _ in 0..<(1 + dice.roll(3)) {
        // The first page is hit now and then, for it is one of many.
        let page = number.isMultiple(of: 15) ? 0 : 1 + dice.roll(pages - 1)
        let start = page * 4096 + [0, dice.roll(4096)][dice.roll(2)]
        for offset in 0..<[1, 8, 4096][dice.roll(3)] where start + offset < damaged.count {
          damaged[start + offset] ^= UInt8(1 + dice.roll(255))
        }
      }
      let path = scratch.file("damaged.sqlite")
      try damaged.write(to: URL(fileURLWithPath: path))
      let report: SalvageReport
      do { report = try repair(path) } catch is Fault {
        none += 1
        continue
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
      let saved = try rows(report.path)
      for table in Self.tables {
        let untrue = saved[table, default: []].subtracting(entered[table, default: []])
        #expect(untrue.isEmpty, "\(number): \(table) \(untrue.first ?? "")")
      }
      let kept = try acts(report.path)
      #expect(Set(report.lost.map(\.id)) == numbers.subtracting(kept), "\(number): \(report.lines)")
      #expect(report.findings.isEmpty, "\(number): \(report.findings.map(\.message.en))")
      try readAll(report.path)
      if report.lost.isEmpty { whole += 1 } else { part += 1 }
      unlink(report.path)
    }
    print("flips: \(tries), all acts saved \(whole), some \(part), nothing \(none)")
    #expect(whole + part > tries / 2 && part > 0)
  }

  @Test func aFileThatIsCutOffGivesWhatIsLeft() throws {
    let (entered, numbers) = (try rows(whole), try acts(whole))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    let path = scratch.file("cut.sqlite")
    try bytes.prefix(bytes.count * 9 / 10).write(to: URL(fileURLWithPath: path))
    let report = try repair(path)
    let kept = try acts(report.path)
    #expect(
      !report.lost.isEmpty && Set(report.lost.map(\.id)).isSubset(of: numbers.subtracting(kept)))
    for (table, rows) in try rows(report.path) { #expect(rows.isSubset(of: entered[table] ?? [])) }
    #expect(report.lines.map(\.zh).contains { $0.contains("没有救回的登记") })
  }

  @Test func whatIsNoLedgerIsNotSaved() throws {
    let path = scratch.file("letter.txt")
    try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
    #expect(throws: Fault.self) { try repair(path) }
  }
}
