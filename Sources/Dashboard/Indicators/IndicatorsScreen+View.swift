import Cells
import Reform
import Widgets

extension IndicatorsScreen {
  func panes(_ model: Model) -> Panes {
    let layout = IndicatorsLayout(model)
    var panes = Panes()
    guard let board = model.figures.board, !board.isEmpty else {
      let words = model.figures.board == nil ? Words.Indicators.loading : Words.Indicators.empty
      panes.put(IndicatorsNotice(words: words), as: "nothing", in: model.body)
      return panes
    }
    let list = IndicatorList(
      rows: listed(board, model), lines: board.lines, selected: list.selected,
      offset: list.offset, isFocused: pane == .list,
      remark: filter.isEmpty
        ? model.short(of: board.place) : "\(Words.Prompt.filter(model.language)) \(filter)")
    panes.put(list, as: "list", in: layout.list)
    guard let line = line(model) else { return panes }
    let trend = IndicatorTrend(
      line: line, year: years.selected,
      outlook: layout.facts == nil ? IndicatorTrend.outlook(line, model) : [])
    panes.put(trend, as: "chart", in: layout.chart)
    let table = IndicatorYears(line: line, scroll: years, isFocused: pane == .years)
    panes.put(table, as: "years", in: layout.years)
    guard let facts = layout.facts else { return panes }
    panes.put(IndicatorFacts(facts: model.facts(of: line)), as: "about", in: facts)
    return panes
  }
}

/// What stands in place of indicators.
struct IndicatorsNotice: Pane {
  var words: Phrase

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Indicators.title(frame.language), isFocused: true)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let lines = words(frame.language).split(separator: "\n").flatMap {
      frame.ruler.wrap(String($0), to: max(1, inside.columns - 2))
    }
    for (row, text) in lines.prefix(inside.rows).enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.accent))
    }
  }
}

/// The indicators of a place, one a row.
struct IndicatorList: Pane {
  var rows: [IndicatorsScreen.Row]
  var lines: [IndicatorBoard.Line]
  var selected: Int
  var offset: Int
  var isFocused: Bool
  /// The place, or what the list is narrowed by.
  var remark: String

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Indicators.title(frame.language), remark: remark, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let columns = IndicatorColumns(lines, width: inside.columns, frame)
    let window = Scroll(offset: offset).window(count: rows.count, height: inside.rows)
    for (number, index) in window.enumerated() {
      let row = inside.row(number)
      switch rows[index] {
      case .heading(let words):
        frame.put(words(frame.language), x: row.x, y: row.y, width: row.columns, Style(.title))
      case .line(let place):
        let isChosen = place == selected
        let ground: Background = isChosen ? (isFocused ? .selected : .shaded) : .none
        columns.draw(lines[place], in: row, ground, on: &frame)
        frame.hit(row, .item(pane: IndicatorsScreen.Pane.list.rawValue, index: place))
      }
    }
    frame.drawRest(rows.count - offset - inside.rows, in: area)
  }
}

/// One indicator, year by year, the newest first.
struct IndicatorYears: Pane {
  var line: IndicatorBoard.Line
  var scroll: Scroll
  var isFocused: Bool

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(
      Words.Indicators.years(frame.language), remark: "\(line.years.count)", isFocused: isFocused
    ).draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    guard inside.rows > 1 else { return }
    let columns = YearColumns(line, in: inside, frame)
    columns.drawHeads(in: inside.row(0), on: &frame)
    let newest = Array(line.years.reversed())
    let body = inside.dropping(rows: 1)
    let window = scroll.window(count: newest.count, height: body.rows)
    for (number, index) in window.enumerated() {
      let row = body.row(number)
      let ground: Background = index == scroll.selected ? (isFocused ? .selected : .shaded) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      columns.draw(newest[index], in: row, ground, on: &frame)
      frame.hit(row, .item(pane: IndicatorsScreen.Pane.years.rawValue, index: index))
    }
  }
}

/// What is known about an indicator, as labelled lines.
struct IndicatorFacts: Pane {
  var facts: [Explained]

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Indicators.facts(frame.language))
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let labelWidth = frame.language == .zh ? 9 : 13
    let lines = facts.flatMap { fact in
      frame.ruler.wrap(fact.text, to: max(8, inside.columns - labelWidth - 2)).enumerated().map {
        Explained($0 == 0 ? fact.label : "", $1, fact.role)
      }
    }
    for (number, fact) in lines.prefix(inside.rows).enumerated() {
      let row = inside.row(number)
      frame.put(fact.label, x: row.x + 1, y: row.y, width: labelWidth - 1, Style(.faint))
      frame.put(fact.text, x: row.x + 1 + labelWidth, y: row.y, Style(fact.role))
    }
    frame.drawRest(lines.count - inside.rows, in: area)
  }
}
