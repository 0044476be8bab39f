import GRDB
import Reform

/// What documents were like before acts that wait for the hub, so that these can be taken off again.
struct HeldBefore {
  let db: Database

  /// The rows of a document, by table.
  private struct Content: Codable {
    var document: ActBody.Fields?
    var clauses: [ActBody.Fields]
    /// Tasks by their keys, and the rows of their parts.
    var tasks: [Task]

    struct Task: Codable {
      var row: ActBody.Fields
      var parts: [String: [ActBody.Fields]]
    }
  }

  /// Keeps what a document is like, unless that is kept for the act already, or nothing is shared.
  ///
  /// `bundled` are the only tasks that are kept of it; nil for all. A document without any of them
  /// was not there.
  func keep(
    _ document: Document.ID, before act: Int, only bundled: Set<ReformTask.ID>? = nil
  ) throws {
    guard try SharedRows(db: db).ownOrigin() != nil else { return }
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM document WHERE key = ?", arguments: [document])
    try db.execute(
      sql:
        "INSERT INTO held_before (act, document, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: [act, document, try written(content(of: id, only: bundled))])
  }

  private func content(of id: Int64?, only bundled: Set<ReformTask.ID>?) throws -> Content {
    let nothing = Content(document: nil, clauses: [], tasks: [])
    guard let id else { return nothing }
    let tasks = try fields("SELECT * FROM task WHERE document = ? ORDER BY id", id).filter { row in
      bundled.map { $0.contains(row.text("key") ?? "") } ?? true
    }
    if bundled != nil, tasks.isEmpty { return nothing }
    return try Content(
      document: fields("SELECT * FROM document WHERE id = ?", id).first,
      clauses: fields("SELECT * FROM clause WHERE document = ? ORDER BY position, path", id),
      tasks: tasks.map { row in
        var parts: [String: [ActBody.Fields]] = [:]
        for part in Ledger.parts {
          let rows = try fields(
            "SELECT * FROM task_\(part) WHERE task = ? ORDER BY position",
            Int64(row.number("id") ?? 0))
          if !rows.isEmpty { parts[part] = rows }
        }
        return Content.Task(row: row, parts: parts)
      })
  }

  private func fields(_ sql: String, _ id: Int64) throws -> [ActBody.Fields] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map { row in
      var fields: ActBody.Fields = [:]
      for (name, value) in row {
        switch value.storage {
        case .int64(let number): fields[name] = .number(number)
        case .string(let text): fields[name] = .text(text)
        default: break
        }
      }
      return fields
    }
  }

  /// Puts documents back to what they were before an act, which is taken off.
  func restore(before act: Int) throws {
    let kept = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT document, content FROM held_before WHERE act = ?"),
      arguments: [act])
    guard !kept.isEmpty else { return }
    for row in kept { try restore(row.value(0), read(row.value(1))) }
    try db.execute(sql: "DELETE FROM held_before WHERE act = ?", arguments: [act])
  }

  private func restore(_ key: Document.ID, _ content: Content) throws {
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM document WHERE key = ?", arguments: [key])
    if let id {
      for part in Ledger.parts {
        try db.execute(
          sql: "DELETE FROM task_\(part) WHERE task IN (SELECT id FROM task WHERE document = ?)",
          arguments: [id])
      }
      let kept = content.tasks.compactMap { $0.row.number("id") }.map(String.init)
      let going = "document = ? AND id NOT IN (\(kept.joined(separator: ", ")))"
      try KeptCounts.drop(
        Int64.fetchAll(db, sql: "SELECT id FROM task WHERE \(going)", arguments: [id]), db)
      try db.execute(sql: "DELETE FROM task WHERE \(going)", arguments: [id])
    }
    if let document = content.document { try insert(document, into: "document") }
    for clause in content.clauses { try insert(clause, into: "clause") }
    for task in content.tasks { try insert(task.row, into: "task") }
    if let id { try removeClauses(of: id, but: content.clauses) }
    if content.document == nil, let id {
      try db.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [id])
    }
    for task in content.tasks {
      for (part, rows) in task.parts { for row in rows { try insert(row, into: "task_\(part)") } }
    }
  }

  private func removeClauses(of document: Int64, but kept: [ActBody.Fields]) throws {
    let paths = Set(kept.compactMap { $0.text("path") })
    let there = try String.fetchAll(
      db, sql: "SELECT path FROM clause WHERE document = ?", arguments: [document])
    for path in there where !paths.contains(path) {
      try db.execute(
        sql: "DELETE FROM clause WHERE document = ? AND path = ?", arguments: [document, path])
    }
  }

  /// Puts a row there, or its values into the one that is there.
  private func insert(_ fields: ActBody.Fields, into table: String) throws {
    let columns = try db.columns(in: table).map(\.name)
    let values: [(any DatabaseValueConvertible)?] = columns.map { name in
      switch fields[name] {
      case .number(let number)?: number
      case .text(let text)?: text
      case nil: nil
      }
    }
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let sets = columns.map { "\"\($0)\" = excluded.\"\($0)\"" }.joined(separator: ", ")
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    try db.cachedStatement(
      sql: """
        INSERT INTO \(table) (\(names)) VALUES (\(marks)) ON CONFLICT DO UPDATE SET \(sets)
        """
    ).execute(arguments: StatementArguments(values))
  }
}
