import GRDB
import Reform

/// One status that was entered for a line.
struct Mark {
  var line: Line
  var day: Day
  var id: Entry.ID
  var status: Status
}

extension Ledger {
  func heir(of task: ReformTask.ID) -> Heritage.Heir? {
    guard !heritage.heirs.isEmpty, let number = taskNumber(task) else { return nil }
    return positions[number].flatMap { heritage.heirs[$0] }
  }

  /// The line for which an entry counts: one without a period may count for one.
  func counted(_ entry: Entry) -> Line {
    guard entry.line.period == nil, let heir = heir(of: entry.line.task) else { return entry.line }
    let period = heir.task.period(enteredOn: entry.day, issued: heir.issued)
    return Line(entry.line.task, in: entry.line.place, period: period)
  }

  /// Positions of the tasks for which entries on a row count.
  func positions(of row: Int64) -> [Int] {
    positions[row].map { [$0] } ?? heritage.positions[row] ?? []
  }

  /// `= 12`, or `IN (12, 40)` where entries of several rows count for a task.
  func rows(of task: ReformTask.ID) -> String {
    guard let heir = heir(of: task) else { return "= \(taskNumber(task) ?? -1)" }
    return "IN (\(heir.rows.map { "\($0)" }.joined(separator: ", ")))"
  }

  /// What was entered for a task up to a day, in the order in which it counts.
  func marks(
    of heir: Heritage.Heir, in place: Division.Code? = nil, asOf day: Day? = nil, _ db: Database
  ) throws -> [Mark] {
    var conditions = ["task \(rows(of: heir.task.id))", "status IS NOT NULL"]
    if let place { conditions.append("place = \(number(place))") }
    if let day { conditions.append("day <= \(day.number)") }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT place, period, day, id, status FROM entry
        WHERE \(conditions.joined(separator: " AND ")) ORDER BY day, id
        """)
    var found: [Mark] = []
    while let row = try rows.next() {
      guard let day = Day(number: try row.value(2)),
        let status = Status(rawValue: try row.value(4))
      else { continue }
      let named = period(of: try row.value(1))
      let period = named ?? heir.task.period(enteredOn: day, issued: heir.issued)
      found.append(
        Mark(
          line: Line(heir.task.id, in: code(try row.value(0)), period: period), day: day,
          id: try row.value(3),
          status: status))
    }
    return found
  }

  func marks(of heir: Heritage.Heir, on line: Line, _ db: Database) throws -> [Mark] {
    try marks(of: heir, in: line.place, db).filter { $0.line.period == line.period }
  }

  /// Puts the tallies of tasks that have more than their own entries in the place of the plain ones.
  func inherit(
    _ plain: [Tally], asOf day: Day, in scope: Division?, _ ownLevel: Bool, of tasks: Set<Int>?,
    _ db: Database
  ) throws -> [Tally] {
    let wanted = heritage.heirs.filter { tasks?.contains($0.key) ?? true }
    guard !wanted.isEmpty else { return plain }
    var found = plain.filter { wanted[$0.task] == nil }
    let county = scope.flatMap { $0.level == .county || ownLevel ? $0.id : nil }
    for (position, heir) in wanted.sorted(by: { $0.key < $1.key }) {
      var last: [Line: Status] = [:]
      for mark in try marks(of: heir, in: county, asOf: day, db) { last[mark.line] = mark.status }
      if !heir.task.collects.isEmpty {
        try gather(heir, asOf: day, into: &last, in: county, db)
      }
      var counts: [Tally: Int] = [:]
      for (line, status) in last {
        let city = try county ?? self.city(of: line.place, db)
        counts[
          Tally(task: position, city: city, period: line.period, status: status, count: 0),
          default: 0] += 1
      }
      found += counts.map { tally, count in
        var tally = tally
        tally.count = count
        return tally
      }
    }
    return found
  }

  private func city(of place: Division.Code, _ db: Database) throws -> Division.Code {
    let statement = try db.cachedStatement(sql: "SELECT city FROM division WHERE code = ?")
    return try Int.fetchOne(statement, arguments: [number(place)]).map(code) ?? place
  }

  /// Where every line of such a task stands.
  func standings(
    of heir: Heritage.Heir, _ installments: [Installment], in places: [Division.Code],
    _ rules: SignalRules, asOf day: Day, _ db: Database
  ) throws -> [Standing] {
    var last: [Line: Mark] = [:]
    for mark in try marks(of: heir, asOf: day, db) { last[mark.line] = mark }
    let years = heir.task.collects.isEmpty ? [:] : try gathering(heir, asOf: day, db)
    let row = try db.cachedStatement(sql: Self.entryOfLine)
    var found: [Standing] = []
    for installment in installments {
      for place in places {
        let line = Line(heir.task.id, in: place, period: installment.period)
        let entry = try last[line].flatMap { try Row.fetchOne(row, arguments: [$0.id]) }
        var standing = try Standing(entry, line, due: installment.due, rules: rules, on: day)
        if let gathering = installment.period.flatMap({ years[$0.year - 1] }) {
          standing.gathering = gathering
          standing.status = gathering.status(entered: standing.status)
          standing.light = rules.light(of: standing.status, due: installment.due, on: day)
        }
        found.append(standing)
      }
    }
    return found
  }

  private static let entryOfLine = """
    SELECT entry.id, entry.status, entry.day, act.who,
      coalesce(entry.note, CASE act.kind WHEN 'redo' THEN (
        SELECT note FROM entry origin WHERE origin.id = entry.answers) END) AS note
    FROM entry JOIN act ON act.id = entry.act WHERE entry.id = ?
    """
}
