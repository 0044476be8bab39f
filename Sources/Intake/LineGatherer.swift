/// Gathers lines and rows from paragraphs and tables, however deep these are nested.
struct LineGatherer {
  private var output: Scalars = []
  private var line: Scalars = []
  /// The tables that we are in, the innermost last.
  private var tables: [Table] = []
  /// Tables deeper than this are text of the cell they stand in.
  private static let deepest = 6
  private var ignored = 0
  /// How much more text may be repeated from cells above: merged cells must not swell a file.
  private var repeatable = 2_000_000

  private struct Table {
    var above: [Scalars] = []
    var cells: [Scalars] = []
    var cell: Scalars = []
    var columns = 1
    var repeats = false
    /// Rows still to be filled from above, by column (rowspan).
    var pending: [Int: (rows: Int, text: Scalars)] = [:]
    var rows = 1
    var isInCell = false
  }

  private var isInCell: Bool { tables.last?.isInCell ?? false }

  mutating func add(_ scalar: UInt32) {
    if isInCell {
      tables[tables.count - 1].cell.append(scalar == Sign.newline ? Sign.space : scalar)
    } else {
      line.append(scalar == Sign.newline ? Sign.space : scalar)
    }
  }

  mutating func breakLine() {
    if isInCell { add(Sign.space) } else { endParagraph() }
  }

  mutating func endParagraph() {
    guard !isInCell else {
      if tables.last?.cell.isEmpty == false { add(Sign.space) }
      return
    }
    output += line
    output.append(Sign.newline)
    line = []
  }

  // MARK: Tables

  mutating func openTable() {
    if tables.isEmpty, !line.isEmpty { endParagraph() }
    guard tables.count < Self.deepest else {
      ignored += 1
      return
    }
    tables.append(Table())
  }

  mutating func closeTable() {
    guard ignored == 0 else {
      ignored -= 1
      return
    }
    guard !tables.isEmpty else { return }
    if !(tables.last?.cells.isEmpty ?? true) { closeRow() }
    tables.removeLast()
  }

  mutating func openRow() {
    guard !tables.isEmpty, ignored == 0 else { return }
    // A row that was never closed ends where the next begins.
    if isInCell || !(tables.last?.cells.isEmpty ?? true) { closeRow() }
  }

  mutating func openCell() {
    guard !tables.isEmpty, ignored == 0 else { return }
    let last = tables.count - 1
    if tables[last].isInCell { closeCell() }
    fillFromAbove()
    (tables[last].cell, tables[last].columns, tables[last].rows) = ([], 1, 1)
    (tables[last].repeats, tables[last].isInCell) = (false, true)
  }

  mutating func span(columns: Int = 1, rows: Int = 1) {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].columns = min(max(1, columns), 30)
    tables[tables.count - 1].rows = min(max(1, rows), 5000)
  }

  mutating func repeatAbove() {
    if !tables.isEmpty { tables[tables.count - 1].repeats = true }
  }

  mutating func closeCell() {
    guard isInCell, ignored == 0 else { return }
    let last = tables.count - 1
    tables[last].isInCell = false
    let column = tables[last].cells.count
    var cell = tables[last].cell.map { $0 == Sign.tab ? Sign.space : $0 }
    if tables[last].repeats, column < tables[last].above.count {
      cell = repeated(tables[last].above[column])
    }
    if tables[last].rows > 1 {
      tables[last].pending[column] = (tables[last].rows - 1, cell)
    }
    tables[last].cells.append(cell)
    for _ in 1..<max(1, tables[last].columns) { tables[last].cells.append([]) }
  }

  /// The text of a cell above, as long as there is room for it.
  private mutating func repeated(_ text: Scalars) -> Scalars {
    guard text.count <= repeatable else { return [] }
    repeatable -= text.count
    return text
  }

  /// Cells that a cell of an earlier row spans.
  private mutating func fillFromAbove() {
    let last = tables.count - 1
    while let span = tables[last].pending[tables[last].cells.count] {
      let column = tables[last].cells.count
      tables[last].cells.append(repeated(span.text))
      tables[last].pending[column] = span.rows > 1 ? (span.rows - 1, span.text) : nil
    }
  }

  mutating func closeRow() {
    guard !tables.isEmpty, ignored == 0 else { return }
    if isInCell { closeCell() }
    fillFromAbove()
    let last = tables.count - 1
    let row = Scalars(tables[last].cells.joined(separator: [Sign.tab]))
    tables[last].above = tables[last].cells
    tables[last].cells = []
    if tables.count > 1 {
      // A table inside a cell is text of that cell.
      tables[last - 1].cell += row.map { $0 == Sign.tab ? Sign.space : $0 } + [Sign.space]
    } else if !row.isEmpty {
      output += row + [Sign.newline]
    }
  }

  mutating func finish() -> Scalars {
    ignored = 0
    while !tables.isEmpty { closeTable() }
    if !line.isEmpty { endParagraph() }
    return output
  }
}
