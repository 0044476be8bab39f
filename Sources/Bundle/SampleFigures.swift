import Foundation
import Intake
import Reform

/// Made-up figures of 2018 to 2023 for every county, the same at every making.
///
/// Everything comes from made-up levels (`Resources/sample`, marked so) and from numbers that a
/// place, an indicator and a year fix; every figure has the flag `madeUp`. Cities and the province
/// are the sums of their counties. 长治 rises, 朔州 falls, 吕梁 sent nothing for 2019, 晋中 counts
/// differently from 2022 on; 临汾 sent 2022 twice, 大同 took its first figures of 2021 back.
public struct SampleFigures {
  public static let years = 2018...2023
  /// The day on which the made-up targets were set.
  public static let opened = Day(2019, 12, 26) ?? Day(ordinal: 0)

  /// One made-up batch; `withdrawn` is the day on which it was taken back.
  public struct Post: Hashable, Sendable {
    public var day: Day
    public var who: String
    public var batch: NewBatch
    public var withdrawn: Day?
  }

  private struct Level {
    var base: String
    var (value, trend, spread): (Double, Double, Double)
    var range: ClosedRange<Double>
  }

  private let divisions: Divisions
  private let indicators: [Indicator]
  private let levels: [Indicator.ID: Level]
  private let bases: [String: (perThousand: Double, growth: Double)]
  private let paces: [Division.Code: Double]

  public init(_ divisions: Divisions, _ book: IndicatorCatalogue) {
    func records(_ name: String) -> [CSVReader.Record] {
      Resource.named(name).map { CSVReader($0.bytes).records() } ?? []
    }
    func number(_ text: String) -> Double { Double(text) ?? 0 }
    (self.divisions, indicators) = (divisions, book.all)
    levels = Dictionary(
      records("sample/levels.csv").map { row in
        let (low, high) = (number(row["low"]), number(row["high"]))
        let level = Level(
          base: row["base"], value: number(row["value"]), trend: number(row["trend"]),
          spread: number(row["spread"]), range: low...max(low, high))
        return (row["indicator"], level)
      }, uniquingKeysWith: { first, _ in first })
    bases = Dictionary(
      records("sample/bases.csv").map {
        ($0["base"], (number($0["per_thousand"]), number($0["growth"])))
      }, uniquingKeysWith: { first, _ in first })
    paces = Dictionary(
      records("sample/pace.csv").map { ($0["code"], Double($0["pace"]) ?? 0.6) },
      uniquingKeysWith: { first, _ in first })
  }

