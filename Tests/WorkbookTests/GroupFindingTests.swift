import Bundle
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

/// An import of tables of groups into a ledger without any.
struct GroupDesk {
  static let catalogue = (try? BundledCatalogue.whole()) ?? BundledCatalogue.tables()
  static let charter = BundledCatalogue.charter()

  let scratch: Scratch
  let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try Ledger(at: try TestLedger.blank.make(in: scratch))
  }

  func importing(_ form: GroupIntake.Form) -> GroupImport {
    GroupImport(
      form, charter: Self.charter, catalogue: Self.catalogue, ledger: ledger, today: Desk.today)
  }

  func examine(
    _ form: GroupIntake.Form, _ name: String, _ bytes: [UInt8]
  ) throws -> GroupReading {
    let found = try importing(form).examine([(name, bytes)]).first
    guard let found else { throw TestFailure("no file was examined") }
    return found
  }

  func examine(_ form: GroupIntake.Form, _ text: String) throws -> GroupReading {
    try examine(form, "表.csv", [UInt8](text.utf8))
  }
}

extension GroupReading {
  /// Its findings in both languages, a line each.
  var told: String {
    findings.map { finding in
      let cell = finding.source.cell ?? finding.source.line.map { "\($0)" } ?? "-"
      let head = "\(finding.severity.rawValue) \(finding.check) \(cell)"
      return "\(head)\n  \(finding.message.zh)\n  \(finding.message.en)\n"
    }.joined()
  }
}

/// One small bad file for each thing that is found in tables of groups, beside its sentences.
struct GroupFindingTests {
  static let names: [String] = ["groups", "settlements", "assessments", "evidence"].flatMap {
    form in
    let all =
      (try? FileManager.default.contentsOfDirectory(atPath: "\(FindingTests.folder)/\(form)"))
      ?? []
    return all.filter { $0.hasSuffix(".csv") }.map { "\(form)/\($0.dropLast(4))" }.sorted()
  }

  @Test(arguments: names)
  func everyBadFileGetsItsSentences(_ name: String) throws {
    let parts = name.split(separator: "/").map(String.init)
    let form = try #require(GroupIntake.Form(rawValue: parts[0]))
    let url = URL(fileURLWithPath: "\(FindingTests.folder)/\(name).csv")
    let found = try GroupDesk().examine(
      form, "\(parts[1]).csv", [UInt8](try Data(contentsOf: url)))
    #expect(found.findings.contains { parts[1].hasPrefix($0.check) })
    let complaint = try Golden.complaint(
      about: found.told, file: "\(name).txt", in: FindingTests.folder)
    #expect(complaint == nil)
  }

  @Test func thereAreBadFiles() { #expect(Self.names.count > 45) }
}
