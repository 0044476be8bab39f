import Cells
import Reform
import Widgets

extension OverviewScreen {
  func draw(_ model: Model, on frame: inout Frame) {
    let layout = OverviewLayout(model)
    for each in Pane.allCases where !layout.area(of: each).isEmpty {
      let scroll = scrolls[each.rawValue]
      let stamp = [scroll.offset, scroll.selected, each == pane ? 1 : 0]
      frame.pane(PaneName(.overview, each.rawValue), in: layout.area(of: each), stamp: stamp) {
        frame in
        switch each {
        case .counts: drawCounts(model, in: layout.counts, on: &frame)
        case .indicators: drawIndicators(model, in: layout.indicators, on: &frame)
        case .next: drawNext(model, in: layout.next, on: &frame)
        case .themes: drawThemes(model, in: layout.area(of: .themes), on: &frame)
        case .league: drawLeague(model, in: layout.league, on: &frame)
        case .recent: drawRecent(model, in: layout.recent, on: &frame)
        }
      }
    }
    guard let map = layout.map else { return }
    frame.pane(PaneName(.map), in: map, stamp: [measure ?? -1]) {
      OverviewMap(self, model).draw(in: map, on: &$0)
    }
  }

  private func box(
    _ pane: Pane, _ title: Phrase, _ remark: String, _ model: Model, in area: Rect,
    on frame: inout Frame
  ) -> Rect {
    Box(title(model.language), remark: remark, isFocused: pane == self.pane)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
  }

  private func ground(_ pane: Pane, _ index: Int) -> Ground {
    guard scrolls[pane.rawValue].selected == index else { return .none }
    return pane == self.pane ? .selected : .none
  }

  // MARK: Counts

  private func drawCounts(_ model: Model, in area: Rect, on frame: inout Frame) {
    let language = model.language
    let counts = model.report.counts
    let rate = model.report.rate
    let remark =
      language == .zh
      ? "\(rate.total) 项\(model.marks.dot)办结 \(rate.words)"
      : "\(rate.total) tasks, \(rate.words) finished"
    let inside = box(.counts, Words.Overview.progress, remark, model, in: area, on: &frame)
    frame.base(of: rate, in: area)
    guard inside.rows > 0 else { return }
    var y = inside.y
    if inside.rows >= 9 {
      drawSummary(model, counts, in: inside.row(0), on: &frame)
      y += 2
    }
    let lightWidth = inside.columns < 34 ? 8 : language == .zh ? 12 : 14
    let statusArea = Rect(
      x: inside.x, y: y, columns: inside.columns - lightWidth - 2, rows: inside.maxY - y)
    drawStatuses(model, counts, in: statusArea, on: &frame)
    let lights = Rect(
      x: inside.maxX - lightWidth, y: y, columns: lightWidth, rows: inside.maxY - y)
    drawLights(model, in: lights, on: &frame)
  }

  /// One bar of all tasks: finished, under way, not started, suspended.
  private func drawSummary(
    _ model: Model, _ counts: StatusCounts, in row: Rect, on frame: inout Frame
  ) {
    PartsBar([
      (counts.finished, .good, .whole), (counts[.underway], .progress, .half),
      (counts[.notStarted] + counts[.suspended], .faint, .none),
    ]).draw(in: row.inset(x: 1, y: 0), on: &frame.canvas, marks: model.marks)
  }

  private func drawStatuses(
    _ model: Model, _ counts: StatusCounts, in area: Rect, on frame: inout Frame
  ) {
    let language = model.language
    let label = language == .zh ? 8 : 13
    let most = max(1, Status.allCases.map { counts[$0] }.max() ?? 1)
    for (index, status) in Status.allCases.enumerated() where index < area.rows {
      let row = area.row(index)
      let ground = ground(.counts, index)
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      frame.put(Words.status(status)(language), x: row.x + 1, y: row.y, Style(on: ground))
      frame.putRight(
        "\(counts[status])", maxX: row.x + label + 4, y: row.y, width: 4,
        Style(status.role, on: ground, bold: true))
      let room = row.maxX - row.x - label - 6
      let length = counts[status] == 0 ? 0 : max(1, counts[status] * room / most)
      frame.canvas.fill(
        Rect(x: row.x + label + 5, y: row.y, columns: max(0, length), rows: 1),
        with: model.marks.bar, style: Style(status.role, on: ground))
      frame.hit(row, .item(pane: Pane.counts.rawValue, index: index))
    }
  }

  private func drawLights(_ model: Model, in area: Rect, on frame: inout Frame) {
    let lights = model.report.lights
    for (index, signal) in [Signal.red, .yellow, .green, .grey].enumerated() where index < area.rows
    {
      let row = area.row(index)
      let number = Status.allCases.count + index
      let ground = ground(.counts, number)
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      frame.light(signal, x: row.x + 1, y: row.y)
      frame.putRight(
        "\(lights[signal])", maxX: row.maxX - 1, y: row.y, width: 5,
        Style(signal.role, on: ground, bold: true))
      frame.hit(row, .item(pane: Pane.counts.rawValue, index: number))
    }
    guard area.rows > 4, let sources = Spoken.sources(model.report, model, isShort: true) else {
      return
    }
    frame.putRight(
      sources, maxX: area.maxX - 1, y: area.row(4).y, width: area.columns - 1, Style(.faint))
  }

  // MARK: Deadlines

