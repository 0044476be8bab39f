import Foundation
import Reform

/// A workbook as it was handed in (工作簿): its sheets in their order, with what stands in them.
public struct Workbook: Sendable {
  /// Name of the file, without its folder.
  public var file: String
  public var sheets: [Sheet]

  public init(file: String, sheets: [Sheet]) { (self.file, self.sheets) = (file, sheets) }
}

/// A sheet: only the rows and cells in which something stands.
public struct Sheet: Sendable {
  /// Nil for a text file, which has no sheets.
  public var name: String?
  public var isHidden = false
  /// Ascending, as their cells.
  public var rows: [SheetRow] = []
  public var merges = MergedCells()
  /// Columns that are hidden or have no width, as spans in their order, none of which meets another.
  var hiddenColumns: [ClosedRange<Int>] = []
  /// Comments on cells (批注).
  var comments: [CellComment] = []
  /// How cells are shown that are not shown as they are; cells name theirs by its position.
  var looks: [CellLook] = []

  public init(name: String? = nil) { self.name = name }

  func isHidden(column: Int) -> Bool {
    var (low, high) = (0, hiddenColumns.count)
    while low < high {
      let middle = (low + high) / 2
      if hiddenColumns[middle].lowerBound <= column { low = middle + 1 } else { high = middle }
    }
    return low > 0 && hiddenColumns[low - 1].contains(column)
  }

  /// How a cell is shown; plainly where nothing is said.
  func look(of cell: SheetCell) -> CellLook {
    looks.indices.contains(cell.look) ? looks[cell.look] : CellLook()
  }
}

/// How the number of a cell is shown, where that is not as it is kept (数字格式).
struct CellLook: Hashable, Sendable {
  /// Which part of a date is shown.
  enum DatePart: Hashable, Sendable {
    case year
    case month
    case day
  }

  /// By how many powers of ten the number shown is smaller than the one kept: 4 for `0!.0,`.
  var power = 0
  /// The unit that the format writes behind the number (`0.00"万元"`).
  var unit: String?
  var date: DatePart?

  var isPlain: Bool { self == CellLook() }
}

/// A row of a sheet; its number counts from 1.
public struct SheetRow: Sendable {
  public var number: Int
  public var isHidden = false
  public var cells: [SheetCell] = []

  public init(_ number: Int, isHidden: Bool = false, cells: [SheetCell] = []) {
    (self.number, self.isHidden, self.cells) = (number, isHidden, cells)
  }

  /// What stands in a column, counted from 1; nil where nothing does.
  public subscript(column: Int) -> CellValue? { cell(column)?.value }

  /// The cell of a column, counted from 1; nil where nothing stands in it.
  func cell(_ column: Int) -> SheetCell? {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    guard low < cells.count, cells[low].column == column else { return nil }
    return cells[low]
  }
}

/// A cell with its column, counted from 1.
public struct SheetCell: Hashable, Sendable {
  public var column: Int
  public var value: CellValue
  /// Its position among the looks of the sheet; none of them where it is shown plainly.
  var look: Int

  public init(_ column: Int, _ value: CellValue) { self.init(column, value, look: -1) }

  init(_ column: Int, _ value: CellValue, look: Int) {
    (self.column, self.value, self.look) = (column, value, look)
  }
}

/// What stands in a cell; of a formula, the value that was kept with it.
public enum CellValue: Hashable, Sendable {
  case text(String)
  /// As a spreadsheet shows it, 15 digits; a percentage as it is kept (0.352 for 35.2 %).
  case number(Decimal, isPercent: Bool)
  /// A number that is shown as a date.
  case date(Day?, serial: Decimal)
  case boolean(Bool)
  /// `#DIV/0!` and its like.
  case error(String)
  /// A formula that was saved without its value.
  case uncached

  /// The words of a text cell, or the digits of a number; nil for the rest.
  public var words: String? {
    switch self {
    case .text(let text): text
    case .number(let number, _): "\(number)"
    default: nil
    }
  }
}

/// Areas of cells that were made one; the value stands in the first of them.
public struct MergedCells: Sendable {
  struct Area: Sendable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  /// In the order of rows.
  private var areas: [Area] = []
  /// Positions of areas by each of their columns.
  private var byColumn: [Int: [Int32]] = [:]
  /// Areas are remembered for so many columns; nobody's header is wider.
  static let widest = 512

  public init() {}

  init(_ areas: [Area]) {
    self.areas = areas.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    for (position, area) in self.areas.enumerated() {
      for column in area.columns.prefix(Self.width(of: area)) {
        byColumn[column, default: []].append(Int32(position))
      }
    }
  }

  /// For how many columns an area is remembered.
  static func width(of area: Area) -> Int {
    max(0, min(area.columns.upperBound, widest) - area.columns.lowerBound + 1)
  }

  /// The area that a cell belongs to.
  func area(row: Int, column: Int) -> Area? {
    guard let positions = byColumn[column] else { return nil }
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      let begins = areas[Int(positions[middle])].rows.lowerBound <= row
      if begins { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let area = areas[Int(positions[low - 1])]
    return area.rows.contains(row) ? area : nil
  }
}
