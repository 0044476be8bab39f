import ArgumentParser
import Foundation
import LedgerStore
import Reform
import Runtime

/// What goes with every command that enters a step on a slip.
struct SlipStepOptions: ParsableArguments {
  @Argument(help: "编号，或其中的数字，如 3。Its number, or the figure in it.") var number: String
  @OptionGroup var options: LedgerOptions
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  /// Looks at the slip and enters a step on it in one transaction.
  ///
  /// `step` makes it of the slip as it stands; a new day by which the answer is due is looked at.
  func enter(
    isNewDue: Bool = false, _ step: (Slip, SlipDesk, Opened) throws -> SlipStep
  ) throws {
    try options.refuseEntry(by: by)
    let opened = try options.open()
    defer { opened.ledger.close() }
    let (desk, stamp) = (try opened.slipDesk, try opened.stamp(by: by))
    let id = try opened.ledger.act {
      let slip = try opened.slip(number, among: try opened.ledger.slips())
      try opened.enter(try step(slip, desk, opened), on: slip.id, stamp)
      return slip.id
    }
    try opened.saySlip(id, desk, isNewDue: isNewDue, json: json)
  }
}

/// By when an answer is due, as a day or in working days from today.
struct AnswerDue: ParsableArguments {
  @Option(help: "答复期限，如 2020-11-09。The day by which it is due.") var due: String?
  @Option(help: "或者从今天起几个工作日。Or in how many working days.") var days: Int?

  /// The day that was given, or a standard one where none was.
  func day(_ desk: SlipDesk, _ opened: Opened, standard: Day? = nil) throws -> Day {
    switch (due, days) {
    case (.some, .some):
      throw Fault("--due 和 --days 只能用一个。", "--due and --days exclude each other.", exitCode: 2)
    case (let text?, nil): return try Self.day(text)
    case (nil, let count?):
      guard (1...366).contains(count) else {
        throw Fault(
          "--days 要 1 到 366 个工作日，不是 \(count)。", "--days takes 1 to 366 working days, not \(count).",
          exitCode: 2)
      }
      return desk.rules.calendar.due(after: opened.today, workingDays: count)
    case (nil, nil):
      if let standard { return standard }
      throw Fault("请用 --due 或 --days 写明期限。", "Give the day with --due or --days.", exitCode: 2)
    }
  }

  private static func day(_ text: String) throws -> Day {
    if let day = Day(text) { return try BookDays.held(day) }
    throw Fault(
      "日期要写成 2020-11-09，不是“\(text)”。", "A day is written 2020-11-09, not “\(text)”.", exitCode: 2)
  }
}

extension Opened {
  /// The slip of a number, or of a figure that only one has.
  func slip(_ text: String, among slips: [Slip]) throws -> Slip {
    let found = SlipNumber.find(text, among: slips)
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      let list = found.map(\.id)
      throw Fault(
        "“\(text)”不止一件：\(list.joined(separator: "、"))；请写全编号。",
        "Several slips are meant by “\(text)”: \(list.joined(separator: ", ")). Give the whole number.",
        exitCode: 2)
    }
    throw Fault(
      "没有编号为“\(text)”的督办单；用 yigai slips 看编号。",
      "There is no slip “\(text)”; yigai slips lists them.")
  }

  /// The number that our own office would give its next slip.
  func nextSlip(among slips: [Slip]) throws -> Slip.ID {
    let others = try SharedActs.slipOffices(in: ledger)
    return SlipNumber.next(
      after: slips.filter { others[$0.id] == nil }, beside: slips.map(\.id), on: today)
  }

  /// Enters a step; called in the transaction in which it was looked at what it is entered on.
  func enter(_ step: SlipStep, on id: Slip.ID, _ stamp: Stamp) throws {
    let act = Act(.slip(id, step), stamp, overriding: true)
    _ = try ledger.enter(act, under: world().rules(catalogue))
  }

  /// Says how a slip stands after what was entered, and where its new due day is no working day, or
  /// lies in a year without holidays.
  func saySlip(_ id: Slip.ID, _ desk: SlipDesk, isNewDue: Bool, json: Bool) throws {
    Output.didEnter()
    let all = try ledger.slips()
    guard let slip = all.first(where: { $0.id == id }) else { return }
    if isNewDue {
      let calendar = desk.rules.calendar
      if let told = calendar.told(off: slip.due) {
        Output.note(Safe.line("yigai: " + told(language)))
      }
      tell(calendar.untold(from: today, to: slip.due))
    }
    guard !json else {
      let table = SlipTables.slips(
        [slip], among: all, desk.rules.calendar, catalogue.divisions, on: today, language,
        isSample: isSample)
      return try Output.json(table.json(of: 0))
    }
    let sample = isSample ? language.bracketed(FieldWords.sample(language)) : ""
    let entered = Phrase("已记入台账", "Entered in the ledger")(language)
    let due =
      slip.awaitsAnswer
      ? Phrase("，\(slip.due) 前答复", ", to be answered by \(slip.due)")(language) : ""
    Output.write(
      Safe.line(
        "\(entered)\(sample)\(language.colon)\(id) \(slip.order.level.words(language)) \(slip.order.unit) "
          + "\(slip.state.words(language))\(due)") + "\n")
  }
}
