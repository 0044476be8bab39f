import Cells

/// Values over time with a body below them, target, benchmarks, breaks and the pace ahead.
///
/// Each value is a column with its number above it. Between values that may be joined the body is
/// filled (where braille is drawn) or a line is led (letters); never over a missing value, a sum
/// that lacks parts, or a break.
public struct TrendChart: Hashable, Sendable {
  /// A value to be held against, as a line across the chart.
  public struct Level: Hashable, Sendable {
    public enum Kind: Sendable { case target, benchmark }
    public var value: Double
    public var words: String
    public var kind: Kind

    public init(_ value: Double, words: String, kind: Kind) {
      (self.value, self.words, self.kind) = (value, words, kind)
    }
  }

  /// Where the present pace leads: the labels after the last known one, the value at the last.
  public struct Ahead: Hashable, Sendable {
    public var labels: [String]
    public var value: Double
    public var words: String

    public init(labels: [String], value: Double, words: String) {
      (self.labels, self.value, self.words) = (labels, value, words)
    }
  }

  /// What the chart says in words beside its figures.
  public struct Remarks: Hashable, Sendable {
    /// Said above the axis where it does not begin at nought.
    public var cutAxis: String
    /// Said behind a level that lies above or below the chart.
    public var above: String
    public var below: String

    public init(cutAxis: String = "", above: String = "", below: String = "") {
      (self.cutAxis, self.above, self.below) = (cutAxis, above, below)
    }
  }

  /// What stands below each value: the years.
  public var labels: [String]
  public var values: [Double?]
  /// The numbers above the values, as they are said; empty for none.
  public var numbers: [String]
  /// Places of values that stand alone: nothing leads to them (a sum that lacks parts).
  public var loose: Set<Int>
  public var levels: [Level]
  /// Where another way of counting begins: the place of the first value counted anew, and its words.
  public var breaks: [Int: String]
  public var ahead: Ahead?
  public var selected: Int?
  public var unit: String
  public var remarks: Remarks
  /// Values that the axis holds as well, so that several charts share theirs.
  public var reach: [Double] = []

  public init(
    labels: [String], values: [Double?], numbers: [String] = [], loose: Set<Int> = [],
    levels: [Level] = [], breaks: [Int: String] = [:], ahead: Ahead? = nil, selected: Int? = nil,
    unit: String = "", remarks: Remarks = Remarks()
  ) {
    (self.labels, self.values, self.numbers, self.loose) = (labels, values, numbers, loose)
    (self.levels, self.breaks, self.ahead, self.selected) = (levels, breaks, ahead, selected)
    (self.unit, self.remarks) = (unit, remarks)
  }

  public func draw(in area: Rect, on canvas: inout Canvas, symbols: Symbols) {
    let area = canvas.bounds.intersection(area)
    let frame = frame(in: area, ruler: canvas.ruler, symbols: symbols)
    guard !frame.field.isEmpty else { return }
    frame.drawAxes(top(frame), on: &canvas, symbols: symbols, ground: .none, barRows: true)
    if frame.isCut, frame.below.rows == 2, !frame.left.isEmpty {
      let corner = Point(x: frame.left.maxX - 1, y: frame.below.y)
      canvas.put(String(symbols.cutAxis), at: corner, style: Style(.warning))
    }
    let slots = slots(frame)
    var words = ChartWords(frame)
    drawLabels(frame, slots, on: &canvas)
    drawBreaks(frame, slots, on: &canvas, symbols: symbols)
    drawBody(frame, slots, on: &canvas, symbols: symbols)
    drawColumns(frame, slots, on: &canvas, symbols: symbols)
    drawNumbers(frame, slots, &words, on: &canvas)
    drawAhead(frame, slots, &words, on: &canvas, symbols: symbols)
    drawBreakWords(frame, slots, &words, on: &canvas)
    drawLevelWords(frame, &words, on: &canvas)
    drawLevels(frame, words, on: &canvas, symbols: symbols)
  }

  /// What stands above the axis: the unit, and that the axis is cut.
  private func top(_ frame: ChartFrame) -> String {
    [unit, frame.isCut ? remarks.cutAxis : ""].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  func frame(in area: Rect, ruler: Ruler, symbols: Symbols) -> ChartFrame {
    let plotted = values.compactMap { $0 }.filter(Scale.canShow)
    let targets = levels.filter { $0.kind == .target }.map(\.value).filter(Scale.canShow)
    let near = (plotted + targets).min().map { low in
      let high = (plotted + targets).max() ?? low
      let reach = max(high - low, abs(high) / 20)
      return levels.map(\.value).filter { $0 >= low - reach && $0 <= high + reach }
    }
    // A benchmark far off would press the values flat: it is named at the edge, and not drawn.
    let known = reach.filter(Scale.canShow) + plotted + targets + (near ?? levels.map(\.value))
    return ChartFrame(
      in: area, values: known, unit: unit.isEmpty ? remarks.cutAxis : unit,
      includesZero: symbols.plot == .blocks, hasHead: !numbers.isEmpty, ruler: ruler)
  }

  /// Whether a value lies beyond the chart: above (1) or below (-1) it; 0 within.
  func side(of level: Level, _ frame: ChartFrame) -> Int {
    level.value > frame.scale.high ? 1 : level.value < frame.scale.low ? -1 : 0
  }

  /// How many places the field is divided into: those of the pace ahead only where there is room.
  func slots(_ frame: ChartFrame) -> Int {
    let known = max(1, labels.count)
    guard let ahead, ahead.value.isFinite, !ahead.labels.isEmpty else { return known }
    let all = known + ahead.labels.count
    let widest = ahead.labels.map(\.count).max() ?? 0
    let number = numbers.map(\.count).max() ?? 0
    return frame.field.columns / all > max(widest, number) ? all : known
  }

  /// The column of the field in the middle of a place.
  func middle(of place: Int, _ frame: ChartFrame, _ slots: Int) -> Int {
    (2 * place + 1) * frame.field.columns / (2 * slots)
  }

  /// Where the column of a value may stand, over the whole height of the field.
  func column(of place: Int, _ frame: ChartFrame, _ slots: Int, _ symbols: Symbols) -> Rect {
    let slot = frame.field.columns / slots
    let widest = symbols.plot == .blocks ? slot * 3 / 4 : slot / 3
    // An odd width stands evenly about the middle, where the label stands too.
    let width = max(1, min(symbols.plot == .blocks ? 9 : 3, widest) - 1) | 1
    let x = frame.field.x + middle(of: place, frame, slots) - width / 2
    return Rect(x: x, y: frame.field.y, columns: width, rows: frame.field.rows)
      .intersection(frame.field)
  }

  /// Values side by side that a line may join.
  func runs() -> [[(place: Int, value: Double)]] {
    var runs: [[(Int, Double)]] = [[]]
    for (place, value) in values.prefix(labels.count).enumerated() {
      if breaks[place] != nil || loose.contains(place) || loose.contains(place - 1) {
        runs.append([])
      }
      if let value, Scale.canShow(value) {
        runs[runs.count - 1].append((place, value))
      } else {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }
}
