import GRDB
import Reform

/// What acts change in the tables of the catalogue, followed when they come from elsewhere.
struct CatalogueEffects {
  let ledger: Ledger
  let db: Database

  /// Does what an act, which is there already with its rows, does besides.
  func follow(_ body: ActBody, _ about: Act.About, _ act: Int) throws {
    switch about {
    case .filing: try follow(filing: body, act)
    case .hand: try follow(hand: body, act)
    case .decision: try follow(decisionOf: act, body)
    case .meeting:
      let root = try ActRows(db: db).root(of: act)
      let meeting = try String.fetchOne(
        db, sql: "SELECT meeting FROM meeting_step WHERE act = ?", arguments: [root])
      if let meeting {
        try before.keep(meeting, before: act)
        try meetings.number(of: meeting)
      }
    default: return
    }
    ledger.knownTasks = nil
  }

  private var before: HeldBefore { HeldBefore(db: db) }
  private var meetings: MeetingDocument { MeetingDocument(ledger: ledger, db: db) }

  private func follow(filing body: ActBody, _ act: Int) throws {
    let rows = body[.filing]
    for key in Set(rows.compactMap { $0.text("document") }) {
      try before.keep(key, before: act)
      if rows.contains(where: { $0.text("kind") == "withdrawal" }) {
        try FilingActs.takeOut(key, db)
        continue
      }
      for row in rows where row.text("kind") == "document" {
        let document: Document = try read(row.text("content") ?? "")
        _ = try FilingActs.file(document, db)
      }
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM document WHERE key = ?", arguments: [key])
      guard let id else {
        throw Fault("台账中没有文件 \(key)。", "The ledger has no document \(key).")
      }
      try FilingActs.keep(body.texts ?? [], of: id, db)
      for row in rows where row.text("kind") == "task" && row.text("document") == key {
        let task: ReformTask = try read(row.text("content") ?? "")
        if body.facts?.contains(task.id) == true { continue }
        try FilingActs.file(task, of: id, db)
      }
    }
  }

  private func follow(hand body: ActBody, _ act: Int) throws {
    let region = try Int.fetchOne(db, sql: "SELECT min(code) FROM division WHERE parent IS NULL")
    for row in body[.handStep] where row.text("kind") == HandStep.Kind.make.rawValue {
      let step: HandStep = try read(row.text("content") ?? "")
      guard case .make(let made) = step else { continue }
      try before.keep(made.task.document, before: act)
      try HandFiling(db: db, region: region.map(code) ?? "").file(made, try stamp(of: body))
    }
  }

  private func follow(decisionOf act: Int, _ body: ActBody) throws {
    let root = try ActRows(db: db).root(of: act)
    let content = try String.fetchOne(
      db, sql: "SELECT content FROM decision WHERE act = ?", arguments: [root])
    guard let decision: Decision = try content.map({ try read($0) }), let task = decision.task
    else {
      return
    }
    try before.keep(decision.meeting, before: act)
    if body.kind == ActKind.undone.rawValue {
      try meetings.remove(task)
    } else {
      try meetings.file(task, decision, on: try stamp(of: body).day)
    }
  }

  private func stamp(of body: ActBody) throws -> Stamp {
    guard let day = Day(number: body.day) else {
      throw Fault("没有 \(body.day) 这一天。", "There is no day \(body.day).")
    }
    return Stamp(who: body.who, day: day, at: body.at, meeting: body.meeting)
  }
}
