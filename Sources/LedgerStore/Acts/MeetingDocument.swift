import GRDB
import Reform

/// The tasks that meetings set: a meeting is a document, its resolutions are its clauses.
struct MeetingDocument {
  let ledger: Ledger
  let db: Database

  /// Files a task that a meeting has set, on a day.
  func file(_ task: ReformTask, _ decision: Decision, on day: Day) throws {
    guard let meeting = try MeetingRows(db: db).meeting(decision.meeting) else { return }
    let last = try Int.fetchOne(db, sql: "SELECT max(position) FROM document") ?? 0
    let held = try Row.fetchOne(
      db, sql: "SELECT position, issued FROM document WHERE key = ?", arguments: [meeting.id])
    let issued = try held?.day("issued") ?? min(meeting.card.day, day)
    let id = try Ledger.file(
      Decision.document(of: meeting, issued: issued),
      at: held.map { try $0.value("position") } ?? max(last + 1, 2_000), db)
    let number = Int(task.clause) ?? 0
    let clause = Decision.clause(number, of: meeting)
    try db.execute(
      sql: """
        INSERT INTO clause (document, path, position, place_zh, place_en, section_zh, section_en,
          truncated, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)
        ON CONFLICT DO UPDATE SET text = excluded.text
        """,
      arguments: [
        id, clause.path, number, clause.place.zh, clause.place.en, clause.section.zh,
        clause.section.en, decision.text,
      ])
    try Ledger.file(task, at: number, document: id, db)
    ledger.knownTasks = nil
  }

  /// Takes a task out again, and with the last one the document.
  func remove(_ task: ReformTask) throws {
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM task WHERE key = ?", arguments: [task.id])
    for table in Ledger.parts {
      try db.execute(sql: "DELETE FROM task_\(table) WHERE task = ?", arguments: [id])
    }
    try KeptCounts.drop([id].compactMap(\.self), db)
    try db.execute(sql: "DELETE FROM task WHERE id = ?", arguments: [id])
    let document = try Int64.fetchOne(
      db, sql: "SELECT id FROM document WHERE key = ?", arguments: [task.document])
    try db.execute(
      sql: "DELETE FROM clause WHERE document = ? AND path = ?", arguments: [document, task.clause])
    let left = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM task WHERE document = ?", arguments: [document])
    if left == 0 {
      try db.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [document])
    }
    ledger.knownTasks = nil
  }

  /// Keeps the document of a meeting in step with what its card and its minutes say.
  func number(of id: Meeting.ID) throws {
    guard let meeting = try MeetingRows(db: db).meeting(id) else { return }
    let document = Decision.document(of: meeting, issued: meeting.card.day)
    try db.execute(
      sql: """
        UPDATE document SET number = ?, title_zh = ?, title_en = ?, short_zh = ?, short_en = ?,
          issuer = ? WHERE key = ?
        """,
      arguments: [
        document.number, document.title.zh, document.title.en, document.short.zh,
        document.short.en, document.issuer, id,
      ])
  }
}
