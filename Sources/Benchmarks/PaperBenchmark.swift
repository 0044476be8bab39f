import Bundle
import Foundation
import LedgerStore
import Papers
import Reform
import Runtime

/// The papers of the whole province from the bundled sample, read and written to files.
struct PaperBenchmark {
  let folder: String

  func run() throws {
    let path = folder + "/papers.sqlite"
    let ledger = try SampleLedger.open(at: path, access: .readWrite, fresh: true)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
    guard let province = catalogue.divisions[catalogue.province] else { return }
    let day = SampleProgress.day
    let desk = PaperDesk(ledger, catalogue, on: day, .zh, isSample: true)
    Report.title("Papers of the province, sample ledger")
    Report.head(["median"])
    Report.row(
      "the ledger as a workbook",
      [
        try Stopwatch.median(of: 5) {
          try XLSXWriter.write(
            try desk.ledgerBook(of: province).workbook(), to: folder + "/ledger.xlsx")
        }
      ])
    for format in PaperFormat.allCases {
      Report.row(
        "a year\u{2019}s report with its charts, \(format.rawValue)",
        [try Stopwatch.median(of: 5) { try report(desk, province, day, ledger, catalogue, format) }]
      )
    }
  }

  private func report(
    _ desk: PaperDesk, _ province: Division, _ day: Day, _ ledger: Ledger, _ catalogue: Catalogue,
    _ format: PaperFormat
  ) throws {
    let figures = try ledger.indicatorReport(
      BundledCatalogue.indicators(), catalogue.divisions, asOf: day)
    let period = Period.year(day.year)
    guard
      let progress = try desk.progress(
        of: province, since: period.begin.adding(days: -1), figures)
    else { return }
    try ReportPaper(progress, period, catalogue, .zh, isSample: true).paper(signed: day)
      .write(as: format, to: folder + "/report.\(format.rawValue)")
  }
}
