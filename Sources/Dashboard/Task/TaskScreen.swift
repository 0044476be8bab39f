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
  /// The selected link of the facts, and the first line that shows.
  var link = 0
  var factsOffset = 0
  /// The place whose line is to be under the cursor once the lines are there.
  var wanted: Division.Code?
  /// How often the lines were loaded.
  private(set) var detailNumber = 0

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
    self.detail = detail
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

// MARK: - The matrix

/// The lines of a task laid out in rows: one a place, or many to a row for counties.
struct MatrixLayout: Equatable {
  enum Row: Equatable {
    /// Head of an installment, with the numbers of its first and last line.
    case head(ClosedRange<Int>)
    case line(Int)
    /// Counties of one city, in cells.
    case cells(city: Division.Code, numbers: [Int])
  }

  static let labelWidth = 7
  var rows: [Row] = []
  var isGrid: Bool

  init(_ standings: [Standing], _ catalogue: Catalogue, width: Int, cellWidth: Int) {
    let places = Set(standings.map(\.line.place)).count
    isGrid = places > 15
    let periods = standings.indices.reduce(into: [Range<Int>]()) { found, index in
      if let last = found.last,
        standings[last.lowerBound].line.period == standings[index].line.period
      {
        found[found.count - 1] = last.lowerBound..<(index + 1)
      } else {
        found.append(index..<(index + 1))
      }
    }
    let perRow = max(1, (width - Self.labelWidth) / cellWidth)
    for period in periods {
      if periods.count > 1 || isGrid {
        rows.append(.head(period.lowerBound...(period.upperBound - 1)))
      }
      guard isGrid else {
        rows += period.map(Row.line)
        continue
      }
      var city: Division.Code?
      var pending: [Int] = []
      for number in period {
        let here = catalogue.divisions.city(of: standings[number].line.place)
        if here != city || pending.count == perRow {
          if let city, !pending.isEmpty { rows.append(.cells(city: city, numbers: pending)) }
          (city, pending) = (here, [])
        }
        pending.append(number)
      }
      if let city, !pending.isEmpty { rows.append(.cells(city: city, numbers: pending)) }
    }
  }

  /// The row that a line stands in.
  func row(of number: Int) -> Int {
    rows.firstIndex { row in
      switch row {
      case .head: false
      case .line(let line): line == number
      case .cells(_, let numbers): numbers.contains(number)
      }
    } ?? 0
  }

  private func numbers(in row: Int) -> [Int] {
    switch rows[row] {
    case .head: []
    case .line(let line): [line]
    case .cells(_, let numbers): numbers
    }
  }

  /// The line so many rows further, in the same column as near as can be.
  func line(from number: Int, by step: Int) -> Int {
    var row = row(of: number)
    guard rows.indices.contains(row) else { return number }
    let column = numbers(in: row).firstIndex(of: number) ?? 0
    var (left, found) = (abs(step), number)
    while left > 0 {
      row += step.signum()
      guard rows.indices.contains(row) else { break }
      let here = numbers(in: row)
      guard !here.isEmpty else { continue }
      found = here[min(column, here.count - 1)]
      left -= 1
    }
    return found
  }
}

extension TaskScreen {
  func matrix(_ model: Model) -> MatrixLayout {
    let width = TaskLayout(model, self).matrix.columns - 2
    return MatrixLayout(
      standings, model.catalogue, width: width, cellWidth: Self.cellWidth(model.language))
  }

  static func cellWidth(_ language: Language) -> Int { language == .zh ? 8 : 14 }

  mutating func move(_ command: Command, in model: Model) {
    switch command {
    case .nextPane: stepPane(1)
    case .previousPane: stepPane(-1)
    default:
      switch pane {
      case .matrix: moveInMatrix(command, model)
      case .history: moveInHistory(command, model)
      case .facts: moveInFacts(command, model)
      }
    }
  }

