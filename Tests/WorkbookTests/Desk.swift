import Bundle
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime
import TestSupport

/// A ledger with a few figures of Changzhi, and an import into it.
struct Desk {
  static let today = Day(ordinal: 19_763)  // 2024-02-10
  static let book = BundledCatalogue.indicators()
  static let catalogue = BundledCatalogue.tables()
  static var divisions: Divisions { catalogue.divisions }
  static let share = "medical-service-share"

  let scratch: Scratch
  let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try Ledger(at: try TestLedger.blank.make(in: scratch))
  }

  static func stamp(_ day: Day = today) -> Stamp {
    Stamp(who: "省医改办", day: day, at: "\(day)T09:00:00+0800")
  }

  static func figure(
    _ place: String, _ year: Int, _ above: Decimal, _ below: Decimal
  ) -> Figure {
    Figure(share, in: place, .year(year), numerator: above, denominator: below)
  }

  /// What the ledger holds before: 2022 of two counties, 2023 of two others.
  func withFigures() throws -> Desk {
    let figures = [
      Self.figure("140403", 2022, 11_900, 32_500), Self.figure("140404", 2022, 3000, 9000),
      Self.figure("140405", 2023, 3000, 9000), Self.figure("140426", 2023, 3000, 9000),
    ]
    try ledger.post(NewBatch(.typed, figures: figures), Self.stamp())
    return self
  }

  func importing(year: Int? = nil) -> FigureImport {
    FigureImport(
      book: Self.book, catalogue: Self.catalogue, ledger: ledger, today: Self.today, year: year)
  }

  func examine(_ name: String, _ bytes: [UInt8], year: Int? = nil) throws -> FigureImport.File {
    guard let file = try importing(year: year).examine([(name, bytes)]).first else {
      throw TestFailure("no file was examined")
    }
    return file
  }

  func examine(_ text: String) throws -> FigureImport.File {
    try examine("表.csv", [UInt8](text.utf8))
  }
}

extension FigureImport.File {
  /// Its findings in both languages, a line each.
  var told: String {
    findings.map { finding in
      let cell = finding.source.cell ?? finding.source.line.map { "\($0)" } ?? "-"
      let head = "\(finding.severity.rawValue) \(finding.check) \(cell)"
      return "\(head)\n  \(finding.message.zh)\n  \(finding.message.en)\n"
    }.joined()
  }

  var checks: Set<String> { Set(findings.map(\.check)) }
}
