import Cells
import Reform
import Widgets

extension CompareScreen {
  // MARK: Side by side

  /// The marked places with the trend of the chosen indicator, all on one scale, and below how
  /// they stand in every indicator.
  func drawSides(
    _ grounds: CompareGrounds, _ reports: ComparedReports, _ model: Model,
    _ layout: CompareLayout, on frame: inout Frame
  ) {
    guard let indicator = grounds.indicator else { return }
    let body = Rect(
      x: layout.box.x, y: layout.box.y, columns: layout.box.columns,
      rows: layout.box.rows + layout.facts.rows)
    let rows = body.splitRows([.share(2), .share(3)])
    let trends = marked.compactMap { reports[indicator.id].trend(indicator.id, in: $0) }
    let reach = trends.flatMap { $0.points.compactMap { $0.value?.approximate } }
    let parts = rows[0].splitColumns(trends.map { _ in .share(1) })
    for (trend, area) in zip(trends, parts) {
      drawTrend(trend, indicator, reach: reach, model, in: area, on: &frame)
    }
    drawSideTable(grounds, indicator, model, in: rows[1], on: &frame)
  }

  private func drawTrend(
    _ trend: Trend, _ indicator: Indicator, reach: [Double], _ model: Model, in area: Rect,
    on frame: inout Frame
  ) {
    let last = trend.points.last { $0.value != nil }?.value
    let words = last.map { indicator.shown($0) } ?? "-"
    let flags = trend.points.reduce(into: FigureFlags()) { $0.formUnion($1.reading?.flags ?? []) }
    let sample = Self.sample(flags, model.language)
    let remark = sample.isEmpty ? words : "\(words) \(sample)"
    let inside = Box(model.short(of: trend.place), remark: remark)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    let breaks = trend.points.indices.filter { trend.points[$0].isBreak }
    let loose = trend.points.indices.filter { trend.points[$0].reading?.isComplete == false }
    var chart = LineChart(
      labels: trend.points.map { "\($0.year)" },
      series: [.init(trend.points.map { $0.value?.approximate }, loose: Set(loose))],
      breaks: Set(breaks), unit: "")
    chart.reach = reach
    chart.draw(in: inside, on: &frame.canvas, marks: model.marks)
  }

  private func drawSideTable(
    _ grounds: CompareGrounds, _ indicator: Indicator, _ model: Model, in area: Rect,
    on frame: inout Frame
  ) {
    guard let table else { return }
    let language = model.language
    let inside = Box(
      "\(Words.Compare.sideBySide(language))\(model.marks.dot)\(indicator.name(language))",
      remark: Words.Compare.measure(measure)(language), isFocused: true
    ).draw(in: area, on: &frame.canvas, marks: model.marks)
    let heats = Dictionary(
      uniqueKeysWithValues: table.columns.indices.filter { table[$0] != nil }
        .map { ($0, table.heat(of: $0, measure)) })
    let cells = CompareCells(table: table, measure: measure, heats: heats, marks: model.marks)
    let places = [grounds.region] + marked
    let names = table.columns.map { $0.indicator.short(language) }
    let widest = names.map { frame.ruler.columns(of: $0) }.max() ?? 0
    let room = inside.columns - min(widest + 1, inside.columns * 2 / 5)
    let matrix = Matrix(
      heads: places.map { model.short(of: $0) }, rows: names,
      columnWidth: max(9, min(20, room / places.count)),
      cell: { row, column in cells.cell(places[column], row) })
    var place = Matrix.Position()
    place.row.selected = table.columns.firstIndex { $0.indicator.id == indicator.id } ?? 0
    place.column.selected = -1
    place.row.settle(count: names.count, height: inside.rows - 1)
    matrix.draw(place, in: inside, on: &frame.canvas, marks: model.marks)
  }

  // MARK: Two indicators

  /// Every place as a point by two indicators of one year.
  func drawPoints(
    _ grounds: CompareGrounds, _ reports: ComparedReports, _ model: Model,
    _ layout: CompareLayout, on frame: inout Frame
  ) {
    let language = model.language
    guard let across = grounds.indicator,
      let upwards = grounds.indicators.first(where: { $0.id == other })
    else { return }
    let flags = grounds.places.reduce(into: FigureFlags()) { flags, place in
      for indicator in [across, upwards] {
        flags.formUnion(reports.reading(indicator.id, in: place, grounds.year)?.flags ?? [])
      }
    }
    let help = Phrase("左右键换横轴  c 换纵轴", "left, right: across; c: upwards")(language)
    let sample = Self.sample(flags, language)
    let inside = Box(
      "\(across.short(language)) × \(upwards.short(language))",
      remark: sample.isEmpty ? help : "\(help)  \(sample)", isFocused: true
    ).draw(in: layout.box, on: &frame.canvas, marks: model.marks)
    func value(_ indicator: Indicator, _ place: Division.Code) -> Amount? {
      reports.reading(indicator.id, in: place, grounds.year)?.value
    }
    var dots: [Scatter.Dot] = []
    var selected: Int?
    for place in grounds.places {
      guard let x = value(across, place), let y = value(upwards, place) else { continue }
      if place == self.place { selected = dots.count }
      dots.append(
        .init(
          x: x.approximate, y: y.approximate, label: model.short(of: place),
          role: marked.contains(place) ? .title : .accent))
    }
    let scatter = Scatter(
      dots, across: "\(across.short(language)) \(across.unit.name(language))",
      upwards: "\(upwards.short(language)) \(upwards.unit.name(language))", selected: selected)
    scatter.draw(in: inside.inset(x: 1, y: 0), on: &frame.canvas, marks: model.marks)
    let place = self.place ?? grounds.region
    let values = [across, upwards].map { indicator in
      let shown = value(indicator, place).map {
        indicator.shown($0) + indicator.unit.behind(language)
      }
      return "\(indicator.short(language)) \(shown ?? "-")"
    }
    let left = grounds.places.count - dots.count
    let missing = Phrase("\(left) 地缺数据，没有画出", "\(left) places without both are left out")
    drawFacts(
      [
        ([model.name(of: place), "\(grounds.year)"] + values).joined(separator: model.marks.dot),
        left > 0 ? missing(language) : "",
      ], in: layout.facts, on: &frame)
  }
}
