import Reform

/// A report as a sheet of a workbook: title and remark above, heads that stay in sight, a filter,
/// days and numbers as such.
struct TableSheet {
  private let table: Table
  private let title: String
  private let remark: String
  /// In characters, by the key of the column.
  private let widths: [String: Double]

  private static let heads = 3

  init(_ table: Table, title: String, remark: String, widths: [String: Double]) {
    (self.table, self.title, self.remark, self.widths) = (table, title, remark, widths)
  }

  private var columns: [Int] {
    table.heads.indices.filter { table.heads[$0].use.contains(.filing) }
  }

  func sheet(named name: String) -> PaperSheet {
    var sheet = PaperSheet(name)
    let heads = columns.map { table.heads[$0] }
    let last = max(1, heads.count)
    sheet.put(
      .text(line(title)), 1, 1,
      PaperStyle().with(\.isBold, true).with(\.size, 16).with(\.align, .center), toColumn: last)
    sheet.put(.text(line(remark)), 2, 1, PaperStyle().with(\.align, .center), toColumn: last)
    for (index, head) in heads.enumerated() {
      sheet.put(.text(line(head.title(table.language))), Self.heads, index + 1, Self.head)
      sheet.widths[index + 1] = widths[head.key] ?? 12
    }
    for (number, row) in table.rows.enumerated() {
      sheet.heights[Self.heads + 1 + number] = height(of: row)
      for (index, column) in columns.enumerated() {
        let cell = row[column]
        sheet.put(
          content(cell), Self.heads + 1 + number, index + 1,
          style(of: cell, under: table.heads[column]))
      }
    }
    sheet.frozenRows = Self.heads
    sheet.frozenColumns = min(2, heads.count)
    sheet.filter = PaperFilter(
      rows: Self.heads...(Self.heads + max(1, table.rows.count)), columns: 1...last)
    (sheet.header, sheet.hasPageNumbers) = ("\(remark)  \(title)", true)
    return sheet
  }

  /// In points, with room for the cell that wraps most: LibreOffice gives no more than it is told.
  private func height(of row: [Table.Cell]) -> Double {
    let lines = columns.map { column -> Int in
      guard case .text(let text) = row[column].value else { return 1 }
      let width = max(1, Int(widths[table.heads[column].key] ?? 12) - 1)
      return (columnsWide(text) + width - 1) / width
    }
    return Double(min(24, max(1, lines.max() ?? 1))) * 15 + 1
  }

  /// Chinese characters are as wide as two letters.
  private func columnsWide(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }

  private func content(_ cell: Table.Cell) -> PaperCell.Content {
    switch cell.value {
    case .nothing: .blank
    case .text(let text): .text(line(text))
    case .number(let number): .number(number)
    // A spreadsheet knows no days before 1900.
    case .day(let day): day.year >= 1900 ? .day(day) : .text(day.description)
    }
  }

  private func style(of cell: Table.Cell, under head: Table.Head) -> PaperStyle {
    switch cell.value {
    case .day: return Self.centered.with(\.format, "yyyy-mm-dd")
    case .number: return Self.centered
    case .nothing, .text: break
    }
    guard head.key == "signal", case .text(let key)? = cell.keyed,
      let signal = Signal(rawValue: key)
    else { return Self.text }
    return Self.centered.with(\.fill, Self.fill(signal))
  }

  private func line(_ text: String) -> String { PaperText.line(text) }

  /// Light grounds on which the black word can be read.
  private static func fill(_ signal: Signal) -> UInt32 {
    switch signal {
    case .red: 0xF4B6B6
    case .yellow: 0xFFE699
    case .green: 0xC6E0B4
    case .grey: 0xD9D9D9
    }
  }

  private static let text = PaperStyle().with(\.hasBorder, true).with(\.isWrapped, true)
  private static let centered = text.with(\.align, .center)
  private static let head = centered.with(\.isBold, true).with(\.fill, 0xDDEBF7)
}
