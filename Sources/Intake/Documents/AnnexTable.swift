import Reform

/// The rows of tables of tasks (任务清单, 分工表).
struct AnnexTable {
  struct Row: Sendable {
    var path: String
    /// The row without its serial number.
    var range: Range<Int>
    var title: Range<Int>
    var tasks: [Range<Int>]
    var units: [(role: Responsible.Role, range: Range<Int>)]
    var times: [Range<Int>]
    /// Figures in columns of their own, with the words of their heads.
    var figures: [(head: String, cell: Range<Int>)] = []
    /// Cells that say what the task is to reach, and where it is done, with the words of their heads.
    var aims: [(head: String, cell: Range<Int>)] = []
    var places: [(head: String, cell: Range<Int>)] = []
    var firstLeads: Bool
  }

  private let scan: Scan
  /// The paragraphs that are rows of tasks or their headers.
  private(set) var taken: Set<Int> = []
  private(set) var rows: [Row] = []
  private var header: TableHeader?
  /// The cells of the row before, those filled that say 同上.
  private var above: [Range<Int>] = []
  private var annex = 0
  private var printedAnnex: Int?
  private var tables: [(annex: Int, printed: Int?, first: Int)] = []

  static func read(_ scan: Scan) -> AnnexTable {
    var table = AnnexTable(scan: scan)
    for index in scan.paragraphs.indices { table.take(index) }
    table.namePaths()
    return table
  }

  private init(scan: Scan) { self.scan = scan }

  private mutating func take(_ index: Int) {
    let paragraph = scan.joined.paragraphs[index]
    switch paragraph.kind {
    case .annex:
      let content = Array(scan.chars[scan.paragraphs[index]])
      annex += 1
      printedAnnex = HeadWords.annexNumber(content)
      header = nil
    case .row(let cells):
      takeRow(cells.map { scanned($0, in: scan.paragraphs[index]) }, index)
    default: break
    }
  }

  /// A cell of the joined text as a range of the scan, within its row.
  private func scanned(_ cell: Range<Int>, in row: Range<Int>) -> Range<Int> {
    func lower(_ offset: Int) -> Int {
      var (low, high) = (row.lowerBound, row.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if Int(scan.at[middle]) >= offset { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = lower(cell.lowerBound)
    return start..<max(start, lower(cell.upperBound))
  }

  private mutating func takeRow(_ cells: [Range<Int>], _ index: Int) {
    let words = cells.map { Array(scan.chars[$0]) }
    if TargetTable.isHeader(words) {
      header = nil
      return
    }
    if TableHeader.isHeader(words) {
      let found = TableHeader(words)
      taken.insert(index)
      if header?.columns != found.columns || annex != tables.last?.annex {
        tables.append((annex, printedAnnex, rows.count))
      }
      header = found
      above = []
      return
    }
    if rows.count == tables.last?.first, let refined = header?.refined(by: words) {
      header = refined
      taken.insert(index)
      return
    }
    guard let header, header.setsWork else { return }
    let filled = withoutDittos(cells, header)
    guard let row = row(cells, filled, header) else { return }
    rows.append(row)
    taken.insert(index)
  }

  private static let dittos = Set(["同上", "〃", "″", "\"", "〞", "同", "”", "''"].map(scalars))

  /// Cells of units and times that say 同上, as what stands above them.
  private mutating func withoutDittos(
    _ cells: [Range<Int>], _ header: TableHeader
  ) -> [Range<Int>] {
    var filled = cells
    for (index, column) in header.columns.enumerated()
    where column.isUnits || column == .time {
      guard index < cells.count, index < above.count else { break }
      if Self.dittos.contains(Scalars(scan.chars[cells[index]])) { filled[index] = above[index] }
    }
    above = filled
    return filled
  }

  private func row(_ cells: [Range<Int>], _ filled: [Range<Int>], _ header: TableHeader) -> Row? {
    var row = Row(
      path: "", range: 0..<0, title: 0..<0, tasks: [], units: [], times: [],
      firstLeads: header.firstLeads)
    var serial = ""
    var kept: [Range<Int>] = []
    var title: Range<Int>?
    for (index, (column, cell)) in zip(header.columns, cells).enumerated() {
      if index == header.titleColumn, cell.count >= 2 { title = cell }
      if column == .serial { serial = scan.name(cell) } else { kept.append(cell) }
      guard !cell.isEmpty else { continue }
      switch column {
      case .task: row.tasks.append(cell)
      case .units(let role): row.units.append((role, filled[index]))
      case .time: row.times.append(filled[index])
      case .aim: row.aims.append((header.words[index], cell))
      case .places: row.places.append((header.words[index], cell))
      case .serial, .other: break
      }
      if let head = header.figureHead(index, scan.chars[cell]) { row.figures.append((head, cell)) }
    }
    guard let task = row.tasks.first, task.count >= 2, let last = kept.last else { return nil }
    // A row that names nobody counts where it is numbered as rows are.
    guard !row.units.isEmpty || !row.times.isEmpty || self.serial(serial) != nil else { return nil }
    let first = kept.first { !$0.isEmpty } ?? task
    row.range = first.lowerBound..<max(last.upperBound, task.upperBound)
    row.title = ClauseSplitter.title(of: title ?? row.tasks.last ?? task, scan, [])
    row.path = serial
    return row
  }

  /// `annex-9`; `annex-2-9` where several annexes hold tables; `9` where no annex is printed.
  private mutating func namePaths() {
    for (index, table) in tables.enumerated() {
      let end = index + 1 < tables.count ? tables[index + 1].first : rows.count
      let prefix = prefix(of: table)
      let serials = rows[table.first..<end].map { serial($0.path) }
      let areSerials = !serials.contains(nil) && Set(serials).count == serials.count
      for (offset, row) in (table.first..<end).enumerated() {
        let number = areSerials ? serials[offset] ?? "\(offset + 1)" : "\(offset + 1)"
        rows[row].path = prefix + number
      }
    }
  }

  private func prefix(of table: (annex: Int, printed: Int?, first: Int)) -> String {
    guard table.annex > 0 else { return filledTables > 1 ? "table-" : "" }
    let filled = Set(
      tables.indices.filter { index in
        let end = index + 1 < tables.count ? tables[index + 1].first : rows.count
        return end > tables[index].first
      }.map { tables[$0].annex })
    return filled.count > 1 ? "annex-\(table.printed ?? table.annex)-" : "annex-"
  }

  /// How many headers have rows below them.
  private var filledTables: Int {
    tables.indices.count { index in
      (index + 1 < tables.count ? tables[index + 1].first : rows.count) > tables[index].first
    }
  }

  /// 3, 三 or 1.2.
  private func serial(_ words: String) -> String? {
    let content = scalars(words).map(\.folded).filter {
      $0.isDigit || Numerals.digit($0) != nil || $0 == Numerals.ten || $0 == Sign.dot
    }
    let parts = content.split(separator: Sign.dot).map(Scalars.init)
    let numbers = parts.compactMap { part in
      HeadWords.number(part, 0, part.count).flatMap { $0.length == part.count ? $0.value : nil }
    }
    guard !parts.isEmpty, numbers.count == parts.count else { return nil }
    return numbers.map(String.init).joined(separator: ".")
  }
}
