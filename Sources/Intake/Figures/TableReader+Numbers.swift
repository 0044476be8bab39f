import Foundation
import Reform

/// Whose numbers a column gives: those of the row, or of the place that the column names.
enum NumberOwner: Hashable {
  case row
  case place(Division.Code)
  case total
  /// The total of a place that the column names (全市).
  case totalOf(Division.Code)

  /// Rows first, then places by their code, totals last.
  var order: String {
    switch self {
    case .row: ""
    case .place(let code): code
    case .totalOf(let code): "~" + code
    case .total: "~~"
    }
  }

  /// What is counted for; nil for what the row says.
  var subject: TableReader.Subject? {
    switch self {
    case .row: nil
    case .place(let code): .place(code)
    case .totalOf(let code): .totalOf(code)
    case .total: .total(isPart: false)
    }
  }
}

typealias RowNumbers = [NumberOwner: [Int: TableReader.Numbers]]

/// What a cell gives, before its number is looked at.
private struct Target {
  var aims: [ColumnNames.Aim]
  var owner: NumberOwner
  var unit: UnitScale?
  /// The part of the year, in words, where it is not the whole.
  var part: (words: String, at: SourcePlace)?
  var year: Int
}

extension TableReader {
  /// The numbers of a row by owner and year, and what is wrong with them.
  mutating func numbers(of row: SheetRow) -> (numbers: RowNumbers, wrong: [Finding]) {
    var (numbers, wrong): (RowNumbers, [Finding]) = ([:], [])
    let rowHead = rowHead(of: row)
    let period = period(of: row, &wrong)
    compareRepeated(row)
    for (column, head) in numbered {
      guard let cell = row.cell(column) else {
        if merged(row, column) != nil {
          guard let target = target(head, column, row, rowHead, period, &wrong) else { continue }
          add(broken: target.aims, target, to: &numbers)
        }
        continue
      }
      guard let target = target(head, column, row, rowHead, period, &wrong) else { continue }
      if let merged = merged(row, column) {
        wrong.append(merged)
        add(broken: target.aims, target, to: &numbers)
        continue
      }
      read(cell, target, row, &numbers, &wrong)
    }
    return (numbers, wrong)
  }

  private func add(broken aims: [ColumnNames.Aim], _ target: Target, to numbers: inout RowNumbers) {
    for aim in aims {
      numbers[target.owner, default: [:]][target.year, default: Numbers()].broken.insert(aim)
    }
  }

  private mutating func read(
    _ cell: SheetCell, _ target: Target, _ row: SheetRow, _ numbers: inout RowNumbers,
    _ wrong: inout [Finding]
  ) {
    let place = at(row.number, cell.column)
    switch NumberCells.read(cell.value, at: place, head: layout.head(cell.column)) {
    case .missing: return
    case .wrong(let finding):
      wrong.append(finding)
      add(broken: target.aims, target, to: &numbers)
    case .number(let number, let own, let isShare):
      guard target.part == nil else { return keep(part: target, row, place) }
      for aim in target.aims {
        let scale = self.unit(of: aim)
        let near = own ?? target.unit
        guard let stated = stated(near, aim, scale.unit, cell, row, &wrong) else {
          add(broken: [aim], target, to: &numbers)
          continue
        }
        let from = unit(shown: cell, number, own, stated.unit, scale.scale, place, &wrong)
        if stated.isNear, let from { ask(from, scale.unit, cell.column, number, place) }
        guard !(from?.isPer == true && aim.part != .value),
          let scaled = NumberCells.scaled(number, from: from, isShare: isShare, to: scale.unit)
        else {
          let words = own == nil ? nil : cell.value.words
          wrong.append(TableSayings.misfit(scale.unit, layout.head(cell.column), words, place))
          add(broken: [aim], target, to: &numbers)
          continue
        }
        numbers[target.owner, default: [:]][target.year, default: Numbers()].values[aim] = (
          scaled, place
        )
        tally.count(cell.column, aim, target.year, from, scale.scale)
      }
    }
  }

  // MARK: What a cell gives

  private mutating func target(
    _ head: NumberHead, _ column: Int, _ row: SheetRow, _ rowHead: RowHead?, _ period: PeriodText,
    _ wrong: inout [Finding]
  ) -> Target? {
    guard head.place == nil || columnPlaces[column] != nil || columnTotals[column] != nil,
      let aims = aims(head, rowHead, row, &wrong)
    else { return nil }
    var target = Target(aims: aims, owner: owner(head, column), unit: head.unit, year: 0)
    target.unit = head.unit ?? rowUnit(row, aims, rowHead, &wrong)
    let own = rowHead?.number.period ?? PeriodText()
    let year = head.period.year ?? period.year ?? own.year ?? section?.period.year
    if year == nil { usesTitleYear = true }
    target.year = year ?? scene.asked ?? scene.year ?? 0
    target.part = part(head, column, row, period, own)
    return target
  }

  private func owner(_ head: NumberHead, _ column: Int) -> NumberOwner {
    if let place = columnPlaces[column] { return .place(place) }
    if let place = columnTotals[column] { return .totalOf(place) }
    let isByPlace = head.isTotal && head.aims.isEmpty && numbered.contains { $0.head.place != nil }
    return isByPlace ? .total : .row
  }

