import ArgumentParser
import Foundation
import LedgerStore
import Reform
import Runtime

/// Exchanges the ledger with its hub, and answers for what was not taken.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "与共享库同步：上报和收取。Exchanges the ledger with its hub.",
    discussion: """
      断网时照常登记，下次同步时上报。别的单位先登记了同一处时，这里的不采用，要再答复：keep 或 withdraw。
      Entering goes on without a network. Where another office was quicker one is asked: keep, withdraw.
      """,
    subcommands: [
      SyncNowCommand.self, SyncStateCommand.self, SyncRefusedCommand.self, SyncKeepCommand.self,
      SyncWithdrawCommand.self,
    ], defaultSubcommand: SyncNowCommand.self)
}

struct SyncNowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "now", abstract: "现在同步一次（不写子命令就是它）。Synchronises once, now.")

  @Option(help: "台账文件。The ledger file.") var ledger: String?
  @Option(help: "语言。zh | en") var lang: String?
  @Flag(help: "JSON") var json = false

  func run() throws {
    var choice = LedgerChoice()
    (choice.ledger, choice.lang, choice.readOnly) = (ledger, lang, true)
    let opened = try choice.open()
    opened.ledger.close()
    try SyncNow.run(opened.ledger.path, opened.language, json: json)
  }
}

/// One exchange of a ledger, by the program beside this one.
enum SyncNow {
  static func run(_ path: String, _ language: Language, json: Bool = false) throws {
    guard case .exchanged(let report) = try SyncProcess.ask(.exchange(ledger: path)) else {
      throw SyncProcess.mixedUp
    }
    guard !json else {
      return try Output.json([
        "came": report.came, "sent": report.sent, "refused": report.refused,
        "strange": report.strange, "lost": report.lost,
      ])
    }
    SharingWords.tell(SharingWords.exchanged(report), language)
  }
}

struct SyncStateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "与共享库的情况：待上报、未采用、最近同步。How ledger and hub stand.")

  @OptionGroup var options: LedgerOptions
  @Flag(help: "JSON") var json = false

  func run() throws {
    let opened = try options.lookAtFiles()
    defer { opened.ledger.close() }
    let state = try opened.ledger.sharingState()
    if json {
      return try Output.json(
        state.map(SharingWords.json) ?? JSONValue.object(["joined": .truth(false)]))
    }
    SharingWords.tell(SharingWords.state(state), opened.language)
  }
}

struct SyncRefusedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refused", abstract: "没有被采用、等答复的登记。Acts that were not taken.")

  @OptionGroup var options: LedgerOptions
  @Flag(help: "连已答复的也列出。With those that were answered for.") var all = false
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let opened = try options.lookAtFiles()
    defer { opened.ledger.close() }
    let refused = try opened.ledger.refusedActs(all: all)
    let rows = try RefusedRow.rows(refused, opened.ledger, opened.catalogue, opened.language)
    try form.write(SharingWords.refused(rows, opened.language))
  }
}
