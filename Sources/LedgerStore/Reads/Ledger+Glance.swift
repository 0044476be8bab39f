import GRDB
import Reform

extension Ledger {
  /// Whether any figure was ever posted.
  public func hasFigures() throws -> Bool {
    guard format >= 3 else { return false }
    return try reading { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM batch)") ?? false
    }
  }
}