  /// The part of the year that a cell is of: said by its column, its row, or a title.
  private mutating func part(
    _ head: NumberHead, _ column: Int, _ row: SheetRow, _ period: PeriodText, _ own: PeriodText
  ) -> (words: String, at: SourcePlace)? {
    if head.period.span != nil {
      return head.period.isPart ? (head.period.spanWords ?? "", headAt(column)) : nil
    }
    if period.span != nil {
      let column = intake.spanColumn(of: row, yearColumns, layout, scene.sheet)
      return period.isPart ? (period.spanWords ?? "", at(row.number, column)) : nil
    }
    if own.span != nil {
      return own.isPart ? (own.spanWords ?? "", at(row.number, indicatorColumns.first)) : nil
    }
    if let section, section.period.span != nil {
      return section.period.isPart ? (section.period.spanWords ?? "", section.at) : nil
    }
    usesTitleSpan = true
    return scene.part.map { ($0.value, $0.at) }
  }

  /// What a column gives in a row: its own numbers, or what the row names.
  private mutating func aims(
    _ head: NumberHead, _ rowHead: RowHead?, _ row: SheetRow, _ wrong: inout [Finding]
  ) -> [ColumnNames.Aim]? {
    guard head.aims.isEmpty else { return head.aims }
    guard let rowHead else { return nil }
    guard rowHead.use == nil else { return nil }
    let isPart = isPart(rowHead)
    if said.insert("run \(row.number)").inserted {
      aimRun.take(
        rowHead.aims, isOther: isPart || rowHead.aims.isEmpty && rowHead.number.part == nil)
    }
    if isPart { return nil }
    if rowHead.aims.isEmpty, let part = rowHead.number.part,
      let own = aimRun.indicator(of: part, isShare: rowHead.number.isShare, intake.names.book)
    {
      // 占比 below numerator and denominator is theirs.
      let aims = [HeaderReader.aim(part, of: own)]
      aimRun.add(aims)
      return aims
    }
    guard !rowHead.aims.isEmpty else {
      tell(unknown: rowHead, row, &wrong)
      return nil
    }
    if !rowHead.number.qualifiers.isEmpty, said.insert("reserve \(row.number)").inserted {
      reservedRows.append((row.number, rowHead))
    }
    if head.isShare, !rowHead.aims.contains(where: { $0.part == .value }) {
      return intake.names.share(of: rowHead.aims).map { [$0] }
    }
    guard let part = head.part, !(part == .value && isGathering) else {
      return chosen(rowHead.aims)
    }
    let aim = rowHead.aims.first { $0.part == .value } ?? rowHead.aims.first
    return aim.flatMap { intake.names.book[$0.indicator] }.map { [HeaderReader.aim(part, of: $0)] }
  }

  /// Whether a row is a part of another (其中：县级医院); a numerator is the part that is meant.
  private mutating func isPart(_ head: RowHead) -> Bool {
    guard head.number.isPart else { return false }
    let all = bodyAims()
    return !head.aims.contains { aim in
      aim.part == .numerator && all.contains(.init(indicator: aim.indicator, part: .denominator))
    }
  }

  /// Of several indicators that a name is for, those of which the table has all parts.
  private mutating func chosen(_ aims: [ColumnNames.Aim]) -> [ColumnNames.Aim] {
    guard aims.count > 1 else { return aims }
    let all = bodyAims()
    let whole = aims.filter { aim in
      guard let indicator = intake.names.book[aim.indicator] else { return false }
      guard indicator.denominator != nil, aim.part != .value else { return true }
      let other: FigurePart = aim.part == .numerator ? .denominator : .numerator
      return all.contains(.init(indicator: aim.indicator, part: other))
    }
    return whole.isEmpty ? Array(aims.prefix(1)) : whole
  }

  private func unit(of aim: ColumnNames.Aim) -> (unit: FigureUnit, scale: UnitScale) {
    let indicator = intake.names.book[aim.indicator]
    let unit: FigureUnit =
      switch aim.part {
      case .numerator: indicator?.numerator.unit ?? .percent
      case .denominator: indicator?.denominator?.unit ?? indicator?.unit ?? .percent
      case .value: indicator?.unit ?? .percent
      }
    return (unit, UnitScale(unit))
  }

  // MARK: What is wrong

  /// A number in an area of several rows belongs to none of them.
  private func merged(_ row: SheetRow, _ column: Int) -> Finding? {
    guard let area = scene.sheet.merges.area(row: row.number, column: column), area.rows.count > 1
    else { return nil }
    let ends = (
      at(area.rows.lowerBound, column).cell ?? "", at(area.rows.upperBound, column).cell ?? ""
    )
    return FigureCheck.mergedNumber.finding(
      "\(ends.0):\(ends.1) 是合并单元格，不知道数字属于哪个地区；请取消合并，逐行填写。",
      "\(ends.0):\(ends.1) is merged, so the number belongs to no place; unmerge it and fill in each "
        + "row.", at: at(row.number, column))
  }

  private mutating func keep(part target: Target, _ row: SheetRow, _ number: SourcePlace) {
    guard let part = target.part else { return }
    var place = scene.place?.id
    if case .place(let code) = target.owner { place = code }
    if target.owner == .row, let name = words(row, placeColumn) {
      place = intake.find(name, in: scene.city).division?.id
    }
    parts.add(target.aims, place, target.year, part.words, part.at, number: number)
  }
}
