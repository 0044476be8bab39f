import ArgumentParser
import Bundle
import Files
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

/// Brings workbooks of figures into the ledger, or takes a batch of them back.
struct ImportFiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "导入各市报来的指标数据。Imports figures as cities send them.",
    discussion: """
      XLSX 或 CSV，可一次多个，也可给一个文件夹；全部文件的问题一次列出。有错误一律不导入。
      XLSX or CSV, several at once or a folder; every problem of every file is listed.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var entry: ImportOptions
  @Option(help: "数据年份；不写则看表里写的。The year of the figures.") var year: Int?
  @Flag(name: .customLong("skip-bad"), help: "有错误的文件不导入，其余照导。Leaves out files with errors.")
  var skipBad = false
  @Option(help: "备注；撤回时是原因。A note, or the reason for taking back.") var note: String?

  func run() throws {
    try entry.refuse(
      year, options,
      example: Phrase(
        "，如 yigai import figures 填报表.xlsx", ", such as yigai import figures 填报表.xlsx"))
    if let takeBack = entry.takeBack { return try withdraw(takeBack) }
    let ownNames = Surroundings.columnNames
    try ownNames.refuseFaults()
    let files = try FigureFiles.read(entry.files)
    // Looking at files leaves the ledger as it is, to the last byte.
    let opened = try options.lookAtFiles()
    defer { opened.ledger.close() }
    let seen = try opened.ledger.lastAct()
    let examined = try importing(opened, ownNames).examine(files)
    var report = FigureImportReport(examined, opened)
    report.isTrial = entry.dryRun
    do {
      try consider(examined, &report)
      opened.ledger.close()
      if !entry.dryRun {
        try post(examined.filter { !$0.isBarred }, of: files, ownNames, seen: seen, &report)
      }
    } catch {
      if !report.hasFindings { try report.write(json: entry.json) }
      throw error
    }
    try report.write(json: entry.json)
  }

  private func importing(_ opened: Opened, _ ownNames: OwnColumnNames) -> FigureImport {
    FigureImport(
      book: opened.catalogue.indicators, catalogue: opened.catalogue,
      ledger: opened.ledger, today: opened.today, year: year,
      in: options.place == nil || opened.scope == opened.catalogue.province ? nil : opened.scope,
      names: ownNames)
  }

  private func post(
    _ files: [FigureImport.File], of sent: [(name: String, bytes: [UInt8])],
    _ ownNames: OwnColumnNames, seen: Int, _ report: inout FigureImportReport
  ) throws {
    guard files.contains(where: { !$0.figures.isEmpty }) else { return }
    let opened = try options.open()
    defer { opened.ledger.close() }
    let posted = try importing(opened, ownNames).post(
      files, of: sent, seen: seen, note: note, opened.stamp(by: entry.by))
    Output.didEnter()
    report.batches = posted.batches
    for batch in posted.batches {
      report.tickets[batch.id] = try ActTickets(opened.ledger).ticket(ofBatch: batch.id)
    }
    report.renew(posted.files)
  }

  /// Throws where nothing may be imported: errors bar, and warnings ask.
  private func consider(_ files: [FigureImport.File], _ report: inout FigureImportReport) throws {
    let barred = files.count { $0.isBarred }
    if barred > 0, !skipBad || entry.dryRun {
      throw Fault(
        "\(barred) 个文件有错误，\(entry.dryRun ? "导入会被拒绝" : "没有导入任何数据")；请改正后重新导入"
          + "\(files.count > barred && !entry.dryRun ? "，或用 --skip-bad 先导入其余文件" : "")。",
        "\(Plural("file").of(barred)) with errors: \(entry.dryRun ? "an import would be refused" : "nothing was imported"); "
          + "mend them and import again"
          + "\(files.count > barred && !entry.dryRun ? ", or import the others with --skip-bad" : "")."
      )
    }
    let taken = files.filter { !$0.isBarred }
    let warnings = taken.reduce(0) { $0 + $1.findings.count { $0.severity == .warning } }
    let count = taken.reduce(0) { $0 + $1.figures.count }
    guard warnings > 0, count > 0, !entry.acceptWarnings, !entry.dryRun else { return }
    if !entry.json, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      try report.write(json: false)
      report.hasFindings = true
      guard !ask(warnings, count, report.language) else { return }
    }
    throw Fault(
      "有 \(warnings) 处提醒，没有导入；核对无误后加 --accept-warnings 再导入。",
      "Nothing was imported for \(Plural("warning").of(warnings)); when all is in order, import with "
        + "--accept-warnings.")
  }

  private func ask(_ warnings: Int, _ count: Int, _ language: Language) -> Bool {
    let words = Phrase(
      "有 \(warnings) 处提醒。仍要导入 \(count) 个数吗？[y/N] ",
      "\(Plural("warning").of(warnings)). Import \(Plural("figure").of(count)) all the same? [y/N] "
    )
    Output.write(words(language))
    return ["y", "yes", "是"].contains(readLine()?.lowercased() ?? "")
  }

  private func withdraw(_ ticket: ActTicket) throws {
    guard !entry.dryRun else {
      throw Fault("--dry-run 不能撤回。", "A batch cannot be taken back with --dry-run.", exitCode: 2)
    }
    let opened = try options.open()
    defer { opened.ledger.close() }
    _ = try opened.stamp(by: entry.by)
    let batch = try ActTickets(opened.ledger).batch(ticket)
    try opened.world(by: entry.by).enter(.undo(.batch(batch), reason: note), in: opened.catalogue)
    Output.didEnter()
    if entry.json { return try Output.json(["takenBack": batch]) }
    let words = Phrase(
      "已撤回批次 \(ticket)，它的数不再算；由它替换下来的数重新有效，之后另有登记的仍按之后的。",
      "Batch \(ticket) is taken back and its figures do not count any more; what they had replaced stands "
        + "again, unless something was entered since.")
    Output.write(Safe.line(words(opened.language)) + "\n")
  }
}

/// The files that are named on the command line.
enum FigureFiles {
  /// Names and bytes; of a folder, its tables in the order of their names.
  static func read(_ paths: [String]) throws -> [(name: String, bytes: [UInt8])] {
    let all = try paths.map(Surroundings.path).flatMap(files)
    let names = all.map { URL(fileURLWithPath: $0).lastPathComponent }
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return try zip(all, names).map { path, name in
      (name: counts[name] == 1 ? name : path, bytes: try bytes(of: path))
    }
  }

  private static func files(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Fault("没有文件 \(path)。", "There is no file \(path).")
    }
    guard isFolder.boolValue else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let tables = names.filter { name in
      !name.hasPrefix(".") && !name.hasPrefix("~$")
        && [".xlsx", ".xlsm", ".csv", ".xls", ".et"].contains { name.lowercased().hasSuffix($0) }
    }
    guard !tables.isEmpty else {
      throw Fault("文件夹 \(path) 里没有 .xlsx 或 .csv。", "The folder \(path) has no .xlsx or .csv.")
    }
    return tables.sorted().map { path + "/" + $0 }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    try UserFile.read(
      path, limit: SheetReader.sizeLimit, streams: true,
      tooLarge: Fault(
        "\(path) 超过 64 MB，不像一张报表；请只保留要报的工作表。",
        "\(path) is over 64 MB, too large for a return; keep only the sheets that are asked for."))
  }
}
