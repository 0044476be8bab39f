import GRDB
import Reform

/// Takes acts back and puts them back: one way for all of them.
///
/// Of lines an answer has entries of its own, which restore what stood before; of everything else
/// what an act entered counts or does not by the chain of its answers.
struct Answers {
  let ledger: Ledger
  let db: Database
  let rules: ActRules
  let stamp: Stamp
  let overriding: Bool
  /// The newest of the entries that the person saw come in between.
  let seen: Entry.ID

  private var rows: ActRows { ActRows(db: db) }

  func answer(
    _ answered: Act.Answered, by kind: ActKind, reason: String?
  ) throws -> Outcome {
    switch answered {
    case .last(let field):
      let target =
        kind == .undone
        ? try rows.lastStanding(of: stamp.who, field)
        : try rows.lastTakenBack(of: stamp.who, field)
      return try target.map { try answer($0, by: kind) } ?? .nothing
    case .act(let act, let field):
      guard try rows.about(act)?.field == field else { throw Self.unknown(act, field) }
      return try answer(chain: act, by: kind) { Phrase("登记 \(act)", "Entry \(act)") }
    case .batch(let batch):
      let act = try Int.fetchOne(db, sql: "SELECT act FROM batch WHERE id = ?", arguments: [batch])
      guard let act else {
        throw Fault("没有批次 \(batch)。", "There is no batch \(batch).", exitCode: 2)
      }
      let outcome = try answer(chain: act, by: kind) { Phrase("批次 \(batch)", "Batch \(batch)") }
      if kind == .undone, case .recorded(let entered) = outcome {
        try db.execute(
          sql: "INSERT INTO withdrawal (act, batch, reason) VALUES (?, ?, ?)",
          arguments: [entered.act, batch, reason])
      }
      return outcome
    case .document(let document):
      let filings = FilingActs(db: db, catalogue: rules.catalogue)
      return kind == .undone ? .recorded(try filings.withdraw(document, stamp)) : .nothing
    }
  }

  /// Answers the last act of a chain, where the first one stands as the answer needs it.
  private func answer(
    chain act: Int, by kind: ActKind, _ name: () -> Phrase
  ) throws -> Outcome {
    let (last, isStanding) = try rows.lastAnswer(to: act)
    guard isStanding == (kind == .undone) else {
      let name = name()
      throw isStanding
        ? Fault("\(name.zh) 没有撤回。", "\(name.en) was not taken back.")
        : Fault("\(name.zh) 已经撤回。", "\(name.en) was taken back already.")
    }
    return try answer(last, by: kind)
  }

  private func answer(_ target: Int, by kind: ActKind) throws -> Outcome {
    let about = try rows.about(target)
    if about == .tasks {
      return try LineActs(ledger: ledger, db: db).answer(
        target, by: kind, stamp, overriding: overriding, over: seen)
    }
    if about == .decision {
      return try MeetingActs(ledger: ledger, db: db, rules: rules).answer(
        target, by: kind, stamp, overriding: overriding, over: seen)
    }
    if about == .hand {
      return try HandActs(ledger: ledger, db: db, rules: rules).answer(target, by: kind, stamp)
    }
    if about == .meeting {
      try MeetingActs(ledger: ledger, db: db, rules: rules).refuseClosed(rows.root(of: target))
    }
    let act = try rows.answer(target, by: kind, stamp)
    if about?.field == .groups {
      // What came back may be a member that has joined another group since.
      try GroupBook.read(db: db, asOf: Day.last(ofYear: 9999)).refuseOverlaps(
        rules.catalogue.divisions)
    }
    guard let about, let what = try what(rows.root(of: target), about) else { return .nothing }
    switch what {
    case .meeting(let id, _):
      try MeetingActs(ledger: ledger, db: db, rules: rules).confirm(id)
    case .slip(let id, _): try SlipActs(ledger: ledger, db: db).confirm(id)
    default: break
    }
    return .recorded(Entered(act: act, answers: target, what))
  }

  /// What the act at the beginning of a chain has entered.
  private func what(_ root: Int, _ about: Act.About) throws -> Entered.What? {
    switch about {
    case .tasks, .filing, .decision, .hand: nil
    case .actual: try ActualActs(ledger: ledger, db: db).actual(of: root).map(Entered.What.actual)
    case .figures:
      try Int.fetchOne(db, sql: "SELECT id FROM batch WHERE act = ?", arguments: [root])
        .map(Entered.What.figures)
    case .target: try TargetActs(db: db).indicator(of: root).map(Entered.What.target)
    case .collecting:
      try CollectingActs(db: db).entry(root).map {
        .collecting(CollectionStep($0))
      }
    case .group: .group
    case .settlement: .settlement
    case .meeting:
      try MeetingActs(ledger: ledger, db: db, rules: rules).step(of: root)
        .map { .meeting($0, $1) }
    case .slip:
      try SlipActs(ledger: ledger, db: db).step(of: root).map { .slip($0, $1) }
    }
  }

  private static func unknown(_ act: Int, _ field: Act.Field) -> Fault {
    field == .groups
      ? Fault(
        "没有编号 \(act) 的医疗集团登记。", "There is no entry \(act) of a medical group.", exitCode: 2)
      : Fault("没有编号 \(act) 的登记。", "There is no entry \(act).", exitCode: 2)
  }
}
