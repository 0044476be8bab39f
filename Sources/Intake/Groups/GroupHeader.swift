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
  /// Headings that mean what one before them means already, with the column of that one.
  var repeated: [(column: Int, name: String, first: Int)] = []
  /// The years, the parts of a year and the words beyond name and unit that headings name, by column.
  var years: [Int: Int] = [:]
  private(set) var parts: [Int: String] = [:]
  private(set) var asides: [Int: [String]] = [:]
  /// The row in which the last heading of a column stands.
  private(set) var headRows: [Int: Int] = [:]
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

  func columns(_ head: GroupHead) -> [Int] {
    columns.filter { $0.field == .head(head) }.map(\.column)
  }

  /// The column of a field that is of the same year as another column.
  func column(_ field: GroupField, beside other: Int) -> Int? {
    let all = columns.filter { $0.field == field }.map(\.column)
    return all.first { years[$0] == years[other] }
      ?? (all.count == 1 && years[other] == nil ? all.first : nil)
  }

  /// Whether every column of numbers names its year.
  var namesAllYears: Bool {
    let counted = columns.filter(\.field.isCounted)
    return !counted.isEmpty && counted.allSatisfy { years[$0.column] != nil }
  }

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
      let ends = [HeadBlock.end(from: position, sheet, words), position + 1]
      let candidates = ends.lazy.map { (GroupHeader(HeadBlock(sheet, position..<$0), words), $0) }
      if let (header, end) = candidates.first(where: { $0.0.suits(form) }) {
        self = header
        (next, year, isMadeUp) = (end, titles.years.last?.year ?? year, isSample)
        (titleYears, part) = (titles.years, titles.part)
        takeUnits(titles.units, notes: sheet.rows[next...], words)
        return
      }
      for cell in row.cells {
        guard let words = cell.value.words else { continue }
        isSample = isSample || Self.samples.contains { words.contains($0) }
        Self.takePeriod(words, at: row, cell, &titles)
        titles.units += Self.units(in: words, isTitle: true).map {
          StatedUnit($0, row.number, cell.column)
        }
      }
    }
    return nil
  }

  private init(_ block: HeadBlock, _ words: GroupWords) {
    row = block.lastRow
    for column in block.columns {
      let path = block.path(of: column)
      guard let last = path.last else { continue }
      let heading = GroupHeading(path.map(\.text), words)
      let text = path.map(\.text).joined(separator: " ")
      (heads[column], headRows[column]) = (text, last.row)
      guard let field = heading.field else {
        if !TableWords.isPassed(heading.name), !TableWords.note.contains(heading.name) {
          unknown.append((column, text))
        }
        continue
      }
      guard !block.sheet.isHidden(column: column) else {
        hidden.append(column)
        continue
      }
      years[column] = field.isCounted ? heading.year : nil
      guard field == .head(.year) || !hasColumn(field, heading.year) else {
        repeated.append((column, text, self.column(field, beside: column) ?? column))
        asides[column] = heading.asides
        continue
      }
      columns.append((column, field))
      if field.isMoney || field.isShare { units[column] = heading.unit }
      if field.isMoney, heading.unit == nil, let words = heading.unknownUnit {
        unknownUnits.append((column, words))
      }
      if field.isCounted { (parts[column], asides[column]) = (heading.part, heading.asides) }
    }
    // One year in the headings is that of the columns without any.
    let named = Set(years.values)
    year = named.count == 1 ? named.first : nil
  }

  private func hasColumn(_ field: GroupField, _ year: Int?) -> Bool {
    columns.contains { $0.field == field && (!field.isCounted || years[$0.column] == year) }
  }

  /// Leaves the columns of other years than the one asked for, where some are of it; the years left.
  mutating func leave(otherThan asked: Int?) -> [(column: Int, year: Int)] {
    guard let asked,
      columns.contains(where: { $0.field.isCounted && years[$0.column] ?? asked == asked })
    else { return [] }
    let left = columns.compactMap { column, _ in
      years[column].flatMap { $0 == asked ? nil : (column, $0) }
    }
    columns.removeAll { column, _ in left.contains { $0.0 == column } }
    for (column, _) in left { years[column] = nil }
    return left
  }

  private static let samples = ["示例数据", "全部虚构", "Sample data", "all made up"]

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

  private static func takePeriod(
    _ words: String, at row: SheetRow, _ cell: SheetCell, _ titles: inout Titles
  ) {
    let period = PeriodText(words)
    guard !isSending(words), !(period.isMonth && period.rest.isEmpty) else { return }
    if let year = period.year { titles.years.append((year, row.number, cell.column)) }
    if period.isPart, let part = period.spanWords { titles.part = (part, row.number, cell.column) }
  }
}
