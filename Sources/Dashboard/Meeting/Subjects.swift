import Reform

/// What each screen has under its cursor that a meeting can look at.
extension BoardScreen {
  func subject(in model: Model) -> AgendaItem.Subject? {
    selected.map { .task(model.catalogue.tasks[$0.task].id, in: place(model)) }
  }
}

extension TaskScreen {
  func subject(in model: Model) -> AgendaItem.Subject? { .task(task, in: model.scope) }
}

extension OverviewScreen {
  func subject(in model: Model) -> AgendaItem.Subject? {
    let index = scrolls[pane.rawValue].selected
    switch pane {
    case .next:
      return scene.next[safe: index].map {
        .task(model.catalogue.tasks[$0.task].id, in: model.scope)
      }
    case .recent:
      return model.progress.recent[safe: index].map { .task($0.line.task, in: model.scope) }
    case .league: return model.league.rows[safe: index].map { .place($0.place) }
    case .indicators:
      return model.figures.board?.monitored[safe: index].map {
        .indicator($0.indicator.id, in: model.scope)
      }
    case .counts, .themes: return nil
    }
  }
}

extension IndicatorsScreen {
  func subject(in model: Model) -> AgendaItem.Subject? {
    line(model).map { .indicator($0.indicator.id, in: model.figures.board?.place ?? model.scope) }
  }
}

extension CompareScreen {
  func subject(in model: Model) -> AgendaItem.Subject? { place.map { .place($0) } }
}

extension DocumentsScreen {
  func subject(in model: Model) -> AgendaItem.Subject? {
    guard pane != .documents else { return nil }
    return row(model)?.task(model).map { .task($0, in: model.scope) }
  }
}

extension PlacesScreen {
  func subject(in model: Model) -> AgendaItem.Subject? {
    if pane == .report { return .place(level(model).place) }
    guard case .place(let place)? = item(model) else { return .place(level(model).place) }
    return .place(place)
  }
}
