import GRDB
import Reform

/// Acts on meetings: their steps, and what they decide.
struct MeetingActs {
  let ledger: Ledger
  let db: Database
  let rules: ActRules

  private var rows: ActRows { ActRows(db: db) }

  /// Throws where a step makes no sense for the meeting as it stands.
  func refuse(_ step: MeetingStep, of id: Meeting.ID) throws {
    let all = try MeetingRows(db: db).meetings()
    let meeting = all.first { $0.id == id }
    try Meeting.refuse(
      step, of: meeting,
      running: all.first {
        $0.state == .running && Meeting.office(of: $0.id) == Meeting.office(of: id)
      }, rules.catalogue)
    if case .card(let card) = step { try refuseElsewhere(card) }
    guard case .close(let minutes) = step else { return }
    let holders = try SharedOffices(db: db, ledger.format).ofMeetings()
    // Every office numbers its own.
    if let other = all.first(where: {
      $0.minutes == minutes && $0.id != id && holders[$0.id] == holders[id]
    }) {
      throw Fault(
        "纪要编号 \(minutes) 已是“\(other.card.name)”（\(other.card.day)）的。",
        "The minutes of “\(other.card.name)” (\(other.card.day)) bear the number \(minutes).",
        exitCode: 2)
    }
  }

  /// Throws where a meeting looks at a place outside of the part that is entered for here: the hub takes
  /// no such meeting.
  private func refuseElsewhere(_ card: MeetingCard) throws {
    guard ledger.format >= Schema.sharing, let own = try SharedRows(db: db).place(),
      !codes(within: own).contains(number(card.scope))
    else { return }
    let divisions = rules.catalogue.divisions
    let (mine, other) = (divisions[own], divisions[card.scope])
    var fault = Fault(
      "会议的范围要在\(mine?.name ?? own)以内，不能是\(other?.name ?? card.scope)；没有登记。",
      "A meeting looks at \(mine?.english ?? own) or a part of it, not at "
        + "\(other?.english ?? card.scope); nothing was entered.", exitCode: 2)
    fault.part = .places
    throw fault
  }

  /// Throws where a decision makes no sense in its meeting, or would extend what is finished.
  func refuse(_ decision: Decision, _ changes: [Change], on day: Day) throws {
    try decision.refuse(in: try MeetingRows(db: db).meeting(decision.meeting), on: day)
    let lines = Set(changes.map(\.line))
    guard lines == Set(decision.lines), changes.count == lines.count else {
      throw Fault("决定与登记的地区不符，没有登记。", "The decision and its lines differ; nothing was entered.")
    }
    if decision.kind == .extend {
      let acts = LineActs(ledger: ledger, db: db)
      for change in changes where try acts.status(of: change.line).isFinished {
        let name = rules.catalogue.divisions[change.line.place]
        throw Fault(
          "\(name?.name ?? change.line.place)已经办结，不用延期；没有登记。",
          "\(name?.english ?? change.line.place) has finished it and needs no extension; nothing was "
            + "entered.")
      }
    }
    try refuseGathered(changes, on: day)
    if let slip = decision.slip {
      try SlipActs(ledger: ledger, db: db).refuse(.issue(slip), of: slip.number, on: day)
    }
  }

  /// Throws where a status would not stand: a collection goes by its figures, whatever is decided.
  private func refuseGathered(_ changes: [Change], on day: Day) throws {
    for change in changes {
      guard let status = change.status, case .year(let year)? = change.line.period,
        let heir = try ledger.heir(of: change.line.task), !heir.task.collects.isEmpty,
        let gathering = try ledger.gathering(heir, asOf: day, db)[year - 1],
        gathering.status(entered: status) != status
      else { continue }
      let (sent, asked) = (gathering.sent, gathering.asked)
      let word = FieldWords.status(status)
      // One line of a question.
      throw Fault(
        "它按 \(year - 1) 年数据算，\(asked) 个市报齐 \(sent) 个，不能定为“\(word.zh)”。",
        "It goes by the figures of \(year - 1): \(sent) of \(asked) cities are complete.")
    }
  }