  /// All batches in the order of their days: one a city and year, and a few that tell a story.
  ///
  /// Counties that lie in no city are sent by their province.
  public func posts() -> [Post] {
    var posts: [Post] = []
    for city in divisions.all where !counties(of: city).isEmpty {
      for year in Self.years where !(city.id == Story.missing && year == 2019) {
        posts += self.posts(of: city, year)
      }
    }
    return posts.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  private func counties(of place: Division) -> [Division] {
    divisions.parts(of: place.id).filter { $0.level == .county }
  }

  private func posts(of city: Division, _ year: Int) -> [Post] {
    let sent =
      Day(year + 1, 2, 5 + Int(Dots.share(city.id, "day", year) * 22)) ?? .last(ofYear: year)
    let figures = figures(of: city, year)
    let whole = post(city, year, on: sent, figures)
    switch (city.id, year) {
    case (Story.withdrawn, 2021):
      let old = self.figures(of: city, year - 1, as: year)
      var wrong = post(city, year, on: sent.adding(days: -3), old)
      wrong.withdrawn = sent.adding(days: -1)
      return [wrong, whole]
    case (Story.slipped, 2022):
      let (slipped, mended) = slip(figures)
      return [
        post(city, year, on: sent, slipped),
        post(city, year, on: sent.adding(days: 30), mended, note: "示例：更正一处分子"),
      ]
    default: return [whole]
    }
  }

  /// The first figure ten times too small, and its correction.
  private func slip(_ figures: [Figure]) -> (slipped: [Figure], mended: [Figure]) {
    guard var slipped = figures.first, var mended = figures.first else { return (figures, []) }
    slipped.numerator = slipped.numerator.map { $0 / 10 }
    mended.flags.insert(.revised)
    return ([slipped] + figures.dropFirst(), [mended])
  }

  private func post(
    _ city: Division, _ year: Int, on day: Day, _ figures: [Figure], note: String? = nil
  ) -> Post {
    let batch = NewBatch(
      .sample, file: "示例-\(city.short)-\(year).xlsx", note: note ?? "示例：虚构数据", figures: figures)
    return Post(day: day, who: "示例·\(city.short)医改办", batch: batch)
  }

  /// The figures of a city's counties for a year, as a sheet would list them.
  private func figures(of city: Division, _ year: Int, as other: Int? = nil) -> [Figure] {
    var figures: [Figure] = []
    for indicator in indicators {
      for county in counties(of: city) {
        let (numerator, denominator) = numbers(indicator, county, year)
        let source = SourcePlace(sheet: "示例", row: 5 + figures.count, column: 4)
        figures.append(
          Figure(
            indicator.id, in: county.id, .year(other ?? year), numerator: numerator,
            denominator: denominator, flags: flags(indicator, city, other ?? year), source: source))
      }
    }
    return figures
  }

  private func flags(_ indicator: Indicator, _ city: Division, _ year: Int) -> FigureFlags {
    var flags: FigureFlags = .madeUp
    if city.id == Story.broken, year == 2022, Story.brokenIndicators.contains(indicator.id) {
      flags.insert(.breakInSeries)
    }
    if city.id == Story.provisional, year == 2023 { flags.insert(.provisional) }
    return flags
  }

  /// Cities with a story of their own.
  enum Story {
    static let rising = "140400"
    static let falling = "140600"
    static let missing = "141100"
    static let broken = "140700"
    static let brokenIndicators: Set<Indicator.ID> = ["medical-service-share", "personnel-share"]
    static let withdrawn = "140200"
    static let slipped = "141000"
    static let provisional = "140900"
    /// A district whose hospitals belong to the city: its own revenue is tiny.
    static let tiny = "140303"
  }

  private func numbers(
    _ indicator: Indicator, _ county: Division, _ year: Int
  ) -> (Decimal, Decimal?) {
    guard indicator.id != "teleconsultation-groups" else {
      let joined = 2019 + Int(Dots.share(county.id, indicator.id, 0) * 5.2)
      return (year >= joined ? 1 : 0, nil)
    }
    guard let level = levels[indicator.id] else { return (0, nil) }
    let value = value(level, indicator, county, year)
    guard indicator.denominator != nil else { return (Decimal(Int(value.rounded())), nil) }
    let whole = size(level.base, county, year)
    let factor = NSDecimalNumber(decimal: indicator.factor).doubleValue
    var part = (Double(whole) * value / factor).rounded()
    if indicator.kind == .share { part = min(part, Double(whole)) }
    return (Decimal(Int(part)), Decimal(whole))
  }

  /// The denominator: what a base comes to in a county, the same for every indicator over it.
  private func size(_ base: String, _ county: Division, _ year: Int) -> Int {
    let (perThousand, growth) = bases[base] ?? (1, 0)
    var size = Double(county.population ?? 100_000) / 1000 * perThousand
    for _ in Self.years.lowerBound..<max(Self.years.lowerBound, year) { size *= 1 + growth }
    if base != "residents" {
      size *= 0.85 + 0.3 * Dots.share(county.id, base, 0)
      size *= 0.98 + 0.04 * Dots.share(county.id, base, year)
    }
    if county.id == Story.tiny, base == "revenue" || base == "expenditure" { size *= 0.02 }
    return max(1, Int(size.rounded()))
  }

  private func value(
    _ level: Level, _ indicator: Indicator, _ county: Division, _ year: Int
  ) -> Double {
    let city = divisions.city(of: county.id)
    let steps = Double(year - Self.years.lowerBound)
    var trend = level.trend * (0.5 + Dots.share(city, indicator.id, 0))
    let step = max(abs(level.trend), level.spread / 12)
    if indicator.isMonitored, city == Story.rising { trend = 2.2 * step }
    if indicator.isMonitored, city == Story.falling { trend = -1.2 * step }
    var value = level.value + trend * steps + level.spread * ((paces[city] ?? 0.6) - 0.65)
    value += level.spread * (Dots.share(county.id, indicator.id, 1) - 0.5)
    value += level.spread * 0.12 * (Dots.share(county.id, indicator.id, year) - 0.5)
    if city == Story.broken, year >= 2022, Story.brokenIndicators.contains(indicator.id) {
      value += level.spread * 0.7
    }
    return min(level.range.upperBound, max(level.range.lowerBound, value))
  }
}

/// Numbers that a place, a word and a year fix, so that none depends on the order of the making.
private enum Dots {
  /// From 0 to less than 1.
  static func share(_ place: Division.Code, _ word: String, _ year: Int) -> Double {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in place.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in word.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var series = Series(state: sum ^ UInt64(year) &* 0x9E37_79B9)
    return series.share()
  }
}

extension SampleFigures {
  /// Made-up targets of the office, for the whole province and every place in it.
  public static func targets(in region: Division.Code) -> [Target] {
    let records = Resource.named("sample/targets.csv").map { CSVReader($0.bytes).records() } ?? []
    return records.compactMap { row in
      guard let value = Decimal(sent: row["value"]),
        let op = TaskTarget.Comparison(rawValue: row["op"])
      else { return nil }
      return Target(
        row["indicator"], region: region, scope: .everywhere, op, value, year: Int(row["year"]),
        origin: .ledger(who: "示例", day: SampleProgress.day, note: nil, isMadeUp: true))
    }
  }
}
