import Cells
import Reform
import Widgets

/// The indicators of a place: a list, the trend of the one that is selected, and its years.
public struct IndicatorsScreen: Screen {
  static let tab: Tab? = .indicators
  static let contexts = [Context.indicators]

  enum Pane: Int, CaseIterable { case list, years }

  /// A row of the list: a heading, or an indicator by its place among the lines of the board.
  enum Row: Equatable {
    case heading(Phrase)
    case line(Int)
  }

  var pane = Pane.list
  /// The selected indicator, and the first row of the list that shows.
  var list = Scroll()
  /// The selected year, the newest first.
  var years = Scroll()
  /// What the list is narrowed by.
  var filter = ""
  var panes = Panes()
  var made = IndicatorsMade()

  init() {}

  func listed(_ board: IndicatorBoard, _ model: Model) -> [Row] {
    let shown = shown(board, model)
    let first = shown.filter { board.lines[$0].indicator.isMonitored }
    let rest = shown.dropFirst(first.count)
    let isWhole = model.figures.isWhole
    var rows = first.isEmpty ? [] : [.heading(Words.Indicators.monitored)] + first.map(Row.line)
    if !isWhole {
      rows.append(.heading(Words.Indicators.loading))
    } else if !rest.isEmpty {
      let isNamed = board.lines.contains { $0.indicator.source != nil }
      let head = isNamed ? Words.Indicators.others : Words.Indicators.undocumented
      rows += [.heading(head)] + rest.map(Row.line)
    }
    return rows.isEmpty ? [.heading(Words.Places.noMatch)] : rows
  }

  /// Lines of the board that the filter leaves.
  private func shown(_ board: IndicatorBoard, _ model: Model) -> [Int] {
    guard !filter.isEmpty else { return Array(board.lines.indices) }
    let query = SearchQuery(filter, pinyin: model.pinyin ?? .none)
    return board.lines.indices.filter { index in
      let indicator = board.lines[index].indicator
      let names = [indicator.name, indicator.short].flatMap { [$0.zh, $0.en] }
      return query.matches(names + [indicator.id])
    }
  }

  /// Narrows the list while it is written; the cursor goes to the first that is left.
  mutating func narrow(by text: String, in model: Model) {
    (filter, pane) = (text, .list)
    guard let board = model.figures.board else { return }
    let shown = shown(board, model)
    if let first = shown.first, !shown.contains(list.selected) {
      (list.selected, years) = (first, Scroll())
    }
  }

  /// The indicator under the cursor.
  func line(_ model: Model) -> IndicatorBoard.Line? {
    model.figures.board?.lines[safe: list.selected]
  }

  /// The year under the cursor.
  func year(_ model: Model) -> IndicatorBoard.Year? {
    guard let line = line(model) else { return nil }
    return line.years.reversed()[safe: years.selected]
  }

  mutating func perform(_ command: Command, in model: Model) -> [Request]? {
    switch command {
    case .nextPane, .previousPane: pane = pane == .list ? .years : .list
    case .left: pane = .list
    case .right: pane = .years
    case .up, .down, .pageUp, .pageDown, .top, .bottom: step(command, in: model)
    case .nextMatch, .previousMatch:
      pane = .list
      step(command == .nextMatch ? .down : .up, in: model)
    case .open: return pane == .years ? explain(model) : openTasks(model)
    case .explain: return explain(model)
    case .back where !filter.isEmpty: narrow(by: "", in: model)
    default: return nil
    }
    return []
  }

  /// Asks what the value under the cursor rests on.
  private func explain(_ model: Model) -> [Request] {
    let line = line(model)
    guard let line, let year = pane == .list ? line.last : year(model),
      let place = model.figures.board?.place
    else { return [.say(Toast(Words.Indicators.noFigures(model.language)))] }
    let key = Figure.Key(line.indicator.id, in: place, year.period)
    return [.read(.explanation(key, day: model.day))]
  }

