import Reform

/// Tables that came in as a cell a line: the words of the header, then the cells of a row in turn.
struct FlatTable {
  struct Row: Sendable {
    /// Ranges in the source, several where a cell takes several lines; none for an empty cell.
    var cells: [[Range<Int>]]
    /// The lines it takes.
    var lines: Range<Int>
  }

  struct Line {
    var number: Int
    var range: Range<Int>
    /// Folded and without blanks, at most 60 scalars.
    var content: Scalars
    /// A word that headers of tables of tasks have.
    var isHead = false
    /// A line that may be a word of the header though no word of it is known.
    var isShort = false
  }

  /// Widest table, and longest row in lines.
  static let widest = 12
  private static let longest = 60

  private let source: SourceText
  private(set) var lines: [Line] = []
  private var rows: [Int: Row] = [:]

  /// The rows by the line that they begin on, their headers among them.
  static func rows(in source: SourceText) -> [Int: Row] {
    var table = FlatTable(source: source)
    table.gather()
    var index = 0
    while index < table.lines.count { index = max(table.take(at: index), index + 1) }
    return table.rows
  }

  private init(source: SourceText) { self.source = source }

  private mutating func gather() {
    for number in 0..<source.lineCount {
      let range = source.scalars.trimmed(source.line(number))
      guard !range.isEmpty else { continue }
      let content = PageFurniture.compact(source, range, limit: 60)
      let isPage =
        content.first == Sign.dash && content.contains(where: \.isDigit)
        && content.allSatisfy { $0 == Sign.dash || $0.isDigit }
      if !isPage, content != [Sign.aside] {
        lines.append(marked(Line(number: number, range: range, content: content)))
      }
    }
  }

  // MARK: The header

  func isHead(_ index: Int) -> Bool { index < lines.count && lines[index].isHead }

  func isShort(_ index: Int) -> Bool { index < lines.count && lines[index].isShort }

  private func marked(_ line: Line) -> Line {
    var line = line
    let content = line.content
    line.isShort =
      content.count <= 20
      && !content.contains {
        $0.endsSentence || $0 == Sign.comma || $0 == Sign.pause || $0 == Sign.colon
      }
      && !source.scalars[line.range].contains(Sign.tab)
      && Marker.read(content, at: 0, limit: content.count) == nil
    line.isHead =
      line.isShort && content.count <= 16 && TableHeader.column(content) != nil
      && !TitleWords.endsAsTable(content)
    return line
  }

  private func isLabel(_ index: Int) -> Bool {
    let content = lines[index].content
    return content.count <= 10
      && NoteWords.labels.match(content, at: 0)?.length == content.count
  }

  private static let serials = ["序号", "编号", "序"].map(scalars)

  /// Takes the table that begins at a line; gives the line behind it, `index` where none begins.
  private mutating func take(at index: Int) -> Int {
    if Self.serials.contains(lines[index].content) { return takeNumbered(at: index) }
    return isHead(index) || isLabel(index) ? takePlain(at: index) : index
  }

  mutating func set(_ row: Row, at line: Int) { rows[line] = row }

  func words(_ range: Range<Int>) -> [Scalars] { range.map { lines[$0].content } }

  // MARK: Rows that are numbered

  private mutating func takeNumbered(at start: Int) -> Int {
    var end = start + 1
    while end < lines.count, end - start <= Self.widest, serial(end) == nil, isShort(end) {
      end += 1
    }
    // A heading of a group may stand between the header and the first row.
    var row = end
    while row < lines.count, row - end < 3, isGroup(row) { row += 1 }
    guard end - start >= 3, row < lines.count, end - start <= Self.widest, let first = serial(row)
    else { return start }
    let heads = words(start..<end)
    guard TableHeader.isHeader(heads) || TargetTable.isHeader(heads) else { return start }
    let starts = rowStarts(from: row, first: first, columns: end - start)
    let header = TableHeader(heads)
    append(start..<end)
    var longest = end - start - 1
    for (at, next) in zip(starts, starts.dropFirst()) {
      longest = max(longest, next - at - 1)
      takeRow(at, behind: groupStart(at + 1..<next), header)
    }
    guard let last = starts.last else { return end }
    let limit = min(last + 1 + longest, tableEnd(from: last + 1))
    let stop = bestEnd(last + 1..<limit, header)
    takeRow(last, behind: stop, header)
    return stop
  }

