import GRDB
import Reform

extension Ledger {
  /// Lets the lines of a task that gathers figures follow the gathering: a period of it is for the
  /// figures of the year before (收集上年度指标).
  func gather(
    _ heir: Heritage.Heir, asOf day: Day, into lines: inout [Line: Status],
    in county: Division.Code?, _ db: Database
  ) throws {
    let region = number(regions[heir.task.document] ?? "")
    guard county == nil, region > 0 else { return }
    for (year, gathering) in try gathering(heir, asOf: day, db) {
      let line = Line(heir.task.id, in: code(region), period: .year(year + 1))
      lines[line] = gathering.status(entered: lines[line] ?? .notStarted)
    }
  }

  /// How far the gathering has got, by the year of the figures; only years with any.
  func gathering(
    _ heir: Heritage.Heir, asOf day: Day, _ db: Database
  ) throws -> [Int: Gathering] {
    guard format >= 3 else { return [:] }
    let act = try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM act") ?? 0
    if let gathered, gathered.day == day, gathered.act == act { return gathered.years }
    let years = try gather(heir.task, asOf: day, db)
    gathered = (day, act, years)
    return years
  }

  private func gather(
    _ task: ReformTask, asOf day: Day, _ db: Database
  ) throws -> [Int: Gathering] {
    let batches = try fetchBatches(db, asOf: day).filter { $0.withdrawal == nil }
    guard !batches.isEmpty else { return [:] }
    var sent = SentCities(
      batches, asked: task.collects.count, counties: try countiesByCity(of: task, db))
    let names = task.collects.map { "'\($0.replacing("'", with: "''"))'" }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT indicator, place, period, batch FROM figure
        WHERE indicator IN (
            SELECT id FROM indicator WHERE key IN (\(names.joined(separator: ", "))))
          AND length(period) = 4
        ORDER BY indicator, place, period, batch
        """)
    while let row = try rows.next() {
      guard let year = Int(row[2] as String) else { continue }
      sent.take(indicator: row[0], place: row[1], year: year, batch: row[3])
    }
    let returns = try collecting(asOf: day, db).filter { $0.kind == .sentBack }
    return sent.years(sentBack: returns)
  }

  /// How many counties lie in each city of the region that a task binds.
  private func countiesByCity(of task: ReformTask, _ db: Database) throws -> [Int: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT code, (SELECT count(*) FROM division county
          WHERE county.parent = city.code AND county.level = 'county')
        FROM division city WHERE level = 'city' AND parent = ?
        """, arguments: [number(regions[task.document] ?? "")])
    return Dictionary(
      rows.map { ($0[0] as Int, $0[1] as Int) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Which cities have sent what of which year, read figure by figure.
private struct SentCities {
  private struct Key: Hashable {
    var year: Int
    var city: Int
    var indicator: Int64
  }

  private let order: [Batch.ID: (day: Day, at: String)]
  private let asked: Int
  private let counties: [Int: Int]
  private var seen: [Key: Int] = [:]
  private var whole: Set<Key> = []
  private var last: (indicator: Int64, place: Int, year: Int)?
  private var lastBatch: [Int: [Int: (day: Day, at: String)]] = [:]
  private var begun: Set<Int> = []

  init(_ batches: [Batch], asked: Int, counties: [Int: Int]) {
    order = Dictionary(
      batches.map { ($0.id, ($0.day, $0.at)) }, uniquingKeysWith: { first, _ in first })
    (self.asked, self.counties) = (asked, counties)
  }

  /// Figures come in the order of indicator, place and year; several batches may have the same.
  mutating func take(indicator: Int64, place: Int, year: Int, batch: Batch.ID) {
    guard let sent = order[batch] else { return }
    let city = place - place % 100
    guard counties[city] != nil else { return }
    begun.insert(year)
    if lastBatch[year]?[city].map({ $0 < sent }) ?? true {
      lastBatch[year, default: [:]][city] = sent
    }
    if let last, last == (indicator, place, year) { return }
    last = (indicator, place, year)
    let key = Key(year: year, city: city, indicator: indicator)
    if place == city {
      whole.insert(key)
    } else {
      seen[key, default: 0] += 1
      if seen[key] == counties[city] { whole.insert(key) }
    }
  }

  func years(sentBack: [CollectionEntry]) -> [Int: Gathering] {
    let byCity = Dictionary(grouping: whole, by: { [$0.year, $0.city] })
    return Dictionary(
      begun.map { year in
        let sent = counties.keys.count { city in
          byCity[[year, city]]?.count == asked && !isBack(city, year, sentBack)
        }
        return (year, Gathering(sent: sent, asked: counties.count, isBegun: true))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the figures of a city were sent back, with nothing new since.
  private func isBack(_ city: Int, _ year: Int, _ returns: [CollectionEntry]) -> Bool {
    guard let sent = lastBatch[year]?[city] else { return false }
    return returns.contains { entry in
      let place = number(entry.place)
      return entry.year == year && (place == city || place == city - city % 10_000)
        && sent <= (entry.day, entry.at)
    }
  }
}
