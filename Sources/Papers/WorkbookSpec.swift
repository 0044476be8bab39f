import Foundation
import Reform

/// A workbook to be written (工作簿), as a value.
public struct WorkbookSpec: Hashable, Sendable {
  public var sheets: [PaperSheet]
  /// What the file's properties say of it.
  public var title: String
  /// The day that they give for its making; nil for that of the clock.
  public var created: Day?

  public init(title: String, sheets: [PaperSheet]) { (self.title, self.sheets) = (title, sheets) }
}

/// A sheet to be written; rows and columns count from 1.
public struct PaperSheet: Hashable, Sendable {
  public var name: String
  public var cells: [PaperCell] = []
  /// Widths of columns in characters.
  public var widths: [Int: Double] = [:]
  /// Heights of rows in points.
  public var heights: [Int: Double] = [:]
  public var rules: [PaperRule] = []
  /// Native charts over cells of the sheet.
  var charts: [PlacedChart] = []
  /// So many rows and columns stay in sight.
  public var frozenRows = 0
  public var frozenColumns = 0
  /// Only unlocked cells can be changed; there is no password.
  public var isProtected = false
  public var isHidden = false
  /// The row of titles and the last row that can be filtered, by its columns.
  public var filter: PaperFilter?
  /// What is printed above every page.
  public var header: String?
  /// Whether the numbers of pages are printed below.
  public var hasPageNumbers = false

  public init(_ name: String) { self.name = name }

  /// Puts something in a cell.
  public mutating func put(
    _ content: PaperCell.Content, _ row: Int, _ column: Int, _ style: PaperStyle = PaperStyle(),
    toRow: Int? = nil, toColumn: Int? = nil
  ) {
    cells.append(
      PaperCell(
        content, row: row, column: column, style, lastRow: toRow ?? row,
        lastColumn: toColumn ?? column))
  }
}

/// A chart over a table of its sheet, which begins in the first column with the titles in `row`.
struct PlacedChart: Hashable, Sendable {
  var chart: PaperChart
  var row: Int
  /// Where the chart stands.
  var column: Int

  init(_ chart: PaperChart, row: Int, column: Int) {
    (self.chart, self.row, self.column) = (chart, row, column)
  }
}

/// An area whose rows can be filtered (自动筛选), titles included.
public struct PaperFilter: Hashable, Sendable {
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    (self.rows, self.columns) = (rows, columns)
  }
}

/// A cell, or an area of cells that are made one.
public struct PaperCell: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case blank
    case text(String)
    case number(Decimal)
    /// A day, which a spreadsheet keeps as a date.
    case day(Day)
    /// A formula with the value that is kept with it: a number, or words.
    case formula(String, Kept)
  }

  /// What a formula comes to.
  public enum Kept: Hashable, Sendable {
    case number(Decimal)
    case text(String)
  }

  public var content: Content
  public var row: Int
  public var column: Int
  public var lastRow: Int
  public var lastColumn: Int
  public var style: PaperStyle

  public init(
    _ content: Content, row: Int, column: Int, _ style: PaperStyle, lastRow: Int, lastColumn: Int
  ) {
    (self.content, self.row, self.column, self.style) = (content, row, column, style)
    (self.lastRow, self.lastColumn) = (lastRow, lastColumn)
  }
}

/// How a cell looks.
public struct PaperStyle: Hashable, Sendable {
  public enum Align: Hashable, Sendable {
    case none
    case left
    case center
    case right
  }

  public var isBold = false
  public var size: Double?
  /// Colours as 0xRRGGBB.
  public var ink: UInt32?
  public var fill: UInt32?
  public var align = Align.none
  public var isWrapped = false
  public var hasBorder = false
  /// As a spreadsheet writes it (`#,##0.00`).
  public var format: String?
  public var isUnlocked = false

  public init() {}

  /// The same style with something changed.
  public func with<Value>(
    _ path: WritableKeyPath<PaperStyle, Value>, _ value: Value
  ) -> PaperStyle {
    var style = self
    style[keyPath: path] = value
    return style
  }
}

/// What may be entered in an area (数据有效性), and the sentence that anything else gets.
public struct PaperRule: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A number of at least so much.
    case atLeast(Decimal)
    case list([String])
  }

  public var kind: Kind
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>
  public var title: String
  public var message: String

  public init(
    _ kind: Kind, rows: ClosedRange<Int>, columns: ClosedRange<Int>, title: String, message: String
  ) {
    (self.kind, self.rows, self.columns) = (kind, rows, columns)
    (self.title, self.message) = (title, message)
  }
}
