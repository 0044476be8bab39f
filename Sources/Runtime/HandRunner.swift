import Dashboard
import Intake
import LedgerStore
import Reform

/// Carries out changes of the catalogue by hand.
struct HandRunner {
  let runner: EffectRunner
  let state: AppState

  private var world: World { runner.world }

  /// What came of a change of the catalogue by hand.
  func run(_ effect: HandEffect) throws -> Action {
    switch effect {
    case .prepare(let ask): return .hand(.ready(try ground(ask)))
    case .enter(let steps, let seen):
      let outcome = try runner.enter(Act(.hand(steps, seen: seen), world.stamp), state)
      if case .moved(.hand(let names)) = outcome {
        return .hand(
          .moved(HandMoved(by: names, [], of: nil, seen: try world.ledger.lastAct())))
      }
      return try answer(outcome, retry: .hand(effect))
    case .write(let draft, let seen):
      let step = try Self.step(of: draft, today: world.today, in: state.catalogue)
      let outcome = try runner.enter(Act(.hand([step], seen: seen), world.stamp), state)
      if case .moved(.hand(let names)) = outcome {
        return .hand(.moved(try moved(by: names, draft.task.id, since: seen)))
      }
      return try answer(outcome, retry: .hand(effect))
    }
  }

  /// What was changed by hand of a task since an act, and how it stands now.
  private func moved(
    by names: [String], _ id: ReformTask.ID, since seen: Int
  ) throws -> HandMoved {
    try world.ledger.together {
      let catalogue = try world.ledger.catalogue(over: state.catalogue).asOf(state.day)
      let fields = catalogue.hand.entries(of: id).filter { $0.act > seen }.flatMap { entry in
        if case .amend(_, let amendment) = entry.step { amendment.fields } else { [TaskField]() }
      }
      return HandMoved(
        by: names, TaskField.allCases.filter(fields.contains), of: catalogue.task(id),
        seen: try world.ledger.lastAct())
    }
  }

  private func answer(_ outcome: Outcome, retry: Effect) throws -> Action {
    switch outcome {
    case .moved(.lines(let entries)): return .moved(entries, retry: retry)
    case .moved(let between): throw between.fault
    case .nothing: return try handed([], .nothing)
    case .recorded(let entered): return try handed(entered.hand, .entered)
    }
  }

  /// The catalogue anew, after it was changed by hand.
  func handed(_ steps: [HandStep], _ kind: Recorded.Kind) throws -> Action {
    let catalogue = try world.ledger.catalogue(over: state.catalogue).asOf(state.day)
    let progress = try runner.reader.progress(on: state.day, in: state.scope, catalogue)
    return .hand(.done(Handed(steps, kind, catalogue: catalogue, progress: progress)))
  }

  /// The step that a form asks for, its deadlines read as a document's words are.
  static func step(
    of draft: HandDraft, today: Day, in catalogue: Catalogue
  ) throws -> HandStep {
    var task = draft.task
    let issued = draft.before.flatMap(catalogue.issued) ?? draft.since
    if let words = draft.deadlines {
      task.deadlines = try Fault.at(.deadlines) { () throws(Fault) in
        try HandReading.deadlines(words, issued)
      }
    }
    guard let before = draft.before else {
      return .make(
        HandTask(task, since: draft.since, clause: draft.clause, reason: draft.reason))
    }
    return .amend(
      before.id, TaskAmendment(from: before, to: task, reason: draft.reason))
  }

  // MARK: What is known before anybody is asked

  private func ground(_ ask: HandAsk) throws -> HandGround {
    try world.ledger.together {
      let seen = try world.ledger.lastAct()
      guard case .leaveOut(let scopes) = ask else { return HandGround(ask, seen: seen) }
      return HandGround(
        ask, seen: seen,
        named: try HandNaming(world.ledger, state.catalogue).named(scopes, on: world.today))
    }
  }
}
