import Foundation
import Reform

/// What lines of text and the file's name say of the part of the year, or of another year, that numbers are of.
enum PartWords {
  /// 以上为上半年数据, 1—9月数: said of the numbers, and not of something that happened.
  static func areOfNumbers(_ piece: String, _ period: PeriodText) -> Bool {
    let subject = "以上|上表|本表|表[内中]|上述|所[列报填]|各项|均为|都是|数据[为是]|[为是系].{0,16}(?:数据?|累计)$"
    if let said = piece.range(of: subject, options: .regularExpression) {
      let span = period.spanWords.flatMap { piece.range(of: NameKey.folded($0)) }
      return span.map { said.lowerBound < $0.lowerBound } ?? true
    }
    let rest = period.rest.filter { !"():：.、注备说明年底末为是".contains($0) }
    return ["", "数", "数据", "累计", "累计数", "的数", "的数据", "仅", "只有", "只报", "统计", "报表", "快报"]
      .contains(rest)
  }

  /// Numbers of another year than those that were read (泽州县为2022年数).
  static func year(
    of piece: String, _ period: PeriodText, _ years: Set<Int>, _ place: SourcePlace
  ) -> Finding? {
    guard let year = period.year, !years.contains(year), !years.contains(0), piece.contains("数"),
      piece.range(of: "同比|较|比|增|减|对比|来源|起|以来", options: .regularExpression) == nil
    else { return nil }
    return FigureCheck.wrongYear.finding(
      "这里写有 \(year) 年的数，读入的却是 \(years.sorted().map(String.init).joined(separator: "、")) 年；请核对。",
      "Here numbers of \(year) are spoken of, and "
        + "\(years.sorted().map(String.init).joined(separator: ", ")) was read; check it.",
      at: place, words: "\(year)", severity: .warning)
  }

  /// A table that was sent before its year was over has no whole year.
  static func sent(_ text: String, _ years: Set<Int>, _ place: SourcePlace) -> Finding? {
    let pattern =
      "(?:填报|报送|制表|填表|上报|报出|打印|导出|报表)(?:日期|时间):?(20[0-9]{2})[年./-]([0-9]{1,2})(?:[月./-]([0-9]{1,2}))?"
    let folded = NameKey.folded(text)
    guard folded.contains("日期") || folded.contains("时间"),
      let range = folded.range(of: pattern, options: .regularExpression)
    else { return nil }
    let numbers = folded[range].split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count >= 2, years.contains(numbers[0]), numbers[1] < 12 || numbers.last != 31
    else { return nil }
    let words = String(folded[range])
    return FigureCheck.partOfYear.finding(
      "“\(words)”在 \(numbers[0]) 年内，那时全年的数还没有出来；读入的数当作全年，请核对。",
      "“\(words)” lies within \(numbers[0]), when the numbers of the whole year were not there yet; they "
        + "were taken for a whole year, check it.", at: place, words: words, severity: .warning)
  }

  static func part(_ words: String, _ place: SourcePlace) -> Finding {
    FigureCheck.partOfYear.finding(
      "这里写数据是“\(words)”的，不是全年；这些指标按年度收。全年数出来后再报；若本来就是全年数，请改掉“\(words)”。",
      "Here it says that the numbers are of “\(words)”, which is no whole year; these indicators are "
        + "collected by year. Send the whole year when it is there; if this is the whole year, mend the words.",
      at: place, words: words)
  }

  static func mention(_ words: String, _ place: SourcePlace) -> Finding {
    FigureCheck.partOfYear.finding(
      "表下的注写有“\(words)”；读入的数当作全年，请核对。",
      "The note below the table speaks of “\(words)”; the numbers were taken for a whole year, check "
        + "it.", at: place, words: words, severity: .warning)
  }

  /// A part of the year in the file's name, and whether the table itself names a year.
  static func named(
    _ part: TableScene.Saying<String>, _ file: String, isWritten: Bool
  ) -> Finding {
    FigureCheck.partOfYear.finding(
      isWritten
        ? "文件名“\(file)”里有“\(part.value)”，表里写的是全年；读入的数当作全年，请核对。"
        : "表里没有写年份，文件名“\(file)”里有“\(part.value)”：不是全年的数，等全年数出来再报；是全年的数，请在标题里写明年份，并改文件名。",
      isWritten
        ? "The file's name “\(file)” has “\(part.value)”, the table a whole year; the numbers were "
          + "taken for a whole year, check it."
        : "The table names no year and the file's name “\(file)” has “\(part.value)”; where the numbers "
          + "are of a whole year, name the year in the title and rename the file.",
      at: part.at, words: part.value, severity: isWritten ? .warning : .error)
  }

  /// That a month alone is not known to be that of the numbers or that of the report.
  static func lone(
    _ month: TableScene.Saying<PeriodText>, severity: Finding.Severity = .error
  ) -> Finding {
    let words = (month.value.year.map { "\($0)年" } ?? "") + (month.value.spanWords ?? "")
    return FigureCheck.partOfYear.finding(
      "这里只写了“\(words)”：是数据的月份，就不是全年，等全年数出来再报；是制表的时间，请写成“制表时间：\(words)”，并在标题里写明数据是哪一年的。",
      "“\(words)” stands alone here: where it is the month of the numbers they are no whole year, to be sent "
        + "when that is there; where it is when the table was made, write 制表时间：\(words) and name the year of "
        + "the numbers in the title.", at: month.at, words: words, severity: severity)
  }
}
