import Cells

extension LineChart {
  // MARK: Series

  func drawDots(_ frame: ChartFrame, on canvas: inout Canvas) {
    for each in series {
      var grid = DotGrid(frame.field)
      for run in runs(of: each) {
        let dots = run.map { place, value in
          (
            x: dot(of: place, among: grid.columns),
            y: frame.scale.place(of: value, among: grid.rows)
          )
        }
        for (start, end) in zip(dots, dots.dropFirst()) { grid.line(from: start, to: end) }
        for dot in dots { grid.blot(dot.x, dot.y) }
      }
      grid.draw(on: &canvas, style: Style(each.role, on: ground))
    }
  }

  func drawLetters(_ frame: ChartFrame, on canvas: inout Canvas) {
    let points: [Character] = ["o", "x", "+", "*"]
    for (index, each) in series.enumerated() {
      let style = Style(each.role, on: ground)
      for run in runs(of: each) {
        let cells = run.map { place, value in
          (x: dot(of: place, among: frame.field.columns * 2) / 2, y: frame.row(of: value))
        }
        for (start, end) in zip(cells, cells.dropFirst()) {
          Raster.line(from: start, to: end) { x, y in
            put("'", x, y, style, frame, on: &canvas)
          }
        }
        for cell in cells {
          put(points[index % points.count], cell.x, cell.y, style, frame, on: &canvas)
        }
      }
    }
  }

  private func put(
    _ character: Character, _ x: Int, _ y: Int, _ style: Style, _ frame: ChartFrame,
    on canvas: inout Canvas
  ) {
    canvas.put(
      String(character), at: Point(x: frame.field.x + x, y: frame.field.y + y), style: style,
      in: frame.field)
  }

  /// Columns side by side, the series of one place next to each other.
  func drawColumns(_ frame: ChartFrame, on canvas: inout Canvas) {
    for (index, each) in series.enumerated() {
      let style = Style(each.role, on: ground)
      for run in runs(of: each) {
        for (place, value) in run {
          let bar = bar(of: place, series: index, frame)
          let parts = max(1, frame.scale.parts(of: value, among: frame.field.rows * 8))
          let (whole, rest) = (parts / 8, parts % 8)
          let full = bar.suffix(rows: whole)
          canvas.fill(full, with: Symbols.eighths[8], style: style)
          guard rest > 0, whole < bar.rows else { continue }
          canvas.fill(
            Rect(x: bar.x, y: full.y - 1, columns: bar.columns, rows: 1),
            with: Symbols.eighths[rest], style: style)
        }
      }
    }
  }

  /// Where a column may stand, over the whole height of the field.
  func bar(of place: Int, series index: Int, _ frame: ChartFrame) -> Rect {
    let (field, count) = (frame.field, max(1, labels.count))
    let start = place * field.columns / count
    let slot = max(1, (place + 1) * field.columns / count - start)
    let gap = slot >= 3 ? max(1, slot / 4) : 0
    let width = min(8, max(1, (slot - gap) / max(1, series.count)))
    let left = start + max(0, (slot - width * series.count) / 2) + index * width
    return Rect(x: field.x + left, y: field.y, columns: width, rows: field.rows)
      .intersection(field)
  }

  // MARK: What stands around

  /// Target and benchmarks, behind the lines and in front of the columns' blank part.
  func drawLevels(_ frame: ChartFrame, on canvas: inout Canvas, symbols: Symbols) {
    for level in levels where Scale.canShow(level.value) && side(of: level, frame) == 0 {
      let y = frame.field.y + levelRow(level, frame, symbols)
      let isTarget = level.kind == .target
      let style = Style(isTarget ? .title : .faint, on: ground)
      for x in frame.field.x..<frame.field.maxX {
        guard y < frame.field.maxY, canvas[x, y].isBlank else { continue }
        let mark = isTarget ? symbols.targetLine : symbols.benchmarkLine
        canvas.put(String(mark), at: Point(x: x, y: y), style: style, in: frame.field)
      }
    }
  }

  func levelRow(_ level: Level, _ frame: ChartFrame, _ symbols: Symbols) -> Int {
    symbols.plot == .blocks
      ? min(frame.field.rows - 1, frame.barRow(of: level.value)) : frame.row(of: level.value)
  }

  /// The labels below, as many as there is room for; the last and the selected one always.
  func drawLabels(_ frame: ChartFrame, on canvas: inout Canvas, symbols: Symbols) {
    guard let row = frame.below.rows > 0 ? frame.below.row(frame.below.rows - 1) : nil else {
      return
    }
    let widest = labels.map { canvas.ruler.columns(of: $0) }.max() ?? 0
    let most = max(1, row.columns / max(1, widest + 1))
    let step = max(1, (labels.count + most - 1) / most)
    let wanted = labels.indices.reversed().filter { (labels.count - 1 - $0) % step == 0 }
    var taken: [Range<Int>] = []
    for place in [selected, labels.count - 1].compactMap(\.self) + wanted
    where labels.indices.contains(place) {
      let width = canvas.ruler.columns(of: labels[place])
      let middle = row.x + column(of: place, frame, symbols)
      let x = max(row.x, min(middle - (width - 1) / 2, row.maxX - width))
      let room = (x - 1)..<(x + width + 1)
      guard !taken.contains(where: { $0.overlaps(x..<(x + width)) }) else { continue }
      taken.append(room)
      let style =
        place == selected
        ? Style(.plain, on: .selected, bold: true) : Style(.faint, on: ground)
      canvas.put(labels[place], at: Point(x: x, y: row.y), style: style, in: row)
    }
  }

  /// The selected points on the ground of what has the focus.
  func markSelected(_ frame: ChartFrame, on canvas: inout Canvas, symbols: Symbols) {
    guard let selected, labels.indices.contains(selected) else { return }
    for (index, each) in series.enumerated() {
      guard let value = each.values.indices.contains(selected) ? each.values[selected] : nil,
        Scale.canShow(value)
      else { continue }
      if symbols.plot == .blocks {
        let bar = bar(of: selected, series: index, frame)
        let row = min(frame.field.rows - 1, frame.barRow(of: value))
        canvas.restyle(bar.row(row)) { $0.on(.selected) }
      } else {
        let place = Rect(
          x: frame.field.x + column(of: selected, frame, symbols),
          y: frame.field.y + frame.row(of: value), columns: 1, rows: 1)
        canvas.restyle(place.intersection(frame.field)) { $0.on(.selected) }
      }
    }
  }

  /// The words at the right: of the series first, then of the target and the benchmarks.
  func drawWords(_ frame: ChartFrame, on canvas: inout Canvas, symbols: Symbols) {
    var gutter = Gutter(frame.right)
    for each in series {
      guard let value = runs(of: each).last?.last?.value else { continue }
      let row =
        symbols.plot == .blocks
        ? min(frame.field.rows - 1, frame.barRow(of: value)) : frame.row(of: value)
      gutter.put(
        each.words, row: row, style: Style(each.role, on: ground, bold: true), on: &canvas)
    }
    for level in levels where Scale.canShow(level.value) {
      let role: Role = level.kind == .target ? .title : .faint
      let beyond = [-1: "\(symbols.descending)", 1: "\(symbols.ascending)"]
      gutter.put(
        (beyond[side(of: level, frame)] ?? "") + level.words, row: levelRow(level, frame, symbols),
        style: Style(role, on: ground),
        on: &canvas)
    }
  }
}
