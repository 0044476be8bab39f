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
  private var hasChosen = false
  /// The place whose parts the league showed last.
  private var ground: Division.Code?
  var scene = OverviewScene()

  mutating func move(_ command: Command) {
    let count = scene.rows(of: pane)
    let page = max(1, scene.layout.area(of: pane).rows - 3)
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

  /// Goes to the next pane that this window shows.
  private mutating func stepPane(_ step: Int) {
    let shown = Pane.allCases.filter { !scene.layout.area(of: $0).isEmpty }
    guard !shown.isEmpty else { return }
    let index = shown.firstIndex(of: pane) ?? 0
    pane = shown[(index + step + shown.count) % shown.count]
  }

  /// Puts the cursor of the league on its first row where it is of another place; of one from which
  /// that was entered, on that.
  mutating func follow(_ model: Model) {
    guard ground != model.league.ground, let now = model.league.ground else { return }
    defer { ground = now }
    guard let before = ground else { return }
    let row = model.league.rows.firstIndex { $0.place == before }
    scrolls[Pane.league.rawValue] = Scroll(selected: row ?? 0)
  }

  mutating func reveal(_ counts: StatusCounts) {
    // At first the cursor goes to a status that has tasks.
    if !hasChosen, counts.total > 0 {
      hasChosen = true
      scrolls[Pane.counts.rawValue].selected =
        [Status.underway, .notStarted, .done].first { counts[$0] > 0 }
        .flatMap { Status.allCases.firstIndex(of: $0) } ?? 0
    }
    if scene.layout.area(of: pane).isEmpty { pane = .counts }
    for each in Pane.allCases {
      scrolls[each.rawValue].reveal(
        count: scene.rows(of: each), height: scene.layout.height(of: each))
    }
  }
}
