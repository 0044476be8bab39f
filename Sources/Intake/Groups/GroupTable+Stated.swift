import Foundation
import Reform

/// What a row states of its own numbers: the sum of the advances, and what is left of the budget.
extension GroupTable {
  mutating func checkStated(_ row: SheetRow, _ line: inout Line) {
    for (column, field) in header.columns where field.isStated {
      let known = findings.count
      guard let (number, own, _) = number(row, column) else {
        if findings.count > known { line.broken.insert(column) }
        continue
      }
      let stated = number * (own.map { $0.scale / scale(column) } ?? 1)
      line.amounts[column] = stated
      // What could not be read of the row is told already.
      guard line.broken.isEmpty else { continue }
      guard let sum = field == .head(.advanced) ? advanced(line, column) : balance(line, column)
      else {
        tellUncheckable(field, line.row, column)
        continue
      }
      check(stated, against: sum, field, line.row, column)
    }
  }

  private func scale(_ column: Int) -> Decimal { header.units[column]?.scale ?? 1 }

  private func yuan(_ line: Line, _ field: GroupField, beside other: Int) -> Decimal? {
    guard let column = header.column(field, beside: other) else { return nil }
    return line.amounts[column].map { $0 * scale(column) }
  }

  /// The advances of the row in yuan; nil where there is none.
  private func advanced(_ line: Line, _ column: Int) -> Decimal? {
    let months = (1...12).compactMap { yuan(line, .advance($0), beside: column) }
    return months.isEmpty ? nil : months.reduce(0, +)
  }

  private func balance(_ line: Line, _ column: Int) -> Decimal? {
    guard let budget = yuan(line, .head(.budget), beside: column),
      let spending = yuan(line, .head(.spending), beside: column)
    else { return nil }
    return budget - spending
  }

  private mutating func check(
    _ stated: Decimal, against sum: Decimal, _ field: GroupField, _ row: Int, _ column: Int
  ) {
    let own = sum / scale(column)
    let digits = max(0, -stated.exponent)
    let half = Decimal(sign: .plus, exponent: -digits, significand: 1) / 2
    // Yuan are exact; larger units may be rounded to their last digit.
    guard abs(stated - own) > (scale(column) == 1 ? 0 : half) else { return }
    let head = header.heads[column] ?? ""
    let (zh, en) =
      field == .head(.advanced)
      ? ("各月预拨之和", "the advances of the months come to") : ("预算减实际发生", "budget less spending is")
    find(
      FigureCheck.statedDiffers.name, .error,
      "“\(head)”是 \(stated)，\(zh)是 \(own)，差 \(stated - own)；请核对。",
      "“\(head)” is \(stated), \(en) \(own), \(stated - own) apart; check them.", row, column)
  }

  private mutating func tellUncheckable(_ field: GroupField, _ row: Int, _ column: Int) {
    let head = header.heads[column] ?? ""
    guard field == .head(.advanced) else {
      return find(
        "total-not-checked", .note, "“\(head)”没有核对：这一行缺预算或实际发生。",
        "“\(head)” was not checked: the row lacks budget or spending.", row, column)
    }
    find(
      "not-by-month", .warning, "“\(head)”没有按月分开，没有登记；预拨按月填写（1月预拨…12月预拨）。",
      "“\(head)” is not set apart by month and was not entered; advances are given month by month.",
      row,
      column)
  }
}
