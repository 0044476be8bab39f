import Cells
import Reform
import Widgets

extension OverviewScreen: Screen {
  static let tab: Tab? = .overview
  static let contexts = [Context.overview]

  mutating func perform(_ command: Command, in model: Model) -> [Request]? {
    switch command {
    case _ where Command.moves.contains(command): move(command)
    case .nextMatch, .previousMatch: move(command == .nextMatch ? .down : .up)
    case .open: return open(model)
    case .measure:
      guard scene.map != nil else { return [.say(Words.Overview.noMap(model), model.language)] }
      stepMeasure(in: model)
    case .explain: return explain(model)
    default: return nil
    }
    return []
  }

  private func open(_ model: Model) -> [Request] {
    let index = scrolls[pane.rawValue].selected
    switch pane {
    case .counts:
      switch Self.countRows[safe: index] {
      case .status(let status): return [.visit(.tasks, BoardSpot(status: status))]
      case .signal(let signal): return [.visit(.tasks, BoardSpot(signal: signal))]
      case nil: return [.visit(.tasks, BoardSpot())]
      }
    case .indicators:
      guard let line = model.figures.board?.monitored[safe: index] else {
        return [.perform(.showIndicators)]
      }
      return [.visit(.indicators, IndicatorSpot(indicator: line.indicator.id))]
    case .next:
      return scene.next[safe: index].map { [.open(model.catalogue.tasks[$0.task].id)] } ?? []
    case .themes:
      guard let theme = scene.themes[safe: index]?.theme else { return [] }
      return [.visit(.tasks, BoardSpot(theme: theme.id))]
    case .league:
      guard let row = model.league.rows[safe: index] else { return [] }
      // A province of the whole country has an overview of its own.
      if model.catalogue.divisions.grounds.contains(row.place) { return [.view(at: row.place)] }
      return [
        .visit(.tasks, BoardSpot(keepsGrouping: true)),
        .view(at: row.place),
      ]
    case .recent:
      return model.progress.recent[safe: index].map {
        [.open($0.line.task, at: $0.line.place)]
      } ?? []
    }
  }

  // MARK: Why

  private func explain(_ model: Model) -> [Request] {
    let index = scrolls[pane.rawValue].selected
    switch pane {
    case .indicators: return explainFigure(model)
    case .league:
      guard let row = model.league.rows[safe: index] else {
        return [.say(Words.Toast.noSelection, model.language)]
      }
      let lines =
        [Explained("", model.name(of: row.place), .title)]
        + model.lines(of: row.rate, row.counts, row.lights)
        + [
          .init(
            Words.Places.rank(model.language),
            row.rank.map { "\($0)/\(model.league.rows.count)" } ?? "-")
        ]
      return [model.explanation(lines, in: .overview)]
    case .counts:
      let report = model.report
      let lines =
        [Explained("", model.name(of: model.scope), .title)]
        + model.lines(of: report.rate, report.counts, report.lights)
      return [model.explanation(lines, in: .overview)]
    case .themes:
      guard let theme = scene.themes[safe: index] else {
        return [.say(Words.Toast.noSelection, model.language)]
      }
      let lines =
        [Explained("", theme.theme.name(model.language), .title)]
        + model.lines(
          of: FinishedRate(theme.counts, .local), theme.counts, theme.lights)
      return [model.explanation(lines, in: .overview)]
    case .next, .recent:
      let selected = pane == .next ? scene.next[safe: index] : recentTask(index, model)
      let asked = selected.map {
        AskedLight(task: model.catalogue.tasks[$0.task], place: model.scope, whole: $0)
      }
      return model.why(asked, in: .overview)
    }
  }

  /// The task of one of the last entries, as it stands in the place that is looked at.
  private func recentTask(_ index: Int, _ model: Model) -> TaskStanding? {
    model.progress.recent[safe: index].flatMap { model.catalogue.position(of: $0.line.task) }
      .flatMap { model.report[$0] }
  }

  /// Asks what the value under the cursor rests on.
  private func explainFigure(_ model: Model) -> [Request] {
    let selected = scrolls[Pane.indicators.rawValue].selected
    let line = model.figures.board?.monitored[safe: selected]
    guard let line, let year = line.last, let place = model.figures.board?.place else {
      return [.say(Words.Indicators.noFigures, model.language)]
    }
    let key = Figure.Key(line.indicator.id, in: place, year.period)
    return [.read(.explanation(key, day: model.day))]
  }

  mutating func refresh(in model: Model) {
    scene.renew(measure, model)
    follow(model)
    reveal(model.report.counts)
    let made = panes(model)
    scene.panes = made
  }

  var idle: Set<Command> { scene.map == nil ? [.measure] : [] }

  var arrangement: Int { scene.panes.arrangement }

  func draw(_ model: Model, on frame: inout Frame) { scene.panes.draw(on: &frame) }

  func needs(in model: Model) -> [Read] {
    CityState.needed(by: model)
      + (model.progress.hasFigures ? [.figures(model.figuresRequest(isWhole: false))] : [])
  }

  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool {
    let chosen = Pane(rawValue: pane) ?? .counts
    let isNew = self.pane != chosen || scrolls[pane].selected != index
    self.pane = chosen
    scrolls[pane].selected = index
    return isNew
  }

  func papers(_ model: Model) -> [OfficePaper] { OfficePaper.onTheWork(model) }

  func exported(_ model: Model) -> [[String]] {
    switch pane {
    case .league: Table.league(model.league, model.catalogue.divisions, model.language).filed
    case .indicators: IndicatorsScreen.table(model)
    default:
      Table.tasks(model.report.standings.map { .init($0) }, model.catalogue, model.language).filed
    }
  }
}
