import Foundation
import Reform

/// The workbook in which a place fills in how its tasks stand (任务填报表).
///
/// A row for each line of the place: what is printed is locked, the white cells are filled in. A
/// hidden sheet carries the codes and what the ledger held, by which it is known again.
public struct TaskForm {
  private typealias Column = TaskFormLayout.Column

  private let catalogue: Catalogue
  private let place: Division
  private let standings: [Standing]
  private let day: Day
  /// The newest entry of the ledger; nil where there is none.
  private let last: Entry?
  private let language: Language
  private let isSample: Bool
  /// What the form is narrowed to: a department, as it was asked for.
  private let department: String?

  private static let headRow = 3
  private static var firstRow: Int { headRow + 1 }

  /// `standings` are the lines of the place as of the day, in the order in which they are printed.
  public init(
    _ catalogue: Catalogue, of place: Division, _ standings: [Standing], on day: Day, last: Entry?,
    _ language: Language, isSample: Bool = false, department: String? = nil
  ) {
    (self.catalogue, self.place, self.standings) = (catalogue, place, standings)
    (self.day, self.last, self.language) = (day, last, language)
    (self.isSample, self.department) = (isSample, department)
  }

  /// What the file of a form is called, without its ending.
  public static func fileName(of place: Division, on day: Day, department: String? = nil) -> Phrase
  {
    let month = day.month < 10 ? "0\(day.month)" : "\(day.month)"
    let (zh, en) = (department ?? "", department.map { "-\($0)" } ?? "")
    return Phrase(
      "\(place.name)\(zh)\(day.year)年\(day.month)月任务填报表",
      "\(place.english)\(en)-tasks-\(day.year)-\(month)")
  }

  public var title: String {
    let whose = department.map { " \($0)" } ?? ""
    return Phrase(
      "\(place.name)\(whose)医改任务进展填报表（\(day)）",
      "Progress of the reform's tasks, \(place.english)\(whose), \(day)")(language)
      + (isSample ? Phrase("（示例数据，全部虚构）", " (sample data, all made up)")(language) : "")
  }

  /// The sheet to fill in, how to fill it in, and the hidden key.
  public func workbook() -> WorkbookSpec {
    WorkbookSpec(title: title, sheets: [lines(), notes(), key()])
  }

  private func lines() -> PaperSheet {
    var sheet = PaperSheet(Phrase("任务", "Tasks")(language))
    sheet.isProtected = true
    (sheet.frozenRows, sheet.frozenColumns) = (Self.headRow, Column.title.rawValue)
    let last = Column.allCases.count
    sheet.put(.text(title), 1, 1, FormStyle.title.with(\.align, .left), toColumn: last)
    sheet.put(.text(hints[0](language)), 2, 1, FormStyle.hint, toColumn: last)
    (sheet.heights[1], sheet.heights[2], sheet.heights[Self.headRow]) = (30, 20, 34)
    for column in Column.allCases {
      let style = column.isFilled ? FormStyle.head.with(\.fill, 0xFFF2CC) : FormStyle.head
      sheet.put(.text(column.head(language)), Self.headRow, column.rawValue, style)
      sheet.widths[column.rawValue] = column.width
    }
    for (index, standing) in standings.enumerated() { lay(standing, index, &sheet) }
    guard !standings.isEmpty else { return sheet }
    let rows = Self.firstRow...(Self.firstRow + standings.count - 1)
    let words = Status.allCases.map { FieldWords.status($0)(language) }
    sheet.rules = [
      PaperRule(
        .list(words), rows: rows, columns: Column.status.rawValue...Column.status.rawValue,
        title: Column.status.head(language), message: words.joined(separator: " | "))
    ]
    sheet.filter = PaperFilter(rows: Self.headRow...rows.upperBound, columns: 1...last)
    layFoot(rows.upperBound + 2, &sheet)
    return sheet
  }

  private func lay(_ standing: Standing, _ index: Int, _ sheet: inout PaperSheet) {
    let row = Self.firstRow + index
    var height = 1
    for column in Column.allCases {
      guard !column.isFilled else {
        sheet.put(.blank, row, column.rawValue, column.input)
        continue
      }
      let style = FormStyle.place.with(\.isWrapped, true)
      if column == .number {
        sheet.put(.number(Decimal(index + 1)), row, column.rawValue, style)
        continue
      }
      let words = printed(column, of: standing)
      height = max(height, FormStyle.lines(words, width: Int(column.width) - 1))
      sheet.put(
        .text(words), row, column.rawValue,
        column == .light ? style.with(\.ink, standing.light.signal.ink) : style)
    }
    sheet.heights[row] = Double(height) * 15 + 5
  }

  private func printed(_ column: Column, of standing: Standing) -> String {
    let task = catalogue.task(standing.line.task)
    switch column {
    case .task: return standing.line.task
    case .title: return task?.title(language) ?? ""
    case .document: return task.flatMap { catalogue.document($0.document) }?.number ?? ""
    case .clause:
      return task.flatMap { catalogue.clause(of: $0) }?.place(language) ?? task?.clause ?? ""
    case .lead: return departments(of: task) { $0 == .lead }
    case .others: return departments(of: task) { $0 != .lead }
    case .place: return catalogue.name(of: standing.line, in: language)
    case .period: return standing.line.period?.description ?? ""
    case .due:
      if let due = standing.due, let printed = standing.original {
        return Phrase("\(due)（原定 \(printed)，已延期）", "\(due) (printed \(printed), extended)")(
          language)
      }
      return standing.due?.description ?? task.map { FieldWords.undated($0)(language) } ?? ""
    case .standing: return FieldWords.status(standing.status)(language)
    case .light: return FieldWords.signal(standing.light.signal)(language)
    case .number, .status, .progress, .problem, .next, .evidence, .day: return ""
    }
  }

