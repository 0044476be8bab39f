/// A table of comma-separated values, each cell knowing where it stood.
///
/// Reads what RFC 4180 describes, in time that grows with the length: quoted cells with doubled
/// quotes and line breaks in them, CRLF or LF, a byte order mark. SwiftCSV would read it too, but
/// tells neither line nor column, and takes several times as long at every start.
public struct CSVReader: Sendable {
  public struct Row: Sendable {
    public var cells: [String]
    /// Line of the file that the row begins on, from 1.
    public var line: Int
  }

  public private(set) var rows: [Row] = []
  /// Lines of rows whose quotes do not fit: one that is never closed, or text behind a closed one.
  public private(set) var strays: [Int] = []

  /// Reads bytes in UTF-8 whose cells stand apart by `separator`, a comma as a rule.
  public init(_ bytes: some Collection<UInt8>, separator: UInt8 = UInt8(ascii: ",")) {
    var cell: [UInt8] = []
    var cells: [String] = []
    var (line, first, isQuoted, wasQuote) = (1, 1, false, false)
    func ended() -> String { String(decoding: cell, as: UTF8.self) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes.dropFirst(start) {
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          (isQuoted, wasQuote) = (false, true)
        } else {
          if byte == UInt8(ascii: "\n") { line += 1 }
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        // A mark in the middle of a cell is one of its signs, and opens nothing.
        isQuoted = wasQuote || cell.isEmpty
        if wasQuote || !cell.isEmpty { cell.append(byte) }
      case separator:
        cells.append(ended())
        cell.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\n"):
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        cells.append(ended())
        cell.removeAll(keepingCapacity: true)
        if cells != [""] { rows.append(Row(cells: cells, line: first)) }
        cells = []
        line += 1
        first = line
      default:
        if wasQuote, byte != UInt8(ascii: "\r"), strays.last != first { strays.append(first) }
        cell.append(byte)
      }
      wasQuote = false
    }
    if isQuoted { strays.append(first) }
    if !cell.isEmpty || !cells.isEmpty {
      cells.append(ended())
      rows.append(Row(cells: cells, line: first))
    }
  }

  /// The rows below the header, as what each column says.
  public func records() -> [Record] {
    guard let header = rows.first else { return [] }
    var columns: [String: Int] = [:]
    for (index, name) in header.cells.enumerated() { columns[name] = index }
    return rows.dropFirst().map { Record(columns: columns, row: $0) }
  }

  /// A row by the names of its columns; a column that is not there is empty.
  public struct Record: Sendable {
    let columns: [String: Int]
    public let row: Row

    public subscript(name: String) -> String {
      guard let index = columns[name], row.cells.indices.contains(index) else { return "" }
      return row.cells[index]
    }
  }
}
