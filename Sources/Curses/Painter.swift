import CNcurses
import CTerminal
import Cells

/// Puts what has changed of a canvas into an ncurses window.
struct Painter {
  private let window: UnsafeMutablePointer<WINDOW>
  private var inks: Inks
  /// What is on the screen, nil when nobody knows.
  private var shown: Canvas?
  private var ruler: Ruler
  private var showsCursor: Bool?
  private var run: [wchar_t] = []

  init(window: UnsafeMutablePointer<WINDOW>, ruler: Ruler, inks: Inks) {
    (self.window, self.ruler, self.inks) = (window, ruler, inks)
    Self.measure(by: ruler)
  }

  /// Paints with other inks from now on.
  mutating func recolor(_ inks: Inks) {
    self.inks = inks
    forget()
  }

  /// Forgets what is on the screen, so that the next canvas is painted whole.
  mutating func forget() { shown = nil }

  /// Shows a canvas; what is beyond the screen is left out.
  mutating func paint(_ canvas: Canvas, on screen: Size) {
    if canvas.ruler != ruler {
      ruler = canvas.ruler
      Self.measure(by: ruler)
      shown = nil
    }
    if shown?.size != canvas.size { shown = nil }
    if shown == nil {
      werase(window)
      clearok(window, true)
    }
    let columns = min(canvas.size.columns, screen.columns)
    var isSame = shown != nil && shown?.cursor == canvas.cursor
    for y in 0..<min(canvas.size.rows, screen.rows) {
      if let span = changes(in: y, of: canvas, columns: columns) {
        paint(canvas.cells(inRow: y).prefix(columns), from: span, y: y)
        isSame = false
      }
    }
    guard !isSame else { return }
    place(canvas.cursor, on: screen)
    wnoutrefresh(window)
    terminal_gather()
    doupdate()
    terminal_release()
    shown = canvas
  }

  /// The columns from the first to the last cell that is not as shown.
  private func changes(in y: Int, of canvas: Canvas, columns: Int) -> Range<Int>? {
    guard let shown else { return 0..<columns }
    let start = y * canvas.size.columns
    return canvas.cells.withUnsafeBufferPointer { new in
      shown.cells.withUnsafeBufferPointer { old in
        var (first, last) = (start, start + columns)
        while first < last, new[first] == old[first] { first += 1 }
        guard first < last else { return nil }
        while new[last - 1] == old[last - 1] { last -= 1 }
        if new[first].isRightHalf && first > start { first -= 1 }
        return first - start..<last - start
      }
    }
  }

  private mutating func paint(
    _ row: ContiguousArray<Cell>.SubSequence, from span: Range<Int>, y: Int
  ) {
    let start = row.startIndex
    var x = span.lowerBound
    while x < span.upperBound {
      let (begin, style) = (x, row[start + x].style)
      run.removeAll(keepingCapacity: true)
      repeat {
        append(row[start + x], isLast: x == row.count - 1)
        x += 1
      } while x < span.upperBound && row[start + x].style == style
      let ink = inks.ink(style)
      yigai_put(window, Int32(y), Int32(begin), ink.attributes, ink.pair, run, Int32(run.count))
    }
  }

  private mutating func append(_ cell: Cell, isLast: Bool) {
    guard !cell.isRightHalf else { return }
    // Half of a wide character at the edge of a screen smaller than the canvas.
    let isCut = isLast && ruler.columns(of: Unicode.Scalar(cell.scalar) ?? " ") == 2
    run.append(isCut ? 0x20 : wchar_t(cell.scalar))
    if cell.mark != 0 { run.append(wchar_t(cell.mark)) }
    if cell.secondMark != 0 { run.append(wchar_t(cell.secondMark)) }
  }

  private mutating func place(_ cursor: Point?, on screen: Size) {
    let cursor = cursor.flatMap { Rect(size: screen).contains($0) ? $0 : nil }
    if let cursor { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
    leaveok(window, cursor == nil)
    if showsCursor != (cursor != nil) {
      showsCursor = cursor != nil
      curs_set(cursor == nil ? 0 : 1)
    }
  }

  /// Lets ncurses measure as the canvas does.
  private static func measure(by ruler: Ruler) {
    terminal_measure_by(
      { scalar, ambiguous in
        guard let scalar = Unicode.Scalar(scalar), Glyphs.safe(scalar) == scalar else { return -1 }
        return Int32(Ruler(ambiguous: Int(ambiguous)).columns(of: scalar))
      }, Int32(ruler.ambiguous))
  }
}
