import ArgumentParser
import Dashboard
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

/// Brings files of an office into the ledger.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入文件。Imports files.",
    subcommands: [
      ImportDocumentCommand.self, ImportFiguresCommand.self, ImportGroupsCommand.self,
      ImportSettlementsCommand.self, ImportAssessmentsCommand.self, ImportEvidenceCommand.self,
    ])
}

/// Reads a policy document into clauses, departments, deadlines, places and targets.
struct ImportDocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract:
      "把一份政策文件读成待审的任务。Reads a policy document into drafts of tasks.",
    discussion:
      "TXT、DOCX、HTML。读出的条款在总览的“文件”一屏（按 7）逐条审核；台账已有的文件补上原文，并列出不同之处。")

  @Argument(help: "文件。The file.") var file: String
  @OptionGroup var options: LedgerOptions
  @Flag(name: .customLong("dry-run"), help: "只读不写。Reads, writes nothing.") var dryRun = false
  @Flag(help: "JSON") var json = false

  @Flag(
    name: .customLong("accept-sure"),
    help: "没有疑问的条款直接入账。Files the drafts without a doubt at once.")
  var acceptSure = false

  func run() throws {
    let reading = try DocumentIntake.reading(of: file)
    let language = options.lang.flatMap(Language.init) ?? Surroundings.settings().settings.language
    guard !dryRun else { return try show(reading, nil, language) }
    try DocumentIntake.refuseEmpty(reading, named: file)
    let opened = try options.open()
    defer { opened.ledger.close() }
    var review = try DocumentIntake.review(
      reading, file: file, in: opened.catalogue,
      reported: try opened.world().achievements(opened.catalogue))
    if acceptSure { review.acceptSure() }
    let came = try opened.world().keep(review, in: opened.catalogue)
    try show(reading, review, language)
    Output.note(Safe.line(try words(came, review, opened)(language)))
  }

  /// What was read, and of a document that the ledger holds where it says something else.
  private func show(_ reading: DocumentReading, _ review: Review?, _ language: Language) throws {
    guard json else { return say(reading, language) }
    let changes = review.flatMap { review in
      review.isKnown
        ? review.drafts.filter { !$0.differences.isEmpty }.map {
          ReadingChange(task: $0.task.id, fields: $0.differences)
        } : nil
    }
    Output.write(String(decoding: try reading.json(changes: changes), as: UTF8.self) + "\n")
  }

  /// What became of it, in a sentence.
  private func words(
    _ came: ReviewAnswer.Imported, _ review: Review, _ opened: Opened
  ) throws -> Phrase {
    let name = review.document.number.isEmpty ? review.file : review.document.number
    switch came {
    case .same where review.document.kind == .bulletin:
      let figures = review.drafts.reduce(0) { $0 + $1.task.targets.count }
      return Phrase(
        "\(name)：与台账一致，\(review.drafts.count) 条成效、\(figures) 个数字都已在台账。",
        "\(name): as the ledger has it, \(review.drafts.count) facts with \(figures) figures.")
    case .same(_, let texts):
      return Phrase(
        "\(name)：与台账一致，已存入 \(texts) 条原文。",
        "\(name): as the ledger has it; the full text of \(texts) clauses is kept.")
    case .waits(let id):
      var count = 0
      if acceptSure, review.document.lacks.isEmpty, review.accepted > 0 {
        count = try opened.ledger.accept(id, opened.world().stamp, in: opened.catalogue)
      }
      let left = review.waiting
      if count == 0, review.accepted > 0 {
        return Phrase(
          "\(name)：文号、标题、发文机关或日期没有读全，还不能入账。打开 yigai，按 7 补填。",
          "\(name): its number, title, issuer or day was not found, so nothing is filed yet. "
            + "Open yigai and press 7 to enter it.")
      }
      let (zh, en) =
        count == 0
        ? ("", "")
        : review.document.kind == .bulletin
          ? ("\(count) 条成效已记入台账；", "\(count) facts are in the ledger; ")
          : ("\(count) 项任务已记入台账；", "\(count) tasks are in the ledger; ")
      return left == 0
        ? Phrase("\(name)：\(zh)没有待定的条款。", "\(name): \(en)no draft is left to decide.")
        : Phrase(
          "\(name)：\(zh)\(left) 条待审。打开 yigai，按 7 逐条审核。",
          "\(name): \(en)\(left) drafts wait. Open yigai and press 7 to go through them.")
    }
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
    for draft in reading.facts {
      let printed = draft.targets.compactMap(\.value.reported?.printed)
      rows.append([draft.place, draft.title, printed.joined(separator: " ")])
    }
    for finding in reading.findings {
      let place = "\(finding.source.line ?? 0):\(finding.source.column ?? 0)"
      rows.append(["! " + place, finding.message(language), finding.words ?? ""])
    }
    Output.table(rows, sample: false, language)
  }
}
