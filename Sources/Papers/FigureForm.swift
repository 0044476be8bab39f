import Foundation
import Reform

/// The form that is sent out to collect the figures of a year (填报模板).
///
/// A sheet for each responsible department; a row for each county, under a total that adds itself
/// up; what is to be filled in is white and unlocked, last year's figures stand beside it in grey.
public struct FigureForm {
  let book: IndicatorBook
  let divisions: Divisions
  let place: Division
  let year: Int
  let language: Language
  /// Whether last year's figures are made up.
  let isSample: Bool
  /// Titles of documents by their key.
  let documents: [Document.ID: Document]
  /// The figure that stands in the ledger.
  let standing: (Figure.Key) -> Figure?

  public init(
    book: IndicatorBook, divisions: Divisions, documents: [Document], place: Division, year: Int,
    language: Language, isSample: Bool = false, standing: @escaping (Figure.Key) -> Figure?
  ) {
    (self.book, self.divisions, self.place, self.year) = (book, divisions, place, year)
    (self.language, self.isSample, self.standing) = (language, isSample, standing)
    self.documents = Dictionary(
      documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The workbook: the sheets to fill in, how to fill them in, and the hidden key.
  public func workbook() -> PaperBook {
    let groups = groups()
    var sheets: [PaperSheet] = []
    var columns: [(sheet: String, column: FormColumn, number: Int)] = []
    for group in groups {
      let table = FormTable(self, group)
      sheets.append(table.sheet())
      columns += table.columns.enumerated().map { (group.name, $1, $0 + FormTable.firstColumn) }
    }
    return PaperBook(title: title, sheets: sheets + [notes(groups), key(columns)])
  }

  public var title: String {
    Phrase(
      "\(place.name)\(year)年度医改指标数据填报表", "Figures of the health reform, \(place.english), \(year)")(
        language) + (isSample ? Phrase("（示例，上年数为虚构）", " (sample, made up)")(language) : "")
  }

  /// Indicators of one department, as one sheet.
  struct Group {
    var name: String
    var indicators: [Indicator]
  }

  /// The monitored indicators by department, then those of each document that binds the place.
  func groups() -> [Group] {
    var groups: [Group] = []
    for indicator in book.all where isAsked(indicator) {
      let name = sheetName(of: indicator)
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].indicators.append(indicator)
      } else {
        groups.append(Group(name: name, indicators: [indicator]))
      }
    }
    return groups
  }

  private func isAsked(_ indicator: Indicator) -> Bool {
    guard !indicator.isMonitored, let region = documents[indicator.source.document]?.region else {
      return true
    }
    return divisions.isWithin(place.id, region) || divisions.isWithin(region, place.id)
  }

  /// What a sheet is called; every sign is one that a spreadsheet takes.
  private func sheetName(of indicator: Indicator) -> String {
    let department = indicator.departments.first ?? Phrase("其他", "other")(language)
    if indicator.isMonitored { return Phrase("重点·\(department)", "Key · \(department)")(language) }
    let document =
      documents[indicator.source.document]?.short(language) ?? indicator.source.document
    return XLSXWriter.name("\(document)·\(department)")
  }

  /// Cities with their counties, or the counties of one city; the place itself where it is one.
  func areas() -> [(city: Division, counties: [Division])] {
    switch place.level {
    case .province: divisions.parts(of: place.id).map { ($0, divisions.parts(of: $0.id)) }
    case .city: [(place, divisions.parts(of: place.id))]
    case .county: [(place, [place])]
    }
  }

  private func notes(_ groups: [Group]) -> PaperSheet {
    var sheet = PaperSheet(Phrase("填报说明", "How to fill in")(language))
    sheet.widths = [1: 30, 2: 12, 3: 62, 4: 30, 5: 30]
    sheet.isProtected = true
    sheet.put(.text(title), 1, 1, FormStyle.title, toColumn: 5)
    var row = 2
    for line in hints {
      sheet.put(.text(line(language)), row, 1, FormStyle.hint, toColumn: 5)
      row += 1
    }
    row += 1
    for (index, head) in noteHeads.enumerated() {
      sheet.put(.text(head(language)), row, index + 1, FormStyle.head)
    }
    for indicator in groups.flatMap(\.indicators) {
      row += 1
      for (index, words) in noteCells(indicator).enumerated() {
        sheet.put(.text(words), row, index + 1, FormStyle.note)
      }
    }
    return sheet
  }

