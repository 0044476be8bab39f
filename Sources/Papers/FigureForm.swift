import Foundation
import Reform

/// The form that is sent out to collect the figures of a year (填报模板).
///
/// A sheet for each monitored indicator, and one for those of each document and department; a row
/// for each county, under a total that adds itself up; what is to be filled in is white and unlocked,
/// last year's figures stand beside it in grey.
public struct FigureForm {
  let book: IndicatorCatalogue
  let divisions: Divisions
  let place: Division
  let year: Int
  let language: Language
  /// Whether last year's figures are made up.
  let isSample: Bool
  /// English names of departments by the printed ones.
  private let englishNames: [String: String]
  /// Documents by their key.
  let documents: [Document.ID: Document]
  /// The figure that stands in the ledger.
  let standing: (Figure.Key) -> Figure?

  public init(
    book: IndicatorCatalogue, catalogue: Catalogue, place: Division, year: Int, language: Language,
    isSample: Bool = false, standing: @escaping (Figure.Key) -> Figure?
  ) {
    divisions = catalogue.divisions
    var names: [String: String] = [:]
    for department in catalogue.departments {
      for form in department.forms + [department.name] { names[form] = department.english }
    }
    englishNames = names
    (self.book, self.place, self.year) = (book, place, year)
    (self.language, self.isSample, self.standing) = (language, isSample, standing)
    documents = Dictionary(
      catalogue.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The workbook: the sheets to fill in, how to fill them in, and the hidden key.
  public func workbook() -> WorkbookSpec {
    let groups = groups()
    var sheets: [PaperSheet] = []
    var columns: [(sheet: String, column: FormColumn, number: Int)] = []
    for group in groups {
      let table = FormTable(self, group)
      sheets.append(table.sheet())
      columns += table.columns.enumerated().map { (group.name, $1, $0 + FormTable.firstColumn) }
    }
    return WorkbookSpec(title: title, sheets: sheets + [notes(groups), key(columns)])
  }

  /// What the file of a form is called, without its ending.
  public static func fileName(of place: Division, _ year: Int) -> Phrase {
    Phrase("\(place.name)\(year)年指标填报表", "\(place.english)-figures-\(year)")
  }

  public var title: String {
    Phrase(
      "\(place.name)\(year)年度医改指标数据填报表", "Figures of the health reform, \(place.english), \(year)")(
        language) + (isSample ? Phrase("（示例，上年数为虚构）", " (sample, made up)")(language) : "")
  }

  /// Indicators that share a sheet.
  struct Group {
    var name: String
    var departments: [String]
    var indicators: [Indicator]
    /// Whether last year's parts stand beside last year's value.
    var isFull: Bool
  }

  /// The monitored indicators one by one, then those of each document that binds the place, by
  /// department and at most four to a sheet.
  func groups() -> [Group] {
    var groups: [Group] = []
    for indicator in book.all where isAsked(indicator) {
      let department = indicator.departments.first ?? Phrase("其他", "other")(language)
      if indicator.isMonitored {
        groups.append(
          Group(
            name: XLSXWriter.name(indicator.short(language)), departments: indicator.departments,
            indicators: [indicator], isFull: true))
      } else {
        add(indicator, to: &groups, "\(short(of: indicator))·\(department)")
      }
    }
    return groups
  }

  private func add(
    _ indicator: Indicator, to groups: inout [Group], _ name: String
  ) {
    var number = 1
    while true {
      let full = XLSXWriter.name(number == 1 ? name : "\(number) \(name)")
      guard let index = groups.firstIndex(where: { $0.name == full }) else {
        let departments = Array(indicator.departments.prefix(1))
        groups.append(
          Group(name: full, departments: departments, indicators: [indicator], isFull: false))
        return
      }
      guard groups[index].indicators.count >= 4 else {
        groups[index].indicators.append(indicator)
        return
      }
      number += 1
    }
  }

  private func short(of indicator: Indicator) -> String {
    guard let key = indicator.source?.document else { return Phrase("指标", "Indicators")(language) }
    return documents[key]?.short(language) ?? key
  }

  private func isAsked(_ indicator: Indicator) -> Bool {
    guard !indicator.isMonitored, let source = indicator.source,
      let region = documents[source.document]?.region
    else {
      return true
    }
    return divisions.isWithin(place.id, region) || divisions.isWithin(region, place.id)
  }

  /// The rows of a form that belong together: the total of a city, then its counties and its own level.
  struct Area {
    /// Nil where the rows stand alone.
    var total: Division?
    var places: [Division]
  }

  /// Cities with their counties and own levels, or those of one city, then the province's own level; of
  /// the whole country its provinces; the place itself where it is a county or an own level.
  func areas() -> [Area] {
    switch place.level {
    case .nation:
      let own = divisions.own(of: place.id).map { [$0] } ?? []
      return [Area(total: nil, places: divisions.parts(of: place.id) + own)]
    case .province:
      let parts = divisions.parts(of: place.id)
      let alone = parts.filter { $0.level == .county }
      return parts.filter { $0.level == .city }.map(area)
        + [Area(total: nil, places: alone + (divisions.own(of: place.id).map { [$0] } ?? []))]
    case .city: return [area(of: place)]
    case .county, .own: return [Area(total: nil, places: [place])]
    }
  }

  private func area(of city: Division) -> Area {
    let own = divisions.own(of: city.id).map { [$0] } ?? []
    return Area(total: city, places: divisions.parts(of: city.id) + own)
  }

  private func notes(_ groups: [Group]) -> PaperSheet {
    var sheet = PaperSheet(Phrase("填报说明", "How to fill in")(language))
    sheet.widths = [1: 30, 2: 12, 3: 62, 4: 30, 5: 30]
    sheet.isProtected = true
    sheet.put(.text(title), 1, 1, FormStyle.title, toColumn: 5)
    var row = 2
    sheet.heights[1] = 30
    for line in hints {
      sheet.put(.text(line(language)), row, 1, FormStyle.hint, toColumn: 5)
      sheet.heights[row] = 18
      row += 1
    }
    row += 1
    for (index, head) in noteHeads.enumerated() {
      sheet.put(.text(head(language)), row, index + 1, FormStyle.head)
    }
    for indicator in groups.flatMap(\.indicators) {
      row += 1
      let cells = noteCells(indicator)
      for (index, words) in cells.enumerated() {
        sheet.put(.text(words), row, index + 1, FormStyle.note)
      }
      let lines = zip(cells, [28, 10, 58, 28, 28]).map { FormStyle.lines($0, width: $1) }
      sheet.heights[row] = Double(lines.max() ?? 1) * 16 + 4
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
        "“本级”一行填市（省）直接管的机构，不含县（市、区）的；没有这样的机构就留空，或在该行填“无”。",
        "The row of the city (or provincial) level is for the institutions that it runs itself, without those of "
          + "the counties; leave it empty, or write 无, where there are none."),
      Phrase(
        "“标记”可选：\(flagWords(.zh))。", "“Flag” may be one of: \(flagWords(.en))."),
    ]
    if let due { hints.append(Phrase("报送截止：\(due)。", "Due by \(due).")) }
    return hints
  }

  /// Departments in their printed order, in English where it is known.
  func departments(_ names: [String]) -> String {
    guard language == .en else { return names.joined(separator: "、") }
    return names.map { englishNames[$0] ?? $0 }.joined(separator: ", ")
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
    let document = indicator.source.flatMap { documents[$0.document] }
    let source = [document?.number, indicator.source?.place(language)].compactMap { $0 }
    let formula = indicator.formula(language)
    return [
      indicator.name(language), indicator.unit.name(language),
      formula + Phrase("。", ". ")(language) + indicator.definition(language),
      departments(indicator.departments), source.joined(separator: " "),
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

  /// How many lines a text takes in a column of so many characters.
  static func lines(_ text: String, width: Int) -> Int {
    let columns = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    return max(1, (columns + width - 1) / width)
  }

  /// A computed value with so many digits behind the point.
  static func value(_ digits: Int) -> PaperStyle {
    shown.with(\.format, digits == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: digits))
  }
}
