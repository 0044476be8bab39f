import GRDB

extension Schema {
  /// Step 5: facts of groups may be of the staff of one institution.
  ///
  /// SQLite cannot widen a check, so the table is made anew and its rows are carried over as they
  /// are; nothing refers to it.
  static func widenGroups(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE group_fact_wider (
          id INTEGER PRIMARY KEY,
          act INTEGER NOT NULL REFERENCES act (id),
          place INTEGER NOT NULL REFERENCES division (code),
          kind TEXT NOT NULL CHECK (kind IN ('card', 'member', 'item', 'evidence', 'weights', 'score',
            'verdict', 'capitation', 'terms', 'budget', 'advance', 'spending', 'staffing')),
          year INTEGER CHECK (year BETWEEN 1 AND 9999),
          slot TEXT NOT NULL,
          choice TEXT,
          first INTEGER,
          last INTEGER,
          fen INTEGER CHECK (fen BETWEEN 0 AND 1000000000000000),
          text TEXT,
          detail TEXT,
          made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
          CHECK ((kind IN ('budget', 'advance', 'spending')) = (fen IS NOT NULL)),
          CHECK ((kind IN ('card', 'member', 'item', 'evidence')) = (year IS NULL)),
          CHECK (last IS NULL OR first IS NULL OR last >= first)
        ) STRICT;
        INSERT INTO group_fact_wider SELECT * FROM group_fact;
        DROP TRIGGER group_fact_stays;
        DROP TRIGGER group_fact_is_kept;
        DROP TABLE group_fact;
        ALTER TABLE group_fact_wider RENAME TO group_fact;
        CREATE INDEX group_fact_act ON group_fact (act);
        CREATE INDEX group_fact_place ON group_fact (place, kind, year);
        """)
    try guardRows(db, of: "group_fact", "facts of groups")
  }
}
