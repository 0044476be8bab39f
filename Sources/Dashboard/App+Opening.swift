import Cells
import Reform
import Widgets

extension AppState {
  /// Opens what is selected.
  mutating func openSelected() -> [Effect] {
    switch context {
    case .overview: return openFromOverview()
    case .board:
      guard let selected = board.selected else { return [] }
      return openFromBoard(selected)
    case .indicators: return []
    case .places, .group: return openInPlaces()
    case .compare, .collection: return openFromCompare()
    case .documents:
      return openFromDocuments()
    case .review:
      guard review?.pane == .list else { return amendSelected() }
      review?.pane = .fields
      settle()
      return []
    case .task:
      let screen = openTasks[openTasks.count - 1]
      guard screen.pane == .facts else {
        return explain()
      }
      switch TaskFacts(screen, self).links[safe: screen.link] {
      case .task(let task): return open(task)
      case .indicator(let indicator): return open(indicator: indicator)
      case .target(let number):
        chooseActualPlace(of: screen.task, number)
        return []
      case nil: return []
      }
    }
  }

  private mutating func openFromDocuments() -> [Effect] {
    if case .review(let waiting) = documents.entry(self) {
      review = ReviewScreen(waiting)
      settle()
      return []
    }
    if documents.pane == .documents {
      documents.pane = .clauses
      return []
    }
    return documents.row(self)?.task(self).map { open($0) } ?? []
  }

  private mutating func openFromBoard(_ selected: TaskStanding) -> [Effect] {
    let place = board.place(self)
    let effects = open(catalogue.tasks[selected.task].id)
    guard place != scope else { return effects }
    // Grouped by city, the task opens on that city's line.
    openTasks[openTasks.count - 1].wanted = place
    return effects
  }

  private mutating func openFromOverview() -> [Effect] {
    let index = overview.scrolls[overview.pane.rawValue].selected
    switch overview.pane {
    case .counts:
      board.clearFilter()
      board.grouping = .status
      switch OverviewScreen.countRows[safe: index] {
      case .status(let status): board.onlyStatus = status
      case .signal(let signal): board.onlySignal = signal
      case nil: break
      }
      tab = .tasks
      arrange()
      return []
    case .indicators:
      guard let line = figures.board?.monitored[safe: index] else { return show(.indicators) }
      return open(indicator: line.indicator.id)
    case .next:
      let items = OverviewScreen.next(self)
      return items[safe: index].map { open(catalogue.tasks[$0.task].id) } ?? []
    case .themes:
      guard let theme = OverviewScreen.themes(self)[safe: index]?.theme else { return [] }
      board.clearFilter()
      board.grouping = .status
      board.onlyTheme = theme.id
      tab = .tasks
      arrange()
      return []
    case .league:
      guard let row = league.rows[safe: index] else { return [] }
      board.clearFilter()
      tab = .tasks
      return [.load(day: day, scope: row.place)]
    case .recent:
      guard let entry = progress.recent[safe: index] else { return [] }
      let effects = open(entry.line.task)
      openTasks[openTasks.count - 1].wanted = entry.line.place
      return effects
    }
  }
}
