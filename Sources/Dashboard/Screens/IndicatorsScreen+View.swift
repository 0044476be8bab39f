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
    let inside = Box(
      Words.Indicators.title(state.language), remark: state.short(of: board.place),
      isFocused: pane == .list
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    let rows = Self.rows(board)
    let window = Scroll(offset: list.offset).window(count: rows.count, height: inside.rows)
    for (number, index) in window.enumerated() {
      let row = inside.row(number)
      switch rows[index] {
      case .heading(let words):
        frame.put(
          words(state.language), x: row.x + 1, y: row.y, width: row.columns - 2, Style(.title))
      case .line(let place):
        let isChosen = place == list.selected
        let ground: Ground = isChosen ? (pane == .list ? .selected : .shaded) : .none
        frame.indicator(board.lines[place], state, in: row, ground)
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
    var y = inside.y
    for fact in state.facts(of: line) {
      let lines = frame.ruler.wrap(fact.text, to: max(8, inside.columns - labelWidth - 2))
      for (number, text) in lines.enumerated() where y < inside.maxY {
        if number == 0 {
          frame.put(fact.label, x: inside.x + 1, y: y, width: labelWidth - 1, Style(.faint))
        }
        frame.put(text, x: inside.x + 1 + labelWidth, y: y, Style(fact.role))
        y += 1
      }
    }
  }
}

extension Frame {
  /// One row of an indicator: light, name, last value, change and shape.
  mutating func indicator(
    _ line: IndicatorBoard.Line, _ state: AppState, in row: Rect, _ ground: Ground
  ) {
    canvas.fill(row, with: " ", style: Style(on: ground))
    light(line.signal, x: row.x + 1, y: row.y)
    let spark = row.columns >= 44 ? 8 : row.columns >= 36 ? 5 : 4
    let change = row.columns >= 36 ? 8 : 0
    let value = row.columns >= 44 ? 11 : 9
    let shape = Rect(x: row.maxX - spark - 1, y: row.y, columns: spark, rows: 1)
    Sparkline(line.years.map(\.height), style: Style(.accent, on: ground))
      .draw(in: shape, on: &canvas, marks: marks)
    if change > 0 {
      putRight(
        line.last?.change ?? "", maxX: shape.x - 1, y: row.y, width: change - 1,
        Style(line.changeRole, on: ground))
    }
    let end = shape.x - change - 1
    putRight(
      line.lastWords(language), maxX: end, y: row.y, width: value, Style(on: ground, bold: true))
    let x = row.x + lightWidth + 2
    put(
      line.indicator.short(language), x: x, y: row.y,
      width: end - min(value, ruler.columns(of: line.lastWords(language))) - x - 1,
      Style(on: ground))
  }
}

extension IndicatorBoard.Line {
  /// The last value with its unit where that is a sign, `31.25%`.
  func lastWords(_ language: Language) -> String {
    guard let last else { return "-" }
    return last.value + sign
  }

  /// The unit where it is written close to the number.
  var sign: String { [.percent, .perThousand].contains(indicator.unit) ? indicator.unit.rawValue : "" }

  /// Better, worse, or merely different where the documents give no direction.
  var changeRole: Role {
    guard let rise = last?.rise, rise != 0, let direction = indicator.direction else {
      return .plain
    }
    return (rise > 0) == (direction == .up) ? .good : .bad
  }
}

/// The columns of the table of years, as wide as what stands in them.
struct YearColumns {
  private let language: Language
  private let heads: [String]
  private let widths: [Int]

  init(_ line: IndicatorBoard.Line, in area: Rect, _ state: AppState) {
    language = state.language
    let ruler = state.ruler
    func head(_ words: Phrase, _ unit: FigureUnit?) -> String {
      words(state.language) + (unit.map { " " + $0.name(state.language) } ?? "")
    }
    heads = [
      Words.Indicators.year(language),
      head(Words.Indicators.numerator, line.indicator.numerator.unit),
      line.indicator.denominator.map { head(Words.Indicators.denominator, $0.unit) } ?? "",
      head(Words.Indicators.value, line.indicator.unit), Words.Indicators.change(language),
    ]
    let cells: [[String]] = [
      ["2023"], line.years.map(\.numerator), line.years.map(\.denominator),
      line.years.map(\.value), line.years.map(\.change),
    ]
    widths = zip(heads, cells).map { head, cells in
      head.isEmpty ? 0 : ([head] + cells).map { ruler.columns(of: $0) }.max() ?? 0
    }
  }

  func drawHeads(in row: Rect, on frame: inout Frame) {
    var x = row.x + 1
    for (index, head) in heads.enumerated() where widths[index] > 0 {
      let end = x + widths[index]
      if index == 0 {
        frame.put(head, x: x, y: row.y, width: row.maxX - x, Style(.faint))
      } else if end <= row.maxX {
        frame.putRight(head, maxX: end, y: row.y, width: widths[index], Style(.faint))
      }
      x = end + 2
    }
    frame.put(
      Words.Indicators.flags(language), x: x, y: row.y, width: row.maxX - x, Style(.faint))
  }

  func draw(_ year: IndicatorBoard.Year, in row: Rect, _ ground: Ground, on frame: inout Frame) {
    let cells = [
      "\(year.period)", year.numerator, year.denominator, year.height == nil ? "-" : year.value,
      year.change,
    ]
    var x = row.x + 1
    for (index, cell) in cells.enumerated() where widths[index] > 0 {
      let end = x + widths[index]
      if end <= row.maxX {
        let style = Style(on: ground, bold: index == 3)
        frame.putRight(cell, maxX: end, y: row.y, width: widths[index], style)
      }
      x = end + 2
    }
    frame.put(
      words(year).joined(separator: " "), x: x, y: row.y, width: row.maxX - x - 1,
      Style(year.flags.contains(.breakInSeries) ? .warning : .faint, on: ground))
  }

  /// What must be known beside the number.
  private func words(_ year: IndicatorBoard.Year) -> [String] {
    var words = year.flags.words.map { $0(language) }
    if !year.missing.isEmpty {
      words.insert(
        language == .zh
          ? "缺\(year.missing.count)地" : "\(year.missing.count) missing", at: 0)
    } else if year.isSum {
      words.append(Words.Indicators.sum(language))
    }
    return words
  }
}
