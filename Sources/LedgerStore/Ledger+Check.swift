import GRDB
import Reform

extension Ledger {
  /// What is wrong with the ledger; nothing for a sound one.
  ///
  /// Looks at SQLite's own integrity, at foreign keys, at the guards in the schema, and reckons
  /// the counts anew from the entries.
  public func findings() throws -> [Finding] {
    try reading { db in
      var found: [Finding] = []
      let source = Finding.Source(file: path)
      for line in try String.fetchAll(db, sql: "PRAGMA integrity_check") where line != "ok" {
        found.append(
          Finding("integrity", .error, Phrase("文件损坏：\(line)", "damaged: \(line)"), at: source))
      }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
      if orphans > 0 {
        found.append(
          Finding(
            "foreign-keys", .error,
            Phrase("\(orphans) 行没有所属", "\(orphans) rows belong to nothing"), at: source))
      }
      if try !guardsAreThere(db) {
        found.append(
          Finding(
            "guards", .error,
            Phrase("防改触发器缺失，台账可能被改动过", "guards are missing: entries may have been changed"),
            at: source))
      }
      if try !talliesAgree(db) {
        found.append(
          Finding(
            "tallies", .error,
            Phrase("计数与流水不符", "the counts do not agree with the entries"), at: source))
      }
      return found
    }
  }

  /// Whether no trigger that refuses changes is missing.
  private func guardsAreThere(_ db: Database) throws -> Bool {
    let there = Set(
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    var tables = ["act", "entry"]
    if format >= 2 { tables.append("filing") }
    if format >= 3 { tables += Schema.figureGuards.map { $0.0 } }
    if format >= 4 { tables += Schema.groupGuards.map { $0.0 } }
    return there.contains("entry_is_counted")
      && tables.allSatisfy { there.contains("\($0)_stays") && there.contains("\($0)_is_kept") }
  }

  private func talliesAgree(_ db: Database) throws -> Bool {
    let reckoned = """
      SELECT task, city, period, status, count(*) AS count
      FROM (
        SELECT task, place, period, status, max(day * 4294967296 + id)
        FROM entry WHERE status IS NOT NULL GROUP BY task, place, period)
      JOIN division ON division.code = place GROUP BY task, city, period, status
      """
    let kept = "SELECT task, city, period, status, count FROM tally WHERE count > 0"
    for (one, other) in [(reckoned, kept), (kept, reckoned)]
    where try Row.fetchOne(db, sql: "SELECT * FROM (\(one)) EXCEPT SELECT * FROM (\(other))") != nil
    {
      return false
    }
    return true
  }
}
