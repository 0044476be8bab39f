import Cells
import Reform
import Widgets

extension CompareScreen {
  /// Who moved the whole: every part with its own change, its change of weight and their sum.
  func putMovers(
    _ grounds: ComparisonScope, _ model: Model, _ layout: CompareLayout, _ panes: inout Panes
  ) {
    let language = model.language
    guard let indicator = grounds.indicator else { return }
    let flags = (moved?.result?.rows ?? []).reduce(into: FigureFlags()) { flags, row in
      flags.formUnion(row.before.flags.union(row.after.flags))
    }
    let sample = Self.sample(flags, language)
    let years = moved.map { "\($0.years.lowerBound)–\($0.years.upperBound)" } ?? ""
    var pane = CompareMovers(
      title: "\(Words.Compare.movers(language))\(model.symbols.dot)\(indicator.name(language))",
      remark: sample.isEmpty ? years : "\(years) \(sample)", scroll: position.row)
    defer { panes.put(pane, as: "rows", in: layout.box) }
    guard let result = moved?.result, result.missing.isEmpty else {
      pane.notice = why(model)
      return
    }
    pane.tell(result, indicator, model)
    panes.put(
      CompareFacts(lines: sentences(result, indicator, model)), as: "facts",
      in: layout.facts)
  }

  /// Why nothing can be split.
  private func why(_ model: Model) -> String {
    let language = model.language
    if indicator == GroupMeasure.assessment.id { return Words.Compare.notAdded(language) }
    guard let result = moved?.result, let years = moved?.years else {
      return Words.Compare.noYearBefore(language)
    }
    let names = result.missing.map { model.short(of: $0) }
      .joined(separator: language == .zh ? "、" : ", ")
    let span = "\(years.lowerBound)–\(years.upperBound)"
    return Phrase(
      "\(span) 年数据不全，不能拆分：\(names)。按 < 或 > 换年份。",
      "Figures of \(span) are not complete, so nothing is split: \(names). < and > take other years."
    )(language)
  }

  private func sentences(
    _ result: Decomposition, _ indicator: Indicator, _ model: Model
  ) -> [String] {
    let language = model.language
    let digits = indicator.digits + 2
    func total(_ part: (Decomposition.Row) -> Amount) -> String {
      result.rows.reduce(Amount(0)) { $0 + part($1) }.signed(digits)
    }
    let unit = indicator.unit.difference(language)
    var words = [
      "\(model.short(of: result.region)) \(result.change.signed(digits)) = "
        + "\(Words.Compare.own(language)) \(total { $0.own }) + "
        + "\(Words.Compare.weight(language)) \(total { $0.weight })"
    ]
    if let first = result.mover {
      words.append(
        Phrase("影响最大", "moved it most")(language)
          + " \(model.short(of: first.place)) \(first.total.signed(digits))")
    }
    let note = Words.Compare.movedNote(language).replacing("{unit}", with: unit)
    guard !result.breaks.isEmpty else { return [words.joined(separator: model.symbols.dot), note] }
    let names = result.breaks.map { model.short(of: $0) }
      .joined(separator: language == .zh ? "、" : ", ")
    let broken = Phrase(
      "! 口径变动，差额不是拉动：\(names)", "! the series breaks, so these moved nothing: \(names)")
    return [words.joined(separator: model.symbols.dot), broken(language)]
  }
}

/// The table of movers: the whole first, then every part, and their bars.
struct CompareMovers: Pane {
  struct Row: Equatable {
    var name: String
    /// Before, after, own change, change of weight and their sum.
    var words: [String]
    var bar: BarChart.Bar
  }

  var title: String
  var remark: String
  var scroll: Scroll
  /// Why there is nothing to show.
  var notice: String?
  /// The first and the last year.
  var years: [String] = []
  var rows: [Row] = []
  /// How wide the widest name is, a mark before it included.
  private var widest = 4

  private static let width = 10

  init(title: String, remark: String, scroll: Scroll) {
    (self.title, self.remark, self.scroll) = (title, remark, scroll)
  }

