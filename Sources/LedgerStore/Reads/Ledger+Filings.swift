import GRDB
import Reform

extension Ledger {
  /// Rises with everything that is filed: by it one sees that the catalogue has to be read anew.
  public func filingNumber() throws -> Int64 {
    try reading { try HeldTasks.filing($0, format) }
  }

  /// The text of all clauses of a document, by path.
  public func texts(of document: Document.ID) throws -> [String: String] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT path, text FROM clause WHERE text IS NOT NULL
            AND document = (SELECT id FROM document WHERE key = ?)
          """, arguments: [document])
      return Dictionary(
        try rows.map { (try $0.value(0) as String, try $0.value(1) as String) },
        uniquingKeysWith: { first, _ in first })
    }
  }
}
