import Cells

extension TrendChart {
  /// What lies between values that may be joined: filled in braille, a line in letters.
  func drawBody(
    _ frame: ChartFrame, _ slots: Int, on canvas: inout Canvas, symbols: Symbols
  ) {
    switch symbols.plot {
    case .blocks: return
    case .braille:
      var grid = DotGrid(frame.field)
      // Where eighths would be two columns wide, the columns are made of dots as well.
      if symbols.isASCII { dotColumns(frame, slots, &grid, symbols) }
      for (one, next) in joined() {
        let (from, to) = (
          2 * middle(of: one.place, frame, slots), 2 * middle(of: next.place, frame, slots)
        )
        guard to > from else { continue }
        for x in from...to {
          let value = one.value + (next.value - one.value) * Double(x - from) / Double(to - from)
          let height = max(1, frame.scale.parts(of: value, among: grid.rows))
          for y in 0..<height { grid.set(x, grid.rows - 1 - y) }
        }
      }
      grid.draw(on: &canvas, style: Style(.accent))
    case .ascii:
      for (one, next) in joined() {
        let ends = [one, next].map { point in
          (x: middle(of: point.place, frame, slots), y: row(of: point.value, frame))
        }
        Raster.line(from: ends[0], to: ends[1]) { x, y in
          let point = Point(x: frame.field.x + x, y: frame.field.y + y)
          canvas.put("'", at: point, style: Style(.accent), in: frame.field)
        }
      }
    }
  }

  private func dotColumns(
    _ frame: ChartFrame, _ slots: Int, _ grid: inout DotGrid, _ symbols: Symbols
  ) {
    for (place, value) in runs().flatMap(\.self) {
      let bar = column(of: place, frame, slots, symbols)
      let height = max(1, frame.scale.parts(of: value, among: grid.rows))
      for x in 2 * (bar.x - frame.field.x)..<2 * (bar.maxX - frame.field.x) {
        for y in 0..<height { grid.set(x, grid.rows - 1 - y) }
      }
    }
  }

  private func joined() -> [((place: Int, value: Double), (place: Int, value: Double))] {
    runs().flatMap { Array(zip($0, $0.dropFirst())) }
  }

  /// The row of the field in which a column of a value ends.
  func row(of value: Double, _ frame: ChartFrame) -> Int {
    min(frame.field.rows - 1, frame.barRow(of: value))
  }

  /// A column for each value, from the foot of the chart up.
  func drawColumns(
    _ frame: ChartFrame, _ slots: Int, on canvas: inout Canvas, symbols: Symbols
  ) {
    guard symbols.plot != .braille || !symbols.isASCII else { return }
    for (place, value) in runs().flatMap(\.self) {
      let bar = column(of: place, frame, slots, symbols)
      guard symbols.plot != .ascii else {
        let top = row(of: value, frame)
        canvas.fill(bar.suffix(rows: bar.rows - top - 1), with: "|", style: Style(.accent))
        canvas.put(
          "o", at: Point(x: bar.x + bar.columns / 2, y: bar.y + top), style: Style(.accent),
          in: frame.field)
        continue
      }
      let parts = max(1, frame.scale.parts(of: value, among: frame.field.rows * 8))
      let (whole, rest) = (parts / 8, parts % 8)
      let full = bar.suffix(rows: whole)
      canvas.fill(full, with: Symbols.eighths[8], style: Style(.accent))
      guard rest > 0, whole < bar.rows else { continue }
      canvas.fill(
        Rect(x: bar.x, y: full.y - 1, columns: bar.columns, rows: 1),
        with: Symbols.eighths[rest], style: Style(.accent))
    }
  }

  /// The way from the last value to where the present pace leads, in single dots.
  func drawAhead(
    _ frame: ChartFrame, _ slots: Int, _ words: inout ChartWords, on canvas: inout Canvas,
    symbols: Symbols
  ) {
    guard let ahead, slots > labels.count, let last = runs().last?.last else { return }
    let from = (x: middle(of: last.place, frame, slots), y: row(of: last.value, frame))
    let to = (x: middle(of: slots - 1, frame, slots), y: row(of: ahead.value, frame))
    Raster.line(from: from, to: to) { x, y in
      let point = Point(x: frame.field.x + x, y: frame.field.y + y)
      guard x > from.x, !words.holds(point), canvas[point.x, point.y].isBlank else { return }
      canvas.put(String(symbols.pathAhead), at: point, style: Style(.accent), in: frame.field)
    }
    let end = Point(x: frame.field.x + to.x, y: frame.field.y + to.y)
    canvas.put(String(symbols.pointAhead), at: end, style: Style(.accent), in: frame.field)
    let width = canvas.ruler.columns(of: ahead.words)
    let x = min(end.x - width / 2, frame.field.maxX - width)
    _ = [end.y + 1, end.y - 1].first { y in
      words.put(ahead.words, at: Point(x: x, y: y), Style(.accent), on: &canvas)
    }
  }
}
