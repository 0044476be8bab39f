import Foundation
import Reform

/// A chart on a paper, as a value: drawn in HTML, native in Word, a table in Markdown.
public struct PaperChart: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Standing beside each other, from 0.
    case bars
    /// From category to category; broken where a value is missing.
    case line
  }

  /// Values of one kind, one a category; nil where there is none.
  public struct Series: Hashable, Sendable {
    public var name: String
    public var values: [Decimal?]

    public init(_ name: String, _ values: [Decimal?]) { (self.name, self.values) = (name, values) }
  }

  /// What the values are held against: a line across.
  public struct Target: Hashable, Sendable {
    public var name: String
    public var value: Decimal

    public init(_ name: String, _ value: Decimal) { (self.name, self.value) = (name, value) }
  }

  public var kind: Kind
  public var title: String
  /// Of the values; empty for counts.
  public var unit: String
  /// What the categories are (年份, 市).
  public var axis: String
  public var categories: [String]
  public var series: [Series]
  public var target: Target?
  /// Digits behind the point, as values are shown.
  public var digits: Int

  public init(
    _ kind: Kind, title: String, unit: String, axis: String, categories: [String],
    series: [Series], target: Target? = nil, digits: Int = 0
  ) {
    (self.kind, self.title, self.unit, self.axis) = (kind, title, unit, axis)
    (self.categories, self.target, self.digits) = (categories, target, digits)
    self.series = series.map { series in
      let missing = max(0, categories.count - series.values.count)
      let values = series.values + Array(repeating: nil, count: missing)
      return Series(series.name, Array(values.prefix(categories.count)))
    }
  }

  /// The series, and the target as one more that is the same everywhere.
  var columns: [Series] {
    series
      + (target.map { target in [Series(target.name, categories.map { _ in target.value })] } ?? [])
  }

  /// Whether values stand at the foot of their bars, where the line of the target does not cross them.
  var labelsInside: Bool {
    kind == .bars && target != nil
      && series.allSatisfy { $0.values.allSatisfy { ($0 ?? 0) >= 0 } }
  }

  /// The title with the unit behind it.
  var heading: String { unit.isEmpty ? title : "\(title) (\(unit))" }

  /// The same as a table: a category in a row.
  var table: PaperTable {
    let heads = [axis] + columns.map(\.name)
    return PaperTable(
      heads.map { PaperTable.Column($0, share: 1, isCentered: true) },
      rows: categories.indices.map { index in
        [categories[index]] + columns.map { shown($0.values[index]) }
      })
  }

  /// A value as it stands on the chart.
  func shown(_ value: Decimal?) -> String { value.map { $0.shown(digits) } ?? FigureWords.none }
}

/// The axis of values: from where to where, and the steps between.
struct ChartScale: Hashable {
  var low: Double
  var high: Double
  var step: Double

  /// Steps of 1, 2 or 5 that take in all values; bars begin at 0.
  init(_ chart: PaperChart) {
    let values = chart.columns.flatMap { $0.values.compactMap { $0.map(XLSXWriter.double) } }
    var (least, most) = (values.min() ?? 0, values.max() ?? 1)
    if chart.kind == .bars { (least, most) = (min(0, least), max(0, most)) }
    if most - least < 1e-9 { (least, most) = (least - (chart.kind == .bars ? 0 : 1), most + 1) }
    let rough = (most - least) / 5
    let power = pow(10, floor(log10(rough)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough - 1e-12 } ?? rough
    self.step = step
    low = floor(least / step + 1e-9) * step
    high = ceil(most / step - 1e-9) * step
    // What stands above the highest has room.
    if high - most < step * 0.35 { high += step }
  }

  var ticks: [Double] {
    let count = Int(((high - low) / step).rounded())
    return (0...max(1, count)).map { low + Double($0) * step }
  }

  /// Digits that the steps need.
  var digits: Int { step >= 1 ? 0 : min(6, Int(ceil(-log10(step) - 1e-9))) }
}
