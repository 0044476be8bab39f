import GRDB
import Reform

/// Acts that file a document with its texts and tasks, or take it out again.
struct FilingActs {
  let db: Database
  let catalogue: Catalogue

  /// Whether somebody has decided otherwise on the review since the person saw what was accepted;
  /// throws where it is closed.
  func between(_ filing: Filing) throws -> Between? {
    guard let id = filing.review else { return nil }
    try Ledger.expectOpen(id, db)
    let row = try Row.fetchOne(db, sql: "SELECT * FROM review WHERE id = ?", arguments: [id])
    guard let row else { return nil }
    let now = Filing(try Ledger.review(row, catalogue, db))
    return now == filing ? nil : .drafts(filing.document.id)
  }

  /// Files the document, its clauses word for word, and what was accepted; nil where nothing was.
  ///
  /// Drafts that still wait stay in review; with none left it is closed. The catalogue has to be
  /// read anew after it.
  func put(_ filing: Filing, _ stamp: Stamp) throws -> Entered? {
    let key = filing.document.id
    var id = try Int64.fetchOne(db, sql: "SELECT id FROM document WHERE key = ?", arguments: [key])
    let isNew = id == nil
    guard filing.isKnown || !filing.items.isEmpty else { return nil }
    // Texts alone are no act: they are the document's own words.
    let act = filing.items.isEmpty ? nil : try ActRows(db: db).enter(.filing, stamp)
    if let act { try HeldBefore(db: db).keep(key, before: act) }
    if let act, isNew {
      id = try Self.file(filing.document, db)
      try insert("document", key, nil, try written(filing.document), act)
    }
    try Self.keep(filing.texts, of: id, db)
    if let act { for item in filing.items { try put(item, of: id, act) } }
    if let review = filing.review { try close(review) }
    return act.map { Entered(act: $0, .filing(key, count: filing.items.count)) }
  }

  /// Symbols what was accepted of a review as filed, and closes it where nothing waits any more.
  private func close(_ review: Int64) throws {
    try db.execute(
      sql: "UPDATE draft SET decision = 'filed' WHERE review = ? AND decision = 'accepted'",
      arguments: [review])
    let row = try Row.fetchOne(db, sql: "SELECT * FROM review WHERE id = ?", arguments: [review])
    guard let row else { return }
    if try Ledger.review(row, catalogue, db).waiting == 0 { try Ledger.close(review, db) }
  }

  /// Puts a new document behind the others.
  static func file(_ document: Document, _ db: Database) throws -> Int64? {
    let last = try Int.fetchOne(db, sql: "SELECT max(position) FROM document") ?? 0
    return try Ledger.file(document, at: max(last + 1, 1_000), db)
  }

