/// Where the first screen of a ledger without tasks stands: asks for the drafts that wait, of which it
/// speaks.
func askOfDrafts(_ state: inout AppState) -> [Effect] {
  guard var start = state.overlay as? Start, !start.hasAsked, state.catalogue.tasks.isEmpty else {
    return []
  }
  start.hasAsked = true
  state.overlay = start
  return state.ask(.reviews)
}
