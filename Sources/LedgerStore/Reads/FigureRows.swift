import Foundation
import GRDB
import Reform

/// The rows of the table of figures, one after another, read by position.
struct FigureRows {
  /// Indicator and place by their numbers in the file, and the period as written there.
  struct Key: Hashable {
    var indicator: Int64
    var place: Int
    var period: String
  }

  struct Found {
    var key: Key
    var batch: Batch.ID
    var row: Row
  }

  private let rows: RowCursor
  private let keys: [Int64: Indicator.ID]
  private var periods: [String: Reform.Period] = [:]

  /// Rows in the order of indicator, place, period and batch.
  init(_ db: Database, _ filter: Ledger.FigureFilter) throws {
    var keys: [Int64: Indicator.ID] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, key FROM indicator") {
      keys[try row.value(0)] = try row.value(1)
    }
    self.keys = keys
    var conditions: [String] = []
    if let indicators = filter.indicators {
      let numbers = keys.filter { indicators.contains($0.value) }.keys.sorted()
      conditions.append("indicator IN (\(Self.list(numbers)))")
    }
    if let places = filter.places {
      conditions.append("place IN (\(Self.list(places.map(number).sorted())))")
    }
    if let region = filter.region, region != Divisions.country {
      let codes = codes(within: region)
      conditions.append("place BETWEEN \(codes.lowerBound) AND \(codes.upperBound)")
    }
    if let years = filter.years {
      // Periods begin with their year of four digits.
      conditions.append("period >= '\(Self.year(years.lowerBound))'")
      conditions.append("period < '\(Self.year(years.upperBound + 1))'")
    }
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT indicator, place, period, batch, numerator, denominator, stated, flags, note, sheet,
          row, "column"
        FROM figure \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
        ORDER BY indicator, place, period, batch
        """)
  }

  mutating func next() throws -> Found? {
    guard let row = try rows.next() else { return nil }
    return try Found(
      key: Key(indicator: row.value(0), place: row.value(1), period: row.value(2)),
      batch: row.value(3), row: row)
  }

  mutating func figure(_ found: Found, file: String?) throws -> Figure {
    let row = found.row
    guard let period = periods[found.key.period] ?? Reform.Period(found.key.period) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: found.key.period)
    }
    periods[found.key.period] = period
    return try Figure(
      keys[found.key.indicator] ?? "", in: code(found.key.place), period,
      numerator: Self.decimal(row.value(4)), denominator: Self.decimal(row.value(5)),
      stated: Self.decimal(row.value(6)), flags: FigureFlags(rawValue: row.value(7)),
      note: row.value(8),
      source: SourcePlace(
        file: file, sheet: row.value(9), row: row.value(10), column: row.value(11)),
      batch: found.batch)
  }

  private static func decimal(_ text: String?) -> Decimal? { text.flatMap(Decimal.init(sent:)) }

  private static func list(_ numbers: some Sequence<some BinaryInteger>) -> String {
    numbers.map { "\($0)" }.joined(separator: ", ")
  }

  /// A year as periods are written, 0999 for 999.
  private static func year(_ year: Int) -> String {
    let digits = String(max(0, min(9999, year)))
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
