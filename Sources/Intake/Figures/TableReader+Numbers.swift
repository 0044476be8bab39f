import Foundation
import Reform

extension TableReader {
  /// The numbers of a row by year, and what is wrong with them.
  func numbers(of row: SheetRow) -> (numbers: [Int: Numbers], wrong: [Finding]) {
    var (numbers, wrong): ([Int: Numbers], [Finding]) = ([:], [])
    let rowYear = words(row, yearColumn).flatMap { YearWords.year(in: NameKey.folded($0)) }
    for (column, meaning) in numbered {
      guard let (aims, unit, columnYear) = aims(of: meaning, row, &wrong) else { continue }
      let year = columnYear ?? rowYear ?? scene.asked ?? scene.year ?? 0
      let place = at(row.number, column)
      let head = layout.heads[column] ?? ""
      if let merged = merged(row, column) {
        if row[column] != nil { wrong.append(merged) }
        for aim in aims { numbers[year, default: Numbers()].broken.insert(aim) }
        continue
      }
      switch NumberCells.read(row[column], at: place, head: head) {
      case .missing: continue
      case .wrong(let finding):
        wrong.append(finding)
        for aim in aims { numbers[year, default: Numbers()].broken.insert(aim) }
      case .number(let number, let own, let isShare):
        for aim in aims {
          let target = self.unit(of: aim)
          let from = own ?? unit ?? (UnitScale(target).family == .money ? scene.money : nil)
          if let scaled = NumberCells.scaled(number, from: from, isShare: isShare, to: target) {
            numbers[year, default: Numbers()].values[aim] = (scaled, place)
          } else {
            wrong.append(misfit(target, head, place))
            numbers[year, default: Numbers()].broken.insert(aim)
          }
        }
      }
    }
    return (numbers, wrong)
  }

  /// What a column gives in a row: its own numbers, or a part of the indicator that the row names.
  private func aims(
    of meaning: TableLayout.Column, _ row: SheetRow, _ wrong: inout [Finding]
  ) -> (aims: [ColumnNames.Aim], unit: UnitScale?, year: Int?)? {
    switch meaning {
    case .numbers(let aims, let unit, let year): return (aims, unit, year)
    case .part(let part, let unit, let year):
      guard let name = words(row, indicatorColumn) else { return nil }
      guard let indicator = intake.indicator(name) else {
        if !wrong.contains(where: { $0.check == FigureCheck.unknownIndicator.name }) {
          wrong.append(unknown(name, at(row.number, indicatorColumn)))
        }
        return nil
      }
      let isAmount = part == .value && indicator.denominator == nil
      return ([.init(indicator: indicator.id, part: isAmount ? .numerator : part)], unit, year)
    default: return nil
    }
  }

  private func unit(of aim: ColumnNames.Aim) -> FigureUnit {
    guard let indicator = intake.names.book[aim.indicator] else { return .percent }
    switch aim.part {
    case .numerator: return indicator.numerator.unit
    case .denominator: return indicator.denominator?.unit ?? indicator.unit
    case .value: return indicator.unit
    }
  }

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

  private func misfit(_ target: FigureUnit, _ head: String, _ place: SourcePlace) -> Finding {
    FigureCheck.unknownUnit.finding(
      "“\(head)”的单位与指标不符；应为\(target.name.zh)。",
      "The unit of “\(head)” does not fit; \(target.name.en) is expected.", at: place, words: head)
  }

  private func unknown(_ name: String, _ place: SourcePlace) -> Finding {
    let near = intake.names.nearest(ColumnHead(name).name)
    return FigureCheck.unknownIndicator.finding(
      "没有叫“\(name)”的指标\(near.map { "；是不是“\($0)”？" } ?? "；用 yigai indicators 看指标名称。")",
      "There is no indicator “\(name)”\(near.map { "; is it “\($0)”?" } ?? "; see yigai indicators.")",
      at: place, words: name)
  }

  /// Flags of a row, those of a column without an indicator for all.
  mutating func flags(of row: SheetRow) -> [Indicator.ID: FigureFlags] {
    var flags: [Indicator.ID: FigureFlags] = [:]
    for (column, indicators) in flagColumns {
      guard let text = row[column]?.words else { continue }
      var found: FigureFlags = []
      for word in text.split(whereSeparator: { "、,，;； ".contains($0) }) {
        if let known = Self.flag(String(word)) {
          found.insert(known)
        } else {
          findings.append(unknownFlag(String(word), at(row.number, column)))
        }
      }
      for indicator in indicators.isEmpty ? [""] : indicators { flags[indicator] = found }
    }
    return flags
  }

  private static func flag(_ word: String) -> FigureFlags? {
    let name = NameKey.folded(word)
    return FigureFlags.names.first {
      $0.key == name || $0.words.zh == name || NameKey.folded($0.words.en) == name
    }?.flag
  }

  private func unknownFlag(_ word: String, _ place: SourcePlace) -> Finding {
    let zh = FigureFlags.names.map(\.words.zh).joined(separator: "、")
    let en = FigureFlags.names.map(\.words.en).joined(separator: ", ")
    return FigureCheck.unknownFlag.finding(
      "不认识标记“\(word)”，没有读入；可用：\(zh)。",
      "The flag “\(word)” is not known and was not read: \(en).", at: place, words: word)
  }

  func note(of row: SheetRow) -> String? {
    let words = noteColumns.compactMap { row[$0]?.words }
    return words.isEmpty ? nil : words.joined(separator: "；")
  }
}

extension FigureIntake {
  /// What was found for names, so that each is looked for once.
  final class Memory {
    var places: [[String]: PlaceFinder.Found] = [:]
    var answers: [[String?]: RowPlaces.Answer] = [:]
    var indicators: [String: Indicator?] = [:]
  }

  /// The place of a row, remembered.
  func place(name: String?, code: String?, in city: Division.Code?) -> RowPlaces.Answer {
    let key = [name, code, city]
    if let known = memory.answers[key] { return known }
    let answer = RowPlaces(finder: places).place(name: name, code: code, in: city)
    memory.answers[key] = answer
    return answer
  }

  /// The division of a name, remembered.
  func find(_ name: String, in city: Division.Code?) -> PlaceFinder.Found {
    let key = [name, city ?? ""]
    if let known = memory.places[key] { return known }
    let found = places.find(name, in: city)
    memory.places[key] = found
    return found
  }

  /// The indicator of a name in a cell of its own, remembered.
  func indicator(_ name: String) -> Indicator? {
    if let known = memory.indicators[name] { return known }
    let found = names.indicator(name)
    memory.indicators[name] = .some(found)
    return found
  }

  /// The row of a number, where something stands in it.
  func row(_ number: Int, in sheet: Sheet) -> SheetRow? {
    var (low, high) = (0, sheet.rows.count)
    while low < high {
      let middle = (low + high) / 2
      if sheet.rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    guard low < sheet.rows.count, sheet.rows[low].number == number else { return nil }
    return sheet.rows[low]
  }
}
