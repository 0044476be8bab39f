import Cells
import Reform
import Widgets

/// How the reform stands, at one look; everything on it opens.
public struct OverviewScreen: Equatable, Sendable {
  enum Pane: Int, CaseIterable { case counts, indicators, next, themes, league, recent }

  /// A row of the first pane: a status or a light with its count.
  enum CountRow: Equatable {
    case status(Status)
    case signal(Signal)
  }

  static let countRows: [CountRow] =
    Status.allCases.map(CountRow.status)
    + [Signal.red, .yellow, .green, .grey].map(CountRow.signal)

  var pane = Pane.counts
  /// Which monitored indicator colours the map; nil for progress.
  var measure: Int?
  var scrolls = Pane.allCases.map { _ in Scroll() }

  /// What is owed and what falls due next, the longest owed first.
  static func next(_ model: Model) -> [TaskStanding] {
    model.report.standings
      .filter { $0.isOwed && $0.due != nil }
      .sorted { ($0.due?.ordinal ?? .max, $0.task) < ($1.due?.ordinal ?? .max, $1.task) }
  }

  /// The rows of the league that the scope shows: all cities, or one county's parts.
  static func league(_ model: Model) -> [League.Row] { model.league.rows }

  /// Themes with the tasks of each, in the order of the catalogue.
  static func themes(_ model: Model) -> [(theme: Theme, counts: StatusCounts, red: Int)] {
    var counts: [String: (StatusCounts, Int)] = [:]
    for standing in model.report.standings {
      let theme = model.catalogue.tasks[standing.task].theme
      counts[theme, default: (StatusCounts(), 0)].0[standing.status] += 1
      if standing.light.signal == .red { counts[theme, default: (StatusCounts(), 0)].1 += 1 }
    }
    return model.catalogue.themes.compactMap { theme in
      counts[theme.id].map { (theme, $0.0, $0.1) }
    }
  }

  func rows(of pane: Pane, _ model: Model) -> Int {
    switch pane {
    case .counts: Self.countRows.count
    case .indicators: model.figures.board?.monitored.count ?? 0
    case .next: Self.next(model).count
    case .themes: OverviewLayout(model).themes == nil ? 0 : Self.themes(model).count
    case .league: Self.league(model).count
    case .recent: model.progress.recent.count
    }
  }

  mutating func move(_ command: Command, in model: Model) {
    let count = rows(of: pane, model)
    let page = max(1, OverviewLayout(model).area(of: pane).rows - 3)
    switch command {
    case .up: scrolls[pane.rawValue].move(by: -1, of: count)
    case .down: scrolls[pane.rawValue].move(by: 1, of: count)
    case .pageUp: scrolls[pane.rawValue].move(by: -page, of: count)
    case .pageDown: scrolls[pane.rawValue].move(by: page, of: count)
    case .top: scrolls[pane.rawValue].selected = 0
    case .bottom: scrolls[pane.rawValue].selected = max(0, count - 1)
    case .left, .previousPane: stepPane(-1, in: model)
    case .right, .nextPane: stepPane(1, in: model)
    default: break
    }
  }

  /// Goes to the next pane that this window shows.
  private mutating func stepPane(_ step: Int, in model: Model) {
    let layout = OverviewLayout(model)
    let shown = Pane.allCases.filter { !layout.area(of: $0).isEmpty }
    guard !shown.isEmpty else { return }
    let index = shown.firstIndex(of: pane) ?? 0
    pane = shown[(index + step + shown.count) % shown.count]
  }

  mutating func settle(in model: Model) {
    let layout = OverviewLayout(model)
    if layout.area(of: pane).isEmpty { pane = .counts }
    for each in Pane.allCases {
      scrolls[each.rawValue].settle(
        count: rows(of: each, model), height: layout.height(of: each))
    }
  }
}

/// Where the panes of the overview stand.
struct OverviewLayout {
  var counts: Rect
  /// The strips of key indicators, where there are any figures.
  var indicators: Rect
  var next: Rect
  var league: Rect
  var recent: Rect
  var map: Rect?
  /// On a window high enough.
  var themes: Rect?

  init(_ model: Model) {
    let body = model.body
    let hasMap = body.columns >= 132 && body.rows >= 24
    let widths: [Split] = hasMap ? [.share(4), .share(4), .fixed(38)] : [.share(1), .share(1)]
    let columns = body.splitColumns(widths)
    let hasFigures = model.progress.hasFigures
    let left = columns[0].splitRows([
      .fixed(body.rows >= 24 ? 12 : hasFigures ? 7 : 9), .fixed(hasFigures ? 6 : 0), .share(1),
    ])
    (counts, indicators, next) = (left[0], left[1], left[2])
    if next.rows >= 26 {
      let owed = min(OverviewScreen.next(model).count + 2, next.rows - 12)
      let parts = next.splitRows([.fixed(max(6, owed)), .share(1)])
      (next, themes) = (parts[0], parts[1])
    }
    let cities = model.catalogue.divisions.parts(of: model.catalogue.province).count
    let right = columns[1].splitRows([.fixed(min(cities + 2, body.rows)), .share(1)])
    (league, recent) = (right[0], right[1])
    map = hasMap ? columns[2] : nil
  }

  func area(of pane: OverviewScreen.Pane) -> Rect {
    switch pane {
    case .counts: counts
    case .indicators: indicators
    case .next: next
    case .themes: themes ?? Rect(x: 0, y: 0, columns: 0, rows: 0)
    case .league: league
    case .recent: recent
    }
  }

  func height(of pane: OverviewScreen.Pane) -> Int {
    pane == .counts ? OverviewScreen.countRows.count : max(0, area(of: pane).rows - 2)
  }
}
