import Cells
import Reform
import Widgets

/// What stands below the matrix where there is room: the column under the cursor as ranked bars,
/// and the place under it over the years.
struct CompareBelow {
  private let column: CompareTable.Column
  private let filled: CompareTable.Filled
  private let place: Division.Code
  private let trend: Trend?
  private let model: Model
  private let key: RankBars.Key?

  init?(_ screen: CompareScreen, _ reports: ComparedReports, _ model: Model) {
    guard let chosen = screen.chosen else { return nil }
    (column, filled, place) = (chosen.column, chosen.filled, chosen.row.place)
    trend = reports[column.indicator.id].trend(column.indicator.id, in: place)
    self.model = model
    key = screen.table.map {
      RankBars.Key(
        edition: Edition(model), table: $0.key, column: screen.position.column.selected,
        rows: chosen.filled.rows.count)
    }
  }

  func put(_ layout: CompareLayout, _ kept: inout RankBars?, _ panes: inout Panes) {
    if !layout.ranks.isEmpty {
      let bars = bars(&kept)
      panes.put(ranks(bars, layout.ranks), as: "ranks", in: layout.ranks)
    }
    if let trend, !layout.trend.isEmpty {
      var chart = BoxedChart(trend, column.indicator, reach: [], model)
      chart.title += model.symbols.dot + column.indicator.short(model.language)
      panes.put(chart, as: "trend", in: layout.trend)
    }
  }

  /// Those of the column, made once for all keys that go down it.
  private func bars(_ kept: inout RankBars?) -> RankBars {
    if let kept, let key, kept.key == key { return kept }
    let indicator = column.indicator
    let bars = filled.rows.map { row in
      let rank = row.rank.map { "\($0)" } ?? "-"
      let value = row.reading?.value
      return BarChart.Bar(
        "\(String(repeating: " ", count: max(0, 3 - rank.count)))\(rank) "
          + model.short(of: row.place), value?.approximate,
        words: value.map { indicator.shown($0) } ?? "-")
    }
    let made = RankBars(key: key, bars: bars, extent: .init(bars, model.ruler))
    kept = made
    return made
  }

  private func ranks(_ made: RankBars, _ area: Rect) -> CompareRanks {
    let (indicator, language, bars) = (column.indicator, model.language, made.bars)
    let selected = filled.rows.firstIndex { $0.place == place }
    let height = max(1, area.rows - 2)
    var scroll = Scroll(selected: selected ?? 0)
    scroll.reveal(count: bars.count, height: height)
    var chart = BarChart(bars, selected: selected, offset: scroll.offset)
    chart.target = filled.total.target?.value.approximate
    chart.extent = made.extent
    let title =
      "\(indicator.short(language)) \(column.year)\(model.symbols.dot)"
      + "\(Words.Compare.rank(language))"
    return CompareRanks(
      title: title, remark: indicator.unit.name(language), chart: chart,
      below: bars.count - scroll.offset - height)
  }
}

/// The ranked bars of a column.
struct RankBars: Sendable {
  struct Key: Equatable, Sendable {
    var edition: Edition
    var table: CompareTable.Key
    var column: Int
    var rows: Int
  }

  let key: Key?
  let bars: [BarChart.Bar]
  let extent: BarChart.Extent
}

/// The places as bars, the first one at the top.
struct CompareRanks: Pane {
  var title: String
  var remark: String
  var chart: BarChart
  var below: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    chart.draw(in: inside, on: &frame.canvas, symbols: frame.symbols)
    frame.drawRest(below, in: area)
  }
}
