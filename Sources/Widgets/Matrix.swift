import Cells

/// A table with heads of rows and of columns that stay in view while the cells scroll both ways.
public struct Matrix {
  public struct Cell: Hashable, Sendable {
    public var words: String
    public var ground: Background
    public var role: Role
    /// A sign before the words, where colour says something.
    public var sign: Character?

    public init(
      _ words: String, on ground: Background = .none, role: Role = .plain, sign: Character? = nil
    ) {
      (self.words, self.ground, self.role, self.sign) = (words, ground, role, sign)
    }
  }

  public struct Sort: Hashable, Sendable {
    public var column: Int
    public var isAscending: Bool
    public init(column: Int, isAscending: Bool) {
      (self.column, self.isAscending) = (column, isAscending)
    }
  }

  public var heads: [String]
  public var rows: [String]
  /// What stands above the heads of rows.
  public var corner: String
  public var columnWidth: Int
  public var sort: Sort?
  /// A line stands before this column, where another kind of columns begins.
  public var divider: Int?
  /// How wide the widest head of a row is, where that is known; measured otherwise.
  public var widestHead: Int?
  /// Two where heads of columns are wrapped.
  public var headRows = 1
  public var isFocused: Bool
  /// The cell in a row and a column; asked only for cells that show.
  public var cell: (_ row: Int, _ column: Int) -> Cell

  public init(
    heads: [String], rows: [String], corner: String = "", columnWidth: Int, sort: Sort? = nil,
    divider: Int? = nil, isFocused: Bool = true, cell: @escaping (_ row: Int, _ column: Int) -> Cell
  ) {
    (self.heads, self.rows, self.corner) = (heads, rows, corner)
    (self.columnWidth, self.sort, self.divider) = (max(1, columnWidth), sort, divider)
    (self.isFocused, self.cell) = (isFocused, cell)
  }

  /// Where the window of a matrix stands, and the cell under the cursor.
  public struct Position: Hashable, Sendable {
    public var row = Scroll()
    public var column = Scroll()
    public init() {}
  }

  /// Columns of the heads of rows, at most two fifths of the width.
  public func headWidth(in area: Rect, ruler: Ruler) -> Int {
    min((widestHead ?? widestHead(ruler)) + 1, area.columns * 2 / 5)
  }

  /// Measures the heads of rows, and what stands above them.
  public func widestHead(_ ruler: Ruler) -> Int {
    (rows + [corner]).map { ruler.columns(of: $0) }.max() ?? 0
  }

  /// How many rows and columns of cells show in an area.
  public func window(in area: Rect, ruler: Ruler) -> (rows: Int, columns: Int) {
    (
      max(0, area.rows - headRows),
      max(0, area.columns - headWidth(in: area, ruler: ruler)) / columnWidth
    )
  }

  /// Brings the cell under the cursor into the window.
  public func reveal(_ position: inout Position, in area: Rect, ruler: Ruler) {
    let window = window(in: area, ruler: ruler)
    position.row.reveal(count: rows.count, height: window.rows)
    position.column.reveal(count: heads.count, height: window.columns)
  }

  /// The cells that show, with where each stands.
  public func places(
    _ position: Position, in area: Rect, ruler: Ruler
  ) -> [(row: Int, column: Int, place: Rect)] {
    let window = window(in: area, ruler: ruler)
    let left = area.x + headWidth(in: area, ruler: ruler)
    let columns = position.column.window(count: heads.count, height: window.columns)
    return position.row.window(count: rows.count, height: window.rows).enumerated().flatMap {
      line, row in
      columns.enumerated().map { number, column in
        let place = Rect(
          x: left + number * columnWidth, y: area.y + headRows + line, columns: columnWidth, rows: 1
        )
        return (row, column, place)
      }
    }
  }

  public func draw(_ position: Position, in area: Rect, on canvas: inout Canvas, symbols: Symbols) {
    let area = canvas.bounds.intersection(area)
    guard !area.isEmpty else { return }
    drawHeads(position, in: area, on: &canvas, symbols: symbols)
    let window = window(in: area, ruler: canvas.ruler)
    for row in position.row.window(count: rows.count, height: window.rows) {
      draw(row: row, position, in: area, on: &canvas, symbols: symbols)
    }
    drawDivider(position, in: area, on: &canvas, symbols: symbols)
  }

  /// Draws a row anew, with its head; nothing where it does not show.
  public func draw(
    row: Int, _ position: Position, in area: Rect, on canvas: inout Canvas, symbols: Symbols
  ) {
    let ruler = canvas.ruler
    let (width, window) = (headWidth(in: area, ruler: ruler), window(in: area, ruler: ruler))
    let shown = position.row.window(count: rows.count, height: window.rows)
    guard shown.contains(row) else { return }
    let line = area.row(headRows + row - shown.lowerBound)
    let head = line.prefix(columns: width)
    let isChosen = row == position.row.selected
    canvas.put(
      ruler.cut(rows[row], to: max(0, head.columns - 1)), at: head.origin,
      style: Style(isChosen ? .accent : .plain, bold: isChosen), in: head)
    let columns = position.column.window(count: heads.count, height: window.columns)
    for (number, column) in columns.enumerated() {
      let place = Rect(
        x: line.x + width + number * columnWidth, y: line.y, columns: columnWidth, rows: 1)
      draw(
        cell(row, column), in: place.intersection(area),
        isChosen: isChosen && column == position.column.selected, on: &canvas, symbols: symbols)
    }
  }

