import Cells
import Dashboard
import Foundation
import Intake
import LedgerStore
import Papers
import Reform
import Runtime

/// How the work grows with the ledger: fifty thousand entries, half a million, five million.
struct NationalBenchmark {
  let path: String
  /// Where the chart of the growth goes; nil for none.
  var chart: String?
  private static let names = [
    "file, MB", "adding, µs an entry", "opening it, with its catalogue", "counts of all tasks",
    "how everything stands", "the cities", "state of the app", "frame: overview",
    "frame: tasks in lanes",
    "key j and its frame: tasks", "a letter in the filter and its frame",
    "opening a task of 2,843 counties", "frame: that task",
    "closing one line: d Enter, with its frame", "taking it back: u, with its frame",
    "counts of a county", "counts on a past day", "how everything stood on a past day",
    "the cities on a past day",
    "the whole app on a past day",
  ]

  func run(entries total: Int) throws {
    var national = NationalLedger()
    let steps = [50_000, 500_000, 5_000_000].filter { $0 < total } + [total]
    let plan = national.catalogue
    // A ledger that was made before is measured as it is.
    let isThere = try Ledger(at: path).entryCount() >= total
    Report.title(
      "National ledger: \(plan.divisions.all.count) divisions, \(plan.tasks.count) tasks, "
        + "\(national.lineCount) lines, 200×60")
    Report.head((isThere ? [total] : steps).map { "\($0)" })
    var columns: [[Double]] = []
    var filled = 0
    for step in steps where !isThere || step == total {
      let seconds = try fill(&national, from: filled, to: step, among: total)
      columns.append(
        [seconds * 1_000_000 / Double(step - filled)] + (try measure(national, step, among: total)))
      filled = step
      let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber) ?? 0
      columns[columns.count - 1].insert(size.doubleValue / 1_048_576, at: 0)
    }
    for (index, name) in Self.names.enumerated() {
      Report.row(name, columns.map { $0[index] })
    }
    try addFigures()
    if let chart { try draw(columns, steps, to: chart) }
    try WriterBenchmark(
      path: path, catalogue: NationalLedger.tables(),
      day: NationalLedger.day(of: total, among: total).adding(days: 1)
    ).run("national ledger, 100×30")
    try measureReads(national, total)
    try NationalKeys(path: path, day: NationalLedger.day(of: total, among: total).adding(days: 1))
      .run()
  }

  /// Keys on every screen of a ledger that was made before.
  func runKeys() throws {
    try addFigures()
    let ledger = try Ledger(at: path)
    let last = try ledger.lastDay() ?? NationalLedger.first
    ledger.close()
    try NationalKeys(path: path, day: last.adding(days: 1)).run()
  }

  private func addFigures() throws {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    try NationalFigures(catalogue: try ledger.catalogue(over: NationalLedger.tables())).fill(ledger)
  }

  /// Draws what people wait for by the number of entries.
  private func draw(_ columns: [[Double]], _ steps: [Int], to file: String) throws {
    let shown = [
      "how everything stands", "the cities", "closing one line: d Enter, with its frame",
      "the whole app on a past day",
    ]
    let series = shown.compactMap { name in
      Self.names.firstIndex(of: name).map { row in
        PaperChart.Series(name, columns.map { Decimal(Int($0[row].rounded())) })
      }
    }
    let drawing = PaperChart(
      .bars, title: "A national ledger", unit: "ms", axis: "entries",
      categories: columns.indices.map { "\(steps[$0])" }, series: series
    ).drawing
    try Data(drawing.utf8).write(to: URL(fileURLWithPath: file))
  }

  private func measureReads(_ national: NationalLedger, _ total: Int) throws {
    let (ledger, catalogue) = try open(national)
    defer { ledger.close() }
    try ReadBenchmark(
      ledger: ledger, catalogue: catalogue,
      day: NationalLedger.day(of: total, among: total).adding(days: 1),
      past: NationalLedger.day(of: total / 2, among: total), size: Size(columns: 200, rows: 60)
    ).run("national ledger, 200×60")
  }

  private func open(_ national: NationalLedger) throws -> (Ledger, Catalogue) {
    let ledger = try Ledger(at: path)
    return (ledger, try ledger.catalogue(over: national.catalogue))
  }

  private func fill(
    _ national: inout NationalLedger, from start: Int, to end: Int, among total: Int
  ) throws -> Double {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    guard try ledger.entryCount() < end else { return 0 }
    // So that the dashboard opens it as what it is.
    try ledger.setRemark(LedgerProvince.remark, NationalLedger.root)
    try ledger.file(national.catalogue, revision: "2020-01-01-national")
    _ = try ledger.catalogue(over: national.catalogue)
    let clock = ContinuousClock.now
    try national.fill(ledger, from: start, to: end, among: total)
    return clock.duration(to: .now) / .seconds(1)
  }

  private func measure(
    _ national: NationalLedger, _ count: Int, among total: Int
  ) throws -> [Double] {
    let today = NationalLedger.day(of: count, among: total).adding(days: 1)
    let past = NationalLedger.day(of: count / 2, among: total)
    let opening = try Stopwatch.median(of: 5) { try open(national).0.close() }
    let (ledger, catalogue) = try open(national)
    defer { ledger.close() }
    let reader = Reader(ledger)
    let county = catalogue.divisions["110101"]
    let size = Size(columns: 200, rows: 60)
    let tallies = try Stopwatch.median(of: 5) { _ = try ledger.tallies(asOf: today) }
    let desk = try Desk(ledger, catalogue, on: today, size: size)
    let progress = try Stopwatch.median(of: 5) {
      _ = try reader.progress(on: today, in: catalogue.province, catalogue)
    }
    let cities = try Stopwatch.median(of: 5) { _ = try reader.cities(on: today, catalogue) }
    let state = try Stopwatch.median(of: 3) {
      _ = try Desk(ledger, catalogue, on: today, size: size)
    }
    var times = [
      opening, tallies, progress, cities, state - progress, desk.frame(runs: 11),
    ]
    desk.press("2")
    times += [desk.frame(runs: 11), desk.key("j", runs: 11)]
    desk.press("/")
    times.append(desk.key("y", runs: 11))
    desk.press(.escape)
    desk.play([.key("/"), .paste("national/100"), .key(.enter)])
    times.append(Stopwatch.median(of: 3) { desk.press(.enter, .escape) })
    desk.press(.enter)
    times.append(desk.frame(runs: 11))
    times.append(Stopwatch.median(of: 1) { desk.press("d", .enter) })
    times.append(Stopwatch.median(of: 1) { desk.press("u") })
    times.append(try Stopwatch.median(of: 5) { _ = try ledger.tallies(asOf: today, in: county) })
    times.append(try Stopwatch.median(of: 3) { _ = try ledger.tallies(asOf: past) })
    times.append(
      try Stopwatch.median(of: 5) {
        _ = try reader.progress(on: past, in: catalogue.province, catalogue)
      })
    times.append(try Stopwatch.median(of: 3) { _ = try reader.cities(on: past, catalogue) })
    desk.press(.escape)
    times.append(
      Stopwatch.median(of: 1) {
        desk.play([.key("@"), .paste(past.description), .key(.enter)])
      })
    return times
  }
}
