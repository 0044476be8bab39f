import Foundation
import GRDB
import Reform

extension Ledger {
  /// Keeps the text of a document's clauses, word for word; gives how many of them it has.
  public func keep(texts: [String: String], of document: Document.ID) throws -> Int {
    try writing { db in
      var count = 0
      for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
        try db.execute(
          sql: """
            UPDATE clause SET text = ?
            WHERE path = ? AND document = (SELECT id FROM document WHERE key = ?)
            """, arguments: [text, path, document])
        count += db.changesCount
      }
      return count
    }
  }

  /// The clause of a task word for word, once its document was imported.
  public func clauseText(of task: ReformTask) throws -> String? {
    try reading { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT text FROM clause
          WHERE path = ? AND document = (SELECT id FROM document WHERE key = ?)
          """, arguments: [task.clause, task.document])
    }
  }

  /// Files the bundled catalogue where the ledger holds none, or an older one.
  ///
  /// Documents and tasks that the ledger has besides stay; entries are not touched.
  public func file(_ catalogue: Catalogue, revision: String) throws {
    guard access == .readWrite, try remark("catalogue") != revision else { return }
    if let held = try remark("catalogue"), held.prefix(10) > revision.prefix(10) { return }
    try writing { db in
      for division in catalogue.divisions.all {
        try db.execute(
          sql: """
            INSERT INTO division (code, parent, city, level, name) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name
            """,
          arguments: [
            number(division.id), division.parent.map(number),
            number(catalogue.divisions.city(of: division.id)), division.level.rawValue,
            division.name,
          ])
      }
      for (position, document) in catalogue.documents.enumerated() {
        try Self.file(document, at: position, of: catalogue, db)
      }
      try db.execute(
        sql: """
          INSERT INTO meta (key, value) VALUES ('catalogue', ?)
          ON CONFLICT DO UPDATE SET value = excluded.value
          """, arguments: [revision])
    }
  }

  private static func file(
    _ document: Document, at position: Int, of catalogue: Catalogue, _ db: Database
  ) throws {
    let id = try Int64.fetchOne(
      db,
      sql: """
        INSERT INTO document (key, position, number, title_zh, title_en, short_zh, short_en,
          issuer, issued, region, kind, truncated)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET position = excluded.position, number = excluded.number,
          title_zh = excluded.title_zh, title_en = excluded.title_en,
          short_zh = excluded.short_zh, short_en = excluded.short_en, issuer = excluded.issuer,
          issued = excluded.issued, region = excluded.region, truncated = excluded.truncated
        RETURNING id
        """,
      arguments: [
        document.id, position, document.number, document.title.zh, document.title.en,
        document.short.zh, document.short.en, document.issuer, document.issued.number,
        number(document.region), document.kind.rawValue, document.isTruncated,
      ])
    for (position, clause) in (catalogue.clauses[document.id] ?? []).enumerated() {
      try db.execute(
        sql: """
          INSERT INTO clause (document, path, position, place_zh, place_en, section_zh, section_en,
            truncated)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET position = excluded.position, place_zh = excluded.place_zh,
            place_en = excluded.place_en, section_zh = excluded.section_zh,
            section_en = excluded.section_en, truncated = excluded.truncated
          """,
        arguments: [
          id, clause.path, position, clause.place.zh, clause.place.en, clause.section.zh,
          clause.section.en, clause.isTruncated,
        ])
    }
    for (position, task) in catalogue.tasks.enumerated() where task.document == document.id {
      try file(task, at: position, document: id, db)
    }
  }

  private static func file(
    _ task: ReformTask, at position: Int, document: Int64?, _ db: Database
  ) throws {
    let id = try Int64.fetchOne(
      db,
      sql: """
        INSERT INTO task (key, document, clause, position, title_zh, title_en, theme, level)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET clause = excluded.clause, position = excluded.position,
          title_zh = excluded.title_zh, title_en = excluded.title_en, theme = excluded.theme,
          level = excluded.level
        RETURNING id
        """,
      arguments: [
        task.id, document, task.clause, position, task.title.zh, task.title.en, task.theme,
        task.level.rawValue,
      ])
    for table in ["department", "deadline", "place", "target", "link"] {
      try db.execute(sql: "DELETE FROM task_\(table) WHERE task = ?", arguments: [id])
    }
    for (index, department) in task.departments.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_department VALUES (?, ?, ?, ?, ?)",
        arguments: [id, index, department.name, department.bureau, department.role.rawValue])
    }
    for (index, deadline) in task.deadlines.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_deadline VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, index, deadline.kind.rawValue, deadline.due?.number,
          deadline.years.map(String.init).joined(separator: " "), deadline.by?.description,
          deadline.isSoft, deadline.words,
        ])
    }
    for (index, place) in task.places.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_place VALUES (?, ?, ?, ?)",
        arguments: [id, index, number(place.code), place.role.rawValue])
    }
    for (index, target) in task.targets.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_target VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, index, target.metric.zh, target.metric.en, target.op.rawValue,
          target.value.description, target.upper?.description, target.unit,
          target.scope?.rawValue, target.isSoft, target.year,
        ])
    }
    for (index, link) in links(of: task).enumerated() {
      try db.execute(
        sql: "INSERT INTO task_link VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [id, index, link.kind, link.target, link.note?.zh, link.note?.en])
    }
  }

  private static func links(
    of task: ReformTask
  ) -> [(kind: String, target: String, note: Phrase?)] {
    task.supersedes.map { ("supersedes", $0, nil) }
      + task.carriesOut.map { ("carriesOut", $0, nil) }
      + task.conflicts.map { ("conflict", $0.with, $0.note) }
      + task.indicators.map { ("indicator", $0, nil) }
  }
}