  private mutating func stepPane(_ step: Int) {
    let count = Pane.allCases.count
    pane = Pane(rawValue: (pane.rawValue + step + count) % count) ?? .matrix
  }

  private mutating func moveInMatrix(_ command: Command, _ model: Model) {
    let layout = matrix(model)
    let page = max(1, TaskLayout(model, self).matrix.rows - 3)
    switch command {
    case .up: cell = layout.line(from: cell, by: -1)
    case .down: cell = layout.line(from: cell, by: 1)
    case .pageUp: cell = layout.line(from: cell, by: -page)
    case .pageDown: cell = layout.line(from: cell, by: page)
    case .left where layout.isGrid: cell = max(0, cell - 1)
    case .right where layout.isGrid: cell = min(standings.count - 1, cell + 1)
    case .left: pane = .facts
    case .right: pane = .history
    case .top: cell = 0
    case .bottom: cell = max(0, standings.count - 1)
    default: break
    }
  }

  private mutating func moveInHistory(_ command: Command, _ model: Model) {
    let count = detail?.history.count ?? 0
    let page = max(1, TaskLayout(model, self).history.rows - 3)
    switch command {
    case .up: history.move(by: -1, of: count)
    case .down: history.move(by: 1, of: count)
    case .pageUp: history.move(by: -page, of: count)
    case .pageDown: history.move(by: page, of: count)
    case .top: history.selected = 0
    case .bottom: history.selected = max(0, count - 1)
    case .left: pane = .matrix
    default: break
    }
  }

  private mutating func moveInFacts(_ command: Command, _ model: Model) {
    let facts = TaskFacts(self, model)
    let lines = facts.lines(width: TaskLayout(model, self).facts.columns - 2, model).count
    let height = max(1, TaskLayout(model, self).facts.rows - 2)
    let most = max(0, lines - height)
    switch command {
    case .up:
      if link > 0 { link -= 1 } else { factsOffset = max(0, factsOffset - 1) }
    case .down:
      if link + 1 < facts.links.count {
        link += 1
      } else {
        factsOffset = min(most, factsOffset + 1)
      }
    case .pageUp: factsOffset = max(0, factsOffset - height)
    case .pageDown: factsOffset = min(most, factsOffset + height)
    case .top: (link, factsOffset) = (0, 0)
    case .bottom: (link, factsOffset) = (max(0, facts.links.count - 1), most)
    case .right: pane = .matrix
    default: break
    }
    if let line = facts.lines(width: TaskLayout(model, self).facts.columns - 2, model)
      .firstIndex(where: { $0.link == link }), !facts.links.isEmpty,
      command == .up || command == .down
    {
      if line < factsOffset { factsOffset = line }
      if line >= factsOffset + height { factsOffset = line - height + 1 }
    }
  }

  mutating func refresh(in model: Model) {
    let layout = TaskLayout(model, self)
    let matrix = matrix(model)
    var scroll = Scroll(selected: matrix.row(of: cell), offset: matrixOffset)
    scroll.settle(count: matrix.rows.count, height: layout.matrix.rows - 2)
    if scroll.offset > 0, scroll.selected == scroll.offset,
      case .head? = matrix.rows[safe: scroll.offset - 1]
    {
      scroll.offset -= 1
    }
    matrixOffset = scroll.offset
    history.settle(count: detail?.history.count ?? 0, height: layout.history.rows - 2)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// Where the panes of a task stand.
struct TaskLayout {
  var facts: Rect
  var matrix: Rect
  var history: Rect

  init(_ model: Model, _ screen: TaskScreen) {
    let body = model.body
    let places = Set(screen.standings.map(\.line.place)).count
    if body.columns >= 96 {
      let isGrid = places > 15
      let columns = body.splitColumns([.share(isGrid ? 2 : 4), .share(isGrid ? 3 : 5)])
      facts = columns[0]
      let wanted = isGrid ? body.rows * 3 / 4 : screen.standings.count + 4
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
