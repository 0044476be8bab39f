import Reform

/// Makes the paragraphs of a PDF out of its lines, by where these begin and end on the page.
struct PDFText {
  let pages: [PDFPage]
  private(set) var output = Scalars()
  private(set) var findings: [Finding] = []
  private var paragraph = Scalars()
  /// The line before, and whether it reached the right edge.
  private var last: (line: PDFPage.Line, isFull: Bool, page: Int)?
  private var table: PDFTable?
  private(set) var lineNumber = 1

  /// The edges of the text, and the height of its characters.
  private let edges: (left: Double, right: Double)
  private let size: Double
  private let step: Double

  init(_ pages: [PDFPage]) {
    self.pages = pages
    let lines = pages.flatMap(\.lines)
    // Text without height would make every width endless.
    size = max(1, Self.usual(lines.map(\.height)) ?? 12)
    let size = size
    let long = lines.filter { $0.right - $0.left > size * 12 && $0.words.count < 4 }
    let left = Self.usual(long.map(\.left)) ?? lines.map(\.left).min() ?? 0
    // Where every paragraph is indented by two characters, single lines begin there.
    let indented = long.filter { abs($0.left - left + 2 * size) < size * 0.6 }.count
    edges = (
      left: indented * 6 > long.count ? left - 2 * size : left,
      right: Self.edge(long.map(\.right), size) ?? lines.map(\.right).max() ?? 0
    )
    var steps: [Double] = []
    for page in pages {
      for (one, next) in zip(page.lines, page.lines.dropFirst()) {
        steps.append(next.top - one.top)
      }
    }
    step = Self.usual(steps.filter { $0 > size * 0.8 && $0 < size * 4 }) ?? size * 1.6
  }

  /// The value around which most lie, to a point.
  private static func usual(_ values: [Double]) -> Double? {
    var counts: [Int: [Double]] = [:]
    for value in values { counts[Int(value.rounded()), default: []].append(value) }
    let best = counts.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }
    return best.map { $0.value.reduce(0, +) / Double($0.value.count) }
  }

  /// The right edge: as far as a good part of the long lines come.
  private static func edge(_ values: [Double], _ size: Double) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    return sorted[sorted.count * 9 / 10]
  }

  mutating func write() {
    for (number, page) in pages.enumerated() {
      var index = 0
      while index < page.lines.count { index = take(index, of: number) }
    }
    endTable()
    endParagraph()
  }

  /// Takes the line at `index`, or the head of a table that begins there; gives the next index.
  private mutating func take(_ index: Int, of number: Int) -> Int {
    let lines = pages[number].lines
    if let (head, count) = PDFTable.head(lines, at: index, size: size) {
      endTable()
      endParagraph()
      table = PDFTable(head, pages: pages, page: number, below: index + count)
      return index + count
    }
    if table != nil {
      if table?.take(lines[index], page: number, size: size) == true {
        return index + 1
      }
      let below = Array(lines[(index + 1)...].prefix(3))
      if table?.takeHeading(lines[index], above: below, page: number, size: size) == true {
        return index + 1
      }
      endTable()
    }
    take(lines[index], page: number)
    return index + 1
  }

  private mutating func take(_ line: PDFPage.Line, page: Int) {
    if startsParagraph(line, page: page) { endParagraph() }
    if paragraph.isEmpty {
      let indent = max(0, Int(((line.left - edges.left) / size * 2).rounded()))
      paragraph = Scalars(repeating: Sign.space, count: min(indent, 40))
    } else if let end = paragraph.last, end < 0x80, end.isASCIILetter,
      line.text.first?.isASCIILetter == true
    {
      paragraph.append(Sign.space)
    }
    paragraph += line.text
    last = (line, line.right >= edges.right - size * 1.6, page)
  }

  private func startsParagraph(_ line: PDFPage.Line, page: Int) -> Bool {
    guard let last, !paragraph.isEmpty else { return true }
    let indent = (line.left - edges.left) / size
    guard last.isFull else { return true }
    if indent > 1.2 { return true }
    if abs(line.height - last.line.height) > size * 0.25 { return true }
    if page == last.page, line.top - last.line.top > step * 1.7 { return true }
    let content = line.text.map(\.folded)
    guard Marker.read(content, at: 0, limit: content.count) != nil else { return false }
    let end = paragraph.last { !$0.isBlank }.map(\.folded)
    return end.map { $0.endsSentence || $0 == Sign.close || $0 == Sign.colon } ?? true
  }

  private mutating func endParagraph() {
    defer { paragraph = [] }
    guard paragraph.contains(where: { !$0.isBlank }) else { return }
    emit(paragraph)
    last = nil
  }

  private mutating func emit(_ line: Scalars) {
    output += line + [Sign.newline]
    lineNumber += 1
  }

  /// A row of a table on a page is never sure: a word may have come into the wrong cell.
  private func doubt(_ line: Int) -> Finding {
    Finding(
      "row-of-a-pdf", .note,
      Phrase(
        "这一行由PDF中文字的位置拼出，请对照原件核对后再采纳。",
        "This row was put together from a page of the PDF; check it before it is accepted."),
      at: .init(line: line, column: 1))
  }

  private mutating func endTable() {
    guard let table else { return }
    self.table = nil
    let rows = table.rows(size: size)
    findings.append(
      Finding(
        "table-of-a-pdf", .warning,
        Phrase(
          "这张表由PDF中文字的位置拼出，共\(max(0, rows.count - 1))行，请对照原件核对行列。",
          "This table was put together from the places of its words in the PDF; check rows and columns."
        ),
        at: .init(line: lineNumber, column: 1)))
    for (index, row) in rows.enumerated() {
      if index > 0, row.count(where: { !$0.isEmpty }) > 1 { findings.append(doubt(lineNumber)) }
      emit(Scalars(row.joined(separator: [Sign.tab])))
    }
  }
}
