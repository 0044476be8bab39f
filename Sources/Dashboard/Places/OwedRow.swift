import Cells
import Reform

/// A task that is owed or falls due, in words.
struct OwedRow: Equatable, Sendable {
  var signal: Signal
  var title: String
  /// How many lines are finished; empty for a single one.
  var done: String
  var due: String

  init?(_ item: TaskStanding, _ model: Model) {
    guard let task = model.catalogue.tasks[safe: item.task] else { return nil }
    let language = model.language
    due = Format.due(item.due, of: task, finished: false, on: model.day, in: language)
    done = Format.lines(item, of: task, model.catalogue, in: language)
    (signal, title) = (item.light.signal, task.title(language))
  }
}

extension Frame {
  /// What a rate in a box is a share of, on the lower edge; `below` lines are counted beside it.
  mutating func base(_ words: String, beside below: Int = 0, in area: Rect) {
    guard area.rows >= 3 else { return }
    let rest = below > 0 ? ruler.columns(of: " +\(below) ") : 0
    let shown = ruler.cut(words, to: max(0, area.columns - 6 - rest))
    put(" \(shown) ", x: area.x + 2, y: area.maxY - 1, Style(.faint))
  }

  /// A row for a task that is owed or falls due: light, title, lines finished, and the deadline,
  /// the last two in columns of their own.
  mutating func owed(_ item: OwedRow, in row: Rect, _ ground: Background) {
    light(item.signal, x: row.x + 1, y: row.y, on: ground)
    let dueWidth = max(10, ruler.columns(of: item.due))
    let doneWidth = row.columns < 44 ? 0 : language == .zh ? 10 : 7
    let style = Style(item.signal.role, on: ground)
    let end = row.maxX - 1
    putRight(item.due, maxX: end, y: row.y, width: dueWidth, style)
    if doneWidth > 0 {
      putRight(item.done, maxX: end - dueWidth - 1, y: row.y, width: doneWidth, style)
    }
    let x = row.x + lightWidth + 2
    let room = end - dueWidth - x - 1 - (item.done.isEmpty || doneWidth == 0 ? 0 : doneWidth + 1)
    put(item.title, x: x, y: row.y, width: room, Style(on: ground))
  }
}
