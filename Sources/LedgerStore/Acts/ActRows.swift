import GRDB
import Reform

/// The table of acts: who entered something when, what it is about, and which act answers which.
struct ActRows {
  let db: Database

  /// Adds an act that enters something, and gives its number.
  func enter(_ about: Act.About, _ stamp: Stamp) throws -> Int {
    try insert(.entered, answers: nil, about: about.rawValue, stamp)
  }

  /// Adds an act that answers another one; it is about the same.
  func answer(_ target: Int, by kind: ActKind, _ stamp: Stamp) throws -> Int {
    let about = try String.fetchOne(
      db, sql: "SELECT about FROM act WHERE id = ?", arguments: [target])
    return try insert(
      kind, answers: target, about: about, dated(stamp, noEarlierThan: target))
  }

  private func insert(
    _ kind: ActKind, answers: Int?, about: String?, _ stamp: Stamp
  ) throws -> Int {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO act (kind, answers, who, day, at, meeting, about) VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      kind.rawValue, answers, stamp.who, stamp.day.number, stamp.at, stamp.meeting, about,
    ])
    return Int(db.lastInsertedRowID)
  }

  /// A stamp for an answer to an act: taken back before its own day, an act would stand all the
  /// same.
  func dated(_ stamp: Stamp, noEarlierThan act: Int) throws -> Stamp {
    guard let day = try day(of: act), day > stamp.day else { return stamp }
    var stamp = stamp
    stamp.day = day
    return stamp
  }

  /// The day of an act; nil where there is no such act.
  func day(of act: Int) throws -> Day? {
    try Int.fetchOne(db, sql: "SELECT day FROM act WHERE id = ?", arguments: [act])
      .flatMap(Day.init(number:))
  }

  /// The number of the last act; 0 where there is none.
  func last() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM act") ?? 0
  }

  /// What an act is about; nil where there is no such act.
  func about(_ act: Int) throws -> Act.About? {
    try String.fetchOne(db, sql: "SELECT about FROM act WHERE id = ?", arguments: [act])
      .flatMap(Act.About.init)
  }

  /// The last act of the chain of answers to an act, and whether the first one stands.
  func lastAnswer(to act: Int) throws -> (act: Int, isStanding: Bool) {
    var (last, isStanding) = (act, true)
    let answer = try db.cachedStatement(sql: "SELECT id FROM act WHERE answers = ?")
    while let next = try Int.fetchOne(answer, arguments: [last]) {
      (last, isStanding) = (next, !isStanding)
    }
    return (last, isStanding)
  }

  /// The act at the beginning of a chain of answers.
  func root(of act: Int) throws -> Int {
    var root = act
    while let before = try Int.fetchOne(
      db, sql: "SELECT answers FROM act WHERE id = ?", arguments: [root])
    {
      root = before
    }
    return root
  }

  /// Acts after a number that are about something, each with the act that its chain begins with.
  func since(_ seen: Int, about: Act.About) throws -> [(act: Int, root: Int)] {
    try Int.fetchAll(
      db, sql: "SELECT id FROM act WHERE id > ? AND about = ? ORDER BY id",
      arguments: [seen, about.rawValue]
    ).map { ($0, try root(of: $0)) }
  }

  /// The last act of a person that entered something or put it back, and was not taken back.
  func lastStanding(of who: String, _ field: Act.Field) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT id FROM act WHERE who = ? AND kind <> 'undo' AND about IN (\(Self.list(field)))
          AND NOT EXISTS (SELECT 1 FROM act undo WHERE undo.answers = act.id AND undo.kind = 'undo')
          AND \(Self.isOurs("act"))
        ORDER BY id DESC LIMIT 1
        """, arguments: [who])
  }

  /// The last act by which a person took something back, with nothing entered since.
  func lastTakenBack(of who: String, _ field: Act.Field) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT id FROM act WHERE who = :who AND kind = 'undo' AND about IN (\(Self.list(field)))
          AND NOT EXISTS (SELECT 1 FROM act redo WHERE redo.answers = act.id)
          AND NOT EXISTS (
            SELECT 1 FROM act later
            WHERE later.who = :who AND later.kind = 'enter' AND later.id > act.id
              AND later.about IN (\(Self.list(field))) AND \(Self.isOurs("later")))
          AND \(Self.isOurs("act"))
        ORDER BY id DESC LIMIT 1
        """, arguments: ["who": who])
  }

  /// Whether an act was entered in this ledger: another office may have people of the same name.
  private static func isOurs(_ act: String) -> String {
    """
    NOT EXISTS (
      SELECT 1 FROM shared JOIN origin ON origin.id = shared.origin
      WHERE shared.act = \(act).id
        AND origin.name NOT IN (SELECT value FROM hub WHERE key LIKE 'origin%'))
    """
  }

  private static func list(_ field: Act.Field) -> String {
    field.abouts.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }
}
