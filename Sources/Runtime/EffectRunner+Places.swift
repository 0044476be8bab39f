import Bundle
import Dashboard
import Intake
import LedgerStore
import Reform

extension EffectRunner {
  private func groupSheet(_ request: GroupSheet.Request, _ state: AppState) throws -> GroupSheet {
    try reader.groupSheet(request, state.catalogue)
  }

  /// Enters facts of a group, or takes the last ones back, and gives the groups as they stand then.
  func recordGroup(_ effect: Effect, _ state: AppState) throws -> Action? {
    switch effect {
    case .recordGroup(let facts, let request, let seen):
      let act = Act(.group(facts, seen: seen), world.stamp)
      return try answer(try enter(act, state), .entered, request, state)
    case .signGroup(let signed, let request):
      let act = Act(.settlement(signed), world.stamp)
      return try answer(try enter(act, state), .entered, request, state)
    case .takeBackGroup(let request):
      let rules = world.rules(state.catalogue)
      let outcome = try world.ledger.takeBack(.groups, world.stamp, under: rules)
      return try answer(outcome, .takenBack, request, state)
    case .putBackGroup(let request):
      let rules = world.rules(state.catalogue)
      let outcome = try world.ledger.putBack(.groups, world.stamp, under: rules)
      return try answer(outcome, .putBack, request, state)
    default: return nil
    }
  }

  private func answer(
    _ outcome: Outcome, _ kind: Recorded.Kind, _ request: GroupSheet.Request, _ state: AppState
  ) throws -> Action {
    switch outcome {
    case .moved(.group(let newer)): return .groupMoved(newer)
    case .moved(let between): throw between.fault
    case .nothing: return .groupRecorded(.nothing, try groupSheet(request, state))
    case .recorded: return .groupRecorded(kind, try groupSheet(request, state))
    }
  }
}
