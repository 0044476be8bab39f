/// A place on the screen, counted from the upper left.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public init(x: Int, y: Int) { (self.x, self.y) = (x, y) }
}

/// How many columns and rows; never negative.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (max(0, columns), max(0, rows))
  }
}

/// A rectangle of cells; its columns and rows are never negative.
public struct Rect: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public private(set) var columns: Int
  public private(set) var rows: Int

  public init(x: Int, y: Int, columns: Int, rows: Int) {
    (self.x, self.y) = (x, y)
    (self.columns, self.rows) = (max(0, columns), max(0, rows))
  }

  /// The rectangle of that size in the upper left corner.
  public init(size: Size) {
    self.init(x: 0, y: 0, columns: size.columns, rows: size.rows)
  }

  /// The column after the last one.
  public var maxX: Int { x + columns }

  /// The row after the last one.
  public var maxY: Int { y + rows }

  public var size: Size { Size(columns: columns, rows: rows) }
  public var origin: Point { Point(x: x, y: y) }
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// What both cover; empty, and where the later of both begins, when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, columns: min(maxX, other.maxX) - left, rows: min(maxY, other.maxY) - top)
  }

  /// The rectangle without a margin of that many cells on every side.
  public func inset(by margin: Int) -> Rect { inset(x: margin, y: margin) }

  /// The rectangle without `x` columns left and right and `y` rows above and below.
  public func inset(x margin: Int, y marginY: Int) -> Rect {
    Rect(
      x: x + min(margin, columns), y: y + min(marginY, rows),
      columns: columns - 2 * margin, rows: rows - 2 * marginY)
  }

  /// The i-th row as a rectangle one row high; empty when there is no such row.
  public func row(_ i: Int) -> Rect {
    Rect(x: x, y: y + i, columns: columns, rows: (0..<rows).contains(i) ? 1 : 0)
  }
}
