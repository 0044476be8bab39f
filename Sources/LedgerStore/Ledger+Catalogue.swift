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
            UPDATE clause SET text = :text
            WHERE path = :path AND document = (SELECT id FROM document WHERE key = :document)
              AND text IS NOT :text
            """, arguments: ["text": text, "path": path, "document": document])
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
    try writing { db in
      let held = try remark("catalogue")
      guard held != revision, held.map({ $0.prefix(10) <= revision.prefix(10) }) ?? true else {
        return
      }
      for division in catalogue.divisions.all + catalogue.divisions.own {
        // An own level is kept under the level of the government whose own it is.
        let parent = division.parent.flatMap { catalogue.divisions[$0] }
        let level = division.level == .own ? parent?.level ?? .own : division.level
        try db.execute(
          sql: """
            INSERT INTO division (code, parent, city, level, name) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name
            """,
          arguments: [
            number(division.id), division.parent.map(number),
            number(catalogue.divisions.city(of: division.id)),
            // The whole country is kept as the province that lies in no other.
            (level == .nation ? Division.Level.province : level).rawValue, division.name,
          ])
      }
      // What a person has accepted since is not overwritten by the program's own catalogue.
      let amended = try Set(
        String.fetchAll(db, sql: "SELECT DISTINCT task FROM filing WHERE kind = 'task'"))
      for (position, document) in catalogue.documents.enumerated() {
        let id = try Self.file(document, at: position, db)
        for (position, clause) in (catalogue.clauses[document.id] ?? []).enumerated() {
          try Self.file(clause, at: position, of: id, db)
        }
        for (position, task) in catalogue.tasks.enumerated()
        where task.document == document.id && amended.isDisjoint(with: task.formerly + [task.id]) {
          try Self.file(task, at: position, document: id, db)
        }
      }
      try db.execute(
        sql: """
          INSERT INTO meta (key, value) VALUES ('catalogue', ?)
          ON CONFLICT DO UPDATE SET value = excluded.value
          """, arguments: [revision])
      knownTasks = nil
    }
  }

  /// Files a document, or what is new about it, and gives its number.
  static func file(_ document: Document, at position: Int, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
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
  }

  private static func file(_ clause: Clause, at position: Int, of document: Int64?, _ db: Database)
    throws
  {
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
        document, clause.path, position, clause.place.zh, clause.place.en, clause.section.zh,
        clause.section.en, clause.isTruncated,
      ])
  }
}
