import GRDB
import Reform

/// Acts on lines: status, note, evidence, due day and extension.
struct LineActs {
  let ledger: Ledger
  let db: Database

  private var rows: ActRows { ActRows(db: db) }

  /// The entries on the same lines that came after those that the person saw.
  func between(_ changes: [Change], _ day: Day) throws -> Between? {
    var moved: [Entry] = []
    for change in changes where change.status != nil {
      if let entry = try last(of: change.line, after: change.seen) { moved.append(entry) }
    }
    for change in changes where change.due != nil {
      if let entry = try due(of: change, before: day) { moved.append(entry) }
    }
    for change in changes where change.until != nil {
      if let entry = try last(of: change.line, after: change.seen) { moved.append(entry) }
      if let entry = try lastExtension(of: change) { moved.append(entry) }
    }
    return moved.isEmpty ? nil : .lines(moved)
  }

  /// Throws where something would be entered for a day that is still to come, or before what the line
  /// has already: entries of a line go on in the order of their days.
  ///
  /// A period is not there before it begins.
  func refuse(_ changes: [Change], on today: Day, in catalogue: Catalogue) throws {
    for change in changes {
      try PeriodRule.refuse(change.line, on: change.day ?? today, in: catalogue)
      guard let day = change.day else { continue }
      guard day <= today else {
        throw Fault(
          "\(day) 还没到，今天是 \(today)；没有登记。",
          "\(day) is still to come, it is \(today); nothing was entered.", exitCode: 2)
      }
      guard let last = try last(of: change.line, after: nil), last.day > day else { continue }
      let place = catalogue.name(of: change.line, in: .zh)
      throw Fault(
        "\(place)的 \(change.line.task) 在 \(last.day) 已有登记，不能再补登 \(day) 的；没有登记。",
        "\(change.line.task) has an entry of \(last.day) in "
          + "\(catalogue.name(of: change.line, in: .en)): nothing can be entered for \(day).",
        exitCode: 2)
    }
  }

  /// Puts an act and its entries there, with the forms that they came in, and reads them back where
  /// they are asked for; nil for no changes and no forms.
  func put(
    _ changes: [Change], from forms: [SentForm] = [], _ stamp: Stamp, readsBack: Bool
  ) throws -> Entered? {
    guard !changes.isEmpty || !forms.isEmpty else { return nil }
    let act = try rows.enter(.tasks, stamp)
    try insert(changes, act: act, stamp)
    try SentFormRows(db: db).insert(forms, act: act)
    return Entered(act: act, .lines(readsBack ? try ledger.entries(of: act, db) : []))
  }

  /// Puts the entries of an act there.
  func insert(_ changes: [Change], act: Int, _ stamp: Stamp) throws {
    for change in changes {
      try insertEntry(
        act: act, change.line, day: change.day ?? stamp.day, status: change.status,
        note: change.note,
        evidence: change.evidence, due: change.due.map { $0?.description ?? "" },
        until: change.until.map { $0?.description ?? "" }, answers: nil)
    }
  }

  /// Answers an act entry by entry with what stood before it.
  ///
  /// Where a line stands otherwise since, nothing is entered; `seen` is the newest of the entries
  /// that the person knows of.
  func answer(
    _ target: Int, by kind: ActKind, _ stamp: Stamp, overriding: Bool, over seen: Entry.ID
  ) throws -> Outcome {
    let taken = try ledger.entries(of: target, db)
    if !overriding {
      var moved: [Entry] = []
      for entry in taken where entry.status != nil {
        guard let last = try last(of: ledger.counted(entry), after: entry.id), last.id > seen,
          try standing(for: last) != standing(for: entry)
        else { continue }
        moved.append(last)
      }
      guard moved.isEmpty else { return .moved(.lines(moved)) }
    }
    let stamp = try rows.dated(stamp, noEarlierThan: target)
    let act = try rows.answer(target, by: kind, stamp)
    let entered = try rows.day(of: target)
    for entry in taken {
      // What was entered for a day before its act never was so, where it is taken back.
      let day = entered.map { entry.day < $0 } ?? false ? entry.day : stamp.day
      var (before, due, until): (Status?, String?, String?) = (nil, nil, nil)
      if entry.status != nil { before = try status(of: ledger.counted(entry), before: entry) }
      if entry.due != nil { due = try self.due(of: entry.line.task, before: entry) }
      if entry.until != nil { until = try self.until(of: entry.line, before: entry) }
      try insertEntry(
        act: act, ledger.counted(entry), day: day, status: before, note: nil, evidence: nil,
        due: due, until: until, answers: entry.answers ?? entry.id)
    }
    return .recorded(
      Entered(act: act, answers: target, .lines(try ledger.entries(of: act, db))))
  }

  /// The entry whose status an entry gives: its own or, where it takes back or puts back, the one
  /// that stood before what it answers; nil where a line is back at its beginning.
  private func standing(for entry: Entry) throws -> Entry.ID? {
    var current = entry
    var seen: Set<Entry.ID> = []
    while current.kind != .entered {
      // Ledgers of earlier versions have answers dated before what they answer: no end of turning.
      guard seen.insert(current.id).inserted, let target = try answered(by: current) else {
        return current.answers
      }
      guard let before = try before(target.id, on: current.line) else { return nil }
      current = before
    }
    return current.id
  }

  /// The entry that taking back or putting back has answered on the same line.
  private func answered(by entry: Entry) throws -> Entry? {
    try ledger.fetchEntries(
      db,
      where: """
        entry.act = (SELECT answers FROM act WHERE id = ?)
          AND entry.task \(ledger.rows(of: entry.line.task)) AND place = ?
          AND period = ? AND status IS NOT NULL ORDER BY entry.id DESC LIMIT 1
        """, arguments: [entry.act, number(entry.line.place), text(entry.line.period)]
    ).first
  }

