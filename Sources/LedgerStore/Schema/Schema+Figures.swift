import GRDB

extension Schema {
  /// Step 3: batches of figures, targets of the office, and the collecting of a year.
  ///
  /// Every row belongs to an act; what an act entered stands unless a later act answers it
  /// (`undo`), and that one is not answered in turn (`redo`).
  static func createFigures(_ db: Database) throws {
    try db.execute(sql: figureTables)
    for (table, words) in figureGuards {
      try db.execute(
        sql: """
          CREATE TRIGGER \(table)_stays BEFORE UPDATE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(words) are added, never changed'); END;
          CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(words) are added, never removed'); END;
          """)
    }
  }

  /// Tables that refuse any change, and what stands in them.
  static let figureGuards = [
    ("indicator", "indicators"), ("batch", "batches"), ("figure", "figures"),
    ("withdrawal", "withdrawals"), ("target", "targets"), ("collecting", "collecting acts"),
  ]

  private static let figureTables = """
    CREATE TABLE indicator (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE CHECK (key <> '')
    ) STRICT;
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      act INTEGER NOT NULL UNIQUE REFERENCES act (id),
      kind TEXT NOT NULL CHECK (kind IN ('file', 'typed', 'sample')),
      file TEXT,
      hash TEXT,
      note TEXT,
      checks TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count > 0)
    ) STRICT;
    CREATE TABLE figure (
      indicator INTEGER NOT NULL REFERENCES indicator (id),
      place INTEGER NOT NULL REFERENCES division (code),
      period TEXT NOT NULL CHECK (period <> ''),
      batch INTEGER NOT NULL REFERENCES batch (id),
      numerator TEXT CHECK (numerator NOT GLOB '*[^-.0-9]*' AND numerator <> ''),
      denominator TEXT CHECK (denominator NOT GLOB '*[^-.0-9]*' AND denominator <> ''),
      stated TEXT CHECK (stated NOT GLOB '*[^-.0-9]*' AND stated <> ''),
      flags INTEGER NOT NULL CHECK (flags >= 0),
      note TEXT,
      sheet TEXT,
      row INTEGER,
      "column" INTEGER,
      PRIMARY KEY (indicator, place, period, batch),
      CHECK (coalesce(numerator, stated) IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX figure_batch ON figure (batch);
    CREATE TABLE withdrawal (
      act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
      batch INTEGER NOT NULL REFERENCES batch (id),
      reason TEXT
    ) STRICT;
    CREATE TABLE target (
      act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
      indicator INTEGER NOT NULL REFERENCES indicator (id),
      region INTEGER NOT NULL REFERENCES division (code),
      scope TEXT NOT NULL CHECK (scope IN ('in-all', 'each-city', 'each-county', 'everywhere')),
      op TEXT CHECK (op IN ('>=', '<=', '=', '>', '<', 'range')),
      value TEXT,
      upper TEXT,
      year INTEGER,
      note TEXT,
      made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
      CHECK ((op IS NULL) = (value IS NULL))
    ) STRICT;
    CREATE TABLE collecting (
      act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
      kind TEXT NOT NULL CHECK (kind IN ('return', 'lock', 'unlock')),
      place INTEGER NOT NULL REFERENCES division (code),
      year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
      reason TEXT NOT NULL,
      CHECK (kind = 'lock' OR reason <> '')
    ) STRICT;
    """
}
