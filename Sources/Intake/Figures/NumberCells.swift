import Foundation
import Reform

/// Reads the number of a cell, or says what is wrong with it.
struct NumberCells {
  enum Answer {
    case missing
    case number(Decimal, unit: UnitScale?, isShare: Bool)
    case wrong(Finding)
  }

  static func read(
    _ value: CellValue?, at place: SourcePlace, head: @autoclosure () -> String
  ) -> Answer {
    switch value {
    case nil: .missing
    case .number(let number, let isPercent): .number(number, unit: nil, isShare: isPercent)
    case .text(let text): read(text, at: place, head: head())
    case .date(let day, let serial): .wrong(date(day, serial, place, head()))
    case .boolean(let value): .wrong(other(value ? "TRUE" : "FALSE", place, head()))
    case .error(let error): .wrong(failed(error, place, head()))
    case .uncached: .wrong(uncached(place, head()))
    }
  }

  private static func read(
    _ text: String, at place: SourcePlace, head: @autoclosure () -> String
  ) -> Answer {
    switch PlainNumber.read(text) {
    case .missing: .missing
    case .number(let number, let unit): .number(number, unit: UnitScale(unit), isShare: false)
    case .other: .wrong(other(text, place, head()))
    }
  }

  /// A number in the catalogue's unit; nil where the units do not measure the same.
  static func scaled(
    _ number: Decimal, from unit: UnitScale?, isShare: Bool, to target: FigureUnit
  ) -> Decimal? {
    let scale = UnitScale(target)
    if isShare, scale.family == .share { return number * 100 / scale.scale }
    guard let unit else { return number }
    // 1.2万 counts in whatever the column counts in.
    if unit.family == .count, scale.family == .money, unit.scale > 1 { return nil }
    return unit.factor(to: scale).map { number * $0 }
  }

  private static func other(_ text: String, _ place: SourcePlace, _ head: String) -> Finding {
    let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
    return FigureCheck.notANumber.finding(
      "“\(shown)”不是数字；“\(head)”应填不小于 0 的数字，没有就留空。",
      "“\(shown)” is not a number; “\(head)” takes a number of at least 0, or nothing.", at: place,
      words: String(shown))
  }

  private static func date(
    _ day: Day?, _ serial: Decimal, _ place: SourcePlace, _ head: String
  ) -> Finding {
    let shown = day?.description ?? "\(serial)"
    return FigureCheck.dateForNumber.finding(
      "这里是日期 \(shown)（序列号 \(serial)），“\(head)”应填数字；请把单元格改为数值格式后重填。",
      "This is the date \(shown) (serial number \(serial)); “\(head)” takes a number: format the cell "
        + "as a number and enter it again.", at: place, words: shown)
  }

  private static func failed(_ error: String, _ place: SourcePlace, _ head: String) -> Finding {
    FigureCheck.errorValue.finding(
      "公式出错，结果是 \(error)；“\(head)”应是数字，请改正公式或直接填数。",
      "The formula fails with \(error); “\(head)” takes a number: mend the formula or enter it.",
      at: place, words: error)
  }

  private static func uncached(_ place: SourcePlace, _ head: String) -> Finding {
    FigureCheck.formulaWithoutValue.finding(
      "公式没有保存结果；请用 Excel 或 WPS 打开文件，保存后再导入（“\(head)”）。",
      "The formula was saved without its value; open the file, save it and import it again "
        + "(“\(head)”).", at: place)
  }
}
