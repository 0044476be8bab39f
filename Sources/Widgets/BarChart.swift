import Cells

/// Bars one below the other, the longest for the largest value, each with its label and value.
///
/// With values below zero the bars go both ways from a common line.
public struct BarChart: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    public var label: String
    /// Nil where nothing is known: the row then has words and no bar.
    public var value: Double?
    public var words: String
    public var role: Role

    public init(_ label: String, _ value: Double?, words: String, role: Role = .accent) {
      (self.label, self.value, self.words, self.role) = (label, value, words, role)
    }
  }

  public var bars: [Bar]
  /// A value to be reached, marked on every bar.
  public var target: Double?
  public var selected: Int?
  public var isFocused: Bool
  public var offset: Int
  /// How wide and how high all bars are, where that is known; measured otherwise.
  public var extent: Extent?

  /// The widest label and words of some bars, and the least and the greatest value, nought included.
  public struct Extent: Hashable, Sendable {
    var label = 0
    var words = 0
    var low = 0.0
    var high = 0.0

    public init(_ bars: [Bar], _ ruler: Ruler) {
      for bar in bars {
        label = max(label, ruler.columns(of: bar.label))
        words = max(words, ruler.columns(of: bar.words))
        guard let value = bar.value, Scale.canShow(value) else { continue }
        (low, high) = (min(low, value), max(high, value))
      }
    }
  }

  public init(
    _ bars: [Bar], target: Double? = nil, selected: Int? = nil, isFocused: Bool = false,
    offset: Int = 0
  ) {
    (self.bars, self.target, self.selected) = (bars, target, selected)
    (self.isFocused, self.offset) = (isFocused, max(0, offset))
  }

  /// The rows that show, with the number of the bar in each: every second one where all have room.
  public func rows(in area: Rect) -> [(index: Int, row: Rect)] {
    let step = offset == 0 && area.rows >= 2 * bars.count - 1 ? 2 : 1
    return bars.indices.dropFirst(offset).prefix(area.rows).enumerated().map { line, index in
      (index, area.row(line * step))
    }
  }

  /// Columns of the labels, the bars and the words.
  func parts(of row: Rect, ruler: Ruler) -> [Rect] {
    parts(of: row, extent ?? Extent(bars, ruler))
  }

  private func parts(of row: Rect, _ extent: Extent) -> [Rect] {
    let (label, words) = (extent.label, extent.words)
    let isNarrow = row.columns < label + words + 6
    return row.splitColumns([
      .fixed(min(label, row.columns / 2) + 1), .share(1), .fixed(isNarrow ? 0 : words + 1),
    ])
  }

  public func draw(in area: Rect, on canvas: inout Canvas, symbols: Symbols) {
    let area = canvas.bounds.intersection(area)
    let extent = extent ?? Extent(bars, canvas.ruler)
    let marked = target.flatMap { Scale.canShow($0) ? $0 : nil } ?? 0
    let (low, high) = (min(extent.low, marked), max(extent.high, marked))
    for (index, row) in rows(in: area) {
      let bar = bars[index]
      let ground: Background = index == selected ? (isFocused ? .selected : .shaded) : .none
      canvas.fill(row, with: " ", style: Style(on: ground))
      let parts = parts(of: row, extent)
      canvas.put(
        canvas.ruler.cut(bar.label, to: max(0, parts[0].columns - 1)), at: parts[0].origin,
        style: Style(on: ground, bold: index == selected), in: parts[0])
      let words = canvas.ruler.cut(bar.words, to: max(0, parts[2].columns - 1))
      canvas.put(
        words, at: Point(x: parts[2].maxX - canvas.ruler.columns(of: words), y: row.y),
        style: Style(bar.value == nil ? .faint : .plain, on: ground), in: parts[2])
      let span = Span(low: low, high: high, area: parts[1])
      draw(bar, span, Style(bar.role, on: ground), on: &canvas, symbols: symbols)
      if let target, Scale.canShow(target), let x = span.column(of: target) {
        canvas.put(
          String(symbols.targetTick), at: Point(x: x, y: row.y),
          style: Style(.title, on: ground, bold: true), in: parts[1])
      }
    }
  }

  private func draw(
    _ bar: Bar, _ span: Span, _ style: Style, on canvas: inout Canvas, symbols: Symbols
  ) {
    guard let value = bar.value, Scale.canShow(value), value != 0, span.area.columns > 0 else {
      return
    }
    let (y, zero) = (span.area.y, span.zero)
    if value < 0 {
      let count = max(1, Int((span.length(of: -value)).rounded()))
      let cells = Rect(x: zero - count, y: y, columns: count, rows: 1)
      canvas.fill(cells.intersection(span.area), with: symbols.leftEighths[8], style: style)
      return
    }
    let eighths = max(1, Int((span.length(of: value) * 8).rounded()))
    let whole = Rect(x: zero, y: y, columns: eighths / 8, rows: 1).intersection(span.area)
    canvas.fill(whole, with: symbols.leftEighths[8], style: style)
    canvas.put(
      String(symbols.leftEighths[eighths % 8]), at: Point(x: zero + eighths / 8, y: y),
      style: style, in: span.area)
  }
}

/// Values from the lowest to the highest over the columns of a row.
private struct Span {
  let low: Double
  let high: Double
  let area: Rect

  private var perColumn: Double {
    high > low ? (high - low) / Double(max(1, area.columns)) : 1
  }

  /// Columns, and parts of one, that a length takes.
  func length(of value: Double) -> Double { value / perColumn }

  /// The column at which bars begin.
  var zero: Int { area.x + Int((-low / perColumn).rounded()) }

  func column(of value: Double) -> Int? {
    guard area.columns > 0, value >= low, value <= high else { return nil }
    return min(area.maxX - 1, area.x + Int((value - low) / perColumn))
  }
}