  /// The entry that set the status of a line before another entry did.
  private func before(_ id: Entry.ID, on line: Line) throws -> Entry? {
    if let heir = try ledger.heir(of: line.task) {
      let marks = try ledger.marks(of: heir, on: line, db)
      guard let index = marks.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
      let mark = marks[index - 1]
      return try ledger.fetchEntries(db, where: "entry.id = ?", arguments: [mark.id]).first
    }
    return try ledger.fetchEntries(
      db,
      where: """
        entry.task = ? AND place = ? AND period = ? AND status IS NOT NULL
          AND (entry.day, entry.id) < (SELECT day, id FROM entry WHERE id = ?)
        ORDER BY entry.day DESC, entry.id DESC LIMIT 1
        """,
      arguments: [ledger.taskNumber(line.task), number(line.place), text(line.period), id]
    ).first
  }

  private func status(of line: Line, before entry: Entry) throws -> Status {
    if let heir = try ledger.heir(of: line.task) {
      let earlier = try ledger.marks(of: heir, on: line, db).prefix { $0.id != entry.id }
      return earlier.last?.status ?? .notStarted
    }
    let found = try String.fetchOne(
      db,
      sql: """
        SELECT status FROM entry INDEXED BY entry_line
        WHERE task = ? AND place = ? AND period = ? AND status IS NOT NULL
          AND (day, id) < (?, ?)
        ORDER BY day DESC, id DESC LIMIT 1
        """,
      arguments: [
        ledger.taskNumber(line.task), number(line.place), text(line.period), entry.day.number,
        entry.id,
      ])
    return found.flatMap(Status.init(rawValue:)) ?? .notStarted
  }

  private func due(of task: ReformTask.ID, before entry: Entry) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT due FROM entry
        WHERE task \(ledger.rows(of: task)) AND due IS NOT NULL AND (day, id) < (?, ?)
        ORDER BY day DESC, id DESC LIMIT 1
        """, arguments: [entry.day.number, entry.id]) ?? ""
  }

  private func until(of line: Line, before entry: Entry) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT until FROM entry
        WHERE task \(ledger.rows(of: line.task)) AND place = ? AND period = ? AND until IS NOT NULL
          AND (day, id) < (?, ?)
        ORDER BY day DESC, id DESC LIMIT 1
        """,
      arguments: [number(line.place), text(line.period), entry.day.number, entry.id]) ?? ""
  }

  /// The entry that extended a line, where that is not the one that the person saw.
  private func lastExtension(of change: Change) throws -> Entry? {
    guard let seen = change.untilSeen else { return nil }
    let entry = try ledger.fetchEntries(
      db,
      where: """
        entry.task \(ledger.rows(of: change.line.task)) AND place = ? AND period = ?
          AND until IS NOT NULL
        ORDER BY entry.day DESC, entry.id DESC LIMIT 1
        """, arguments: [number(change.line.place), text(change.line.period)]
    ).first
    return (entry?.until ?? "") == (seen?.description ?? "") ? nil : entry
  }

  /// Where a line stands by all that was entered.
  func status(of line: Line) throws -> Status {
    guard let id = try lastMark(of: line) else { return .notStarted }
    return try ledger.fetchEntries(db, where: "entry.id = ?", arguments: [id]).first?.status
      ?? .notStarted
  }

  /// The entry that set the due day of a task, where that is not the one that the person saw.
  private func due(of change: Change, before day: Day) throws -> Entry? {
    guard let seen = change.dueSeen else { return nil }
    let entry = try ledger.fetchEntries(
      db,
      where: """
        entry.task \(ledger.rows(of: change.line.task)) AND due IS NOT NULL AND entry.day <= ?
        ORDER BY entry.day DESC, entry.id DESC LIMIT 1
        """, arguments: [day.number]
    ).first
    return (entry?.due ?? "") == (seen?.description ?? "") ? nil : entry
  }

  /// The last entry that set the status of a line, where it is not the one that was seen.
  private func last(of line: Line, after seen: Entry.ID?) throws -> Entry? {
    guard let id = try lastMark(of: line), id != seen else { return nil }
    return try ledger.fetchEntries(db, where: "entry.id = ?", arguments: [id]).first
  }

  private func lastMark(of line: Line) throws -> Entry.ID? {
    if let heir = try ledger.heir(of: line.task) {
      return try ledger.marks(of: heir, on: line, db).last?.id
    }
    return try Int.fetchOne(
      db,
      sql: """
        SELECT id FROM entry INDEXED BY entry_line
        WHERE task = ? AND place = ? AND period = ? AND status IS NOT NULL
        ORDER BY day DESC, id DESC LIMIT 1
        """, arguments: [ledger.taskNumber(line.task), number(line.place), text(line.period)])
  }

  private func insertEntry(
    act: Int, _ line: Line, day: Day, status: Status?, note: String?, evidence: String?,
    due: String?, until: String?, answers: Int?
  ) throws {
    guard let task = try ledger.taskNumber(line.task) else {
      throw Fault("台账中没有任务 \(line.task)。", "The ledger has no task \(line.task).", exitCode: 2)
    }
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO entry
          (act, task, place, period, day, status, note, evidence, due, until, answers)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      act, task, number(line.place), text(line.period), day.number, status?.rawValue, note,
      evidence, due, until, answers,
    ])
  }
}
