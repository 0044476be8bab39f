import Foundation
import Reform

/// The rows of a returned form of tasks, one after another.
struct TaskReturnTable {
  typealias Column = TaskFormLayout.Column

  private let catalogue: Catalogue
  let header: TaskReturnHeader
  let sheet: Sheet
  let file: String
  let key: TaskFormKey?
  /// The place that the rows must be of.
  private let scope: Division.Code
  /// What the form printed of each line, by its hidden sheet.
  private let printed: [Line: Status]
  var findings: [Finding] = []
  /// Columns of which it was told that they are not read.
  var told: Set<Int> = []

  init(
    _ intake: TaskReturnIntake, _ header: TaskReturnHeader, _ sheet: Sheet, file: String,
    _ key: TaskFormKey?
  ) {
    (catalogue, self.header, self.sheet) = (intake.catalogue, header, sheet)
    (self.file, self.key) = (file, key)
    printed = Dictionary(
      (key?.lines ?? [:]).values.map { ($0.line, $0.status) },
      uniquingKeysWith: { first, _ in first })
    scope = key?.place ?? intake.region ?? intake.catalogue.province
  }

  mutating func read(into read: inout TaskReturn) {
    var reports: [LineReport] = []
    for row in sheet.rows[header.next...] {
      if takeFoot(row, into: &read) { continue }
      let filled = Column.allCases.contains { $0.isFilled && value(row, $0) != nil }
      guard words(row, .task) != nil || filled else {
        _ = tellLoose(row)
        continue
      }
      let isTold = tellAside(row, isFilled: filled)
      guard filled else {
        if !isTold, !tellLoose(row) { read.blanks += 1 }
        continue
      }
      if let report = report(row) { reports.append(report) }
    }
    for index in reports.indices { reports[index].sender = read.sender }
    read.reports += reports
    read.findings += findings
  }

  private func takeFoot(_ row: SheetRow, into read: inout TaskReturn) -> Bool {
    guard let column = header.columns[.task], let words = text(row[column]) else { return false }
    // 填报人：张三 may stand in one cell.
    let parts = words.split(maxSplits: 1) { "：:".contains($0) }.map(String.init)
    let label = NameKey.folded(parts.first ?? "")
    guard
      let foot = TaskFormLayout.Foot.allCases.first(where: { foot in
        Language.allCases.contains { NameKey.folded(foot.head($0)) == label }
      })
    else { return false }
    let said = parts.count > 1 ? text(.text(parts[1])) : text(row[column + 1])
    switch foot {
    case .sender: read.sender = said
    case .checker: read.checker = said
    case .phone: read.phone = said
    }
    return true
  }

  private mutating func report(_ row: SheetRow) -> LineReport? {
    let before = findings.count
    tellMerged(row)
    let line = line(of: row)
    let status = status(of: row)
    let day = day(of: row)
    let texts = [Column.progress, .problem, .next, .evidence].map { sentence(row, $0) }
    guard let line, findings.count == before else { return nil }
    var report = LineReport(line, at: at(row, .number))
    (report.status, report.day, report.language) = (status, day, header.language)
    (report.progress, report.problem) = (texts[0], texts[1])
    (report.next, report.evidence) = (texts[2], texts[3])
    report.columns = header.columns
    report.seen = seen(row, line)
    return report
  }

  /// What the form printed, by its hidden sheet; else by what still stands in the row.
  private func seen(_ row: SheetRow, _ line: Line) -> Status? {
    printed[line] ?? words(row, .standing).flatMap(Self.status)
  }

  // MARK: - Which line it is

  private mutating func line(of row: SheetRow) -> Line? {
    guard let id = words(row, .task) else {
      find(
        .unknownTask, "这一行填了内容，但没有任务编号；请填在表里原有的行上。",
        "Something is filled in here, but the row names no task; write into the rows of the form.",
        at(row, .task))
      return nil
    }
    guard let task = catalogue.task(id) ?? catalogue.heirs(of: id).only else {
      find(
        .unknownTask, "台账里没有任务“\(id)”；请核对编号，或重新生成表。",
        "The ledger has no task “\(id)”; look at its id, or write the form anew.", at(row, .task))
      return nil
    }
    if let left = catalogue.leftOut(task) {
      find(leftOut: left, task, at: at(row, .task))
      return nil
    }
    guard let place = place(of: row, task) else { return nil }
    let words = words(row, .period)
    let period = words.flatMap { Period($0.replacing("年", with: "")) }
    guard words == nil || period != nil else {
      find(
        .noSuchLine, "“\(words ?? "")”不是一期；请恢复原来的内容，如 2024。",
        "“\(words ?? "")” is no period; put back what was printed, such as 2024.", at(row, .period))
      return nil
    }
    let line = Line(task.id, in: place, period: period)
    guard let number = self.words(row, .number).flatMap(Int.init),
      let printed = key?.lines[number]?.line, printed != line,
      printed.task == line.task || catalogue.task(printed.task) != nil
    else { return line }
    let name = catalogue.name(of: printed, in: .zh)
    find(
      .changedRow,
      "第 \(number) 行的灰色内容被改过：原来是\(name)的 \(printed.task) \(printed.period?.description ?? "")；请恢复。",
      "What was printed in row \(number) has been changed: it was \(printed.task) of "
        + "\(catalogue.name(of: printed, in: .en)); put it back.", at(row, .number))
    return nil
  }

