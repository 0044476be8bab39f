import GRDB

extension Schema {
  /// The step at which a catalogue came to be changed by hand.
  static let hand: Int32 = 14

  /// Step 14: tasks that are made, amended, left out and taken in by hand.
  ///
  /// `document` is that of the task, or the one that is left out as a whole, where `task` is none; what a
  /// step says is one JSON text. It counts as the answers to its act have it.
  static func createHand(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE hand_step (
          id INTEGER PRIMARY KEY,
          act INTEGER NOT NULL REFERENCES act (id),
          kind TEXT NOT NULL CHECK (kind IN ('make', 'amend', 'leave-out', 'take-in')),
          document TEXT NOT NULL CHECK (document <> ''),
          task TEXT CHECK (task <> ''),
          place INTEGER REFERENCES division (code),
          content TEXT NOT NULL,
          CHECK (place IS NULL OR task IS NOT NULL)
        ) STRICT;
        CREATE INDEX hand_step_act ON hand_step (act);
        CREATE INDEX hand_step_document ON hand_step (document, task);
        """)
    try guardRows(db, of: "hand_step", "changes by hand")
  }
}
