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
    var filter = Ledger.HistoryFilter(
      until: options.asOf == nil ? nil : opened.day, withActuals: true)
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
      // What an entry answers may lie outside of what is listed.
      let answered = try opened.ledger.entries(Set(entries.compactMap(\.answers).filter { $0 > 0 }))
      Output.table(rows(entries, answered, opened), sample: opened.isSample, opened.language)
    }
  }

  private func rows(
    _ entries: [Entry], _ answered: [Entry.ID: Entry], _ opened: Opened
  ) -> [[String]] {
    let language = opened.language
    let head = [
      Phrase("日期", "Day"), Phrase("登记人", "By"), Phrase("地区", "Place"), Phrase("期", "Period"),
      Phrase("编号", "Id"), Phrase("任务", "Task"), Phrase("状态", "Status"), Phrase("内容", "Words"),
    ]
    return [head.map { $0(language) }]
      + entries.map { entry in
        let words = words(of: entry, answered, opened)
        let task = opened.catalogue.task(entry.line.task)
        return [
          entry.day.description, entry.who,
          opened.catalogue.divisions[entry.line.place]?.short(in: language) ?? entry.line.place,
          entry.line.period?.description ?? "", entry.line.task, task?.title(language) ?? "",
          entry.status.map { FieldWords.status($0)(language) } ?? "", words.joined(separator: " "),
        ]
      }
  }

  /// What an entry says; of one that takes back or puts back, what and whose that was.
  private func words(
    of entry: Entry, _ answered: [Entry.ID: Entry], _ opened: Opened
  ) -> [String] {
    let language = opened.language
    var words = said(entry, opened)
    let answer: Phrase? =
      switch entry.kind {
      case .entered: nil
      case .undone: Phrase("撤销", "takes back")
      case .redone: Phrase("重做", "puts back")
      }
    if let answer {
      var what = words
      if let before = entry.answers.flatMap({ answered[$0] }) {
        what = [before.day.description, before.who]
        if let status = before.status { what.append(FieldWords.status(status)(language)) }
        what += said(before, opened)
      }
      words = [answer(language) + (language == .zh ? "：" : ": ") + what.joined(separator: " ")]
    }
    if entry.isTakenBack { words.append(Phrase("（已撤回）", "(taken back)")(language)) }
    return words
  }

  private func said(_ entry: Entry, _ opened: Opened) -> [String] {
    let language = opened.language
    var words = [entry.note, entry.evidence].compactMap(\.self)
    if let due = entry.due {
      words.append(
        due.isEmpty
          ? Phrase("取消时限", "no due day any more")(language)
          : Phrase("时限 ", "due ")(language) + due)
    }
    if let actual = entry.actual { words.append(self.words(of: actual, opened)) }
    return words
  }

  private func words(of actual: TargetActual, _ opened: Opened) -> String {
    let language = opened.language
    let target = opened.catalogue.task(actual.key.task)?.targets
      .first { $0.identity == actual.key.metric }
    let number = "\(actual.value)"
    return [
      Phrase("实际", "reached")(language), target?.metric(language) ?? actual.key.metric,
      target?.amount(number, in: language) ?? number, actual.day.description, actual.source,
      actual.isMadeUp ? FieldWords.sample(language) : nil,
    ].compactMap(\.self).joined(separator: " ")
  }
}
