import Cells

extension TrendChart {
  /// The labels below, as many as there is room for; the selected one and the last always.
  func drawLabels(_ frame: ChartFrame, _ slots: Int, on canvas: inout Canvas) {
    guard frame.below.rows > 0 else { return }
    let row = frame.below.row(frame.below.rows - 1)
    let all = slots > labels.count ? labels + (ahead?.labels ?? []) : labels
    let widest = all.map { canvas.ruler.columns(of: $0) }.max() ?? 0
    let most = max(1, row.columns / max(1, widest + 1))
    let step = max(1, (all.count + most - 1) / most)
    let wanted = all.indices.reversed().filter { (labels.count - 1 - $0) % step == 0 }
    var taken: [Range<Int>] = []
    for place in [selected, labels.count - 1].compactMap(\.self) + wanted
    where all.indices.contains(place) {
      let width = canvas.ruler.columns(of: all[place])
      let middle = row.x + middle(of: place, frame, slots)
      let x = max(row.x, min(middle - (width - 1) / 2, row.maxX - width))
      guard !taken.contains(where: { $0.overlaps(x..<(x + width)) }) else { continue }
      taken.append((x - 1)..<(x + width + 1))
      let style =
        place == selected
        ? Style(.plain, on: .selected, bold: true)
        : Style(place < labels.count ? .plain : .faint)
      canvas.put(all[place], at: Point(x: x, y: row.y), style: style, in: row)
    }
  }

  /// The number above each value: the last and the selected one first, then from the left.
  func drawNumbers(
    _ frame: ChartFrame, _ slots: Int, _ words: inout ChartWords, on canvas: inout Canvas
  ) {
    let known = runs().flatMap(\.self)
    let last = known.last?.place
    let first = [selected, last == selected ? nil : last].compactMap(\.self)
    for place in first + known.map(\.place).filter({ !first.contains($0) }) {
      guard let value = known.first(where: { $0.place == place })?.value,
        numbers.indices.contains(place), !numbers[place].isEmpty
      else { continue }
      let width = canvas.ruler.columns(of: numbers[place])
      let left = frame.field.x + middle(of: place, frame, slots) - (width - 1) / 2
      let x = max(frame.field.x, min(left, frame.field.maxX - width))
      let isSelected = place == selected
      let style = Style(.title, on: isSelected ? .selected : .none, bold: true)
      let top = frame.field.y + row(of: value, frame) - 1
      let spots = [top, top - 1].map { Point(x: x, y: $0) }
      _ = spots.first { words.put(numbers[place], at: $0, style, overBody: true, on: &canvas) }
    }
  }

  // MARK: Breaks

  private func breakColumn(_ place: Int, _ frame: ChartFrame, _ slots: Int) -> Int {
    (middle(of: place - 1, frame, slots) + middle(of: place, frame, slots) + 1) / 2
  }

  func drawBreaks(
    _ frame: ChartFrame, _ slots: Int, on canvas: inout Canvas, symbols: Symbols
  ) {
    for place in breaks.keys where place > 0 && place < labels.count {
      let x = frame.field.x + breakColumn(place, frame, slots)
      let line = Rect(x: x, y: frame.field.y, columns: 1, rows: frame.field.rows)
      canvas.fill(line, with: symbols.breakLine, style: Style(.warning))
    }
  }

  /// What the line of a break means, at its right or left wherever the upper part is free.
  func drawBreakWords(
    _ frame: ChartFrame, _ slots: Int, _ said: inout ChartWords, on canvas: inout Canvas
  ) {
    for (place, words) in breaks.sorted(by: { $0.key < $1.key })
    where place > 0 && place < labels.count && !words.isEmpty {
      let x = frame.field.x + breakColumn(place, frame, slots)
      let width = canvas.ruler.columns(of: words)
      let spots = (0..<frame.field.rows).flatMap { row in
        [x + 1, x - width].map { Point(x: $0, y: frame.field.y + row) }
      }
      _ = spots.first { said.put(words, at: $0, Style(.warning), on: &canvas) }
    }
  }

  // MARK: Target and benchmarks

  func levelRow(_ level: Level, _ frame: ChartFrame) -> Int { row(of: level.value, frame) }

  /// The words of target and benchmarks, on their lines or beside them, from the right.
  func drawLevelWords(
    _ frame: ChartFrame, _ said: inout ChartWords, on canvas: inout Canvas
  ) {
    for level in levels where Scale.canShow(level.value) {
      let style = Style(level.kind == .target ? .title : .faint)
      let words =
        level.words + ([1: remarks.above, -1: remarks.below][side(of: level, frame)] ?? "")
      let width = canvas.ruler.columns(of: words)
      guard width <= frame.field.columns else { continue }
      // Benchmarks keep to their line, and no words stand on the line of another.
      let others = Set(levels.filter { $0 != level }.map { levelRow($0, frame) })
      let steps = level.kind == .target ? [0, -1, 1, -2, 2, -3, 3] : [0, -1, 1]
      let rows = steps.map { levelRow(level, frame) + $0 }
        .filter { (0..<frame.field.rows).contains($0) && !others.contains($0) }
      let starts = stride(from: frame.field.maxX - width, through: frame.field.x, by: -1)
      _ = rows.first { row in
        starts.contains { x in
          let point = Point(x: x, y: frame.field.y + row)
          return said.put(words, at: point, style, margin: 2, on: &canvas)
        }
      }
    }
  }

  /// The lines of target and benchmarks, wherever nothing else stands.
  func drawLevels(
    _ frame: ChartFrame, _ words: ChartWords, on canvas: inout Canvas, symbols: Symbols
  ) {
    for level in levels where Scale.canShow(level.value) && side(of: level, frame) == 0 {
      let y = frame.field.y + levelRow(level, frame)
      let isTarget = level.kind == .target
      let style = Style(isTarget ? .title : .faint)
      for x in frame.field.x..<frame.field.maxX
      where canvas[x, y].isBlank && !words.holds(Point(x: x, y: y)) {
        let mark = isTarget ? symbols.targetLine : symbols.benchmarkLine
        canvas.put(String(mark), at: Point(x: x, y: y), style: style, in: frame.field)
      }
    }
  }
}
