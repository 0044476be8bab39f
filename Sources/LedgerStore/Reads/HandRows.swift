import GRDB
import Reform

/// What was changed of the catalogue by hand, as it stands in the file.
struct HandRows {
  let db: Database

  /// All of it with the days on which it counts; nothing is read where nothing was ever changed.
  func book(_ format: Int32) throws -> HandBook {
    guard format >= Schema.hand,
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM hand_step)")) == true
    else { return HandBook() }
    let spans = try spans()
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT hand_step.id, act, content, who, day, at FROM hand_step
        JOIN act ON act.id = hand_step.act ORDER BY hand_step.id
        """)
    return HandBook(
      try rows.map { row in
        let act: Int = try row.value("act")
        return try HandEntry(
          id: row.value("id"), act: act, read(row.value("content")), who: row.value("who"),
          day: row.day("day") ?? Day(ordinal: 0), at: row.value("at"), spans: spans[act] ?? [])
      })
  }

  /// By the act that entered something, the days on which it counts.
  private func spans() throws -> [Int: [HandEntry.Span]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH RECURSIVE chain (root, id) AS (
          SELECT DISTINCT act, act FROM hand_step
          UNION ALL SELECT chain.root, act.id FROM chain JOIN act ON act.answers = chain.id)
        SELECT root, day FROM chain JOIN act ON act.id = chain.id ORDER BY root, act.id
        """)
    var days: [Int: [Day]] = [:]
    while let row = try rows.next() {
      days[try row.value(0), default: []].append(try row.day("day") ?? Day(ordinal: 0))
    }
    return days.mapValues { turns in
      stride(from: 0, to: turns.count, by: 2).compactMap { index in
        let until = index + 1 < turns.count ? turns[index + 1] : nil
        guard until.map({ $0 > turns[index] }) ?? true else { return nil }
        return HandEntry.Span(from: turns[index], until: until)
      }
    }
  }

  /// The steps of an act, as they were entered.
  func steps(of act: Int) throws -> [HandStep] {
    try String.fetchAll(
      db, sql: "SELECT content FROM hand_step WHERE act = ? ORDER BY id", arguments: [act]
    ).map { try read($0) }
  }

  /// How many changes by hand stand on the tasks of a document, or on one of them.
  func count(on document: Document.ID, task: ReformTask.ID? = nil) throws -> Int {
    let row = try Int.fetchOne(
      db,
      sql: """
        \(Ledger.chains(of: "hand_step"))
        SELECT count(*) FROM (SELECT DISTINCT root FROM standing WHERE depth % 2 = 0)
          JOIN hand_step ON hand_step.act = root
        WHERE document = :document AND (:task IS NULL OR task = :task)
        """,
      arguments: ["day": Day.last(ofYear: 9999).number, "document": document, "task": task])
    return row ?? 0
  }
}

extension Ledger {
  /// What was changed of the catalogue by hand.
  public func handBook() throws -> HandBook { try reading { try HandRows(db: $0).book(format) } }
}
