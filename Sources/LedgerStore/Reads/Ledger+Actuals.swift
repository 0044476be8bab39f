import Foundation
import GRDB
import Reform

extension Ledger {
  /// The actuals that stand as of a day of the books, of one task where it is named.
  public func actuals(asOf day: Day, of task: ReformTask.ID? = nil) throws -> ActualBook {
    guard format >= 6 else { return ActualBook() }
    return try reading { try actuals(asOf: day, of: task, $0) }
  }

  private func actuals(
    asOf day: Day, of task: ReformTask.ID?, _ db: Database
  ) throws -> ActualBook {
    let rows = try Row.fetchAll(
      db,
      sql: """
        \(Self.chains(of: "actual"))
        SELECT actual.*, task.key, act.who, act.day
        FROM standing JOIN actual ON actual.act = standing.root JOIN act ON act.id = actual.act
          JOIN task ON task.id = actual.task
        WHERE depth % 2 = 0 AND (:task IS NULL OR task.key = :task) ORDER BY actual.id
        """, arguments: ["day": day.number, "task": task])
    return ActualBook(try rows.map(ActualEntry.init))
  }
}

extension ActualEntry {
  init(_ row: Row) throws {
    let id: Int = try row.value("id")
    guard let value = Decimal(sent: try row.value("value")), let day = try row.day("of_day") else {
      throw Fault(
        "台账里第 \(id) 条实际数读不出；请用 yigai check 检查。",
        "Actual \(id) of the ledger cannot be read; run yigai check.")
    }
    let actual = try TargetActual(
      TargetActual.Key(row.value("key"), row.value("metric"), in: code(row.value("place"))), value,
      on: day, source: row.value("source"), isMadeUp: row.value("made_up"))
    try self.init(
      id: id, act: row.value("act"), actual: actual, who: row.value("who"),
      entered: row.day("day") ?? Day(ordinal: 0))
  }
}
