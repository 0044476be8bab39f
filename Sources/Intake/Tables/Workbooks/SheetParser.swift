import Foundation
import Reform

/// Makes rows and cells of a worksheet's XML, of those only in which something stands.
final class SheetParser {
  /// How much more is taken, of this sheet and those after it.
  struct Room {
    var cells = Limits.cells
    var text = Limits.cellText
  }

  private let strings: [String]
  private let formats: NumberFormats
  private let from1904: Bool
  private(set) var room: Room
  private var isFull = false
  /// The first cell that is too long.
  private var longCell: (row: Int, column: Int)?
  private var hasTooManyMerges = false
  private var mergedColumns = 0
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

  init(strings: [String], formats: NumberFormats, from1904: Bool, room: Room) {
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
    case "mergeCell": merge(values["ref"])
    default: break
    }
  }

  private func merge(_ name: String?) {
    guard !hasTooManyMerges, let area = name.flatMap(CellReference.area) else { return }
    mergedColumns += MergedCells.width(of: area)
    hasTooManyMerges = mergedColumns > Limits.mergedColumns
    areas.append(area)
  }

  /// What of the sheet is beyond the limits; nil where nothing is.
  func excess(of file: String, _ sheet: String) -> Fault? {
    if let longCell { return LimitFaults.longCell(file, longCell) }
    if room.text < 0 { return LimitFaults.tooMuchText(file) }
    if isFull { return LimitFaults.tooManyCells(file) }
    return hasTooManyMerges ? LimitFaults.tooManyMerges(file, sheet) : nil
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
    guard isInValue, longCell == nil else { return }
    bytes += text
    if bytes.count > 4 * Limits.cellSigns { longCell = (row.number, column) }
  }

  /// The sheet that was read.
  func sheet(named name: String, isHidden: Bool) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.isHidden = isHidden
    sheet.rows = isSorted ? rows : rows.sorted { $0.number < $1.number }
    sheet.merges = MergedCells(areas)
    (sheet.hiddenColumns, sheet.looks) = (Self.joined(hiddenColumns), formats.looks)
    return sheet
  }

  /// Spans without those that lie in others, in their order.
  private static func joined(_ spans: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, span.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  private func openCell(_ values: XMLFeed.Attributes) {
    column += 1
    if let name = values["r"], let place = CellReference.parse(name.utf8) { column = place.column }
    cell = Cell(kind: values["t"] ?? "n", style: values.number("s") ?? 0)
    bytes.removeAll(keepingCapacity: true)
  }

  private func closeCell() {
    guard longCell == nil, let value else { return }
    guard room.cells > 0 else {
      isFull = true
      return
    }
    room.cells -= 1
    if case .text(let words) = value {
      room.text -= words.utf8.count
      if cell.kind != "s", Limits.isTooLong(cell: words.utf8) { longCell = (row.number, column) }
    }
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
      return strings[index].isEmpty ? nil : .text(strings[index])
    case "b": return .boolean(bytes == [UInt8(ascii: "1")])
    case "e": return .error(String(decoding: bytes, as: UTF8.self))
    case "str", "inlineStr":
      let words = CellWords.read(bytes)
      return words.isEmpty ? nil : .text(words)
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

}

/// The words of a cell: without blanks at their ends, every character as it is meant.
enum CellWords {
  static func read(_ bytes: [UInt8]) -> String { read(String(decoding: bytes, as: UTF8.self)) }

  static func read(_ text: String) -> String {
    Glyphs.folded(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
