import ArgumentParser
import Reform

/// Enters that a slip was received.
struct SlipsReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "登记签收。Enters who received a slip.")

  @OptionGroup var slip: SlipStepOptions
  @Option(help: "签收人。Who received it.") var receiver: String

  func run() throws { try slip.enter { _, _, _ in .receive(by: receiver) } }
}

/// Enters an answer.
struct SlipsAnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "登记答复，没有登记签收也可以。Enters an answer, received or not.")

  @OptionGroup var slip: SlipStepOptions
  @Option(help: "答复的内容。What was answered.") var text: String
  @Option(help: "佐证：文号、文件名或网址。Evidence.") var evidence: String = ""

  func run() throws { try slip.enter { _, _, _ in .answer(text, evidence: evidence) } }
}

/// Enters what was found when an answer was looked into.
struct SlipsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "登记核查情况。Enters what was found in an answer.")

  @OptionGroup var slip: SlipStepOptions
  @Option(help: "核查情况。What was found.") var text: String

  func run() throws { try slip.enter { _, _, _ in .check(text) } }
}

/// Returns an answer, to be given anew by another day.
struct SlipsReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "退回重办，另定期限。Returns an answer, with a new day.")

  @OptionGroup var slip: SlipStepOptions
  @OptionGroup var due: AnswerDue
  @Option(help: "理由。The reason.") var reason: String

  func run() throws {
    try slip.enter(isNewDue: true) { _, desk, opened in
      .sendBack(reason, due: try due.day(desk, opened))
    }
  }
}

/// Extends the day by which an answer is due.
struct SlipsExtendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "延长答复期限。Extends the day by which an answer is due.")

  @OptionGroup var slip: SlipStepOptions
  @OptionGroup var due: AnswerDue
  @Option(help: "理由。The reason.") var reason: String

  func run() throws {
    try slip.enter(isNewDue: true) { _, desk, opened in
      .extend(try due.day(desk, opened), reason: reason)
    }
  }
}

/// Enters a leader's instruction.
struct SlipsInstructCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instruct", abstract: "登记领导批示。Enters a leader's instruction.")

  @OptionGroup var slip: SlipStepOptions
  @Option(help: "批示。The instruction.") var text: String

  func run() throws { try slip.enter { _, _, _ in .instruct(text) } }
}

/// Closes a slip.
struct SlipsCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "办结；没有答复的要写理由。Closes a slip; unanswered, with a reason.")

  @OptionGroup var slip: SlipStepOptions
  @Option(help: "办结说明。A note, or the reason.") var text: String = ""

  func run() throws { try slip.enter { _, _, _ in .close(text) } }
}
