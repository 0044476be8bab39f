import Foundation
import GRDB
import Reform

extension Ledger {
  /// Sets a target of the office's own; its origin is taken from the stamp.
  public func set(_ target: Target, note: String? = nil, isMadeUp: Bool = false, _ stamp: Stamp)
    throws
  {
    try writing { db in
      try insert(
        target, value: (target.op.rawValue, target.value, target.upper), note: note,
        isMadeUp: isMadeUp, stamp, db)
    }
  }

  /// Takes a target of the office's own away: one of the same indicator, region, scope and year.
  public func drop(_ target: Target, note: String? = nil, _ stamp: Stamp) throws {
    try writing { db in
      try insert(target, value: nil, note: note, isMadeUp: false, stamp, db)
    }
  }

  private func insert(
    _ target: Target, value: (op: String, value: Decimal, upper: Decimal?)?, note: String?,
    isMadeUp: Bool, _ stamp: Stamp, _ db: Database
  ) throws {
    let act = try insertAct(.entered, answers: nil, stamp, db)
    try db.execute(
      sql: """
        INSERT INTO target (act, indicator, region, scope, op, value, upper, year, note, made_up)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act, try indicatorNumber(target.indicator, db), number(target.region),
        target.scope.rawValue, value?.op, value?.value.description, value?.upper?.description,
        target.year, note, isMadeUp,
      ])
  }

  /// The targets that the office set and that stand as of a day.
  ///
  /// One set later for the same indicator, region, scope and year stands in the place of an
  /// earlier one.
  public func targets(asOf day: Day) throws -> [Target] {
    guard format >= 3 else { return [] }
    return try reading { db in
      var found: [[String]: Target] = [:]
      var order: [[String]] = []
      for row in try Row.fetchAll(db, sql: Self.standingTargets, arguments: ["day": day.number]) {
        let key: [String] = try [
          row.value("key"), code(row.value("region")), row.value("scope"),
          (row.value("year") as Int?).map { "\($0)" } ?? "",
        ]
        if found[key] == nil { order.append(key) }
        found[key] = try Target(row)
      }
      return order.compactMap { found[$0] }
    }
  }

  private static let standingTargets = """
    \(chains(of: "target"))
    SELECT target.*, indicator.key, act.who, act.day
    FROM standing JOIN target ON target.act = standing.root JOIN act ON act.id = target.act
      JOIN indicator ON indicator.id = target.indicator
    WHERE depth % 2 = 0 ORDER BY act.day, act.id
    """
}

extension Ledger {
  /// Everything that is reckoned from the figures and targets that stand as of a day.
  public func indicatorReport(
    _ book: IndicatorBook, _ divisions: Divisions, _ filter: FigureFilter = .init(), asOf day: Day
  ) throws -> IndicatorReport {
    IndicatorReport(
      try figures(filter, asOf: day), set: try targets(asOf: day), book, divisions)
  }
}

extension Target {
  /// Nil for a row that takes a target away.
  init?(_ row: Row) throws {
    guard let scope = Scope(rawValue: try row.value("scope")),
      let op = try (row.value("op") as String?).flatMap(TaskTarget.Comparison.init(rawValue:)),
      let value = try (row.value("value") as String?).flatMap(Decimal.init(sent:))
    else { return nil }
    try self.init(
      row.value("key"), region: code(row.value("region")), scope: scope, op, value,
      upper: (row.value("upper") as String?).flatMap(Decimal.init(sent:)), year: row.value("year"),
      origin: .ledger(
        who: row.value("who"), day: row.day("day") ?? Day(ordinal: 0), note: row.value("note"),
        isMadeUp: row.value("made_up")))
  }
}
