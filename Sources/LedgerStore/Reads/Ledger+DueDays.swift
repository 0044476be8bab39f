import GRDB
import Reform

extension Ledger {
  /// The days that people entered for tasks, and those to which they extended lines, as of a day.
  ///
  /// `tasks` are positions in the catalogue; nil asks for all.
  public func enteredDues(asOf day: Day, of tasks: Set<Int>? = nil) throws -> DueDays {
    try reading { db in
      let rows = DueRows(ledger: self, db: db)
      return DueDays(try rows.dues(asOf: day), lines: try rows.extended(asOf: day, of: tasks))
    }
  }
}

/// The days that were entered for tasks and lines, as they stand in the file.
private struct DueRows {
  let ledger: Ledger
  let db: Database

  func dues(asOf day: Day) throws -> [Int: Day] {
    var found: [Int: Day] = [:]
    var newest: [Int: (Int, Entry.ID)] = [:]
    let tasks = try ledger.taskRows()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT task, due, day, id FROM entry e INDEXED BY entry_due
        WHERE due IS NOT NULL AND day <= :day
          AND NOT EXISTS (
            SELECT 1 FROM entry later WHERE later.task = e.task AND later.due IS NOT NULL
              AND later.day <= :day AND (later.day, later.id) > (e.day, e.id))
        """, arguments: ["day": day.number])
    while let row = try rows.next() {
      let order: (Int, Entry.ID) = (try row.value(2), try row.value(3))
      for position in tasks.positions(of: try row.value(0))
      where newest[position].map({ $0 < order }) ?? true {
        (newest[position], found[position]) = (order, Day(try row.value(1) as String))
      }
    }
    return found
  }

  func extended(
    asOf day: Day, of wanted: Set<Int>?
  ) throws -> [Int: [ExtendedLine]] {
    guard ledger.format >= Schema.meetings else { return [:] }
    let tasks = try ledger.taskRows()
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT task, place, period, until, city FROM entry e INDEXED BY entry_until
          JOIN division ON division.code = place
        WHERE until IS NOT NULL AND day <= :day
          AND NOT EXISTS (
            SELECT 1 FROM entry later INDEXED BY entry_until
            WHERE later.task = e.task AND later.place = e.place AND later.period = e.period
              AND later.until IS NOT NULL AND later.day <= :day
              AND (later.day, later.id) > (e.day, e.id))
        ORDER BY task, place, period
        """, arguments: ["day": day.number])
    var found: [Int: [ExtendedLine]] = [:]
    for row in rows {
      guard let due = Day(try row.value(3) as String) else { continue }
      for position in tasks.positions(of: try row.value(0)) where wanted?.contains(position) ?? true
      {
        let line = Line(
          tasks.keys[position], in: code(try row.value(1)),
          period: period(of: try row.value(2)))
        guard tasks.hand.leftOut(.place(line.task, line.place), on: day) == nil else { continue }
        found[position, default: []].append(
          try ExtendedLine(
            place: line.place, city: code(row.value(4)), period: line.period, due: due,
            status: status(of: line, at: position, asOf: day)))
      }
    }
    return found
  }

  private func status(
    of line: Line, at position: Int, asOf day: Day
  ) throws -> Status {
    let tasks = try ledger.taskRows()
    if let heir = tasks.heritage.heirs[position] {
      return try ledger.marks(of: heir, in: [line.place], asOf: day, db)
        .last { $0.line.period == line.period }?.status ?? .notStarted
    }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: Ledger.lastOfLine),
      arguments: [tasks.numbers[position], number(line.place), text(line.period), day.number])
    return try (row?.value("status") as String?).flatMap(Status.init(rawValue:)) ?? .notStarted
  }
}