  /// The tasks that should move the indicator under the cursor: the only one, or a choice.
  private func openTasks(_ model: Model) -> [Request] {
    guard let line = line(model) else { return [] }
    let tasks = model.catalogue.tasks(moving: line.indicator.id)
    guard tasks.count > 1 else {
      if let only = tasks.first { return [.open(only.id)] }
      return [.say(Toast(Words.Indicators.noTasks(model.language)))]
    }
    let items = tasks.map { task in
      let document = model.catalogue.document(task.document)
      return Picker.Item(
        task.title(model.language),
        remark: model.catalogue.clause(of: task)?.place(model.language) ?? task.clause,
        words: "\(document?.short.zh ?? "") \(document?.short.en ?? "")", [.open(task.id)])
    }
    return [.ask(Picker(title: Words.Indicators.chooseTask, items: items))]
  }

  private mutating func step(_ command: Command, in model: Model) {
    let layout = IndicatorsLayout(model)
    let isList = pane == .list
    let shown = model.figures.board.map { self.shown($0, model) } ?? []
    let count = isList ? shown.count : line(model)?.years.count ?? 0
    let page = max(1, (isList ? layout.list : layout.years).rows - 3)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -count, .bottom: count,
    ]
    guard let rows = steps[command] else { return }
    if isList {
      var scroll = Scroll(selected: shown.firstIndex(of: list.selected) ?? 0)
      scroll.move(by: rows, of: count)
      guard let next = shown[safe: scroll.selected], next != list.selected else { return }
      (list.selected, years) = (next, Scroll())
    } else {
      years.move(by: rows, of: count)
    }
  }

  var narrowed: String? { filter }

  mutating func receive(_ message: any Message, in model: Model) -> [Request] {
    switch message {
    case let spot as IndicatorSpot:
      filter = ""
      if let line = model.figures.place(of: spot.indicator) { list.selected = line }
      (pane, years) = (.list, Scroll())
    case let came as FiguresCame:
      // The cursor stays where it is.
      let before = came.before?.lines[safe: list.selected]?.indicator.id
      if let before, let line = model.figures.place(of: before) { list.selected = line }
    default: break
    }
    return []
  }

  func needs(in model: Model) -> [Read] {
    [.figures(model.figuresRequest(isWhole: true))]
  }

  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool {
    let pane = Pane(rawValue: pane) ?? .list
    let before = (self.pane, pane == .list ? list.selected : years.selected)
    self.pane = pane
    if pane == .years {
      years.selected = index
    } else if list.selected != index {
      (list.selected, years) = (index, Scroll())
    }
    return before != (pane, index)
  }

  mutating func refresh(in model: Model) {
    reveal(in: model)
    panes = panes(model)
  }

  var arrangement: Int { panes.arrangement }

  func draw(_ model: Model, on frame: inout Frame) { panes.draw(on: &frame) }

  private mutating func reveal(in model: Model) {
    guard let board = model.figures.board else { return }
    let layout = IndicatorsLayout(model)
    list.selected = max(0, min(list.selected, board.lines.count - 1))
    let rows = listed(board, model)
    let row = rows.firstIndex(of: .line(list.selected)) ?? 0
    var scroll = Scroll(selected: row, offset: list.offset)
    scroll.reveal(count: rows.count, height: layout.list.rows - 2)
    // The heading above the first line comes into view with it.
    if scroll.offset == row, row > 0, case .heading = rows[row - 1] { scroll.offset -= 1 }
    list.offset = scroll.offset
    years.reveal(count: line(model)?.years.count ?? 0, height: layout.years.rows - 3)
  }
}

/// An indicator that is gone to.
struct IndicatorSpot: Message {
  var indicator: Indicator.ID
  /// The place that it is looked at for, whatever the standing context is.
  var place: Division.Code?
}

/// Where the panes of the indicators stand.
struct IndicatorsLayout {
  var list: Rect
  var chart: Rect
  var years: Rect
  /// What is known about the indicator, on a window wide enough.
  var facts: Rect?

  init(_ model: Model) {
    let body = model.body
    let isWide = body.columns >= 140
    let listWidth = isWide ? 48 : max(32, min(46, body.columns * 2 / 5))
    let columns = body.splitColumns([
      .fixed(listWidth), .share(1), .fixed(isWide ? 46 : 0),
    ])
    list = columns[0]
    facts = isWide ? columns[2] : nil
    let years = model.figures.board?.mostYears ?? 6
    let wanted = max(5, min(years + 3, body.rows / 2 - 2))
    let rows = columns[1].splitRows([.share(1), .fixed(wanted)])
    (chart, self.years) = (rows[0], rows[1])
  }
}
