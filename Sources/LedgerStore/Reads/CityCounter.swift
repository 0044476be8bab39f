import GRDB
import Reform

/// Counts lines by city or by province, row by row.
struct CityCounter {
  var tallies = Reform.Tallies()
  private let spread: LedgerCounts.Spread
  private let positions: [Int64: Int]
  /// What the last row had, for the next one has it mostly too.
  private var task: (number: Int64, position: Int?) = (-1, nil)
  private var period = PlainText<PackedPeriod>()

  init(_ tasks: TaskRows, by spread: LedgerCounts.Spread) {
    (positions, self.spread) = (tasks.positions, spread)
  }

  private mutating func position(of number: Int64) -> Int? {
    if number != task.number { task = (number, positions[number]) }
    return task.position
  }

  private var kept: String {
    switch spread {
    case .cities: "SELECT task, city, period, status, count FROM tally WHERE count > 0"
    case .provinces: "SELECT task, region, period, status, count FROM regional WHERE count > 0"
    case .citiesOf(let codes):
      """
      SELECT tally.task, city, period, status, count
      FROM task CROSS JOIN tally ON tally.task = task.id
        AND city BETWEEN \(codes.lowerBound) AND \(codes.upperBound)
      WHERE count > 0
      """
    }
  }

  /// The counts that are kept.
  mutating func takeCounts(_ db: Database) throws {
    let rows = try PlainRows(db, kept)
    while try rows.step() {
      guard let position = position(of: rows.integer(0)), let status = rows.status(3) else {
        continue
      }
      let period = period.value(of: rows, 2) { PackedPeriod(LedgerStore.period(of: $0)) }
      tallies.add(
        Int(rows.integer(4)), of: position, in: Int32(truncatingIfNeeded: rows.integer(1)), period,
        status)
    }
  }

  private var holder: String { spread == .provinces ? "city / 10000 * 10000" : "city" }

  private func entries(through day: Int) -> String {
    guard case .citiesOf(let codes) = spread else {
      return """
        SELECT task, place, period, status FROM entry INDEXED BY entry_line
        WHERE status IS NOT NULL AND day <= \(day) ORDER BY task, place, period, day, id
        """
    }
    return """
      SELECT task.id, place, period, status FROM task CROSS JOIN entry INDEXED BY entry_line
        ON entry.task = task.id AND place BETWEEN \(codes.lowerBound) AND \(codes.upperBound)
      WHERE status IS NOT NULL AND day <= \(day) ORDER BY task.id, place, period, day, entry.id
      """
  }

  /// What the entries up to a day make of it: of every line the last one counts.
  mutating func takeEntries(through day: Int, _ db: Database) throws {
    var cities: [Int64: Int32] = [:]
    let divisions = try PlainRows(db, "SELECT code, \(holder) FROM division")
    while try divisions.step() {
      cities[divisions.integer(0)] = Int32(truncatingIfNeeded: divisions.integer(1))
    }
    let rows = try PlainRows(db, entries(through: day))
    var counting = OneCity()
    var line: (task: Int64, place: Int64, period: PackedPeriod)?
    var last: Status?
    while try rows.step() {
      let (task, place) = (rows.integer(0), rows.integer(1))
      let period = period.value(of: rows, 2) { PackedPeriod(LedgerStore.period(of: $0)) }
      if let line, line != (task, place, period) {
        count(line, last, cities, &counting)
      }
      line = (task, place, period)
      last = rows.status(3)
    }
    if let line { count(line, last, cities, &counting) }
    if let position = position(of: counting.task) { counting.flush(position, into: &tallies) }
  }

  private mutating func count(
    _ line: (task: Int64, place: Int64, period: PackedPeriod), _ status: Status?,
    _ cities: [Int64: Int32], _ counting: inout OneCity
  ) {
    guard let city = cities[line.place], let status else { return }
    if (line.task, city) != (counting.task, counting.city) {
      if let position = position(of: counting.task) {
        counting.flush(position, into: &tallies)
      }
      (counting.task, counting.city) = (line.task, city)
    }
    counting.add(line.period, status)
  }

  /// The lines of a task in a city; those of one stand together, a place that lies in it before them.
  private struct OneCity {
    var task: Int64 = -1
    var city: Int32 = 0
    /// Few: a task has some periods, each with five statuses.
    private var counts: [(period: PackedPeriod, status: Status, count: Int)] = []

    mutating func add(_ period: PackedPeriod, _ status: Status) {
      if let index = counts.firstIndex(where: { $0.period == period && $0.status == status }) {
        counts[index].count += 1
      } else {
        counts.append((period, status, 1))
      }
    }

    mutating func flush(_ position: Int, into tallies: inout Reform.Tallies) {
      for share in counts {
        tallies.add(share.count, of: position, in: city, share.period, share.status)
      }
      counts.removeAll(keepingCapacity: true)
    }
  }
}
