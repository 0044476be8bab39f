import Cells
import Reform
import Widgets

/// How the reform stands, at one look; everything on it opens.
public struct OverviewScreen: Equatable, Sendable {
  enum Pane: Int, CaseIterable { case counts, next, league, recent }

  /// A row of the first pane: a status or a light with its count.
  enum CountRow: Equatable {
    case status(Status)
    case signal(Signal)
  }

  static let countRows: [CountRow] =
    Status.allCases.map(CountRow.status)
    + [Signal.red, .yellow, .green, .grey].map(CountRow.signal)

  var pane = Pane.counts
  var scrolls = [Scroll(), Scroll(), Scroll(), Scroll()]

  /// What is owed and what falls due next, the longest owed first.
  static func next(_ state: AppState) -> [TaskStanding] {
    state.report.standings
      .filter { $0.isOwed && $0.due != nil }
      .sorted { ($0.due?.ordinal ?? .max, $0.task) < ($1.due?.ordinal ?? .max, $1.task) }
  }

  /// The rows of the league that the scope shows: all cities, or one county's parts.
  static func league(_ state: AppState) -> [League.Row] { state.league.rows }

  func rows(of pane: Pane, _ state: AppState) -> Int {
    switch pane {
    case .counts: Self.countRows.count
    case .next: Self.next(state).count
    case .league: Self.league(state).count
    case .recent: state.progress.recent.count
    }
  }

  mutating func move(_ command: Command, in state: AppState) {
    let count = rows(of: pane, state)
    let page = max(1, OverviewLayout(state).area(of: pane).rows - 3)
    switch command {
    case .up: scrolls[pane.rawValue].move(by: -1, of: count)
    case .down: scrolls[pane.rawValue].move(by: 1, of: count)
    case .pageUp: scrolls[pane.rawValue].move(by: -page, of: count)
    case .pageDown: scrolls[pane.rawValue].move(by: page, of: count)
    case .top: scrolls[pane.rawValue].selected = 0
    case .bottom: scrolls[pane.rawValue].selected = max(0, count - 1)
    case .left, .previousPane: stepPane(-1)
    case .right, .nextPane: stepPane(1)
    default: break
    }
  }

  private mutating func stepPane(_ step: Int) {
    let count = Pane.allCases.count
    pane = Pane(rawValue: (pane.rawValue + step + count) % count) ?? .counts
  }

  mutating func settle(in state: AppState) {
    let layout = OverviewLayout(state)
    for each in Pane.allCases {
      scrolls[each.rawValue].settle(
        count: rows(of: each, state), height: layout.height(of: each))
    }
  }
}

/// Where the panes of the overview stand.
struct OverviewLayout {
  var counts: Rect
  var next: Rect
  var league: Rect
  var recent: Rect
  var map: Rect?

  init(_ state: AppState) {
    let body = state.body
    let hasMap = body.columns >= 132 && body.rows >= 24
    let widths: [Split] = hasMap ? [.share(4), .share(4), .fixed(38)] : [.share(1), .share(1)]
    let columns = body.splitColumns(widths)
    let left = columns[0].splitRows([.fixed(body.rows >= 24 ? 12 : 9), .share(1)])
    (counts, next) = (left[0], left[1])
    let cities = state.catalogue.divisions.parts(of: state.catalogue.province).count
    let right = columns[1].splitRows([.fixed(min(cities + 2, body.rows)), .share(1)])
    (league, recent) = (right[0], right[1])
    map = hasMap ? columns[2] : nil
  }

  func area(of pane: OverviewScreen.Pane) -> Rect {
    switch pane {
    case .counts: counts
    case .next: next
    case .league: league
    case .recent: recent
    }
  }

  func height(of pane: OverviewScreen.Pane) -> Int {
    pane == .counts ? OverviewScreen.countRows.count : max(0, area(of: pane).rows - 2)
  }
}