  /// Where the columns from the divider on begin; nil where none of them shows.
  public func dividerX(_ position: Position, in area: Rect, ruler: Ruler) -> Int? {
    guard let divider else { return nil }
    let window = position.column.window(
      count: heads.count, height: self.window(in: area, ruler: ruler).columns)
    guard divider < window.upperBound else { return nil }
    let number = max(0, divider - window.lowerBound)
    return area.x + headWidth(in: area, ruler: ruler) + number * columnWidth
  }

  private func drawDivider(
    _ position: Position, in area: Rect, on canvas: inout Canvas, symbols: Symbols
  ) {
    guard let x = dividerX(position, in: area, ruler: canvas.ruler) else { return }
    let window = window(in: area, ruler: canvas.ruler)
    let shown = position.row.window(count: rows.count, height: window.rows).count
    let line = Rect(x: x - 1, y: area.y, columns: 1, rows: headRows + shown)
    canvas.fill(line, with: symbols.vertical, style: Style(.border))
  }

  private func drawHeads(
    _ position: Position, in area: Rect, on canvas: inout Canvas, symbols: Symbols
  ) {
    let ruler = canvas.ruler
    let width = headWidth(in: area, ruler: ruler)
    let line = area.row(headRows - 1)
    canvas.put(
      ruler.cut(corner, to: max(0, width - 1)), at: line.origin, style: Style(.faint), in: line)
    let window = window(in: area, ruler: ruler)
    let columns = position.column.window(count: heads.count, height: window.columns)
    for (number, column) in columns.enumerated() {
      let place = Rect(
        x: line.x + width + number * columnWidth, y: area.y, columns: columnWidth, rows: headRows)
      let isSorted = sort?.column == column
      let mark =
        isSorted ? String(sort?.isAscending == true ? symbols.ascending : symbols.descending) : ""
      let isChosen = column == position.column.selected
      let style = Style(isSorted || isChosen ? .accent : .faint, bold: isChosen)
      let lines = self.lines(of: heads[column], room: columnWidth - 1 - mark.count, ruler)
      for (row, text) in lines.reversed().enumerated() {
        let words = text + (row == 0 ? mark : "")
        let end = place.maxX - 1 - ruler.columns(of: words)
        canvas.put(words, at: Point(x: end, y: line.y - row), style: style, in: place)
      }
    }
  }

  /// A head in as many lines as there are, what is too long cut at the end.
  private func lines(of head: String, room: Int, _ ruler: Ruler) -> [String] {
    guard headRows > 1 else { return [ruler.cut(head, to: room)] }
    // In halves, so that no single character stands alone.
    let half = min(room, (ruler.columns(of: head) + 1) / 2 + 1)
    guard ruler.columns(of: head) > room else { return [head] }
    let even = (half...max(half, room)).lazy.map { ruler.wrap(head, to: max(1, $0)) }
    let isOfWords = head.contains(" ")
    // Two lines that break no word.
    let lines =
      even.first { $0.count == 2 && (!isOfWords || $0.joined(separator: " ") == head) }
      ?? ruler.wrap(head, to: max(1, room))
    guard lines.count > headRows else { return lines }
    let rest = lines[(headRows - 1)...].joined(separator: isOfWords ? " " : "")
    return Array(lines.prefix(headRows - 1)) + [ruler.cut(rest, to: room)]
  }

  /// The chosen cell has a pointer for its sign, so that it is found without colours as well.
  private func draw(
    _ cell: Cell, in place: Rect, isChosen: Bool, on canvas: inout Canvas, symbols: Symbols
  ) {
    // A cell with a level keeps it under the cursor.
    let plain: Background = isFocused ? .selected : .shaded
    let ground = isChosen && cell.ground == .none ? plain : cell.ground
    let style = Style(cell.role, on: ground, bold: isChosen, underlined: isChosen)
    let ruler = canvas.ruler
    let field = place.prefix(columns: max(1, place.columns - 1))
    canvas.fill(field, with: " ", style: style)
    let words = ruler.cut(cell.words, to: field.columns)
    canvas.put(
      words, at: Point(x: field.maxX - ruler.columns(of: words), y: place.y), style: style,
      in: field)
    let sign = isChosen && isFocused ? symbols.pointer : cell.sign
    if let sign, field.columns >= ruler.columns(of: words) + 2 {
      canvas.put(String(sign), at: field.origin, style: style, in: field)
    }
  }
}
