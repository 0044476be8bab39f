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

  private let scan: Scan
  private var columns: [Column] = []
  private(set) var targets: [StatedTarget] = []
  /// The cells of units, which targets of tables do not keep.
  private(set) var unkept: [(metric: Range<Int>?, units: Range<Int>)] = []
  /// The paragraphs that are rows of such tables or their headers.
  private(set) var taken: Set<Int> = []

  static func read(_ scan: Scan) -> TargetTable {
    var table = TargetTable(scan: scan)
    for (index, paragraph) in scan.joined.paragraphs.enumerated() {
      guard case .row(let cells) = paragraph.kind else {
        table.columns = []
        continue
      }
      table.take(cells, index)
    }
    return table
  }

  private init(scan: Scan) { self.scan = scan }

  // MARK: The header

  private static let metrics = ["指标", "主要指标", "指标名称", "具体指标", "核心指标", "三级指标", "二级指标"].map(scalars)
  private static let natures = ["属性", "指标性质", "性质", "指标属性", "指标类型", "类型"].map(scalars)
  private static let aims = ["目标", "规划值", "计划值"].map(scalars)
  private static let states = [
    "现状", "基期", "基准", "基础值", "完成值", "实际", "现值", "基数", "基础数", "基值", "底数", "上年", "去年", "目前", "当前",
  ].map(scalars)
  private static let work = ["任务", "措施", "举措", "事项"].map(scalars)
  private static let offices = ["单位", "部门", "责任", "牵头", "处室", "科室"].map(scalars)

  static func isHeader(_ cells: [Scalars]) -> Bool {
    let columns = columns(cells)
    guard columns.contains(.metric), !cells.contains(where: namesWork) else { return false }
    return columns.contains { column in
      if case .value = column { return true }
      return false
    }
  }

  private static func namesWork(_ cell: Scalars) -> Bool {
    let content = cell.filter { !$0.isBlank }
    return content.count <= 12 && !says(content, metrics)
      && work.contains { content.find($0, in: 0..<content.count) != nil }
  }

  private static func columns(_ cells: [Scalars]) -> [Column] {
    cells.map { cell in
      let content = cell.filter { !$0.isBlank && !$0.isInvisible && $0 != 0x2A }.map(\.folded)
      guard !content.isEmpty, content.count <= 20 else { return .other }
      if content == scalars("单位") || content == scalars("计量单位") { return .unit }
      if natures.contains(content) { return .nature }
      func says(_ words: [Scalars]) -> Bool { Self.says(content, words) }
      let year = content.indices.lazy.compactMap { index in
        Numerals.year(content, at: index, limit: content.count)
      }.first
      if year != nil || says(aims) && !says(metrics) || says(states) {
        return .value(year: year, says(aims) ? .target : says(states) ? .state : nil)
      }
      if says(metrics) { return .metric }
      return says(offices) ? .units : .other
    }
  }

  private static func says(_ content: Scalars, _ words: [Scalars]) -> Bool {
    words.contains { content.find($0, in: 0..<content.count) != nil }
  }

  /// Who answers for indicators is kept nowhere yet: it is told once.
  var findings: [Finding] {
    guard let first = unkept.first else { return [] }
    let start = Int(scan.joined.origins[first.units.lowerBound])
    let (line, column) = scan.source.position(of: start)
    var finding = Finding(
      "units-of-targets", .warning,
      Phrase(
        "指标表写有责任单位；指标只记数值，单位没有记入，请在相应任务里补填。",
        "The table of targets names units; only its figures are kept. Enter the units where they belong."
      ),
      at: .init(line: line, column: column))
    var names: [String] = []
    for (metric, units) in unkept.prefix(200) {
      // 县域内就诊率：市卫健委
      let name = (metric.map { scan.joined.text($0) + "：" } ?? "") + scan.joined.text(units)
      if !names.contains(name) { names.append(name) }
    }
    finding.words = names.prefix(40).joined(separator: "；")
    return [finding]
  }

  // MARK: Rows

  private mutating func take(_ cells: [Range<Int>], _ index: Int) {
    let words = cells.map { Array(scan.joined.folded[$0]) }
    if Self.isHeader(words) {
      columns = Self.columns(words)
      taken.insert(index)
      return
    }
    guard !columns.isEmpty else { return }
    if TableHeader.isHeader(words) {
      columns = []
      return
    }
    taken.insert(index)
    takeRow(cells, words, index)
  }

  private mutating func takeRow(_ cells: [Range<Int>], _ words: [Scalars], _ index: Int) {
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
    guard let metric else { return }
    let (name, bracketed) = Self.parted(scan.joined.text(metric))
    if unit.isEmpty { unit = bracketed }
    let base = zip(columns, words).lazy.compactMap { column, cell -> (Decimal, Int?)? in
      guard case .value(let year, let said) = column, self.isBase(year, said),
        let figure = CellFigure.read(cell)
      else { return nil }
      return (figure.value, year)
    }.first
    for (column, (cell, content)) in zip(columns, zip(cells, words)) {
      guard case .value(let year, let said) = column, !isBase(year, said),
        let figure = CellFigure.read(content)
      else { continue }
      let target = TaskTarget(
        metric: Phrase(name, ""), op: figure.op, value: figure.value, upper: figure.upper,
        unit: figure.unit.isEmpty ? unit : figure.unit, year: year)
      let (line, position) = scan.source.position(of: Int(scan.joined.origins[cell.lowerBound]))
      targets.append(
        StatedTarget(
          target, nature: nature, base: base?.0, baseYear: base?.1, line: line, column: position))
    }
  }

  /// The state that the targets start from: said so, or the first of several years.
  private func isBase(_ year: Int?, _ said: Said?) -> Bool {
    guard said == nil else { return said == .state }
    var years: [Int] = []
    for case .value(let year, let said) in columns {
      if said == .state { return false }
      if let year { years.append(year) }
    }
    return years.count >= 2 && year == years.min()
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
