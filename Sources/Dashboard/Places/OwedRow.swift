import Cells
import Reform

extension Frame {
  /// What a rate in a box is a share of, on the lower edge.
  mutating func base(of rate: FinishedRate, in area: Rect) {
    guard area.rows >= 3 else { return }
    put(
      " \(Spoken.base(rate, in: language)) ", x: area.x + 2, y: area.maxY - 1,
      width: area.columns - 4, Style(.faint))
  }

  /// A row for a task that is owed or falls due: light, title, lines finished, and the deadline.
  mutating func owed(_ item: TaskStanding, _ model: Model, in row: Rect, _ ground: Ground) {
    guard let task = model.catalogue.tasks[safe: item.task] else { return }
    light(item.light.signal, x: row.x + 1, y: row.y)
    let due = Spoken.due(item.due, of: task, finished: false, on: model.day, in: language)
    let lines = Spoken.lines(item, of: task, in: language)
    let right = (lines.isEmpty ? "" : lines + " ") + due
    let width = ruler.columns(of: right)
    let x = row.x + lightWidth + 2
    put(task.title(language), x: x, y: row.y, width: row.maxX - x - width - 2, Style(on: ground))
    putRight(
      right, maxX: row.maxX - 1, y: row.y, width: width, Style(item.light.signal.role, on: ground))
  }
}
