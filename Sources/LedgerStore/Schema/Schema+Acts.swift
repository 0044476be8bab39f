import GRDB
import Reform

extension Schema {
  /// The step at which acts came to say what they are about, and filings became acts.
  static let acts: Int32 = 9

  /// Step 9: every act says what it is about, and filings and withdrawals of documents are acts.
  ///
  /// What an act is about is no list in the schema: more kinds come, and SQLite cannot widen a check.
  static func nameActs(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE act ADD COLUMN about TEXT CHECK (about <> '');
        DROP TRIGGER act_stays;
        """)
    try db.execute(sql: nameOldActs)
    try db.execute(
      sql: """
        CREATE TRIGGER act_stays BEFORE UPDATE ON act
          BEGIN SELECT RAISE(ABORT, 'acts are added, never changed'); END;
        """)
    try makeFilingsActs(db)
    try db.execute(
      sql: """
        CREATE TRIGGER act_is_named BEFORE INSERT ON act WHEN NEW.about IS NULL
          BEGIN SELECT RAISE(ABORT, 'an act says what it is about'); END;
        """)
  }

  /// Acts by the tables that have rows of theirs; what answers them is about the same.
  ///
  /// One without rows is about nothing, and is never answered.
  private static let nameOldActs = """
    UPDATE act SET about = CASE
      WHEN EXISTS (SELECT 1 FROM entry WHERE entry.act = act.id) THEN 'tasks'
      WHEN EXISTS (SELECT 1 FROM actual WHERE actual.act = act.id) THEN 'actual'
      WHEN EXISTS (SELECT 1 FROM batch WHERE batch.act = act.id) THEN 'figures'
      WHEN EXISTS (SELECT 1 FROM target WHERE target.act = act.id) THEN 'target'
      WHEN EXISTS (SELECT 1 FROM collecting WHERE collecting.act = act.id) THEN 'collecting'
      WHEN EXISTS (SELECT 1 FROM group_fact WHERE group_fact.act = act.id) THEN 'group'
      WHEN EXISTS (SELECT 1 FROM settlement WHERE settlement.act = act.id) THEN 'settlement'
      ELSE 'nothing' END
    WHERE kind = 'enter';
    WITH RECURSIVE named (id, about) AS (
      SELECT id, about FROM act WHERE kind = 'enter'
      UNION ALL SELECT act.id, named.about FROM act JOIN named ON act.answers = named.id)
    UPDATE act SET about = named.about FROM named WHERE named.id = act.id AND kind <> 'enter';
    """

  /// Makes the table of filings anew, its rows with an act each: what was filed of a document at one
  /// time by one person is one act, and a withdrawal answers the one that filed the document.
  private static func makeFilingsActs(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE filing_of_act (
          id INTEGER PRIMARY KEY,
          act INTEGER NOT NULL REFERENCES act (id),
          kind TEXT NOT NULL CHECK (kind IN ('document', 'task', 'withdrawal')),
          document TEXT NOT NULL,
          task TEXT,
          content TEXT NOT NULL
        ) STRICT;
        """)
    var acts = OldFilings()
    for row in try Row.fetchAll(db, sql: "SELECT * FROM filing ORDER BY id") {
      let act = try acts.act(of: row, db)
      try db.execute(
        sql: """
          INSERT INTO filing_of_act (id, act, kind, document, task, content)
          SELECT id, ?, kind, document, task, content FROM filing WHERE id = ?
          """, arguments: [act, row.value("id") as Int64])
    }
    try db.execute(
      sql: """
        DROP TRIGGER filing_stays;
        DROP TRIGGER filing_is_kept;
        DROP TABLE filing;
        ALTER TABLE filing_of_act RENAME TO filing;
        CREATE INDEX filing_act ON filing (act);
        CREATE INDEX filing_task ON filing (task, id) WHERE task IS NOT NULL;
        CREATE INDEX filing_document ON filing (document, id);
        """)
    try guardRows(db, of: "filing", "filings")
  }
}

/// Gives filings of before their acts, one filing after another.
private struct OldFilings {
  /// What filings of one act have in common.
  private struct Same: Equatable {
    var document: String
    var who: String
    var day: Int
    var at: String
  }

  private var last: (same: Same, act: Int64)?
  /// By document the act that filed it.
  private var filed: [String: Int64] = [:]

  mutating func act(of row: Row, _ db: Database) throws -> Int64 {
    let same = try Same(
      document: row.value("document"), who: row.value("who"), day: row.value("day"),
      at: row.value("at"))
    let kind: String = try row.value("kind")
    if kind == "task", let last, last.same == same { return last.act }
    let answers = kind == "withdrawal" ? filed.removeValue(forKey: same.document) : nil
    try db.execute(
      sql: """
        INSERT INTO act (kind, answers, who, day, at, about) VALUES (?, ?, ?, ?, ?, 'filing')
        """,
      arguments: [answers == nil ? "enter" : "undo", answers, same.who, same.day, same.at])
    let act = db.lastInsertedRowID
    if kind == "document" { filed[same.document] = act }
    last = kind == "withdrawal" ? nil : (same, act)
    return act
  }
}
