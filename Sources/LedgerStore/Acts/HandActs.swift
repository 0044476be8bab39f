import GRDB
import Reform

/// Acts by which an office changes its own catalogue.
struct HandActs {
  let ledger: Ledger
  let db: Database
  let rules: ActRules

  var rows: ActRows { ActRows(db: db) }
  var held: HandRows { HandRows(db: db) }

  /// The catalogue as it stands in the file now.
  func catalogue() throws -> Catalogue {
    let held = try HeldTasks(db, ledger.format)
    return rules.catalogue.holding(
      documents: held.documents, clauses: [:], tasks: held.tasks, hand: held.hand)
  }
}

extension HandActs {
  // MARK: Who was quicker

  /// Changes by hand, filings or entries on the same things after the last act that was seen.
  func between(_ steps: [HandStep], _ seen: Int) throws -> Between? {
    let catalogue = rules.catalogue
    var names: Set<String> = []
    for step in steps where step.kind != .make {
      let document = step.document ?? step.task.flatMap { catalogue.task($0)?.document } ?? ""
      names.formUnion(
        try String.fetchAll(
          db,
          sql: """
            WITH RECURSIVE own (id) AS (
              SELECT act FROM hand_step
              WHERE document = :document AND (task = :task OR task IS NULL OR :task IS NULL)
              UNION SELECT act FROM filing WHERE document = :document
                AND (task = :task OR task IS NULL OR :task IS NULL)
              UNION SELECT act.id FROM act JOIN own ON act.answers = own.id)
            SELECT DISTINCT who FROM act JOIN own ON own.id = act.id WHERE act.id > :seen
            """, arguments: ["document": document, "task": step.task, "seen": seen]))
    }
    guard names.isEmpty else { return .hand(by: names.sorted()) }
    let entries = try steps.flatMap { step -> [Entry] in
      guard step.kind != .make, let task = step.task, catalogue.task(task) != nil else { return [] }
      let place = step.place.map { " AND place = \(number($0))" } ?? ""
      return try ledger.fetchEntries(
        db,
        where: "entry.task \(ledger.rows(of: task))\(place) AND entry.act > ? ORDER BY entry.id",
        arguments: [seen])
    }
    return entries.isEmpty ? nil : .lines(entries)
  }

  // MARK: Entering

  /// Puts the steps there; nil where none of them changes anything.
  func put(_ steps: [HandStep], _ stamp: Stamp) throws -> Entered? {
    let news = try steps.filter { step in
      guard case .amend(let id, let amendment) = step else { return true }
      let catalogue = try catalogue()
      return catalogue.task(id).map { amendment.applied(to: $0) != $0 } ?? true
    }
    guard !news.isEmpty else { return nil }
    let act = try rows.enter(.hand, stamp)
    let entered = try news.map { try put($0, act, stamp) }
    ledger.knownTasks = nil
    return Entered(act: act, .hand(entered))
  }

  private func put(_ step: HandStep, _ act: Int, _ stamp: Stamp) throws -> HandStep {
    var entered = step
    switch step {
    case .make(let made): entered = .make(try file(made, stamp, act: act))
    case .amend(let id, var amendment):
      if let targets = amendment.targets { amendment.targets = try keyed(targets, of: id) }
      entered = .amend(id, amendment)
    case .leaveOut, .takeIn: break
    }
    try db.execute(
      sql: """
        INSERT INTO hand_step (act, kind, document, task, place, content)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act, entered.kind.rawValue, try document(of: entered), entered.task,
        entered.place.map(number), try written(entered),
      ])
    return entered
  }

  private func document(of step: HandStep) throws -> Document.ID? {
    if let document = step.document { return document }
    return try String.fetchOne(
      db,
      sql: """
        SELECT document.key FROM task JOIN document ON document.id = task.document
        WHERE task.key = ?
        """, arguments: [step.task])
  }

  /// Targets each with a key; a new one has a key that none of the task ever had.
  private func keyed(_ targets: [TaskTarget], of task: ReformTask.ID) throws -> [TaskTarget] {
    let catalogue = try catalogue()
    var taken = Set((catalogue.filed(task)?.targets ?? []).compactMap(\.key))
    for entry in catalogue.hand.entries(of: task) {
      guard case .amend(_, let amendment) = entry.step else { continue }
      taken.formUnion((amendment.targets ?? []).compactMap(\.key))
    }
    return targets.map { target in
      var target = target
      if target.key == nil {
        target.key = (1...).lazy.map { "\($0)" }.first { !taken.contains($0) }
        taken.formUnion([target.key].compactMap(\.self))
      }
      return target
    }
  }

  // MARK: Answers

  /// Takes changes back, or puts them back; refused where entries would lose their line.
  func answer(_ target: Int, by kind: ActKind, _ stamp: Stamp) throws -> Outcome {
    let steps = try held.steps(of: rows.root(of: target))
    let before = try catalogue()
    let act = try rows.answer(target, by: kind, stamp)
    let after = try catalogue()
    for id in Set(steps.compactMap(\.task)).sorted() {
      guard let old = before.task(id) else { continue }
      if let new = after.task(id) {
        try refuseLoss(old, new, after)
      } else {
        try refuseUnmaking(old, before.hand.entries(of: id))
      }
    }
    ledger.knownTasks = nil
    return .recorded(Entered(act: act, answers: target, .hand(steps)))
  }
}
