import Cells

/// Dots in braille: two by four to a cell.
struct DotGrid {
  let area: Rect
  private var bits: [UInt8]

  init(_ area: Rect) {
    self.area = area
    bits = [UInt8](repeating: 0, count: area.columns * area.rows)
  }

  var columns: Int { area.columns * 2 }
  var rows: Int { area.rows * 4 }

  /// The bit of each dot in a pattern from U+2800 on, by row and column.
  static let dots: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, x < columns, y >= 0, y < rows else { return }
    bits[y / 4 * area.columns + x / 2] |= Self.dots[y % 4][x % 2]
  }

  /// A dot with its neighbours in the cell, so that it is seen among those of a line.
  mutating func blot(_ x: Int, _ y: Int) {
    for (x, y) in [(x, y), (x ^ 1, y), (x, y ^ 1), (x ^ 1, y ^ 1)] { set(x, y) }
  }

  /// A straight line between two dots, both included.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    Raster.line(from: start, to: end) { set($0, $1) }
  }

  /// Draws the dots, together with those that stand there already.
  func draw(on canvas: inout Canvas, style: Style) {
    for (index, pattern) in bits.enumerated() where pattern != 0 {
      let point = Point(x: area.x + index % area.columns, y: area.y + index / area.columns)
      guard canvas.bounds.contains(point) else { continue }
      let before = canvas[point.x, point.y].scalar
      let old = (0x2800...0x28FF).contains(before) ? before - 0x2800 : 0
      guard let scalar = Unicode.Scalar(0x2800 + (UInt32(pattern) | old)) else { continue }
      canvas.put(String(Character(scalar)), at: point, style: style, in: area)
    }
  }
}

/// Straight lines through places of a grid.
enum Raster {
  /// Visits the places of a line, both ends included (Bresenham's way).
  static func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ visit: (Int, Int) -> Void
  ) {
    let (across, down) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (x, y, error) = (start.x, start.y, across + down)
    while true {
      visit(x, y)
      if x == end.x, y == end.y { return }
      let twice = 2 * error
      if twice >= down { (error, x) = (error + down, x + stepX) }
      if twice <= across { (error, y) = (error + across, y + stepY) }
    }
  }
}
