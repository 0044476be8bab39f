import GRDB
import Reform

/// Puts tasks that are made by hand into the tables of the catalogue.
struct HandFiling {
  let db: Database
  /// The region of the document of the office's own tasks.
  let region: Division.Code

  /// Files a task that has its id, with the document and the clause that it rests on.
  func file(_ made: HandTask, _ stamp: Stamp) throws {
    let isOwn = made.task.document == HandWords.ownDocument
    let id = isOwn ? try ownDocument(since: made.since) : try documentNumber(made.task.document)
    try file(clauseOf: made, in: id, isOwn: isOwn, stamp)
    let last = try Int.fetchOne(
      db, sql: "SELECT max(position) FROM task WHERE document = ?", arguments: [id])
    try Ledger.file(made.task, at: last.map { $0 + 1 } ?? 0, document: id, db)
  }

  func documentNumber(_ key: Document.ID) throws -> Int64? {
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
      HandWords.document(issued: issued, region: region),
      at: held.map { try $0.value("position") } ?? max(last + 1, 1_000), db)
  }

  /// The path of the clause of a document that is called so; nil where there is none.
  func knownClause(_ name: String, in document: Int64?) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT path FROM clause WHERE document = :document AND :name <> ''
          AND (path = :name OR place_zh = :name OR place_en = :name
            OR replace(replace(replace(rtrim(place_zh, '、.．：: '), '、', ''), '.（', '（'), '．（', '（')
              = :number)
        """,
      arguments: ["document": document, "name": name, "number": Clause.number(name)])
  }

  private func file(
    clauseOf made: HandTask, in document: Int64?, isOwn: Bool, _ stamp: Stamp
  ) throws {
    let number = made.task.id.split(whereSeparator: { !$0.isNumber }).last.flatMap { Int($0) } ?? 0
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
        document, made.task.clause, 9_000 + number, place.zh, place.en, "手工设立，\(by)",
        "set by hand, \(by)",
        isOwn ? "\(made.task.title.zh)（手工设立，没有文件依据；\(by)\(reason)）" : nil,
      ])
  }
}
