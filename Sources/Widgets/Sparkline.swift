import Cells

/// A series as small as a word: its shape and nothing else.
public struct Sparkline {
  public var values: [Double?]
  public var style: Style

  public init(_ values: [Double?], style: Style = Style(.accent)) {
    (self.values, self.style) = (values, style)
  }

  /// Draws the last values that find room, a sign of one column a value, the lowest at the foot.
  public func draw(in area: Rect, on canvas: inout Canvas, symbols: Symbols) {
    let area = canvas.bounds.intersection(area)
    guard !area.isEmpty else { return }
    let shown = Array(values.suffix(area.columns))
    let known = shown.compactMap { $0 }.filter(Scale.canShow)
    guard let low = known.min(), let high = known.max() else { return }
    let (row, signs) = (area.row(area.rows - 1), symbols.sparks)
    for (place, value) in shown.enumerated() {
      guard let value, Scale.canShow(value) else { continue }
      let cell = Rect(x: row.x + place, y: row.y, columns: 1, rows: 1)
      canvas.fill(cell, with: signs[Self.level(value, low, high, of: signs.count)], style: style)
    }
  }

  /// The level of a value, 0 for the lowest; in the middle where all are the same.
  static func level(_ value: Double, _ low: Double, _ high: Double, of count: Int) -> Int {
    guard high > low else { return (count - 1) / 2 }
    return Int(((value - low) / (high - low) * Double(count - 1)).rounded())
  }
}
