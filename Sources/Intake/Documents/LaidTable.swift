/// Tells tables that hold data from those that only lay out a page, and makes lines of both.
///
/// Web pages and forms of Word put their whole text into one cell, often beside a list of links; the
/// paragraphs and tables of such a cell are those of the document.
enum LaidTable {
  static func lines(of rows: [[GatheredCell]]) -> [Scalars] {
    let isData = rows.prefix(3).contains { row in
      row.count < 40 && row.allSatisfy { $0.count < 200 } && TableHeader.isHeader(row.map(\.text))
    }
    var lines: [Scalars] = []
    for row in rows {
      if laysOut(row, isData: isData) {
        for cell in row { lines += cell.lines }
      } else {
        let line = Scalars(row.map(\.text).joined(separator: [Sign.tab]))
        if !line.isEmpty { lines.append(line) }
      }
    }
    return lines
  }

  private static func laysOut(_ row: [GatheredCell], isData: Bool) -> Bool {
    let filled = row.filter { !$0.isEmpty }
    if isData { return filled.contains { holdsClauses($0) && $0.count > 600 } }
    guard filled.count == 1, let cell = filled.first else {
      return filled.contains { $0.hasTable || holdsClauses($0) }
    }
    if cell.hasTable { return true }
    guard cell.lines.count > 1 else { return false }
    return row.count { !$0.isFiller } == 1 || cell.count > 200 || holdsClauses(cell)
  }

  /// Whether two paragraphs of a cell are numbered as the sections of a document are.
  private static func holdsClauses(_ cell: GatheredCell) -> Bool {
    let heads: Set<Marker.Kind> = [.chapter, .article, .han]
    let found = cell.lines.lazy.filter { line in
      let start = line.trimmed(0..<line.count).lowerBound
      return Marker.read(line, at: start, limit: line.count).map { heads.contains($0.kind) }
        ?? false
    }
    return found.prefix(2).count == 2
  }
}
