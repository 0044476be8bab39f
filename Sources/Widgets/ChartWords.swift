import Cells

/// The words within a chart, none over another: where each stands, blanks included.
struct ChartWords {
  private let field: Rect
  private var taken: [Rect] = []

  /// Over the field and the row above it.
  init(_ frame: ChartFrame) {
    field = Rect(
      x: frame.field.x, y: frame.field.y - frame.head.rows, columns: frame.field.columns,
      rows: frame.field.rows + frame.head.rows)
  }

  func holds(_ point: Point) -> Bool { taken.contains { $0.contains(point) } }

  /// Writes words where nothing stands, a margin free on either side; false where there is no room.
  ///
  /// The body below a line may be written over, the line of a break stands right beside words.
  @discardableResult
  mutating func put(
    _ words: String, at point: Point, _ style: Style, overBody: Bool = false, margin: Int = 1,
    on canvas: inout Canvas
  ) -> Bool {
    let width = canvas.ruler.columns(of: words)
    let room = Rect(x: point.x, y: point.y, columns: width, rows: 1)
    guard width > 0, room.intersection(field) == room else { return false }
    for x in max(field.x, room.x - margin)..<min(field.maxX, room.maxX + margin) {
      let (cell, isEdge) = (canvas[x, room.y], x < room.x || x >= room.maxX)
      let isFree =
        cell.isBlank || overBody && isBody(cell) || isEdge && (isBreak(cell) || overBody)
      guard isFree, !holds(Point(x: x, y: room.y)) else { return false }
    }
    canvas.put(words, at: point, style: style, in: field)
    taken.append(room)
    return true
  }

  private func isBody(_ cell: Cell) -> Bool {
    (0x2800...0x28FF).contains(cell.scalar) || cell.character == "'"
  }

  private func isBreak(_ cell: Cell) -> Bool { ["╎", ":"].contains(cell.character) }
}
