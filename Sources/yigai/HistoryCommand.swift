import ArgumentParser
import Foundation
import LedgerStore
import Reform

/// Lists entries, newest first.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "台账流水，最新在前。Entries, newest first.")

  @Argument(help: "任务编号。A task's id.") var task: String?
  @OptionGroup var options: LedgerOptions
  @Option(help: "从哪一天起。Since a day.") var since: String?
  @Option(help: "最多几条。At most so many.") var limit: Int = 1000
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let opened = try options.look()
    defer { opened.ledger.close() }
    var filter = Ledger.HistoryFilter(
      until: options.asOf == nil ? nil : opened.day, withActuals: true)
    filter.task = try task.map { try opened.task($0).id }
    if opened.scope != opened.catalogue.province { filter.place = opened.scope }
    if let since {
      guard let day = Day(since) else {
        throw Fault(
          "--since 要写成 2020-06-30，不是“\(since)”。", "--since takes a day such as 2020-06-30.",
          exitCode: 2)
      }
      filter.since = try BookDays.held(day)
    }
    guard limit > 0 else {
      throw Fault("--limit 要大于 0。", "--limit must be above 0.", exitCode: 2)
    }
    filter.limit = limit
    let entries = try opened.ledger.history(filter)
    let all = entries.count < limit ? entries.count : try opened.ledger.historyCount(filter)
    if all > entries.count {
      let told = Phrase(
        "只列了最新 \(entries.count) 条，共 \(all) 条；--limit \(all) 列出全部。",
        "The newest \(entries.count) of \(all) are listed; --limit \(all) lists all of them.")
      Output.note(Safe.line(told(opened.language)))
    }
    // What an entry answers may lie outside of what is listed.
    let answered = try opened.ledger.entries(Set(entries.compactMap(\.answers).filter { $0 > 0 }))
    try form.write(
      .history(
        entries, answering: answered, opened.catalogue, opened.language,
        isSample: opened.isSample))
  }
}
