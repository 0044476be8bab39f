import Cells
import Reform
import Widgets

/// Where the panes of the overview stand.
struct OverviewLayout: Equatable, Sendable {
  var counts = Rect.nowhere
  /// The strips of key indicators, where there are any figures.
  var indicators = Rect.nowhere
  var next = Rect.nowhere
  var league = Rect.nowhere
  var recent = Rect.nowhere
  var map: Rect?
  /// On a window high enough.
  var themes: Rect?

  init() {}

  /// With so many tasks that are owed or fall due.
  init(_ model: Model, next owed: Int) {
    let body = model.body
    let hasMap = body.columns >= 132 && body.rows >= 24 && model.catalogue.divisions.hasTiles
    let widths: [Split] = hasMap ? [.share(4), .share(4), .fixed(38)] : [.share(1), .share(1)]
    let columns = body.splitColumns(widths)
    let hasFigures = model.progress.hasFigures
    let left = columns[0].splitRows([
      // Every status has its row; on a low window the indicators give way and are counted.
      .fixed(body.rows >= 24 || !hasFigures ? 9 : 8),
      .fixed(hasFigures ? max(3, min(6, body.rows - 8)) : 0), .share(1),
    ])
    (counts, indicators, next) = (left[0], left[1], left[2])
    if next.rows >= 26 {
      let owed = min(owed + 2, next.rows - 12)
      let parts = next.splitRows([.fixed(max(6, owed)), .share(1)])
      (next, themes) = (parts[0], parts[1])
    }
    let cities = model.catalogue.divisions.parts(of: model.ground).count
    // Of many cities those below wait under the edge, so that the last entries keep a few rows.
    let most = cities + 2 <= body.rows - 6 ? cities + 2 : max(body.rows - 6, min(13, body.rows))
    let right = columns[1].splitRows([.fixed(min(cities + 2, most)), .share(1)])
    (league, recent) = (right[0], right[1])
    map = hasMap ? columns[2] : nil
  }

  func area(of pane: OverviewScreen.Pane) -> Rect {
    switch pane {
    case .counts: counts
    case .indicators: indicators
    case .next: next
    case .themes: themes ?? .nowhere
    case .league: league
    case .recent: recent
    }
  }

  func height(of pane: OverviewScreen.Pane) -> Int {
    pane == .counts ? OverviewScreen.countRows.count : max(0, area(of: pane).rows - 2)
  }
}

extension Rect {
  fileprivate static let nowhere = Rect(x: 0, y: 0, columns: 0, rows: 0)
}
