import Cells
import Reform
import Widgets

/// The trend of a place.
struct BoxedChart: Pane {
  var title: String
  var remark: String
  var chart: TrendChart

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark).draw(
      in: area, on: &frame.canvas, symbols: frame.symbols)
    chart.draw(in: inside, on: &frame.canvas, symbols: frame.symbols)
  }
}

extension BoxedChart {
  init(_ trend: Trend, _ indicator: Indicator, reach: [Double], _ model: Model) {
    let last = trend.points.last { $0.value != nil }?.value
    let words = last.map { indicator.shown($0) } ?? "-"
    let flags = trend.points.reduce(into: FigureFlags()) { $0.formUnion($1.reading?.flags ?? []) }
    let sample = CompareScreen.sample(flags, model.language)
    let loose = trend.points.indices.filter { trend.points[$0].reading?.isComplete == false }
    let breaks = trend.points.indices.filter { trend.points[$0].isBreak }.map { place in
      (place, Words.Indicators.breakInSeries(model.language))
    }
    var chart = TrendChart(
      labels: trend.points.map { "\($0.year)" },
      values: trend.points.map { $0.value?.approximate },
      numbers: trend.points.map { $0.value.map(indicator.shown) ?? "" }, loose: Set(loose),
      breaks: Dictionary(uniqueKeysWithValues: breaks),
      remarks: Words.Indicators.chart(model.language))
    chart.reach = reach
    self.init(
      title: model.short(of: trend.place), remark: sample.isEmpty ? words : "\(words) \(sample)",
      chart: chart)
  }
}
