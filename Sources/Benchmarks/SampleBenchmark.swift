import Bundle
import Cells
import Dashboard
import Intake
import LedgerStore
import Reform
import Runtime

/// The screens on the bundled sample, in a window of 200 × 60.
struct SampleBenchmark {
  let folder: String

  func run() throws {
    let path = folder + "/sample.sqlite"
    Report.title("Sample ledger, 200×60")
    Report.head(["median"])
    let making = try Stopwatch.median(of: 1) {
      try SampleLedger.open(at: path, access: .readWrite, fresh: true).close()
    }
    Report.row("making the sample", [making])
    Report.row(
      "the bundled catalogue from JSON",
      [try Stopwatch.median(of: 11) { _ = try BundledCatalogue.whole() }])
    Report.row(
      "opening it, with its catalogue",
      [
        try Stopwatch.median(of: 21) {
          let ledger = try Ledger(at: path)
          _ = try ledger.catalogue(over: BundledCatalogue.tables())
          ledger.close()
        }
      ])
    let ledger = try Ledger(at: path)
    let catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
    let size = Size(columns: 200, rows: 60)
    let desk = try Desk(ledger, catalogue, on: SampleProgress.day, size: size)
    Report.row(
      "how everything stands",
      [
        try Stopwatch.median(of: 21) {
          _ = try Reader(ledger).progress(
            on: SampleProgress.day, in: catalogue.province, catalogue)
        }
      ])
    let screens: [(String, [Key])] = [
      ("overview", ["1"]), ("tasks in lanes", ["2"]), ("a task in eleven cities", ["2", .enter]),
      ("documents", ["7"]), ("help over the tasks", ["2", "?"]),
    ]
    for (name, keys) in screens {
      desk.play(keys.map(Event.key))
      Report.row("frame: \(name)", [desk.frame()])
      if name != "help over the tasks" {
        Report.row("key j and its frame: \(name)", [desk.key("j")])
      }
      desk.press(.escape, "1")
    }
    desk.press("2", "g", "c")
    Report.row("frame: tasks by city", [desk.frame()])
    desk.press("g", "s", "/")
    Report.row("a letter in the filter and its frame", [desk.key("y", runs: 11)])
    ledger.close()
  }
}
