import ArgumentParser
import Foundation
import Papers
import Reform
import Runtime

/// Writes the papers that leave the office.
struct PapersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "papers", abstract: "生成要发出去的材料。Writes the papers that leave the office.",
    subcommands: [
      PapersReminderCommand.self, PapersBriefCommand.self, PapersLedgerCommand.self,
      PapersSlipCommand.self, PapersSlipsCommand.self,
      PapersCircularCommand.self, PapersSinceCommand.self, PapersSettlementCommand.self,
      PapersMinutesCommand.self, PapersTemplatesCommand.self,
    ])
}

/// Writes the reminder to a place: which of its parts lacks which task, and for how long.
struct PapersReminderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reminder",
    abstract: "催报单：哪个县缺哪项任务、逾期几天。Reminds a place of what is late.",
    discussion: """
      --place 指定一个市或县；不写则每个市一份。没有逾期的地方不写。
      With --place for a city or a county, otherwise one for each city; none where nothing is late.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget
  @OptionGroup var form: PaperForm
  @Option(help: "文号。The number of the paper.") var number: String?
  @Option(help: "落款单位。The unit that signs.") var from: String?

  func run() throws {
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let place = try opened.paperPlace(options)
    let desk = opened.paperDesk
    let divisions = opened.catalogue.divisions
    let places = divisions.grounds.contains(place.id) ? divisions.parts(of: place.id) : [place]
    guard number == nil || places.count == 1 else {
      throw Fault(
        "--number 一次只给一份；请加 --place。", "--number is that of one paper; add --place.", exitCode: 2)
    }
    var papers: [(name: String, paper: Paper)] = []
    for place in places {
      guard let reminder = try desk.reminder(to: place) else {
        Output.note(Safe.line(PaperDesk.nothingLate(in: place).message(opened.language)))
        continue
      }
      papers.append(
        (reminder.fileName, reminder.paper(number: number, unit: from, signed: opened.today)))
    }
    try target.write(papers, form, opened.language)
  }
}

/// Writes a place on one page.
struct PapersBriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "一页简况：办结率、红灯、四项指标、接下来到期。A place on one page.",
    discussion: "不写 --place 是全省（全国）。Without --place, all of it.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget
  @OptionGroup var form: PaperForm

  func run() throws {
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let place = try opened.paperPlace(options)
    let brief = try opened.paperDesk.brief(of: place)
    try target.write([(brief.fileName, brief.paper())], form, opened.language)
  }
}

/// Writes the ledger as a workbook.
struct PapersLedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "台账工作簿（XLSX）：总表，每个牵头部门、每个市一张。The ledger as a workbook.",
    discussion: """
      --place 写一个市，就是该市的总表和各县的表。
      With --place of a city: all its tasks, by department, and a sheet for each county.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget

  func run() throws {
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let place = try opened.paperPlace(options)
    let book = try opened.paperDesk.ledgerBook(of: place)
    try target.write([book.fileName], "xlsx", opened.language) { _, path in
      try XLSXWriter.write(book.workbook(), to: path)
    }
  }
}

extension Opened {
  var paperDesk: PaperDesk {
    PaperDesk(ledger, catalogue, on: day, language, isSample: isSample)
  }

  /// The place of `--place`; what a city runs itself (市本级) has no paper of its own.
  func paperPlace(_ options: LedgerOptions) throws -> Division {
    let place = try place(nil, options)
    try PaperDesk.refuseOwnLevel(place)
    return place
  }
}
