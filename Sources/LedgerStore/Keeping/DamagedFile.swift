import Foundation
import GRDB
import GRDBSQLite

/// A database that may be damaged, read row by row as far as SQLite can.
///
/// It is opened without GRDB, which looks at the schema first and gives up where that is broken.
final class DamagedFile {
  private var connection: OpaquePointer?
  typealias Values = [DatabaseValue]

  /// Opens a copy that nobody else uses; nil where not even that can be done.
  init?(_ path: String) {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &connection, flags, nil) == SQLITE_OK else {
      sqlite3_close(connection)
      return nil
    }
    // What of the schema can be read is used, whatever the rest says.
    sqlite3_exec(
      connection, "PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON", nil, nil, nil)
  }

  deinit { sqlite3_close(connection) }

  /// Hands out rows until they end, or one cannot be read: false then.
  @discardableResult
  func rows(_ sql: String, _ arguments: Values = [], _ take: (Values) -> Bool) -> Bool {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      return false
    }
    defer { sqlite3_finalize(statement) }
    for (index, value) in arguments.enumerated() {
      bind(value, to: statement, at: Int32(index + 1))
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        let count = sqlite3_column_count(statement)
        guard take((0..<count).map { Self.value(of: statement, $0) }) else { return false }
      case SQLITE_DONE: return true
      default: return false
      }
    }
  }

  /// All rows up to the first that cannot be read.
  func rows(_ sql: String, _ arguments: Values = []) -> [Values] {
    var found: [Values] = []
    rows(sql, arguments) { row in
      found.append(row)
      return true
    }
    return found
  }

  /// The number in the first row; nil where there is none.
  func number(_ sql: String) -> Int? {
    rows(sql).first?.first.flatMap(Int.fromDatabaseValue)
  }

  private func bind(_ value: DatabaseValue, to statement: OpaquePointer?, at index: Int32) {
    switch value.storage {
    case .null: sqlite3_bind_null(statement, index)
    case .int64(let number): sqlite3_bind_int64(statement, index, number)
    case .double(let number): sqlite3_bind_double(statement, index, number)
    case .string(let text):
      sqlite3_bind_text(statement, index, text, -1, Self.transient)
    case .blob(let data):
      let bytes = Array(data)
      sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), Self.transient)
    }
  }

  /// SQLite copies what it is given.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private static func value(of statement: OpaquePointer?, _ index: Int32) -> DatabaseValue {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER: return sqlite3_column_int64(statement, index).databaseValue
    case SQLITE_FLOAT: return sqlite3_column_double(statement, index).databaseValue
    case SQLITE_TEXT:
      let bytes = sqlite3_column_text(statement, index)
      let count = Int(sqlite3_column_bytes(statement, index))
      let text = UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
      // What is no text any more stays told apart from what is.
      return String(validating: text, as: UTF8.self)?.databaseValue
        ?? Data(text).databaseValue
    case SQLITE_BLOB:
      let count = Int(sqlite3_column_bytes(statement, index))
      guard let bytes = sqlite3_column_blob(statement, index) else { return Data().databaseValue }
      return Data(bytes: bytes, count: count).databaseValue
    default: return .null
    }
  }
}
