import Foundation
import Reform

/// What is said of the titles and headings of a table of groups: what of them is not read, of which year
/// their numbers are, and whether they count what is entered.
struct GroupHeadCheck {
  private let header: GroupHeader
  private let sheet: Sheet
  private let file: String
  private let form: GroupIntake.Form
  /// The year that the person named.
  private let asked: Int?
  private(set) var findings: [Finding] = []

  init(_ header: GroupHeader, _ sheet: Sheet, file: String, _ form: GroupIntake.Form, asked: Int?) {
    (self.header, self.sheet, self.file) = (header, sheet, file)
    (self.form, self.asked) = (form, asked)
    tellUnread()
    tellUnits()
    tellRepeated()
    tellAsides()
    tellParts()
    tellYears()
  }

  // MARK: What is not read

  private mutating func tellUnread() {
    for (column, name) in header.unknown {
      find(
        "unknown-column", .warning, "不认识“\(name)”这一列，没有读入。",
        "The column “\(name)” is not known and was not read.", column)
    }
    for column in header.hidden {
      find(
        "hidden-column", .warning, "\(SourcePlace.letters(column)) 列是隐藏的，没有读入；要报的请取消隐藏。",
        "Column \(SourcePlace.letters(column)) is hidden and was not read; unhide it if it is to count.",
        column)
    }
  }

  private mutating func tellUnits() {
    for (column, words) in header.unknownUnits {
      find(
        "unknown-unit", .error, "不认识单位“\(words)”；金额请用元或万元。",
        "The unit “\(words)” is not known; amounts take yuan or 万元.", column)
    }
    for (column, field) in header.columns where field.isShare {
      guard let unit = header.units[column], unit.family != .share else { continue }
      find(
        "unknown-unit", .error, "“\(head(column))”应是百分数（%）。", "“\(head(column))” takes per cent.",
        column)
    }
    findings += header.findingsOfUnits {
      SourcePlace(file: file, sheet: sheet.name, row: $0, column: $1)
    }
  }

  /// Columns of one meaning: with the same numbers the first is as good as all, else nobody knows which.
  private mutating func tellRepeated() {
    for (column, name, first) in header.repeated {
      let isSame =
        (header.asides[column] ?? []) == (header.asides[first] ?? []) && !differ(first, column)
      guard !isSame else {
        find(
          "repeated-column", .warning, "“\(name)”这一列前面已有，这里没有读入。",
          "A column before has what “\(name)” has; this one was not read.", column)
        continue
      }
      let cells = [first, column].map { place($0).finding.cell ?? "" }
      find(
        "repeated-column", .error,
        "\(cells[0])“\(head(first))”和 \(cells[1])“\(name)”是同一项，写的却不同，不知道登记哪一列；请只留要登记的一列。",
        "\(cells[0]), “\(head(first))”, and \(cells[1]), “\(name)”, are one thing and say different things; keep "
          + "the one that is to be entered.", column)
    }
  }

  /// Whether the numbers of two columns differ in any row.
  private func differ(_ first: Int, _ other: Int) -> Bool {
    rows.contains { row in
      guard let value = row[other], value.isNumber else { return false }
      return row[first] != value
    }
  }

  private var rows: ArraySlice<SheetRow> { sheet.rows[header.next...] }

  // MARK: Words beside the name

  private mutating func tellAsides() {
    for (column, field) in header.columns {
      guard let asides = header.asides[column], !asides.isEmpty,
        rows.contains(where: { $0[column] != nil })
      else { continue }
      let words = asides.joined(separator: "、")
      let name = head(column)
      if field.isScore, let marks = asides.lazy.compactMap(Self.marks).first {
        find(
          "other-basis", .error,
          "“\(name)”写的是满分 \(marks) 分，得分按百分制登记；请把得分换算成百分制，去掉“\(words)”。",
          "“\(name)” is out of \(marks), and scores are entered out of 100; convert them and leave “\(words)” out.",
          column)
      } else if field.isScore, asides.contains(where: { $0.contains("扣") || $0.contains("减分") }) {
        find(
          "other-basis", .error, "“\(name)”写的是扣分，登记的是得分（百分制）；请改填得分。",
          "“\(name)” has the points that were taken off; give the score out of 100.", column)
      } else {
        find(
          "other-basis", .warning,
          "“\(name)”另写有“\(words)”，登记的是“\(GroupWords.name(of: field).zh)”的全部；请核对，不是的请删去这一列。",
          "“\(name)” also says “\(words)”; what is entered is “\(GroupWords.name(of: field).en)” as a whole. Check "
            + "it, or take the column out.", column)
      }
    }
  }

