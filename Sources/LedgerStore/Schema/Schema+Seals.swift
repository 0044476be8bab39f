import GRDB

extension Schema {
  /// The step at which acts came to be sealed.
  static let seals: Int32 = 11

  /// Step 11: a seal for every act; those of before are sealed as they are found.
  static func createSeals(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE seal (
          act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
          hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        """)
    try guardRows(db, of: "seal", "seals")
    try Seals(db: db).add()
  }
}
