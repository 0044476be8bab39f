import Cells
import Reform
import Widgets

extension CompareScreen {
  // MARK: Side by side

  /// The marked places with the trend of the chosen indicator, all on one scale, and below how
  /// they stand in every indicator.
  mutating func putSides(
    _ grounds: ComparisonScope, _ reports: ComparedReports, _ model: Model,
    _ layout: CompareLayout, _ panes: inout Panes
  ) {
    guard let indicator = grounds.indicator else { return }
    let body = Rect(
      x: layout.box.x, y: layout.box.y, columns: layout.box.columns,
      rows: layout.box.rows + layout.facts.rows)
    let rows = body.splitRows([.share(2), .share(3)])
    let trends = marked.compactMap { reports[indicator.id].trend(indicator.id, in: $0) }
    let reach = trends.flatMap { $0.points.compactMap { $0.value?.approximate } }
    let parts = rows[0].splitColumns(trends.map { _ in .share(1) })
    for (number, (trend, area)) in zip(trends, parts).enumerated() {
      panes.put(
        BoxedChart(trend, indicator, reach: reach, model), as: PaneName("chart", number), in: area)
    }
    if let table = sideTable(grounds, indicator, model) {
      panes.put(table, as: "side", in: rows[1])
    }
  }

  private mutating func sideTable(
    _ grounds: ComparisonScope, _ indicator: Indicator, _ model: Model
  ) -> CompareSides? {
    guard let table else { return nil }
    let language = model.language
    let places = [grounds.region] + marked
    var cells = cells(of: table, model)
    let shown = table.columns.indices.map { column in places.map { cells.cell($0, column) } }
    scene.cells = cells
    return CompareSides(
      title: "\(Words.Compare.sideBySide(language))\(model.symbols.dot)\(indicator.name(language))",
      remark: Words.Compare.measure(measure)(language),
      heads: places.map { model.short(of: $0) },
      names: table.columns.map { $0.indicator.short(language) }, cells: shown,
      selected: table.columns.firstIndex { $0.indicator.id == indicator.id } ?? 0)
  }

  // MARK: Two indicators

  /// Every place as a point by two indicators of one year.
  func putPoints(
    _ grounds: ComparisonScope, _ reports: ComparedReports, _ model: Model,
    _ layout: CompareLayout, _ panes: inout Panes
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
    var scatter = Scatter(
      dots, across: "\(across.short(language)) \(across.unit.name(language))",
      upwards: "\(upwards.short(language)) \(upwards.unit.name(language))", selected: selected)
    if let x = value(across, grounds.region), let y = value(upwards, grounds.region) {
      scatter.cross = .init(
        x: x.approximate, y: y.approximate, label: model.short(of: grounds.region))
    }
    let title = "\(across.short(language)) × \(upwards.short(language))"
    panes.put(
      ComparePoints(
        title: title, remark: sample.isEmpty ? help : "\(help)  \(sample)", scatter: scatter),
      as: "chart", in: layout.box)
    let place = self.place ?? grounds.region
    let values = [across, upwards].map { indicator in
      let shown = value(indicator, place).map {
        indicator.shown($0) + indicator.unit.behind(language)
      }
      return "\(indicator.short(language)) \(shown ?? "-")"
    }
    let left = grounds.places.count - dots.count
    let missing = Phrase("\(left) 地缺数据，没有画出", "\(left) places without both are left out")
    let facts = [
      ([model.name(of: place), "\(grounds.year)"] + values).joined(separator: model.symbols.dot),
      left > 0 ? missing(language) : "",
    ]
    panes.put(CompareFacts(lines: facts), as: "facts", in: layout.facts)
  }
}

/// Every place as a point.
struct ComparePoints: Pane {
  var title: String
  var remark: String
  var scatter: Scatter

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: true)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    scatter.draw(in: inside.inset(x: 1, y: 0), on: &frame.canvas, symbols: frame.symbols)
  }
}

/// A few places by every indicator.
struct CompareSides: Pane {
  var title: String
  var remark: String
  /// The places.
  var heads: [String]
  /// The indicators.
  var names: [String]
  /// Row by row.
  var cells: [[Matrix.Cell]]
  var selected: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: true)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let widest = names.map { frame.ruler.columns(of: $0) }.max() ?? 0
    let room = inside.columns - min(widest + 1, inside.columns * 2 / 5)
    let matrix = Matrix(
      heads: heads, rows: names, columnWidth: max(9, min(20, room / heads.count)),
      cell: { [cells] row, column in cells[row][column] })
    var place = Matrix.Position()
    place.row.selected = selected
    place.column.selected = -1
    place.row.reveal(count: names.count, height: inside.rows - 1)
    matrix.draw(place, in: inside, on: &frame.canvas, symbols: frame.symbols)
  }
}
