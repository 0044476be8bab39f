import Cells

/// The parts of a chart: the field that is plotted on, and what stands around it.
///
/// What there is no room for is left out: first the words at the right, then the axes.
struct ChartFrame {
  /// Where points are plotted.
  var field: Rect
  /// Labels of the ticks, at the left of the field, with the line of the axis.
  var left: Rect
  /// Words at the ends of lines, at the right of the field.
  var right: Rect
  /// Labels below the field; the line of the axis stands above them.
  var below: Rect
  /// The unit, above the axis.
  var top: Rect
  let scale: Scale

  init(
    in area: Rect, values: [Double], unit: String, words: [String], includesZero: Bool,
    ruler: Ruler
  ) {
    let hasBelow = area.rows >= 4
    let hasLine = area.rows >= 6
    let hasTop = area.rows >= 10 && !unit.isEmpty
    let rows = area.rows - (hasBelow ? 1 : 0) - (hasLine ? 1 : 0) - (hasTop ? 1 : 0)
    scale = Scale(values, steps: max(1, rows / 3), includesZero: includesZero)
    let labels = scale.ticks.map { ruler.columns(of: $0.label) }.max() ?? 0
    let wanted = words.map { ruler.columns(of: $0) }.max() ?? 0
    let leftWidth = area.columns >= 20 ? min(labels, area.columns / 3) + 1 : 0
    let rightWidth =
      area.columns >= 28 && wanted > 0 ? min(wanted + 1, area.columns * 2 / 5) : 0
    let columns = area.splitColumns([.fixed(leftWidth), .share(1), .fixed(rightWidth)])
    let split: [Split] = [
      .fixed(hasTop ? 1 : 0), .fixed(max(0, rows)),
      .fixed((hasBelow ? 1 : 0) + (hasLine ? 1 : 0)),
    ]
    top = area.splitRows(split)[0]
    left = columns[0].splitRows(split)[1]
    field = columns[1].splitRows(split)[1]
    right = columns[2].splitRows(split)[1]
    below = columns[1].splitRows(split)[2]
  }

  /// The row of the field that a value stands in.
  func row(of value: Double) -> Int {
    scale.place(of: value, among: field.rows * 4) / 4
  }

  /// Draws the axes with their ticks, and the unit.
  func drawAxes(
    _ unit: String, on canvas: inout Canvas, symbols: Symbols, ground: Background,
    barRows: Bool = false
  ) {
    let style = Style(.border, on: ground)
    let ruler = canvas.ruler
    if !left.isEmpty {
      let side = left.suffix(columns: 1)
      canvas.fill(side, with: symbols.vertical, style: style)
      for tick in scale.ticks {
        let row = barRows ? self.barRow(of: tick.value) : self.row(of: tick.value)
        guard row < field.rows else { continue }
        let label = ruler.cut(tick.label, to: left.columns - 1)
        let x = side.x - ruler.columns(of: label)
        canvas.put(
          label, at: Point(x: x, y: field.y + row), style: Style(.faint, on: ground), in: left)
      }
    }
    if below.rows == 2 {
      canvas.fill(below.row(0), with: symbols.horizontal, style: style)
      if !left.isEmpty {
        canvas.put(
          symbols.isASCII ? "+" : "└", at: Point(x: left.maxX - 1, y: below.y), style: style)
      }
    }
    if !top.isEmpty {
      canvas.put(
        ruler.cut(unit, to: top.columns), at: top.origin, style: Style(.faint, on: ground), in: top)
    }
  }

  /// The row in which a column as high as a value ends; beyond the last one for nothing.
  func barRow(of value: Double) -> Int {
    let parts = scale.parts(of: value, among: field.rows * 8)
    return parts == 0 ? field.rows : field.rows - 1 - (parts - 1) / 8
  }
}

/// Words beside a chart, each as near to its row as there is room.
struct Gutter {
  let area: Rect
  private var taken: Set<Int> = []

  init(_ area: Rect) { self.area = area }

  /// Writes words in a row, or in the nearest one that is free; false where there is none near.
  @discardableResult
  mutating func put(
    _ words: String, row: Int, style: Style, on canvas: inout Canvas
  ) -> Bool {
    let near = [0, -1, 1, -2, 2, -3, 3].map { row + $0 }
    guard area.columns > 1, !words.isEmpty,
      let free = near.first(where: { (0..<area.rows).contains($0) && !taken.contains($0) })
    else { return false }
    taken.insert(free)
    canvas.put(
      canvas.ruler.cut(words, to: area.columns - 1), at: Point(x: area.x + 1, y: area.y + free),
      style: style, in: area)
    return true
  }
}
