import GRDB
import Reform

extension Ledger {
  /// The catalogue with the documents, clauses and tasks that this ledger holds.
  ///
  /// Positions of tasks, as tallies have them, are from now on those of this catalogue.
  public func catalogue(over bundled: Catalogue) throws -> Catalogue {
    try reading { db in
      let held = try HeldTasks(db, format)
      knownTasks = held.rows
      return bundled.holding(
        documents: held.documents, clauses: try Self.clauses(of: held, db), tasks: held.tasks,
        hand: held.hand)
    }
  }

  /// The tasks as they stand in the file, read when they are first needed.
  func taskRows() throws -> TaskRows {
    if let knownTasks { return knownTasks }
    let rows = try reading { try HeldTasks($0, format).rows }
    knownTasks = rows
    return rows
  }

  /// The number of a task in the file, of one that is listed no more as well.
  func taskNumber(_ id: ReformTask.ID) throws -> Int64? { try taskRows().number(of: id) }

  /// Whether the ledger has the tasks of a catalogue, each in its place, as it stands now.
  ///
  /// False once documents or tasks were filed or withdrawn since the catalogue was read.
  public func holds(_ catalogue: Catalogue) throws -> Bool {
    if try taskRows().filing != filingNumber() { knownTasks = nil }
    return try taskRows().keys == catalogue.tasks.map(\.id)
  }

  private static func clauses(of held: HeldTasks, _ db: Database) throws -> [Document.ID: [Clause]]
  {
    var clauses: [Document.ID: [Clause]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT document, path, place_zh, place_en, section_zh, section_en, truncated
        FROM clause ORDER BY document, position
        """)
    while let row = try rows.next() {
      clauses[held.documentKeys[try row.value(0)] ?? "", default: []].append(
        try Clause(
          path: row.value(1), place: Phrase(row.value(2), row.value(3)),
          section: Phrase(row.value(4), row.value(5)), isTruncated: row.value(6)))
    }
    return clauses
  }
}