  private mutating func place(of row: SheetRow, _ task: ReformTask) -> Division.Code? {
    guard let name = words(row, .place) else {
      find(
        .unknownPlace, "没有写地区；请恢复表里原来的地区。", "The place is missing; put it back.",
        at(row, .place))
      return nil
    }
    let all = catalogue.fanOut(of: task).filter { isCalled($0, task, name) }
    let here = all.filter { catalogue.divisions.isLine(at: $0, ofForm: scope) }
    if let only = here.only { return only }
    let form = catalogue.divisions[scope]
    if !all.isEmpty, here.isEmpty {
      find(
        .otherPlace, "\(name)不在这张表的地区（\(form?.name ?? "")）内；请删去这一行，用它自己的表。",
        "\(name) does not belong to the place of this form (\(form?.english ?? "")); leave it to its own.",
        at(row, .place))
    } else if here.count > 1 {
      find(
        .unknownPlace, "叫“\(name)”的不止一处；请写行政区划代码。",
        "Several places are called “\(name)”; write the code.", at(row, .place))
    } else if catalogue.divisions.find(name) == nil {
      find(
        .unknownPlace, "没有叫“\(name)”的地区；请恢复表里原来的地区。",
        "There is no place “\(name)”; put back what was printed.", at(row, .place))
    } else if let left = leftPlace(name, task) {
      find(leftOut: left, task, at: at(row, .place))
    } else {
      find(
        .noSuchLine, "\(name)没有任务 \(task.id)（\(task.title.zh)）；请核对编号和地区。",
        "\(task.id) (\(task.title.en)) does not concern \(name); look at id and place.",
        at(row, .place))
    }
    return nil
  }

  /// By what a task is left out in a place that is called so.
  private func leftPlace(_ name: String, _ task: ReformTask) -> HandEntry? {
    catalogue.leftPlaces(of: task).first { isCalled($0.key, task, name) }?.value
  }

  private mutating func find(leftOut entry: HandEntry, _ task: ReformTask, at place: SourcePlace) {
    let told = HandWords.told(entry)
    find(
      .leftOut, "任务 \(task.id) \(told.zh)；请删去这一行，或先移回。",
      "\(task.id) is \(told.en); take the row out, or take the task in again.", place)
  }

  private func isCalled(_ place: Division.Code, _ task: ReformTask, _ name: String) -> Bool {
    guard let division = catalogue.divisions[place] else { return false }
    let line = Line(task.id, in: place)
    return [place, division.name, division.english, division.short].contains(name)
      || Language.allCases.contains { catalogue.name(of: line, in: $0) == name }
  }

  // MARK: - What is filled in

  private mutating func status(of row: SheetRow) -> Status? {
    guard let words = sentence(row, .status) else { return nil }
    if let status = Self.status(words) { return status }
    let known = Status.allCases.map(FieldWords.status)
    find(
      .unknownStatus, "没有状态“\(words)”；只能填：\(known.map(\.zh).joined(separator: "、"))。",
      "There is no status “\(words)”; choose one of: \(known.map(\.en).joined(separator: ", ")).",
      at(row, .status))
    return nil
  }

  static func status(_ words: String) -> Status? {
    let folded = NameKey.folded(words)
    return Status.allCases.first { status in
      let name = FieldWords.status(status)
      return [status.rawValue, name.zh, name.en].contains { NameKey.folded($0) == folded }
    }
  }

  private mutating func day(of row: SheetRow) -> Day? {
    guard let words = sentence(row, .day) else { return nil }
    if let day = Day(words) ?? DayWords.day(words) {
      if BookDays.all.contains(day) { return day }
      let told = BookDays.fault(day).message
      find(.notADay, told.zh, told.en, at(row, .day))
      return nil
    }
    find(
      .notADay, "“\(words)”不是日期；请写成 2024-12-06。", "“\(words)” is no day; write 2024-12-06.",
      at(row, .day))
    return nil
  }

  /// The words of a cell in one line; a formula that failed is told.
  private mutating func sentence(_ row: SheetRow, _ column: Column) -> String? {
    switch value(row, column) {
    case .error, .uncached:
      find(
        .noValue, "单元格里是没有结果的公式；请直接填文字（以 = 开头的文字前面加 '）。",
        "The cell holds a formula without a result; write words (with ' before those that begin with =).",
        at(row, column))
      return nil
    case let value: return text(value)
    }
  }

  func text(_ value: CellValue?) -> String? {
    let words: String? =
      switch value {
      case .date(let day, let serial): day?.description ?? "\(serial)"
      case .boolean(let truth): truth ? "TRUE" : "FALSE"
      // As the sheet shows it.
      case .number(let number, isPercent: true): "\(number * 100)%"
      default: value?.words
      }
    let lines = (words ?? "").split { $0.isNewline || $0 == "\t" }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.joined(separator: " ")
  }

  func words(_ row: SheetRow, _ column: Column) -> String? { text(value(row, column)) }

  /// What stands in a cell; blanks alone are nothing.
  func value(_ row: SheetRow, _ column: Column) -> CellValue? {
    guard let value = header.columns[column].flatMap({ row[$0] }) else { return nil }
    if case .text(let words) = value, words.allSatisfy(\.isWhitespace) { return nil }
    return value
  }

  func at(_ row: SheetRow, _ column: Column) -> SourcePlace {
    SourcePlace(
      file: file, sheet: sheet.name, row: row.number, column: header.columns[column] ?? 1)
  }

  mutating func find(
    _ check: LineReportCheck, _ zh: String, _ en: String, _ place: SourcePlace
  ) {
    findings.append(check.finding(zh, en, at: place))
  }
}

extension Array {
  /// The only element; nil where there are none or several.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
