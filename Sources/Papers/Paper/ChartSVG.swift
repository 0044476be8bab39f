import Foundation
import Reform

extension PaperChart {
  /// The chart as a drawing by itself (SVG).
  public var drawing: String { ChartSVG(self).text() }
}

/// A chart as a drawing in HTML, without scripts and with its words as text.
struct ChartSVG {
  private let chart: PaperChart
  private let scale: ChartScale

  private static let size = (width: 640.0, height: 300.0)
  /// What is left of the drawing for axes and words.
  private static let margin = (left: 52.0, right: 18.0, top: 44.0, bottom: 52.0)
  static let colours = ["#1f4e79", "#c55a11", "#548235", "#7f7f7f"]
  static let targetColour = "#c00000"

  init(_ chart: PaperChart) { (self.chart, scale) = (chart, ChartScale(chart)) }

  func text() -> String {
    let size = "\(Int(Self.size.width)) \(Int(Self.size.height))"
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" role=\"img\" "
      + "font-size=\"12\"><title>\(PaperText.marked(chart.heading))</title>"
      + words(chart.heading, Self.size.width / 2, 18, "middle", size: 14) + grid
      + chart.series.indices.map { chart.kind == .bars ? bars($0) : line($0) }.joined()
      + names + target + legend + "</svg>"
  }

  // MARK: Places

  private var plotWidth: Double { Self.size.width - Self.margin.left - Self.margin.right }
  private var bottom: Double { Self.size.height - Self.margin.bottom }
  private var share: Double { plotWidth / Double(max(1, chart.categories.count)) }

  private func x(_ category: Int) -> Double { Self.margin.left + (Double(category) + 0.5) * share }

  private func height(at value: Double) -> Double {
    let height = bottom - Self.margin.top
    return bottom - (value - scale.low) / (scale.high - scale.low) * height
  }

  private func y(_ value: Decimal) -> Double { height(at: XLSXWriter.double(value)) }

  // MARK: Parts

  private var grid: String {
    scale.ticks.map { tick in
      let height = height(at: tick)
      return path(
        Self.margin.left, height, Self.size.width - Self.margin.right, height,
        "#d9d9d9", width: 0.7)
        + words(Decimal(tick).shown(scale.digits), Self.margin.left - 6, height + 4, "end")
    }.joined()
  }

  private var names: String {
    chart.categories.indices.map { words(chart.categories[$0], x($0), bottom + 16, "middle") }
      .joined()
  }

  private func bars(_ series: Int) -> String {
    let width = share * 0.7 / Double(max(1, chart.series.count))
    let values = chart.series[series].values
    return values.indices.map { index in
      let left = x(index) - share * 0.35 + Double(series) * width
      guard let value = values[index] else {
        return words(FigureWords.none, left + width / 2, y(Decimal(0)) - 4, "middle", size: 10)
      }
      let (top, base) = (y(value), height(at: max(0, scale.low)))
      let isInside = chart.labelsInside && base - top > 16
      return "<rect x=\"\(Self.short(left))\" y=\"\(Self.short(min(top, base)))\" "
        + "width=\"\(Self.short(width * 0.94))\" height=\"\(Self.short(abs(base - top)))\" "
        + "fill=\"\(colour(series))\"/>"
        + words(
          chart.shown(value), left + width / 2,
          isInside ? base - 5 : value < 0 ? top + 12 : top - 4, "middle", size: 10,
          colour: isInside ? "#fff" : nil)
    }.joined()
  }

  private func line(_ series: Int) -> String {
    let values = chart.series[series].values
    var (parts, before) = ("", Int?.none)
    for index in values.indices {
      guard let value = values[index] else {
        before = nil
        continue
      }
      if let before, let earlier = values[before] {
        parts += path(x(before), y(earlier), x(index), y(value), colour(series), width: 2)
      }
      parts +=
        "<circle cx=\"\(Self.short(x(index)))\" cy=\"\(Self.short(y(value)))\" r=\"3\" "
        + "fill=\"\(colour(series))\"/>"
        + words(chart.shown(value), x(index), y(value) - 8, "middle", size: 10)
      before = index
    }
    return parts
  }

  private var target: String {
    guard let target = chart.target else { return "" }
    return path(
      Self.margin.left, y(target.value), Self.size.width - Self.margin.right, y(target.value),
      Self.targetColour, width: 1.5, dashes: "6 4")
  }

  /// Names of the series and of the target; none where there is one series alone.
  private var legend: String {
    guard chart.columns.count > 1 else { return "" }
    let height = Self.size.height - 12
    var (parts, left) = ("", Self.margin.left)
    for (index, column) in chart.columns.enumerated() {
      let isTarget = index >= chart.series.count
      parts +=
        path(
          left, height - 4, left + 20, height - 4, isTarget ? Self.targetColour : colour(index),
          width: isTarget ? 1.5 : 5, dashes: isTarget ? "6 4" : nil)
        + words(column.name, left + 26, height, "start")
      left += 44 + column.name.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 7 : 12) }
    }
    return parts
  }

  private func colour(_ series: Int) -> String { Self.colours[series % Self.colours.count] }

  private func path(
    _ fromX: Double, _ fromY: Double, _ toX: Double, _ toY: Double, _ colour: String,
    width: Double, dashes: String? = nil
  ) -> String {
    "<line x1=\"\(Self.short(fromX))\" y1=\"\(Self.short(fromY))\" x2=\"\(Self.short(toX))\" "
      + "y2=\"\(Self.short(toY))\" stroke=\"\(colour)\" stroke-width=\"\(width)\""
      + (dashes.map { " stroke-dasharray=\"\($0)\"" } ?? "") + "/>"
  }

  private func words(
    _ text: String, _ x: Double, _ y: Double, _ anchor: String, size: Int = 12,
    colour: String? = nil
  ) -> String {
    "<text x=\"\(Self.short(x))\" y=\"\(Self.short(y))\" text-anchor=\"\(anchor)\""
      + (size == 12 ? "" : " font-size=\"\(size)\"")
      + (colour.map { " fill=\"\($0)\"" } ?? "") + ">\(PaperText.marked(text))</text>"
  }

  /// To a tenth, which is less than a printer shows.
  private static func short(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