  mutating func tell(_ result: Decomposition, _ indicator: Indicator, _ model: Model) {
    years = ["\(result.years.lowerBound)", "\(result.years.upperBound)"]
    let places = result.rows.map(\.place) + [result.region]
    widest = places.map { model.ruler.columns(of: model.short(of: $0)) }.max() ?? 4
    if !result.breaks.isEmpty { widest += 1 }
    let digits = indicator.digits + 2
    let values = [result.years.lowerBound, result.years.upperBound].map { year in
      model.reports?.reading(indicator.id, in: result.region, year)?.value.map(indicator.shown)
        ?? "-"
    }
    let own = result.rows.reduce(Amount(0)) { $0 + $1.own }
    let weight = result.rows.reduce(Amount(0)) { $0 + $1.weight }
    rows = [
      Row(
        name: model.short(of: result.region),
        words: values
          + [own.signed(digits), weight.signed(digits), result.change.signed(digits)],
        bar: BarChart.Bar("", nil, words: ""))
    ]
    rows += result.rows.map { row in
      let values = [row.before, row.after].map { $0.value.map(indicator.shown) ?? "-" }
      return Row(
        name: (row.isBreak ? "!" : "") + model.short(of: row.place),
        words: values
          + [row.own.signed(digits), row.weight.signed(digits), row.total.signed(digits)],
        bar: BarChart.Bar(
          "", row.total.approximate, words: "", role: Self.role(row, indicator.direction)))
    }
  }

  private static func role(
    _ row: Decomposition.Row, _ direction: Indicator.Direction?
  ) -> Role {
    guard !row.isBreak else { return .faint }
    guard let direction else { return .accent }
    return (row.total > 0) == (direction == .up) ? .good : .bad
  }

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: true)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    if let notice {
      let words = frame.ruler.wrap(notice, to: max(2, inside.columns - 2))
      for (row, text) in words.prefix(inside.rows).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.warning))
      }
      return
    }
    let nameWidth = min(widest, inside.columns / 4)
    let start = inside.x + 1 + nameWidth
    let isNarrow = inside.columns < nameWidth + 5 * Self.width + 8
    let ends = (1...(isNarrow ? 3 : 5)).map { start + $0 * Self.width }
    drawHeads(in: inside.row(0), nameWidth, ends, on: &frame)
    let body = inside.dropping(rows: 1)
    let window = scroll.window(count: rows.count, height: body.rows)
    let below = rows.count - window.upperBound
    if isNarrow {
      let words = Phrase(
        "另 \(years.count) 列：\(years.joined(separator: "、"))",
        "+\(years.count) col.: \(years.joined(separator: ", "))")
      frame.base(words(frame.language), beside: below, in: area)
    }
    frame.drawRest(below, in: area)
    for (line, index) in window.enumerated() {
      draw(index, in: body.row(line), nameWidth, ends, on: &frame)
      frame.hit(body.row(line), .item(pane: 0, index: index))
    }
    let left = (ends.last ?? start) + 1
    let bars = Rect(
      x: left, y: body.y, columns: max(0, min(70, inside.maxX - left)), rows: body.rows)
    BarChart(
      rows.map(\.bar), selected: scroll.selected, isFocused: true, offset: window.lowerBound
    ).draw(in: bars, on: &frame.canvas, symbols: frame.symbols)
  }

  private func drawHeads(
    in row: Rect, _ nameWidth: Int, _ ends: [Int], on frame: inout Frame
  ) {
    let language = frame.language
    frame.put(
      Words.Compare.place(language), x: row.x + 1, y: row.y, width: nameWidth, Style(.faint))
    let parts = [Words.Compare.own, Words.Compare.weight, Words.Compare.total]
    let words = (years + parts.map { $0(language) }).suffix(ends.count)
    for (end, head) in zip(ends, words) {
      frame.putRight(head, maxX: end, y: row.y, width: Self.width - 1, Style(.faint))
    }
  }

  private func draw(
    _ index: Int, in row: Rect, _ nameWidth: Int, _ ends: [Int], on frame: inout Frame
  ) {
    let ground: Background = index == scroll.selected ? .selected : .none
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    let isWhole = index == 0
    let style = Style(isWhole ? .title : .plain, on: ground, bold: isWhole || ground != .none)
    frame.put(rows[index].name, x: row.x + 1, y: row.y, width: nameWidth, style)
    for (end, words) in zip(ends, rows[index].words.suffix(ends.count)) {
      frame.putRight(words, maxX: end, y: row.y, width: Self.width - 1, style)
    }
  }
}

extension Amount {
  /// With its sign, `+0.123`.
  func signed(_ digits: Int) -> String { (rounded(digits) > 0 ? "+" : "") + shown(digits) }
}
