import Cells
import Reform
import Widgets

/// What is shown of a task, made when its lines, the model or the window change.
struct TaskScene: Equatable, Sendable {
  private struct Key: Equatable {
    var edition: Edition
    var task: ReformTask.ID
    var detail: Int
    var place: Division.Code?
  }

  private var key: Key?
  private(set) var layout = TaskLayout(
    Rect(x: 0, y: 0, columns: 0, rows: 0), isGrid: false, wanted: 0)
  private(set) var matrix = MatrixLayout()
  /// Where the task is not finished, in words, if the places stand many to a row.
  private(set) var open = ""
  /// How many of a city's lines are finished.
  private(set) var cities: [Division.Code: StatusCounts] = [:]
  private(set) var facts = TaskFacts()
  /// The facts as lines of the pane's width.
  private(set) var lines: [TaskFacts.Line] = []
  /// How the lines of the whole province stand.
  private(set) var counts = StatusCounts()
  var panes = Panes()

  /// It follows from all the rest.
  static func == (one: TaskScene, other: TaskScene) -> Bool { true }

  mutating func renew(_ screen: TaskScreen, _ model: Model) {
    let now = Key(
      edition: Edition(model), task: screen.task, detail: screen.detailNumber,
      place: screen.wanted)
    guard now != key else { return }
    key = now
    let isGrid = MatrixLayout.isGrid(screen.standings)
    let columns = TaskLayout.columns(model.body, isGrid: isGrid)
    matrix = MatrixLayout(
      screen.standings, model.catalogue, width: (columns?.last ?? model.body).columns - 2,
      labelWidth: MatrixLayout.labelWidth(model.language),
      cellWidth: MatrixLayout.cellWidth(model.language))
    open = isGrid ? Self.open(screen.standings, model) : ""
    cities = isGrid ? Self.cities(screen.standings, model) : [:]
    layout = TaskLayout(
      model.body, isGrid: isGrid, wanted: matrix.rows.count + (open.isEmpty ? 0 : 1))
    facts = TaskFacts(screen, model)
    lines = facts.lines(width: layout.facts.columns - 2, model)
    counts =
      model.catalogue.task(screen.task)
      .flatMap { screen.whole(in: model.catalogue.province, $0, model) }?.counts
      ?? StatusCounts()
  }
}

extension TaskScene {
  /// How many rows of the lines show.
  var matrixHeight: Int { max(0, layout.matrix.rows - 2 - (open.isEmpty ? 0 : 1)) }

  private static func open(_ standings: [Standing], _ model: Model) -> String {
    let open = standings.filter { !$0.status.isFinished }
    guard !open.isEmpty else { return "" }
    let names = open.map { model.short(of: $0.line) }
    return Phrase(
      "未完成 \(open.count)：\(names.joined(separator: "、"))",
      "Open \(open.count): \(names.joined(separator: ", "))")(model.language)
  }

  private static func cities(
    _ standings: [Standing], _ model: Model
  ) -> [Division.Code: StatusCounts] {
    let own = Dictionary(grouping: standings) { model.catalogue.divisions.city(of: $0.line.place) }
    return own.reduce(into: [:]) { rates, entry in
      for standing in entry.value {
        rates[entry.key, default: StatusCounts()][standing.status] += 1
      }
    }
  }
}

extension TaskScreen {
  /// The panes, the cursor in each.
  func panes(_ model: Model) -> Panes {
    var panes = Panes()
    panes.put(factsPane(model), as: "facts", in: scene.layout.facts)
    panes.put(matrixPane(model), as: "matrix", in: scene.layout.matrix)
    panes.put(historyPane(model), as: "history", in: scene.layout.history)
    return panes
  }

  private func factsPane(_ model: Model) -> TaskFactsPane {
    let height = max(0, scene.layout.facts.rows - 2)
    return TaskFactsPane(
      title: model.catalogue.task(task)?.title(model.language) ?? task, id: task,
      isFocused: pane == .facts, selected: pane == .facts ? link : nil,
      lines: Array(scene.lines.dropFirst(factsOffset).prefix(height)),
      below: scene.lines.count - factsOffset - height)
  }

  private func matrixPane(_ model: Model) -> TaskMatrix {
    let rows = scene.matrix.rows
    let height = scene.matrixHeight
    let window = Scroll(offset: matrixOffset).window(count: rows.count, height: height)
    return TaskMatrix(
      counts: scene.counts, isFocused: pane == .matrix, cell: cell, marked: marked,
      open: scene.open, isGrid: scene.matrix.isGrid,
      rows: window.map { row($0, model) }, below: rows.count - matrixOffset - height)
  }

  private func row(_ index: Int, _ model: Model) -> TaskMatrix.Row {
    let rows = scene.matrix.rows
    switch rows[index] {
    case .head(let numbers): return .head(words(of: numbers, model))
    case .line(let number): return .line(TaskMatrix.Line(number, standings[number], model))
    case .cells(let city, let numbers):
      let isFirst = index == 0 || rows[index - 1].city != city
      let rate = scene.cities[city].map { " \($0.finished)/\($0.total)" } ?? ""
      return .cells(
        isFirst ? model.short(of: city) + rate : "",
        numbers.map { TaskMatrix.Cell($0, standings[$0], model) })
    }
  }

  /// A period: its name, its day, and how many of its lines are finished.
  private func words(of numbers: ClosedRange<Int>, _ model: Model) -> String {
    let (lines, isChinese) = (standings[numbers], model.language == .zh)
    guard let first = lines.first else { return "" }
    var words: [String] = []
    if let period = first.line.period { words.append(isChinese ? "\(period)年" : "\(period)") }
    if let due = first.due { words.append(isChinese ? "\(due) 到期" : "due \(due)") }
    words.append("\(lines.count { $0.status.isFinished })/\(lines.count)")
    return words.joined(separator: model.symbols.dot)
  }

  private func historyPane(_ model: Model) -> TaskHistory {
    let entries = detail?.history ?? []
    let window = history.window(
      count: entries.count, height: max(0, scene.layout.history.rows - 2))
    return TaskHistory(
      count: entries.count, all: detail?.entries ?? 0,
      nothing: EmptyWords.said(Words.Task.noHistory, but: EmptyWords.entries, model),
      isFocused: pane == .history, first: window.lowerBound,
      selected: pane == .history ? history.selected : nil,
      rows: window.map { TaskHistory.Row(entries[$0], model) })
  }
}
