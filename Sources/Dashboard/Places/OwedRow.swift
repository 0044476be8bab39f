import Cells
import Reform

/// A task that is owed or falls due, in words.
struct OwedRow: Equatable, Sendable {
  var signal: Signal
  var title: String
  /// Lines finished, and the deadline.
  var right: String

  init?(_ item: TaskStanding, _ model: Model) {
    guard let task = model.catalogue.tasks[safe: item.task] else { return nil }
    let language = model.language
    let due = Spoken.due(item.due, of: task, finished: false, on: model.day, in: language)
    let lines = Spoken.lines(item, of: task, in: language)
    (signal, title) = (item.light.signal, task.title(language))
    right = (lines.isEmpty ? "" : lines + " ") + due
  }
}

extension Frame {
  /// What a rate in a box is a share of, on the lower edge.
  mutating func base(_ words: String, in area: Rect) {
    guard area.rows >= 3 else { return }
    put(" \(words) ", x: area.x + 2, y: area.maxY - 1, width: area.columns - 4, Style(.faint))
  }

  /// A row for a task that is owed or falls due: light, title, lines finished, and the deadline.
  mutating func owed(_ item: OwedRow, in row: Rect, _ ground: Ground) {
    light(item.signal, x: row.x + 1, y: row.y)
    let width = ruler.columns(of: item.right)
    let x = row.x + lightWidth + 2
    put(item.title, x: x, y: row.y, width: row.maxX - x - width - 2, Style(on: ground))
    putRight(
      item.right, maxX: row.maxX - 1, y: row.y, width: width, Style(item.signal.role, on: ground))
  }
}