  private var hints: [Phrase] {
    let due = book.all.lazy.compactMap { $0.isMonitored ? $0.dueDay(for: .year(year)) : nil }.first
    var hints = [
      Phrase(
        "白色单元格填写，灰色单元格是上年数和自动计算的数，不能改；没有数据的留空，不要填 0。",
        "Fill in the white cells; grey ones are last year's figures or reckoned. Leave empty what is not "
          + "there, without a 0."),
      Phrase(
        "金额一律以万元计；比例由表格自动算出；不要增删行列、改表头和工作表名称。",
        "Amounts count in 10,000 yuan; ratios are reckoned by the sheet; add or remove no rows, columns, "
          + "headings or sheets."),
      Phrase(
        "“标记”可选：\(flagWords(.zh))。", "“Flag” may be one of: \(flagWords(.en))."),
    ]
    if let due { hints.append(Phrase("报送截止：\(due)。", "Due by \(due).")) }
    return hints
  }

  func flagWords(_ language: Language) -> String {
    flags.map { $0(language) }.joined(separator: language == .zh ? "、" : ", ")
  }

  /// Flags that a sender may set.
  var flags: [Phrase] { FigureFlags.names.filter { $0.flag != .madeUp }.map(\.words) }

  private var noteHeads: [Phrase] {
    [
      Phrase("指标", "Indicator"), Phrase("单位", "Unit"), Phrase("口径", "Definition"),
      Phrase("责任部门", "Departments"), Phrase("依据", "Source"),
    ]
  }

  private func noteCells(_ indicator: Indicator) -> [String] {
    let document = documents[indicator.source.document]
    let source = [document?.number, indicator.source.place(language)].compactMap { $0 }
    let formula = indicator.formula(language)
    return [
      indicator.name(language), indicator.unit.name(language),
      formula + Phrase("。", ". ")(language) + indicator.definition(language),
      indicator.departments.joined(separator: "、"), source.joined(separator: " "),
    ]
  }

  private func key(_ columns: [(sheet: String, column: FormColumn, number: Int)]) -> PaperSheet {
    var sheet = PaperSheet(TemplateKey.sheet)
    sheet.isHidden = true
    sheet.isProtected = true
    let province = divisions.all.first
    let facts: [(String, String)] = [
      (TemplateKey.mark, "\(TemplateKey.version)"), ("year", "\(year)"),
      ("province", province?.id ?? ""), ("province-name", province?.name ?? ""),
      ("place", place.id), ("first-row", "\(FormTable.firstRow)"),
    ]
    for (index, fact) in facts.enumerated() {
      sheet.put(.text(fact.0), index + 1, 1)
      sheet.put(.text(fact.1), index + 1, 2)
    }
    for (index, made) in columns.enumerated() {
      let row = TemplateKey.firstColumnRow + index
      let texts = [
        made.sheet, "\(made.number)", made.column.head, made.column.indicator ?? "",
        made.column.part.rawValue,
      ]
      for (column, text) in texts.enumerated() { sheet.put(.text(text), row, column + 1) }
    }
    return sheet
  }
}

/// How the cells of a form look.
enum FormStyle {
  static let title = PaperStyle().with(\.isBold, true).with(\.size, 16).with(\.align, .center)
  static let hint = PaperStyle().with(\.ink, 0x606060).with(\.isWrapped, true)
  static let head = PaperStyle().with(\.isBold, true).with(\.fill, 0xD9E5F2)
    .with(\.align, .center).with(\.isWrapped, true).with(\.hasBorder, true)
  static let note = PaperStyle().with(\.isWrapped, true).with(\.hasBorder, true)
  static let place = PaperStyle().with(\.hasBorder, true).with(\.fill, 0xF2F2F2)
  static let input = PaperStyle().with(\.hasBorder, true).with(\.isUnlocked, true)
    .with(\.format, "#,##0.######")
  static let words = PaperStyle().with(\.hasBorder, true).with(\.isUnlocked, true)
  static let shown = PaperStyle().with(\.hasBorder, true).with(\.fill, 0xF2F2F2)
    .with(\.ink, 0x808080).with(\.format, "#,##0.######")
  static let total = shown.with(\.isBold, true).with(\.ink, 0x404040)

  /// A reckoned value with so many digits behind the point.
  static func value(_ digits: Int) -> PaperStyle {
    shown.with(\.format, digits == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: digits))
  }
}
