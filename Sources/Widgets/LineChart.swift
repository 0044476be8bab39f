import Cells

/// Values over time, of one series or several, with target, benchmarks and breaks.
///
/// Drawn as lines of braille or of letters, or as columns of blocks, as the symbols have it. A line
/// is not drawn over a missing value, nor over a break.
public struct LineChart: Hashable, Sendable {
  /// A line, its name and the words at its end.
  public struct Series: Hashable, Sendable {
    public var values: [Double?]
    public var role: Role
    /// Words at the line's end: the last value, with its unit as it is said.
    public var words: String
    /// Places of values that stand alone: no line leads to them (a sum that lacks parts).
    public var loose: Set<Int>

    public init(
      _ values: [Double?], role: Role = .accent, words: String = "", loose: Set<Int> = []
    ) {
      (self.values, self.role, self.words, self.loose) = (values, role, words, loose)
    }
  }

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

  /// What stands below each value: the years.
  public var labels: [String]
  public var series: [Series]
  public var levels: [Level]
  /// Where another way of counting begins: places of the first values counted anew.
  public var breaks: Set<Int>
  public var selected: Int?
  public var unit: String
  public var ground: Background
  /// Values that the axis holds as well, so that several charts share theirs.
  public var reach: [Double] = []

  public init(
    labels: [String], series: [Series], levels: [Level] = [], breaks: Set<Int> = [],
    selected: Int? = nil, unit: String = "", ground: Background = .none
  ) {
    (self.labels, self.series, self.levels, self.breaks) = (labels, series, levels, breaks)
    (self.selected, self.unit, self.ground) = (selected, unit, ground)
  }

  public func draw(in area: Rect, on canvas: inout Canvas, symbols: Symbols) {
    let area = canvas.bounds.intersection(area)
    let frame = frame(in: area, ruler: canvas.ruler, symbols: symbols)
    guard !frame.field.isEmpty else { return }
    let isColumns = symbols.plot == .blocks
    frame.drawAxes(unit, on: &canvas, symbols: symbols, ground: ground, barRows: isColumns)
    drawLabels(frame, on: &canvas, symbols: symbols)
    for place in breaks where place > 0 && place < labels.count {
      let x = (column(of: place - 1, frame, symbols) + column(of: place, frame, symbols) + 1) / 2
      let line = Rect(x: frame.field.x + x, y: frame.field.y, columns: 1, rows: frame.field.rows)
      canvas.fill(line, with: symbols.breakLine, style: Style(.warning, on: ground))
    }
    if !isColumns { drawLevels(frame, on: &canvas, symbols: symbols) }
    switch symbols.plot {
    case .braille: drawDots(frame, on: &canvas)
    case .ascii: drawLetters(frame, on: &canvas)
    case .blocks:
      drawColumns(frame, on: &canvas)
      drawLevels(frame, on: &canvas, symbols: symbols)
    }
    markSelected(frame, on: &canvas, symbols: symbols)
    drawWords(frame, on: &canvas, symbols: symbols)
  }

  func frame(in area: Rect, ruler: Ruler, symbols: Symbols) -> ChartFrame {
    let plotted = series.flatMap { $0.values.compactMap { $0 } }.filter(Scale.canShow)
    let targets = levels.filter { $0.kind == .target }.map(\.value).filter(Scale.canShow)
    let near = (plotted + targets).min().map { low in
      let high = (plotted + targets).max() ?? low
      let reach = max(high - low, abs(high) / 20)
      return levels.map(\.value).filter { $0 >= low - reach && $0 <= high + reach }
    }
    // A benchmark far off would press the line flat: it is named at the edge, and not drawn.
    let known = reach.filter(Scale.canShow) + plotted + targets + (near ?? levels.map(\.value))
    return ChartFrame(
      in: area, values: known, unit: unit, words: series.map(\.words) + levels.map(\.words),
      includesZero: symbols.plot == .blocks, ruler: ruler)
  }

  /// Whether a value lies beyond the chart: above (1) or below (-1) it; 0 within.
  func side(of level: Level, _ frame: ChartFrame) -> Int {
    level.value > frame.scale.high ? 1 : level.value < frame.scale.low ? -1 : 0
  }

  /// The column of the field in which a place of the series stands.
  func column(of place: Int, _ frame: ChartFrame, _ symbols: Symbols) -> Int {
    symbols.plot == .blocks
      ? (2 * place + 1) * frame.field.columns / (2 * max(1, labels.count))
      : dot(of: place, among: frame.field.columns * 2) / 2
  }

  /// The dot from the left at which a place stands: the first and the last at the edges.
  func dot(of place: Int, among dots: Int) -> Int {
    guard labels.count > 1 else { return (dots - 1) / 2 }
    return (2 * place * (dots - 1) + labels.count - 1) / (2 * (labels.count - 1))
  }

  /// Values side by side that a line may join.
  func runs(of series: Series) -> [[(place: Int, value: Double)]] {
    var runs: [[(Int, Double)]] = [[]]
    for (place, value) in series.values.prefix(labels.count).enumerated() {
      if breaks.contains(place) || series.loose.contains(place)
        || series.loose.contains(place - 1)
      {
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
