import Foundation
import Reform

/// Reads what offices send as tables: workbooks, and text with commas, tabs or semicolons.
///
/// What the bytes are decides, not how the file is called.
public enum SheetReader {
  public static let sizeLimit = 64 << 20

  /// The sheets of a file; `name` is what sentences call it.
  public static func read(_ bytes: [UInt8], name: String) throws(Fault) -> Workbook {
    guard bytes.contains(where: { !" \r\n\t".utf8.contains($0) }) else {
      throw WorkbookFaults.empty(name)
    }
    guard bytes.count <= sizeLimit else { throw WorkbookFaults.tooLarge(name) }
    if bytes.starts(with: [0x50, 0x4B]) { return try XLSXReader.read(bytes, name: name) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw oldFile(bytes, name) }
    if bytes.starts(with: "%PDF".utf8) { throw WorkbookFaults.pdf(name) }
    return Workbook(file: name, sheets: [try table(bytes, name: name)])
  }

  /// Old workbooks and those with a password are the same kind of container.
  private static func oldFile(_ bytes: [UInt8], _ name: String) -> Fault {
    func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
    let hasPassword = bytes.holds(wide("EncryptedPackage"))
    return hasPassword ? WorkbookFaults.encrypted(name) : WorkbookFaults.old(name)
  }

  private static func table(_ bytes: [UInt8], name: String) throws(Fault) -> Sheet {
    let text = try text(bytes, name: name)
    let head = text.prefix(400)
    if head.holds("<html".utf8) || head.holds("<table".utf8) || head.holds("<?xml".utf8) {
      throw WorkbookFaults.web(name)
    }
    var (sheet, swallowed, room) = (Sheet(), Int?.none, Limits.cells)
    let separator = separator(of: text)
    var scan = CSVScan(separator, limited: true)
    try scan.read(text) { (row) throws(Fault) in
      if row.cells.contains(where: { holdsRow($0, separator) }) {
        swallowed = swallowed ?? row.line
      }
      guard let found = Self.row(row) else { return }
      room -= found.cells.count
      guard room >= 0 else { throw LimitFaults.tooManyCells(name) }
      guard sheet.rows.count < Limits.rows else { throw LimitFaults.tooManyRows(name) }
      sheet.rows.append(found)
    }
    switch scan.excess {
    case .longCell(let line, let column): throw LimitFaults.longCell(name, (line, column))
    case .wideRow(let line): throw LimitFaults.tooManyColumns(name, row: line)
    case nil: break
    }
    if let line = (scan.strays + [swallowed].compactMap { $0 }).min() {
      throw WorkbookFaults.quotes(name, line)
    }
    return sheet
  }

  /// The bytes of a text in UTF-8, its lines ending as they do there.
  private static func text(_ bytes: [UInt8], name: String) throws(Fault) -> [UInt8] {
    if isPlain(bytes) { return bytes }
    let decoded = try decode(bytes, name)
    guard decoded.damaged.isEmpty else { throw WorkbookFaults.encoding(name) }
    return [UInt8](Intake.text(decoded.scalars).utf8)
  }

  /// Whether bytes are UTF-8 as they stand, with no line that ends in CR alone.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(0), !TextDecoder.isBinary(bytes) else { return false }
    var rest = bytes[...]
    while let found = rest.firstIndex(of: 0x0D) {
      guard found + 1 < bytes.count, bytes[found + 1] == 0x0A else { return false }
      rest = rest[(found + 1)...]
    }
    return String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether a cell runs over a line break into what looks like another row.
  private static func holdsRow(_ cell: String, _ separator: UInt8) -> Bool {
    guard let end = cell.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return false }
    return cell.utf8[end...].split(separator: UInt8(ascii: "\n")).contains { line in
      line.count { $0 == separator } > 1
    }
  }

  private static func decode(_ bytes: [UInt8], _ name: String) throws(Fault) -> TextDecoder.Decoded
  {
    do { return try TextDecoder.decode(bytes, name: name) } catch {
      throw TextDecoder.isBinary(bytes)
        ? WorkbookFaults.binary(name) : WorkbookFaults.encoding(name)
    }
  }

  private static func row(_ row: CSVReader.Row) -> SheetRow? {
    var cells: [SheetCell] = []
    for (index, cell) in row.cells.enumerated() {
      let words = CellWords.read(cell)
      if !words.isEmpty { cells.append(SheetCell(index + 1, .text(words))) }
    }
    return cells.isEmpty ? nil : SheetRow(row.line, cells: cells)
  }

  /// The sign that stands in most of the first lines, commas where none does.
  static func separator(of text: [UInt8]) -> UInt8 {
    let lines = text.prefix(16_384).split(separator: 0x0A).prefix(30)
    var best = (sign: UInt8(ascii: ","), lines: 0, count: 0)
    for sign in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")] {
      let counts = lines.map { line in count(of: sign, in: line) }
      let (with, all) = (counts.count { $0 > 0 }, counts.reduce(0, +))
      if (with, all) > (best.lines, best.count) { best = (sign, with, all) }
    }
    return best.sign
  }

  /// How often a sign stands outside quotes.
  private static func count(of sign: UInt8, in line: ArraySlice<UInt8>) -> Int {
    var (isQuoted, count) = (false, 0)
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == sign, !isQuoted { count += 1 }
    }
    return count
  }
}

extension Collection<UInt8> {
  /// Whether a run of bytes stands somewhere.
  func holds(_ wanted: some Collection<UInt8>) -> Bool {
    guard let first = wanted.first else { return true }
    var rest = self[...]
    while let found = rest.firstIndex(of: first) {
      rest = rest[found...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
