import Cells
import Reform
import Widgets

extension OverviewScreen {
  /// The monitored indicators, one a strip: light, name, last value, change and shape.
  func drawIndicators(_ model: Model, in area: Rect, on frame: inout Frame) {
    let lines = model.figures.board?.monitored ?? []
    let year = lines.compactMap(\.lastYear).max()
    let inside = Box(
      Words.Indicators.key(model.language), remark: year.map { "\($0)" } ?? "",
      isFocused: pane == .indicators
    ).draw(in: area, on: &frame.canvas, marks: model.marks)
    guard !lines.isEmpty else {
      frame.put(
        Words.Indicators.loading(model.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
      return
    }
    let columns = IndicatorColumns(lines, width: inside.columns, frame)
    let scroll = scrolls[Pane.indicators.rawValue]
    let window = scroll.window(count: lines.count, height: inside.rows)
    for (number, index) in window.enumerated() {
      let row = inside.row(number)
      let isChosen = index == scroll.selected && pane == .indicators
      columns.draw(lines[index], in: row, isChosen ? .selected : .none, on: &frame)
      frame.hit(row, .item(pane: Pane.indicators.rawValue, index: index))
    }
  }
}
