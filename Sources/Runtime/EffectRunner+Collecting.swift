import Dashboard
import LedgerStore
import Reform

extension EffectRunner {
  /// What came of an effect on the collecting of figures.
  func run(_ effect: CollectEffect, on state: AppState) throws -> Action {
    switch effect {
    case .enter(let act, let reason, let seen):
      try world.enter(.collecting(act.step(because: reason), seen: seen), in: state.catalogue)
      return .collected(try collected(state, .entered(act)))
    case .takeBack:
      let entered = try world.enter(.undo(.last(.figures)), in: state.catalogue)
      return .collected(
        try collected(state, entered.map { .takenBack(words(for: $0.what, state)) } ?? .nothing))
    case .putBack:
      let entered = try world.enter(.redo(.last(.figures)), in: state.catalogue)
      return .collected(
        try collected(state, entered.map { .putBack(words(for: $0.what, state)) } ?? .nothing))
    }
  }

  private func collected(_ state: AppState, _ done: Collected.Done) throws -> Collected {
    try reader.collected(on: state.day, beside: state.figures.number, done)
  }

  private func words(for what: Entered.What, _ state: AppState) -> Phrase {
    switch what {
    case .figures(let batch): Phrase("第 \(batch) 批数据", "batch \(batch) of figures")
    case .target(let indicator): Phrase("目标 \(indicator)", "target of \(indicator)")
    case .collecting(let step):
      FieldWords.collecting(
        step.kind, state.catalogue.divisions[step.place], step.year, month: step.month)
    case .lines, .actual, .group, .settlement, .filing, .meeting, .decision, .slip, .hand:
      Phrase("", "")
    }
  }
}
