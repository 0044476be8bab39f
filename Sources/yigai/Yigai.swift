import ArgumentParser
import Foundation
import Reform

/// The command line: every screen has a command that gives the same content to a pipe.
struct Yigai: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yigai",
    abstract: "医改台账：任务、进展、指标、比较、医疗集团。Tasks, progress, figures and medical groups of health reform.",
    discussion: """
      不带命令时打开总览。Without a command the dashboard opens.
      先试示例：yigai --sample    Try the sample first: yigai --sample
      """,
    version: "0.1.0",
    subcommands: [
      DashboardCommand.self, NewCommand.self, TasksCommand.self, TaskCommand.self,
      IndicatorsCommand.self,
      CompareCommand.self,
      PlacesCommand.self, GroupsCommand.self, SettleCommand.self,
      MarkCommand.self, TargetsCommand.self, ReachCommand.self, HistoryCommand.self,
      SinceCommand.self, MeetingCommand.self, SlipsCommand.self, ImportCommand.self,
      TemplateCommand.self,
      PapersCommand.self, ReportCommand.self,
      ShotCommand.self, CheckCommand.self, BackupCommand.self, JoinCommand.self, SyncCommand.self,
      PackCommand.self, UnpackCommand.self,
      HubCommand.self,
      ConfigCommand.self,
      SampleCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

@main
struct Main {
  static func main() {
    signal(SIGPIPE, SIG_DFL)
    StandardStreams.guardNumbers()
    LocaleNotice.say()
    let given = Array(CommandLine.arguments.dropFirst())
    do {
      if let choice = LedgerChoice(plain: given) { return try DashboardCommand.run(choice) }
      try run(given)
    } catch let fault as Fault {
      complain(fault.message)
      exit(fault.exitCode)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let (complaint, path) = (Yigai.message(for: error), CommandPath(given))
      let words =
        Arguments.unknownCommand(besides: complaint) ?? path.unknown
        ?? ParserWords.sentence(complaint)
      complain(
        Phrase("命令有误：\(words.zh)用 \(path.help) 看用法。", "\(words.en) See \(path.help)."))
      exit(2)
    }
  }

  /// Runs a command, or says what was asked about it (`--help`, `--version`).
  private static func run(_ given: [String]) throws {
    do {
      var command = try Yigai.parseAsRoot(Arguments.commandFirst(given))
      try command.run()
    } catch  where Yigai.exitCode(for: error) == .success {
      Output.write(Yigai.fullMessage(for: error) + "\n")
    }
    try Output.finish()
  }

  /// Says one sentence on standard error, in the language that was asked for.
  static func complain(_ words: Phrase) {
    let text = "yigai: " + words(Surroundings.language) + "\n"
    StandardStreams.complain(Safe.line(text, keepingBreaks: true))
  }
}

/// The words of the command line.
enum Arguments {
  private static let valued: Set<String> = [
    "--ledger", "--as-of", "--today", "--place", "--lang", "--province",
  ]

  /// The complaint where the first word is no option and no command; nil otherwise, and where the
  /// parser complains of an option before it, whose value that word would have been.
  static func unknownCommand(besides complaint: String) -> Phrase? {
    let given = Array(CommandLine.arguments.dropFirst())
    let names = Yigai.configuration.subcommands.compactMap { $0.configuration.commandName }
    let index = afterOptions(given)
    guard index < given.count, !given[index].hasPrefix("-"),
      !(names + ["help"]).contains(given[index]),
      !given[..<index].contains(where: { complaint.contains("Unknown option '\($0)'") })
    else { return nil }
    let first = given[index]
    return Phrase("没有命令“\(first)”。", "There is no command “\(first)”.")
  }

  /// Where the first word stands that is no option and no value of one.
  static func afterOptions(_ given: [String]) -> Int {
    var index = 0
    while index < given.count, given[index].hasPrefix("--") {
      index += valued.contains(given[index]) ? 2 : 1
    }
    return index
  }

  /// Puts the command in front of options that were written before it (`yigai --lang en mark …`).
  static func commandFirst(_ given: [String]) -> [String] {
    let names = Yigai.configuration.subcommands.compactMap { $0.configuration.commandName }
    let index = afterOptions(given)
    guard index > 0, index < given.count, names.contains(given[index]) else { return given }
    let rest = Array(given[..<index]) + Array(given[(index + 1)...])
    return [given[index]] + rest
  }
}
