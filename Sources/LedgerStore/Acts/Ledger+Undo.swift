import GRDB
import Reform

/// What acts are about: tasks, figures and groups are taken back apart.
///
/// Nobody who works on tasks should take a batch of figures back unawares.
enum ActField: Hashable {
  case tasks, figures, groups

  /// The condition on an act; those on tasks have entries, or actuals of their targets.
  func condition(on act: String) -> String {
    let entries = """
      (EXISTS (SELECT 1 FROM entry WHERE entry.act = \(act).id)
        OR \(act).id IN (\(Self.actualActs)))
      """
    switch self {
    case .tasks: return entries
    case .groups: return "\(act).id IN (\(Self.groupActs))"
    case .figures: return "NOT \(entries) AND \(act).id NOT IN (\(Self.groupActs))"
    }
  }

  /// Acts that entered an actual and what answers them.
  private static let actualActs = """
    WITH RECURSIVE of_actuals (id) AS (
      SELECT act FROM actual UNION SELECT act.id FROM act JOIN of_actuals ON act.answers = of_actuals.id)
    SELECT id FROM of_actuals
    """

  /// Acts on groups and what answers them.
  private static let groupActs = """
    WITH RECURSIVE of_groups (id) AS (
      SELECT act FROM group_fact UNION SELECT act FROM settlement
      UNION SELECT act.id FROM act JOIN of_groups ON act.answers = of_groups.id)
    SELECT id FROM of_groups
    """
}

/// What an act on figures did (a batch, a target, the collecting of a year).
public enum FigureAct: Hashable, Sendable {
  case batch(Batch.ID)
  case target(Indicator.ID)
  case collecting(CollectionEntry.Kind, place: Division.Code, year: Int)
}

extension Ledger {
  /// Takes back this person's last act on figures that stands, and says what it was.
  public func takeBackFigures(_ stamp: Stamp) throws -> FigureAct? {
    try writing { db -> FigureAct? in
      guard let target = try lastStanding(of: stamp.who, .figures, db) else { return nil }
      _ = try insertAct(.undone, answers: target, stamp, db)
      return try figureAct(target, db)
    }
  }

  /// Puts back what this person took back last of figures, unless something was entered since.
  public func putBackFigures(_ stamp: Stamp) throws -> FigureAct? {
    try writing { db -> FigureAct? in
      guard let target = try lastTakenBack(of: stamp.who, .figures, db) else { return nil }
      _ = try insertAct(.redone, answers: target, stamp, db)
      return try figureAct(target, db)
    }
  }

  /// The last act of a person that entered something or put it back, and was not taken back.
  func lastStanding(of who: String, _ field: ActField, _ db: Database) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT id FROM act WHERE who = ? AND kind <> 'undo' AND \(field.condition(on: "act"))
          AND NOT EXISTS (SELECT 1 FROM act undo WHERE undo.answers = act.id AND undo.kind = 'undo')
        ORDER BY id DESC LIMIT 1
        """, arguments: [who])
  }

  /// The last act by which a person took something back, with nothing entered since.
  func lastTakenBack(of who: String, _ field: ActField, _ db: Database) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT id FROM act WHERE who = :who AND kind = 'undo' AND \(field.condition(on: "act"))
          AND NOT EXISTS (SELECT 1 FROM act redo WHERE redo.answers = act.id)
          AND NOT EXISTS (
            SELECT 1 FROM act later
            WHERE later.who = :who AND later.kind = 'enter' AND later.id > act.id
              AND \(field.condition(on: "later")))
        ORDER BY id DESC LIMIT 1
        """, arguments: ["who": who])
  }

  /// What the act at the beginning of a chain of answers did.
  private func figureAct(_ act: Int, _ db: Database) throws -> FigureAct? {
    var root = act
    while let before = try Int.fetchOne(
      db, sql: "SELECT answers FROM act WHERE id = ?", arguments: [root])
    {
      root = before
    }
    if let batch = try Int.fetchOne(
      db, sql: "SELECT id FROM batch WHERE act = ?", arguments: [root])
    {
      return .batch(batch)
    }
    if let key = try String.fetchOne(
      db,
      sql: """
        SELECT key FROM target JOIN indicator ON indicator.id = target.indicator WHERE act = ?
        """, arguments: [root])
    {
      return .target(key)
    }
    let row = try Row.fetchOne(
      db, sql: "SELECT kind, place, year FROM collecting WHERE act = ?", arguments: [root])
    return try row.flatMap { row in
      try CollectionEntry.Kind(rawValue: row.value("kind")).map {
        try .collecting($0, place: code(row.value("place")), year: row.value("year"))
      }
    }
  }
}
