import Cells
import Reform
import Widgets

/// Filtering the list of the screen in front: tasks, places, indicators.
extension AppState {
  private static let filtered: Set<Context> = [
    .board, .places, .group, .indicators, .documents,
  ]

  /// What the list in front is narrowed by; empty where it is not.
  var filter: String {
    switch context {
    case .board: board.filter
    case .places, .group: places.filter
    case .indicators: rooms[context]?.narrowed ?? ""
    case .documents: documents.filter
    default: ""
    }
  }

  var isSearching: Bool { !filter.isEmpty }

  /// The filter of the list in front; from a screen without one it goes to the tasks first.
  mutating func showFilter() -> [Effect] {
    if !Self.filtered.contains(context) { _ = show(.tasks) }
    overlay = .prompt(
      Prompt(
        purpose: .filter(before: filter), title: Words.Prompt.filter(language), lines: [],
        field: TextField(filter, limit: 60), complaint: nil))
    let texts: [Effect] = context == .board ? [loadSearch] : []
    return (pinyin == nil ? [.loadPinyin] : []) + texts
  }

  /// Texts and notes as they stand now, for what is looked for next.
  var loadSearch: Effect { .loadSearch(day: day, in: scope) }

  mutating func narrow(by text: String) {
    switch context {
    case .places, .group:
      var screen = places
      screen.narrow(by: text, in: self)
      places = screen
    case .indicators: rooms.narrow(context, by: text, in: model)
    case .documents:
      documents.narrow(by: text)
      settle()
      return
    default: board.filter = text
    }
    arrange()
  }

  /// The filter is written: the only place that it leaves is gone to.
  mutating func takeFilter(_ text: String) -> [Effect] {
    narrow(by: text)
    guard context.isPlaces, !text.isEmpty, !places.showsMap(self) else { return [] }
    let items = places.items(self)
    guard items.count == 1, case .place? = items.first else { return [] }
    return openInPlaces()
  }

  /// Clears the filter of places or indicators; false where there is none.
  mutating func clearFilter() -> Bool {
    guard tab == .places || tab == .indicators || context == .documents, openTasks.isEmpty,
      isSearching
    else { return false }
    // From the report one goes back to the list first.
    if tab == .places, places.pane == .report, !places.showsMap(self) { return false }
    narrow(by: "")
    return true
  }

  /// The next or the one before of what a search found.
  mutating func stepMatch(_ step: Int) {
    switch context {
    case .places, .group:
      var screen = places
      screen.stepMatch(step, in: self)
      places = screen
    default: return move(step > 0 ? .down : .up)
    }
    settle()
  }
}