  /// Steps on the meeting, or decisions in it, that came after the last one that was seen.
  func between(_ meeting: Meeting.ID, _ seen: Int) throws -> Between? {
    let names = try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE own (id) AS (
          SELECT act FROM meeting_step WHERE meeting = :meeting
          UNION SELECT act FROM decision WHERE meeting = :meeting
          UNION SELECT act.id FROM act JOIN own ON act.answers = own.id)
        SELECT DISTINCT who FROM act JOIN own ON own.id = act.id WHERE act.id > :seen ORDER BY who
        """, arguments: ["meeting": meeting, "seen": seen])
    return names.isEmpty ? nil : .meeting(meeting, by: names)
  }

  /// The same of the things that a decision is about: others may be decided on at the same time.
  func between(_ decision: Decision, _ changes: [Change], _ seen: Int, _ day: Day) throws
    -> Between?
  {
    if let moved = try LineActs(ledger: ledger, db: db).between(changes, day) { return moved }
    let held = try MeetingRows(db: db).meeting(decision.meeting)
    let newer = (held?.decisions ?? []).filter {
      $0.id > seen && $0.decision.subject == decision.subject && decision.subject != nil
    }
    let names = Set(newer.map(\.who)).sorted()
    return names.isEmpty ? nil : .meeting(decision.meeting, by: names)
  }

  func put(_ step: MeetingStep, _ meeting: Meeting.ID, _ stamp: Stamp) throws -> Entered {
    let act = try rows.enter(.meeting, stamp)
    try db.execute(
      sql: "INSERT INTO meeting_step (act, meeting, content) VALUES (?, ?, ?)",
      arguments: [act, meeting, try written(step)])
    try HeldBefore(db: db).keep(meeting, before: act)
    try document.number(of: meeting)
    return Entered(act: act, .meeting(meeting, step))
  }

  func put(_ asked: Decision, _ changes: [Change], _ stamp: Stamp) throws -> Entered {
    var decision = asked
    var stamp = stamp
    stamp.meeting = decision.meeting
    let act = try rows.enter(.decision, stamp)
    if decision.kind == .resolve, let task = decision.task {
      decision.task = numbered(task, try nextNumber(in: decision.meeting), in: decision.meeting)
    }
    try LineActs(ledger: ledger, db: db).insert(changes, act: act, stamp)
    try db.execute(
      sql: "INSERT INTO decision (act, meeting, kind, content) VALUES (?, ?, ?, ?)",
      arguments: [act, decision.meeting, decision.kind.rawValue, try written(decision)])
    if let slip = decision.slip {
      try SlipActs(ledger: ledger, db: db).insert(.issue(slip), slip.number, act: act)
    }
    if let task = decision.task {
      try HeldBefore(db: db).keep(decision.meeting, before: act)
      try file(task, decision, act: act, on: stamp.day)
    }
    return Entered(act: act, .decision(decision, try ledger.entries(of: act, db)))
  }

  /// Takes a decision back, or puts it back: its lines, its task and its slip with it.
  func answer(
    _ target: Int, by kind: ActKind, _ stamp: Stamp, overriding: Bool, over seen: Entry.ID
  ) throws -> Outcome {
    guard let decision = try decision(of: rows.root(of: target)) else { return .nothing }
    if let meeting = try MeetingRows(db: db).meeting(decision.meeting), meeting.state == .closed {
      throw Fault(
        "“\(meeting.card.name)”已闭会，它的决定不能再撤销；请在下一次会议上改。",
        "“\(meeting.card.name)” is closed: what it decided cannot be taken back; change it in the next "
          + "meeting.")
    }
    if kind == .undone, let task = decision.task {
      try refuseRemoving(task)
      try HeldBefore(db: db).keep(decision.meeting, before: rows.last() + 1)
      try document.remove(task)
    }
    let outcome = try LineActs(ledger: ledger, db: db).answer(
      target, by: kind, stamp, overriding: overriding, over: seen)
    guard case .recorded(let entered) = outcome else { return outcome }
    if let task = decision.task {
      if kind == .redone {
        try HeldBefore(db: db).keep(decision.meeting, before: entered.act)
        try file(task, decision, act: entered.act, on: stamp.day)
      } else {
        try insertFiling("withdrawal", task, "", act: entered.act)
      }
    }
    if let slip = decision.slip { try SlipActs(ledger: ledger, db: db).confirm(slip.number) }
    return .recorded(
      Entered(act: entered.act, answers: target, .decision(decision, entered.entries)))
  }

  /// The decision that an act has entered.
  private func decision(of act: Int) throws -> Decision? {
    try String.fetchOne(db, sql: "SELECT content FROM decision WHERE act = ?", arguments: [act])
      .map { try read($0) }
  }

  /// Throws for a step of a meeting that is closed: its minutes have gone out with their number.
  func refuseClosed(_ act: Int) throws {
    guard let (id, _) = try step(of: act), let meeting = try MeetingRows(db: db).meeting(id),
      meeting.state == .closed
    else { return }
    throw Fault(
      "“\(meeting.card.name)”已闭会，纪要的编号已定，不能再撤销；请在下一次会议上改。",
      "“\(meeting.card.name)” is closed and its minutes have their number: nothing of it can be taken "
        + "back; change it in the next meeting.")
  }

  /// The meeting and the step that an act has entered.
  func step(of act: Int) throws -> (Meeting.ID, MeetingStep)? {
    try Row.fetchOne(
      db, sql: "SELECT meeting, content FROM meeting_step WHERE act = ?", arguments: [act]
    ).map { (try $0.value(0), try read(try $0.value(1))) }
  }

  /// Throws where, after an answer, a meeting is what it cannot be.
  func confirm(_ id: Meeting.ID) throws {
    try HeldBefore(db: db).keep(id, before: rows.last())
    let all = try MeetingRows(db: db).meetings()
    let running = all.filter {
      $0.state == .running && Meeting.office(of: $0.id) == Meeting.office(of: id)
    }
    guard running.count < 2 else {
      throw Fault(
        "另一次会议正在开，不能再开“\(running[0].card.name)”。",
        "Another meeting is running; “\(running[0].card.name)” cannot be open as well.")
    }
    let decided = try Int.fetchOne(
      db,
      sql: """
        \(Ledger.chains(of: "decision"))
        SELECT count(*) FROM standing JOIN decision ON decision.act = root
        WHERE depth % 2 = 0 AND meeting = :meeting
        """, arguments: ["day": Day.last(ofYear: 9999).number, "meeting": id])
    guard (decided ?? 0) > 0 else { return try document.number(of: id) }
    guard let meeting = all.first(where: { $0.id == id }), meeting.state != .prepared else {
      throw Fault(
        "这次会议已有决定，不能撤回到开会之前；请先撤销决定。",
        "This meeting has decided something and cannot be taken back to before it was opened; take back "
          + "the decisions first.")
    }
    try document.number(of: id)
  }
}

extension MeetingActs {
  private func file(_ task: ReformTask, _ decision: Decision, act: Int, on day: Day) throws {
    try document.file(task, decision, on: day)
    try insertFiling("task", task, try written(task), act: act)
  }

  var document: MeetingDocument { MeetingDocument(ledger: ledger, db: db) }

  private func nextNumber(in meeting: Meeting.ID) throws -> Int {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM decision WHERE meeting = ? AND kind = 'resolve'",
      arguments: [meeting])
    return (count ?? 0) + 1
  }

  private func numbered(_ task: ReformTask, _ number: Int, in meeting: Meeting.ID) -> ReformTask {
    var task = task
    (task.id, task.document, task.clause) = ("\(meeting)/\(number)", meeting, "\(number)")
    return task
  }

  private func insertFiling(
    _ kind: String, _ task: ReformTask, _ content: String, act: Int
  ) throws {
    try db.execute(
      sql: "INSERT INTO filing (act, kind, document, task, content) VALUES (?, ?, ?, ?, ?)",
      arguments: [act, kind, task.document, task.id, content])
  }

  /// Throws where something was entered for a task, or it was changed by hand.
  private func refuseRemoving(_ task: ReformTask) throws {
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM task WHERE key = ?", arguments: [task.id])
    let count =
      try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM entry WHERE task = :id)
            + (SELECT count(*) FROM actual WHERE task = :id)
          """, arguments: ["id": id]) ?? 0
    guard count == 0 else {
      throw Fault(
        "这项议定的任务已有 \(count) 条登记，不能撤销。",
        "The task that was resolved has \(Plural("entry", "entries").of(count)): it cannot be taken back."
      )
    }
    guard try HandRows(db: db).count(on: task.document, task: task.id) == 0 else {
      throw Fault(
        "这项议定的任务后来有手工调整，不能撤销；请先撤销那些。",
        "The task that was resolved was changed by hand since: take that back first.")
    }
  }
}
