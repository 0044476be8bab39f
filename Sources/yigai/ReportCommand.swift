import ArgumentParser
import Papers
import Reform
import Runtime

/// Writes the report of a month or a year.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "月报、年报，带图表。The report of a month or a year, with charts.",
    subcommands: [ReportMonthCommand.self, ReportYearCommand.self])
}

/// Writes the report of a month.
struct ReportMonthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month", abstract: "月报。The report of a month.",
    discussion: "不写月份是本月；不写 --place 是全省（全国）。This month, of all of it, by default.")

  @Argument(help: "月份，如 2024-11。A month.") var month: String?
  @OptionGroup var options: LedgerOptions
  @OptionGroup var paper: ReportOptions

  func run() throws {
    try paper.write(month, options) { day in
      .month(day.year, day.month)
    } reading: { text in
      guard let period = Period(text), case .month = period else {
        throw Fault(
          "月份要写成 2024-11，不是“\(text)”。", "A month is written 2024-11, not “\(text)”.", exitCode: 2)
      }
      return period
    }
  }
}

/// Writes the report of a year.
struct ReportYearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year", abstract: "年报。The report of a year.",
    discussion: "不写年份是本年；不写 --place 是全省（全国）。This year, of all of it, by default.")

  @Argument(help: "年份，如 2024。A year.") var year: String?
  @OptionGroup var options: LedgerOptions
  @OptionGroup var paper: ReportOptions

  func run() throws {
    try paper.write(year, options) { day in
      .year(day.year)
    } reading: { text in
      guard let period = Period(text), case .year = period else {
        throw Fault(
          "年份要写成 2024，不是“\(text)”。", "A year is written 2024, not “\(text)”.", exitCode: 2)
      }
      return period
    }
  }
}

/// What goes with a report, of whatever period.
struct ReportOptions: ParsableArguments {
  @OptionGroup var target: PaperTarget
  @OptionGroup var form: PaperForm
  @Option(help: "文号。The number of the paper.") var number: String?
  @Option(help: "落款单位。The unit that signs.") var from: String?

  /// Writes the report of a period as it stood at its end, or stands now where it is not over.
  func write(
    _ text: String?, _ options: LedgerOptions, current: (Day) -> Period,
    reading: (String) throws -> Period
  ) throws {
    let asked = try text.map(reading)
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let place = try opened.paperPlace(options)
    let report = try opened.paperDesk.report(on: place, asked ?? current(opened.day))
    let paper = report.paper(number: number, unit: from, signed: opened.today)
    try target.write([(report.fileName, paper)], form, opened.language)
  }
}
