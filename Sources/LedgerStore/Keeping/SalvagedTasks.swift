import GRDB
import Reform

/// The tasks of a damaged ledger in a new one: those of the program's catalogue are there already, the
/// others are made of what was filed, or of their rows.
struct SalvagedTasks {
  private let file: DamagedFile
  private let db: Database
  /// Keys by the numbers of the damaged ledger.
  let keys: [Int64: String]
  /// Numbers in the new ledger by those of the damaged one.
  private(set) var numbers: [Int64: Int64] = [:]
  private(set) var missing: Set<String> = []

  init(_ file: DamagedFile, _ db: Database) throws {
    (self.file, self.db) = (file, db)
    let known = try Set(String.fetchAll(db, sql: "SELECT key FROM task"))
    keys = Self.keys(of: "task", file) { known.contains($0) }
  }

  /// Keys by numbers, from the rows and from the index of keys; where the two differ the one that is
  /// known goes first.
  static func keys(
    of table: String, _ file: DamagedFile, isKnown: (String) -> Bool
  ) -> [Int64: String] {
    var found: [Int64: String] = [:]
    func take(_ row: DamagedFile.Values) {
      guard let number = Int64.fromDatabaseValue(row[0]), let key = String.fromDatabaseValue(row[1])
      else { return }
      if let other = found[number], !isKnown(key) || isKnown(other) { return }
      found[number] = key
    }
    _ = DamagedTable(
      file: file, name: table, columns: ["id", "key"], key: ["id"], hasNumbers: true
    ).read(take)
    let index = "SELECT id, key FROM \(table) INDEXED BY sqlite_autoindex_\(table)_1 ORDER BY key"
    for sql in [index, index + " DESC"] {
      file.rows(sql) { row in
        take(row)
        return true
      }
    }
    return found
  }

  /// Makes those that the program's catalogue does not have, and learns the numbers of all.
  mutating func make() throws {
    for (old, key) in keys.sorted(by: { $0.key < $1.key }) {
      if try number(of: key) == nil { try make(key, old) }
      if let new = try number(of: key) {
        numbers[old] = new
      } else {
        missing.insert(key)
      }
    }
  }

