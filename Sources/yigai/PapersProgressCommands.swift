import ArgumentParser
import Papers
import Reform

/// Writes the settlement of a county, or of all counties of a city.
struct PapersSettlementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settlement",
    abstract: "年终结算单：预拨、考核、结余（超支）、大写金额、双方签字。Settlements of the insurance budget.",
    discussion: """
      --place 写一个县是一份；写一个市或不写，是其中每个有账的县一份。
      With --place of a county one paper, otherwise one for each county that has an account.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget
  @OptionGroup var form: PaperForm
  @Option(help: "年份，如 2023。A year.") var year: String
  @Option(help: "文号。The number of the paper.") var number: String?

  func run() throws {
    let year = try Opened.year(self.year)
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let place = try opened.paperPlace(options)
    try SettleCommand.refuseEmpty(year, try opened.desk())
    let papers = try opened.paperDesk.settlements(in: place, year)
    guard number == nil || papers.count == 1 else {
      throw Fault(
        "--number 一次只给一份；请加 --place。", "--number is that of one paper; add --place.", exitCode: 2)
    }
    try target.write(
      papers.map { (name: $0.fileName, paper: $0.paper(number: number)) }, form, opened.language)
  }
}

/// Writes the circular on how the work of a place goes.
struct PapersCircularCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circular",
    abstract: "通报：按时办结率、四项指标、前三后三、逾期、下一步、各市表。How the work goes, by city.",
    discussion: "不写 --place 是全省（全国）。Without --place, all of it.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget
  @OptionGroup var form: PaperForm
  @Option(help: "文号。The number of the paper.") var number: String?
  @Option(help: "落款单位。The unit that signs.") var from: String?

  func run() throws {
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let place = try opened.paperPlace(options)
    let circular = try opened.paperDesk.circular(on: place)
    let paper = circular.paper(number: number, unit: from, signed: opened.today)
    try target.write([(circular.fileName, paper)], form, opened.language)
  }
}

/// Writes what has changed since a day.
struct PapersSinceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "since",
    abstract: "从某一天以来的变化，按任务和地方。What has changed since a day.",
    discussion: "到 --as-of 那一天为止，不写就是今天。Up to the day of --as-of, or today.")

  @Argument(help: "从哪一天的日终起，如 2024-06-30。From the end of which day on.") var day: String
  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget
  @OptionGroup var form: PaperForm

  func run() throws {
    let first = try SinceCommand.day(day)
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    try SinceCommand.refuse(first, after: opened.day)
    let place = try opened.paperPlace(options)
    let since = try opened.paperDesk.since(first, in: place)
    try target.write([(since.fileName, since.paper())], form, opened.language)
  }
}
