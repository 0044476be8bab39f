import LedgerStore
import Reform

/// A few made-up figures of the four monitored indicators, small enough to be computed by hand.
enum FigureStory {
  /// Every city sends its figures of 2016 to 2019, but for Jincheng in 2017; Changzhi corrects one
  /// of them; the office sets a target for the province.
  static func tell(_ ledger: Ledger, _ catalogue: Catalogue) throws {
    let cities = catalogue.divisions.parts(of: "140000").map(\.id)
    for year in 2016...2019 {
      guard let day = Day(year + 1, 2, 20) else { continue }
      let senders = cities.filter { !(year == 2017 && $0 == "140500") }
      for (number, city) in senders.enumerated() {
        let batch = NewBatch(
          .file, file: "\(year)-\(city).xlsx", hash: nil, note: nil,
          checks: ["numerator-over-denominator"],
          figures: figures(in: city, number: number, year))
        _ = try ledger.post(batch, stamp("市医改办", day))
      }
    }
    try correct(ledger)
    let target = Target(
      "medical-service-share", region: "140000", scope: .inAll, .atLeast, 40, year: 2022,
      origin: .ledger(who: "省医改办", day: SmallCatalogue.day, note: nil, isMadeUp: true))
    try ledger.set(target, note: "示范目标", isMadeUp: true, stamp("省医改办", SmallCatalogue.day))
  }

  private static func correct(_ ledger: Ledger) throws {
    guard let day = Day(2020, 2, 26) else { return }
    let figure = Figure(
      "medical-service-share", in: "140400", .year(2019), numerator: 41_000, denominator: 100_000,
      flags: [.madeUp, .revised], note: "漏报一家医院",
      source: SourcePlace(file: "2019-140400-改.xlsx", sheet: "上报", row: 6, column: 3))
    let batch = NewBatch(
      .file, file: "2019-140400-改.xlsx", hash: nil, note: "更正", checks: [], figures: [figure])
    _ = try ledger.post(batch, stamp("长治市医改办", day))
  }

  private static func figures(in city: Division.Code, number: Int, _ year: Int) -> [Figure] {
    let rise = (year - 2016) * (1 + number % 3)
    let rows: [(Indicator.ID, Int, Int)] = [
      ("medical-service-share", 28_000 + number * 500 + rise * 900, 100_000),
      ("personnel-share", 33_000 + rise * 400, 100_000),
      ("in-county-admission", 60_000 - rise * 250, 80_000),
      ("primary-visit-share", 250_000 + rise * 2_000, 500_000),
    ]
    return rows.enumerated().map { index, row in
      let isBreak = row.0 == "personnel-share" && year == 2018
      return Figure(
        row.0, in: city, .year(year), numerator: Amount(row.1), denominator: Amount(row.2),
        flags: isBreak ? [.madeUp, .breakInSeries] : .madeUp,
        source: SourcePlace(
          file: "\(year)-\(city).xlsx", sheet: "上报", row: 6 + index, column: 3))
    }
  }

  private static func stamp(_ who: String, _ day: Day) -> Stamp {
    Stamp(who: who, day: day, at: "\(day)T09:00:00+0800")
  }
}
