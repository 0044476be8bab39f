import GRDB

extension Schema {
  /// The step at which lines came to be extended, and meetings and slips to be kept.
  static let meetings: Int32 = 10

  /// Step 10: the day to which a line is extended, meetings with their decisions, slips, and the
  /// forms of tasks that came back.
  ///
  /// What a step or a decision says is one JSON text; every row belongs to an act, and counts as the
  /// answers to that act have it.
  static func createMeetings(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE entry ADD COLUMN until TEXT;
        CREATE INDEX entry_until ON entry (task, place, period, day, id) WHERE until IS NOT NULL;
        CREATE TABLE meeting_step (
          act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
          meeting TEXT NOT NULL CHECK (meeting <> ''),
          content TEXT NOT NULL
        ) STRICT;
        CREATE INDEX meeting_step_meeting ON meeting_step (meeting);
        CREATE TABLE decision (
          act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
          meeting TEXT NOT NULL CHECK (meeting <> ''),
          kind TEXT NOT NULL CHECK (kind <> ''),
          content TEXT NOT NULL
        ) STRICT;
        CREATE INDEX decision_meeting ON decision (meeting);
        CREATE TABLE slip_step (
          act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
          slip TEXT NOT NULL CHECK (slip <> ''),
          content TEXT NOT NULL
        ) STRICT;
        CREATE INDEX slip_step_slip ON slip_step (slip);
        CREATE TABLE sent_form (
          id INTEGER PRIMARY KEY,
          act INTEGER NOT NULL REFERENCES act (id),
          place INTEGER NOT NULL REFERENCES division (code),
          made INTEGER NOT NULL,
          file TEXT NOT NULL,
          hash TEXT NOT NULL,
          count INTEGER NOT NULL CHECK (count > 0),
          sender TEXT,
          checker TEXT,
          phone TEXT
        ) STRICT;
        CREATE INDEX sent_form_act ON sent_form (act);
        """)
    for (table, words) in meetingGuards { try guardRows(db, of: table, words) }
  }

  /// Tables that refuse any change, and what stands in them.
  static let meetingGuards = [
    ("meeting_step", "steps of meetings"), ("decision", "decisions"),
    ("slip_step", "steps of slips"), ("sent_form", "forms that came back"),
  ]
}
