import GRDB
import Reform

extension Ledger {
  /// How many lines of each task stand where, by city, as of a day.
  ///
  /// As of the last day entered, or later, the counts kept beside the entries answer; an earlier
  /// day is computed from the entries. For a county its own lines are counted, with the county
  /// in the place of the city; `ownLevel` does so for the government of any place. `tasks` are
  /// positions in the catalogue; nil asks for all.
  public func tallies(
    asOf day: Day, in scope: Division? = nil, of tasks: Set<Int>? = nil, ownLevel: Bool = false
  ) throws -> [Tally] {
    // SQLite finds no plan for an empty list within a county.
    if let tasks, tasks.isEmpty { return [] }
    return try reading { db in
      let plain = try plainTallies(asOf: day, in: scope, ownLevel, of: tasks, db)
      return try inherit(plain, asOf: day, in: scope, ownLevel, of: tasks, db)
    }
  }

  /// The tallies of each of some counties, by code: one query, however many they are.
  public func tallies(
    asOf day: Day, ofEach counties: [Division.Code]
  ) throws -> [Division.Code: [Tally]] {
    guard !counties.isEmpty else { return [:] }
    return try reading { db in
      let list = counties.map { "\(number($0))" }.joined(separator: ", ")
      let plain = try fetchTallies(
        db, sql: Self.countyTallies("division.code IN (\(list))"), arguments: ["day": day.number])
      return try inherit(plain, asOf: day, ofEach: counties, db)
    }
  }

  /// Tallies by the entries on each task's own row.
  private func plainTallies(
    asOf day: Day, in scope: Division?, _ ownLevel: Bool, of tasks: Set<Int>?, _ db: Database
  ) throws -> [Tally] {
    let numbers = try taskRows().numbers
    let only = tasks.map { tasks in
      let ids = tasks.filter(numbers.indices.contains).map { String(numbers[$0]) }
      return "IN (\(ids.sorted().joined(separator: ", ")))"
    }
    if let scope, scope.level == .county || ownLevel {
      return try fetchTallies(
        db,
        sql: Self.countyTallies("division.code = :place")
          + (only.map { " AND task.id \($0)" } ?? ""),
        arguments: ["place": number(scope.id), "day": day.number])
    }
    let last = try Int.fetchOne(db, sql: "SELECT max(day) FROM entry") ?? 0
    if day.number >= last {
      return try fetchTallies(
        db,
        sql: "SELECT task, city, period, status, count FROM tally WHERE count > 0"
          + (only.map { " AND task \($0)" } ?? ""), arguments: [])
    }
    return try fetchTallies(
      db, sql: Self.pastTallies(only.map { " AND task \($0)" } ?? ""),
      arguments: ["day": day.number])
  }

  /// The tasks for which anything was entered after an entry, up to a day.
  public func tasksTouched(since entry: Entry.ID, asOf day: Day) throws -> Set<Int> {
    try reading { db in
      // By the number: the order of an index of tasks would pass over all entries.
      let ids = try Int64.fetchAll(
        db, sql: "SELECT DISTINCT task FROM entry NOT INDEXED WHERE id > ? AND day <= ?",
        arguments: [entry, day.number])
      // Figures come in beside the entries; what is gathered may have moved with them.
      let rows = try taskRows()
      return Set(ids.flatMap(rows.positions(of:))).union(rows.heritage.gatherers)
    }
  }

  private static func countyTallies(_ places: String) -> String {
    """
    SELECT task.id, e.place, e.period, e.status, 1
    FROM division CROSS JOIN task CROSS JOIN entry e INDEXED BY entry_line
      ON e.task = task.id AND e.place = division.code AND e.status IS NOT NULL AND e.day <= :day
    WHERE \(places) AND NOT EXISTS (
      SELECT 1 FROM entry later INDEXED BY entry_line
      WHERE later.task = e.task AND later.place = e.place AND later.period = e.period
        AND later.status IS NOT NULL AND later.day <= :day
        AND (later.day, later.id) > (e.day, e.id))
    """
  }

