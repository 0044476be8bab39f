import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

/// Ledgers of earlier formats are saved like those of today: whole where they are sound, and where they
/// are damaged truly or not at all.
@Suite struct OldRepairTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let formats = ["format-8", "format-9", "format-10", "format-11", "format-14"]
  /// From this format on every act has a seal.
  private static let sealed = ["format-11", "format-14"]

  /// An old ledger, and another of the same brought up to date.
  private func made(_ name: String) throws -> (old: String, today: String) {
    let (old, today) = (scratch.file("\(name).sqlite"), scratch.file("\(name)-today.sqlite"))
    for path in [old, today] { try Salvaged.makeOld(name, at: path) }
    try Ledger(at: today).close()
    return (old, today)
  }

  @Test(arguments: formats)
  func whatIsSoundIsSavedWhole(name: String) throws {
    let (old, today) = try made(name)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: old))
    let report = try Salvaged.repair(old, in: scratch)
    #expect(report.isWhole && report.tables.isEmpty, "\(report.lines.map(\.zh))")
    #expect(report.isUnsealed == !Self.sealed.contains(name))
    let (saved, entered) = (try Salvaged.rows(report.path), try Salvaged.rows(today))
    for table in Salvaged.tables { #expect(saved[table] == entered[table], "\(table)") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: old)) == bytes)
    try Salvaged.readAll(report.path)
  }

  @Test(arguments: formats)
  func whatIsDamagedIsSavedTrulyOrNotAtAll(name: String) throws {
    let (old, today) = try made(name)
    let (entered, numbers) = (try Salvaged.rows(today), try Salvaged.acts(today))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: old))
    let tries = ProcessInfo.processInfo.environment["FLIPS"].flatMap { Int($0) } ?? 12
    var dice = Dice(seed: 20_251_130)
    var (whole, part, none, unlike) = (0, 0, 0, 0)
    for number in 0..<tries {
      let damaged = Salvaged.damaged(bytes, firstPage: number.isMultiple(of: 15), by: &dice)
      let path = scratch.file("damaged.sqlite")
      try damaged.write(to: URL(fileURLWithPath: path))
      let report: SalvageReport
      do { report = try Salvaged.repair(path, in: scratch) } catch let fault as Fault {
        #expect(!fault.message.zh.isEmpty)
        none += 1
        continue
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
      #expect(report.findings.isEmpty, "\(number): \(report.findings.map(\.message.en))")
      try Salvaged.readAll(report.path)
      let (saved, kept) = (try Salvaged.rows(report.path), try Salvaged.acts(report.path))
      let untrue = Salvaged.tables.filter {
        !saved[$0, default: []].isSubset(of: entered[$0, default: []])
      }
      if report.isUnsealed {
        // Nothing says what was entered, and the report says that.
        unlike += untrue.isEmpty ? 0 : 1
      } else {
        #expect(untrue.isEmpty, "\(number): \(untrue)")
        #expect(
          Set(report.lost.map(\.id)) == numbers.subtracting(kept), "\(number): \(report.lines)")
      }
      if kept == numbers { whole += 1 } else { part += 1 }
      let told = !report.lost.isEmpty || !report.tables.isEmpty || report.isUnsealed
      #expect(kept == numbers || told)
      unlink(report.path)
    }
    print(
      "\(name): \(tries) damaged, all acts saved \(whole), some \(part), nothing \(none), "
        + "changed unseen \(unlike)")
    #expect(whole + part > 0)
  }
}