  private func drawNext(_ model: Model, in area: Rect, on frame: inout Frame) {
    let items = Self.next(model)
    let late = items.count { ($0.due ?? model.day) < model.day }
    let remark =
      model.language == .zh
      ? "欠 \(late)\(model.marks.dot)将到期 \(items.count - late)"
      : "\(late) late, \(items.count - late) to come"
    let inside = box(.next, Words.Overview.next, remark, model, in: area, on: &frame)
    guard !items.isEmpty else {
      frame.put(
        Words.Overview.nothingDue(model.language), x: inside.x + 1, y: inside.y, Style(.faint))
      return
    }
    let window = scrolls[Pane.next.rawValue].window(count: items.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let (row, item) = (inside.row(line), items[index])
      let ground = ground(.next, index)
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      if let owed = OwedRow(item, model) { frame.owed(owed, in: row, ground) }
      frame.hit(row, .item(pane: Pane.next.rawValue, index: index))
    }
  }

  // MARK: Themes

  private func drawThemes(_ model: Model, in area: Rect, on frame: inout Frame) {
    let rows = Self.themes(model)
    let inside = box(.themes, Words.Overview.themes, "\(rows.count)", model, in: area, on: &frame)
    let window = scrolls[Pane.themes.rawValue].window(count: rows.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let (row, item) = (inside.row(line), rows[index])
      let ground = ground(.themes, index)
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let nameWidth = min(26, row.columns / 2)
      frame.put(
        item.theme.name(model.language), x: row.x + 1, y: row.y, width: nameWidth - 1,
        Style(on: ground))
      let bar = Rect(
        x: row.x + nameWidth + 1, y: row.y, columns: max(0, row.columns - nameWidth - 10), rows: 1)
      PartsBar([
        (item.counts.finished, .good, .whole), (item.counts[.underway], .progress, .half),
        (item.counts[.notStarted] + item.counts[.suspended], .faint, .none),
      ]).draw(in: bar, on: &frame.canvas, marks: model.marks, ground: ground)
      frame.putRight(
        "\(item.counts.finished)/\(item.counts.total)", maxX: row.maxX - 1, y: row.y, width: 7,
        Style(item.red > 0 ? .bad : .plain, on: ground, bold: true))
      frame.hit(row, .item(pane: Pane.themes.rawValue, index: index))
    }
  }

  // MARK: Cities

  private func drawLeague(_ model: Model, in area: Rect, on frame: inout Frame) {
    let rows = Self.league(model)
    let inside = box(
      .league, Words.Overview.league, Words.Overview.finished(model.language), model, in: area,
      on: &frame)
    if let rate = rows.first?.rate { frame.base(of: rate, in: area) }
    let window = scrolls[Pane.league.rawValue].window(count: rows.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let (row, city) = (inside.row(line), rows[index])
      let isScope = city.place == model.scope
      let ground = ground(.league, index)
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      frame.putRight("\(city.rank)", maxX: row.x + 3, y: row.y, width: 2, Style(.faint, on: ground))
      let nameWidth = model.language == .zh ? 5 : 10
      frame.put(
        model.short(of: city.place), x: row.x + 4, y: row.y, width: nameWidth,
        Style(isScope ? .accent : .plain, on: ground, bold: isScope))
      let x = row.x + 4 + nameWidth
      let red = model.language == .zh ? "红\(city.lights.red)" : "\(city.lights.red) red"
      let redWidth = model.language == .zh ? 6 : 8
      let numbers = redWidth + 7
      let bar = Rect(x: x, y: row.y, columns: max(0, row.maxX - x - numbers), rows: 1)
      PartsBar([
        (city.counts.finished, .good, .whole), (city.counts[.underway], .progress, .half),
        (city.counts[.notStarted] + city.counts[.suspended], .faint, .none),
      ]).draw(in: bar, on: &frame.canvas, marks: model.marks, ground: ground)
      frame.putRight(
        city.rate.words, maxX: row.maxX - redWidth - 1, y: row.y, width: 5,
        Style(on: ground, bold: true))
      frame.putRight(
        red, maxX: row.maxX - 1, y: row.y, width: redWidth,
        Style(city.lights.red > 0 ? .bad : .faint, on: ground))
      frame.hit(row, .item(pane: Pane.league.rawValue, index: index))
    }
  }

  // MARK: Entries

  private func drawRecent(_ model: Model, in area: Rect, on frame: inout Frame) {
    guard area.rows >= 3 else { return }
    let entries = model.progress.recent
    let inside = box(.recent, Words.Overview.recent, "", model, in: area, on: &frame)
    guard !entries.isEmpty else {
      let lines = frame.ruler.wrap(Words.Overview.empty(model.language), to: inside.columns - 2)
      for (line, text) in lines.prefix(inside.rows).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + line, Style(.accent))
      }
      return
    }
    let window = scrolls[Pane.recent.rawValue].window(count: entries.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let (row, entry) = (inside.row(line), entries[index])
      let ground = ground(.recent, index)
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let day = String(entry.day.description.dropFirst(entry.day.year == model.day.year ? 5 : 2))
      let place = model.short(of: entry.line)
      let title = model.catalogue.task(entry.line.task)?.title(model.language) ?? entry.line.task
      var x = row.x + 1
      x += frame.put(day, x: x, y: row.y, Style(.faint, on: ground)) + 1
      x += frame.put(place, x: x, y: row.y, width: 10, Style(.accent, on: ground)) + 1
      if let status = entry.status {
        let style = Style(status.role, on: ground)
        x += frame.put(Words.status(status)(model.language), x: x, y: row.y, style) + 1
      }
      let said = entry.actual.map { Spoken.actual($0, model) } ?? entry.note
      let note = said.map { model.marks.dot + $0 } ?? ""
      frame.put(title + note, x: x, y: row.y, width: row.maxX - x - 1, Style(on: ground))
      frame.hit(row, .item(pane: Pane.recent.rawValue, index: index))
    }
  }
}
