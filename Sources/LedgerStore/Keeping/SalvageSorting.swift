import GRDB
import Reform

/// Leaves of what was gathered only what is proved and whole, and tells what is left out.
struct SalvageSorting {
  private let db: Database
  private let gathered: SalvageGathering

  init(_ db: Database, _ gathered: SalvageGathering) { (self.db, self.gathered) = (db, gathered) }

  func sort(_ report: inout SalvageReport) throws {
    let known = try believable()
    let proved = try SealProof(seals: gathered.seals).proved(in: db, known: known.sorted())
    let there = try Set(Int.fetchAll(db, sql: "SELECT id FROM act"))
    try remove(there.union(known).subtracting(proved))
    try removeStrays()
    let dependent = try removeDependents()
    try removeStrays()
    try fileAgain()
    report.tables = gathered.broken
    report.tasksMissing = gathered.missingTasks
    report.lost = known.subtracting(proved).union(dependent).sorted().map { act in
      let reason: SalvageReport.LostAct.Reason =
        dependent.contains(act) ? .dependent : there.contains(act) ? .unlike : .gone
      return .init(id: act, reason: reason, words: gathered.words[act] ?? "")
    }
  }

  /// The numbers of acts that there can have been: those of which there is a trace, without such as
  /// only a damaged number names.
  private func believable() throws -> Set<Int> {
    let sealed = Set(gathered.seals.keys)
    let entered = try Set(Int.fetchAll(db, sql: "SELECT id FROM act"))
    let both = sealed.intersection(entered).max() ?? 0
    let rows = gathered.known.filter { $0 > both }.sorted()
    // Behind the last that is sure, numbers follow one another.
    var last = both
    for number in rows where number == last + 1 { last = number }
    return gathered.known.filter { $0 <= last }
  }

  private func remove(_ acts: Set<Int>) throws {
    try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS gone (act INTEGER PRIMARY KEY)")
    try db.execute(sql: "DELETE FROM gone")
    for act in acts {
      try db.execute(sql: "INSERT OR IGNORE INTO gone VALUES (?)", arguments: [act])
    }
    try db.execute(
      sql: """
        DELETE FROM figure WHERE batch IN (SELECT id FROM batch WHERE act IN gone)
          OR batch NOT IN (SELECT id FROM batch)
        """)
    for table in SalvageGathering.tables where table != "figure" {
      let column = table == "act" ? "id" : "act"
      try db.execute(sql: "DELETE FROM \(table) WHERE \(column) IN gone")
    }
    try db.execute(sql: "DROP TABLE gone")
  }

  /// Removes acts that name what is not there, and those that rest on them, until there are none.
  private func removeDependents() throws -> Set<Int> {
    var all: Set<Int> = []
    while true {
      var found: Set<Int> = []
      for table in SalvageGathering.tables {
        let owner =
          table == "act"
          ? "id"
          : table == "figure"
            ? "(SELECT batch.act FROM batch WHERE batch.id = figure.batch)" : "act"
        for key in try db.foreignKeys(on: table) {
          guard let (column, other) = key.mapping.first, column != "act",
            column != "batch" || table != "figure"
          else { continue }
          found.formUnion(
            try Int.fetchAll(
              db,
              sql: """
                SELECT \(owner) FROM \(table) WHERE "\(column)" IS NOT NULL
                  AND "\(column)" NOT IN (SELECT "\(other)" FROM \(key.destinationTable))
                """))
        }
      }
      guard !found.isEmpty else { return all }
      all.formUnion(found)
      try remove(found)
    }
  }

  /// Rows without their act, and drafts without their review.
  private func removeStrays() throws {
    for table in SalvageGathering.tables where !["act", "figure"].contains(table) {
      try db.execute(sql: "DELETE FROM \(table) WHERE act NOT IN (SELECT id FROM act)")
    }
    try db.execute(
      sql: """
        DELETE FROM figure WHERE batch NOT IN (SELECT id FROM batch);
        DELETE FROM draft WHERE review NOT IN (SELECT id FROM review);
        """)
    for part in Ledger.parts {
      try db.execute(sql: "DELETE FROM task_\(part) WHERE task NOT IN (SELECT id FROM task)")
    }
  }

  /// Files anew what people have filed, from the filings that are proved.
  private func fileAgain() throws {
    let keys = gathered.taskKeys
    let rows = try Row.fetchAll(
      db, sql: "SELECT kind, task, content FROM filing WHERE kind = 'task' ORDER BY id")
    for row in rows {
      guard let key = try row.value(1) as String?, keys.contains(key),
        let task: ReformTask = try? read(row.value(2)), task.id == key
      else { continue }
      _ = try SalvagedTasks.file(task, db)
    }
  }
}
