import GRDB
import Reform

extension Ledger {
  /// What to leaf through of the entries, newest first.
  public struct HistoryFilter: Hashable, Sendable {
    public var task: ReformTask.ID?
    /// A division with all that lies in it.
    public var place: Division.Code?
    /// Only of the place itself, not of what lies in it.
    public var ownLevel = false
    /// Whether acts on the actuals of targets, and changes by hand, stand among the entries.
    public var withActuals = false
    /// The first and the last day of the books.
    public var since: Day?
    public var until: Day?
    /// Only entries older than this one.
    public var before: Entry.ID?
    public var limit: Int

    public init(
      task: ReformTask.ID? = nil, place: Division.Code? = nil, since: Day? = nil,
      until: Day? = nil, before: Entry.ID? = nil, limit: Int = 200, withActuals: Bool = false
    ) {
      (self.task, self.place, self.since, self.until) = (task, place, since, until)
      (self.before, self.limit, self.withActuals) = (before, limit, withActuals)
    }

    /// The codes of a place and of all that lies in it: those of GB/T 2260 nest by their digits.
    static func span(of place: Division.Code) -> ClosedRange<Int> {
      codes(within: place)
    }
  }

  /// Entries, newest first.
  public func history(_ filter: HistoryFilter) throws -> [Entry] {
    let asked = try HistoryConditions(filter, in: self)
    let condition = asked.text + " ORDER BY entry.id DESC LIMIT \(filter.limit)"
    return try reading { db in
      let entries = try fetchEntries(db, where: condition, arguments: asked.arguments)
      let others =
        filter.withActuals
        ? try actualEntries(filter, db) + HandRows(db: db).entries(filter, format) : []
      guard !others.isEmpty else { return entries }
      let all = (entries + others).sorted { ($0.act, $0.id) > ($1.act, $1.id) }
      return try SharedOffices(db: db, format).named(Array(all.prefix(filter.limit)))
    }
  }

  /// How many entries there are, however many the filter takes.
  public func historyCount(_ filter: HistoryFilter) throws -> Int {
    try reading { try HistoryConditions(filter, in: self).count($0, in: self) }
  }

  /// The entries of some numbers, by number.
  public func entries(_ ids: Set<Entry.ID>) throws -> [Entry.ID: Entry] {
    guard !ids.isEmpty else { return [:] }
    let list = ids.sorted().map(String.init).joined(separator: ", ")
    let found = try reading { try fetchEntries($0, where: "entry.id IN (\(list))", arguments: []) }
    return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether an entry was made at a time, to the second and as its clock wrote it.
  public func hasEntry(enteredAt time: String) throws -> Bool {
    try reading { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM act JOIN entry ON entry.act = act.id WHERE act.at = ?)
          """, arguments: [time]) ?? false
    }
  }

  /// The last day on which anything was entered.
  public func lastDay() throws -> Day? {
    try reading {
      try Int.fetchOne($0, sql: "SELECT max(day) FROM entry").flatMap(Day.init(number:))
    }
  }

  /// How many entries the ledger holds.
  public func entryCount() throws -> Int {
    try reading { try Int.fetchOne($0, sql: "SELECT coalesce(max(id), 0) FROM entry") ?? 0 }
  }

  func entries(of act: Int, _ db: Database) throws -> [Entry] {
    try fetchEntries(db, where: "entry.act = ? ORDER BY entry.id", arguments: [act])
  }

  func fetchEntries(
    _ db: Database, where condition: String, arguments: StatementArguments
  ) throws -> [Entry] {
    var found: [Entry] = []
    let sole = try taskRows().heritage.sole
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT entry.id, act.id AS act, act.kind, task.key, place, period, status, note, evidence,
          due, \(format >= Schema.meetings ? "until" : "NULL AS until"), entry.day, act.day AS booked, at, who, meeting, entry.answers,
          coalesce((
            SELECT answer.kind = 'undo' FROM entry a JOIN act answer ON answer.id = a.act
            WHERE a.answers = entry.id ORDER BY a.id DESC LIMIT 1), 0) AS takenBack
        FROM entry JOIN act ON act.id = entry.act JOIN task ON task.id = entry.task
        WHERE \(condition)
        """, arguments: arguments)
    while let row = try rows.next() {
      var entry = try Entry(row)
      if let heir = sole[entry.line.task] { entry.line.task = heir }
      found.append(entry)
    }
    return try SharedOffices(db: db, format).named(found)
  }
}

extension Entry {
  init(_ row: Row) throws {
    let day = try row.day("day") ?? Day(ordinal: 0)
    try self.init(
      id: row.value("id"), act: row.value("act"),
      kind: ActKind(rawValue: row.value("kind")) ?? .entered,
      line: Line(
        row.value("key"), in: code(row.value("place")),
        period: Reform.Period(row.value("period") as String)),
      status: (row.value("status") as String?).flatMap(Status.init(rawValue:)),
      note: row.value("note"),
      evidence: row.value("evidence"), due: row.value("due"),
      day: day,
      at: row.value("at"), who: row.value("who"), meeting: row.value("meeting"),
      answers: row.value("answers"),
      isTakenBack: row.value("takenBack"), until: row.value("until"),
      booked: row.day("booked").flatMap { $0 > day ? $0 : nil })
  }
}
