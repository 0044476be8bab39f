import Bundle
import Foundation
import Intake
import Reform

/// A drawn table read into a ledger of a province: its figures in words, its findings, and those of the checks.
struct ProvinceTable {
  var figures: [String]
  var reading: FigureReading
  var checked: [Finding]

  init(
    _ lines: String, of province: String = "440000", merges: [String] = [], sheet: String = "表一"
  ) throws {
    let tables = BundledCatalogue.tables(of: province)
    let book = BundledCatalogue.indicators(of: province)
    let intake = FigureIntake(book: book, divisions: tables.divisions)
    var drawn = GridBook(lines, merges: merges)
    drawn.name = sheet
    reading = intake.read(try drawn.bytes(), file: "表.xlsx")
    figures = reading.figures.map { sent in
      let figure = sent.figure
      let parts = [figure.numerator, figure.denominator].map { $0.map { "\($0)" } ?? "-" }
      let stated = figure.stated.map { " = \($0)" } ?? ""
      return
        "\(figure.indicator) \(figure.place) \(figure.period) \(parts.joined(separator: "/"))\(stated)"
    }
    checked = FigureChecks(
      book: book, divisions: tables.divisions, today: Day(ordinal: 20_400), standing: { _ in nil }
    ).findings(in: reading.figures, totals: reading.totals)
  }

  /// Those of the share of services in revenue, without its name.
  var shares: [String] {
    figures.compactMap { figure in
      figure.hasPrefix("medical-service-share ")
        ? String(figure.dropFirst("medical-service-share ".count)) : nil
    }
  }

  /// The findings that ask or bar.
  var asked: [String] { reading.findings.filter { $0.severity != .note }.map(\.check) }
  var isBarred: Bool { reading.findings.contains { $0.severity == .error } }

  var told: String {
    (reading.findings + checked).map {
      "\($0.severity) \($0.check) \($0.source.cell ?? "-") \($0.message.zh)"
    }.joined(separator: "\n")
  }
}
