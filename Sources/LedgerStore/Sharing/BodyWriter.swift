import Foundation
import GRDB
import Reform

/// Puts bodies that came from elsewhere, or are put on again, into the tables.
struct BodyWriter {
  let ledger: Ledger
  let db: Database
  private var shared: SharedRows { SharedRows(db: db) }

  init(_ ledger: Ledger, _ db: Database) { (self.ledger, self.db) = (ledger, db) }

  /// Puts an act there as the newest, and gives its number in this file.
  ///
  /// Throws where it speaks of something that is not here.
  func put(_ body: ActBody, _ name: ActName) throws -> Int {
    let answered = try body.answers.map { try number(of: $0.name) }
    try db.cachedStatement(
      sql: """
        INSERT INTO act (kind, answers, who, day, at, meeting, about) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      body.kind, answered, body.who, body.day, body.at, body.meeting, body.about,
    ])
    let act = Int(db.lastInsertedRowID)
    try shared.name(act, name)
    guard let about = Act.About(rawValue: body.about) else { return act }
    var batch: Int64?
    for table in ActTable.tables(about) {
      for fields in body[table] {
        try insert(fields, table, act: act, answered: answered, &batch)
      }
    }
    try CatalogueEffects(ledger: ledger, db: db).follow(body, about, act)
    return act
  }

  private func insert(
    _ fields: ActBody.Fields, _ table: ActTable, act: Int, answered: Int?, _ batch: inout Int64?
  ) throws {
    var names = ["act"]
    var values: [(any DatabaseValueConvertible)?] = [act]
    if table.name == ActTable.figure.name { (names, values) = (["batch"], [batch]) }
    if table.name == ActTable.withdrawal.name {
      names.append("batch")
      values.append(try answered.flatMap { try self.batch(of: $0) })
    }
    for column in table.columns {
      guard let value = fields[column.name] else { continue }
      names.append("\"\(column.name)\"")
      values.append(try number(value, column.kind, in: fields))
    }
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(
      sql: "INSERT INTO \(table.name) (\(names.joined(separator: ", "))) VALUES (\(marks))"
    ).execute(arguments: StatementArguments(values))
    if table.name == ActTable.batch.name { batch = db.lastInsertedRowID }
  }

  private func number(
    _ value: ActBody.Value, _ kind: ActTable.Column.Kind, in fields: ActBody.Fields
  ) throws -> (any DatabaseValueConvertible)? {
    switch (kind, value) {
    case (.plain, .number(let number)): return number
    case (.plain, .text(let text)): return text
    case (.task, .text(let key)):
      let id = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM task WHERE key = ?"), arguments: [key])
      guard let id else {
        throw Fault("台账中没有任务 \(key)。", "The ledger has no task \(key).")
      }
      return id
    case (.indicator, .text(let key)): return try FigureActs.indicatorNumber(key, db)
    case (.entry, .text(let text)): return try entry(text, in: fields.number("place") ?? 0)
    default: throw Self.strange
    }
  }

  private func entry(_ text: String, in place: Int) throws -> Int64 {
    let parts = text.split(separator: " ")
    guard parts.count == 3, let number = Int(parts[1]), let position = Int(parts[2]) else {
      throw Self.strange
    }
    let id = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM entry WHERE act = ? AND place = ? ORDER BY id LIMIT 1 OFFSET ?"),
      arguments: [try self.number(of: ActName(String(parts[0]), number)), place, position])
    guard let id else { throw Self.missing }
    return id
  }

  private func number(of name: ActName) throws -> Int {
    guard let act = try shared.act(name) else { throw Self.missing }
    return act
  }

  private func batch(of act: Int) throws -> Int64? {
    let root = try ActRows(db: db).root(of: act)
    return try Int64.fetchOne(db, sql: "SELECT id FROM batch WHERE act = ?", arguments: [root])
  }

  private static let missing = Fault(
    "它所依据的登记不在台账里。", "What it rests on is not in the ledger.")
  private static let strange = Fault(
    "登记的写法本程序不认识。", "This program does not know how it is written.")
}
