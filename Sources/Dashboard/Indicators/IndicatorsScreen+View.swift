import Cells
import Reform
import Widgets

extension IndicatorsScreen {
  mutating func panes(_ model: Model) -> Panes {
    let layout = IndicatorsLayout(model)
    var panes = Panes()
    guard let board = model.figures.board, !board.isEmpty else {
      let words =
        model.figures.board == nil
        ? Words.Indicators.loading
        : EmptyWords.said(Words.Indicators.empty, but: EmptyWords.figures, model)
      panes.put(IndicatorsNotice(words: words), as: "nothing", in: model.body)
      return panes
    }
    made.renew(board, width: max(0, layout.list.columns - 2), model)
    let list = IndicatorList(
      rows: listed(board, model), lines: board.lines, columns: made.columns,
      selected: list.selected, offset: list.offset, isFocused: pane == .list,
      remark: filter.isEmpty
        ? model.short(of: board.place) : "\(Words.Prompt.filter(model.language)) \(filter)")
    panes.put(list, as: "list", in: layout.list)
    guard let line = line(model) else { return panes }
    let trend = IndicatorTrend(
      line: line, year: years.selected,
      outlook: layout.facts == nil ? made.outlook(self.list.selected, model) : [])
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
  var columns: IndicatorColumns?
  var selected: Int
  var offset: Int
  var isFocused: Bool
  /// The place, or what the list is narrowed by.
  var remark: String

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Indicators.title(frame.language), remark: remark, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    for (number, index) in window(inside).enumerated() {
      let row = inside.row(number)
      switch rows[index] {
      case .heading(let words):
        frame.put(words(frame.language), x: row.x, y: row.y, width: row.columns, Style(.title))
      case .line(let place): draw(place, in: row, on: &frame)
      }
    }
    frame.drawRest(rows.count - offset - inside.rows, in: area)
  }

  private func window(_ inside: Rect) -> Range<Int> {
    Scroll(offset: offset).window(count: rows.count, height: inside.rows)
  }

  private func draw(_ place: Int, in row: Rect, on frame: inout Frame) {
    let ground: Background = place == selected ? (isFocused ? .selected : .shaded) : .none
    columns?.draw(lines[place], in: row, ground, on: &frame)
    frame.hit(row, .item(pane: IndicatorsScreen.Pane.list.rawValue, index: place))
  }

  /// Where the cursor alone has moved, the two rows that it left and came to.
  func amend(_ last: IndicatorList, in area: Rect, on frame: inout Frame) -> Bool {
    var moved = last
    moved.selected = selected
    guard moved == self else { return false }
    let inside = area.inset(by: 1)
    for (number, index) in window(inside).enumerated() {
      if case .line(let place) = rows[index], place == selected || place == last.selected {
        draw(place, in: inside.row(number), on: &frame)
      }
    }
    return true
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
    let below =
      line.years.count - scroll.window(count: line.years.count, height: inside.rows - 1).upperBound
    frame.drawRest(below, in: area)
    let columns = YearColumns(line, in: inside, frame)
    if let words = columns.hidden(frame.language) { frame.base(words, beside: below, in: area) }
    columns.drawHeads(in: inside.row(0), on: &frame)
    draw(columns, in: inside.dropping(rows: 1), on: &frame) { _ in true }
  }

  /// Where the cursor alone has moved, the two rows that it left and came to.
  func amend(_ last: IndicatorYears, in area: Rect, on frame: inout Frame) -> Bool {
    var moved = last
    moved.scroll.selected = scroll.selected
    let inside = area.inset(by: 1)
    guard moved == self, inside.rows > 1 else { return false }
    let columns = YearColumns(line, in: inside, frame)
    draw(columns, in: inside.dropping(rows: 1), on: &frame) {
      $0 == scroll.selected || $0 == last.scroll.selected
    }
    return true
  }

  private func draw(
    _ columns: YearColumns, in body: Rect, on frame: inout Frame, where isWanted: (Int) -> Bool
  ) {
    let newest = Array(line.years.reversed())
    let window = scroll.window(count: newest.count, height: body.rows)
    for (number, index) in window.enumerated() where isWanted(index) {
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
