import Foundation
import Reform

/// The rows of headings of a table of groups: one, or several where headings stand over others (各月预拨 over
/// 1月…12月).
struct HeadBlock {
  let sheet: Sheet
  private let rows: ArraySlice<SheetRow>

  init(_ sheet: Sheet, _ positions: Range<Int>) {
    (self.sheet, rows) = (sheet, sheet.rows[positions])
  }

  var lastRow: Int { rows.last?.number ?? 0 }

  /// Columns that headings stand in or over, from the left.
  var columns: [Int] {
    let all = rows.flatMap { row in
      row.cells.flatMap { cell -> [Int] in
        guard Self.text(cell) != nil else { return [] }
        guard let area = sheet.merges.area(row: row.number, column: cell.column) else {
          return [cell.column]
        }
        let isOver = rows.last.map { $0.number > area.rows.upperBound } ?? false
        let last = min(area.columns.upperBound, MergedCells.widest)
        return isOver ? Array(area.columns.lowerBound...last) : [cell.column]
      }
    }
    return Set(all).sorted()
  }

  /// The headings above a column, from the top.
  func path(of column: Int) -> [(text: String, row: Int)] {
    rows.indices.compactMap { index -> (text: String, row: Int)? in
      let row = rows[index]
      if let area = sheet.merges.area(row: row.number, column: column) {
        guard area.rows.lowerBound == row.number,
          let text = row.cell(area.columns.lowerBound).flatMap(Self.text)
        else { return nil }
        // A heading over several columns without any below is that of the first.
        guard area.columns.lowerBound == column || area.rows.upperBound < lastRow else {
          return nil
        }
        return (text, row.number)
      }
      if let own = row.cell(column).flatMap(Self.text) { return (own, row.number) }
      return group(over: column, row, rows[(index + 1)...]).map { ($0, row.number) }
    }
  }

  /// The heading to the left that was not made one with its columns, where both have headings below.
  private func group(
    over column: Int, _ row: SheetRow, _ below: ArraySlice<SheetRow>
  ) -> String? {
    guard row[column] == nil, below.contains(where: { $0[column] != nil }),
      let group = row.cells.last(where: { $0.column < column }),
      below.contains(where: { $0[group.column] != nil }),
      sheet.merges.area(row: row.number, column: group.column) == nil
    else { return nil }
    return Self.text(group)
  }

  private static func text(_ cell: SheetCell) -> String? {
    switch cell.value {
    case .text(let text) where !text.allSatisfy(\.isWhitespace): text
    case .number(let number, _) where (1990...2100).contains(number): "\(number)年"
    default: nil
    }
  }

  // MARK: Where it ends

  /// The position behind the headings that begin at one; three rows at most.
  static func end(from position: Int, _ sheet: Sheet, _ words: GroupWords) -> Int {
    var end = position + 1
    let first = sheet.rows[position].cells
    guard first.count > 1,
      first.compactMap(text).contains(where: { GroupHeading([$0], words).field != nil })
    else { return end }
    while end < min(sheet.rows.count, position + 3),
      HeadBlock(sheet, position..<(end + 1)).goesOn(words)
    {
      end += 1
    }
    return end
  }

  /// Whether the last row still is of headings: words only, each below a heading that stands over several
  /// columns, or a unit or a period below one.
  private func goesOn(_ words: GroupWords) -> Bool {
    guard let last = rows.last, let above = rows.dropLast().last, last.number == above.number + 1
    else { return false }
    var known = 0
    for cell in last.cells {
      guard let text = Self.text(cell), PlainNumber.read(text) != .missing else { return false }
      let path = path(of: cell.column).map(\.text)
      let own = above.cell(cell.column)
      let area = sheet.merges.area(row: above.number, column: cell.column)
      let isBelowGroup = (area?.columns.count ?? 1) > 1 || own == nil || isGroup(cell.column, above)
      let heading = GroupHeading([text], words)
      let isBare = heading.field == nil && heading.name.isEmpty
      guard isBare || isBelowGroup && path.count > 1 else { return false }
      if isBare || heading.field != nil || GroupHeading(path, words).field != nil { known += 1 }
    }
    return known > 0 && known * 2 >= last.cells.count
  }

  /// Whether a heading was saved without making it one with the empty cell to its right.
  private func isGroup(_ column: Int, _ row: SheetRow) -> Bool {
    row[column + 1] == nil && rows.last?[column + 1] != nil
  }
}
