import Cells
import Reform
import Widgets

/// What is shown on the overview, made when the model or the window changes and kept until then.
struct OverviewScene: Equatable, Sendable {
  private var edition: Edition?
  private var measure: Int?
  private(set) var layout = OverviewLayout()
  /// What is owed and what falls due next, the longest owed first.
  private(set) var next: [TaskStanding] = []
  /// Themes with the tasks of each, in the order of the catalogue.
  private(set) var themes: [OverviewTheme] = []
  private(set) var map: OverviewMap?
  private var counts: [OverviewScreen.Pane: Int] = [:]
  /// The panes as they were made last, each with how far it was scrolled and whether it had the cursor.
  fileprivate var lists:
    [OverviewScreen.Pane: (scroll: Scroll, isFocused: Bool, list: OverviewList)] =
      [:]
  /// What of the tasks is not from the catalogue, in short.
  fileprivate(set) var sources = ""
  var panes = Panes()

  /// It follows from all the rest.
  static func == (one: OverviewScene, other: OverviewScene) -> Bool { true }

  /// The columns for the longest name of the league, one behind it.
  func nameWidth(_ model: Model) -> Int {
    let (least, most) = model.language == .zh ? (5, 15) : (10, 18)
    let widest = model.league.rows.map { model.ruler.columns(of: model.short(of: $0.place)) }.max()
    return max(least, min(most, (widest ?? 0) + 1))
  }

  /// How many rows a pane has.
  func rows(of pane: OverviewScreen.Pane) -> Int { counts[pane] ?? 0 }

  /// For what colours the map.
  mutating func renew(_ measure: Int?, _ model: Model) {
    let now = Edition(model)
    guard now != edition || measure != self.measure else { return }
    (edition, self.measure, lists) = (now, measure, [:])
    sources = Format.sources(model.report, model, isShort: true) ?? ""
    next = model.report.standings
      .filter { $0.isOwed && $0.due != nil }
      .sorted { ($0.due?.ordinal ?? .max, $0.task) < ($1.due?.ordinal ?? .max, $1.task) }
    layout = OverviewLayout(model, next: next.count)
    themes = layout.themes == nil ? [] : OverviewTheme.all(model)
    map = layout.map == nil ? nil : OverviewMap(measure: measure, model)
    counts = [
      .counts: OverviewScreen.countRows.count,
      .indicators: model.figures.board?.monitored.count ?? 0, .next: next.count,
      .themes: themes.count, .league: model.league.rows.count,
      .recent: model.progress.recent.count,
    ]
  }
}

/// A theme with how its tasks stand.
struct OverviewTheme: Equatable, Sendable {
  var theme: Theme
  var counts = StatusCounts()
  var lights = SignalCounts()

  static func all(_ model: Model) -> [OverviewTheme] {
    var found: [String: OverviewTheme] = [:]
    for theme in model.catalogue.themes { found[theme.id] = OverviewTheme(theme: theme) }
    for standing in model.report.standings {
      let theme = model.catalogue.tasks[standing.task].theme
      found[theme]?.counts[standing.status] += 1
      found[theme]?.lights[standing.light.signal] += 1
    }
    return model.catalogue.themes.compactMap { found[$0.id] }.filter { $0.counts.total > 0 }
  }
}

extension OverviewScreen {
  /// The panes, the cursor in each.
  mutating func panes(_ model: Model) -> Panes {
    var panes = Panes()
    for pane in Pane.allCases where !scene.layout.area(of: pane).isEmpty {
      let (name, area) = (PaneName("overview", pane.rawValue), scene.layout.area(of: pane))
      switch pane {
      case .counts: panes.put(countsPane(model), as: name, in: area)
      case .indicators: panes.put(indicatorsPane(model), as: name, in: area)
      case .next, .themes, .league, .recent:
        panes.put(kept(pane, model, in: area), as: name, in: area)
      }
    }
    if let area = scene.layout.map, let map = scene.map {
      panes.put(map, as: "map", in: area)
    }
    return panes
  }

  /// The row under the cursor of a pane; nil where the cursor is in another one.
  private func selected(_ pane: Pane) -> Int? {
    pane == self.pane ? scrolls[pane.rawValue].selected : nil
  }

  private func countsPane(_ model: Model) -> OverviewCounts {
    let report = model.report
    let late = scene.next.prefix { ($0.due ?? model.day) < model.day }
    return OverviewCounts(
      rate: report.rate, counts: report.counts, lights: report.lights,
      late: late.first?.due.map { Words.Overview.latest($0, late.count, on: model.day) },
      sources: scene.sources, selected: selected(.counts))
  }

  private func indicatorsPane(_ model: Model) -> OverviewIndicators {
    OverviewIndicators(
      lines: model.figures.board?.monitored ?? [], scroll: scrolls[Pane.indicators.rawValue],
      isFocused: pane == .indicators)
  }

  /// A list as it was made last, where nothing of it has moved.
  private mutating func kept(_ pane: Pane, _ model: Model, in area: Rect) -> OverviewList {
    let (scroll, isFocused) = (scrolls[pane.rawValue], pane == self.pane)
    if let last = scene.lists[pane], last.scroll == scroll, last.isFocused == isFocused {
      return last.list
    }
    let made = list(pane, model, in: area)
    scene.lists[pane] = (scroll, isFocused, made)
    return made
  }

  private func list(_ pane: Pane, _ model: Model, in area: Rect) -> OverviewList {
    let count = scene.rows(of: pane)
    let window = scrolls[pane.rawValue].window(count: count, height: max(0, area.rows - 2))
    var list = OverviewList(
      pane: pane, isFocused: pane == self.pane, first: window.lowerBound,
      selected: selected(pane), rows: window.compactMap { row($0, of: pane, model) },
      below: count - window.upperBound)
    switch pane {
    case .next:
      let late = scene.next.count { ($0.due ?? model.day) < model.day }
      list.title = Words.Overview.next
      list.remark = Words.Overview.owed(late, of: count, model.symbols.dot)
    case .themes:
      (list.title, list.remark) = (Words.Overview.themes, Phrase("\(count)", "\(count)"))
    case .league:
      let parting = model.catalogue.divisions.parting(of: model.ground)
      (list.title, list.remark) = (parting.league, Words.Overview.finished)
      list.nameWidth = scene.nameWidth(model)
      list.isReading = model.cities == nil
      list.base = model.league.rows.first.map { Format.base($0.rate, in: model.language) }
    default:
      list.title = Words.Overview.recent
      list.nothing = EmptyWords.said(Words.Overview.empty, but: EmptyWords.entries, model)
      if count == LedgerState.recentLimit {
        list.remark = Phrase("最新 \(count) 条", "newest \(count)")
      }
      list.placeWidth = min(model.language == .zh ? 10 : 14, list.widestPlace(model.ruler))
    }
    return list
  }

  private func row(_ index: Int, of pane: Pane, _ model: Model) -> OverviewList.Row? {
    switch pane {
    case .next: OwedRow(scene.next[index], model).map(OverviewList.Row.owed)
    case .themes: .theme(scene.themes[index])
    case .league:
      model.league.rows[safe: index].map { city in
        .city(
          city, name: model.short(of: city.place),
          isScope: model.catalogue.divisions.isWithin(model.scope, city.place))
      }
    case .recent: model.progress.recent[safe: index].map { .entry(OverviewEntry($0, model)) }
    default: nil
    }
  }
}
