import GRDB
import Reform

/// Counts of lines as of a day, from what is kept beside the entries where that can be.
public struct LedgerCounts {
  private let ledger: Ledger

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// How many lines of each task stand where as of a day, in a place with all that lies in it.
  ///
  /// Of the whole region they are counted over all cities at once, from what is kept by month: what
  /// it costs does not grow with the entries. `tasks` are positions in the catalogue; nil asks for
  /// all.
  public func totals(
    asOf day: Day, in scope: Division.Code, _ catalogue: Catalogue, of tasks: Set<Int>? = nil
  ) throws -> [Tally] {
    if let tasks, tasks.isEmpty { return [] }
    let division = catalogue.divisions[scope]
    guard ledger.format >= Schema.months, let division, division.level != .county else {
      let county = division?.level == .county ? division : nil
      return try ledger.tallies(asOf: day, in: county, of: tasks)
    }
    return try ledger.reading { db in
      let totals = TotalRows(ledger: ledger, db: db, tasks: tasks)
      let plain =
        scope == catalogue.province
        ? try totals.ofAll(asOf: day, as: scope)
        : try totals.ofCities(catalogue.divisions.counted(in: scope).map(number), asOf: day)
      return try ledger.inherit(plain, asOf: day, in: nil, false, of: tasks, db)
    }
  }

  /// By what lines are counted.
  public enum Spread: Hashable, Sendable {
    /// All cities: half a million counts of a whole country.
    case cities
    case provinces
    /// The cities with codes in a range: those of one province.
    case citiesOf(ClosedRange<Int>)

    /// What the parts of a ground are ranked by.
    public init(of ground: Division.Code, in divisions: Divisions) {
      let code = Int(ground) ?? 0
      self =
        !divisions.isNation
        ? .cities
        : divisions[ground]?.level == .nation ? .provinces : .citiesOf(code...code + 9_999)
    }
  }

  /// How many lines of each task stand where as of a day, by city or by province.
  ///
  /// As of the last day entered, or later, the counts kept beside the entries answer; for an earlier
  /// day all entries of those cities are passed over once.
  public func byCity(asOf day: Day, _ spread: Spread = .cities) throws -> Reform.Tallies {
    try ledger.reading { db in
      let last = try Int.fetchOne(db, sql: "SELECT max(day) FROM entry") ?? 0
      let isKept = spread != .provinces || ledger.format >= Schema.regions
      var counter = CityCounter(try ledger.taskRows(), by: isKept ? spread : .cities)
      if day.number >= last {
        try counter.takeCounts(db)
      } else {
        try counter.takeEntries(through: day.number, db)
      }
      let heirs = Set(try ledger.taskRows().heritage.heirs.keys)
      if !heirs.isEmpty {
        counter.tallies.replace(
          heirs, with: try ledger.inherit([], asOf: day, in: nil, false, of: nil, db))
      }
      return counter.tallies
    }
  }
}

/// Counts of lines as they are kept in the file, or follow from little that is.
private struct TotalRows {
  let ledger: Ledger
  let db: Database
  let tasks: Set<Int>?

  /// Lines of one task and period at one status.
  private struct Key: Hashable {
    var task: Int64
    var period: String
    var status: String
  }

  // MARK: The whole region

  func ofAll(asOf day: Day, as place: Division.Code) throws -> [Tally] {
    var counts: [Key: Int] = [:]
    let month = day.number / 100
    if try day.number >= lastDay() {
      try addMonths(through: .max, to: &counts)
    } else if ledger.format >= Schema.days {
      try addMonths(through: month - 1, to: &counts)
      try addKept(month * 100...day.number, to: &counts)
    } else if day.day <= 15 {
      try addMonths(through: month - 1, to: &counts)
      try addDays(month * 100...day.number, 1, to: &counts)
    } else {
      try addMonths(through: month, to: &counts)
      try addDays(day.number + 1...month * 100 + 99, -1, to: &counts)
    }
    let positions = try ledger.taskRows().positions
    return counts.compactMap { key, count in
      guard count > 0, let position = positions[key.task],
        let status = Status(rawValue: key.status)
      else { return nil }
      return Tally(
        task: position, city: place, period: period(of: key.period), status: status, count: count)
    }
  }

