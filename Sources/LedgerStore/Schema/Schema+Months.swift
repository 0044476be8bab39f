import GRDB

extension Schema {
  /// The step at which counts came to be kept by month.
  static let months: Int32 = 13

  /// Step 13: how the counts of each task have changed in each month, over all places.
  ///
  /// Those up to a month add up to how many lines stood where at its end, so that neither the present
  /// nor a past day is counted from all entries.
  static func countByMonth(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE monthly (
          task INTEGER NOT NULL REFERENCES task (id),
          period TEXT NOT NULL,
          status TEXT NOT NULL,
          month INTEGER NOT NULL,
          change INTEGER NOT NULL,
          PRIMARY KEY (task, period, status, month)
        ) STRICT, WITHOUT ROWID;
        """)
    try db.execute(sql: "INSERT INTO monthly " + KeptCounts.byMonth)
    try db.execute(sql: monthCounter)
  }

  /// An entry changes its line on its own day; where later ones are there already, only until the next
  /// of them, which then changes it from the status of this one.
  private static let monthCounter = """
    CREATE TRIGGER entry_is_dated AFTER INSERT ON entry WHEN NEW.status IS NOT NULL
    BEGIN
      INSERT INTO monthly (task, period, status, month, change)
      VALUES (NEW.task, NEW.period, NEW.status, NEW.day / 100, 1)
      ON CONFLICT DO UPDATE SET change = change + 1;
      INSERT INTO monthly (task, period, status, month, change)
      SELECT NEW.task, NEW.period, status, NEW.day / 100, -1 FROM (
        \(before))
      WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
      INSERT INTO monthly (task, period, status, month, change)
      SELECT NEW.task, NEW.period, NEW.status, later.day / 100, -1 FROM (
        \(after)) later
      WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
      INSERT INTO monthly (task, period, status, month, change)
      SELECT NEW.task, NEW.period, earlier.status, later.day / 100, 1 FROM (
        \(before)) earlier CROSS JOIN (
        \(after)) later
      WHERE true ON CONFLICT DO UPDATE SET change = change + 1;
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
