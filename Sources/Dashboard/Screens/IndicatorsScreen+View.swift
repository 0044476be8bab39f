import Cells
import Reform
import Widgets

extension IndicatorsScreen {
  func draw(_ state: AppState, on frame: inout Frame) {
    let layout = IndicatorsLayout(state)
    guard let board = state.figures.board, !board.isEmpty else {
      drawNothing(state, in: state.body, on: &frame)
      return
    }
    let stamp = [list.selected, years.selected, pane.rawValue, state.figures.number]
    frame.pane(PaneName(.list), in: layout.list, stamp: stamp + [list.offset]) {
      drawList(board, state, in: layout.list, on: &$0)
    }
    guard let line = line(state) else { return }
    frame.pane(PaneName(.chart), in: layout.chart, stamp: stamp) {
      drawChart(line, state, in: layout.chart, on: &$0)
    }
    frame.pane(PaneName(.years), in: layout.years, stamp: stamp + [years.offset]) {
      drawYears(line, state, in: layout.years, on: &$0)
    }
    guard let facts = layout.facts else { return }
    frame.pane(PaneName(.about), in: facts, stamp: stamp) {
      drawFacts(line, state, in: facts, on: &$0)
    }
  }

  private func drawNothing(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Indicators.title(state.language), isFocused: true)
      .draw(in: area, on: &frame.canvas, marks: state.marks)
    let words = state.figures.board == nil ? Words.Indicators.loading : Words.Indicators.empty
    let lines = frame.ruler.wrap(words(state.language), to: max(1, inside.columns - 2))
    for (row, text) in lines.prefix(inside.rows).enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.accent))
    }
  }

  // MARK: The list

  private func drawList(
    _ board: IndicatorBoard, _ state: AppState, in area: Rect, on frame: inout Frame
  ) {
    let place = state.short(of: board.place)
    let remark = filter.isEmpty ? place : "\(Words.Prompt.filter(state.language)) \(filter)"
    let inside = Box(
      Words.Indicators.title(state.language), remark: remark,
      isFocused: pane == .list
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    let rows = rows(board, state)
    let columns = IndicatorColumns(board.lines, width: inside.columns, state)
    let window = Scroll(offset: list.offset).window(count: rows.count, height: inside.rows)
    for (number, index) in window.enumerated() {
      let row = inside.row(number)
      switch rows[index] {
      case .heading(let words):
        frame.put(
          words(state.language), x: row.x, y: row.y, width: row.columns, Style(.title))
      case .line(let place):
        let isChosen = place == list.selected
        let ground: Ground = isChosen ? (pane == .list ? .selected : .shaded) : .none
        columns.draw(board.lines[place], in: row, ground, on: &frame)
        frame.hit(row, .item(pane: Pane.list.rawValue, index: place))
      }
    }
    let below = rows.count - list.offset - inside.rows
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent))
    }
  }

  // MARK: The years

  private func drawYears(
    _ line: IndicatorBoard.Line, _ state: AppState, in area: Rect, on frame: inout Frame
  ) {
    let inside = Box(
      Words.Indicators.years(state.language), remark: "\(line.years.count)",
      isFocused: pane == .years
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    guard inside.rows > 1 else { return }
    let columns = YearColumns(line, in: inside, state)
    columns.drawHeads(in: inside.row(0), on: &frame)
    let newest = Array(line.years.reversed())
    let body = inside.dropping(rows: 1)
    let window = years.window(count: newest.count, height: body.rows)
    for (number, index) in window.enumerated() {
      let row = body.row(number)
      let ground: Ground =
        index == years.selected ? (pane == .years ? .selected : .shaded) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      columns.draw(newest[index], in: row, ground, on: &frame)
      frame.hit(row, .item(pane: Pane.years.rawValue, index: index))
    }
  }

  // MARK: What is known about it

  private func drawFacts(
    _ line: IndicatorBoard.Line, _ state: AppState, in area: Rect, on frame: inout Frame
  ) {
    let inside = Box(Words.Indicators.facts(state.language))
      .draw(in: area, on: &frame.canvas, marks: state.marks)
    let labelWidth = state.language == .zh ? 9 : 13
    let lines = state.facts(of: line).flatMap { fact in
      frame.ruler.wrap(fact.text, to: max(8, inside.columns - labelWidth - 2)).enumerated().map {
        Overlay.Explained($0 == 0 ? fact.label : "", $1, fact.role)
      }
    }
    for (number, fact) in lines.prefix(inside.rows).enumerated() {
      let row = inside.row(number)
      frame.put(fact.label, x: row.x + 1, y: row.y, width: labelWidth - 1, Style(.faint))
      frame.put(fact.text, x: row.x + 1 + labelWidth, y: row.y, Style(fact.role))
    }
    let below = lines.count - inside.rows
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent))
    }
  }
}