  /// No department is called the lead where the document does not say so.
  private func departments(
    of task: ReformTask?, where isMeant: (Responsible.Role) -> Bool
  ) -> String {
    (task?.departments ?? []).filter { isMeant($0.role) }
      .map { catalogue.name(of: $0, in: language) }
      .joined(separator: Phrase("、", "; ")(language))
  }

  private func layFoot(_ first: Int, _ sheet: inout PaperSheet) {
    for (index, foot) in TaskFormLayout.Foot.allCases.enumerated() {
      let row = first + index
      sheet.put(.text(foot.head(language)), row, Column.task.rawValue, FormStyle.head)
      sheet.put(.blank, row, Column.title.rawValue, FormStyle.words.with(\.format, "@"))
      sheet.heights[row] = 22
    }
  }

  private var hints: [Phrase] {
    [
      Phrase(
        "只填白色单元格；没有变化的行留空。灰色的是台账内容，不能改。详见“填报说明”。",
        "Fill in the white cells only, and leave a row empty where nothing has changed; what is grey stands in "
          + "the ledger. More under “How to fill in”."),
      Phrase(
        "“状态”从列表中选：\(words(.zh))。报“已销号”必须填佐证（文号、文件名或网址）。",
        "Choose the status from the list: \(words(.en)). “Signed off” needs evidence: a number, a file "
          + "name or an address."),
      Phrase(
        "进展、问题、下一步用几句话写明；“截至日期”写 2024-12-06 这样的日期，不晚于今天，可不填。",
        "Progress, problem and next step in a few sentences; the day like 2024-12-06, not after today, or "
          + "none."),
      Phrase(
        "状态比台账倒退的，或发表以后台账又有变动的，导入时会逐行问。",
        "What goes back, or has moved in the ledger since, is asked about line by line when it is imported."
      ),
      Phrase(
        "不要增删行列、改表头和灰色内容；表下填报人、审核人、电话填全，存为 .xlsx 发回。",
        "Add or remove no rows, columns or headings; fill in who wrote and checked it, with a telephone, and "
          + "send it back as .xlsx."),
    ]
  }

  private func words(_ language: Language) -> String {
    Status.allCases.map { FieldWords.status($0)(language) }
      .joined(separator: language == .zh ? "、" : ", ")
  }

  private func notes() -> PaperSheet {
    var sheet = PaperSheet(TaskFormLayout.notes(language))
    (sheet.isProtected, sheet.widths[1]) = (true, 110)
    sheet.put(.text(title), 1, 1, FormStyle.title.with(\.align, .left))
    sheet.heights[1] = 30
    for (index, hint) in hints.enumerated() {
      let text = hint(language)
      sheet.put(.text("\(index + 1). \(text)"), index + 2, 1, FormStyle.note)
      sheet.heights[index + 2] = Double(FormStyle.lines(text, width: 104)) * 16 + 6
    }
    return sheet
  }

  private func key() -> PaperSheet {
    var sheet = PaperSheet(TemplateKey.sheet)
    (sheet.isHidden, sheet.isProtected) = (true, true)
    func lay(_ row: Int, _ texts: [String]) {
      for (column, text) in texts.enumerated() { sheet.put(.text(text), row, column + 1) }
    }
    lay(1, [TaskFormLayout.mark, "\(TaskFormLayout.version)"])
    for (index, fact) in TaskFormLayout.Fact.allCases.enumerated() {
      lay(index + 2, [fact.rawValue, text(of: fact)])
    }
    for (index, standing) in standings.enumerated() {
      let line = standing.line
      lay(
        TaskFormLayout.firstLineRow + index,
        [
          "\(index + 1)", line.task, line.place, line.period?.description ?? "",
          standing.status.rawValue,
        ])
    }
    return sheet
  }

  private func text(of fact: TaskFormLayout.Fact) -> String {
    switch fact {
    case .place: place.id
    case .province: catalogue.province
    case .sample: isSample ? "yes" : "no"
    case .day: day.description
    case .entry: "\(last?.id ?? 0)"
    case .at: last?.at ?? ""
    }
  }
}

extension TaskFormLayout.Column {
  /// In characters.
  fileprivate var width: Double {
    switch self {
    case .number: 6
    case .task: 20
    case .title, .progress: 36
    case .document: 22
    case .clause, .lead: 16
    case .others, .problem, .next, .evidence: 26
    case .place, .due, .status, .day: 13
    case .standing: 11
    case .period, .light: 7
    }
  }

  /// Words stay words, whatever they begin with.
  fileprivate var input: PaperStyle {
    let format = self == .day ? "yyyy-mm-dd" : "@"
    return FormStyle.words.with(\.isWrapped, true).with(\.format, format)
  }
}

extension Signal {
  fileprivate var ink: UInt32 {
    switch self {
    case .red: 0xC00000
    case .yellow: 0x9C6500
    case .green: 0x1E7B34
    case .grey: 0x808080
    }
  }
}
