import GRDB
import Reform

extension HandRows {
  /// Changes by hand among the entries: each stands as an entry without a status, with a number below
  /// nought, for it is no row of the entries.
  func entries(_ filter: Ledger.HistoryFilter, _ format: Int32) throws -> [Entry] {
    guard format >= Schema.hand else { return [] }
    var (conditions, arguments): ([String], StatementArguments) = (["1"], [])
    if let task = filter.task {
      conditions.append(
        """
        (hand_step.task = ? OR hand_step.task IS NULL AND hand_step.document = (
          SELECT document.key FROM document JOIN task ON task.document = document.id
          WHERE task.key = ?))
        """)
      arguments += [task, task]
    }
    if let place = filter.place {
      let span = Ledger.HistoryFilter.span(of: place)
      conditions.append("hand_step.place BETWEEN ? AND ?")
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
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH RECURSIVE chain (root, id) AS (
          SELECT DISTINCT act, act FROM hand_step
          UNION ALL SELECT chain.root, act.id FROM chain JOIN act ON act.answers = chain.id),
        last (root, id) AS (SELECT root, max(id) FROM chain GROUP BY root)
        SELECT hand_step.document, hand_step.task, hand_step.place, content, region,
          act.id AS made, act.kind, act.answers, act.who, act.day, act.at, act.meeting,
          act.id = hand_step.act
            AND (SELECT kind FROM act WHERE id = last.id) = 'undo' AS takenBack
        FROM chain JOIN act ON act.id = chain.id JOIN hand_step ON hand_step.act = chain.root
          JOIN last ON last.root = chain.root
          LEFT JOIN document ON document.key = hand_step.document
        WHERE \(conditions.joined(separator: " AND "))
        ORDER BY act.id DESC, hand_step.id DESC LIMIT \(filter.limit)
        """, arguments: arguments)
    return try rows.map { row in
      let act: Int = try row.value("made")
      let place: Int? = try row.value("place") ?? row.value("region")
      var entry = try Entry(
        id: -act, act: act, kind: ActKind(rawValue: row.value("kind")) ?? .entered,
        line: Line(
          row.value("task") ?? row.value("document"), in: code(place ?? 0)),
        status: nil, note: nil, evidence: nil, due: nil, day: row.day("day") ?? Day(ordinal: 0),
        at: row.value("at"), who: row.value("who"), meeting: row.value("meeting"),
        answers: (row.value("answers") as Int?).map { -$0 }, isTakenBack: row.value("takenBack"))
      entry.hand = try read(row.value("content"))
      return entry
    }
  }
}
