import Reform

/// What each screen has under its cursor that a meeting can look at; nil where there is nothing.
struct Subjects {
  let model: Model

  func subject(of room: any Screen) -> AgendaItem.Subject? {
    switch room {
    case let board as BoardScreen:
      board.selected.map { .task(model.catalogue.tasks[$0.task].id, in: board.place(model)) }
    case let task as TaskScreen: .task(task.task, in: model.scope)
    case let overview as OverviewScreen: subject(of: overview)
    case let indicators as IndicatorsScreen:
      indicators.line(model).map {
        .indicator($0.indicator.id, in: model.figures.board?.place ?? model.scope)
      }
    case let compare as CompareScreen: compare.place.map { .place($0) }
    case let places as PlacesScreen: subject(of: places)
    case let documents as DocumentsScreen:
      documents.pane == .documents
        ? nil : documents.row(model)?.task(model).map { .task($0, in: model.scope) }
    case let meetings as MeetingScreen: subject(of: meetings)
    default: nil
    }
  }

  /// A slip, or the task of one that is proposed.
  private func subject(of meetings: MeetingScreen) -> AgendaItem.Subject? {
    guard meetings.level == .list, meetings.look == .slips else { return nil }
    if let proposal = meetings.proposal(model) {
      return proposal.lines.first.map { .task($0.task, in: proposal.place) }
    }
    return meetings.slip(model).map { .slip($0.id) }
  }

  private func subject(of overview: OverviewScreen) -> AgendaItem.Subject? {
    let index = overview.scrolls[overview.pane.rawValue].selected
    switch overview.pane {
    case .next:
      return overview.scene.next[safe: index].map {
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

  private func subject(of places: PlacesScreen) -> AgendaItem.Subject? {
    let whole = AgendaItem.Subject.place(places.level(model).place)
    guard places.pane != .report, case .place(let place)? = places.item(model) else { return whole }
    return .place(place)
  }
}
