import Cells
import Reform

/// Where the panes of a task stand.
struct TaskLayout: Equatable, Sendable {
  var facts: Rect
  var matrix: Rect
  var history: Rect

  init(_ body: Rect, _ standings: [Standing]) {
    let places = Set(standings.map(\.line.place)).count
    if body.columns >= 96 {
      let isGrid = places > 15
      let columns = body.splitColumns([.share(isGrid ? 2 : 4), .share(isGrid ? 3 : 5)])
      facts = columns[0]
      let wanted = isGrid ? body.rows * 3 / 4 : standings.count + 4
      let rows = columns[1].splitRows([
        .fixed(max(5, min(wanted, body.rows - 6))), .share(1),
      ])
      (matrix, history) = (rows[0], rows[1])
    } else {
      let room = body.rows
      let factRows = max(4, min(9, room * 2 / 5))
      let historyRows = max(3, min(5, room / 5))
      let rows = body.splitRows([.fixed(factRows), .share(1), .fixed(historyRows)])
      (facts, matrix, history) = (rows[0], rows[1], rows[2])
    }
  }
}
