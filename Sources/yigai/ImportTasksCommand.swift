import ArgumentParser
import Foundation
import LedgerStore
import Reform
import Runtime

/// Brings returned workbooks of tasks into the ledger, or takes an import of them back.
struct ImportTasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: "导入填回来的任务进展表。Imports workbooks of progress as they come back.",
    discussion: """
      yigai template tasks 生成的表，XLSX 或另存的 CSV，可一次多个或一个文件夹；有错误一律不登记。状态倒退、发表后台账有变动的，逐行问：
      在终端里逐行回答，--accept-warnings 都要，--skip 都不要。一次导入是一次登记，--take-back 撤回。
      Forms of yigai template tasks, several at once or a folder; errors bar all. What goes back, or has moved
      in the ledger since, is asked about line by line: --accept-warnings takes it, --skip leaves it out.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var entry: ImportOptions
  @Flag(help: "补登：各行按自己写的日期登记，用于台账启用以前的进展。Enters each row for its own day: what was so before.")
  var past = false
  @Flag(help: "有提醒的行不登记，其余照登。Leaves out the rows that are asked about.") var skip = false

  func run() throws {
    try entry.refuse(nil, options, example: Phrase("，如 回收/", ", such as returned/"))
    guard !(skip && entry.acceptWarnings) else {
      throw Fault(
        "--skip 和 --accept-warnings 只能用一个。", "--skip and --accept-warnings exclude each other.",
        exitCode: 2)
    }
    if let takeBack = entry.takeBack { return try withdraw(takeBack) }
    let sent = try FigureFiles.read(entry.files)
    // Looking at files leaves the ledger as it is, to the last byte.
    let opened = try options.lookAtFiles()
    defer { opened.ledger.close() }
    let seen = try opened.ledger.lastAct()
    let files = try importing(opened).examine(sent)
    var report = TaskImportReport(files: files, opened: opened, isTrial: entry.dryRun)
    if !entry.json { report.writeFound() }
    do throws(Fault) {
      report.left = try consider(files, opened)
    } catch {
      if entry.json { try report.writeJSON() }
      throw error
    }
    opened.ledger.close()
    if !entry.dryRun {
      (report.entered, report.ticket) = try enter(
        files, of: sent, seen: seen, leaving: report.left)
    }
    if entry.json { try report.writeJSON() } else { report.writeOutcome() }
  }

  private func importing(_ opened: Opened) -> TaskImport {
    TaskImport(
      opened.catalogue, opened.ledger, today: opened.today,
      in: options.place == nil || opened.scope == opened.catalogue.province ? nil : opened.scope,
      isPast: past)
  }

  private func enter(
    _ files: [TaskImport.File], of sent: [(name: String, bytes: [UInt8])], seen: Int,
    leaving left: Set<SourcePlace>
  ) throws -> (Entered?, ActTicket?) {
    let isSent = files.contains { file in
      !file.forms(taking: file.news.filter { !left.contains($0.report.source) }).isEmpty
    }
    guard isSent else { return (nil, nil) }
    let opened = try options.open()
    defer { opened.ledger.close() }
    let entered = try importing(opened).enter(
      files, of: sent, seen: seen, leaving: left, opened.stamp(by: entry.by))
    guard let entered else { return (nil, nil) }
    Output.didEnter()
    return (entered, try ActTickets(opened.ledger).ticket(of: entered.act))
  }

  /// The rows that are left out; throws where nothing may be entered: errors bar, warnings ask.
  private func consider(
    _ files: [TaskImport.File], _ opened: Opened
  ) throws(Fault) -> Set<SourcePlace> {
    let barred = files.count { $0.isBarred }
    guard barred == 0 else {
      throw Fault(
        "\(barred) 个文件有错误，\(entry.dryRun ? "导入会被拒绝" : "没有登记任何内容")；请改正后重新导入。",
        "\(Plural("file").of(barred)) with errors: "
          + "\(entry.dryRun ? "an import would be refused" : "nothing was entered"); mend them and import "
          + "again.")
    }
    var asked: [(line: Table.SentLine, questions: [Finding])] = []
    for file in files {
      for line in file.news {
        let questions = file.questions(on: line)
        if !questions.isEmpty { asked.append((line, questions)) }
      }
    }
    guard !asked.isEmpty, !entry.acceptWarnings, !entry.dryRun else { return [] }
    if skip { return Set(asked.map(\.line.report.source)) }
    guard !entry.json, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw Fault(
        "有 \(asked.count) 行要确认，没有登记；核对后加 --accept-warnings 照登，或加 --skip 不登这些行。",
        "\(Plural("row is", "rows are").of(asked.count)) asked about and nothing was entered: take them with "
          + "--accept-warnings, or leave them out with --skip.")
    }
    return Set(asked.filter { !ask($0.questions, opened.language) }.map(\.line.report.source))
  }

  private func ask(_ questions: [Finding], _ language: Language) -> Bool {
    for question in questions { Output.write(question.line(language) + "\n") }
    Output.write(Phrase("照报来的登记这一行吗？[y/N] ", "Enter this row as it was sent? [y/N] ")(language))
    return ["y", "yes", "是"].contains(readLine()?.lowercased() ?? "")
  }

  /// What was entered on the same lines since is asked about: it would go with it.
  private func withdraw(_ ticket: ActTicket) throws {
    guard !entry.dryRun else {
      throw Fault("--dry-run 不能撤回。", "A batch cannot be taken back with --dry-run.", exitCode: 2)
    }
    let opened = try options.open()
    defer { opened.ledger.close() }
    let act = try ActTickets(opened.ledger).act(ticket, about: .tasks)
    let undo = Act(
      .undo(.act(act, of: .tasks)), try opened.stamp(by: entry.by),
      overriding: entry.acceptWarnings)
    let rules = opened.world(by: entry.by).rules(opened.catalogue)
    switch try opened.ledger.enter(undo, under: rules) {
    case .moved(let between): throw Self.moved(act, between)
    case .nothing, .recorded: Output.didEnter()
    }
    if entry.json { return try Output.json(["takenBack": act]) }
    let words = Phrase(
      "已撤回登记 \(ticket)；各行回到它之前的状态。",
      "Act \(ticket) is taken back; its lines stand as they did before it.")
    Output.write(Safe.line(words(opened.language)) + "\n")
  }

  private static func moved(_ act: Int, _ between: Between) -> Fault {
    guard case .lines(let entries) = between else { return between.fault }
    func list(_ language: Language, _ separator: String) -> String {
      let lines = entries.prefix(3).map {
        "\($0.line.task) \($0.line.place)" + language.bracketed("\($0.who) \($0.day)")
      }
      return lines.joined(separator: separator) + (entries.count > 3 ? "…" : "")
    }
    return Fault(
      "登记 \(act) 之后这些行又有登记，没有撤回：\(list(.zh, "、"))。看过后仍要撤回，加 --accept-warnings。",
      "More was entered on these lines after act \(act) and nothing was taken back: \(list(.en, ", ")). To take it back all the "
        + "same add --accept-warnings.")
  }
}
