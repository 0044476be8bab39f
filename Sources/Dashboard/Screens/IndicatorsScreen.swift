import Cells
import Reform
import Widgets

/// The indicators of a place: a list, the trend of the one that is selected, and its years.
public struct IndicatorsScreen: Equatable, Sendable {
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
  /// Where the screen was entered from, to go back there; nil where it was chosen by its number.
  var origin: Origin?
  /// The place it was opened for, where that is not the standing context.
  var place: Division.Code?
  /// What the list is narrowed by.
  var filter = ""

  /// A screen with the tasks that stood open over it.
  struct Origin: Equatable, Sendable {
    var tab: Tab
    var tasks: [TaskScreen]
    var scope: Division.Code
  }

  func rows(_ board: IndicatorBoard, _ state: AppState) -> [Row] {
    let shown = shown(board, state)
    let first = shown.filter { board.lines[$0].indicator.isMonitored }
    let rest = shown.dropFirst(first.count)
    let isWhole = state.figures.isWhole
    var rows = first.isEmpty ? [] : [.heading(Words.Indicators.monitored)] + first.map(Row.line)
    if !isWhole {
      rows.append(.heading(Words.Indicators.loading))
    } else if !rest.isEmpty {
      rows += [.heading(Words.Indicators.others)] + rest.map(Row.line)
    }
    return rows.isEmpty ? [.heading(Words.Places.noMatch)] : rows
  }

  /// Lines of the board that the filter leaves.
  private func shown(_ board: IndicatorBoard, _ state: AppState) -> [Int] {
    guard !filter.isEmpty else { return Array(board.lines.indices) }
    let query = SearchQuery(filter, pinyin: state.pinyin ?? .none)
    return board.lines.indices.filter { index in
      let indicator = board.lines[index].indicator
      let names = [indicator.name, indicator.short].flatMap { [$0.zh, $0.en] }
      return query.matches(names + [indicator.id])
    }
  }

  /// Narrows the list while it is written; the cursor goes to the first that is left.
  mutating func narrow(by text: String, in state: AppState) {
    (filter, pane) = (text, .list)
    guard let board = state.figures.board else { return }
    let shown = shown(board, state)
    if let first = shown.first, !shown.contains(list.selected) {
      (list.selected, years) = (first, Scroll())
    }
  }

  /// The indicator under the cursor.
  func line(_ state: AppState) -> IndicatorBoard.Line? {
    state.figures.board?.lines[safe: list.selected]
  }

  /// The year under the cursor.
  func year(_ state: AppState) -> IndicatorBoard.Year? {
    guard let line = line(state) else { return nil }
    return line.years.reversed()[safe: years.selected]
  }

  mutating func move(_ command: Command, in state: AppState) {
    switch command {
    case .nextPane, .previousPane: pane = pane == .list ? .years : .list
    case .left: pane = .list
    case .right: pane = .years
    default: step(command, in: state)
    }
  }

  private mutating func step(_ command: Command, in state: AppState) {
    let layout = IndicatorsLayout(state)
    let isList = pane == .list
    let shown = state.figures.board.map { self.shown($0, state) } ?? []
    let count = isList ? shown.count : line(state)?.years.count ?? 0
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

  /// Puts the cursor on a row of a pane, as a click does; false where it was there already.
  mutating func select(_ pane: Pane, _ index: Int) -> Bool {
    let before = (self.pane, pane == .list ? list.selected : years.selected)
    self.pane = pane
    if pane == .years {
      years.selected = index
    } else if list.selected != index {
      (list.selected, years) = (index, Scroll())
    }
    return before != (pane, index)
  }

  mutating func settle(in state: AppState) {
    guard let board = state.figures.board else { return }
    let layout = IndicatorsLayout(state)
    list.selected = max(0, min(list.selected, board.lines.count - 1))
    let rows = rows(board, state)
    let row = rows.firstIndex(of: .line(list.selected)) ?? 0
    var scroll = Scroll(selected: row, offset: list.offset)
    scroll.settle(count: rows.count, height: layout.list.rows - 2)
    // The heading above the first line comes into view with it.
    if scroll.offset == row, row > 0, case .heading = rows[row - 1] { scroll.offset -= 1 }
    list.offset = scroll.offset
    years.settle(count: line(state)?.years.count ?? 0, height: layout.years.rows - 3)
  }
}

/// Where the panes of the indicators stand.
struct IndicatorsLayout {
  var list: Rect
  var chart: Rect
  var years: Rect
  /// What is known about the indicator, on a window wide enough.
  var facts: Rect?

  init(_ state: AppState) {
    let body = state.body
    let isWide = body.columns >= 140
    let listWidth = isWide ? 48 : max(32, min(46, body.columns * 2 / 5))
    let columns = body.splitColumns([
      .fixed(listWidth), .share(1), .fixed(isWide ? 46 : 0),
    ])
    list = columns[0]
    facts = isWide ? columns[2] : nil
    let years = state.figures.board?.lines.map(\.years.count).max() ?? 6
    let wanted = max(5, min(years + 3, body.rows / 2 - 2))
    let rows = columns[1].splitRows([.share(1), .fixed(wanted)])
    (chart, self.years) = (rows[0], rows[1])
  }
}
