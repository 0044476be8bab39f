import GRDB

/// The schema, one numbered step after another; a step that has been published is never edited.
enum Schema {
  /// `yiga` in ASCII, by which SQLite's header tells our files from others.
  static let applicationID: Int32 = 0x7969_6761
  static let version: Int32 = 17
  /// The step at which counts came to be kept by province.
  static let regions: Int32 = 16
  /// The step at which counts came to be kept by day.
  static let days: Int32 = 17

  static func migrate(_ db: Database, from version: Int32) throws {
    if version < 1 { try createLedger(db) }
    if version < 2 { try createReviews(db) }
    if version < 3 { try createFigures(db) }
    if version < 4 { try createGroups(db) }
    if version < 5 { try widenGroups(db) }
    if version < 6 { try createActuals(db) }
    if version < 7 { try addLevels(db) }
    if version < 8 { try tieTasks(db) }
    if version < acts { try nameActs(db) }
    if version < meetings { try createMeetings(db) }
    if version < seals { try createSeals(db) }
    if version < formReturns { try addFormReturns(db) }
    if version < months { try countByMonth(db) }
    if version < hand { try createHand(db) }
    if version < sharing { try createSharing(db) }
    if version < regions { try RegionCounts.keep(db) }
    if version < days { try DayCounts.keep(db) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(Self.version)")
  }

  /// Step 1: the catalogue's tables, acts and entries, and the counts kept beside them.
  private static func createLedger(_ db: Database) throws {
    try db.execute(sql: catalogueTables)
    try db.execute(sql: entryTables)
    try db.execute(sql: guards)
  }

  /// Step 7: the levels that a task binds besides its own; entries stay as they are.
  private static func addLevels(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE task ADD COLUMN also TEXT NOT NULL DEFAULT ''")
  }

  /// The step at which forms of tasks came to be sent back.
  static let formReturns: Int32 = 12

  /// Step 12: the month of a form of tasks that is sent back.
  private static func addFormReturns(_ db: Database) throws {
    try db.execute(
      sql: "ALTER TABLE collecting ADD COLUMN month INTEGER CHECK (month BETWEEN 1 AND 12)")
  }

  private static let catalogueTables = """
    CREATE TABLE meta (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE division (
      code INTEGER NOT NULL PRIMARY KEY,
      parent INTEGER REFERENCES division (code),
      city INTEGER NOT NULL,
      level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county')),
      name TEXT NOT NULL
    ) STRICT;
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      position INTEGER NOT NULL,
      number TEXT NOT NULL,
      title_zh TEXT NOT NULL,
      title_en TEXT NOT NULL,
      short_zh TEXT NOT NULL,
      short_en TEXT NOT NULL,
      issuer TEXT NOT NULL,
      issued INTEGER NOT NULL,
      region INTEGER NOT NULL REFERENCES division (code),
      kind TEXT NOT NULL,
      truncated INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE clause (
      document INTEGER NOT NULL REFERENCES document (id),
      path TEXT NOT NULL,
      position INTEGER NOT NULL,
      place_zh TEXT NOT NULL,
      place_en TEXT NOT NULL,
      section_zh TEXT NOT NULL,
      section_en TEXT NOT NULL,
      truncated INTEGER NOT NULL,
      text TEXT,
      PRIMARY KEY (document, path)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE task (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      document INTEGER NOT NULL,
      clause TEXT NOT NULL,
      position INTEGER NOT NULL,
      title_zh TEXT NOT NULL,
      title_en TEXT NOT NULL,
      theme TEXT NOT NULL,
      level TEXT NOT NULL,
      FOREIGN KEY (document, clause) REFERENCES clause (document, path)
    ) STRICT;
    CREATE TABLE task_department (
      task INTEGER NOT NULL REFERENCES task (id),
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      bureau TEXT,
      role TEXT NOT NULL,
      PRIMARY KEY (task, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE task_deadline (
      task INTEGER NOT NULL REFERENCES task (id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      due INTEGER,
      years TEXT NOT NULL,
      by TEXT,
      soft INTEGER NOT NULL,
      words TEXT,
      PRIMARY KEY (task, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE task_place (
      task INTEGER NOT NULL REFERENCES task (id),
      position INTEGER NOT NULL,
      place INTEGER NOT NULL REFERENCES division (code),
      role TEXT NOT NULL,
      PRIMARY KEY (task, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE task_target (
      task INTEGER NOT NULL REFERENCES task (id),
      position INTEGER NOT NULL,
      metric_zh TEXT NOT NULL,
      metric_en TEXT NOT NULL,
      op TEXT NOT NULL,
      value TEXT NOT NULL,
      upper TEXT,
      unit TEXT NOT NULL,
      scope TEXT,
      soft INTEGER NOT NULL,
      year INTEGER,
      PRIMARY KEY (task, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE task_link (
      task INTEGER NOT NULL REFERENCES task (id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('supersedes', 'carriesOut', 'conflict', 'indicator')),
      target TEXT NOT NULL,
      note_zh TEXT,
      note_en TEXT,
      PRIMARY KEY (task, position)
    ) STRICT, WITHOUT ROWID;
    """

  private static let entryTables = """
    CREATE TABLE act (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('enter', 'undo', 'redo')),
      answers INTEGER UNIQUE REFERENCES act (id),
      who TEXT NOT NULL CHECK (who <> ''),
      day INTEGER NOT NULL,
      at TEXT NOT NULL,
      meeting TEXT,
      CHECK ((kind = 'enter') = (answers IS NULL))
    ) STRICT;
    CREATE INDEX act_who ON act (who, id);
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      act INTEGER NOT NULL REFERENCES act (id),
      task INTEGER NOT NULL REFERENCES task (id),
      place INTEGER NOT NULL REFERENCES division (code),
      period TEXT NOT NULL,
      day INTEGER NOT NULL,
      status TEXT CHECK (status IN ('notStarted', 'underway', 'done', 'signedOff', 'suspended')),
      note TEXT,
      evidence TEXT,
      due TEXT,
      answers INTEGER REFERENCES entry (id),
      CHECK (coalesce(status, note, evidence, due, answers) IS NOT NULL)
    ) STRICT;
    CREATE INDEX entry_line ON entry (task, place, period, day, id, status)
      WHERE status IS NOT NULL;
    CREATE INDEX entry_task ON entry (task, id);
    CREATE INDEX entry_act ON entry (act);
    CREATE INDEX entry_place ON entry (place, id);
    CREATE INDEX entry_answers ON entry (answers) WHERE answers IS NOT NULL;
    CREATE INDEX entry_due ON entry (task, day, id) WHERE due IS NOT NULL;
    CREATE INDEX entry_day ON entry (day);
    CREATE TABLE tally (
      task INTEGER NOT NULL REFERENCES task (id),
      city INTEGER NOT NULL REFERENCES division (code),
      period TEXT NOT NULL,
      status TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 0),
      PRIMARY KEY (task, city, period, status)
    ) STRICT, WITHOUT ROWID;
    """

  /// Entries and acts cannot be changed or removed; the counts follow every entry.
  private static let guards = """
    CREATE TRIGGER act_stays BEFORE UPDATE ON act
      BEGIN SELECT RAISE(ABORT, 'acts are added, never changed'); END;
    CREATE TRIGGER act_is_kept BEFORE DELETE ON act
      BEGIN SELECT RAISE(ABORT, 'acts are added, never removed'); END;
    CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
      BEGIN SELECT RAISE(ABORT, 'entries are added, never changed'); END;
    CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
      BEGIN SELECT RAISE(ABORT, 'entries are added, never removed'); END;
    CREATE TRIGGER entry_is_counted AFTER INSERT ON entry
      WHEN NEW.status IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM entry
        WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
          AND status IS NOT NULL AND day > NEW.day)
    BEGIN
      UPDATE tally SET count = count - 1
      WHERE task = NEW.task AND period = NEW.period
        AND city = (SELECT city FROM division WHERE code = NEW.place)
        AND status = (
          SELECT status FROM entry
          WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
            AND status IS NOT NULL AND id <> NEW.id
          ORDER BY day DESC, id DESC LIMIT 1);
      INSERT INTO tally (task, city, period, status, count)
      VALUES (
        NEW.task, (SELECT city FROM division WHERE code = NEW.place), NEW.period, NEW.status, 1)
      ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    """
}
