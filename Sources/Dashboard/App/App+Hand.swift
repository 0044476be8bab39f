import Cells
import Reform
import Widgets

extension AppState {
  /// Asks a person once it is known how things stand, or takes the catalogue as it is after a change.
  mutating func receive(_ answer: HandAnswer) -> [Effect] {
    switch answer {
    case .ready(let ground):
      overlay = model.asking(ground)
      return []
    case .done(let handed): return receive(handed)
    }
  }

  private mutating func receive(_ handed: Handed) -> [Effect] {
    model.replace(handed.catalogue, handed.progress)
    openTasks.removeAll { handed.catalogue.task($0.task) == nil }
    rooms.tell(OtherTasks(), in: model)
    if overlay is HandForm || (overlay as? Prompt)?.asking is AskHand { overlay = nil }
    let isChanged = !handed.steps.isEmpty
    toast = Toast(
      (isChanged ? "\(model.symbols.tick) " : "")
        + HandPhrases.said(handed, model.catalogue, language), isChanged ? .good : .plain)
    model.meetings = nil
    renew()
    if case .make(let made)? = handed.steps.first, handed.kind == .entered {
      return open(made.task.id, at: nil)
    }
    return reloadOpenTask()
  }
}
