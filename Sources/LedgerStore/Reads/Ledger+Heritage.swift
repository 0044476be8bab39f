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
  func heir(of task: ReformTask.ID) throws -> Heritage.Heir? { try taskRows().heir(of: task) }

  /// The line for which an entry counts: one without a period may count for one.
  func counted(_ entry: Entry) throws -> Line {
    guard entry.line.period == nil, let heir = try heir(of: entry.line.task) else {
      return entry.line
    }
    let period = heir.task.period(enteredOn: entry.day, issued: heir.issued)
    return Line(entry.line.task, in: entry.line.place, period: period)
  }

  /// The task as it was on a day.
  private func version(of heir: Heritage.Heir, asOf day: Day?) throws -> ReformTask {
    let hand = try taskRows().hand
    guard !hand.isEmpty, let day else { return heir.task }
    return hand.amended(heir.filed, on: day)
  }

  /// `= 12`, or `IN (12, 40)` where entries of several rows count for a task.
  func rows(of task: ReformTask.ID) throws -> String {
    guard let heir = try heir(of: task) else { return "= \(try taskNumber(task) ?? -1)" }
    return "IN (\(heir.rows.map { "\($0)" }.joined(separator: ", ")))"
  }

  /// What was entered for a task up to a day, in the order in which it counts; in some places only,
  /// where they are named.
  func marks(
    of heir: Heritage.Heir, in places: [Division.Code]? = nil, asOf day: Day? = nil, _ db: Database
  ) throws -> [Mark] {
    var conditions = ["task \(try rows(of: heir.task.id))", "status IS NOT NULL"]
    if let places {
      let list = places.map { "\(number($0))" }.joined(separator: ", ")
      conditions.append("place IN (\(list))")
    }
    if let day { conditions.append("day <= \(day.number)") }
    let task = try version(of: heir, asOf: day)
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
      let period = named ?? task.period(enteredOn: day, issued: heir.issued)
      found.append(
        Mark(
          line: Line(heir.task.id, in: code(try row.value(0)), period: period), day: day,
          id: try row.value(3),
          status: status))
    }
    return found
  }

  func marks(of heir: Heritage.Heir, on line: Line, _ db: Database) throws -> [Mark] {
    try marks(of: heir, in: [line.place], db).filter { $0.line.period == line.period }
  }

  /// Puts the tallies of tasks that have more than their own entries in the place of the plain ones.
  func inherit(
    _ plain: [Tally], asOf day: Day, in scope: Division?, _ ownLevel: Bool, of tasks: Set<Int>?,
    _ db: Database
  ) throws -> [Tally] {
    let wanted = try taskRows().heritage.heirs.filter { tasks?.contains($0.key) ?? true }
    guard !wanted.isEmpty else { return plain }
    var found = plain.filter { wanted[$0.task] == nil }
    let county = scope.flatMap { $0.level == .county || ownLevel ? $0.id : nil }
    for (position, heir) in wanted.sorted(by: { $0.key < $1.key }) {
      let marks = try marks(of: heir, in: county.map { [$0] }, asOf: day, db)
      let lines = try lines(of: heir, marks, asOf: day, in: county, db)
      found += try TaskRows.tallies(of: position, lines) { try county ?? city(of: $0, db) }
    }
    return found
  }

  /// The same for each of some counties.
  func inherit(
    _ plain: [Tally], asOf day: Day, ofEach counties: [Division.Code], _ db: Database
  ) throws -> [Division.Code: [Tally]] {
    let heirs = try taskRows().heritage.heirs
    var found = Dictionary(grouping: plain.filter { heirs[$0.task] == nil }, by: \.city)
    for (position, heir) in heirs.sorted(by: { $0.key < $1.key }) {
      let marks = Dictionary(
        grouping: try marks(of: heir, in: counties, asOf: day, db), by: \.line.place)
      for county in counties {
        let lines = try lines(of: heir, marks[county] ?? [], asOf: day, in: county, db)
        found[county, default: []] += TaskRows.tallies(of: position, lines) { _ in county }
      }
    }
    return found
  }

  /// Where the lines of such a task stand by what was entered in a place, nil for everywhere.
  private func lines(
    of heir: Heritage.Heir, _ marks: [Mark], asOf day: Day, in county: Division.Code?,
    _ db: Database
  ) throws -> [Line: Status] {
    var last: [Line: Status] = [:]
    for mark in marks { last[mark.line] = mark.status }
    if !heir.task.collects.isEmpty { try gather(heir, asOf: day, into: &last, in: county, db) }
    let left = try taskRows().hand.leftPlaces(of: heir.task.id, on: day)
    return left.isEmpty ? last : last.filter { left[$0.key.place] == nil }
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
