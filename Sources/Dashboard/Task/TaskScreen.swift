import Cells
import Reform
import Widgets

/// One task: what it asks, where it stands in every place, and what was entered.
public struct TaskScreen: Equatable, Sendable {
  enum Pane: Int, CaseIterable { case matrix, history, facts }

  let task: ReformTask.ID
  var detail: TaskDetail?
  var pane = Pane.matrix
  /// The selected line of the matrix, and the first row that shows.
  var cell = 0
  var matrixOffset = 0
  /// Lines that are marked, by number.
  var marked: Set<Int> = []
  var history = Scroll()
  /// How many entries are read.
  var read = TaskDetail.slice
  /// The selected link of the facts, and the first line that shows.
  var link = 0
  var factsOffset = 0
  /// The place whose line is to be under the cursor once the lines are there.
  var wanted: Division.Code?
  /// How often the lines were loaded.
  private(set) var detailNumber = 0
  var scene = TaskScene()

  init(_ task: ReformTask.ID) { self.task = task }

  /// A task that nobody has chosen yet.
  init() { self.init("") }

  var standings: [Standing] { detail?.standings ?? [] }

  /// The task in a place: the whole of its lines there; nil before they are known.
  func whole(in place: Division.Code, _ task: ReformTask, _ model: Model) -> TaskStanding? {
    guard let position = model.catalogue.position(of: task.id) else { return nil }
    if place == model.scope { return model.report[position] }
    let lines = standings.filter { model.catalogue.divisions.isWithin($0.line.place, place) }
    return TaskStanding(lines, of: task, at: position, rules: model.catalogue.rules, on: model.day)
  }

  /// The lines that an act concerns: the marked ones, or the one under the cursor.
  var chosen: [Standing] {
    let numbers = marked.isEmpty ? [cell] : marked.sorted()
    return numbers.filter(standings.indices.contains).map { standings[$0] }
  }

  /// Takes the lines; at first the cursor goes to what presses in the place that was asked for.
  mutating func take(_ detail: TaskDetail, in divisions: Divisions, focus: Division.Code? = nil) {
    let isFirst = self.detail == nil
    detailNumber += 1
    let before = standings[safe: cell]?.line
    var detail = detail
    detail.standings = Self.ordered(detail.standings)
    let wasAtEnd = read == .max && history.selected + 1 == self.detail?.history.count
    self.detail = detail
    if wasAtEnd { history.selected = max(0, detail.history.count - 1) }
    marked = marked.filter(detail.standings.indices.contains)
    cell = max(0, min(cell, detail.standings.count - 1))
    guard isFirst else {
      cell = detail.standings.firstIndex { $0.line == before } ?? cell
      return
    }
    let pressing = detail.standings.firstIndex { !$0.status.isFinished }
    func isThere(_ standing: Standing) -> Bool {
      (wanted ?? focus).map { divisions.isWithin(standing.line.place, $0) } ?? false
    }
    let pressingThere = detail.standings.firstIndex { isThere($0) && !$0.status.isFinished }
    let there = detail.standings.firstIndex(where: isThere)
    cell = pressingThere ?? there ?? pressing ?? 0
  }
}

extension TaskScreen {
  /// Lets go of the lines until they are read anew; the cursor stays.
  mutating func forget() {
    (wanted, detail, marked) = (standings[safe: cell]?.line.place, nil, [])
  }

  /// Periods that are owed first, the oldest on top; then the finished ones, the newest on top.
  static func ordered(_ standings: [Standing]) -> [Standing] {
    var periods: [(period: Period?, lines: [Standing])] = []
    for standing in standings {
      if periods.last?.period != standing.line.period || periods.isEmpty {
        periods.append((standing.line.period, []))
      }
      periods[periods.count - 1].lines.append(standing)
    }
    let open = periods.filter { $0.lines.contains { !$0.status.isFinished } }
    let finished = periods.filter { !$0.lines.contains { !$0.status.isFinished } }
    return (open + finished.reversed()).flatMap(\.lines)
  }
}
