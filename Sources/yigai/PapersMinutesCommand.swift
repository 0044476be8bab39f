import ArgumentParser
import Bundle
import Papers
import Reform

/// Writes the minutes of a meeting.
struct PapersMinutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes",
    abstract: "会议纪要：议定事项和各项决定；没有闭会的是草稿。The minutes of a meeting, or their draft.",
    discussion: "会议用编号指定，如 hy-2020-12-03-1。A meeting is named by its id.")

  @Argument(help: "会议编号。The meeting's id.") var meeting: String
  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget
  @OptionGroup var form: PaperForm
  @Option(help: "落款单位。The unit that signs.") var from: String?
  @Option(help: "分送单位；不写是决定里提到的部门和医改办。Whom it goes to.") var copies: String?

  func run() throws {
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let meetings = try opened.paperDesk.meetings()
    guard let found = meetings.first(where: { $0.id == meeting }) else {
      throw Self.unknown(meeting, meetings)
    }
    let minutes = try opened.paperDesk.minutes(of: found, opened.catalogue.indicators)
    let paper = minutes.paper(unit: from, signed: found.closed ?? opened.today, copies: copies)
    try target.write([(minutes.fileName, paper)], form, opened.language)
  }

  private static func unknown(_ id: String, _ meetings: [Meeting]) -> Fault {
    guard !meetings.isEmpty else {
      return Fault(
        "台账里还没有会议。", "The ledger has no meetings yet.")
    }
    let list = meetings.map { "\($0.id) \($0.card.name)" }
    return Fault(
      "没有会议“\(id)”；有：\(list.joined(separator: "、"))。",
      "There is no meeting “\(id)”: \(list.joined(separator: ", ")).", exitCode: 2)
  }
}
