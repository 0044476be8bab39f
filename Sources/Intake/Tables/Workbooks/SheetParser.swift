import Foundation
import Reform

/// Makes rows and cells of a worksheet's XML, of those only in which something stands.
final class SheetParser {
  static let cellLimit = 2_000_000

  private let strings: [String]
  private let formats: NumberFormats
  private let from1904: Bool
  /// How many more cells are taken.
  private(set) var room: Int
  private(set) var isFull = false
  /// The first cell that points at a text which is not there.
  private(set) var damaged: String?

  private var rows: [SheetRow] = []
  private var areas: [MergedCells.Area] = []
  private var row = SheetRow(0)
  private var cell = Cell()
  private var column = 0
  private var bytes: [UInt8] = []
  private var isInValue = false
  private var isInReading = false
  private var isSorted = true
  private var areCellsSorted = true
  private var hiddenColumns: [ClosedRange<Int>] = []
  /// Whether rows that say nothing are hidden.
  private var areRowsHidden = false

  /// What is known of the cell at hand.
  private struct Cell {
    var kind = ""
    var style = 0
    var isFormula = false
    var hasValue = false
  }

  init(strings: [String], formats: NumberFormats, from1904: Bool, room: Int) {
    (self.strings, self.formats, self.from1904, self.room) = (strings, formats, from1904, room)
  }

  func open(_ element: String, _ values: XMLFeed.Attributes) {
    switch element {
    case "c": openCell(values)
    case "v": isInValue = true
    case "t": isInValue = !isInReading
    case "rPh": isInReading = true
    case "f": cell.isFormula = true
    case "row":
      let isHidden = values["hidden"].map { ["1", "true"].contains($0) } ?? areRowsHidden
      row = SheetRow(
        min(values.number("r") ?? row.number + 1, 1 << 30),
        isHidden: isHidden || values["ht"].flatMap { Double($0) } == 0)
      (column, areCellsSorted) = (0, true)
    case "sheetFormatPr": areRowsHidden = values.isSet("zeroHeight")
    case "col": openColumns(values)
    case "mergeCell":
      if areas.count < 65_536, let area = values["ref"].flatMap(CellReference.area) {
        areas.append(area)
      }
    default: break
    }
  }

  private func openColumns(_ values: XMLFeed.Attributes) {
    let isNarrow = values["width"].flatMap { Double($0) } == 0
    guard values.isSet("hidden") || isNarrow, let first = values.number("min"),
      let last = values.number("max"), first <= last, hiddenColumns.count < 16_384
    else { return }
    hiddenColumns.append(first...last)
  }

  func close(_ element: String) {
    switch element {
    case "c": closeCell()
    case "v", "t":
      cell.hasValue = cell.hasValue || isInValue
      isInValue = false
    case "rPh": isInReading = false
    case "row": closeRow()
    default: break
    }
  }

  func take(_ text: UnsafeRawBufferPointer) {
    if isInValue { bytes += text }
  }

  /// The sheet that was read.
  func sheet(named name: String, isHidden: Bool) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.isHidden = isHidden
    sheet.rows = isSorted ? rows : rows.sorted { $0.number < $1.number }
    sheet.merges = MergedCells(areas)
    (sheet.hiddenColumns, sheet.looks) = (hiddenColumns, formats.looks)
    return sheet
  }

  private func openCell(_ values: XMLFeed.Attributes) {
    column += 1
    if let name = values["r"], let place = CellReference.parse(name.utf8) { column = place.column }
    cell = Cell(kind: values["t"] ?? "n", style: values.number("s") ?? 0)
    bytes.removeAll(keepingCapacity: true)
  }

  private func closeCell() {
    guard let value else { return }
    guard room > 0 else {
      isFull = true
      return
    }
    room -= 1
    areCellsSorted = areCellsSorted && row.cells.last.map { $0.column < column } ?? true
    var look = -1
    switch value {
    case .number, .date: look = formats.look(of: cell.style)
    default: break
    }
    row.cells.append(SheetCell(column, value, look: look))
  }

  private func closeRow() {
    guard !row.cells.isEmpty else { return }
    if !areCellsSorted { row.cells = Self.ordered(row.cells) }
    isSorted = isSorted && rows.last.map { $0.number < row.number } ?? true
    rows.append(row)
  }

  /// Cells in the order of their columns, the first of two in one place.
  private static func ordered(_ cells: [SheetCell]) -> [SheetCell] {
    var kept: [SheetCell] = []
    for cell in cells.sorted(by: { $0.column < $1.column }) where kept.last?.column != cell.column {
      kept.append(cell)
    }
    return kept
  }

  /// What the cell says; nil where it is empty.
  private var value: CellValue? {
    guard cell.hasValue, !bytes.isEmpty || cell.kind == "str" else {
      return cell.isFormula ? .uncached : nil
    }
    switch cell.kind {
    case "s":
      guard let index = Int(String(decoding: bytes, as: UTF8.self)), strings.indices.contains(index)
      else {
        damaged = damaged ?? SourcePlace(row: row.number, column: column).cell
        return nil
      }
      return text(strings[index])
    case "b": return .boolean(bytes == [UInt8(ascii: "1")])
    case "e": return .error(String(decoding: bytes, as: UTF8.self))
    case "str", "inlineStr": return text(String(decoding: bytes, as: UTF8.self))
    case "d":
      let written = String(decoding: bytes.prefix(10), as: UTF8.self)
      return .date(Day(written), serial: 0)
    default: return number
    }
  }

  private var number: CellValue {
    guard let number = CellNumber.read(bytes) else {
      return .text(String(decoding: bytes, as: UTF8.self))
    }
    switch formats.kind(of: cell.style) {
    case .plain: return .number(number, isPercent: false)
    case .percent: return .number(number, isPercent: true)
    case .date:
      return .date(CellNumber.day(number, from1904: from1904), serial: number)
    }
  }

  private func text(_ text: String) -> CellValue? {
    let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return words.isEmpty ? nil : .text(Glyphs.folded(words))
  }
}
