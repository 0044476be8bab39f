import GRDB
import GRDBSQLite
import Reform

/// Rows of a query, stepped through without an object for each: for tables of hundreds of thousands.
final class PlainRows {
  private let statement: Statement
  private let handle: OpaquePointer
  private let database: OpaquePointer?

  /// `sql` has no arguments.
  init(_ db: Database, _ sql: String) throws {
    statement = try db.makeStatement(sql: sql)
    (handle, database) = (statement.sqliteStatement, db.sqliteConnection)
  }

  deinit { sqlite3_reset(handle) }

  /// Goes to the next row; false after the last one.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: database.map { String(cString: sqlite3_errmsg($0)) })
    }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// The bytes of a text; they hold until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let text = sqlite3_column_text(handle, column)
    return UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column)))
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func optional(_ column: Int32) -> Int? { isNull(column) ? nil : Int(integer(column)) }

  func text(_ column: Int32) -> String? {
    isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
  }

  /// A whole year of four digits as periods write it; nil for parts of a year.
  func year(_ column: Int32) -> Int? {
    let bytes = bytes(column)
    guard bytes.count == 4 else { return nil }
    return bytes.reduce(0) { year, byte in
      (48...57).contains(byte) ? year.map { $0 * 10 + Int(byte) - 48 } : nil
    }
  }

  func day(_ column: Int32) -> Day? { optional(column).flatMap(Day.init(number:)) }

  /// An amount within the limits of money, so that sums of it stay within 64 bits.
  func fen(_ column: Int32) throws -> Fen? {
    guard !isNull(column) else { return nil }
    let count = integer(column)
    guard count.magnitude <= Fen.limit.count.magnitude else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "fen")
    }
    return Fen(count)
  }

  /// A status by its name; nil for anything else.
  func status(_ column: Int32) -> Status? {
    let bytes = bytes(column)
    return Self.statuses.first { $0.name.elementsEqual(bytes) }?.status
  }

  private static let statuses = Status.allCases.map { (name: Array($0.rawValue.utf8), status: $0) }
}

/// What a text says, kept as long as the rows have the same one.
struct PlainText<Value> {
  private var last: (bytes: [UInt8], value: Value)?

  mutating func value(of rows: PlainRows, _ column: Int32, _ read: (String) -> Value) -> Value {
    let bytes = rows.bytes(column)
    if let last, last.bytes.elementsEqual(bytes) { return last.value }
    let value = read(String(decoding: bytes, as: UTF8.self))
    last = (Array(bytes), value)
    return value
  }
}

extension PlainText<String> {
  mutating func text(of rows: PlainRows, _ column: Int32) -> String? {
    rows.isNull(column) ? nil : value(of: rows, column) { $0 }
  }
}
