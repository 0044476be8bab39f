import Cells
import Reform
import Widgets

extension CompareScreen {
  /// Who moved the whole: every part with its own change, its change of weight and their sum.
  func drawMovers(
    _ grounds: CompareGrounds, _ model: Model, _ layout: CompareLayout, on frame: inout Frame
  ) {
    let language = model.language
    guard let indicator = grounds.indicator else { return }
    let flags = (moved?.result?.rows ?? []).reduce(into: FigureFlags()) { flags, row in
      flags.formUnion(row.before.flags.union(row.after.flags))
    }
    let sample = Self.sample(flags, language)
    let years = moved.map { "\($0.years.lowerBound)–\($0.years.upperBound)" } ?? ""
    let inside = Box(
      "\(Words.Compare.movers(language))\(model.marks.dot)\(indicator.name(language))",
      remark: sample.isEmpty ? years : "\(years) \(sample)", isFocused: true
    ).draw(in: layout.box, on: &frame.canvas, marks: model.marks)
    guard let result = moved?.result, result.missing.isEmpty else {
      let words = frame.ruler.wrap(why(model), to: max(2, inside.columns - 2))
      for (row, text) in words.prefix(inside.rows).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.warning))
      }
      return
    }
    let columns = MoverColumns(result, indicator, in: inside, model)
    columns.drawHeads(in: inside.row(0), on: &frame)
    let body = inside.dropping(rows: 1)
    let window = position.row.window(count: rows.count, height: body.rows)
    for (line, index) in window.enumerated() {
      let isChosen = index == position.row.selected
      columns.draw(
        index == 0 ? nil : result.rows[safe: index - 1], in: body.row(line),
        isChosen ? .selected : .none, on: &frame)
      frame.hit(body.row(line), .item(pane: 0, index: index))
    }
    columns.drawBars(in: body, offset: window.lowerBound, selected: position.row.selected, &frame)
    drawFacts(sentences(result, indicator, model), in: layout.facts, on: &frame)
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
    guard !result.breaks.isEmpty else { return [words.joined(separator: model.marks.dot), note] }
    let names = result.breaks.map { model.short(of: $0) }
      .joined(separator: language == .zh ? "、" : ", ")
    let broken = Phrase(
      "! 口径变动，差额不是拉动：\(names)", "! the series breaks, so these moved nothing: \(names)")
    return [words.joined(separator: model.marks.dot), broken(language)]
  }
}

/// The columns of the table of movers.
private struct MoverColumns {
  let result: Decomposition
  let indicator: Indicator
  let model: Model
  /// Right ends of the numbers.
  private let ends: [Int]
  private let nameWidth: Int
  private let bars: Rect

  private static let width = 10

  init(_ result: Decomposition, _ indicator: Indicator, in area: Rect, _ model: Model) {
    (self.result, self.indicator, self.model) = (result, indicator, model)
    let places = result.rows.map(\.place) + [result.region]
    let widest =
      (places.map { model.ruler.columns(of: model.short(of: $0)) }.max() ?? 4)
      + (result.breaks.isEmpty ? 0 : 1)
    nameWidth = min(widest, area.columns / 4)
    let start = area.x + 1 + nameWidth
    let isNarrow = area.columns < nameWidth + 5 * Self.width + 8
    let count = isNarrow ? 3 : 5
    ends = (1...count).map { start + $0 * Self.width }
    let left = (ends.last ?? start) + 1
    bars = Rect(x: left, y: area.y, columns: max(0, min(70, area.maxX - left)), rows: area.rows)
  }

  func drawHeads(in row: Rect, on frame: inout Frame) {
    let language = model.language
    frame.put(
      Words.Compare.place(language), x: row.x + 1, y: row.y, width: nameWidth, Style(.faint))
    let words = [
      "\(result.years.lowerBound)", "\(result.years.upperBound)", Words.Compare.own(language),
      Words.Compare.weight(language), Words.Compare.total(language),
    ].suffix(ends.count)
    for (end, head) in zip(ends, words) {
      frame.putRight(head, maxX: end, y: row.y, width: Self.width - 1, Style(.faint))
    }
  }

  /// A part, or the whole where there is none.
  func draw(
    _ part: Decomposition.Row?, in row: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    let isWhole = part == nil
    let mark = part?.isBreak == true ? "!" : ""
    let name = mark + model.short(of: part?.place ?? result.region)
    let style = Style(isWhole ? .title : .plain, on: ground, bold: isWhole || ground != .none)
    frame.put(name, x: row.x + 1, y: row.y, width: nameWidth, style)
    for (end, words) in zip(ends, words(part).suffix(ends.count)) {
      frame.putRight(words, maxX: end, y: row.y, width: Self.width - 1, style)
    }
  }

  private func words(_ part: Decomposition.Row?) -> [String] {
    let digits = indicator.digits + 2
    guard let part else {
      let values = [result.years.lowerBound, result.years.upperBound].map { year in
        model.reports?.reading(indicator.id, in: result.region, year)?.value.map(indicator.shown)
          ?? "-"
      }
      let own = result.rows.reduce(Amount(0)) { $0 + $1.own }
      let weight = result.rows.reduce(Amount(0)) { $0 + $1.weight }
      return values + [own.signed(digits), weight.signed(digits), result.change.signed(digits)]
    }
    let values = [part.before, part.after].map { $0.value.map(indicator.shown) ?? "-" }
    return values
      + [part.own.signed(digits), part.weight.signed(digits), part.total.signed(digits)]
  }

  /// Bars of the sums, up and down from one line.
  func drawBars(in area: Rect, offset: Int, selected: Int, _ frame: inout Frame) {
    let direction = indicator.direction
    let whole = [BarChart.Bar("", nil, words: "")]
    let parts = result.rows.map { row -> BarChart.Bar in
      let isBetter = (row.total > 0) == (direction == .up)
      let role: Role =
        row.isBreak ? .faint : direction == nil ? .accent : isBetter ? .good : .bad
      return BarChart.Bar("", row.total.approximate, words: "", role: role)
    }
    let place = Rect(x: bars.x, y: area.y, columns: bars.columns, rows: area.rows)
    BarChart(whole + parts, selected: selected, isFocused: true, offset: offset)
      .draw(in: place, on: &frame.canvas, marks: model.marks)
  }
}

extension Amount {
  /// With its sign, `+0.123`.
  func signed(_ digits: Int) -> String { (rounded(digits) > 0 ? "+" : "") + shown(digits) }
}
