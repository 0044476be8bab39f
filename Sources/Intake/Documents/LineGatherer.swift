/// Gathers lines and rows from paragraphs and tables, however deep these are nested.
struct LineGatherer {
  private var output: Scalars = []
  private var line: Scalars = []
  /// The tables that we are in, the innermost last.
  private var tables: [Table] = []
  /// Tables deeper than this are text of the cell they stand in.
  private static let deepest = 50
  private var ignored = 0
  /// How much more text may be repeated from cells above: merged cells must not swell a file.
  private var repeatable = 2_000_000
  /// Signs and cells so far; a document has no more of them than the limit, and the rest is let fall.
  var total = 0
  var isFull: Bool { total > Limits.signs }
  /// The line that is being written, from 1.
  private(set) var lineNumber = 1

  private struct Table {
    var rows: [[GatheredCell]] = []
    var above: [GatheredCell] = []
    var cells: [GatheredCell] = []
    var cell = GatheredCell()
    var columns = 1
    var repeats = false
    /// Rows still to be filled from above, by column (rowspan).
    var pending: [Int: (rows: Int, cell: GatheredCell)] = [:]
    var spanned = 1
    var isInCell = false
  }

  private var isInCell: Bool { tables.last?.isInCell ?? false }

  /// Whether we stand in no table.
  var isOutside: Bool { tables.isEmpty }

  /// The paragraph at hand, as far as it has come.
  var current: Scalars { isInCell ? tables[tables.count - 1].cell.line : line }

  mutating func add(_ scalar: UInt32) {
    total += 1
    guard !isFull else { return }
    let scalar = scalar == Sign.newline ? Sign.space : scalar
    if isInCell { tables[tables.count - 1].cell.line.append(scalar) } else { line.append(scalar) }
  }

  mutating func breakLine() { endParagraph() }

  mutating func endParagraph() {
    guard !isInCell else { return tables[tables.count - 1].cell.endLine() }
    write(line)
    line = []
  }

  /// Adds lines that were gathered elsewhere.
  mutating func add(lines text: Scalars) {
    guard isOutside else { return }
    if !line.isEmpty { endParagraph() }
    for part in text.split(separator: Sign.newline) { write(Scalars(part)) }
  }

  private mutating func write(_ line: Scalars) {
    total += 1
    // One more than the limit, so that it is seen.
    guard output.count <= Limits.signs else { return }
    output += line
    output.append(Sign.newline)
    lineNumber += 1
  }

  // MARK: Tables

  mutating func openTable() {
    if tables.isEmpty, !line.isEmpty { endParagraph() }
    guard tables.count < Self.deepest else {
      ignored += 1
      return
    }
    if isInCell { tables[tables.count - 1].cell.endLine() }
    tables.append(Table())
  }

  mutating func closeTable() {
    guard ignored == 0 else {
      ignored -= 1
      return
    }
    guard !tables.isEmpty else { return }
    if isInCell || !(tables.last?.cells.isEmpty ?? true) { closeRow() }
    guard let table = tables.popLast() else { return }
    let lines = LaidTable.lines(of: table.rows)
    guard isInCell else {
      for line in lines { write(line) }
      return
    }
    let last = tables.count - 1
    tables[last].cell.lines += lines
    tables[last].cell.hasTable = tables[last].cell.hasTable || lines.count > 1
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
    (tables[last].cell, tables[last].columns, tables[last].spanned) = (GatheredCell(), 1, 1)
    (tables[last].repeats, tables[last].isInCell) = (false, true)
  }

  mutating func span(columns: Int = 1, rows: Int = 1) {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].columns = min(max(1, columns), 30)
    tables[tables.count - 1].spanned = min(max(1, rows), 5000)
  }

  mutating func repeatAbove() {
    if !tables.isEmpty { tables[tables.count - 1].repeats = true }
  }

  mutating func closeCell() {
    guard isInCell, ignored == 0 else { return }
    let last = tables.count - 1
    tables[last].isInCell = false
    total += max(1, tables[last].columns)
    guard !isFull else { return }
    let column = tables[last].cells.count
    tables[last].cell.endLine()
    var cell = tables[last].cell
    if tables[last].repeats, column < tables[last].above.count {
      cell = repeated(tables[last].above[column])
    }
    if tables[last].spanned > 1 {
      tables[last].pending[column] = (tables[last].spanned - 1, cell)
    }
    tables[last].cells.append(cell)
    for _ in 1..<max(1, tables[last].columns) { tables[last].cells.append(.filler) }
  }

  /// A cell above once more, as long as there is room for its text.
  private mutating func repeated(_ cell: GatheredCell) -> GatheredCell {
    let size = cell.count
    guard size <= repeatable else { return GatheredCell() }
    repeatable -= size
    return cell
  }

  /// Cells that a cell of an earlier row spans.
  private mutating func fillFromAbove() {
    let last = tables.count - 1
    while let span = tables[last].pending[tables[last].cells.count] {
      let column = tables[last].cells.count
      total += 1
      guard !isFull else { return }
      tables[last].cells.append(repeated(span.cell))
      tables[last].pending[column] = span.rows > 1 ? (span.rows - 1, span.cell) : nil
    }
  }

  mutating func closeRow() {
    guard !tables.isEmpty, ignored == 0 else { return }
    if isInCell { closeCell() }
    fillFromAbove()
    let last = tables.count - 1
    if !tables[last].cells.isEmpty { tables[last].rows.append(tables[last].cells) }
    tables[last].above = tables[last].cells
    tables[last].cells = []
  }

  mutating func finish() -> Scalars {
    ignored = 0
    while !tables.isEmpty { closeTable() }
    if !line.isEmpty { endParagraph() }
    return output
  }
}

/// A cell of a table as it is gathered: its paragraphs, and the rows of tables in it.
struct GatheredCell {
  var lines: [Scalars] = []
  /// The paragraph that is being written.
  var line: Scalars = []
  var hasTable = false
  /// Only there because the cell before it is wide.
  var isFiller = false

  static let filler: GatheredCell = {
    var cell = GatheredCell()
    cell.isFiller = true
    return cell
  }()

  var count: Int { lines.reduce(0) { $0 + $1.count } }

  var isEmpty: Bool { lines.isEmpty }

  /// Its text in one line.
  var text: Scalars {
    Scalars(lines.joined(separator: [Sign.space])).map { $0 == Sign.tab ? Sign.space : $0 }
  }

  mutating func endLine() {
    if line.contains(where: { !$0.isBlank }) { lines.append(line) }
    line = []
  }
}
