import GRDB
import Reform

extension Ledger {
  /// What tasks can be found by beside their names: clause texts, and what was noted.
  public struct Searchable: Sendable, Equatable {
    /// Clauses word for word, of documents that were imported, by the id of the task.
    public var texts: [ReformTask.ID: String] = [:]
    /// Notes and evidence entered up to a day in a place and in what lies in it, each once.
    public var notes: [ReformTask.ID: [String]] = [:]
  }

  /// All texts and notes that something can be looked for in.
  public func searchable(asOf day: Day, in place: Division.Code) throws -> Searchable {
    try reading { db in
      var found = Searchable()
      let texts = try Row.fetchCursor(
        db,
        sql: """
          SELECT task.key, clause.text FROM task
          JOIN clause ON clause.document = task.document AND clause.path = task.clause
          WHERE clause.text IS NOT NULL
          """)
      while let row = try texts.next() { found.texts[try row.value(0)] = try row.value(1) }
      let span = HistoryFilter.span(of: place)
      let notes = try Row.fetchCursor(
        db,
        sql: """
          SELECT DISTINCT task.key, words FROM (
            SELECT task, place, day, note AS words FROM entry WHERE note IS NOT NULL
            UNION ALL SELECT task, place, day, evidence FROM entry WHERE evidence IS NOT NULL)
          JOIN task ON task.id = task WHERE day <= ? AND place BETWEEN ? AND ?
          """, arguments: [day.number, span.lowerBound, span.upperBound])
      while let row = try notes.next() {
        found.notes[try row.value(0), default: []].append(try row.value(1))
      }
      return found
    }
  }
}
