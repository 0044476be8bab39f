import GRDB

extension Schema {
  /// Step 4: facts of medical groups, and the settlements that were signed.
  ///
  /// Every row belongs to an act. Of rows for the same slot the one of the last day stands, of one
  /// day the last; an act that another answers (`undo`) does not count.
  static func createGroups(_ db: Database) throws {
    try db.execute(sql: groupTables)
    for (table, words) in groupGuards { try guardRows(db, of: table, words) }
  }

  /// Triggers by which a table refuses that a row is changed or removed.
  static func guardRows(_ db: Database, of table: String, _ words: String) throws {
    try db.execute(
      sql: """
        CREATE TRIGGER \(table)_stays BEFORE UPDATE ON \(table)
          BEGIN SELECT RAISE(ABORT, '\(words) are added, never changed'); END;
        CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
          BEGIN SELECT RAISE(ABORT, '\(words) are added, never removed'); END;
        """)
  }

  /// Tables that refuse any change, and what stands in them.
  static let groupGuards = [("group_fact", "facts of groups"), ("settlement", "settlements")]

  private static let groupTables = """
    CREATE TABLE group_fact (
      id INTEGER PRIMARY KEY,
      act INTEGER NOT NULL REFERENCES act (id),
      place INTEGER NOT NULL REFERENCES division (code),
      kind TEXT NOT NULL CHECK (kind IN ('card', 'member', 'item', 'evidence', 'weights', 'score',
        'verdict', 'capitation', 'terms', 'budget', 'advance', 'spending')),
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
    CREATE INDEX group_fact_act ON group_fact (act);
    CREATE INDEX group_fact_place ON group_fact (place, kind, year);
    CREATE TABLE settlement (
      id INTEGER PRIMARY KEY,
      act INTEGER NOT NULL REFERENCES act (id),
      place INTEGER NOT NULL REFERENCES division (code),
      year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
      balance INTEGER NOT NULL
        CHECK (balance BETWEEN -1000000000000000 AND 1000000000000000),
      rule TEXT,
      parts TEXT NOT NULL,
      note TEXT,
      made_up INTEGER NOT NULL CHECK (made_up IN (0, 1))
    ) STRICT;
    CREATE INDEX settlement_act ON settlement (act);
    CREATE INDEX settlement_place ON settlement (place, year);
    """
}
