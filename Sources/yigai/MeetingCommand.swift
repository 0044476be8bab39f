import ArgumentParser
import LedgerStore
import Reform

/// Lists meetings, and what one has decided.
struct MeetingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "会议：列出各次会议、一次会议的决定。Meetings and their decisions.",
    discussion: """
      会议在界面第 6 屏上准备和召开；纪要用 yigai papers minutes。
      A meeting is prepared and held on screen 6; yigai papers minutes writes its minutes.
      """, subcommands: [MeetingListCommand.self, MeetingShowCommand.self],
    defaultSubcommand: MeetingListCommand.self)
}

struct MeetingListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "各次会议。All meetings, by their days.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let opened = try options.look()
    defer { opened.ledger.close() }
    let meetings = try opened.ledger.meetings(asOf: opened.day).filter {
      opened.catalogue.divisions.isWithin($0.card.scope, opened.scope)
    }
    try form.write(
      MeetingTables.meetings(
        meetings, opened.catalogue.divisions, opened.language, isSample: opened.isSample))
  }
}

struct MeetingShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一次会议的决定。What a meeting has decided.")

  @Argument(help: "会议编号，见 yigai meeting。A meeting's id.") var id: String
  @OptionGroup var options: LedgerOptions
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let opened = try options.look()
    defer { opened.ledger.close() }
    let meetings = try opened.ledger.meetings(asOf: opened.day)
    guard let meeting = meetings.first(where: { $0.id == id }) else {
      throw Fault(
        "没有编号为 \(id) 的会议；yigai meeting 列出编号。",
        "There is no meeting \(id); yigai meeting lists them.", exitCode: 2)
    }
    try form.write(
      MeetingTables.decisions(
        meeting, opened.catalogue, opened.language, isSample: opened.isSample))
  }
}