  /// The marks that a score is out of (30分, 满分30), where they are not 100.
  private static func marks(_ aside: String) -> Decimal? {
    guard
      aside.range(of: "^(?:满分|总分|分值)?:?[0-9.]+分?$", options: .regularExpression) != nil,
      aside.contains("分"),
      let marks = Decimal(string: aside.filter { $0.isNumber || $0 == "." }), marks != 100
    else { return nil }
    return marks
  }

  // MARK: Years

  /// Titles, names of sheets and headings that name a part of a year.
  private mutating func tellParts() {
    guard form == .settlements || form == .assessments else { return tellPartsOfHeadings() }
    if let part = header.part {
      find(
        "part-of-year", .error, "标题写的是“\(part.words)”，不是全年；请导入全年的表，或改正标题。",
        "The title says “\(part.words)”, which is no whole year; import that of the year, or mend the title.",
        at: (part.row, part.column))
    } else if let name = sheet.name, PeriodText(name).isPart {
      findings.append(
        Finding(
          "part-of-year", .error,
          Phrase(
            "工作表名写的是“\(name)”，不是全年；请导入全年的表，或改正表名。",
            "The sheet is called “\(name)”, which is no whole year; import that of the year, or rename it."
          ),
          at: .init(file: file, sheet: name)))
    }
    tellPartsOfHeadings()
  }

  private mutating func tellPartsOfHeadings() {
    for (column, field) in header.columns where field.isCounted {
      guard let part = header.parts[column] else { continue }
      if case .advance = field { continue }
      find(
        "part-of-year", .error, "“\(head(column))”写的是“\(part)”，不是全年；请填全年的数，或改正表头。",
        "“\(head(column))” is of “\(part)”, which is no whole year; give that of the year, or mend the heading.",
        column)
    }
  }

  /// Titles that name two years, or another than headings or the person, where rows take theirs from them.
  private mutating func tellYears() {
    guard form == .settlements || form == .assessments, header.column(.year) == nil else { return }
    let own = Set(header.columns.compactMap { header.years[$0.column] })
    if let asked, header.namesAllYears, !own.contains(asked) {
      let list = own.sorted().map(String.init).joined(separator: "、")
      find(
        "wrong-year", .error, "表头写的是 \(list) 年，要导入的是 \(asked) 年；请换成 \(asked) 年的表，或改 --year。",
        "The headings say \(list), what is to be imported is of \(asked); take the right table, or change --year.",
        header.columns.first { header.years[$0.column] != nil }?.column)
      return
    }
    guard let last = header.titleYears.last else { return }
    if header.namesAllYears {
      guard !own.contains(last.year) else { return }
      let list = own.sorted().map(String.init).joined(separator: "、")
      return find(
        "wrong-year", .warning, "标题写的是 \(last.year) 年，表头却是 \(list) 年；登记的是表头的年份，请核对。",
        "The title says \(last.year), the headings \(list), which is entered; check it.",
        at: (last.row, last.column))
    }
    if let other = header.titleYears.first(where: { $0.year != last.year }) {
      find(
        "wrong-year", .error, "标题里有 \(other.year) 年，也有 \(last.year) 年；请改成一致，或加“年度”一列。",
        "The titles name \(other.year) and \(last.year); make them agree, or add a column 年度 (year).",
        at: (other.row, other.column))
    } else if let asked, asked != last.year {
      find(
        "wrong-year", .error, "标题写的是 \(last.year) 年，要导入的是 \(asked) 年；请换成 \(asked) 年的表，或改 --year。",
        "The title says \(last.year), what is to be imported is of \(asked); take the right table, or change "
          + "--year.", at: (last.row, last.column))
    }
  }

  // MARK: Findings

  private func head(_ column: Int) -> String { header.heads[column] ?? "" }

  private func place(_ column: Int?) -> SourcePlace {
    SourcePlace(
      file: file, sheet: sheet.name, row: column.flatMap { header.headRows[$0] } ?? header.row,
      column: column)
  }

  private mutating func find(
    _ check: String, _ severity: Finding.Severity, _ zh: String, _ en: String, _ column: Int?
  ) {
    findings.append(Finding(check, severity, Phrase(zh, en), at: place(column).finding))
  }

  private mutating func find(
    _ check: String, _ severity: Finding.Severity, _ zh: String, _ en: String,
    at cell: (row: Int, column: Int)
  ) {
    let place = SourcePlace(file: file, sheet: sheet.name, row: cell.row, column: cell.column)
    findings.append(Finding(check, severity, Phrase(zh, en), at: place.finding))
  }
}
