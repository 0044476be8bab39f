import Bundle
import Cells
import Dashboard
import Intake
import LedgerStore
import Reform
import Runtime

/// A settled key on every screen of the sample, in a window of 100 × 30: `update` and `view`,
/// without the terminal, drawn whole and with the memory of the last frame.
struct KeyBenchmark {
  let folder: String
  /// What a key may take with the memory, in milliseconds.
  static let most = 0.6

  private static let screens: [(name: String, keys: [Key])] = [
    ("overview", ["1"]),
    ("board", ["2"]),
    ("task", ["2", .enter]),
    ("indicators, list", ["3"]),
    ("indicators, years", ["3", .tab]),
    ("places", ["4"]),
    ("place report", ["4", .tab]),
    ("group report", ["4", .enter, .enter, .enter, .tab]),
    ("compare, cities", ["5"]),
    ("compare, counties", ["5", "t"]),
    ("collection", ["5", "v", "v", "v", "v"]),
    ("documents", ["7"]),
  ]

  /// Gives the screens on which a key takes longer than it may.
  func run() throws -> [String] {
    Report.title("A key j or k and its frame, sample ledger, 100×30; at most \(Self.most)")
    Report.head(["whole", "with memory"])
    let ledger = try SampleLedger.open(at: folder + "/keys.sqlite", access: .readWrite)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
    var missed: [String] = []
    for (name, keys) in Self.screens {
      let desk = try Desk(
        ledger, catalogue, on: SampleProgress.day, size: Size(columns: 100, rows: 30))
      desk.play(keys.map(Event.key))
      let whole = least { desk.settledKey(reusing: nil) }
      let kept = least { desk.settledKey(reusing: FrameMemory()) }
      Report.row(name, [whole, kept])
      if kept > Self.most { missed.append(name) }
    }
    return missed
  }

  /// How long a key is held up while a screen is opened for the first time.
  func runReads() throws {
    let ledger = try SampleLedger.open(at: folder + "/reads.sqlite", access: .readWrite)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
    try ReadBenchmark(
      ledger: ledger, catalogue: catalogue, day: SampleProgress.day,
      past: SampleProgress.day.adding(days: -400), size: Size(columns: 100, rows: 30)
    ).run("sample ledger, 100×30")
  }

  /// How long a line takes to be closed while others write.
  func runWriters() throws {
    let path = folder + "/writers.sqlite"
    try SampleLedger.open(at: path, access: .readWrite).close()
    try WriterBenchmark(
      path: path, catalogue: BundledCatalogue.tables(), day: SampleProgress.day
    ).run("sample ledger, 100×30")
  }

  /// The least of three medians: what others do on the machine only adds to it.
  private func least(_ measured: () -> Double) -> Double {
    min(measured(), measured(), measured())
  }
}
