import GRDB
import Reform

/// Acts on slips of supervision.
struct SlipActs {
  let ledger: Ledger
  let db: Database

  /// Throws where a step makes no sense for the slip as it stands.
  func refuse(_ step: SlipStep, of id: Slip.ID, on day: Day) throws {
    try Slip.refuse(step, try MeetingRows(db: db).slip(id), on: day)
  }

  /// Steps on the slip that came after the last one that was seen.
  ///
  /// A number of which nothing stands is free: whoever issues under it is in nobody's way.
  func between(_ id: Slip.ID, _ seen: Int) throws -> Between? {
    if seen == 0, try MeetingRows(db: db).slipEntries()[id] == nil { return nil }
    let names = try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE own (id) AS (
          SELECT act FROM slip_step WHERE slip = :slip
          UNION SELECT act.id FROM act JOIN own ON act.answers = own.id)
        SELECT DISTINCT who FROM act JOIN own ON own.id = act.id WHERE act.id > :seen ORDER BY who
        """, arguments: ["slip": id, "seen": seen])
    return names.isEmpty ? nil : .slip(id, by: names)
  }

  func put(_ step: SlipStep, _ id: Slip.ID, _ stamp: Stamp) throws -> Entered {
    let act = try ActRows(db: db).enter(.slip, stamp)
    try insert(step, id, act: act)
    return Entered(act: act, .slip(id, step))
  }

  func insert(_ step: SlipStep, _ id: Slip.ID, act: Int) throws {
    try db.execute(
      sql: "INSERT INTO slip_step (act, slip, content) VALUES (?, ?, ?)",
      arguments: [act, id, try written(step)])
  }

  /// The slip and the step that an act has entered.
  func step(of act: Int) throws -> (Slip.ID, SlipStep)? {
    try Row.fetchOne(
      db, sql: "SELECT slip, content FROM slip_step WHERE act = ?", arguments: [act]
    ).map { (try $0.value(0), try read(try $0.value(1))) }
  }

  /// Throws where, after an answer, a slip has steps and was not issued, or was issued twice.
  func confirm(_ id: Slip.ID) throws {
    let entries = try MeetingRows(db: db).slipEntries()[id] ?? []
    let issues = entries.filter { if case .issue = $0.step { true } else { false } }.count
    guard entries.isEmpty || issues == 1 && Slip(id, entries) != nil else {
      throw Fault(
        "\(id) 后面还有登记，不能这样撤销或恢复；请先撤销后面的。",
        "More was entered for \(id) since: take that back first.")
    }
  }
}
