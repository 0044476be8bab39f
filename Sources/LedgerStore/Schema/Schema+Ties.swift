import GRDB

extension Schema {
  /// The step at which tasks got their ties, and targets a key.
  static let ties: Int32 = 8

  /// Step 8: what a task stands for besides its clause, what an actual of a target is hung on, and
  /// the places that a target is set for.
  ///
  /// `formerly` holds keys of tasks whose entries count for this one, `also` paths of clauses that
  /// ask for the same, `collects` keys of the indicators that it gathers.
  static func tieTasks(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE task_tie (
          task INTEGER NOT NULL REFERENCES task (id),
          position INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('formerly', 'also', 'collects')),
          target TEXT NOT NULL CHECK (target <> ''),
          PRIMARY KEY (task, position)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE task_target ADD COLUMN key TEXT;
        ALTER TABLE task_target ADD COLUMN places TEXT;
        """)
  }
}
