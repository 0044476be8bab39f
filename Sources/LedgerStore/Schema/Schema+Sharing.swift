import GRDB

extension Schema {
  /// The step at which ledgers came to be shared.
  static let sharing: Int32 = 15

  /// Step 15: what a ledger that has joined a hub knows of it.
  ///
  /// `shared` names every act for all ledgers, `taken` has its place in the hub's order. An act of
  /// our own that is not there yet waits in `outgoing` with what it travels as, and `held_before` keeps
  /// what documents were like before it. One that the hub did not take leaves the ledger for
  /// `refused`. `strange` has what came from a newer program, `missing` what a hub that was restored
  /// from an older copy has lost and others will send again. None of these has rows before a hub is
  /// joined.
  static func createSharing(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE hub (
          key TEXT NOT NULL PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE origin (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE CHECK (length(name) = 32)
        ) STRICT;
        CREATE TABLE shared (
          act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
          origin INTEGER NOT NULL REFERENCES origin (id),
          number INTEGER NOT NULL CHECK (number > 0),
          UNIQUE (origin, number)
        ) STRICT;
        CREATE TABLE taken (
          act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
          seq INTEGER NOT NULL UNIQUE,
          office TEXT NOT NULL,
          received TEXT NOT NULL,
          hash BLOB NOT NULL
        ) STRICT;
        CREATE TABLE outgoing (
          act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
          base INTEGER NOT NULL,
          held TEXT NOT NULL,
          touched TEXT NOT NULL,
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          body TEXT NOT NULL
        ) STRICT;
        CREATE TABLE held_before (
          act INTEGER NOT NULL,
          document TEXT NOT NULL,
          content TEXT NOT NULL,
          PRIMARY KEY (act, document)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE refused (
          id INTEGER PRIMARY KEY,
          origin TEXT NOT NULL,
          number INTEGER NOT NULL,
          why TEXT NOT NULL CHECK (why IN ('moved', 'after', 'hub', 'unfit')),
          words_zh TEXT NOT NULL,
          words_en TEXT NOT NULL,
          rivals TEXT NOT NULL,
          at TEXT NOT NULL,
          body TEXT NOT NULL
        ) STRICT;
        CREATE TABLE refusal_answer (
          refused INTEGER NOT NULL PRIMARY KEY REFERENCES refused (id),
          answer TEXT NOT NULL CHECK (answer IN ('kept', 'withdrawn')),
          who TEXT NOT NULL,
          at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE missing (
          origin TEXT NOT NULL,
          number INTEGER NOT NULL,
          office TEXT NOT NULL,
          body TEXT NOT NULL,
          PRIMARY KEY (origin, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE strange (
          act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
          body TEXT NOT NULL
        ) STRICT;
        """)
    for (table, words) in sharingGuards { try guardRows(db, of: table, words) }
  }

  /// Tables that refuse any change, and what stands in them.
  static let sharingGuards = [
    ("shared", "names of acts"), ("taken", "acts that the hub took"),
    ("refused", "acts that were not taken"), ("refusal_answer", "answers"),
    ("strange", "acts of newer programs"),
  ]
}
