import Bundle
import Cells
import Dashboard
import LedgerStore
import Reform
import Runtime

/// Made-up figures of all counties of the country, twelve indicators over six years, and a medical
/// group in each: those of the sample, by the same numbers that a place and a year fix.
struct NationalFigures {
  let catalogue: Catalogue
  static let indicators = 12

  /// Enters them; nothing where there are some.
  func fill(_ ledger: Ledger) throws {
    guard try !ledger.hasFigures() else { return }
    let rules = ActRules(catalogue, charter: BundledCatalogue.charter)
    let twelve = Set(catalogue.indicators.all.prefix(Self.indicators).map(\.id))
    let posts = SampleFigures(catalogue.divisions, catalogue.indicators).posts()
    try add(
      posts.map { post in
        var batch = post.batch
        batch.figures.removeAll { !twelve.contains($0.indicator) }
        return Act(.figures(batch), stamp(post.who, post.day))
      }, "figures", to: ledger, rules)
    let groups = SampleGroups(catalogue, catalogue.charter).acts()
    try add(
      groups.map { Act(.group($0.facts), stamp($0.who, $0.day)) }, "groups", to: ledger, rules)
  }

  private func add(
    _ acts: [Act], _ name: String, to ledger: Ledger, _ rules: ActRules
  ) throws {
    for start in stride(from: 0, to: acts.count, by: 500) {
      try ledger.fill(acts[start..<min(start + 500, acts.count)], under: rules)
      Report.progress("\(start) of \(acts.count) acts with \(name)")
    }
    Report.progress("")
  }

  private func stamp(_ who: String, _ day: Day) -> Stamp {
    Stamp(who: who, day: day, at: "\(day)T10:00:00+0800")
  }
}

/// A settled key on every screen of a ledger of the whole country.
struct NationalKeys {
  let path: String
  let day: Day

  private static let screens: [(name: String, keys: [Key])] = [
    ("overview", ["1"]), ("tasks", ["2"]), ("task", ["2", .enter]),
    ("tasks by province", ["2", "g", "p"]),
    ("indicators, list", ["3"]), ("indicators, years", ["3", .tab]), ("places", ["4"]),
    ("place report", ["4", .tab]), ("compare, provinces", ["5"]),
    ("compare, further down", ["5", "t"]),
    ("collection", ["5", "v", "v", "v", "v"]), ("meetings", ["6"]), ("documents", ["7"]),
  ]

  func run() throws {
    Report.title("A key j or k and its frame, national ledger, 200×60")
    Report.head(["whole", "with memory", "opening it"])
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: NationalLedger.tables())
    for (name, keys) in Self.screens {
      let desk = try Desk(ledger, catalogue, on: day, size: Size(columns: 200, rows: 60))
      let opening = Stopwatch.median(of: 1) { desk.play(keys.map(Event.key)) }
      let whole = desk.settledKey(reusing: nil)
      Report.row(name, [whole, desk.settledKey(reusing: FrameMemory()), opening])
    }
  }
}
