import Cells
import Reform
import Widgets

/// Asks a person once it is known how things stand, or takes the catalogue as it is after a change.
func receive(_ answer: HandAnswer, _ state: inout AppState) -> [Effect] {
  switch answer {
  case .ready(let ground):
    state.overlay = HandQuestions(state.model).asking(ground)
    return []
  case .done(let handed): return receive(handed, &state)
  case .moved(let moved):
    if var form = state.overlay as? HandForm {
      form.take(moved, state.model)
      state.overlay = form
    } else if var prompt = state.overlay as? Prompt, var asking = prompt.asking as? AskHand {
      asking.seen = moved.seen
      prompt.asking = asking
      prompt.complaint = HandPhrases.moved(moved, state.model)(state.language)
      state.overlay = prompt
    }
    return []
  }
}

private func receive(_ handed: Handed, _ state: inout AppState) -> [Effect] {
  state.model.replace(handed.catalogue, handed.progress)
  state.openTasks.removeAll { handed.catalogue.task($0.task) == nil }
  state.rooms.tell(OtherTasks(), in: state.model)
  if state.overlay is HandForm || (state.overlay as? Prompt)?.asking is AskHand {
    state.overlay = nil
  }
  let isChanged = !handed.steps.isEmpty
  let words = HandPhrases.said(handed, state.model.catalogue, state.language)
  state.toast = Toast(
    (isChanged ? "\(state.model.symbols.tick) " : "") + words, isChanged ? .good : .plain)
  state.model.meetings = nil
  state.renew()
  if case .make(let made)? = handed.steps.first, handed.kind == .entered {
    return state.open(made.task.id, at: nil)
  }
  return state.reloadOpenTask()
}
