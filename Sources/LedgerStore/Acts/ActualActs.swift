import Foundation
import GRDB
import Reform

/// Acts on the actuals of targets.
struct ActualActs {
  let ledger: Ledger
  let db: Database

  /// The newest actual of the same target and place, where the person saw an older one.
  func between(_ actual: TargetActual, _ seen: ActualEntry.ID) throws -> Between? {
    let book = try ledger.actuals(asOf: Day.last(ofYear: 9999), of: actual.key.task)
    guard let newest = book.newest(actual.key), newest > seen else { return nil }
    return book.entries(actual.key).first { $0.id == newest }.map(Between.actual)
  }

  func put(_ actual: TargetActual, _ stamp: Stamp) throws -> Entered {
    guard let task = try ledger.taskNumber(actual.key.task) else {
      throw Fault(
        "台账中没有任务 \(actual.key.task)。", "The ledger has no task \(actual.key.task).",
        exitCode: 2)
    }
    let act = try ActRows(db: db).enter(.actual, stamp)
    try db.execute(
      sql: """
        INSERT INTO actual (act, task, metric, place, value, of_day, source, made_up)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act, task, actual.key.metric, number(actual.key.place), actual.value.description,
        actual.day.number, actual.source, actual.isMadeUp,
      ])
    return Entered(act: act, .actual(actual))
  }

  /// The actual that an act has entered.
  func actual(of act: Int) throws -> TargetActual? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT actual.*, task.key, act.who, act.day FROM actual
          JOIN act ON act.id = actual.act JOIN task ON task.id = actual.task
        WHERE actual.act = ?
        """, arguments: [act]
    ).map { try ActualEntry($0).actual }
  }
}
