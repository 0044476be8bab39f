import GRDB

/// The counts that are kept beside the entries, as the entries make them.
enum KeptCounts {
  /// How many lines of each task stand where by now, by city.
  static let byCity = """
    SELECT task, city, period, status, count(*) AS count
    FROM (
      SELECT task, place, period, status, max(day * 4294967296 + id)
      FROM entry WHERE status IS NOT NULL GROUP BY task, place, period)
    JOIN division ON division.code = place GROUP BY task, city, period, status
    """

  /// The counts by city summed over each province.
  static let byRegion = """
    SELECT task, city / 10000 * 10000 AS region, period, status, sum(count) AS count
    FROM tally WHERE count > 0 GROUP BY task, region, period, status
    """

  /// How the counts of each task have changed in each month.
  static let byMonth = """
    SELECT task, period, status, day / 100 AS month, sum(change) AS change FROM (\(moves))
    WHERE status IS NOT NULL GROUP BY task, period, status, month
    """

  /// How the counts of each task have changed on each day.
  static let byDay = """
    SELECT day, task, period, status, sum(change) AS change FROM (\(moves))
    WHERE status IS NOT NULL GROUP BY day, task, period, status
    """

  /// Every entry takes its line from the status of the one before it to its own.
  private static let moves = """
    SELECT task, period, status, day, 1 AS change FROM entry WHERE status IS NOT NULL
    UNION ALL
    SELECT task, period,
      lag(status) OVER (PARTITION BY task, place, period ORDER BY day, id), day, -1
    FROM entry WHERE status IS NOT NULL
    """

  /// Whether what is kept is what the entries make; `format` is the number of the schema in the file.
  static func agree(_ db: Database, _ format: Int32) throws -> Bool {
    let cities = "SELECT task, city, period, status, count FROM tally WHERE count > 0"
    guard try agree(byCity, cities, db) else { return false }
    guard format >= Schema.months else { return true }
    let computed = "SELECT * FROM (\(byMonth)) WHERE change <> 0"
    let months = "SELECT task, period, status, month, change FROM monthly WHERE change <> 0"
    guard try agree(computed, months, db) else { return false }
    guard format >= Schema.regions else { return true }
    // Those by city were held against the entries already.
    let regions = "SELECT task, region, period, status, count FROM regional WHERE count > 0"
    guard try agree(byRegion, regions, db) else { return false }
    guard format >= Schema.days else { return true }
    let dated = "SELECT * FROM (\(byDay)) WHERE change <> 0"
    return try agree(dated, "SELECT * FROM daily WHERE change <> 0", db)
  }

  /// Takes out what is kept of tasks that leave the ledger: with no entry left, it counts nothing.
  static func drop(_ tasks: [Int64], _ db: Database) throws {
    guard !tasks.isEmpty else { return }
    let list = tasks.map(String.init).joined(separator: ", ")
    // Those by region follow the ones by city, so these go first.
    for table in ["tally", "regional", "monthly", "daily"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE task IN (\(list))")
    }
  }

  private static func agree(_ computed: String, _ kept: String, _ db: Database) throws -> Bool {
    for (one, other) in [(computed, kept), (kept, computed)]
    where try Row.fetchOne(db, sql: "SELECT * FROM (\(one)) EXCEPT SELECT * FROM (\(other))") != nil
    {
      return false
    }
    return true
  }
}