  private func lastDay() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(day) FROM entry") ?? 0
  }

  private func addMonths(through month: Int, to counts: inout [Key: Int]) throws {
    try add(
      Row.fetchCursor(
        db,
        sql: """
          SELECT task, period, status, sum(change) FROM monthly
          WHERE month <= ?\(try only("task")) GROUP BY task, period, status
          """, arguments: [month]), to: &counts)
  }

  /// Adds what is kept of some days.
  private func addKept(_ days: ClosedRange<Int>, to counts: inout [Key: Int]) throws {
    try add(
      Row.fetchCursor(
        db,
        sql: """
          SELECT task, period, status, sum(change) FROM daily
          WHERE day BETWEEN ? AND ?\(try only("task")) GROUP BY task, period, status
          """, arguments: [days.lowerBound, days.upperBound]), to: &counts)
  }

  private func add(_ rows: RowCursor, to counts: inout [Key: Int]) throws {
    while let row = try rows.next() {
      counts[try Key(task: row.value(0), period: row.value(1), status: row.value(2)), default: 0] +=
        try row.value(3)
    }
  }

  /// Adds what the entries of some days have changed, `step` times, in a ledger that keeps no days.
  ///
  /// They are put in the order of their lines first: what stood before is looked up from page to page.
  private func addDays(
    _ days: ClosedRange<Int>, _ step: Int, to counts: inout [Key: Int]
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH moved AS MATERIALIZED (
          SELECT task, place, period, day, id, status FROM entry INDEXED BY entry_day
          WHERE day BETWEEN ? AND ? AND status IS NOT NULL\(try only("task"))
          ORDER BY task, place, period)
        SELECT task, period, status, before, count(*) FROM (
          SELECT task, period, status, (
            SELECT status FROM entry earlier INDEXED BY entry_line
            WHERE earlier.task = e.task AND earlier.place = e.place
              AND earlier.period = e.period AND earlier.status IS NOT NULL
              AND (earlier.day, earlier.id) < (e.day, e.id)
            ORDER BY earlier.day DESC, earlier.id DESC LIMIT 1) AS before
          FROM moved e)
        GROUP BY task, period, status, before
        """, arguments: [days.lowerBound, days.upperBound])
    while let row = try rows.next() {
      var key = try Key(task: row.value(0), period: row.value(1), status: row.value(2))
      let count = try row.value(4) * step
      counts[key, default: 0] += count
      guard let before = try row.value(3) as String? else { continue }
      key.status = before
      counts[key, default: 0] -= count
    }
  }

  // MARK: A city, or those of a province

  func ofCities(_ cities: [Int], asOf day: Day) throws -> [Tally] {
    let list = cities.map(String.init).joined(separator: ", ")
    if try day.number >= lastDay() {
      return try ledger.fetchTallies(
        db,
        sql: """
          SELECT task.id, city, period, status, count
          FROM task CROSS JOIN tally ON tally.task = task.id AND city IN (\(list))
          WHERE count > 0\(try only("task.id"))
          """, arguments: [])
    }
    return try ledger.fetchTallies(
      db,
      sql: """
        SELECT task, city, period, status, count(*) FROM (
          SELECT e.task, division.city, e.place, e.period, e.status, max(e.day * 4294967296 + e.id)
          FROM division CROSS JOIN task CROSS JOIN entry e INDEXED BY entry_line
            ON e.task = task.id AND e.place = division.code AND e.status IS NOT NULL
              AND e.day <= :day
          WHERE division.city IN (\(list))\(try only("task.id"))
          GROUP BY e.task, e.place, e.period)
        GROUP BY task, city, period, status
        """, arguments: ["day": day.number])
  }

  private func only(_ column: String) throws -> String {
    guard let tasks else { return "" }
    let numbers = try ledger.taskRows().numbers
    let ids = tasks.filter(numbers.indices.contains).map { String(numbers[$0]) }
    return " AND \(column) IN (\(ids.sorted().joined(separator: ", ")))"
  }
}
