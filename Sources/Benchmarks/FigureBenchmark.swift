import Bundle
import Cells
import Intake
import LedgerStore
import Reform
import Runtime

/// Figures of 117 counties over six years: reading, computing, ranking, posting.
struct FigureBenchmark {
  let folder: String

  func run() throws {
    let ledger = try SampleLedger.open(at: folder + "/figures.sqlite", access: .readWrite)
    defer { ledger.close() }
    let divisions = BundledCatalogue.tables().divisions
    let book = BundledCatalogue.indicators()
    let twelve = Array(book.all.prefix(12))
    let counties = divisions.all.filter { $0.level == .county }.map(\.id)
    let filter = Ledger.FigureFilter(indicators: Set(twelve.map(\.id)))
    let figures = try ledger.figures(filter, asOf: SampleProgress.day)
    let report = try ledger.indicatorReport(book, divisions, filter, asOf: SampleProgress.day)
    Report.title("Figures: 117 counties × 12 indicators × 6 years (\(figures.count) figures)")
    Report.head(["median"])
    row("the catalogue of indicators from CSV") { _ = BundledCatalogue.indicators() }
    try row("the figures from the ledger") {
      _ = try ledger.figures(filter, asOf: SampleProgress.day)
    }
    row("into a book") { _ = IndicatorReport(figures, book, divisions) }
    row("the matrix reckoned, sums and changes too") { matrix(report, twelve, divisions) }
    row("ranks of 117 counties, one indicator and year") {
      _ = Ranking(report, twelve[0], 2023, of: counties)
    }
    row("ranks of 117 counties, all twelve and six years") {
      for indicator in twelve {
        for year in SampleFigures.years { _ = Ranking(report, indicator, year, of: counties) }
      }
    }
    row("who moved the province") {
      _ = Decomposition(report, twelve[0], in: "140000", from: 2022, to: 2023)
    }
    try opening(ledger)
    try posting()
  }

  /// The screen of comparing: counties by all indicators, and by the years of one, in a window of
  /// 200 × 60; from the key to the frame.
  private func opening(_ ledger: Ledger) throws {
    let catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
    let size = Size(columns: 200, rows: 60)
    let desk = try Desk(ledger, catalogue, on: SampleProgress.day, size: size)
    let fresh = try Stopwatch.median(of: 5) {
      try Desk(ledger, catalogue, on: SampleProgress.day, size: size).press("5", "t")
    }
    Report.row("5 t: figures read, counties compared, frame", [fresh])
    desk.press("5", "t")
    Report.row("frame: counties by indicators", [desk.frame()])
    Report.row("key j and its frame", [desk.key("j")])
    Report.row("key l (a new column now and then) and frame", [desk.key("l")])
    Report.row("key o: ordered by a column, and frame", [desk.key("o")])
    Report.row("key <: another year reckoned, and frame", [desk.key("<", runs: 5)])
    Report.row("v: by years, and frame", [desk.key("v", runs: 11)])
  }

  private func row(_ name: String, _ work: () throws -> Void) rethrows {
    Report.row(name, [try Stopwatch.median(of: 11, work)])
  }

  private func matrix(_ report: IndicatorReport, _ indicators: [Indicator], _ divisions: Divisions)
  {
    for indicator in indicators {
      for division in divisions.all {
        for year in SampleFigures.years {
          _ = report.reading(indicator.id, in: division.id, year)
          _ = report.change(indicator.id, in: division.id, year)
        }
      }
    }
  }

  /// A batch of 10,000 figures, one transaction, on disk.
  private func posting() throws {
    let ledger = try Ledger(at: folder + "/posting.sqlite")
    defer { ledger.close() }
    try ledger.file(BundledCatalogue.whole(), revision: BundledCatalogue.revision())
    let counties = BundledCatalogue.tables().divisions.all.filter { $0.level == .county }
    let figures = (0..<10_000).map { index in
      Figure(
        "bench-\(index / 1170)", in: counties[index % 117].id, .year(2010 + index / 117 % 10),
        numerator: 12_345, denominator: 67_890)
    }
    let rules = ActRules(BundledCatalogue.tables(), charter: BundledCatalogue.charter)
    let stamp = Stamp(who: "bench", day: SampleProgress.day, at: "2024-12-06T09:00:00+0800")
    try row("posting 10,000 figures") {
      let act = Act(.figures(NewBatch(.typed, figures: figures)), stamp)
      _ = try ledger.enter(act, under: rules)
    }
  }
}
