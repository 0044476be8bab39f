import GRDB
import Reform

/// Takes the newest acts off the ledger again, so that what the hub has comes before them.
///
/// They are put on again, or kept among those that were not taken: the only place where rows of acts
/// leave their tables.
struct TakingOff {
  let db: Database

  /// The guards against removal, as they stand in the schema.
  private static let guarded =
    [
      "act", "entry", "filing", "actual", "seal", "hand_step", "shared", "taken", "strange",
    ] + Schema.figureGuards.map(\.0) + Schema.groupGuards.map(\.0) + Schema.meetingGuards.map(\.0)

  /// Lets `work` remove rows; the guards stand again when it ends.
  func unguarded<T>(_ work: () throws -> T) throws -> T {
    var guards: [String] = []
    for table in Self.guarded {
      let sql = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?",
        arguments: ["\(table)_is_kept"])
      guard let sql else { continue }
      guards.append(sql)
      try db.execute(sql: "DROP TRIGGER \(table)_is_kept")
    }
    try db.execute(sql: Self.uncounting)
    try SharedRows(db: db).raise("shifts")
    let result = try work()
    try db.execute(sql: "DROP TRIGGER temp.entry_is_uncounted")
    for sql in guards { try db.execute(sql: sql) }
    return result
  }

  /// Takes an act off, which has to be the newest.
  func takeOff(_ act: Int) throws {
    let about = try String.fetchOne(
      db.cachedStatement(sql: "SELECT about FROM act WHERE id = ?"), arguments: [act])
    // Rows that others refer to go last.
    let own = Set((about.flatMap(Act.About.init) ?? .tasks).tables)
    for table in ActTable.all where own.contains(table.name) {
      switch table.name {
      case ActTable.figure.name:
        try db.cachedStatement(
          sql: "DELETE FROM figure WHERE batch IN (SELECT id FROM batch WHERE act = ?)"
        ).execute(arguments: [act])
      case ActTable.entry.name:
        let ids = try Int.fetchAll(
          db.cachedStatement(sql: "SELECT id FROM entry WHERE act = ? ORDER BY id DESC"),
          arguments: [act])
        for id in ids {
          try db.cachedStatement(sql: "DELETE FROM entry WHERE id = ?").execute(arguments: [id])
        }
      default:
        try db.cachedStatement(sql: "DELETE FROM \(table.name) WHERE act = ?")
          .execute(arguments: [act])
      }
    }
    // What was entered on a task goes before the task itself.
    try HeldBefore(db: db).restore(before: act)
    for table in ["seal", "outgoing", "taken", "strange", "shared"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE act = ?").execute(arguments: [act])
    }
    try db.cachedStatement(sql: "DELETE FROM act WHERE id = ?").execute(arguments: [act])
  }

  /// The counts that an entry has moved, moved back.
  ///
  /// It is what `entry_is_counted` and `entry_is_dated` do, the other way round. The entry is the newest, so that its line is again as it found it.
  private static let uncounting = """
    CREATE TEMP TRIGGER entry_is_uncounted AFTER DELETE ON main.entry WHEN OLD.status IS NOT NULL
    BEGIN
      UPDATE tally SET count = count - 1
      WHERE task = OLD.task AND period = OLD.period AND status = OLD.status
        AND city = (SELECT city FROM division WHERE code = OLD.place)
        AND NOT EXISTS (\(later));
      INSERT INTO tally (task, city, period, status, count)
      SELECT OLD.task, (SELECT city FROM division WHERE code = OLD.place), OLD.period, status, 1
      FROM (\(newest)) WHERE NOT EXISTS (\(later))
      ON CONFLICT DO UPDATE SET count = count + 1;
      INSERT INTO daily (day, task, period, status, change)
      VALUES (OLD.day, OLD.task, OLD.period, OLD.status, -1)
      ON CONFLICT DO UPDATE SET change = change - 1;
      INSERT INTO daily (day, task, period, status, change)
      SELECT OLD.day, OLD.task, OLD.period, status, 1 FROM (\(before))
      WHERE true ON CONFLICT DO UPDATE SET change = change + 1;
      INSERT INTO daily (day, task, period, status, change)
      SELECT later.day, OLD.task, OLD.period, OLD.status, 1 FROM (\(after)) later
      WHERE true ON CONFLICT DO UPDATE SET change = change + 1;
      INSERT INTO daily (day, task, period, status, change)
      SELECT later.day, OLD.task, OLD.period, earlier.status, -1
      FROM (\(before)) earlier CROSS JOIN (\(after)) later
      WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
    END
    """

  private static let line = """
    FROM main.entry WHERE task = OLD.task AND place = OLD.place AND period = OLD.period
      AND status IS NOT NULL
    """
  private static let later = "SELECT 1 \(line) AND day > OLD.day"
  private static let newest = "SELECT status \(line) ORDER BY day DESC, id DESC LIMIT 1"
  private static let before = """
    SELECT status \(line) AND day <= OLD.day ORDER BY day DESC, id DESC LIMIT 1
    """
  private static let after = "SELECT day \(line) AND day > OLD.day ORDER BY day LIMIT 1"
}

extension Act.About {
  fileprivate var tables: [String] { ActTable.tables(self).map(\.name) }
}