  private func number(of key: String) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT id FROM task WHERE key = ?", arguments: [key])
  }

  private func make(_ key: String, _ old: Int64) throws {
    if try file(filed: key) { return }
    guard let task = row("task", "id = ?", [old.databaseValue]),
      let held = task["document"], let path = task["clause"],
      let document = row("document", "id = ?", [held])
    else { return }
    let number = try self.document(document)
    var clause = row("clause", "document = ? AND path = ?", [held, path])
    clause?["document"] = number?.databaseValue
    if let clause { try insert("clause", clause) }
    var made = task
    (made["id"], made["document"]) = (nil, number?.databaseValue)
    try insert("task", made)
    guard let new = try self.number(of: key) else { return }
    for part in Ledger.parts.map({ "task_" + $0 }) {
      for var row in rows(part, "task = ?", [old.databaseValue]) {
        row["task"] = new.databaseValue
        try insert(part, row)
      }
    }
  }

  /// The number of a document in the new ledger, put there where it is not.
  private func document(_ row: [String: DatabaseValue]) throws -> Int64? {
    func number() throws -> Int64? {
      try Int64.fetchOne(db, sql: "SELECT id FROM document WHERE key = ?", arguments: [row["key"]])
    }
    if let number = try number() { return number }
    var row = row
    row["id"] = nil
    try insert("document", row)
    return try number()
  }

  /// Makes a task of the last filing of it that can be read; false where there is none.
  private func file(filed key: String) throws -> Bool {
    let contents = try String.fetchAll(
      db, sql: "SELECT content FROM filing WHERE task = ? ORDER BY id DESC", arguments: [key])
    for content in contents {
      guard let task: ReformTask = try? read(content), task.id == key else { continue }
      return try Self.file(task, db)
    }
    let made = try String.fetchAll(
      db, sql: "SELECT content FROM hand_step WHERE task = ? AND kind = 'make' ORDER BY id",
      arguments: [key])
    for content in made {
      guard case .make(let made)? = try? read(content) as HandStep, made.task.id == key else {
        continue
      }
      return try Self.file(made, db)
    }
    return false
  }

  /// Files a task that was made by hand, with the document of the office's own tasks where it is one.
  static func file(_ made: HandTask, _ db: Database) throws -> Bool {
    if made.task.document == HandWords.ownDocument {
      let region = try Int.fetchOne(
        db, sql: "SELECT code FROM division WHERE level = 'province' ORDER BY code LIMIT 1")
      let held = try Row.fetchOne(
        db, sql: "SELECT position, issued FROM document WHERE key = ?",
        arguments: [made.task.document])
      let issued = min(try held?.day("issued") ?? made.since, made.since)
      let document = HandWords.document(issued: issued, region: code(region ?? 0))
      _ = try Ledger.file(document, at: held.map { try $0.value("position") } ?? 1_000, db)
    }
    return try file(made.task, db)
  }

  /// Files a task where its document is there, or was filed with it.
  static func file(_ task: ReformTask, _ db: Database) throws -> Bool {
    func document() throws -> Int64? {
      try Int64.fetchOne(
        db, sql: "SELECT id FROM document WHERE key = ?", arguments: [task.document])
    }
    var number = try document()
    if number == nil {
      let content = try String.fetchOne(
        db,
        sql: "SELECT content FROM filing WHERE kind = 'document' AND document = ? ORDER BY id DESC",
        arguments: [task.document])
      guard let content, let filed: Document = try? read(content), filed.id == task.document else {
        return false
      }
      let last = try Int.fetchOne(db, sql: "SELECT max(position) FROM document") ?? 0
      number = try Ledger.file(filed, at: max(last + 1, 1_000), db)
    }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO clause (document, path, position, place_zh, place_en, section_zh,
          section_en, truncated)
        VALUES (:document, :path, 9999, :path, :path, '', '', 0)
        """, arguments: ["document": number, "path": task.clause])
    let held = try Int.fetchOne(
      db, sql: "SELECT position FROM task WHERE key = ?", arguments: [task.id])
    let last = try Int.fetchOne(
      db, sql: "SELECT max(position) FROM task WHERE document = ?", arguments: [number])
    try Ledger.file(task, at: held ?? last.map { $0 + 1 } ?? 0, document: number, db)
    return true
  }

  /// Documents that people have brought in word for word keep their words.
  func keepTexts() throws {
    let documents = Self.keys(of: "document", file) { _ in false }
    let columns = ["document", "path", "text"]
    _ = DamagedTable(
      file: file, name: "clause", columns: columns, key: ["document", "path"], hasNumbers: false
    ).read { row in
      guard let key = Int64.fromDatabaseValue(row[0]).flatMap({ documents[$0] }) else { return }
      try? db.execute(
        sql: """
          UPDATE clause SET text = ? WHERE path = ?
            AND document = (SELECT id FROM document WHERE key = ?)
          """, arguments: [row[2], row[1], key])
    }
  }

  // MARK: - Rows by the names of their columns

  private func row(
    _ table: String, _ condition: String, _ values: DamagedFile.Values
  ) -> [String: DatabaseValue]? { rows(table, condition, values).first }

  private func rows(
    _ table: String, _ condition: String, _ values: DamagedFile.Values
  ) -> [[String: DatabaseValue]] {
    guard let columns = try? db.columns(in: table).map(\.name) else { return [] }
    let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    return file.rows("SELECT \(list) FROM \(table) WHERE \(condition)", values).map {
      Dictionary(zip(columns, $0), uniquingKeysWith: { $1 })
    }
  }

  private func insert(_ table: String, _ row: [String: DatabaseValue]) throws {
    let columns = row.keys.sorted()
    // What the schema refuses was never in a ledger.
    try? db.execute(
      sql: """
        INSERT OR IGNORE INTO \(table) (\(columns.map { "\"\($0)\"" }.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """, arguments: StatementArguments(columns.map { row[$0] ?? .null }))
  }
}
