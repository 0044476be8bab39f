import Foundation
import Reform

/// The cells of a row as words, days, years and numbers.
extension GroupTable {
  /// The words of a cell, or of the area that it was made one with; nil where it is empty.
  func words(_ row: SheetRow, _ field: GroupField) -> String? {
    guard let column = header.column(field) else { return nil }
    var words = row[column]?.words
    if words == nil, let area = sheet.merges.area(row: row.number, column: column) {
      words =
        sheet.rows.first { $0.number == area.rows.lowerBound }?[area.columns.lowerBound]?.words
    }
    let trimmed = words?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    return trimmed.isEmpty ? nil : trimmed
  }

  func words(_ row: SheetRow, _ head: GroupHead) -> String? { words(row, .head(head)) }

  /// A day that may be left out; nil where what stands there is no day.
  mutating func day(_ row: SheetRow, _ head: GroupHead) -> (day: Day?, Void)? {
    guard let column = header.column(head), let value = row[column] else { return (nil, ()) }
    if case .date(.some(let day), _) = value { return (day, ()) }
    if let day = value.words.flatMap(DayWords.day) { return (day, ()) }
    find(
      "not-a-day", .error, "“\(value.words ?? "")”不是日期；请写成 2023-07-01。",
      "“\(value.words ?? "")” is no day; write 2023-07-01.", row.number, column)
    return nil
  }

  /// The year of a row: written in it, asked for, or named by the title.
  mutating func year(of row: SheetRow) -> Int? {
    let known = intake.year ?? header.year
    switch RowYear(header: header, sheet: sheet, known: known).answer(of: row) {
    case .year(let year): return year
    case .part(let words, let column):
      find(
        "part-of-year", .error, "“\(words)”不是全年；请填全年的数，年度写成 2023。",
        "“\(words)” is no whole year; give the numbers of the year, and write 2023.", row.number, column)
    case .unknown(let words, let column):
      find(
        "no-year", .error, "“\(words)”不是年份；请写成 2023。", "“\(words)” is no year; write 2023.",
        row.number, column)
    case .none:
      if let year = known ?? (header.namesAllYears ? header.years.values.max() : nil) { return year }
      find(
        "no-year", .error, "不知道是哪一年；请加“年度”一列，或用 --year 指定。",
        "The year is not known; add a column 年度 (year), or give --year.", row.number,
        header.column(.year))
    }
    return nil
  }

  /// A number with its own unit and whether the cell is formatted as per cent.
  mutating func number(
    _ row: SheetRow, _ column: Int
  ) -> (number: Decimal, unit: UnitScale?, isShare: Bool)? {
    if let cell = row.cell(column), sheet.look(of: cell).power > 0 {
      find(
        "shown-differs", .error, "单元格显示的数和存的数不同（数字格式缩小了显示）；请把格式改为“常规”，填上要报的数。",
        "The cell shows another number than it keeps, for its format makes it smaller; format it as General and "
          + "enter the number that is meant.", row.number, column)
      return nil
    }
    switch NumberCells.read(
      row[column], at: at(row.number, column), head: header.heads[column] ?? "")
    {
    case .missing: return nil
    case .number(let number, let unit, let isShare): return (number, unit, isShare)
    case .wrong(let finding):
      find(finding)
      return nil
    }
  }

  /// A number in hundredths that may be written as per cent; one that may be a coefficient is asked about.
  mutating func percent(
    _ row: SheetRow, _ column: Int, asking severity: Finding.Severity?
  ) -> Decimal? {
    guard let (number, own, isShare) = number(row, column) else { return nil }
    let head = header.heads[column] ?? ""
    switch Hundredths(number, own, isShown: isShare, stated: header.units[column]) {
    case .value(let value): return value
    case .otherUnit:
      find(
        "unknown-unit", .error, "“\(head)”的单位不对，应填百分数。", "“\(head)” takes per cent.", row.number,
        column)
      return nil
    case .slip(let value):
      if let severity {
        find(
          FigureCheck.timesHundred.name, severity,
          "“\(head)”填的是 \(value)，是不是 \(value * 100)？这里按百分数登记；请写成 \(value * 100)% 或 \(value)%。",
          "“\(head)” is \(value); is it \(value * 100)? It is entered in per cent: write \(value * 100)% or "
            + "\(value)%.", row.number, column)
      }
      return severity == .error ? nil : value
    }
  }

  /// A number from 0 to 100 that may be written as per cent.
  mutating func hundredth(
    _ row: SheetRow, _ column: Int, asking severity: Finding.Severity? = nil
  ) -> Decimal? {
    guard let value = percent(row, column, asking: severity) else { return nil }
    guard value >= 0, value <= 100 else {
      let head = header.heads[column] ?? ""
      find(
        "out-of-range", .error, "“\(head)”\(value) 不在 0 到 100 之间。",
        "“\(head)”, \(value), does not lie between 0 and 100.", row.number, column)
      return nil
    }
    return value
  }
}

/// Days as people write them: 2023-07-01, 2023/7/1, 2023年7月1日, 20230701.
enum DayWords {
  static func day(_ text: String) -> Day? {
    let folded = NameKey.folded(text)
    let parts = folded.split { !$0.isNumber }.map(String.init)
    if parts.count == 1, folded.utf8.count == 8, let number = Int(folded) {
      return Day(number / 10_000, number / 100 % 100, number % 100)
    }
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    return Day(year, month, day)
  }
}
