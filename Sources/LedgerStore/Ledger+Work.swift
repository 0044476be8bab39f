import GRDB
import Reform

/// Who enters something, on which day of the books, at what time by the clock, in which meeting.
public struct Stamp: Hashable, Sendable {
  public var who: String
  public var day: Day
  public var at: String
  public var meeting: String?

  public init(who: String, day: Day, at: String, meeting: String? = nil) {
    (self.who, self.day, self.at, self.meeting) = (who, day, at, meeting)
  }
}

/// What became of an act.
public enum Outcome: Hashable, Sendable {
  /// It is on disk: these are its entries.
  case recorded([Entry])
  /// Nothing was entered, for these entries came in between.
  case moved([Entry])
  /// There was nothing to take back or to put back.
  case nothing
}

extension Ledger {
  /// Enters changes in one transaction, all of them or none.
  ///
  /// Where a line has moved since the person saw it, nothing is entered and the entries that
  /// came in between are given back; `isCertain` enters the change all the same.
  public func record(
    _ changes: [Change], _ stamp: Stamp, isCertain: Bool = false
  ) throws -> Outcome {
    try writing { db in
      if !isCertain {
        var moved: [Entry] = []
        for change in changes where change.status != nil {
          if let entry = try last(of: change.line, after: change.seen, db) { moved.append(entry) }
        }
        for change in changes where change.due != nil {
          if let entry = try due(of: change, before: stamp.day, db) { moved.append(entry) }
        }
        guard moved.isEmpty else { return .moved(moved) }
      }
      let act = try insertAct(.entered, answers: nil, stamp, db)
      for change in changes {
        try insertEntry(
          act: act, change.line, day: stamp.day, status: change.status, note: change.note,
          evidence: change.evidence, due: change.due.map { $0?.description ?? "" },
          answers: nil, db)
      }
      return .recorded(try entries(of: act, db))
    }
  }

  /// Enters many acts in one transaction, each with its own stamp: for the making of samples.
  public func record(_ acts: [(stamp: Stamp, changes: [Change])]) throws {
    try writing { db in
      for (stamp, changes) in acts {
        let act = try insertAct(.entered, answers: nil, stamp, db)
        for change in changes {
          try insertEntry(
            act: act, change.line, day: stamp.day, status: change.status, note: change.note,
            evidence: change.evidence, due: nil, answers: nil, db)
        }
      }
    }
  }

  /// Takes back this person's last act on tasks that stands, by entries that restore what was
  /// before.
  ///
  /// `over` is the newest of the entries that the person saw come in between, and goes over.
  public func takeBack(
    _ stamp: Stamp, isCertain: Bool = false, over seen: Entry.ID = 0
  ) throws -> Outcome {
    try writing { db in
      guard let target = try lastStanding(of: stamp.who, .tasks, db) else { return .nothing }
      return try answer(target, by: .undone, stamp, isCertain: isCertain, over: seen, db)
    }
  }

  /// Puts back what this person took back last, unless something was entered since.
  public func putBack(
    _ stamp: Stamp, isCertain: Bool = false, over seen: Entry.ID = 0
  ) throws -> Outcome {
    try writing { db in
      guard let target = try lastTakenBack(of: stamp.who, .tasks, db) else { return .nothing }
      return try answer(target, by: .redone, stamp, isCertain: isCertain, over: seen, db)
    }
  }

  /// Answers an act entry by entry with what stood before it.
  private func answer(
    _ target: Int, by kind: ActKind, _ stamp: Stamp, isCertain: Bool, over seen: Entry.ID,
    _ db: Database
  ) throws -> Outcome {
    let taken = try entries(of: target, db)
    if !isCertain {
      var moved: [Entry] = []
      for entry in taken where entry.status != nil {
        guard let last = try last(of: counted(entry), after: entry.id, db), last.id > seen,
          try standing(for: last, db) != standing(for: entry, db)
        else { continue }
        moved.append(last)
      }
      guard moved.isEmpty else { return .moved(moved) }
    }
    let stamp = try dated(stamp, noEarlierThan: target, db)
    let act = try insertAct(kind, answers: target, stamp, db)
    for entry in taken {
      var (before, due): (Status?, String?) = (nil, nil)
      if entry.status != nil { before = try status(of: counted(entry), before: entry, db) }
      if entry.due != nil { due = try self.due(of: entry.line.task, before: entry, db) }
      try insertEntry(
        act: act, counted(entry), day: stamp.day, status: before, note: nil, evidence: nil,
        due: due,
        answers: entry.answers ?? entry.id, db)
    }
    return .recorded(try entries(of: act, db))
  }

  /// The entry whose status an entry gives: its own or, where it takes back or puts back, the one
  /// that stood before what it answers; nil where a line is back at its beginning.
  private func standing(for entry: Entry, _ db: Database) throws -> Entry.ID? {
    var current = entry
    var seen: Set<Entry.ID> = []
    while current.kind != .entered {
      // Ledgers of earlier versions have answers dated before what they answer: no end of turning.
      guard seen.insert(current.id).inserted, let target = try answered(by: current, db) else {
        return current.answers
      }
      guard let before = try before(target.id, on: current.line, db) else { return nil }
      current = before
    }
    return current.id
  }

