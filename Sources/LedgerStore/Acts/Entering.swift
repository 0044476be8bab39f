import GRDB
import Reform

/// One act on its way into the ledger, within one transaction.
struct Entering {
  let act: Act
  let ledger: Ledger
  let db: Database
  let rules: ActRules

  init(_ act: Act, ledger: Ledger, _ db: Database, _ rules: ActRules) {
    (self.act, self.ledger, self.db, self.rules) = (act, ledger, db, rules)
  }

  private var stamp: Stamp { act.stamp }

  /// Looks at it, puts it there, and says what became of it.
  func enter() throws -> Outcome {
    switch act.content {
    case .undo(let answered, let seen, let reason):
      return try answers(over: seen).answer(answered, by: .undone, reason: reason)
    case .redo(let answered, let seen):
      return try answers(over: seen).answer(answered, by: .redone, reason: nil)
    default: break
    }
    try refuse()
    if !act.overriding, let between = try between() { return .moved(between) }
    guard let entered = try put() else { return .nothing }
    try confirm()
    return .recorded(entered)
  }

  /// Puts it there unlooked at and gives its number; nil where there is nothing in it.
  func fill() throws -> Int? {
    switch act.content {
    case .undo, .redo:
      guard case .recorded(let entered) = try enter() else { return nil }
      return entered.act
    default: return try put(readsBack: false)?.act
    }
  }

  private func answers(over seen: Entry.ID) -> Answers {
    Answers(
      ledger: ledger, db: db, rules: rules, stamp: stamp, overriding: act.overriding, seen: seen)
  }

  /// Throws where the act makes no sense whatever stands in the ledger.
  func refuse() throws {
    switch act.content {
    case .lines(let changes), .returned(_, let changes):
      try LineActs(ledger: ledger, db: db).refuse(changes, on: stamp.day, in: rules.catalogue)
      try refuseLeftOut(changes)
    case .actual(let actual, _):
      try actual.refuse(in: rules.catalogue, today: stamp.day)
      try hands.refuseLeftOut([(actual.key.task, actual.key.place, stamp.day)])
    case .figures(let batch, _):
      try batch.refuse()
      try CollectingActs(db: db).refuseLocked(batch)
    case .collecting(let step, _): try step.refuse()
    case .group(let facts, _): try groups.refuse(facts, under: rules.charter())
    case .meeting(let id, let step, _): try meetings.refuse(step, of: id)
    case .decision(let decision, let changes, _):
      try meetings.refuse(decision, changes, on: stamp.day)
      for change in changes {
        try PeriodRule.refuse(change.line, on: change.day ?? stamp.day, in: rules.catalogue)
      }
      try refuseLeftOut(changes)
    case .slip(let id, let step, _): try slips.refuse(step, of: id, on: stamp.day)
    case .hand(let steps, _): try hands.refuse(steps, stamp)
    default: break
    }
  }

  private func refuseLeftOut(_ changes: [Change]) throws {
    try hands.refuseLeftOut(changes.map { ($0.line.task, $0.line.place, $0.day ?? stamp.day) })
  }

  /// What came in between that the person has not seen.
  func between() throws -> Between? {
    switch act.content {
    case .lines(let changes), .returned(_, let changes):
      try LineActs(ledger: ledger, db: db).between(changes, stamp.day)
    case .actual(let actual, let seen):
      try ActualActs(ledger: ledger, db: db).between(actual, seen)
    case .figures(let batch, let seen): try FigureActs(ledger: ledger, db: db).between(batch, seen)
    case .target(let target, let seen): try TargetActs(db: db).between(target.target, seen)
    case .collecting(let step, let seen): try CollectingActs(db: db).between(step, seen)
    case .group(let facts, let seen): try groups.between(facts, seen, on: stamp.day)
    case .settlement(let signed): try groups.between(signed, rules, on: stamp.day)
    case .filing(let filing): try filings.between(filing)
    case .meeting(let id, _, let seen): try meetings.between(id, seen)
    case .decision(let decision, let changes, let seen):
      try meetings.between(decision, changes, seen, stamp.day)
    case .slip(let id, _, let seen): try slips.between(id, seen)
    case .hand(let steps, let seen): try hands.between(steps, seen)
    case .undo, .redo: nil
    }
  }

  /// Puts it there; nil where there is nothing in it.
  private func put(readsBack: Bool = true) throws -> Entered? {
    switch act.content {
    case .lines(let changes):
      try LineActs(ledger: ledger, db: db).put(changes, stamp, readsBack: readsBack)
    case .returned(let forms, let changes):
      try LineActs(ledger: ledger, db: db).put(changes, from: forms, stamp, readsBack: readsBack)
    case .actual(let actual, _): try ActualActs(ledger: ledger, db: db).put(actual, stamp)
    case .figures(let batch, _): try FigureActs(ledger: ledger, db: db).put(batch, stamp)
    case .target(let target, _): try TargetActs(db: db).put(target, stamp)
    case .collecting(let step, _): try CollectingActs(db: db).put(step, stamp)
    case .group(let facts, _): try groups.put(facts, stamp)
    case .settlement(let signed): try groups.put(signed, stamp)
    case .filing(let filing): try filings.put(filing, stamp)
    case .meeting(let id, let step, _): try meetings.put(step, id, stamp)
    case .decision(let decision, let changes, _): try meetings.put(decision, changes, stamp)
    case .slip(let id, let step, _): try slips.put(step, id, stamp)
    case .hand(let steps, _): try hands.put(steps, stamp)
    case .undo, .redo: nil
    }
  }

  /// Throws where the ledger, with the act in it, holds what cannot be.
  private func confirm() throws {
    if case .group(let facts, _) = act.content { try groups.refuseOverlaps(of: facts) }
  }

  private var groups: GroupActs {
    GroupActs(ledger: ledger, db: db, divisions: rules.catalogue.divisions)
  }

  private var meetings: MeetingActs { MeetingActs(ledger: ledger, db: db, rules: rules) }

  private var hands: HandActs { HandActs(ledger: ledger, db: db, rules: rules) }

  private var slips: SlipActs { SlipActs(ledger: ledger, db: db) }

  private var filings: FilingActs { FilingActs(db: db, catalogue: rules.catalogue) }
}

extension ActRules {
  /// Throws where an act makes no sense in a ledger, as entering it would; nothing is entered.
  public func expect(_ act: Act, in ledger: Ledger) throws {
    try ledger.reading { db in try Entering(act, ledger: ledger, db, self).refuse() }
  }
}
