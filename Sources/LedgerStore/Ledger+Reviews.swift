import Foundation
import GRDB
import Reform

extension Ledger {
  /// Documents that wait for review, the oldest first, each with its drafts.
  ///
  /// `catalogue` is the ledger's own, for what it holds of the same clauses.
  public func reviews(in catalogue: Catalogue) throws -> [Review] {
    guard format >= 2 else { return [] }
    return try reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM review WHERE open ORDER BY id")
        .map { try Self.review($0, catalogue, db) }
    }
  }

  /// One of them; nil where it is closed.
  public func review(_ id: Int64, in catalogue: Catalogue) throws -> Review? {
    try reading { db in
      try Row.fetchOne(db, sql: "SELECT * FROM review WHERE id = ? AND open", arguments: [id])
        .map { try Self.review($0, catalogue, db) }
    }
  }

  /// Keeps a review and gives it its number.
  ///
  /// One that is open for the same document gives way; what was decided there on a clause that
  /// still reads the same is kept.
  public func keep(_ review: Review, _ stamp: Stamp, in catalogue: Catalogue) throws -> Review {
    try writing { db in
      try Self.expectNews(of: review, db)
      var review = review
      let open = try Row.fetchOne(
        db, sql: "SELECT * FROM review WHERE open AND document = ?",
        arguments: [review.document.id])
      if let before = try open.map({ try Self.review($0, catalogue, db) }) {
        review.takeDecisions(of: before)
        try Self.close(before.id, db)
      }
      try db.execute(
        sql: """
          INSERT INTO review (file, known, open, document, content, doubts, missing, who, at)
          VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          review.file, review.isKnown, review.document.id, try written(review.document),
          try written(review.doubts), try written(review.missing), stamp.who, stamp.at,
        ])
      review.id = db.lastInsertedRowID
      for (position, draft) in review.drafts.enumerated() {
        try db.execute(
          sql: "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            review.id, position, try written(draft.clause), try written(draft.task),
            try written(draft.doubts), draft.decision.rawValue, draft.isAmended,
          ])
      }
      return review
    }
  }

  /// Keeps what a person has decided on some drafts of an open review.
  ///
  /// `seen` are drafts as the person saw them: where one is not so any more nothing is kept, and
  /// false is given.
  @discardableResult
  public func decide(
    _ drafts: [Int: TaskDraft], in review: Int64, seen: [Int: TaskDraft] = [:]
  ) throws -> Bool {
    try writing { db in
      try Self.expectOpen(review, db)
      for (position, draft) in seen {
        guard try Self.stands(draft, at: position, in: review, db) else { return false }
      }
      for (position, draft) in drafts {
        try db.execute(
          sql:
            "UPDATE draft SET task = ?, decision = ?, amended = ? WHERE review = ? AND position = ?",
          arguments: [
            try written(draft.task), draft.decision.rawValue, draft.isAmended, review, position,
          ])
      }
      return true
    }
  }

  /// Whether a draft is kept as a person saw it.
  private static func stands(
    _ draft: TaskDraft, at position: Int, in review: Int64, _ db: Database
  ) throws -> Bool {
    let row = try Row.fetchOne(
      db, sql: "SELECT task, decision, amended FROM draft WHERE review = ? AND position = ?",
      arguments: [review, position])
    guard let row else { return false }
    let task: ReformTask = try read(row.value(0))
    return try task == draft.task && draft.decision.rawValue == row.value(1)
      && draft.isAmended == row.value(2)
  }

  /// Keeps what a person has amended in the head of a document under review.
  public func amend(_ document: Document, in review: Int64) throws {
    try writing { db in
      try Self.expectOpen(review, db)
      try db.execute(
        sql: "UPDATE review SET content = ?, document = ? WHERE id = ?",
        arguments: [try written(document), document.id, review])
    }
  }

  /// Puts a review aside; nothing of it enters the ledger.
  public func discard(_ review: Int64) throws {
    try writing { try Self.close(review, $0) }
  }

  /// Throws where the document of a review was filed or withdrawn after it had been compared with
  /// the ledger.
  private static func expectNews(of review: Review, _ db: Database) throws {
    let isHeld = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM document WHERE key = ?)",
      arguments: [review.document.id])
    guard isHeld == review.isKnown else {
      throw Fault(
        "读这份文件期间，别的程序已将它入账或撤回；没有写入，请重新导入。",
        "While this document was read another program has filed or withdrawn it; nothing was "
          + "written. Import it again.")
    }
  }

  static func close(_ review: Int64, _ db: Database) throws {
    try db.execute(sql: "UPDATE review SET open = 0 WHERE id = ?", arguments: [review])
  }

  static func expectOpen(_ review: Int64, _ db: Database) throws {
    let open = try Bool.fetchOne(
      db, sql: "SELECT open FROM review WHERE id = ?", arguments: [review])
    guard open == true else {
      throw Fault(
        "这份待审文件已由别人入账或放弃，请退回重看。",
        "Somebody else has filed or dropped this review; go back and look again.")
    }
  }

  static func review(_ row: Row, _ catalogue: Catalogue, _ db: Database) throws -> Review {
    let id: Int64 = try row.value("id")
    var review = try Review(
      id: id, file: row.value("file"), document: read(row.value("content")),
      isKnown: row.value("known"),
      doubts: read(row.value("doubts")), missing: read(row.value("missing")))
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT clause, task, doubts, decision, amended FROM draft WHERE review = ?
        ORDER BY position
        """, arguments: [id])
    while let row = try rows.next() {
      let task: ReformTask = try read(row.value(1))
      var draft = try TaskDraft(
        read(row.value(0)), task, doubts: read(row.value(2)), held: catalogue.filed(task.id))
      draft.decision = TaskDraft.Decision(rawValue: try row.value(3)) ?? .waiting
      draft.isAmended = try row.value(4)
      review.drafts.append(draft)
    }
    return review
  }
}

extension Review {
  /// Takes over what was decided on clauses that still read the same.
  mutating func takeDecisions(of before: Review) {
    let known = Dictionary(
      before.drafts.map { ($0.clause.path, $0) }, uniquingKeysWith: { first, _ in first })
    for index in drafts.indices {
      guard let old = known[drafts[index].clause.path],
        old.clause.text == drafts[index].clause.text
      else { continue }
      (drafts[index].decision, drafts[index].isAmended) = (old.decision, old.isAmended)
      drafts[index].task = old.task
    }
  }
}

/// A value as it is kept in a column of text.
func written(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

func read<Value: Decodable>(_ text: String) throws -> Value {
  try JSONDecoder().decode(Value.self, from: Data(text.utf8))
}
