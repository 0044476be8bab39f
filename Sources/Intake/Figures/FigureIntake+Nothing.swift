import Foundation
import Reform

/// Why nothing was read of a file.
extension FigureIntake {
  /// Why nothing was read of a file of which nothing else is wrong.
  func nothing(
    _ book: Workbook, _ key: FormKey?, hasTable: Bool, _ reading: FigureReading
  ) -> Finding {
    guard key == nil else { return empty(book) }
    let sheets = book.sheets.filter { !$0.isHidden }
    if !reading.columns.isEmpty,
      reading.columns.allSatisfy({ ColumnReading.Use.otherNumbers.contains($0.use) })
    {
      return others(book)
    }
    let isUnread = reading.findings.contains { $0.check == FigureCheck.unreadNumber.name }
    if isUnread || reading.columns.contains(where: { $0.use == .taken && $0.count > 0 }) {
      return unplaced(book)
    }
    if !hasTable, let sheet = sheets.first(where: \.hasAnyNumber) {
      return noHeader(SourcePlace(file: book.file, sheet: sheet.name))
    }
    return sheets.contains(where: \.hasNumbers) ? unnamed(book) : empty(book)
  }

  /// Numbers of known indicators stand there, none of them of a place.
  private func unplaced(_ book: Workbook) -> Finding {
    FigureCheck.noFigures.finding(
      "有指标的数，但没有一个是某个地区的（平均数、小计不算）；请加上地区的行，或写一行“全市”并在标题里写明是哪个市。",
      "There are numbers of indicators, but none of them is of a place (averages and subtotals do not count); add "
        + "rows of places, or a row 全市 with the city named in the title.",
      at: SourcePlace(file: book.file))
  }

  /// The numbers of known indicators are all of the year before, planned or reckoned.
  private func others(_ book: Workbook) -> Finding {
    FigureCheck.noFigures.finding(
      "表里的数都写明是上年数、计划数或算出来的数，没有这一年的实际数；若是实际数，请改正表头。",
      "All numbers are said to be of the year before, planned or reckoned, none those of the year itself; where "
        + "they are, mend the headings.", at: SourcePlace(file: book.file))
  }

  private func empty(_ book: Workbook) -> Finding {
    FigureCheck.noFigures.finding(
      "文件里没有填指标数据；请填好后再导入。", "No figures are filled in; fill in the form and import it again.",
      at: SourcePlace(file: book.file))
  }

  /// Numbers stand there, but no heading says of which indicator; a title does where the columns are years.
  private func unnamed(_ book: Workbook) -> Finding {
    FigureCheck.noFigures.finding(
      "有数字，但没有一列的表头写明是哪个指标（标题只在各列都是年份、只写一个指标时才算）；请把指标名称写进表头再导入。",
      "There are numbers, but no heading says of which indicator (a title counts only where the columns are "
        + "years and it names one indicator); write the indicator's name into the heading and import it again.",
      at: SourcePlace(file: book.file))
  }
}

extension Sheet {
  /// Whether a row has words and a number.
  var hasAnyNumber: Bool {
    rows.contains { row in
      row.cells.count > 1 && row.cells.contains { $0.value.isNumber }
    }
  }

  /// Whether a row has two numbers, as a table would.
  var hasNumbers: Bool {
    rows.contains { row in row.cells.count { $0.value.isNumber || $0.value == .uncached } >= 2 }
  }
}
