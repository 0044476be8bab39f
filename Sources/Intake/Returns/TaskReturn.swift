import Foundation
import Reform

/// What was read out of a returned workbook of tasks, with all that is wrong with it.
public struct TaskReturn: Sendable {
  public var file: String
  /// Nil of a text file, and of a table that is none of our forms.
  public var key: TaskFormKey?
  /// Rows in which something is filled in.
  public var reports: [LineReport] = []
  /// Rows in which nothing is.
  public var blanks = 0
  public var sender: String?
  public var checker: String?
  public var phone: String?
  public var findings: [Finding] = []

  public init(file: String) { self.file = file }
}

/// Reads workbooks of tasks as they come back (任务填报表), or the same saved as text.
///
/// Rows are known by the task, the place and the period that are printed in them, columns by their
/// headings in either language; the hidden sheet says whose form it is and what was printed.
public struct TaskReturnIntake {
  let catalogue: Catalogue
  /// The place that all of a file must lie in; nil where the person named none.
  let region: Division.Code?

  public init(_ catalogue: Catalogue, in region: Division.Code? = nil) {
    (self.catalogue, self.region) = (catalogue, region)
  }

  /// Whether a file is a form of tasks and no table of figures: by its hidden sheet, or where that is
  /// lost, as in text, by its headings.
  public static func isForm(_ bytes: [UInt8], file: String) -> Bool {
    guard let book = try? SheetReader.read(bytes, name: file) else { return false }
    switch TaskFormKey.kind(of: book) {
    case .tasks: return true
    case .figures: return false
    case .none:
      return book.sheets.contains { !$0.isHidden && TaskReturnHeader($0) != nil }
    }
  }

  /// What a file says; one that cannot be opened is a finding of its own.
  public func read(_ bytes: [UInt8], file: String) -> TaskReturn {
    do { return read(try SheetReader.read(bytes, name: file)) } catch {
      var read = TaskReturn(file: file)
      read.findings = [
        LineReportCheck.unreadable.finding(
          error.message.zh, error.message.en, at: SourcePlace(file: file))
      ]
      return read
    }
  }

  /// What a workbook says.
  public func read(_ book: Workbook) -> TaskReturn {
    var read = TaskReturn(file: book.file)
    if let finding = refusal(of: book) {
      read.findings = [finding]
      return read
    }
    read.key = TaskFormKey(book)
    if let finding = read.key.flatMap({ refusal(of: $0, book.file) }) {
      read.findings = [finding]
      return read
    }
    var hasTable = false
    for sheet in book.sheets where !sheet.isHidden && sheet.name != TemplateKey.sheet {
      guard let header = TaskReturnHeader(sheet) else {
        tell(unread: sheet, file: book.file, into: &read)
        continue
      }
      hasTable = true
      var table = TaskReturnTable(self, header, sheet, file: book.file, read.key)
      table.read(into: &read)
    }
    guard hasTable else {
      read.findings.append(notAForm(SourcePlace(file: book.file)))
      return read
    }
    if read.reports.isEmpty, read.findings.allSatisfy({ $0.severity == .note }) {
      read.findings.append(
        LineReportCheck.nothingFilled.finding(
          "白色单元格都是空的，没有要登记的。", "All white cells are empty: there is nothing to enter.",
          at: SourcePlace(file: book.file)))
    }
    if !read.reports.isEmpty, read.sender == nil {
      read.findings.append(
        LineReportCheck.noSender.finding(
          "没有填报人；照样导入，备注里就没有填报人。",
          "Nobody is named as the one who filled it in; the notes will name none.",
          at: SourcePlace(file: book.file)))
    }
    return read
  }

  /// A sheet that the office has added to the form.
  private func tell(unread sheet: Sheet, file: String, into read: inout TaskReturn) {
    guard let name = sheet.name,
      ![TaskFormLayout.notes.zh, TaskFormLayout.notes.en].contains(name),
      let row = sheet.rows.first(where: { !$0.cells.isEmpty })
    else { return }
    read.findings.append(
      LineReportCheck.besideForm.finding(
        "工作表“\(name)”不是任务填报表，没有读入。",
        "The sheet “\(name)” is no form of tasks and was not read.",
        at: SourcePlace(file: file, sheet: name, row: row.number), severity: .note))
  }

  /// Why a workbook cannot be one of ours; nil where it may be.
  private func refusal(of book: Workbook) -> Finding? {
    let place = SourcePlace(file: book.file)
    switch TaskFormKey.kind(of: book) {
    case .figures:
      return LineReportCheck.otherForm.finding(
        "这是指标数据填报表，不是任务填报表；请用 yigai import figures 导入。",
        "This is a form of figures and none of tasks; import it with yigai import figures.",
        at: place)
    case .tasks(let version) where version > TaskFormLayout.version:
      return LineReportCheck.newerProgram.finding(
        "这张表由更新的 yigai 生成（格式 \(version)，本程序认到 \(TaskFormLayout.version)）；请升级后再导入。",
        "A newer yigai has made this form (format \(version); this one knows \(TaskFormLayout.version)); "
          + "import it after an upgrade.", at: place)
    case .tasks where TaskFormKey(book) == nil: return notAForm(place)
    case .tasks, .none: return nil
    }
  }

  private func refusal(of key: TaskFormKey, _ file: String) -> Finding? {
    guard let region, key.place != region, !catalogue.divisions.isWithin(key.place, region) else {
      return nil
    }
    let (form, asked) = (catalogue.divisions[key.place], catalogue.divisions[region])
    return LineReportCheck.otherPlace.finding(
      "这是\(form?.name ?? key.place)的表，不在所要的\(asked?.name ?? region)；请改 --place，或不写。",
      "This form is of \(form?.english ?? key.place), which does not lie in \(asked?.english ?? region); "
        + "change --place, or leave it out.", at: SourcePlace(file: file))
  }

  private func notAForm(_ place: SourcePlace) -> Finding {
    let heads = [TaskFormLayout.Column.task, .place, .status].map(\.head)
    return LineReportCheck.notAForm.finding(
      "不是任务填报表：找不到表头（\(heads.map(\.zh).joined(separator: "、"))）；请用 yigai template tasks 生成的表。",
      "This is no form of tasks: its headings (\(heads.map(\.en).joined(separator: ", "))) are not there; "
        + "use one that yigai template tasks writes.", at: place)
  }
}

/// Where the columns of a returned form stand, and in which language its headings are.
struct TaskReturnHeader {
  var columns: [TaskFormLayout.Column: Int] = [:]
  var language = Language.zh
  /// Position of the first row below it.
  var next = 0

  /// Looks for it in the first rows of a sheet; nil where none has what is needed.
  init?(_ sheet: Sheet) {
    for (position, row) in sheet.rows.prefix(20).enumerated() {
      for language in Language.allCases {
        columns = Self.columns(of: row, language)
        guard columns[.task] != nil, columns[.place] != nil,
          columns.keys.contains(where: \.isFilled)
        else { continue }
        (self.language, next) = (language, position + 1)
        return
      }
    }
    return nil
  }

  private static func columns(
    of row: SheetRow, _ language: Language
  ) -> [TaskFormLayout.Column: Int] {
    var found: [TaskFormLayout.Column: Int] = [:]
    for cell in row.cells {
      guard let words = cell.value.words.map(NameKey.folded) else { continue }
      for column in TaskFormLayout.Column.allCases
      where found[column] == nil && NameKey.folded(column.head(language)) == words {
        found[column] = cell.column
      }
    }
    return found
  }
}
