import ArgumentParser
import Foundation
import LedgerStore
import Reform
import Runtime

/// Supervision: the slips that there are, what the rules propose, and the steps of each.
struct SlipsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slips", abstract: "督办：台账、建议、发出、签收、答复、办结。Slips of supervision.",
    subcommands: [
      SlipsListCommand.self, SlipsProposeCommand.self, SlipsIssueCommand.self,
      SlipsReceiveCommand.self, SlipsAnswerCommand.self, SlipsCheckCommand.self,
      SlipsReturnCommand.self, SlipsExtendCommand.self, SlipsInstructCommand.self,
      SlipsCloseCommand.self, SlipsUndoCommand.self,
    ], defaultSubcommand: SlipsListCommand.self)
}

/// Lists slips, or counts them.
struct SlipsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "督办台账，或按单位、地区、级别计数。The book of slips, or counts.",
    discussion: """
      剩余工作日按节假日表计算（yigai config 说明放在哪里）；表里没有的年份会注明。
      Working days go by the table of holidays (yigai config says where an own one is kept).
      """)

  @OptionGroup var options: LedgerOptions
  @Option(help: "级别。reminder | blue | yellow | red") var level: String?
  @Flag(help: "只看没办结、没升级的。Only those that are open.") var open = false
  @Flag(help: "只看超期没答复的。Only those whose answer is late.") var late = false
  @Option(help: "计数：unit | place | level。Counts.") var counts: String?
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let level = try level.map(Opened.level)
    let grouping = try counts.map(Self.grouping)
    let opened = try options.look()
    defer { opened.ledger.close() }
    let desk = try opened.slipDesk
    let all = try desk.slips()
    let slips = chosen(all, level, opened)
    opened.tell(Self.untold(slips, desk.rules.calendar, on: opened.day))
    let divisions = opened.catalogue.divisions
    guard let grouping else {
      return try form.write(
        SlipTables.slips(
          slips, among: all, desk.rules.calendar, divisions, on: opened.day, opened.language,
          isSample: opened.isSample))
    }
    try form.write(
      SlipTables.counts(
        slips, among: all, by: grouping, divisions, on: opened.day, opened.language,
        isSample: opened.isSample))
  }

  private func chosen(_ all: [Slip], _ level: Slip.Level?, _ opened: Opened) -> [Slip] {
    let raised = Slip.raised(among: all)
    return all.filter { slip in
      opened.catalogue.divisions.isWithin(slip.order.place, opened.government)
        && (level.map { $0 == slip.order.level } ?? true)
        && (!open && !late || slip.state != .closed && !raised.contains(slip.id))
        && (!late || slip.isLate(on: opened.day))
    }
  }

  private static func untold(_ slips: [Slip], _ calendar: WorkingDays, on day: Day) -> [Int] {
    slips.filter(\.awaitsAnswer).flatMap { calendar.untold(from: day, to: $0.due) }
  }

  private static func grouping(_ name: String) throws -> SlipCounts.Grouping {
    if let found = SlipCounts.Grouping(rawValue: name) { return found }
    let list = SlipCounts.Grouping.allCases.map(\.rawValue).joined(separator: " | ")
    throw Fault(
      "--counts 只能是 \(list)，不是“\(name)”。", "--counts takes \(list), not “\(name)”.", exitCode: 2)
  }
}

/// Says what the rules propose.
struct SlipsProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "按规则建议发哪些督办单，不登记。What the rules propose; enters nothing.",
    discussion: """
      规则是办公室的默认值，没有文件规定；可以换成本办自己的（yigai config 说明放在哪里）。
      The numbers are the office's defaults; no document prescribes them, and they can be replaced.
      """)

  @OptionGroup var options: LedgerOptions
  @Option(help: "级别。reminder | blue | yellow | red") var level: String?
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let level = try level.map(Opened.level)
    let opened = try options.look()
    defer { opened.ledger.close() }
    let proposals = try opened.slipDesk.proposals(in: try opened.slipPlace)
      .filter { proposal in level.map { $0 == proposal.level } ?? true }
    opened.tell(proposals.flatMap(\.untold))
    try form.write(
      SlipTables.proposals(
        proposals, opened.catalogue, opened.language, isSample: opened.isSample))
  }
}

extension Opened {
  /// Reads slips by the office's own tables where it has them.
  var slipDesk: SlipDesk {
    get throws { SlipDesk(ledger, catalogue, try Surroundings.slipRuleFiles.read(), on: day) }
  }

  /// The place that was asked for, with all that lies in it; of an own level (市本级) that of the whole.
  var slipPlace: Division {
    get throws {
      guard let place = catalogue.divisions[government] else {
        throw Fault("没有地区 \(government)。", "There is no place \(government).", exitCode: 2)
      }
      return place
    }
  }

  /// Says which years were counted by weekends alone.
  func tell(_ untold: [Int]) {
    guard let told = WorkingDays.told(untold) else { return }
    Output.note(Safe.line("yigai: " + told(language)))
  }

  static func level(_ name: String) throws -> Slip.Level {
    let found = Slip.Level.allCases.first { $0.rawValue == name || $0.words.zh == name }
    if let found { return found }
    let known = Slip.Level.allCases.map { ($0.rawValue, $0.words) }
    throw CommandValue.refusal(of: name, Phrase("级别", "level"), known)
  }
}