  /// The entry with the greatest day and number wins: both in one number, the day above.
  private static func pastTallies(_ condition: String) -> String {
    """
    SELECT task, city, period, status, count(*)
    FROM (
      SELECT task, place, period, status, max(day * 4294967296 + id)
      FROM entry INDEXED BY entry_line
      WHERE status IS NOT NULL AND day <= :day\(condition)
      GROUP BY task, place, period)
    JOIN division ON division.code = place
    GROUP BY task, city, period, status
    """
  }

  func fetchTallies(
    _ db: Database, sql: String, arguments: StatementArguments
  ) throws -> [Tally] {
    var found: [Tally] = []
    let positions = try taskRows().positions
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try rows.next() {
      guard let position = positions[try row.value(0)],
        let status = Status(rawValue: try row.value(3))
      else {
        continue
      }
      found.append(
        Tally(
          task: position, city: code(try row.value(1)), period: period(of: try row.value(2)),
          status: status,
          count: try row.value(4)))
    }
    return found
  }

  /// Where every line of a task stands as of a day, place by place and installment by installment;
  /// `dues` are the entered due days of that day, where they were read already.
  public func standings(
    of task: ReformTask, in catalogue: Catalogue, asOf day: Day, within scope: Division.Code? = nil,
    dues: DueDays? = nil
  ) throws -> [Standing] {
    let rows = try taskRows()
    let catalogue = catalogue.asOf(day)
    guard let position = catalogue.position(of: task.id), rows.numbers.indices.contains(position)
    else { return [] }
    let task = catalogue.tasks[position]
    // What is left out has no lines to be asked for.
    guard catalogue.leftOut(task) == nil else { return [] }
    let entered = try dues ?? enteredDues(asOf: day, of: [position])
    let installments = catalogue.installments(of: task, on: day, entered: entered[position])
    let places = catalogue.fanOut(of: task).filter { place in
      guard let scope else { return true }
      return catalogue.divisions.isWithin(place, scope)
    }
    let extended = entered.lines[position] ?? []
    if let heir = rows.heritage.heirs[position] {
      return try reading { db in
        try standings(of: heir, installments, in: places, catalogue.rules, asOf: day, db)
      }.map { $0.extended(by: extended, catalogue.rules, on: day) }
    }
    return try reading { db in
      let last = try db.cachedStatement(sql: Self.lastOfLine)
      var found: [Standing] = []
      for installment in installments {
        for place in places {
          let row = try Row.fetchOne(
            last,
            arguments: [
              rows.numbers[position], number(place), text(installment.period), day.number,
            ])
          found.append(
            try Standing(
              row, Line(task.id, in: place, period: installment.period), due: installment.due,
              rules: catalogue.rules, on: day
            ).extended(by: extended, catalogue.rules, on: day))
        }
      }
      return found
    }
  }

  static let lastOfLine = """
    SELECT entry.id, entry.status, entry.day, act.who,
      coalesce(entry.note, CASE act.kind WHEN 'redo' THEN (
        SELECT note FROM entry origin WHERE origin.id = entry.answers) END) AS note
    FROM entry INDEXED BY entry_line JOIN act ON act.id = entry.act
    WHERE task = ? AND place = ? AND period = ? AND status IS NOT NULL AND entry.day <= ?
    ORDER BY entry.day DESC, entry.id DESC LIMIT 1
    """
}

extension Standing {
  /// The same by the day to which it was extended, where it was.
  func extended(by lines: [ExtendedLine], _ rules: SignalRules, on day: Day) -> Standing {
    guard let due,
      let own = lines.first(where: { $0.place == line.place && $0.period == line.period })
    else { return self }
    var later = self
    (later.due, later.original) = (own.due, due)
    later.light = rules.light(of: status, due: own.due, on: day)
    return later
  }

  init(_ row: Row?, _ line: Line, due: Day?, rules: SignalRules, on day: Day) throws {
    let status =
      try (row?.value("status") as String?).flatMap(Status.init(rawValue:)) ?? .notStarted
    try self.init(
      line: line, status: status, due: due, light: rules.light(of: status, due: due, on: day),
      last: row?.value("id"), day: row?.day("day"), who: row?.value("who"), note: row?.value("note")
    )
  }
}
