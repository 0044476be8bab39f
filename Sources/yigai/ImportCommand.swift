import ArgumentParser
import Dashboard
import Foundation
import Intake
import LedgerStore
import Reform

/// Brings files of an office into the ledger.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入文件。Imports files.",
    subcommands: [ImportDocumentCommand.self])
}

/// Reads a policy document into clauses, departments, deadlines, places and targets.
struct ImportDocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract:
      "读一份政策文件；台账已有的文件补上全文。Reads a policy document; adds the full text of one that is in the ledger.",
    discussion: "TXT、DOCX、HTML；--dry-run 只读不写。")

  @Argument(help: "文件。The file.") var file: String
  @OptionGroup var options: LedgerOptions
  @Flag(name: .customLong("dry-run"), help: "只读不写。Reads, writes nothing.") var dryRun = false
  @Flag(help: "JSON") var json = false

  func run() throws {
    let tables = BundledCatalogue.tables()
    let reading = try DocumentReader(
      divisions: tables.divisions, departments: DepartmentBook(tables.departments)
    ).read(try bytes(), name: file)
    let language = options.lang.flatMap(Language.init) ?? Surroundings.settings().settings.language
    if json {
      Output.write(String(decoding: try reading.json(), as: UTF8.self) + "\n")
    } else {
      say(reading, language)
    }
    guard !dryRun else { return }
    try file(reading, language)
  }

  private func bytes() throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw Fault("没有文件 \(file)。", "There is no file \(file).")
    }
    guard !isFolder.boolValue else {
      throw Fault("\(file) 是文件夹，不是文件。", "\(file) is a folder, not a file.")
    }
    let facts = (try? FileManager.default.attributesOfItem(atPath: file)) ?? [:]
    let kinds: [FileAttributeType] = [.typeRegular, .typeSymbolicLink]
    guard let kind = facts[.type] as? FileAttributeType, kinds.contains(kind) else {
      throw Fault("\(file) 不是普通文件；请先存成文件再导入。", "\(file) is no ordinary file; save it as one first.")
    }
    let size =
      (try? URL(fileURLWithPath: file).resolvingSymlinksInPath().resourceValues(forKeys: [
        .fileSizeKey
      ]).fileSize) ?? (facts[.size] as? Int) ?? 0
    guard size <= DocumentReader.sizeLimit else { throw DocumentReader.tooLarge(file) }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Fault("没有权限读取 \(file)。", "No permission to read \(file).")
    }
    return [UInt8](data)
  }

  /// Keeps the full text of a document that the ledger knows by its number.
  private func file(_ reading: DocumentReading, _ language: Language) throws {
    guard !reading.clauses.isEmpty else {
      throw Fault(
        "“\(file)”里没有布置任务的条款，没有写入。",
        "“\(file)” has no clause that sets a task; nothing was written.")
    }
    let opened = try options.open()
    defer { opened.ledger.close() }
    let number = reading.head.number?.filter { !$0.isWhitespace }
    guard let document = opened.catalogue.documents.first(where: { $0.number == number }) else {
      throw Fault(
        "台账里没有文号为 \(number ?? "（无）") 的文件；草稿审核还没有做好，请用 --dry-run 看读出的内容。",
        "The ledger has no document \(number ?? "(without a number)"); drafts cannot be reviewed yet: "
          + "see what was read with --dry-run.")
    }
    let texts = Dictionary(
      (reading.clauses + reading.obligations).map { ($0.path, $0.text) },
      uniquingKeysWith: { first, _ in first })
    let count = try opened.ledger.keep(texts: texts, of: document.id)
    let known = opened.catalogue.clauses[document.id]?.count ?? 0
    Output.write(
      Safe.line(
        Phrase(
          "\(document.number)：已存入 \(count) 条原文（台账共 \(known) 条）。",
          "\(document.number): the full text of \(count) clauses of \(known) is in the ledger.")(
            language)) + "\n")
  }

  private func say(_ reading: DocumentReading, _ language: Language) {
    let head = reading.head
    let facts = [head.number, head.title, head.issuer, head.issued?.description].compactMap { $0 }
    var rows = [facts]
    for draft in reading.clauses {
      rows.append([
        draft.path, draft.title,
        draft.departments.map(\.value.name).joined(separator: " "),
        draft.deadlines.map { $0.value.words ?? $0.value.due?.description ?? "" }
          .joined(separator: " "),
      ])
    }
    for finding in reading.findings {
      let place = "\(finding.source.line ?? 0):\(finding.source.column ?? 0)"
      rows.append(["! " + place, finding.message(language), finding.words ?? ""])
    }
    Output.table(rows, sample: false, language)
  }
}
