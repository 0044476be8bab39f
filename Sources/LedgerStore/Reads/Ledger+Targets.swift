import Foundation
import GRDB
import Reform

extension Ledger {
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
        // One that was taken away and set again stands once, in its first place.
        if !order.contains(key) { order.append(key) }
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
  /// Everything that is computed from the figures and targets that stand as of a day.
  public func indicatorReport(
    _ book: IndicatorCatalogue, _ divisions: Divisions, _ filter: FigureFilter = .init(),
    asOf day: Day
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
