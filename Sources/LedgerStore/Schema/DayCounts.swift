import GRDB

/// How the counts have changed from day to day, and what keeps that.
enum DayCounts {
  /// Step 17: how the counts of each task have changed on each day, over all places.
  ///
  /// A past day is the months before it and the days of its own, so that it costs little more than the
  /// present. Those by month follow them now.
  static func keep(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE daily (
          day INTEGER NOT NULL,
          task INTEGER NOT NULL REFERENCES task (id),
          period TEXT NOT NULL,
          status TEXT NOT NULL,
          change INTEGER NOT NULL,
          PRIMARY KEY (day, task, period, status)
        ) STRICT, WITHOUT ROWID;
        """)
    try db.execute(sql: "INSERT INTO daily " + KeptCounts.byDay)
    try db.execute(sql: "DROP TRIGGER entry_is_dated")
    try db.execute(sql: counters)
  }

  /// The triggers that keep those by month, by name.
  static let guards = ["daily_is_summed", "daily_is_moved"]

  /// An entry changes its line on its own day; where later ones are there already, only until the next
  /// of them, which then changes it from the status of this one.
  private static let counters = """
    CREATE TRIGGER entry_is_dated AFTER INSERT ON entry WHEN NEW.status IS NOT NULL
    BEGIN
      INSERT INTO daily (day, task, period, status, change)
      VALUES (NEW.day, NEW.task, NEW.period, NEW.status, 1)
      ON CONFLICT DO UPDATE SET change = change + 1;
      INSERT INTO daily (day, task, period, status, change)
      SELECT NEW.day, NEW.task, NEW.period, status, -1 FROM (
        \(before))
      WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
      INSERT INTO daily (day, task, period, status, change)
      SELECT later.day, NEW.task, NEW.period, NEW.status, -1 FROM (
        \(after)) later
      WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
      INSERT INTO daily (day, task, period, status, change)
      SELECT later.day, NEW.task, NEW.period, earlier.status, 1 FROM (
        \(before)) earlier CROSS JOIN (
        \(after)) later
      WHERE true ON CONFLICT DO UPDATE SET change = change + 1;
    END;
    CREATE TRIGGER daily_is_summed AFTER INSERT ON daily
    BEGIN
      INSERT INTO monthly (task, period, status, month, change)
      VALUES (NEW.task, NEW.period, NEW.status, NEW.day / 100, NEW.change)
      ON CONFLICT DO UPDATE SET change = change + excluded.change;
    END;
    CREATE TRIGGER daily_is_moved AFTER UPDATE OF change ON daily
    BEGIN
      UPDATE monthly SET change = change + NEW.change - OLD.change
      WHERE task = NEW.task AND period = NEW.period AND status = NEW.status
        AND month = NEW.day / 100;
    END;
    """

  private static let before = """
    SELECT status FROM entry
        WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
          AND status IS NOT NULL AND day <= NEW.day AND id <> NEW.id
        ORDER BY day DESC, id DESC LIMIT 1
    """

  private static let after = """
    SELECT day FROM entry
        WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
          AND status IS NOT NULL AND day > NEW.day
        ORDER BY day LIMIT 1
    """
}
