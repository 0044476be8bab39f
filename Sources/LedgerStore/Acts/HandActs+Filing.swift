import GRDB
import Reform

/// Tasks that are made by hand stand in the tables of the catalogue like all others.
extension HandActs {
  /// Files a task with the document and the clause that it rests on, and gives it its id.
  func file(_ made: HandTask, _ stamp: Stamp) throws -> HandTask {
    var made = made
    let isOwn = made.task.document.isEmpty || made.task.document == HandWords.ownDocument
    let key = isOwn ? HandWords.ownDocument : made.task.document
    let number = try nextNumber(in: key, isOwn: isOwn)
    let id = isOwn ? try ownDocument(since: made.since) : try documentNumber(key)
    made.task.document = key
    made.task.id = "\(key)/\(isOwn ? "" : "h")\(number)"
    made.task.clause = try clause(of: made, number, in: id, isOwn: isOwn, stamp)
    made.task.targets = made.task.targets.enumerated().map { index, target in
      var target = target
      target.key = "\(index + 1)"
      return target
    }
    let last = try Int.fetchOne(
      db, sql: "SELECT max(position) FROM task WHERE document = ?", arguments: [id])
    try Ledger.file(made.task, at: last.map { $0 + 1 } ?? 0, document: id, db)
    return made
  }

  /// A number that no task of the document ever had.
  private func nextNumber(in document: Document.ID, isOwn: Bool) throws -> Int {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM hand_step WHERE kind = 'make' AND document = ?",
      arguments: [document])
    var number = (count ?? 0) + 1
    while try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM task WHERE key = ?)",
      arguments: ["\(document)/\(isOwn ? "" : "h")\(number)"]) == true
    {
      number += 1
    }
    return number
  }

  private func documentNumber(_ key: Document.ID) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT id FROM document WHERE key = ?", arguments: [key])
  }

  /// The document of the office's own tasks, begun with the first of them.
  private func ownDocument(since: Day) throws -> Int64? {
    let held = try Row.fetchOne(
      db, sql: "SELECT position, issued FROM document WHERE key = ?",
      arguments: [HandWords.ownDocument])
    let last = try Int.fetchOne(db, sql: "SELECT max(position) FROM document") ?? 0
    let issued = min(try held?.day("issued") ?? since, since)
    return try Ledger.file(
      HandWords.document(issued: issued, region: rules.catalogue.province),
      at: held.map { try $0.value("position") } ?? max(last + 1, 1_000), db)
  }

  /// The path of the clause that a task stands in: one of the document that is called so, else a new
  /// one.
  private func clause(
    of made: HandTask, _ number: Int, in document: Int64?, isOwn: Bool, _ stamp: Stamp
  ) throws -> String {
    let known = try String.fetchOne(
      db,
      sql: """
        SELECT path FROM clause WHERE document = :document AND :name <> ''
          AND (path = :name OR place_zh = :name OR place_en = :name)
        """, arguments: ["document": document, "name": made.clause])
    if let known { return known }
    let path = isOwn ? "\(number)" : "h\(number)"
    let place =
      made.clause.isEmpty
      ? Phrase("手工第\(number)项", "by hand, \(number)") : Phrase(made.clause, made.clause)
    let by = "\(stamp.day) \(stamp.who)"
    let reason = made.reason.isEmpty ? "" : "：\(made.reason)"
    try db.execute(
      sql: """
        INSERT INTO clause (document, path, position, place_zh, place_en, section_zh, section_en,
          truncated, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)
        ON CONFLICT DO NOTHING
        """,
      arguments: [
        document, path, 9_000 + number, place.zh, place.en, "手工设立，\(by)", "set by hand, \(by)",
        isOwn ? "\(made.task.title.zh)（手工设立，没有文件依据；\(by)\(reason)）" : nil,
      ])
    return path
  }
}