  /// The entry that taking back or putting back has answered on the same line.
  private func answered(by entry: Entry, _ db: Database) throws -> Entry? {
    try fetchEntries(
      db,
      where: """
        entry.act = (SELECT answers FROM act WHERE id = ?)
          AND entry.task \(rows(of: entry.line.task)) AND place = ?
          AND period = ? AND status IS NOT NULL ORDER BY entry.id DESC LIMIT 1
        """, arguments: [entry.act, number(entry.line.place), text(entry.line.period)]
    ).first
  }

  /// The entry that set the status of a line before another entry did.
  private func before(_ id: Entry.ID, on line: Line, _ db: Database) throws -> Entry? {
    if let heir = try heir(of: line.task) {
      let marks = try marks(of: heir, on: line, db)
      guard let index = marks.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
      let mark = marks[index - 1]
      return try fetchEntries(db, where: "entry.id = ?", arguments: [mark.id]).first
    }
    return try fetchEntries(
      db,
      where: """
        entry.task = ? AND place = ? AND period = ? AND status IS NOT NULL
          AND (entry.day, entry.id) < (SELECT day, id FROM entry WHERE id = ?)
        ORDER BY entry.day DESC, entry.id DESC LIMIT 1
        """,
      arguments: [taskNumber(line.task), number(line.place), text(line.period), id]
    ).first
  }

  private func status(of line: Line, before entry: Entry, _ db: Database) throws -> Status {
    if let heir = try heir(of: line.task) {
      let earlier = try marks(of: heir, on: line, db).prefix { $0.id != entry.id }
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
        taskNumber(line.task), number(line.place), text(line.period), entry.day.number, entry.id,
      ])
    return found.flatMap(Status.init(rawValue:)) ?? .notStarted
  }

  private func due(of task: ReformTask.ID, before entry: Entry, _ db: Database) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT due FROM entry
        WHERE task \(rows(of: task)) AND due IS NOT NULL AND (day, id) < (?, ?)
        ORDER BY day DESC, id DESC LIMIT 1
        """, arguments: [entry.day.number, entry.id]) ?? ""
  }

  /// The entry that set the due day of a task, where that is not the one that the person saw.
  private func due(of change: Change, before day: Day, _ db: Database) throws -> Entry? {
    guard let seen = change.dueSeen else { return nil }
    let entry = try fetchEntries(
      db,
      where: """
        entry.task \(rows(of: change.line.task)) AND due IS NOT NULL AND entry.day <= ?
        ORDER BY entry.day DESC, entry.id DESC LIMIT 1
        """, arguments: [day.number]
    ).first
    return (entry?.due ?? "") == (seen?.description ?? "") ? nil : entry
  }

  /// The last entry that set the status of a line, where it is not the one that was seen.
  private func last(of line: Line, after seen: Entry.ID?, _ db: Database) throws -> Entry? {
    guard let id = try lastMark(of: line, db), id != seen else { return nil }
    return try fetchEntries(db, where: "entry.id = ?", arguments: [id]).first
  }

  private func lastMark(of line: Line, _ db: Database) throws -> Entry.ID? {
    if let heir = try heir(of: line.task) { return try marks(of: heir, on: line, db).last?.id }
    return try Int.fetchOne(
      db,
      sql: """
        SELECT id FROM entry INDEXED BY entry_line
        WHERE task = ? AND place = ? AND period = ? AND status IS NOT NULL
        ORDER BY day DESC, id DESC LIMIT 1
        """, arguments: [taskNumber(line.task), number(line.place), text(line.period)])
  }

  /// A stamp for an answer to an act: taken back before its own day, an act would stand all the
  /// same.
  private func dated(
    _ stamp: Stamp, noEarlierThan act: Int?, _ db: Database
  ) throws -> Stamp {
    let number = try Int.fetchOne(db, sql: "SELECT day FROM act WHERE id = ?", arguments: [act])
    guard let day = number.flatMap(Day.init(number:)), day > stamp.day else { return stamp }
    var stamp = stamp
    stamp.day = day
    return stamp
  }

  func insertAct(
    _ kind: ActKind, answers: Int?, _ stamp: Stamp, _ db: Database
  ) throws -> Int {
    let stamp = try dated(stamp, noEarlierThan: answers, db)
    try db.execute(
      sql: "INSERT INTO act (kind, answers, who, day, at, meeting) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        kind.rawValue, answers, stamp.who, stamp.day.number, stamp.at, stamp.meeting,
      ])
    return Int(db.lastInsertedRowID)
  }

  private func insertEntry(
    act: Int, _ line: Line, day: Day, status: Status?, note: String?, evidence: String?,
    due: String?, answers: Int?, _ db: Database
  ) throws {
    guard let task = try taskNumber(line.task) else {
      throw Fault("台账中没有任务 \(line.task)。", "The ledger has no task \(line.task).", exitCode: 2)
    }
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO entry (act, task, place, period, day, status, note, evidence, due, answers)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      act, task, number(line.place), text(line.period), day.number, status?.rawValue, note,
      evidence, due, answers,
    ])
  }

  func taskNumber(_ id: ReformTask.ID) throws -> Int64? { try taskRows().number(of: id) }
}
