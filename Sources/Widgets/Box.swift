import Cells

/// A bordered rectangle with a title at the left and a remark at the right of its upper edge.
public struct Box {
  public var title: String
  public var remark: String
  public var isFocused: Bool
  public var ground: Background

  public init(
    _ title: String, remark: String = "", isFocused: Bool = false, ground: Background = .none
  ) {
    (self.title, self.remark, self.isFocused, self.ground) = (title, remark, isFocused, ground)
  }

  /// Whether a remark stands whole beside tabs that are drawn in place of a title.
  public static func fits(
    _ remark: String, beside tabs: [String], in area: Rect, _ ruler: Ruler
  ) -> Bool {
    let used = tabs.reduce(0) { $0 + ruler.columns(of: $1) + 3 }
    return used + ruler.columns(of: remark) + 2 <= area.columns - 4
  }

  /// Draws the border and gives the rectangle inside it.
  @discardableResult
  public func draw(in area: Rect, on canvas: inout Canvas, symbols: Symbols) -> Rect {
    guard area.columns >= 4, area.rows >= 2 else { return Rect(x: 0, y: 0, columns: 0, rows: 0) }
    let style = Style(isFocused ? .accent : .border, on: ground)
    canvas.fill(area, with: " ", style: Style(on: ground))
    let (x, y, right, bottom) = (area.x, area.y, area.maxX - 1, area.maxY - 1)
    let line = Rect(x: x + 1, y: y, columns: area.columns - 2, rows: 1)
    canvas.fill(line, with: symbols.horizontal, style: style)
    canvas.fill(
      Rect(x: x + 1, y: bottom, columns: area.columns - 2, rows: 1), with: symbols.horizontal,
      style: style)
    for (x, corner, y) in [
      (x, symbols.corners.0, y), (right, symbols.corners.1, y), (x, symbols.corners.2, bottom),
      (right, symbols.corners.3, bottom),
    ] {
      canvas.put(String(corner), at: Point(x: x, y: y), style: style)
    }
    let side = Rect(x: x, y: y + 1, columns: 1, rows: area.rows - 2)
    canvas.fill(side, with: symbols.vertical, style: style)
    canvas.fill(
      Rect(x: right, y: y + 1, columns: 1, rows: area.rows - 2), with: symbols.vertical,
      style: style)
    drawTitles(on: line, canvas: &canvas)
    return area.inset(by: 1)
  }

  private func drawTitles(on line: Rect, canvas: inout Canvas) {
    let ruler = canvas.ruler
    let room = line.columns - 2
    guard room > 4 else { return }
    var used = 0
    if !title.isEmpty {
      let shown = " " + ruler.cut(title, to: room - 2) + " "
      used = canvas.put(
        shown, at: Point(x: line.x + 1, y: line.y),
        style: Style(isFocused ? .title : .plain, on: ground, bold: true), in: line)
    }
    let width = ruler.columns(of: remark) + 2
    guard !remark.isEmpty, used + width <= room else { return }
    canvas.put(
      " \(remark) ", at: Point(x: line.maxX - 1 - width, y: line.y),
      style: Style(.faint, on: ground), in: line)
  }
}
