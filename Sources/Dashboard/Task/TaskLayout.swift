import Cells
import Reform

/// Where the panes of a task stand.
struct TaskLayout: Equatable, Sendable {
  var facts: Rect
  var matrix: Rect
  var history: Rect

  /// The columns of the facts and of what stands beside them; nil where all is one column.
  static func columns(_ body: Rect, isGrid: Bool) -> [Rect]? {
    guard body.columns >= 96 else { return nil }
    return body.splitColumns([.share(isGrid ? 2 : 4), .share(isGrid ? 3 : 5)])
  }

  /// `wanted` is how many rows the lines of the task take.
  init(_ body: Rect, isGrid: Bool, wanted: Int) {
    if let columns = Self.columns(body, isGrid: isGrid) {
      facts = columns[0]
      let wanted = wanted + (isGrid ? 2 : 4)
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