  /// The lines that hold the serial numbers of the rows.
  private func rowStarts(from start: Int, first: Int, columns: Int) -> [Int] {
    var starts = [start]
    var last = first
    var index = start + 1
    while index < lines.count, index - starts[starts.count - 1] <= Self.longest {
      if HeadWords.isAnnex(lines[index].content, width: 0)
        || Self.serials.contains(lines[index].content)
      {
        break
      }
      let since = index - starts[starts.count - 1]
      if let number = serial(index), since >= 2,
        number == last + 1
          || since >= columns && (number == 1 || number > last && number < last + 9)
      {
        starts.append(index)
        last = number
      }
      index += 1
    }
    return starts
  }

  private func serial(_ index: Int) -> Int? {
    let content = lines[index].content.filter { $0 != Sign.dot && $0 != Sign.pause }
    guard !content.isEmpty, content.count <= 3,
      let found = HeadWords.number(content, 0, content.count), found.length == content.count,
      found.value > 0
    else { return nil }
    return found.value
  }

  /// Where the headings of the next group begin that stand before the next serial number.
  private func groupStart(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end - 1 > range.lowerBound, isGroup(end - 1) { end -= 1 }
    return end
  }

  private func isGroup(_ index: Int) -> Bool {
    let content = lines[index].content
    guard let marker = Marker.read(content, at: 0, limit: content.count), content.count <= 40
    else { return false }
    return marker.kind.rawValue <= Marker.Kind.hanInBrackets.rawValue
      && !content.contains(where: \.endsSentence)
  }

  /// The first line that cannot be a cell.
  private func tableEnd(from start: Int) -> Int {
    var index = start
    while index < lines.count, index - start < Self.longest {
      let content = lines[index].content
      let ends =
        HeadWords.isAnnex(content, width: 0) || HeadWords.isFooter(content, width: 0)
        || isGroup(index) || Self.serials.contains(content)
      if ends { break }
      index += 1
    }
    return index
  }

  /// The last row's end: where its cells fit the columns best.
  private func bestEnd(_ range: Range<Int>, _ header: TableHeader) -> Int {
    let columns = header.columns.count - 1
    guard range.count > columns else { return range.upperBound }
    var best = (end: range.lowerBound + columns, score: Int.min)
    for end in range.lowerBound + columns...range.upperBound {
      let score = fit(range.lowerBound..<end, header).score - (end - range.lowerBound) * 2
      if score > best.score { best = (end, score) }
    }
    return best.end
  }

  private mutating func takeRow(_ start: Int, behind end: Int, _ header: TableHeader) {
    if takeMerged(start, start + 1..<max(start + 1, end), header) { return }
    append(
      start..<start + 1, cells: fit(start + 1..<max(start + 1, end), header).cells)
  }

  /// A row of cells that are a line each, and behind them such as take several or none.
  mutating func append(_ heads: Range<Int>, cells: [[Range<Int>]] = []) {
    guard let first = heads.first, let last = heads.last else { return }
    let all = heads.map { [lines[$0].range] } + cells
    let end = cells.flatMap { $0 }.last?.lowerBound ?? lines[last].range.lowerBound
    let line = max(lines[last].number, source.position(of: end).line - 1)
    rows[lines[first].number] = Row(cells: all, lines: lines[first].number..<line + 1)
  }

  // MARK: Which line is which cell

  /// The lines of a row parted among its columns, the serial number's left out.
  func fit(
    _ range: Range<Int>, _ header: TableHeader
  ) -> (cells: [[Range<Int>]], score: Int) {
    let columns = Array(header.columns.dropFirst())
    let texts = Array(range)
    if texts.count == columns.count {
      let score = zip(columns, texts).reduce(0) { $0 + likeness($1.1, $1.0) }
      return (texts.map { [lines[$0].range] }, score + 4)
    }
    let extra = columns.map { $0 == .units(.lead) ? -2 : -1 }
    let path = FlatFit.best(lines: texts.count, columns: columns.count, extra) {
      // The first line is the task where the task comes first.
      likeness(texts[$0], columns[$1]) + ($0 == 0 && $1 == 0 && columns[0] == .task ? 5 : 0)
    }
    var cells = [[Range<Int>]](repeating: [], count: columns.count)
    for (line, column) in path.columns.enumerated() {
      cells[column].append(lines[texts[line]].range)
    }
    return (cells, path.score)
  }

  func likeness(_ line: Int, _ column: TableHeader.Column) -> Int {
    let content = lines[line].content
    let isUnits = NoteLook.isUnits(content) && !content.contains(where: \.isDigit)
    let isTime = content.count <= 24 && TimeLook.isTime(content)
    switch column {
    case .units: return isUnits ? 6 : content.count > 40 || isTime ? -6 : -2
    case .time: return isTime ? 6 : -4
    case .task: return isUnits ? -3 : isTime ? -2 : 2
    case .serial, .other, .aim, .places: return isUnits || isTime ? -1 : 0
    }
  }
}
