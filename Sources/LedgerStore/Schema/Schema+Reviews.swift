import GRDB

extension Schema {
  /// Step 2: documents that wait for review, their drafts, and what was filed by whom.
  ///
  /// Reviews and drafts are working papers and change until they are filed; filings are added,
  /// never changed.
  static func createReviews(_ db: Database) throws {
    try db.execute(sql: reviewTables)
  }

  private static let reviewTables = """
    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      file TEXT NOT NULL,
      known INTEGER NOT NULL,
      open INTEGER NOT NULL,
      document TEXT NOT NULL,
      content TEXT NOT NULL,
      doubts TEXT NOT NULL,
      missing TEXT NOT NULL,
      who TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX review_open ON review (document) WHERE open;
    CREATE TABLE draft (
      review INTEGER NOT NULL REFERENCES review (id),
      position INTEGER NOT NULL,
      clause TEXT NOT NULL,
      task TEXT NOT NULL,
      doubts TEXT NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('waiting', 'accepted', 'dropped', 'filed')),
      amended INTEGER NOT NULL,
      PRIMARY KEY (review, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE filing (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('document', 'task', 'withdrawal')),
      document TEXT NOT NULL,
      task TEXT,
      content TEXT NOT NULL,
      who TEXT NOT NULL CHECK (who <> ''),
      day INTEGER NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX filing_task ON filing (task, id) WHERE task IS NOT NULL;
    CREATE INDEX filing_document ON filing (document, id);
    CREATE TRIGGER filing_stays BEFORE UPDATE ON filing
      BEGIN SELECT RAISE(ABORT, 'filings are added, never changed'); END;
    CREATE TRIGGER filing_is_kept BEFORE DELETE ON filing
      BEGIN SELECT RAISE(ABORT, 'filings are added, never removed'); END;
    """
}
