import ArgumentParser
import Bundle
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

/// Brings tables of medical groups and their members into the ledger.
struct ImportGroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "导入医疗集团及其成员。Imports medical groups and their members.",
    discussion: """
      列：县（市、区）、集团名称、牵头医院、成员机构、层级（县级、乡级、村级）、加入日期、离开日期；一行一个成员。
      XLSX or CSV, a row a member; every problem is listed, and errors bar all.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var entry: ImportOptions

  func run() throws { try entry.run(.groups, year: nil, options) }
}

/// Brings tables of budgets, advances and spending into the ledger.
struct ImportSettlementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settlements",
    abstract: "导入医保总额预算、按月预拨和实际发生。Imports budgets, advances and spending.",
    discussion: """
      列：县（市、区）、年度、年度总额预算、1月预拨…12月预拨、实际发生、超支基金承担比例、结余业务发展比例、
      按人头打包付费试点（是、否）、试点起始年、试点佐证；一行一个县。合计行与各行核对。
      XLSX or CSV, a row a county; every problem is listed, and errors bar all.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var entry: ImportOptions
  @Option(help: "年份；不写则看表里写的。The year, where the table names none.") var year: Int?

  func run() throws { try entry.run(.settlements, year: year, options) }
}

/// Brings tables of the yearly assessment into the ledger: scores, verdicts and weights.
struct ImportAssessmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assessments",
    abstract: "导入医疗集团年度考核的得分、结果和权重。Imports scores, verdicts and weights.",
    discussion: """
      列：县（市、区）、年度、类别、各项考核内容、总分、考核结果。类别写“权重”的行是一个地区的权重（省、市或县），
      加起来要是 100；其余一行一个县。XLSX or CSV, a row a county; a row of weights for each region.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var entry: ImportOptions
  @Option(help: "年份；不写则看表里写的。The year, where the table names none.") var year: Int?

  func run() throws { try entry.run(.assessments, year: year, options) }
}

/// Brings tables of what shows that things of the lists are done into the ledger.
struct ImportEvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "导入医疗集团各种清单的内容和佐证。Imports the items of lists and their evidence.",
    discussion: """
      列：县（市、区）、清单、序号、内容、完成日、佐证；一行一个县的一项。完成日写“未完成”撤去已登记的完成。
      XLSX or CSV, a row a county and item; “not done” as the day takes it away again.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var entry: ImportOptions

  func run() throws { try entry.run(.evidence, year: nil, options) }
}

extension ImportOptions {
  /// Reads tables of a form and enters what they say, or takes an act back.
  fileprivate func run(_ form: GroupIntake.Form, year: Int?, _ options: LedgerOptions) throws {
    try refuse(year, options)
    // Looking at files leaves the ledger as it is, to the last byte.
    let opened =
      try dryRun ? options.lookAtFiles() : options.open()
    defer { opened.ledger.close() }
    let stamp = try opened.stamp(by: by)
    if let takeBack {
      let act = try ActTickets(opened.ledger).act(takeBack, about: .group)
      try opened.world(by: by).enter(.undo(.act(act, of: .groups)), in: opened.catalogue)
      Output.didEnter()
      return say(Phrase("已撤回登记 \(takeBack)。", "Act \(takeBack) is taken back."), opened)
    }
    let work = GroupImport(
      form, charter: opened.catalogue.charter, catalogue: opened.catalogue,
      ledger: opened.ledger, today: opened.today, year: year)
    let sent = try FigureFiles.read(files)
    let seen = try opened.ledger.lastAct()
    let readings = try work.examine(sent)
    let report = GroupImportReport(readings: readings, opened: opened)
    if !json { report.writeFindings() }
    let barred = readings.count { $0.isBarred }
    var entered: (act: Int, count: Int)?
    let warnings = report.count(.warning)
    let isHeld = warnings > 0 && !acceptWarnings
    if barred == 0, !isHeld, !dryRun {
      entered = try work.enter(readings, of: sent, seen: seen, stamp)
    }
    if entered != nil { Output.didEnter() }
    if json { try report.writeJSON(entered, isTrial: dryRun) }
    guard barred == 0 else { throw report.refusal(barred) }
    if isHeld, !dryRun { throw report.held(warnings) }
    guard !json else { return }
    say(report.outcome(entered, isTrial: dryRun), opened)
    if form == .groups { try sayMoves(opened) }
  }

  private func say(_ words: Phrase, _ opened: Opened) {
    Output.write(Safe.line(words(opened.language)) + "\n")
  }

  /// Members that moved between groups in the middle of a year are told, with the days.
  private func sayMoves(_ opened: Opened) throws {
    let desk = try opened.desk()
    for year in (opened.today.year - 1)...opened.today.year {
      for county in opened.catalogue.divisions.all(.county, within: opened.catalogue.province) {
        for move in desk.moves(of: county.id, in: year) where move.to == county.id {
          say(desk.words(of: move), opened)
        }
      }
    }
  }
}

/// What an import of groups, settlements, assessments or evidence says.
struct GroupImportReport {
  let readings: [GroupReading]
  let opened: Opened

  func count(_ severity: Finding.Severity) -> Int {
    readings.flatMap(\.findings).count { $0.severity == severity }
  }

  func writeFindings() {
    for finding in readings.flatMap(\.findings) {
      Output.write(finding.line(opened.language) + "\n")
    }
  }

  func writeJSON(_ entered: (act: Int, count: Int)?, isTrial: Bool) throws {
    try Output.json(
      JSONValue.object([
        "files": .list(readings) { reading in
          .object(["file": .text(reading.file), "facts": .whole(reading.facts.count)])
        },
        "findings": .list(readings.flatMap(\.findings)) { .finding($0) },
        "errors": .whole(count(.error)), "warnings": .whole(count(.warning)),
        "notes": .whole(count(.note)), "act": .whole(entered?.act),
        "takeBack": ticket(entered).map { .text("\($0)") } ?? .null,
        "entered": .whole(entered?.count ?? 0), "dryRun": .truth(isTrial),
        "sample": .truth(opened.isSample),
      ]))
  }

  func refusal(_ barred: Int) -> Fault {
    Fault(
      "\(barred) 个文件有错误，没有登记任何内容；请改正后重新导入。",
      "\(Plural("file").of(barred)) with errors: nothing was entered; mend them and import again.")
  }

  func held(_ warnings: Int) -> Fault {
    Fault(
      "有 \(warnings) 处提醒，没有登记；核对无误后加 --accept-warnings 再导入。",
      "Nothing was entered for \(Plural("warning").of(warnings)); when all is in order, import with "
        + "--accept-warnings.")
  }

  private func ticket(_ entered: (act: Int, count: Int)?) -> ActTicket? {
    entered.flatMap { try? ActTickets(opened.ledger).ticket(of: $0.act) }
  }

  func outcome(_ entered: (act: Int, count: Int)?, isTrial: Bool) -> Phrase {
    guard let entered else {
      let count = readings.reduce(0) { $0 + $1.facts.count }
      return isTrial
        ? Phrase(
          "读出 \(count) 条，没有登记。", "\(Plural("fact was", "facts were").of(count)) read, none entered."
        )
        : Phrase("与台账一致，没有新内容。", "As the ledger has it; nothing new.")
    }
    let ticket = ticket(entered) ?? ActTicket(entered.act)
    return Phrase(
      "已登记 \(entered.count) 条，登记号 \(ticket)（撤回：--take-back \(ticket)）。",
      "\(Plural("fact was", "facts were").of(entered.count)) entered as act \(ticket) (take back: --take-back \(ticket))."
    )
  }
}
