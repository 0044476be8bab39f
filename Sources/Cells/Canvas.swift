/// The screen as a value: a grid of cells, and where the cursor stands.
///
/// A wide character is a cell and its right half after it; both always have the same style, and
/// whatever is drawn over one half blanks the other.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// By what characters are measured.
  public let ruler: Ruler
  /// Where the hardware cursor stands, and the input method's window with it; nil hides it.
  public var cursor: Point?
  /// The cells, row after row.
  public private(set) var cells: ContiguousArray<Cell>

  public init(size: Size, ruler: Ruler = Ruler()) {
    (self.size, self.ruler) = (size, ruler)
    cells = ContiguousArray(repeating: .blank(.plain), count: size.columns * size.rows)
  }

  /// The whole canvas.
  public var bounds: Rect { Rect(size: size) }

  /// The cell in that column and row, which must be on the canvas.
  public subscript(x: Int, y: Int) -> Cell {
    precondition(bounds.contains(Point(x: x, y: y)), "no cell there")
    return cells[y * size.columns + x]
  }

  /// Draws a text in one row and returns the columns it took; what is outside is left out.
  ///
  /// A wide character cut by an edge of the clip leaves a blank. Control characters are shown by
  /// symbols (`Glyphs.safe`), a line break too.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, at point: Point, style: Style = .plain, in clip: Rect? = nil
  ) -> Int {
    let area = clip.map(bounds.intersection) ?? bounds
    guard !area.isEmpty, point.y >= area.y, point.y < area.maxY else { return 0 }
    let ruler = ruler
    return withRow(point.y) { row in
      var pen = Pen(x: point.x, area: area, style: style, ruler: ruler)
      for scalar in text.description.unicodeScalars {
        guard pen.write(scalar, in: row) else { break }
      }
      return max(0, min(pen.x, area.maxX) - point.x)
    }
  }

  /// Fills a rectangle with one character, a wide one as often as it fits.
  public mutating func fill(
    _ rect: Rect, with character: Character = " ", style: Style = .plain
  ) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    let ruler = ruler
    for y in area.y..<area.maxY {
      withRow(y) { row in
        var pen = Pen(x: area.x, area: area, style: style, ruler: ruler)
        while pen.x < area.maxX {
          if pen.x > area.x, pen.repeatLast(in: row) { continue }
          let before = pen.x
          for scalar in character.unicodeScalars { _ = pen.write(scalar, in: row) }
          if pen.x == before { _ = pen.write(" ", in: row) }
        }
      }
    }
  }

  /// Changes how the cells of a rectangle look; a wide character follows its left half.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      withRow(y) { row in
        for x in area.x..<area.maxX where !row[x].isRightHalf {
          row[x].style = change(row[x].style)
          if x + 1 < row.count, row[x + 1].isRightHalf { row[x + 1].style = row[x].style }
        }
      }
    }
  }

  private mutating func withRow<T>(
    _ y: Int, _ body: (UnsafeMutableBufferPointer<Cell>) -> T
  ) -> T {
    let columns = size.columns
    return cells.withUnsafeMutableBufferPointer { all in
      body(UnsafeMutableBufferPointer(rebasing: all[y * columns..<(y + 1) * columns]))
    }
  }
}

/// Writes scalars into a row, one after another, and never outside its area.
private struct Pen {
  var x: Int
  let area: Rect
  let style: Style
  let ruler: Ruler
  /// Where the last character drawn begins: marks go there.
  private var base: Int?

  init(x: Int, area: Rect, style: Style, ruler: Ruler) {
    (self.x, self.area, self.style, self.ruler) = (x, area, style, ruler)
  }

  /// Writes one scalar; false when the right edge is reached.
  @inline(__always)
  mutating func write(_ scalar: Unicode.Scalar, in row: UnsafeMutableBufferPointer<Cell>) -> Bool {
    guard let shown = Glyphs.safe(scalar)?.value else { return true }
    let width = ruler.columns(ofSafe: shown)
    guard width > 0 else {
      if let base { row[base].add(mark: shown) }
      return true
    }
    guard x < area.maxX else { return false }
    defer { x += width }
    guard x >= area.x, x + width <= area.maxX else {
      blank(from: max(x, area.x), to: min(x + width, area.maxX), in: row)
      return true
    }
    place(Cell(shown, style), width: width, in: row)
    base = x
    return true
  }

  /// Writes the character before once more; false where it is wide or begins the area.
  @inline(__always)
  mutating func repeatLast(in row: UnsafeMutableBufferPointer<Cell>) -> Bool {
    guard base == x - 1 else { return false }
    free(x, x + 1, in: row)
    row[x] = row[x - 1]
    base = x
    x += 1
    return true
  }

  @inline(__always)
  private func place(_ cell: Cell, width: Int, in row: UnsafeMutableBufferPointer<Cell>) {
    free(x, x + width, in: row)
    row[x] = cell
    if width == 2 { row[x + 1] = .rightHalf(style) }
  }

  /// Blanks what an edge of the area has left of a wide character; nothing where it is all outside.
  private mutating func blank(
    from start: Int, to end: Int, in row: UnsafeMutableBufferPointer<Cell>
  ) {
    base = nil
    guard start < end else { return }
    free(start, end, in: row)
    for x in start..<end { row[x] = .blank(style) }
  }

  /// Blanks the halves that would be left alone at both ends of what is about to be drawn.
  @inline(__always)
  private func free(_ start: Int, _ end: Int, in row: UnsafeMutableBufferPointer<Cell>) {
    if row[start].isRightHalf { row[start - 1] = .blank(row[start - 1].style) }
    if end < row.count, row[end].isRightHalf { row[end] = .blank(row[end].style) }
  }
}
