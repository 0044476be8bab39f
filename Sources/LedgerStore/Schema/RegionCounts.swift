import GRDB

/// The counts by province, and what keeps them.
enum RegionCounts {
  /// Step 16: the counts by city summed over each province, so that a ledger of the whole country ranks
  /// its provinces without stepping through half a million counts of cities.
  ///
  /// They follow the counts by city, which follow the entries; the code of a province is that of any place
  /// in it with noughts at the end.
  static func keep(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE regional (
          task INTEGER NOT NULL REFERENCES task (id),
          region INTEGER NOT NULL,
          period TEXT NOT NULL,
          status TEXT NOT NULL,
          count INTEGER NOT NULL CHECK (count >= 0),
          PRIMARY KEY (task, region, period, status)
        ) STRICT, WITHOUT ROWID;
        """)
    try db.execute(sql: "INSERT INTO regional " + KeptCounts.byRegion)
    try db.execute(sql: counters)
  }

  /// The triggers that keep them, by name.
  static let guards = ["tally_is_summed", "tally_is_moved", "tally_is_taken_out"]

  private static let counters = """
    CREATE TRIGGER tally_is_summed AFTER INSERT ON tally
    BEGIN
      INSERT INTO regional (task, region, period, status, count)
      VALUES (NEW.task, NEW.city / 10000 * 10000, NEW.period, NEW.status, NEW.count)
      ON CONFLICT DO UPDATE SET count = count + excluded.count;
    END;
    CREATE TRIGGER tally_is_moved AFTER UPDATE OF count ON tally
    BEGIN
      UPDATE regional SET count = count + NEW.count - OLD.count
      WHERE task = NEW.task AND region = NEW.city / 10000 * 10000 AND period = NEW.period
        AND status = NEW.status;
    END;
    CREATE TRIGGER tally_is_taken_out AFTER DELETE ON tally
    BEGIN
      UPDATE regional SET count = count - OLD.count
      WHERE task = OLD.task AND region = OLD.city / 10000 * 10000 AND period = OLD.period
        AND status = OLD.status;
    END;
    """
}
