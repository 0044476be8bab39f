import Foundation
import Reform

/// What the texts at the head of a row mean, where rows name their indicators.
struct RowHead {
  var name: String
  var number = NumberHead()
  var aims: [ColumnNames.Aim] { number.aims }
  /// Why the row is not read; nil where it is, or where nobody knows the name.
  var use: ColumnReading.Use?
  var unknownUnit: String?

  init(_ path: [String], _ header: HeaderReader) {
    name = path.joined(separator: " ")
    var layout = TableLayout()
    switch header.meaning(of: path, 0, &layout) {
    case .numbers(let head): number = head
    case .passed(let use): self.use = use ?? .computed
    default: break
    }
    unknownUnit = layout.unknownUnits[0]
  }
}

extension TableReader {
  /// What the row names; nil where the table has no column of indicators.
  func rowHead(of row: SheetRow) -> RowHead? {
    guard !indicatorColumns.isEmpty else { return nil }
    return intake.rowHead(indicatorColumns.compactMap { words(row, $0) })
  }

  /// All that the rows of the table name, for names that several indicators share.
  mutating func bodyAims() -> Set<ColumnNames.Aim> {
    if let known = knownAims { return known }
    var aims: Set<ColumnNames.Aim> = []
    for row in scene.sheet.rows[min(layout.positions.upperBound, scene.sheet.rows.count)...] {
      if let head = rowHead(of: row), head.use == nil { aims.formUnion(head.aims) }
    }
    knownAims = aims
    return aims
  }

  /// The period that a row is of.
  mutating func period(of row: SheetRow, _ wrong: inout [Finding]) -> PeriodText {
    yearColumns.reduce(PeriodText()) { known, column in
      let year = known.year ?? scene.asked ?? scene.year
      return PeriodText(joining: [known, period(row, column, year, &wrong)])
    }
  }

  private func period(
    _ row: SheetRow, _ column: Int, _ year: Int?, _ wrong: inout [Finding]
  ) -> PeriodText {
    guard let cell = row.cell(column) ?? top(of: row, column),
      let period = intake.period(cell, in: scene.sheet, below: layout.paths[column], year: year)
    else { return PeriodText() }
    guard let words = cell.value.words else { return period }
    if period.isEmpty || period.years.count > 1, PlainNumber.read(words) != .missing,
      !TableWords.total.contains(NameKey.folded(words))
    {
      wrong.append(
        FigureCheck.noYear.finding(
          "“\(words)”不是一个年份；请写成 2023。", "“\(words)” is not one year; write 2023.",
          at: at(row.number, column), words: words))
    }
    return period
  }

  /// The first cell of the area that a cell was made one with.
  private func top(of row: SheetRow, _ column: Int) -> SheetCell? {
    guard let area = scene.sheet.merges.area(row: row.number, column: column) else { return nil }
    return intake.row(area.rows.lowerBound, in: scene.sheet)?.cell(area.columns.lowerBound)
  }

  // MARK: Units

  /// The unit that a column of units gives for the numbers of a row.
  mutating func rowUnit(
    _ row: SheetRow, _ aims: [ColumnNames.Aim], _ rowHead: RowHead?, _ wrong: inout [Finding]
  ) -> UnitScale? {
    if let unit = rowHead?.number.unit, !isOfValue(unit, rowHead, aims) { return unit }
    if let unknown = rowHead?.unknownUnit {
      wrong.append(TableSayings.unknownUnit(unknown, at(row.number, indicatorColumns.last)))
    }
    guard let unitColumn, let words = words(row, unitColumn), PlainNumber.read(words) != .missing
    else { return nil }
    guard let unit = intake.unit(words) else {
      if said.insert("unit \(row.number)").inserted {
        wrong.append(TableSayings.unknownUnit(words, at(row.number, unitColumn)))
      }
      return nil
    }
    // 元 beside numerator, denominator and share is of the two amounts; % is of the share.
    let families = aims.compactMap { intake.names.book[$0.indicator] }.flatMap { indicator in
      [indicator.numerator.unit, indicator.denominator?.unit ?? indicator.unit, indicator.unit]
        .map { UnitScale($0).family }
    }
    let isOfTarget = aims.contains { family(of: $0) == unit.family }
    let isOfOther = families.contains(unit.family) && numbered.contains { $0.head.part != nil }
    return !isOfTarget && isOfOther ? nil : unit
  }

  /// Whether the unit behind the name of a ratio (人均费用（元）, 占比（%）) is that of its value alone, and the
  /// number is one of its parts.
  private func isOfValue(_ unit: UnitScale, _ head: RowHead?, _ aims: [ColumnNames.Aim]) -> Bool {
    guard aims.contains(where: { $0.part != .value }) else { return false }
    return head?.aims.contains { $0.part == .value && family(of: $0) == unit.family } ?? false
  }

  func family(of aim: ColumnNames.Aim) -> UnitScale.Family? {
    guard let indicator = intake.names.book[aim.indicator] else { return nil }
    switch aim.part {
    case .numerator: return UnitScale(indicator.numerator.unit).family
    case .denominator: return UnitScale(indicator.denominator?.unit ?? indicator.unit).family
    case .value: return UnitScale(indicator.unit).family
    }
  }

  /// The unit of a cell, with what its number format does to what is shown.
  mutating func unit(
    shown cell: SheetCell, _ number: Decimal, _ own: UnitScale?, _ stated: UnitScale?,
    _ target: UnitScale, _ place: SourcePlace, _ wrong: inout [Finding]
  ) -> UnitScale? {
    guard cell.look >= 0 else { return own ?? stated }
    let look = scene.sheet.look(of: cell)
    let unit = own ?? look.unit.flatMap(UnitScale.init) ?? stated
    guard look.power > 0, number != 0 else { return unit }
    let factor = Decimal(sign: .plus, exponent: look.power, significand: 1)
    let shown = number / factor
    if let unit, unit.scale == factor, unit.family == target.family {
      // 0!.0, under 万元 keeps yuan: what is shown is meant.
      if said.insert("shown \(cell.column)").inserted {
        findings.append(TableSayings.shown(shown, number, place, isTaken: true))
      }
      var kept = unit
      kept.scale = 1
      return kept
    }
    if said.insert("shown \(cell.column)").inserted {
      wrong.append(TableSayings.shown(shown, number, place, isTaken: false))
    }
    return unit
  }

  // MARK: Names nobody knows

  mutating func tell(unknown head: RowHead, _ row: SheetRow, _ wrong: inout [Finding]) {
    let place = at(row.number, indicatorColumns.first)
    guard said.insert("row \(row.number)").inserted else { return }
    guard !head.name.isEmpty else {
      wrong.append(
        FigureCheck.unknownIndicator.finding(
          "这一行有数字，没有指标名称；请填上。", "This row has numbers and names no indicator; name it.",
          at: place))
      return
    }
    let folded = NameKey.folded(head.name)
    guard let near = intake.names.nearest(folded) else {
      unknownRows.append((row.number, head.name))
      return
    }
    wrong.append(
      FigureCheck.unknownIndicator.finding(
        "没有叫“\(head.name)”的指标；是不是“\(near)”？",
        "There is no indicator “\(head.name)”; is it “\(near)”?",
        at: place, words: head.name))
  }
}
