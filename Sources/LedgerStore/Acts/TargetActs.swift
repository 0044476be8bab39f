import GRDB
import Reform

/// Acts that set a target of the office's own, or take it away.
struct TargetActs {
  let db: Database

  /// Whether somebody has set the same target after an act, or taken that back.
  func between(_ target: Target, _ seen: Int) throws -> Between? {
    for root in try ActRows(db: db).since(seen, about: .target).map(\.root) {
      let isSame = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM target JOIN indicator ON indicator.id = target.indicator
            WHERE act = ? AND key = ? AND region = ? AND scope = ? AND year IS ?)
          """,
        arguments: [
          root, target.indicator, number(target.region), target.scope.rawValue, target.year,
        ])
      if isSame == true { return .target(target.indicator) }
    }
    return nil
  }

  func put(_ own: OwnTarget, _ stamp: Stamp) throws -> Entered {
    let target = own.target
    let indicator = try FigureActs.indicatorNumber(target.indicator, db)
    let act = try ActRows(db: db).enter(.target, stamp)
    let value = own.isDropped ? nil : target
    try db.execute(
      sql: """
        INSERT INTO target (act, indicator, region, scope, op, value, upper, year, note, made_up)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act, indicator, number(target.region), target.scope.rawValue, value?.op.rawValue,
        value?.value.description, value?.upper?.description, target.year, own.note, own.isMadeUp,
      ])
    return Entered(act: act, .target(target.indicator))
  }

  /// The indicator of the target that an act has set.
  func indicator(of act: Int) throws -> Indicator.ID? {
    try String.fetchOne(
      db,
      sql: """
        SELECT key FROM target JOIN indicator ON indicator.id = target.indicator WHERE act = ?
        """, arguments: [act])
  }
}
