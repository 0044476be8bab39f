import Foundation
import Reform

/// Tables of targets (指标 ｜ 2020年 ｜ 2025年 ｜ 属性): figures with unit, year and kind, no tasks.
struct TargetTable {
  enum Column: Hashable, Sendable {
    case metric, unit, nature
    /// A value: of a year as such, or said to be the target (目标值) or the state (现状值).
    case value(year: Int?, Said?)
    /// Who answers for the indicator.
    case units
    case other
  }

  enum Said: Hashable, Sendable { case target, state }

  let scan: Scan
  private let issued: Day?
  private var columns: [Column] = []
  private var heads: [Scalars] = []
  /// The columns of the state that the targets start from, and of those before it.
  private var bases: Set<Int> = []
  private var history: Set<Int> = []
  /// A column of the year of issue, which may be the state or a target: its words, until a figure
  /// with a word of comparing says that it is a target.
  private var asked: (year: Int?, head: Range<Int>)?
  private(set) var askedAll: [Range<Int>] = []
  /// Cells of which no figure was taken, with the indicator.
  private(set) var unread: [(metric: Range<Int>?, cell: Range<Int>)] = []
  private(set) var targets: [StatedTarget] = []
  /// The cells of units, which targets of tables do not keep.
  private(set) var unkept: [(metric: Range<Int>?, units: Range<Int>)] = []
  /// The paragraphs that are rows of such tables or their headers.
  private(set) var taken: Set<Int> = []

  static func read(_ scan: Scan, issued: Day?) -> TargetTable {
    var table = TargetTable(scan: scan, issued: issued)
    for (index, paragraph) in scan.joined.paragraphs.enumerated() {
      guard case .row(let cells) = paragraph.kind else {
        table.end()
        continue
      }
      table.take(cells, index)
    }
    table.end()
    return table
  }

  private init(scan: Scan, issued: Day?) { (self.scan, self.issued) = (scan, issued) }

  /// Ends the table that is open.
  private mutating func end() {
    columns = []
    if let asked { askedAll.append(asked.head) }
    asked = nil
  }

  // MARK: Rows

  private mutating func take(_ cells: [Range<Int>], _ index: Int) {
    let words = cells.map { Array(scan.joined.folded[$0]) }
    if Self.isHeader(words) {
      end()
      (columns, heads) = (Self.columns(words), words)
      findBases(cells)
      taken.insert(index)
      return
    }
    guard !columns.isEmpty else { return }
    if TableHeader.isHeader(words) {
      end()
      return
    }
    taken.insert(index)
    takeRow(cells, words)
  }

  /// The state that the targets start from: said so, or the last year before that of issue.
  private mutating func findBases(_ cells: [Range<Int>]) {
    (bases, history) = ([], [])
    var plain: [(index: Int, year: Int)] = []
    var values = 0
    for (index, column) in columns.enumerated() {
      guard case .value(let year, let said) = column else { continue }
      values += 1
      if said == .state { bases.insert(index) }
      if said == nil, let year { plain.append((index, year)) }
    }
    guard bases.isEmpty, values > 1, let first = plain.map(\.year).min() else { return }
    let past = issued.map { day in plain.filter { $0.year < day.year } }
    if let past, let last = past.map(\.year).max(), past.count < values {
      bases = Set(past.filter { $0.year == last }.map(\.index))
      history = Set(past.map(\.index)).subtracting(bases)
      return
    }
    guard let column = plain.first(where: { $0.year == first })?.index else { return }
    if past?.isEmpty == false || issued == nil, Set(plain.map(\.year)).count > 1 {
      bases = Set(plain.filter { $0.year == first }.map(\.index))
    }
    if issued == nil || first <= issued?.year ?? 0 {
      asked = (first, cells[column])
    }
  }

  private mutating func takeRow(_ cells: [Range<Int>], _ words: [Scalars]) {
    var metric: Range<Int>?
    var unit = ""
    var nature: StatedTarget.Nature?
    var units: [Range<Int>] = []
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      switch column {
      case .metric: metric = cell
      case .unit: unit = scan.joined.text(cell).trimmingCharacters(in: .whitespaces)
      case .nature: nature = StatedTarget.Nature(words: scan.joined.text(cell))
      case .units: units.append(cell)
      default: break
      }
    }
    unkept += units.map { (metric, $0) }
    let name = metric.map { Self.parted(scan.joined.text($0)) }
    if unit.isEmpty { unit = name?.unit ?? "" }
    var base: (value: Decimal, year: Int?)?
    var found: [(TaskTarget, Range<Int>)] = []
    var missed: [Range<Int>] = []
    for (index, (column, (cell, content))) in zip(columns, zip(cells, words)).enumerated() {
      guard case .value(let year, _) = column else {
        if column == .other, CellFigure.isPlain(content[...]), !Self.isRemark(heads[index]) {
          missed.append(cell)
        }
        continue
      }
      guard !history.contains(index), !Self.isBlank(content) else { continue }
      guard let name, let figure = CellFigure.read(content), figure.isWhole else {
        missed.append(cell)
        continue
      }
      if bases.contains(index) {
        guard figure.op == .equal, figure.change.isEmpty else {
          missed.append(cell)
          continue
        }
        base = base ?? (figure.value, year)
        continue
      }
      if figure.op != .equal, year == asked?.year { asked = nil }
      let metric = name.name.hasSuffix(figure.change) ? name.name : name.name + figure.change
      found.append(
        (
          TaskTarget(
            metric: Phrase(metric, ""), op: figure.op, value: figure.value, upper: figure.upper,
            unit: figure.unit.isEmpty ? unit : figure.unit, year: year), cell
        ))
    }
    // 逐步提高 beside a figure only says which way.
    unread += missed.filter { cell in
      found.isEmpty || scan.joined.folded[cell].contains(where: \.isDigit)
    }.map { (metric, $0) }
    for (target, cell) in found {
      let (line, position) = scan.source.position(of: Int(scan.joined.origins[cell.lowerBound]))
      targets.append(
        StatedTarget(
          target, nature: nature, base: base?.value, baseYear: base?.year, line: line,
          column: position))
    }
  }

  /// Nothing, or a dash.
  private static func isBlank(_ cell: Scalars) -> Bool {
    cell.allSatisfy { $0.isBlank || $0.isInvisible || $0 == Sign.dash || $0 == 0x2F || $0 == 0x2A }
  }

  /// 人均预期寿命（岁）: the name, and the unit in brackets at its end.
  static func parted(_ words: String) -> (name: String, unit: String) {
    let text = words.filter { !$0.isWhitespace }
    guard let last = text.last, "）)】]".contains(last),
      let open = text.lastIndex(where: { "（(【[".contains($0) }), open > text.startIndex
    else { return (text, "") }
    return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
  }
}
