import GRDB
import Reform

extension Ledger {
  /// Acts on the actuals of targets among the entries: each stands as an entry without a status,
  /// with a number below nought, for it is no row of the entries.
  func actualEntries(_ filter: HistoryFilter, _ db: Database) throws -> [Entry] {
    guard format >= 6 else { return [] }
    var (conditions, arguments): ([String], StatementArguments) = (["1"], [])
    if let task = filter.task { conditions.append("actual.task \(try rows(of: task))") }
    if let place = filter.place {
      let span = HistoryFilter.span(of: place)
      conditions.append("actual.place BETWEEN ? AND ?")
      arguments += [span.lowerBound, filter.ownLevel ? span.lowerBound : span.upperBound]
    }
    if let since = filter.since {
      conditions.append("act.day >= ?")
      arguments += [since.number]
    }
    if let until = filter.until {
      conditions.append("act.day <= ?")
      arguments += [until.number]
    }
    return try actualEntries(
      db,
      where: conditions.joined(separator: " AND ") + " ORDER BY act.id DESC LIMIT \(filter.limit)",
      arguments: arguments)
  }

  private func actualEntries(
    _ db: Database, where condition: String, arguments: StatementArguments
  ) throws -> [Entry] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH RECURSIVE chain (root, id) AS (
          SELECT act, act FROM actual
          UNION ALL SELECT chain.root, act.id FROM chain JOIN act ON act.answers = chain.id),
        last (root, id) AS (SELECT root, max(id) FROM chain GROUP BY root)
        SELECT actual.*, task.key, act.id AS made, act.kind, act.answers, act.who, act.day, act.at,
          act.meeting,
          act.id = actual.act AND (SELECT kind FROM act WHERE id = last.id) = 'undo' AS takenBack
        FROM chain JOIN act ON act.id = chain.id JOIN actual ON actual.act = chain.root
          JOIN last ON last.root = chain.root JOIN task ON task.id = actual.task
        WHERE \(condition)
        """, arguments: arguments)
    let sole = try taskRows().heritage.sole
    return try rows.map { row in
      let actual = try ActualEntry(row).actual
      var line = Line(actual.key.task, in: actual.key.place)
      if let heir = sole[line.task] { line.task = heir }
      let act: Int = try row.value("made")
      return try Entry(
        id: -act, act: act, kind: ActKind(rawValue: row.value("kind")) ?? .entered, line: line,
        status: nil, note: nil, evidence: nil, due: nil, day: row.day("day") ?? Day(ordinal: 0),
        at: row.value("at"), who: row.value("who"), meeting: row.value("meeting"),
        answers: (row.value("answers") as Int?).map { -$0 }, isTakenBack: row.value("takenBack"),
        actual: actual)
    }
  }
}
