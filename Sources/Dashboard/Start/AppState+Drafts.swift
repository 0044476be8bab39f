extension AppState {
  /// Where the first screen of a ledger without tasks stands: the drafts that wait, which it speaks of.
  mutating func askOfDrafts() -> [Effect] {
    guard var start = overlay as? Start, !start.hasAsked, model.catalogue.tasks.isEmpty else {
      return []
    }
    start.hasAsked = true
    overlay = start
    return ask(.reviews)
  }
}
