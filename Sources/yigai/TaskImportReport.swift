import LedgerStore
import Reform
import Runtime

/// What an import of workbooks of tasks says: every finding, every change, what became of it.
struct TaskImportReport {
  let files: [TaskImport.File]
  let opened: Opened
  let isTrial: Bool
  /// Rows that were asked about and left out.
  var left: Set<SourcePlace> = []
  var entered: Entered?
  /// What the act is called by on a command line.
  var ticket: ActTicket?

  private var news: [Table.SentLine] { files.flatMap(\.news) }

  private func table(_ lines: [Table.SentLine]) -> Table {
    .sent(lines, opened.catalogue, opened.language, isSample: opened.isSample)
  }

  /// The findings, then what would change.
  func writeFound() {
    for finding in files.flatMap(\.findings) { Output.write(finding.line(opened.language) + "\n") }
    if !news.isEmpty { Output.write(table(news)) }
    for file in files {
      say(summary(file))
      if let known = file.known.map(TaskImport.words(of:)) { say(known) }
    }
  }

  private func say(_ words: Phrase) {
    Output.write(Safe.line(words(opened.language)) + "\n")
  }

  private func summary(_ file: TaskImport.File) -> Phrase {
    let place = file.place.flatMap { opened.catalogue.divisions[$0] }
    let errors = file.findings.count { $0.severity == .error }
    let warnings = file.findings.count { $0.severity == .warning }
    var zh = [place?.name, file.sender.map { "填报人 \($0)" }].compactMap(\.self)
    var en = [place?.english, file.sender.map { "by \($0)" }].compactMap(\.self)
    zh.append("新内容 \(file.news.count) 行")
    en.append("\(Plural("row").of(file.news.count)) with something new")
    if file.unchanged > 0 {
      zh.append("与台账相同 \(file.unchanged) 行")
      en.append("\(file.unchanged) as in the ledger")
    }
    zh.append("未填 \(file.blanks) 行，错误 \(errors) 处，提醒 \(warnings) 处")
    en += [
      "\(file.blanks) not filled in", Plural("error").of(errors), Plural("warning").of(warnings),
    ]
    return Phrase(
      "\(file.name)：\(zh.joined(separator: "，"))。", "\(file.name): \(en.joined(separator: ", ")).")
  }

  func writeOutcome() {
    if !left.isEmpty {
      say(
        Phrase(
          "有 \(left.count) 行没有确认，没有登记。",
          "\(Plural("row").of(left.count)) asked about and left out."))
    }
    guard let entered else {
      let isNews = news.contains { !left.contains($0.report.source) }
      return say(
        isTrial && isNews
          ? Phrase("只检查，没有登记。", "Only checked; nothing was entered.")
          : Phrase("没有要登记的。", "There is nothing to enter."))
    }
    let count = news.count { !left.contains($0.report.source) }
    let ticket = ticket ?? ActTicket(entered.act)
    guard count > 0 else {
      return say(
        Phrase(
          "内容与台账相同，记为已报，登记号 \(ticket)。",
          "It says what the ledger says: kept as sent, as act \(ticket)."))
    }
    say(
      Phrase(
        "已登记 \(count) 行，登记号 \(ticket)（撤回：yigai import tasks --take-back \(ticket)\(opened.named)）。",
        "\(Plural("row").of(count)) entered as act \(ticket) (take back: yigai import tasks "
          + "--take-back \(ticket)\(opened.named))."))
  }

  /// An import as `yigai import tasks --json` gives it; the shape is part of the product.
  func writeJSON() throws {
    let findings = files.flatMap(\.findings)
    try Output.json(
      JSONValue.object([
        "files": .list(files, shape), "findings": .list(findings) { .finding($0) },
        "errors": .whole(findings.count { $0.severity == .error }),
        "warnings": .whole(findings.count { $0.severity == .warning }),
        "left": .whole(left.count), "act": .whole(entered?.act),
        "takeBack": ticket.map { .text("\($0)") } ?? .null,
        "entered": .whole(entered?.entries.count ?? 0), "dryRun": .truth(isTrial),
        "sample": .truth(opened.isSample),
      ]))
  }

  private func shape(_ file: TaskImport.File) -> JSONValue {
    .object([
      "file": .text(file.name), "place": .text(file.place), "sender": .text(file.sender),
      "checker": .text(file.checker), "phone": .text(file.phone),
      "unchanged": .whole(file.unchanged), "blanks": .whole(file.blanks),
      "changes": table(file.news).json,
    ])
  }
}
