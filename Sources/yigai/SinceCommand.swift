import ArgumentParser
import Reform
import Runtime

/// Says what has changed between two days.
struct SinceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "since",
    abstract: "从某一天以来有什么变化：办结、销号、退回、新逾期。What has changed since a day.",
    discussion: """
      到 --as-of 那一天为止，不写就是今天。Up to the day of --as-of, or today.
      """)

  @Argument(help: "从哪一天的日终起，如 2024-06-30。From the end of which day on.") var day: String
  @Option(help: "按任务或按地区计数。Counts by task or by place: task | place") var by: LineChange.Grouping?
  @OptionGroup var options: LedgerOptions
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let first = try Self.day(day)
    let opened = try options.look()
    defer { opened.ledger.close() }
    try Self.refuse(first, after: opened.day)
    let changes = try opened.paperDesk.changes(since: first, in: opened.scope)
    try form.write(table(changes, opened))
  }

  /// A day as it is written on a command line.
  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw Fault(
        "日期要写成 2024-06-30，不是“\(text)”。", "A day is written 2024-06-30, not “\(text)”.",
        exitCode: 2)
    }
    return try BookDays.held(day)
  }

  /// Throws where there is nothing between the two days.
  static func refuse(_ first: Day, after day: Day) throws {
    guard first <= day else {
      throw Fault(
        "\(first) 在 \(day) 之后，没有可比的一段。",
        "\(first) is after \(day): there is nothing between them.", exitCode: 2)
    }
  }

  private func table(_ changes: [LineChange], _ opened: Opened) -> Table {
    let (catalogue, language) = (opened.catalogue, opened.language)
    guard let by else {
      let order = LineChange.Kind.allCases
      let sorted = order.flatMap { kind in changes.filter { $0.kind == kind } }
      return LineChange.table(
        of: sorted, catalogue, language, isSample: opened.isSample)
    }
    return LineChange.counts(
      LineChange.groups(of: changes, by: by, catalogue), by: by, language,
      isSample: opened.isSample)
  }
}

extension LineChange.Grouping: ExpressibleByArgument {}
