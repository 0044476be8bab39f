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
  @Flag(help: "JSON") var json = false

  func run() throws {
    let opened = try options.look()
    defer { opened.ledger.close() }
    var filter = Ledger.HistoryFilter(until: options.asOf == nil ? nil : opened.day)
    filter.task = try task.map { try opened.task($0).id }
    if options.place != nil { filter.place = opened.scope }
    if let since {
      guard let day = Day(since) else {
        throw Fault(
          "--since 要写成 2020-06-30，不是“\(since)”。", "--since takes a day such as 2020-06-30.",
          exitCode: 2)
      }
      filter.since = day
    }
    guard limit > 0 else {
      throw Fault("--limit 要大于 0。", "--limit must be above 0.", exitCode: 2)
    }
    filter.limit = limit
    let entries = try opened.ledger.history(filter)
    if json {
      try Output.json(entries.map { EntryShape(entry: $0, isSample: opened.isSample) })
    } else {
      Output.table(rows(entries, opened), sample: opened.isSample, opened.language)
    }
  }

  private func rows(_ entries: [Entry], _ opened: Opened) -> [[String]] {
    let language = opened.language
    let head = [
      Phrase("日期", "Day"), Phrase("登记人", "By"), Phrase("地区", "Place"), Phrase("期", "Period"),
      Phrase("任务", "Task"), Phrase("状态", "Status"), Phrase("内容", "Words"),
    ]
    return [head.map { $0(language) }]
      + entries.map { entry in
        var words = [entry.note, entry.evidence, entry.due].compactMap { $0 }
        if entry.kind == .undone { words.insert(Phrase("撤销", "taken back")(language), at: 0) }
        if entry.kind == .redone { words.insert(Phrase("重做", "put back")(language), at: 0) }
        if entry.isTakenBack { words.append(Phrase("（已撤回）", "(taken back)")(language)) }
        return [
          entry.day.description, entry.who,
          opened.catalogue.divisions[entry.line.place]?.short(in: language) ?? entry.line.place,
          entry.line.period?.description ?? "", entry.line.task,
          entry.status.map { Spelled.status($0)(language) } ?? "", words.joined(separator: " "),
        ]
      }
  }
}
