import Foundation
import Reform

/// The header of a table of groups: which column gives what, and in which unit.
struct GroupHeader {
  var columns: [(column: Int, field: GroupField)] = []
  var heads: [Int: String] = [:]
  /// Units of money by column; yuan where none is written.
  var units: [Int: UnitScale] = [:]
  /// Headings that nobody knows.
  var unknown: [(column: Int, name: String)] = []
  /// Headings that mean what one before them means already.
  var repeated: [(column: Int, name: String)] = []
  /// Headings with a word in a unit's place that is no known unit (万美元).
  private(set) var unknownUnits: [(column: Int, words: String)] = []
  /// Columns that are hidden, which are not read.
  private(set) var hidden: [Int] = []
  /// Position of the row behind the header, and the header's number.
  var next = 0
  var row = 0
  /// The year that a title names.
  var year: Int?
  /// The years that titles name, with their cells; more than one where they disagree.
  private(set) var titleYears: [(year: Int, row: Int, column: Int)] = []
  /// The part of a year that a title names (上半年), with its cell.
  private(set) var part: (words: String, row: Int, column: Int)?
  /// Units of money that titles and notes state for all of it, with their cells; more than one where they
  /// disagree.
  var stated: [StatedUnit] = []
  /// Whether a title says that all of it is made up.
  var isMadeUp = false

  func column(_ field: GroupField) -> Int? { columns.first { $0.field == field }?.column }

  func column(_ head: GroupHead) -> Int? { column(.head(head)) }

  /// Whether the table has what its form needs.
  func suits(_ form: GroupIntake.Form) -> Bool {
    let fields = Set(columns.map(\.field))
    guard fields.contains(.head(.county)) || fields.contains(.head(.code)) else { return false }
    switch form {
    case .groups:
      return !fields.isDisjoint(with: [.head(.name), .head(.leadHospital), .head(.member)])
    case .settlements:
      return fields.contains { $0.isMoney && !$0.isStated } || fields.contains(.head(.capitation))
    case .assessments: return fields.contains { $0.isScore } || fields.contains(.head(.verdict))
    case .evidence:
      return fields.contains(.head(.list))
        && !fields.isDisjoint(with: [.head(.number), .head(.title)])
    }
  }

  /// Looks for the header in the first rows of a sheet.
  init?(_ sheet: Sheet, _ form: GroupIntake.Form, _ words: GroupWords) {
    var titles = Titles()
    var isSample = false
    for (position, row) in sheet.rows.prefix(40).enumerated() {
      self.init(row, sheet, words)
      if suits(form) {
        (next, year, isMadeUp) = (position + 1, titles.years.last?.year ?? year, isSample)
        (titleYears, part) = (titles.years, titles.part)
        takeUnits(titles.units, notes: sheet.rows[next...], words)
        return
      }
      for cell in row.cells {
        guard let words = cell.value.words else { continue }
        isSample = isSample || Self.samples.contains { words.contains($0) }
        takePeriod(words, at: row, cell, &titles)
        titles.units += Self.units(in: words, isTitle: true).map {
          StatedUnit($0, row.number, cell.column)
        }
      }
    }
    return nil
  }

  private init(_ row: SheetRow, _ sheet: Sheet, _ words: GroupWords) {
    self.row = row.number
    for cell in row.cells {
      guard case .text(let text) = cell.value else { continue }
      let head = ColumnHead(text)
      heads[cell.column] = text
      if let field = words.field(head.name) {
        guard !sheet.isHidden(column: cell.column) else {
          hidden.append(cell.column)
          continue
        }
        guard column(field) == nil else {
          repeated.append((cell.column, text))
          continue
        }
        columns.append((cell.column, field))
        if field.isMoney { units[cell.column] = head.unit }
        if field.isMoney, head.unit == nil, let words = Self.unknownUnit(in: head.name) {
          unknownUnits.append((cell.column, words))
        }
        year = year ?? head.year
      } else if !TableWords.isPassed(head.name), !TableWords.note.contains(head.name) {
        unknown.append((cell.column, text))
      }
    }
  }

  private static let samples = ["示例数据", "全部虚构", "Sample data", "all made up"]

  /// A bracket that holds what only a unit can be, and none that is known.
  private static func unknownUnit(in name: String) -> String? {
    guard name.last == ")", let open = name.lastIndex(of: "(") else { return nil }
    let words = String(name[name.index(after: open)...].dropLast())
    return UnitWords.looksLikeUnit(words) ? words : nil
  }

  /// What titles say of the period.
  private struct Titles {
    var years: [(year: Int, row: Int, column: Int)] = []
    var part: (words: String, row: Int, column: Int)?
    var units: [StatedUnit] = []
  }

  private static func isSending(_ words: String) -> Bool {
    let folded = NameKey.folded(words)
    return TableWords.sent.contains { folded.contains($0) }
  }

  private func takePeriod(
    _ words: String, at row: SheetRow, _ cell: SheetCell, _ titles: inout Titles
  ) {
    let period = PeriodText(words)
    guard !Self.isSending(words), !(period.isMonth && period.rest.isEmpty) else { return }
    if let year = period.year { titles.years.append((year, row.number, cell.column)) }
    if period.isPart, let part = period.spanWords { titles.part = (part, row.number, cell.column) }
  }
}