  /// Keeps clauses word for word, in printed order.
  static func keep(_ texts: [Filing.Text], of document: Int64?, _ db: Database) throws {
    for (position, text) in texts.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO clause (document, path, position, place_zh, place_en, section_zh, section_en,
            truncated, text)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET text = excluded.text
          """,
        arguments: [
          document, text.path, position, text.place.isEmpty ? text.path : text.place, text.path,
          text.section, text.section, text.isTruncated, text.text,
        ])
    }
  }

  private func put(_ item: Filing.Item, of document: Int64?, _ act: Int) throws {
    let task = item.task
    // A fact of a bulletin sets no work: it is filed, and no task is made of it.
    if !item.isFact { try Self.file(task, of: document, db) }
    try insert("task", task.document, task.id, try written(task), act)
  }

  /// Puts a task where it stood, or behind the others of its document.
  static func file(_ task: ReformTask, of document: Int64?, _ db: Database) throws {
    let held = try Int.fetchOne(
      db, sql: "SELECT position FROM task WHERE key = ?", arguments: [task.id])
    let last = try Int.fetchOne(
      db, sql: "SELECT max(position) FROM task WHERE document = ?", arguments: [document])
    try Ledger.file(task, at: held ?? last.map { $0 + 1 } ?? 0, document: document, db)
  }

  private func insert(
    _ kind: String, _ document: Document.ID, _ task: ReformTask.ID?, _ content: String, _ act: Int
  ) throws {
    try db.execute(
      sql: "INSERT INTO filing (act, kind, document, task, content) VALUES (?, ?, ?, ?, ?)",
      arguments: [act, kind, document, task, content])
  }

  /// Takes a document that a person has filed out of the ledger again, and its drafts back into
  /// review; refused once anything was entered for one of its tasks.
  func withdraw(_ document: Document.ID, _ stamp: Stamp) throws -> Entered {
    try Self.expectWithdrawable(document, db)
    try db.execute(
      sql: """
        UPDATE review SET open = 1 WHERE id = (
          SELECT max(id) FROM review WHERE document = ? AND NOT known)
        """, arguments: [document])
    try db.execute(
      sql: """
        UPDATE draft SET decision = 'accepted' WHERE decision = 'filed' AND review IN (
          SELECT id FROM review WHERE document = ? AND open)
        """, arguments: [document])
    let next = try ActRows(db: db).last() + 1
    try HeldBefore(db: db).keep(document, before: next)
    try Self.takeOut(document, db)
    let filed = try Int.fetchOne(
      db,
      sql: """
        SELECT act FROM filing WHERE document = ? AND kind = 'document' ORDER BY id DESC LIMIT 1
        """, arguments: [document])
    let act = try ActRows(db: db).answer(filed ?? 0, by: .undone, stamp)
    try insert("withdrawal", document, nil, "", act)
    return Entered(act: act, answers: filed, .filing(document, count: 0))
  }

  /// Takes a document out of the catalogue, with its clauses and tasks.
  static func takeOut(_ document: Document.ID, _ db: Database) throws {
    let tasks =
      "SELECT task.id FROM task JOIN document ON document.id = task.document WHERE document.key = ?"
    for table in Ledger.parts {
      try db.execute(
        sql: "DELETE FROM task_\(table) WHERE task IN (\(tasks))", arguments: [document])
    }
    try KeptCounts.drop(Int64.fetchAll(db, sql: tasks, arguments: [document]), db)
    for table in ["task", "clause"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE document = (SELECT id FROM document WHERE key = ?)",
        arguments: [document])
    }
    try db.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [document])
  }

  /// Throws where a document came with the program, or something was entered for its tasks.
  static func expectWithdrawable(_ document: Document.ID, _ db: Database) throws {
    let last = try String.fetchOne(
      db,
      sql: """
        SELECT kind FROM filing WHERE document = ? AND kind <> 'task' ORDER BY id DESC LIMIT 1
        """, arguments: [document])
    let kind = try String.fetchOne(
      db, sql: "SELECT kind FROM document WHERE key = ?", arguments: [document])
    guard kind != Document.Kind.meeting.rawValue else {
      throw Fault(
        "这是会议的议定事项，不能整份撤回；请在会议上逐项撤销。",
        "These are resolutions of a meeting: each is taken back in the meeting itself.")
    }
    let changed = try HandRows(db: db).count(on: document)
    guard changed == 0 else {
      throw Fault(
        "这份文件有 \(changed) 处手工调整，不能撤回；请先撤销，或把整份文件移出。",
        "This document has \(Plural("change").of(changed)) by hand and cannot be withdrawn: take them "
          + "back first, or leave the document out.")
    }
    guard last == "document" else {
      throw Fault(
        "这份文件是程序自带的，不能撤回。", "This document came with the program and cannot be withdrawn.")
    }
    let count =
      try Int.fetchOne(
        db,
        sql: """
          WITH own (id) AS (
            SELECT task.id FROM task JOIN document ON document.id = task.document
            WHERE document.key = ?)
          SELECT (SELECT count(*) FROM entry WHERE task IN own)
            + (SELECT count(*) FROM actual WHERE task IN own)
          """, arguments: [document]) ?? 0
    guard count == 0 else {
      throw Fault(
        "这份文件的任务已有 \(count) 条登记，不能撤回。",
        "This document's tasks have \(Plural("entry", "entries").of(count)): it cannot be withdrawn."
      )
    }
  }
}
