import ArgumentParser
import LedgerStore
import Reform
import Runtime

/// One's own catalogue: tasks made, amended, left out and taken in again by hand.
struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "手工调整任务：新建、修改、移出、移回。Tasks made, amended or left out by hand.",
    discussion: """
      程序自带的任务只是建议；不要求的可以移出，登记都留着，以前的日子照旧。
      The tasks that come with the program are an offer; what is left out keeps its entries.
      """,
    subcommands: [
      TaskLeftOutCommand.self, TaskNewCommand.self, TaskAmendCommand.self,
      TaskLeaveOutCommand.self, TaskTakeInCommand.self, TaskUndoCommand.self,
    ], defaultSubcommand: TaskLeftOutCommand.self)
}

/// Lists what is left out.
struct TaskLeftOutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "left-out", abstract: "列出移出的任务和文件。Lists what is left out, since when and why.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let opened = try options.look()
    defer { opened.ledger.close() }
    try form.write(
      HandTables.leftOut(
        opened.catalogue.hand.leftOut(on: opened.day), opened.catalogue, opened.language,
        isSample: opened.isSample))
  }
}

/// Leaves a task, a task in one place, or a document out.
struct TaskLeaveOutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave-out",
    abstract: "移出任务（--place 只在一地）或整份文件（--document）。Leaves a task or a document out.",
    discussion: """
      从今天起不再要求：不计数、不亮灯、不进材料；已有登记都留着，以前的日子照旧。
      From today on it is not asked for; entries stay, and the days before are as they were.
      """)

  @OptionGroup var scope: HandScopeOptions
  @Option(help: "理由。The reason.") var reason: String

  func run() throws { try scope.enter { .leaveOut($0, reason: reason) } }
}

/// Takes in again what was left out.
struct TaskTakeInCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-in", abstract: "移回：从今天起重新要求。Takes in again what was left out.")

  @OptionGroup var scope: HandScopeOptions
  @Option(help: "理由。The reason.") var reason: String = ""

  func run() throws { try scope.enter { .takeIn($0, reason: reason) } }
}

/// What is left out or taken in.
struct HandScopeOptions: ParsableArguments {
  @Argument(help: "任务编号。A task's id.") var task: String?
  @Option(help: "整份文件，如 jyg-2019-1。A whole document.") var document: String?
  @OptionGroup var options: LedgerOptions
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  /// Enters a step on what was named; looking and entering are one transaction.
  func enter(_ step: (HandScope) -> HandStep) throws {
    try options.refuseEntry(by: by)
    guard (task == nil) != (document == nil) else {
      throw Fault(
        "请写任务编号，或用 --document 写整份文件，只写一个。",
        "Name a task, or a document with --document, and one of them only.", exitCode: 2)
    }
    let opened = try options.open()
    defer { opened.ledger.close() }
    let scope = try scope(opened)
    try opened.enter(step(scope), by: by, json: json)
  }

  private func scope(_ opened: Opened) throws -> HandScope {
    if let document {
      guard options.place == nil else {
        throw Fault(
          "--place 只用于任务，不用于整份文件。", "--place goes with a task, not with a document.",
          exitCode: 2)
      }
      return .document(try opened.document(called: document).id)
    }
    let task = try opened.task(self.task ?? "").id
    return options.place == nil ? .task(task) : .place(task, opened.government)
  }
}

/// Takes back the last change by hand of a task or a document, one's own.
struct TaskUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "撤回一项任务（或文件）最后一次手工调整（本人的）。Takes back the last change by hand, one's own.")

  @Argument(help: "任务编号，或文件。A task's id, or a document.") var name: String
  @OptionGroup var options: LedgerOptions
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  func run() throws {
    try options.refuseEntry(by: by)
    let opened = try options.open()
    defer { opened.ledger.close() }
    let stamp = try opened.stamp(by: by)
    let isDocument = opened.catalogue.document(name) != nil
    let id = isDocument ? name : try opened.task(name).id
    let (entry, act) = try opened.ledger.act {
      let last = try opened.ledger.handBook().entries.filter {
        (isDocument ? $0.step.document : $0.step.task) == id && $0.stands(on: nil)
      }.max { $0.act < $1.act }
      guard let last else {
        throw Fault("\(id) 没有可撤回的手工调整。", "Nothing was changed by hand of \(id).")
      }
      guard last.who == stamp.who else {
        throw Fault(
          "\(id) 最后一次手工调整是\(last.who)登记的，不是\(stamp.who)；只撤回本人的登记（--by）。",
          "The last change of \(id) was entered by \(last.who), not \(stamp.who); only one's own entries are "
            + "taken back (--by).")
      }
      try opened.refuseNamesake(
        last.act, stamp.who,
        Phrase("\(id) 最后一次手工调整", "The last change of \(id)"))
      guard
        case .recorded(let entered) = try opened.ledger.enter(
          Act(.undo(.act(last.act, of: .tasks)), stamp),
          under: opened.world(by: by).rules(opened.catalogue))
      else { throw Fault("没有可撤销的登记。", "There is nothing to take back.") }
      return (last, entered.act)
    }
    Output.didEnter()
    guard !json else { return try Output.json(["takenBack": entry.act, "act": act]) }
    let said = HandWords.said(entry.step, opened.catalogue, opened.language)
    let words = Phrase("已撤回：", "Taken back: ")(opened.language)
    Output.write(Safe.line("\(words)\(id) \(said)") + "\n")
  }
}

extension Opened {
  /// Enters a change by hand and says what was entered.
  func enter(
    _ step: HandStep, by name: String?, json: Bool
  ) throws {
    let stamp = try stamp(by: name)
    let outcome = try ledger.enter(
      Act(.hand([step]), stamp, overriding: true), under: world(by: name).rules(catalogue))
    guard case .recorded(let entered) = outcome, let done = entered.hand.first else {
      Output.write(
        Phrase("没有改动，没有登记。", "Nothing is changed; nothing was entered.")(language) + "\n")
      return
    }
    Output.didEnter()
    let now = try ledger.catalogue(over: catalogue).asOf(today)
    guard !json else {
      return try Output.json(
        JSONValue.object([
          "act": .whole(entered.act), "byHand": HandTables.json(done),
          "title": .text(done.task.flatMap(now.task)?.title.zh), "sample": .truth(isSample),
        ]))
    }
    let words = Phrase("已记入台账", "Entered in the ledger")(language)
    let sample = isSample ? language.bracketed(FieldWords.sample(language)) : ""
    let days = HandWords.days(done, now).map { Phrase("；\($0.zh)", "; \($0.en)")(language) } ?? ""
    let id = done.task ?? done.document ?? ""
    let title =
      done.task.flatMap(now.task)?.title(language) ?? now.document(id)?.title(language) ?? ""
    Output.write(
      Safe.line(
        "\(words)\(sample)\(language.colon)\(id) \(title) \(HandWords.said(done, now, language))"
          + days)
        + "\n")
    if case .leaveOut(let scope, _) = done { try tell(scope) }
  }

  /// Says what else names what was left out.
  private func tell(_ scope: HandScope) throws {
    for words in try HandNaming(ledger, catalogue).named([scope], on: today) {
      Output.note(Safe.line("yigai: " + words(language)))
    }
  }
}
