import Dashboard
import LedgerStore
import Reform

extension EffectRunner {
  /// What came of an effect on the collecting of figures.
  func run(_ effect: CollectEffect, on state: AppState) throws -> Action {
    let ledger = world.ledger
    switch effect {
    case .enter(let act, let reason):
      switch act.kind {
      case .sentBack:
        try ledger.sendBack(act.place, year: act.year, reason: reason, world.stamp)
      case .locked: try ledger.lock(year: act.year, in: act.place, reason: reason, world.stamp)
      case .unlocked: try ledger.unlock(act.place, year: act.year, reason: reason, world.stamp)
      }
      return .collected(try collected(state, .entered(act)))
    case .takeBack:
      let act = try ledger.takeBackFigures(world.stamp)
      return .collected(
        try collected(state, act.map { .takenBack(words(for: $0, state)) } ?? .nothing))
    case .putBack:
      let act = try ledger.putBackFigures(world.stamp)
      return .collected(
        try collected(state, act.map { .putBack(words(for: $0, state)) } ?? .nothing))
    }
  }

  private func collected(_ state: AppState, _ done: Collected.Done) throws -> Collected {
    try reader.collected(on: state.day, beside: state.figures.number, done)
  }

  private func words(for act: FigureAct, _ state: AppState) -> Phrase {
    switch act {
    case .batch(let batch): Phrase("第 \(batch) 批数据", "batch \(batch) of figures")
    case .target(let indicator): Phrase("目标 \(indicator)", "target of \(indicator)")
    case .collecting(let kind, let place, let year):
      FieldWords.collecting(kind, state.catalogue.divisions[place], year)
    }
  }
}
