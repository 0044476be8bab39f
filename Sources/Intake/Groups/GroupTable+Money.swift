import Foundation
import Reform

/// Budgets, advances, spending, what was agreed and the selection for payment by head.
extension GroupTable {
  mutating func readMoney(_ row: SheetRow, _ county: Division) {
    guard let year = year(of: row) else { return }
    var line = Line(row: row.number, subject: .place(county.id), year: year)
    var terms: [Int: (terms: SettlementTerms, column: Int)] = [:]
    for (column, field) in header.columns {
      let year = header.years[column] ?? year
      switch field {
      case .head(.budget), .head(.spending), .advance:
        guard row[column] != nil else { continue }
        if let (number, fen) = money(row, column) {
          line.amounts[column] = number
          add(content(field, year, fen), of: county, row.number, column)
        } else if !isBlank(row, column) {
          line.broken.insert(column)
        }
      case .head(let head) where field.isShare:
        guard let share = percent(row, column, asking: .error) else { continue }
        terms[year, default: (SettlementTerms(), column)].terms.take(share, for: head)
      default: continue
      }
    }
    checkStated(row, &line)
    lines.append(line)
    readSelection(row, county, year)
    for (year, one) in terms.sorted(by: { $0.key < $1.key }) {
      add(.terms(year, one.terms), of: county, row.number, one.column)
    }
  }

  private func content(_ field: GroupField, _ year: Int, _ fen: Fen) -> GroupFact.Content {
    switch field {
    case .head(.spending): .spending(year, fen)
    case .advance(let month): .advance(year, month: month, fen)
    default: .budget(year, fen)
    }
  }

  /// Whether a cell holds a mark for nothing (-, —, 无).
  private func isBlank(_ row: SheetRow, _ column: Int) -> Bool {
    guard case .missing = NumberCells.read(row[column], at: at(row.number, column), head: "") else {
      return false
    }
    return true
  }

  /// An amount as it is written, and in fen.
  private mutating func money(_ row: SheetRow, _ column: Int) -> (written: Decimal, fen: Fen)? {
    guard let (number, own, _) = number(row, column) else { return nil }
    let head = header.heads[column] ?? ""
    let unit = own ?? header.units[column]
    guard unit == nil || unit?.family == .money && unit?.isPer == false else {
      if own != nil, let words = row[column]?.words {
        find(TableSayings.misfit(ofAmount: words, at(row.number, column)))
        return nil
      }
      find(
        "unknown-unit", .error, "“\(head)”应是总金额（元或万元）。", "“\(head)” takes a sum in yuan or 万元.",
        row.number, column)
      return nil
    }
    let yuan = number * (unit?.scale ?? 1)
    guard yuan >= 0 else {
      find(
        "negative", .error, "“\(head)”是负数 \(number)；金额不能小于 0。",
        "“\(head)” is negative, \(number); amounts are 0 or more.", row.number, column)
      return nil
    }
    guard yuan <= Fen.limit.yuan else {
      find(
        "out-of-range", .error, "“\(head)”\(number) 超过 \(Fen.limit.grouped) 元；请核对单位是元还是万元。",
        "“\(head)”, \(number), is above \(Fen.limit.grouped) yuan; check the unit.", row.number,
        column)
      return nil
    }
    guard let fen = Fen(yuan: yuan) else {
      find(
        "part-of-a-fen", .error, "“\(head)”\(number) 不到分；请保留到分。",
        "“\(head)”, \(number), has parts of a fen; round it to fen.", row.number, column)
      return nil
    }
    // A unit of its own (1.2亿元 in a column of 万元) is told in the column's unit.
    return (yuan / (header.units[column]?.scale ?? 1), fen)
  }

  // MARK: Payment by head

  private mutating func readSelection(_ row: SheetRow, _ county: Division, _ year: Int) {
    let (answer, proof) = (words(row, .capitation), words(row, .capitationProof))
    let since = words(row, .capitationFrom)
    guard let answer, let column = header.column(.capitation) else {
      guard proof != nil || since != nil else { return }
      return find(
        "missing-part", .error, "\(county.name)写了试点佐证或起始年，没有写是不是试点；请填 是 或 否。",
        "\(county.english) has the proof or the year of payment by head but no yes or no.",
        row.number, header.column(.capitation) ?? header.column(.capitationProof))
    }
    guard let isSelected = YesOrNo.read(answer) else {
      return find(
        "not-yes-or-no", .error, "“\(answer)”不认识；“\(header.heads[column] ?? "")”应填 是 或 否。",
        "“\(answer)” is not known; “\(header.heads[column] ?? "")” takes yes or no.", row.number,
        column)
    }
    guard let proof else {
      return find(
        "missing-part", .error, "\(county.name)登记按人头打包付费试点要写佐证（如选定文件的文号）。",
        "\(county.english): payment by head needs its proof, such as the number of the document.",
        row.number, header.column(.capitationProof) ?? column)
    }
    guard let from = since.map({ YearWords.year(in: NameKey.folded($0)) }) ?? year else {
      return find(
        "no-year", .error, "“\(since ?? "")”不是年份；请写成 2023。",
        "“\(since ?? "")” is no year; write 2023.", row.number, header.column(.capitationFrom))
    }
    add(
      .capitation(from: from, isSelected: isSelected, evidence: proof), of: county, row.number,
      column)
  }
}

extension SettlementTerms {
  /// Sets the share that a heading is of.
  fileprivate mutating func take(_ share: Decimal, for head: GroupHead) {
    switch head {
    case .overrunFund: overrunFundShare = share
    case .surplusDevelopment: surplusDevelopment = share
    default: assessmentFactor = share
    }
  }
}
