import Foundation
import Reform

/// A table to be filled in and sent back (填报表), written as CSV or as a workbook.
public struct FillTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Given: not to be changed.
      case given
      case words
      case number
      /// One of several words.
      case choice([String])
      /// Computed by the workbook; empty in CSV.
      case computed
    }

    public var head: String
    public var kind: Kind
    /// In characters.
    public var width: Double

    public init(_ head: String, _ kind: Kind, width: Double = 14) {
      (self.head, self.kind, self.width) = (head, kind, width)
    }
  }

  public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case number(Decimal)
    /// A formula of a workbook, with what it comes to now.
    case formula(String, Decimal?)
  }

  /// A row; totals are bold and not to be filled in.
  public struct Row: Hashable, Sendable {
    public var cells: [Cell]
    public var isTotal = false

    public init(_ cells: [Cell], isTotal: Bool = false) {
      (self.cells, self.isTotal) = (cells, isTotal)
    }
  }

  public var title: String
  /// How to fill it in, a line each.
  public var hints: [String]
  /// Name of the sheet.
  public var name: String
  public var columns: [Column]
  public var rows: [Row] = []
  /// Whether rows may be added, so that the sheet is left open.
  public var isOpen: Bool

  public init(
    title: String, hints: [String], name: String, columns: [Column], isOpen: Bool = false
  ) {
    (self.title, self.hints, self.name) = (title, hints, name)
    (self.columns, self.isOpen) = (columns, isOpen)
  }

  /// The row of a workbook in which the table's first row stands, counted from 1.
  public var firstRow: Int { hints.count + 3 }

  /// The rows of the text file: title, hints, headings, and what is not only computed.
  public func texts() -> [[String]] {
    [[title]] + hints.map { [$0] } + [columns.map(\.head)]
      + rows.filter { !$0.isTotal }.map { row in
        row.cells.map { cell in
          switch cell {
          case .empty, .formula: ""
          case .text(let text): text
          case .number(let number): "\(number)"
          }
        }
      }
  }

  /// The workbook: white cells are filled in, grey ones given or computed.
  public func workbook() -> WorkbookSpec {
    var sheet = PaperSheet(XLSXWriter.name(name))
    sheet.isProtected = !isOpen
    (sheet.frozenRows, sheet.frozenColumns) = (firstRow - 1, 1)
    // What is longer than the table goes on in cells that are not there.
    let last = max(2, min(columns.count, 12))
    sheet.put(.text(title), 1, 1, FormStyle.title.with(\.align, .left), toColumn: last)
    sheet.heights[1] = 30
    for (index, hint) in hints.enumerated() {
      sheet.put(.text(hint), index + 2, 1, FormStyle.hint, toColumn: last)
      let width = Int(columns.prefix(last).map(\.width).reduce(0, +))
      sheet.heights[index + 2] = Double(FormStyle.lines(hint, width: width)) * 16 + 2
    }
    for (index, column) in columns.enumerated() {
      sheet.put(.text(column.head), firstRow - 1, index + 1, FormStyle.head)
      sheet.widths[index + 1] = column.width
    }
    sheet.heights[firstRow - 1] = 48
    for (offset, row) in rows.enumerated() { lay(row, firstRow + offset, &sheet) }
    addRules(&sheet)
    return WorkbookSpec(title: title, sheets: [sheet])
  }

  private func lay(_ row: Row, _ number: Int, _ sheet: inout PaperSheet) {
    sheet.heights[number] = 19
    for (index, cell) in row.cells.enumerated() {
      let style = style(of: columns[index].kind, in: row)
      switch cell {
      case .empty: sheet.put(.blank, number, index + 1, style)
      case .text(let text): sheet.put(.text(text), number, index + 1, style)
      case .number(let value): sheet.put(.number(value), number, index + 1, style)
      case .formula(let formula, let kept):
        sheet.put(
          .formula(formula, kept.map { .number($0) } ?? .text("")), number, index + 1,
          row.isTotal ? FormStyle.total : FormStyle.shown)
      }
    }
  }

  private func style(of kind: Column.Kind, in row: Row) -> PaperStyle {
    guard !row.isTotal else { return FormStyle.place.with(\.isBold, true) }
    return switch kind {
    case .given: FormStyle.place
    case .number: FormStyle.input
    case .words, .choice: FormStyle.words
    case .computed: FormStyle.shown
    }
  }

  private func addRules(_ sheet: inout PaperSheet) {
    guard !rows.isEmpty else { return }
    let area = firstRow...(firstRow + rows.count - 1)
    for (index, column) in columns.enumerated() {
      let place = (index + 1)...(index + 1)
      switch column.kind {
      case .number:
        sheet.rules.append(
          PaperRule(
            .atLeast(0), rows: area, columns: place, title: "≥ 0", message: "≥ 0: \(column.head)"))
      case .choice(let words):
        sheet.rules.append(
          PaperRule(
            .list(words), rows: area, columns: place, title: column.head,
            message: words.joined(separator: " | ")))
      default: break
      }
    }
  }
}
