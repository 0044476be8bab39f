import Foundation
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
    try Salvaged.makeOld("format-10", at: whole)
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
    try Salvaged.repair(path, in: scratch)
  }
  private func rows(_ path: String) throws -> [String: Set<String>] { try Salvaged.rows(path) }
  private func acts(_ path: String) throws -> Set<Int> { try Salvaged.acts(path) }

  @Test func whatIsSoundIsSavedWhole() throws {
    let report = try repair(whole)
    #expect(report.isWhole && report.tables.isEmpty && report.lines.isEmpty)
    #expect(try rows(report.path) == rows(whole))
    try Salvaged.readAll(report.path)
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
      let damaged = Salvaged.damaged(
        bytes, firstPage: number.isMultiple(of: 15), by: &dice)
      let path = scratch.file("damaged.sqlite")
      try damaged.write(to: URL(fileURLWithPath: path))
      let report: SalvageReport
      do { report = try repair(path) } catch is Fault {
        none += 1
        continue
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
      let saved = try rows(report.path)
      for table in Salvaged.tables {
        let untrue = saved[table, default: []].subtracting(entered[table, default: []])
        #expect(untrue.isEmpty, "\(number): \(table) \(untrue.first ?? "")")
      }
      let kept = try acts(report.path)
      #expect(Set(report.lost.map(\.id)) == numbers.subtracting(kept), "\(number): \(report.lines)")
      #expect(report.findings.isEmpty, "\(number): \(report.findings.map(\.message.en))")
      try Salvaged.readAll(report.path)
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
