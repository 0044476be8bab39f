/// Goes through comma-separated values and hands out a row after another.
struct CSVScan {
  /// A cell or a row that is beyond the limits: what comes behind it was not read.
  enum Excess: Equatable {
    case longCell(line: Int, column: Int)
    case wideRow(line: Int)
  }

  /// Lines of rows whose quotes do not fit.
  private(set) var strays: [Int] = []
  private(set) var excess: Excess?

  private let separator: UInt8
  private let isLimited: Bool
  private var cell: [UInt8] = []
  private var cells: [String] = []
  private var line = 1
  private var first = 1
  private var isQuoted = false
  private var wasQuote = false

  /// `limited` holds cells and rows to the limits of a sheet.
  init(_ separator: UInt8, limited: Bool = false) {
    (self.separator, isLimited) = (separator, limited)
  }

  /// Hands out each row in which something stands, be it only separators.
  mutating func read<Failure: Error>(
    _ bytes: some Collection<UInt8>, _ each: (CSVReader.Row) throws(Failure) -> Void
  ) throws(Failure) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes.dropFirst(start) {
      if isQuoted { takeQuoted(byte) } else if let row = take(byte) { try each(row) }
      if excess != nil { return }
    }
    if isQuoted { strays.append(first) }
    guard !cell.isEmpty || !cells.isEmpty else { return }
    endCell()
    if excess == nil { try each(CSVReader.Row(cells: cells, line: first)) }
  }

  private mutating func takeQuoted(_ byte: UInt8) {
    guard byte != UInt8(ascii: "\"") else {
      (isQuoted, wasQuote) = (false, true)
      return
    }
    if byte == UInt8(ascii: "\n") { line += 1 }
    append(byte)
  }

  /// Takes a byte outside of quotes; the row where it ends one.
  private mutating func take(_ byte: UInt8) -> CSVReader.Row? {
    let wasQuote = wasQuote
    self.wasQuote = false
    switch byte {
    case UInt8(ascii: "\""):
      // A mark in the middle of a cell is one of its signs, and opens nothing.
      isQuoted = wasQuote || cell.isEmpty
      if wasQuote || !cell.isEmpty { append(byte) }
    case separator: endCell()
    case UInt8(ascii: "\n"): return endRow()
    default:
      if wasQuote, byte != UInt8(ascii: "\r"), strays.last != first { strays.append(first) }
      append(byte)
    }
    return nil
  }

  /// More bytes than any sign of a cell needs: what is longer is looked at once more, when it ends.
  private mutating func append(_ byte: UInt8) {
    cell.append(byte)
    if isLimited, cell.count > 4 * Limits.cellSigns { tooLong() }
  }

  private mutating func tooLong() {
    excess = excess ?? .longCell(line: first, column: cells.count + 1)
  }

  private mutating func endCell() {
    if isLimited, Limits.isTooLong(cell: cell) { return tooLong() }
    cells.append(String(decoding: cell, as: UTF8.self))
    cell.removeAll(keepingCapacity: true)
    if isLimited, cells.count > Limits.columns { excess = excess ?? .wideRow(line: first) }
  }

  private mutating func endRow() -> CSVReader.Row? {
    if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
    endCell()
    defer {
      cells = []
      line += 1
      first = line
    }
    return excess == nil && cells != [""] ? CSVReader.Row(cells: cells, line: first) : nil
  }
}
