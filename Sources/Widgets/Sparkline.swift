import Cells

/// A series as small as a word: its shape and nothing else.
public struct Sparkline {
  public var values: [Double?]
  public var style: Style

  public init(_ values: [Double?], style: Style = Style(.accent)) {
    (self.values, self.style) = (values, style)
  }

  /// Draws the last values that find room, the lowest of them at the foot.
  public func draw(in area: Rect, on canvas: inout Canvas, marks: Marks) {
    let area = canvas.bounds.intersection(area)
    guard !area.isEmpty else { return }
    let isDots = marks.plot == .braille
    let shown = Array(values.suffix(isDots ? area.columns * 2 : area.columns))
    let known = shown.compactMap { $0 }.filter(Scale.canShow)
    guard let low = known.min(), let high = known.max() else { return }
    if isDots {
      drawDots(shown, low, high, in: area, on: &canvas)
    } else {
      drawBlocks(shown, low, high, in: area, on: &canvas, marks: marks)
    }
  }

  /// A line of dots, spread over the whole width.
  private func drawDots(
    _ shown: [Double?], _ low: Double, _ high: Double, in area: Rect, on canvas: inout Canvas
  ) {
    var grid = DotGrid(area)
    var last: (x: Int, y: Int)?
    for (place, value) in shown.enumerated() {
      guard let value, Scale.canShow(value) else {
        last = nil
        continue
      }
      let x = shown.count < 2 ? 0 : place * (grid.columns - 1) / (shown.count - 1)
      let y = grid.rows - 1 - Self.level(value, low, high, of: grid.rows)
      grid.line(from: last ?? (x, y), to: (x, y))
      last = (x, y)
    }
    grid.draw(on: &canvas, style: style)
  }

  /// A column for each value, as wide as all of them find room.
  private func drawBlocks(
    _ shown: [Double?], _ low: Double, _ high: Double, in area: Rect, on canvas: inout Canvas,
    marks: Marks
  ) {
    let width = max(1, area.columns / max(1, shown.count))
    let (row, signs) = (area.row(area.rows - 1), marks.heights)
    for (place, value) in shown.enumerated() {
      guard let value, Scale.canShow(value) else { continue }
      canvas.fill(
        Rect(x: row.x + place * width, y: row.y, columns: width, rows: 1).intersection(row),
        with: signs[Self.level(value, low, high, of: signs.count)], style: style)
    }
  }

  /// The level of a value, 0 for the lowest; in the middle where all are the same.
  static func level(_ value: Double, _ low: Double, _ high: Double, of count: Int) -> Int {
    guard high > low else { return (count - 1) / 2 }
    return Int(((value - low) / (high - low) * Double(count - 1)).rounded())
  }
}
