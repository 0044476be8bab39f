/// Rows of tables: told, joined where they were broken, and kept with their cells.
extension LineJoiner {
  /// Takes a line that belongs to a table; false where it does not.
  mutating func takeRow(
    _ line: PageFurniture.Line, _ content: Scalars, _ index: Int
  ) -> Bool {
    if let cells = line.cells {
      if isLabelled(cells) { return takeLabelled(cells) }
      tableColumns = cells.count
      appendRow(cells)
      return true
    }
    let cells = line.tabs > 0 ? cells(of: line) : []
    if cells.count >= 2 {
      let words = cells.map { Array(source.scalars[$0]) }
      if TableHeader.isHeader(words) || TargetTable.isHeader(words) {
        tableColumns = cells.count
        appendRow(cells.map { [$0] })
        return true
      }
      if isLabelled(cells.map { [$0] }) { return takeLabelled(cells.map { [$0] }) }
    }
    guard let columns = tableColumns, kind(of: content, line) == .text else {
      tableColumns = nil
      return false
    }
    if cells.count >= 2 {
      if !merge(cells, columns: columns) { appendRow(cells.map { [$0] }) }
      return true
    }
    let run = [line.range]
    if lastRowIsOpen(columns) { return merge(run, columns: columns) }
    if goesOn(behind: index) {
      appendRow([run])
      return true
    }
    tableColumns = nil
    return false
  }

  /// Whether rows come again behind headings of groups.
  private func goesOn(behind index: Int) -> Bool {
    for next in index..<min(lines.count, index + 4) {
      if lines[next].tabs > 0 { return true }
      guard lines[next].width <= 60 else { return false }
    }
    return false
  }

  /// 责任单位 in a cell and the units in the next.
  private func isLabelled(_ cells: [[Range<Int>]]) -> Bool {
    guard cells.count == 2, cells.allSatisfy({ $0.count == 1 && !$0[0].isEmpty }) else {
      return false
    }
    let content = source.scalars[cells[0][0]].filter { !$0.isBlank && !$0.isInvisible }
      .map(\.folded)
    guard content.count <= 10,
      let found = NoteWords.labels.match(content, at: 0), found.length == content.count
    else { return false }
    guard !TableHeader.isHeader(cells.map { Scalars(source.scalars[$0[0]]) }) else { return false }
    if case .other = found.value { return Self.names.contains(content) }
    return true
  }

  private static let names = Set(["任务名称", "工作任务", "重点任务", "事项名称", "任务"].map(scalars))

  /// Makes 责任单位：…… of the two.
  private mutating func takeLabelled(_ cells: [[Range<Int>]]) -> Bool {
    let start = joined.scalars.count
    joined.paragraphs.append(.init(range: start..<start, kind: .text))
    open = (0, start)
    let label = source.scalars[cells[0][0]].filter { !$0.isBlank && !$0.isInvisible }.map(\.folded)
    if !Self.names.contains(label) {
      copy(cells[0][0])
      joined.append(Sign.colon, from: cells[0][0].upperBound - 1)
    }
    for range in cells[1] { copy(range) }
    closeParagraph()
    return true
  }

  private func cells(of line: PageFurniture.Line) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.range.lowerBound
    // Cells that are empty stand before the first word as tabs.
    var before = start - 1
    while tableColumns != nil, before >= 0, source.scalars[before] != Sign.newline,
      source.scalars[before].isBlank
    {
      if source.scalars[before] == Sign.tab { cells.append(start..<start) }
      before -= 1
    }
    for index in line.range where source.scalars[index] == Sign.tab {
      cells.append(source.scalars.trimmed(start..<index))
      start = index + 1
    }
    cells.append(source.scalars.trimmed(start..<line.range.upperBound))
    return cells
  }

  private var lastCells: [Range<Int>]? {
    guard case .row(let cells)? = joined.paragraphs.last?.kind else { return nil }
    return cells
  }

  /// A row that misses cells, or breaks off after a pause.
  private func lastRowIsOpen(_ columns: Int) -> Bool {
    guard let cells = lastCells, let last = cells.last else { return false }
    if cells.count > 1, cells.count < columns { return true }
    guard let sign = joined.folded[last].last else { return false }
    return sign == Sign.pause || sign == Sign.comma
  }

  /// Adds a broken line to the row before it, where the two make one row.
  private mutating func merge(_ cells: [Range<Int>], columns: Int) -> Bool {
    guard let last = lastCells, let first = cells.first, last.count > 1 || cells.count == 1,
      last.count + cells.count - 1 <= columns, last.count < columns || cells.count == 1
    else { return false }
    if cells.count > 1, source.scalars[first].allSatisfy({ $0.folded.isDigit }) { return false }
    var ranges = last
    let start = ranges.removeLast().lowerBound
    copy(first)
    ranges.append(start..<joined.scalars.count)
    for cell in cells.dropFirst() { ranges.append(copyCell([cell])) }
    let index = joined.paragraphs.count - 1
    joined.paragraphs[index].kind = .row(ranges)
    closeParagraph()
    return true
  }

  private mutating func appendRow(_ cells: [[Range<Int>]]) {
    let start = joined.scalars.count
    joined.paragraphs.append(.init(range: start..<start, kind: .row([])))
    open = (0, start)
    let ranges = cells.map { copyCell($0) }
    joined.paragraphs[joined.paragraphs.count - 1].kind = .row(ranges)
    closeParagraph()
  }

  private mutating func copyCell(_ cell: [Range<Int>]) -> Range<Int> {
    let origin = cell.first?.lowerBound ?? max(0, Int(joined.origins.last ?? 0))
    joined.append(Sign.tab, from: origin)
    let start = joined.scalars.count
    for (index, range) in cell.enumerated() {
      // A cell that took several lines: a list goes on, sentences stand apart.
      if index > 0, joined.scalars.last?.isBlank == false {
        joined.append(Sign.space, from: origin)
      }
      copy(range)
    }
    return start..<joined.scalars.count
  }
}
