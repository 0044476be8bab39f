import GRDB
import Reform

extension Ledger {
  /// Files what was accepted of a review in one transaction: the document, its clauses word for
  /// word, and a task for each draft; gives how many tasks were filed.
  ///
  /// Drafts that still wait stay in review; with none left it is closed. The catalogue has to be
  /// read anew after it.
  public func accept(_ review: Int64, _ stamp: Stamp, in catalogue: Catalogue) throws -> Int {
    try writing { db in
      try Self.expectOpen(review, db)
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM review WHERE id = ?", arguments: [review])
      else { return 0 }
      let found = try Self.review(row, catalogue, db)
      let accepted = found.drafts.filter { $0.decision == .accepted }
      guard !accepted.isEmpty || found.isKnown else { return 0 }
      let document = try Self.file(found, stamp, db)
      for draft in accepted { try Self.accept(draft, of: document, stamp, db) }
      try db.execute(
        sql: "UPDATE draft SET decision = 'filed' WHERE review = ? AND decision = 'accepted'",
        arguments: [review])
      if found.waiting == 0 { try Self.close(review, db) }
      return accepted.count
    }
  }

  /// The document of a review with all its clauses; gives its number.
  private static func file(_ review: Review, _ stamp: Stamp, _ db: Database) throws -> Int64? {
    let key = review.document.id
    var id = try Int64.fetchOne(db, sql: "SELECT id FROM document WHERE key = ?", arguments: [key])
    if id == nil {
      let last = try Int.fetchOne(db, sql: "SELECT max(position) FROM document") ?? 0
      id = try file(review.document, at: max(last + 1, 1_000), db)
      try insertFiling("document", key, nil, try written(review.document), stamp, db)
    }
    for (position, draft) in review.drafts.enumerated() {
      try keep(draft.clause, at: position, of: id, db)
    }
    return id
  }

  private static func keep(
    _ clause: ClauseDraft, at position: Int, of document: Int64?, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO clause (document, path, position, place_zh, place_en, section_zh, section_en,
          truncated, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET text = excluded.text
        """,
      arguments: [
        document, clause.path, position, clause.place.isEmpty ? clause.path : clause.place,
        clause.path, clause.section, clause.section, clause.isTruncated, clause.text,
      ])
  }

  private static func accept(
    _ draft: TaskDraft, of document: Int64?, _ stamp: Stamp, _ db: Database
  ) throws {
    let task = draft.task
    // A fact of a bulletin sets no work: it is filed, and no task is made of it.
    guard draft.clause.kind != .fact else {
      return try insertFiling("task", task.document, task.id, try written(task), stamp, db)
    }
    let held = try Int.fetchOne(
      db, sql: "SELECT position FROM task WHERE key = ?", arguments: [task.id])
    let last = try Int.fetchOne(
      db, sql: "SELECT max(position) FROM task WHERE document = ?", arguments: [document])
    try file(task, at: held ?? last.map { $0 + 1 } ?? 0, document: document, db)
    try insertFiling("task", task.document, task.id, try written(task), stamp, db)
  }

  private static func insertFiling(
    _ kind: String, _ document: String, _ task: String?, _ content: String, _ stamp: Stamp,
    _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO filing (kind, document, task, content, who, day, at) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [kind, document, task, content, stamp.who, stamp.day.number, stamp.at])
  }

  /// Takes a document that a person has filed out of the ledger again, and its drafts back into
  /// review; refused once anything was entered for one of its tasks.
  public func withdraw(_ document: Document.ID, _ stamp: Stamp) throws {
    try writing { db in
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
      let tasks =
        "(SELECT task.id FROM task JOIN document ON document.id = task.document WHERE document.key = ?)"
      for table in Self.parts {
        try db.execute(
          sql: "DELETE FROM task_\(table) WHERE task IN \(tasks)", arguments: [document])
      }
      for table in ["task", "clause"] {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE document = (SELECT id FROM document WHERE key = ?)",
          arguments: [document])
      }
      try db.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [document])
      try Self.insertFiling("withdrawal", document, nil, "", stamp, db)
    }
  }

  private static func expectWithdrawable(_ document: Document.ID, _ db: Database) throws {
    let last = try String.fetchOne(
      db,
      sql: """
        SELECT kind FROM filing WHERE document = ? AND kind <> 'task' ORDER BY id DESC LIMIT 1
        """, arguments: [document])
    guard last == "document" else {
      throw Fault(
        "这份文件是程序自带的，不能撤回。", "This document came with the program and cannot be withdrawn.")
    }
    let count =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM entry JOIN task ON task.id = entry.task
          JOIN document ON document.id = task.document WHERE document.key = ?
          """, arguments: [document]) ?? 0
    guard count == 0 else {
      throw Fault(
        "这份文件的任务已有 \(count) 条登记，不能撤回。",
        "\(count) entries were made for this document's tasks: it cannot be withdrawn.")
    }
  }

  /// Rises with everything that is filed: by it one sees that the catalogue has to be read anew.
  public func filingNumber() throws -> Int64 {
    try reading { try HeldTasks.filing($0, format) }
  }

  /// The text of all clauses of a document, by path.
  public func texts(of document: Document.ID) throws -> [String: String] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT path, text FROM clause WHERE text IS NOT NULL
            AND document = (SELECT id FROM document WHERE key = ?)
          """, arguments: [document])
      return Dictionary(
        try rows.map { (try $0.value(0) as String, try $0.value(1) as String) },
        uniquingKeysWith: { first, _ in first })
    }
  }
}
