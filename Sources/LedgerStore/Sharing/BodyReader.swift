import Foundation
import GRDB
import Reform

/// Reads what acts have entered as bodies that travel.
struct BodyReader {
  let db: Database
  private var shared: SharedRows { SharedRows(db: db) }

  init(_ db: Database) { self.db = db }

  func body(of act: Int) throws -> ActBody {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM act WHERE id = ?"), arguments: [act])
    guard let row, let about = Act.About(rawValue: try row.value("about")) else {
      throw Fault("第 \(act) 号登记读不出来。", "Act \(act) cannot be read.")
    }
    var rows: [String: [ActBody.Fields]] = [:]
    for table in ActTable.tables(about) {
      let found = try fields(table, of: act)
      if !found.isEmpty { rows[table.name] = found }
    }
    let answered: Int? = try row.value("answers")
    var body = try ActBody(
      kind: row.value("kind"), about: about.rawValue, who: row.value("who"), day: row.value("day"),
      at: row.value("at"), meeting: row.value("meeting"),
      answers: answered.map { try name(of: $0) }, rows: rows)
    if about == .filing, body.kind == ActKind.entered.rawValue { try addTexts(to: &body) }
    return body
  }

  private func name(of act: Int) throws -> ActName {
    guard let name = try shared.name(of: act) else {
      throw Fault("第 \(act) 号登记没有名称。", "Act \(act) has no name.")
    }
    return name
  }

  private func fields(_ table: ActTable, of act: Int) throws -> [ActBody.Fields] {
    let names = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "SELECT \(names) FROM \(table.rows)")
    return try Row.fetchAll(statement, arguments: [act]).map { row in
      var fields: ActBody.Fields = [:]
      for (index, column) in table.columns.enumerated() {
        let value = row[index] as DatabaseValue
        fields[column.name] = try self.value(value, column.kind)
      }
      return fields
    }
  }

  private func value(
    _ value: DatabaseValue, _ kind: ActTable.Column.Kind
  ) throws -> ActBody.Value? {
    switch (kind, value.storage) {
    case (_, .null): return nil
    case (.plain, .int64(let number)): return .number(number)
    case (.plain, .string(let text)): return .text(text)
    case (.task, .int64(let number)): return .text(try key("task", number))
    case (.indicator, .int64(let number)): return .text(try key("indicator", number))
    case (.entry, .int64(let number)): return .text(try entryName(number))
    default: throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
  }

  private func key(_ table: String, _ number: Int64) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT key FROM \(table) WHERE id = ?")
    guard let key = try String.fetchOne(statement, arguments: [number]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    return key
  }

  /// An entry by its act and its number among the entries of that in the same place.
  ///
  /// So it is the same where an office is not shown the entries of other places.
  private func entryName(_ id: Int64) throws -> String {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT act, (
            SELECT count(*) FROM entry own
            WHERE own.act = entry.act AND own.place = entry.place AND own.id < entry.id)
          FROM entry WHERE id = ?
          """), arguments: [id])
    guard let row else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    let name = try name(of: row.value(0))
    return "\(name.origin) \(name.number) \(try row.value(1) as Int)"
  }

  private func addTexts(to body: inout ActBody) throws {
    let filings = body[.filing]
    let documents = Set(filings.compactMap { $0.text("document") }).sorted()
    body.texts = try documents.flatMap { document in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM clause WHERE document = (SELECT id FROM document WHERE key = ?)
            AND text IS NOT NULL ORDER BY position, path
          """, arguments: [document]
      ).map { row in
        try Filing.Text(
          path: row.value("path"), place: row.value("place_zh"), section: row.value("section_zh"),
          text: row.value("text"), isTruncated: row.value("truncated"))
      }
    }
    body.facts = try filings.filter { $0.text("kind") == "task" }.compactMap { $0.text("task") }
      .filter { key in
        try Bool.fetchOne(
          db, sql: "SELECT NOT EXISTS (SELECT 1 FROM task WHERE key = ?)", arguments: [key]) ?? true
      }
  }
}
