import Foundation
import GRDB
import Reform

extension Ledger {
  /// Enters what has been reached of a target, in one transaction with the look whether somebody
  /// was quicker; gives the act.
  ///
  /// `seen` is the newest entry of the same target and place that the person saw. Throws a `Fault`
  /// where a newer one has come, or where the number makes no sense (`TargetActual.refuse`).
  @discardableResult
  public func record(
    _ actual: TargetActual, seen: ActualEntry.ID?, in catalogue: Catalogue, _ stamp: Stamp
  ) throws -> Int {
    try actual.refuse(in: catalogue, today: stamp.day)
    return try writing { db in
      let book = try actuals(asOf: Day.last(ofYear: 9999), of: actual.key.task, db)
      if let newest = book.newest(actual.key), newest > seen ?? 0 {
        let last = book.entries(actual.key).first { $0.id == newest }
        throw Fault(
          "刚有人录入了这个数（\(last.map { "\($0.actual.value)，\($0.who)" } ?? "")），没有登记；请退出看过再录。",
          "Somebody has just entered this number (\(last.map { "\($0.actual.value), \($0.who)" } ?? "")); "
            + "nothing was entered. Leave, look, and enter it then.")
      }
      guard let task = try taskNumber(actual.key.task) else {
        throw Fault(
          "台账中没有任务 \(actual.key.task)。", "The ledger has no task \(actual.key.task).",
          exitCode: 2)
      }
      let act = try insertAct(.entered, answers: nil, stamp, db)
      try db.execute(
        sql: """
          INSERT INTO actual (act, task, metric, place, value, of_day, source, made_up)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          act, task, actual.key.metric, number(actual.key.place), actual.value.description,
          actual.day.number, actual.source, actual.isMadeUp,
        ])
      return act
    }
  }

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
