import Cells
import Reform
import Widgets

/// How many tasks stand how, and their lights.
struct OverviewCounts: Pane {
  var rate: FinishedRate
  var counts: StatusCounts
  var lights: SignalCounts
  /// What is owed longest, and how much is.
  var late: Phrase?
  /// What of the tasks is not from the catalogue, in short.
  var sources: String
  var selected: Int?

  func draw(in area: Rect, on frame: inout Frame) {
    let language = frame.language
    let inside = Box(Words.Overview.progress(language), isFocused: selected != nil)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    guard inside.rows > 0 else { return }
    drawSentence(in: inside.row(0), on: &frame)
    var y = inside.y + 1
    let hidden = Status.allCases.count - inside.rows + 1
    frame.base(Format.base(rate, in: language), beside: hidden, in: area)
    frame.drawRest(hidden, in: area)
    if inside.rows >= 7 {
      PartsBar(counts).draw(
        in: inside.row(1).inset(x: 1, y: 0), on: &frame.canvas, symbols: frame.symbols)
      y += 1
    }
    let lightWidth = inside.columns < 34 ? 8 : language == .zh ? 12 : 14
    let statuses = Rect(
      x: inside.x, y: y, columns: inside.columns - lightWidth - 2, rows: inside.maxY - y)
    drawStatuses(in: statuses, on: &frame)
    let lights = Rect(
      x: inside.maxX - lightWidth, y: y, columns: lightWidth, rows: inside.maxY - y)
    let beside = statuses.columns - Self.label(language) - 5
    drawLights(in: lights, beside: beside, on: &frame)
  }

  /// How much is finished, and what is owed longest.
  private func drawSentence(in row: Rect, on frame: inout Frame) {
    let finished = Words.Overview.finished(rate)(frame.language)
    let used = frame.put(
      finished, x: row.x + 1, y: row.y, width: row.columns - 2, Style(.title, bold: true))
    guard let late else { return }
    let room = row.columns - used - 4
    let whole = late(frame.language)
    // Where it does not fit, how many without for how long.
    let words =
      frame.ruler.columns(of: whole) <= room
      ? whole : String(whole.prefix { $0 != "，" && $0 != "," })
    frame.putRight(words, maxX: row.maxX - 1, y: row.y, width: room, Style(.bad, bold: true))
  }

  private func begin(_ number: Int, _ row: Rect, on frame: inout Frame) -> Background {
    let ground: Background = number == selected ? .selected : .none
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    frame.hit(row, .item(pane: OverviewScreen.Pane.counts.rawValue, index: number))
    return ground
  }

  /// The columns of the names of statuses.
  private static func label(_ language: Language) -> Int { language == .zh ? 8 : 13 }

  private func drawStatuses(in area: Rect, on frame: inout Frame) {
    let label = Self.label(frame.language)
    let most = max(1, Status.allCases.map { counts[$0] }.max() ?? 1)
    for (index, status) in Status.allCases.enumerated() where index < area.rows {
      let row = area.row(index)
      let ground = begin(index, row, on: &frame)
      frame.put(Words.status(status)(frame.language), x: row.x + 1, y: row.y, Style(on: ground))
      frame.putRight(
        "\(counts[status])", maxX: row.x + label + 4, y: row.y, width: 4,
        Style(status.role, on: ground, bold: true))
      let room = row.maxX - row.x - label - 6
      let length = counts[status] == 0 ? 0 : max(1, counts[status] * room / most)
      frame.canvas.fill(
        Rect(x: row.x + label + 5, y: row.y, columns: max(0, length), rows: 1),
        with: frame.symbols.bar, style: Style(status.role, on: ground))
    }
  }

  /// `bar` is what bars may take to the left of them.
  private func drawLights(in area: Rect, beside bar: Int, on frame: inout Frame) {
    for (index, signal) in [Signal.red, .yellow, .green, .grey].enumerated() where index < area.rows
    {
      let row = area.row(index)
      let ground = begin(Status.allCases.count + index, row, on: &frame)
      frame.light(signal, x: row.x + 1, y: row.y, on: ground)
      frame.putRight(
        "\(lights[signal])", maxX: row.maxX - 1, y: row.y, width: 5,
        Style(signal.role, on: ground, bold: true))
    }
    guard area.rows > 4, !sources.isEmpty else { return }
    // Beside the bar of the last status, which is short as a rule.
    let width = frame.ruler.columns(of: sources)
    guard width <= area.columns + max(0, min(8, bar)) else { return }
    frame.putRight(sources, maxX: area.maxX - 1, y: area.row(4).y, width: width, Style(.faint))
  }
}

/// The monitored indicators, one a strip: light, name, last value, change and shape.
struct OverviewIndicators: Pane {
  var lines: [IndicatorBoard.Line]
  var scroll: Scroll
  var isFocused: Bool

  func draw(in area: Rect, on frame: inout Frame) {
    let year = lines.compactMap(\.lastYear).max()
    let inside = Box(
      Words.Indicators.key(frame.language), remark: year.map { "\($0)" } ?? "",
      isFocused: isFocused
    ).draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    guard !lines.isEmpty else {
      frame.put(
        Words.Indicators.loading(frame.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
      return
    }
    let columns = IndicatorColumns(lines, width: inside.columns, frame)
    let window = scroll.window(count: lines.count, height: inside.rows)
    frame.drawRest(lines.count - window.upperBound, in: area)
    for (number, index) in window.enumerated() {
      let row = inside.row(number)
      let isChosen = index == scroll.selected && isFocused
      columns.draw(lines[index], in: row, isChosen ? .selected : .none, on: &frame)
      frame.hit(row, .item(pane: OverviewScreen.Pane.indicators.rawValue, index: index))
    }
  }
}
