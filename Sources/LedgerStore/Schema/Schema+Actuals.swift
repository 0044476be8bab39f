import GRDB

extension Schema {
  /// Step 6: what has been reached of the targets of tasks.
  ///
  /// Every row belongs to an act; an act that another answers (`undo`) does not count.
  static func createActuals(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE actual (
          id INTEGER PRIMARY KEY,
          act INTEGER NOT NULL REFERENCES act (id),
          task INTEGER NOT NULL REFERENCES task (id),
          metric TEXT NOT NULL,
          place INTEGER NOT NULL REFERENCES division (code),
          value TEXT NOT NULL,
          of_day INTEGER NOT NULL,
          source TEXT NOT NULL,
          made_up INTEGER NOT NULL CHECK (made_up IN (0, 1))
        ) STRICT;
        CREATE INDEX actual_act ON actual (act);
        CREATE INDEX actual_task ON actual (task, place);
        """)
    try guardRows(db, of: "actual", "actuals")
  }
}
