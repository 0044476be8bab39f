/// Names of cells as spreadsheets write them: B7 is column 2, row 7.
enum CellReference {
  /// Row and column of `B7`; dollar signs are passed over; nil for anything else.
  static func parse(_ text: some Sequence<UInt8>) -> (row: Int, column: Int)? {
    var (row, column) = (0, 0)
    for byte in text {
      switch byte {
      case 0x24: continue
      case 0x41...0x5A, 0x61...0x7A:
        guard row == 0, column < 16_384 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case 0x30...0x39:
        guard column > 0, row <= 1_048_576 else { return nil }
        row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    guard (1...1_048_576).contains(row), (1...16_384).contains(column) else { return nil }
    return (row, column)
  }

  /// The area of `A1:C2`, or of a single cell.
  static func area(_ text: String) -> MergedCells.Area? {
    let ends = text.utf8.split(separator: UInt8(ascii: ":"))
    guard let first = ends.first.flatMap(parse), let last = ends.last.flatMap(parse),
      ends.count <= 2, first.row <= last.row, first.column <= last.column
    else { return nil }
    return .init(rows: first.row...last.row, columns: first.column...last.column)
  }
}
