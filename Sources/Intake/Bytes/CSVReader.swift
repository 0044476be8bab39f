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
    var scan = CSVScan(separator)
    var rows: [Row] = []
    // Of a known kind, so that every byte is not asked for by way of a table of functions.
    let isWhole: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      scan.read(bytes) { (row) throws(Never) in rows.append(row) }
    }
    if isWhole == nil { scan.read(bytes) { (row) throws(Never) in rows.append(row) } }
    (self.rows, strays) = (rows, scan.strays)
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
