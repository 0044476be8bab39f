import Cells

/// The parts of a chart: the field that is plotted on, and what stands around it.
///
/// What there is no room for is left out: the axes first.
struct ChartFrame {
  /// Where points are plotted.
  var field: Rect
  /// Labels of the ticks, at the left of the field, with the line of the axis.
  var left: Rect
  /// Labels below the field; the line of the axis stands above them.
  var below: Rect
  /// The unit, above the axis.
  var top: Rect
  /// A row above the field for the number of the highest value.
  var head: Rect
  let scale: Scale

  init(
    in area: Rect, values: [Double], unit: String, includesZero: Bool,
    hasHead: Bool = false, ruler: Ruler
  ) {
    let hasBelow = area.rows >= 4
    let hasLine = area.rows >= 6
    let hasTop = area.rows >= 10 && !unit.isEmpty
    let headRows = hasHead && area.rows >= 7 ? 1 : 0
    let rows = area.rows - (hasBelow ? 1 : 0) - (hasLine ? 1 : 0) - (hasTop ? 1 : 0) - headRows
    scale = Scale(values, steps: max(1, rows / 3), includesZero: includesZero)
    let labels = scale.ticks.map { ruler.columns(of: $0.label) }.max() ?? 0
    let leftWidth = area.columns >= 20 ? min(labels, area.columns / 3) + 1 : 0
    let columns = area.splitColumns([.fixed(leftWidth), .share(1)])
    let split: [Split] = [
      .fixed(hasTop ? 1 : 0), .fixed(headRows), .fixed(max(0, rows)),
      .fixed((hasBelow ? 1 : 0) + (hasLine ? 1 : 0)),
    ]
    top = area.splitRows(split)[0]
    head = columns[1].splitRows(split)[1]
    left = columns[0].splitRows(split)[2]
    field = columns[1].splitRows(split)[2]
    below = columns[1].splitRows(split)[3]
  }

  /// The row of the field that a value stands in.
  func row(of value: Double) -> Int {
    scale.place(of: value, among: field.rows * 4) / 4
  }

  /// Whether the axis begins elsewhere than at nought.
  var isCut: Bool { scale.low != 0 }

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
        // The lowest one of columns stands at the foot of the axis.
        guard row < field.rows || below.rows == 2 else { continue }
        let label = ruler.cut(tick.label, to: left.columns - 1)
        let x = side.x - ruler.columns(of: label)
        canvas.put(
          label, at: Point(x: x, y: field.y + row), style: Style(.faint, on: ground),
          in: Rect(x: left.x, y: left.y, columns: left.columns, rows: left.rows + 1))
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
