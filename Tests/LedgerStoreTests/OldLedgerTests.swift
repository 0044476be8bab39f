import Bundle
import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

/// A ledger of the version before acts said what they are about, with every kind of act in it.
@Suite struct OldLedgerTests {
  private let scratch: Scratch
  private let path: String
  private let day = Day.last(ofYear: 2020)

  init() throws {
    scratch = try Scratch()
    path = try Self.made("format-8", in: scratch)
  }

  /// A ledger of an earlier version, made of what it held.
  private static func made(_ name: String, in scratch: Scratch) throws -> String {
    let path = scratch.file("\(name).sqlite")
    try Salvaged.makeOld(name, at: path)
    return path
  }

  private func opened(
    _ access: Ledger.Access = .readWrite, _ file: String? = nil
  ) throws -> (Ledger, Catalogue) {
    let ledger = try Ledger(at: file ?? path, access: access)
    return (ledger, try ledger.catalogue(over: SmallCatalogue.make()))
  }

  private func stamp(_ who: String = "王明") -> Stamp { OpenLedger.stamp(who, on: day) }

  /// All that reads say.
  private func said(_ ledger: Ledger, _ catalogue: Catalogue) throws -> [String] {
    var said = try ledger.history(.init(withActuals: true)).map { "\($0)" }
    said += try ledger.figures(asOf: day).map { "\($0)" }
    said += try ledger.batches(asOf: day).map { "\($0)" }
    said += try ledger.targets(asOf: day).map { "\($0)" }
    said += try ledger.collecting(asOf: day).map { "\($0)" }
    said += try ledger.groupBook(asOf: day).entries.map { "\($0)" }
    said += try ledger.signedSettlements(asOf: day).map { "\($0)" }
    said += try ledger.meetings(asOf: day).map { "\($0)" } + ledger.slips(asOf: day).map { "\($0)" }
    said += try ledger.reviews(in: catalogue).map { "\($0)" }
    said += catalogue.tasks.map { "\($0)" } + catalogue.documents.map { "\($0)" }
    return said + ["\(try ledger.tallies(asOf: day).count)", "\(try ledger.filingNumber())"]
  }

  @Test(arguments: [
    "format-8", "format-9", "format-10", "format-11", "format-14", "format-15", "format-16",
  ])
  func nothingIsLostAndItIsSound(name: String) throws {
    let file = name == "format-8" ? path : try Self.made(name, in: scratch)
    let (old, catalogue) = try opened(.readOnly, file)
    let before = try said(old, catalogue)
    #expect(try old.findings().isEmpty)
    let hasMeetings = !["format-8", "format-9"].contains(name)
    #expect(try old.meetings().isEmpty != hasMeetings && old.slips().isEmpty != hasMeetings)
    old.close()
    let (ledger, now) = try opened(.readWrite, file)
    defer { ledger.close() }
    #expect(try said(ledger, now) == before)
    #expect(try ledger.findings().isEmpty)
    #expect(try Golden.complaint(about: ledger.schema(), file: "schema.sql") == nil)
  }

  @Test func everyActSaysWhatItIsAbout() throws {
    try opened().0.close()
    let queue = try DatabaseQueue(path: path)
    let counts = try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT about, kind, count(*) FROM act GROUP BY about, kind")
        .map { "\($0[0] as String) \($0[1] as String) \($0[2] as Int)" }
    }
    #expect(
      counts == [
        "actual enter 2", "actual undo 1", "collecting enter 3", "collecting undo 1",
        "figures enter 3", "figures undo 1", "filing enter 3", "filing undo 1", "group enter 2",
        "group undo 1", "settlement enter 1", "target enter 1", "tasks enter 11", "tasks redo 1",
        "tasks undo 2",
      ])
    let filings = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT act.id - (SELECT min(act) FROM filing) AS number, act.kind, who, day,
            act.answers - (SELECT min(act) FROM filing) AS answered, count(*)
          FROM filing JOIN act ON act.id = filing.act GROUP BY act.id ORDER BY act.id
          """
      ).map { row in
        "\(row[0] as Int) \(row[1] as String) \(row[2] as String) \(row[3] as Int) "
          + "\((row[4] as Int?).map { "\($0)" } ?? "-") \(row[5] as Int)"
      }
    }
    #expect(
      filings == [
        "0 enter 王明 20200306 - 2", "1 enter 王明 20200307 - 1", "2 undo 李华 20200308 0 1",
        "3 enter 王明 20200309 - 4",
      ])
    try queue.close()
  }

  @Test func whatWasEnteredBeforeIsTakenBackAndPutBack() throws {
    let (ledger, catalogue) = try opened()
    defer { ledger.close() }
    let rules = ActRules(catalogue)
    // The last acts of 王明 on tasks are a due day and, before that, an actual that is taken back.
    let due = try ledger.enteredDues(asOf: day)
    let entries = try ledger.takeBack(.tasks, stamp(), under: rules).entries
    #expect(entries?.map(\.line.task) == ["demo-1/5"])
    #expect(try ledger.enteredDues(asOf: day).tasks.count == due.tasks.count - 1)
    #expect(try ledger.putBack(.tasks, stamp(), under: rules).entries?.count == 1)
    #expect(try ledger.enteredDues(asOf: day) == due)
    // 李华 has an actual that stands; a suspension was taken back.
    let actuals = try ledger.actuals(asOf: day)
    guard case .actual(let actual) = try ledger.takeBack(.tasks, stamp("李华"), under: rules).what
    else { throw TestFailure("no actual") }
    #expect(actual.value == 30)
    _ = try ledger.putBack(.tasks, stamp("李华"), under: rules)
    #expect(try ledger.actuals(asOf: day) == actuals)
    // Figures: the return was taken back, so that it comes back first.
    guard case .collecting(let step) = try ledger.putBack(.figures, stamp(), under: rules).what
    else { throw TestFailure("no collecting") }
    #expect(step.kind == .sentBack && step.place == "140400" && step.year == 2019)
    #expect(step.month == nil && !step.reason.isEmpty)
    #expect(try ledger.enter(Act(.redo(.batch(2)), stamp("李华")), under: rules).what == .figures(2))
    #expect(try ledger.batches(asOf: day).allSatisfy { $0.withdrawal == nil })
    // Groups.
    #expect(try ledger.takeBack(.groups, stamp("李华"), under: rules).what == .settlement)
    #expect(try ledger.signedSettlements(asOf: day).isEmpty)
    #expect(try ledger.takeBack(.groups, stamp(), under: rules).what == .group)
    #expect(try ledger.groupBook(asOf: day).entries.isEmpty)
    // The document that was filed again.
    try ledger.withdraw("c-2020-9", stamp())
    #expect(try ledger.catalogue(over: SmallCatalogue.make()).document("c-2020-9") == nil)
    #expect(try ledger.findings().isEmpty)
  }
}
