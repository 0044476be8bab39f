import Foundation
import GRDB
import Reform

/// The rows of the table of figures, one after another.
///
/// A country has two hundred thousand: what the row before had too is not read again.
struct FigureRows {
  /// Indicator and place by their numbers in the file, and the period as written there.
  struct Key: Equatable {
    var indicator: Int64
    var place: Int64
    var period: Reform.Period
  }

  private let rows: PlainRows
  private let keys: [Int64: Indicator.ID]
  private var periods: [UInt64: Reform.Period] = [:]
  private var indicator: (number: Int64, key: Indicator.ID) = (-1, "")
  private var place: (number: Int64, code: Division.Code) = (-1, "")
  private var (note, sheet) = (PlainText<String>(), PlainText<String>())

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
    rows = try PlainRows(
      db,
      """
      SELECT indicator, place, period, batch, numerator, denominator, stated, flags, note, sheet,
        row, "column"
      FROM figure \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY indicator, place, period, batch
      """)
  }

  /// For how many figures room is to be made before they are read; what is not used takes none.
  static func room(_ filter: Ledger.FigureFilter, _ batches: [Batch]) -> Int {
    let most = 300_000
    guard filter == .init(indicators: filter.indicators) else { return 0 }
    return batches.reduce(0) { min(most, $0 + min($1.count, most)) }
  }

  /// The key and the batch of the next row; nil after the last one.
  mutating func next() throws -> (key: Key, batch: Batch.ID)? {
    guard try rows.step() else { return nil }
    guard let period = period(rows.bytes(2)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "period")
    }
    return (
      Key(indicator: rows.integer(0), place: rows.integer(1), period: period),
      Batch.ID(rows.integer(3))
    )
  }

  /// The years of a place follow one another: each period is read once.
  private mutating func period(_ bytes: UnsafeBufferPointer<UInt8>) -> Reform.Period? {
    let isShort = bytes.count < 8
    let packed = bytes.prefix(8).reduce(UInt64(bytes.count)) { $0 << 8 | UInt64($1) }
    if isShort, let known = periods[packed] { return known }
    let period = Reform.Period(String(decoding: bytes, as: UTF8.self))
    if isShort { periods[packed] = period }
    return period
  }

  /// The figure of the row that was gone to last.
  mutating func figure(_ key: Key, in batch: Batch.ID, file: String?) -> Figure {
    if indicator.number != key.indicator {
      indicator = (key.indicator, keys[key.indicator] ?? "")
    }
    if place.number != key.place { place = (key.place, code(Int(key.place))) }
    return Figure(
      indicator.key, in: place.code, key.period,
      numerator: decimal(4), denominator: decimal(5), stated: decimal(6),
      flags: FigureFlags(rawValue: Int(rows.integer(7))), note: note.text(of: rows, 8),
      source: SourcePlace(
        file: file, sheet: sheet.text(of: rows, 9), row: rows.optional(10),
        column: rows.optional(11)),
      batch: batch)
  }

  private func decimal(_ column: Int32) -> Decimal? {
    rows.isNull(column) ? nil : Decimal(sent: rows.bytes(column))
  }

  private static func list(_ numbers: some Sequence<some BinaryInteger>) -> String {
    numbers.map { "\($0)" }.joined(separator: ", ")
  }

  /// A year as periods are written, 0999 for 999.
  private static func year(_ year: Int) -> String {
    let digits = String(max(0, min(9999, year)))
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
