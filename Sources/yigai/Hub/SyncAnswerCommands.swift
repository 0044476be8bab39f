import ArgumentParser
import LedgerStore
import Reform
import Runtime

/// Which of the acts that were not taken are answered for.
struct RefusalOptions: ParsableArguments {
  @Argument(help: "序号，见 yigai sync refused。Their numbers.") var numbers: [Int] = []
  @Option(name: .customLong("in"), help: "这个地区的全部。All of a place.") var region: String?
  @Flag(help: "全部。All of them.") var all = false
  @Option(help: "登记人。Who enters.") var by: String?
  @OptionGroup var options: LedgerOptions

  /// Answers for them, and says so.
  func answer(_ answer: RefusedAct.Answer) throws {
    try options.refuseEntry(by: by)
    let opened = try options.open()
    defer { opened.ledger.close() }
    let chosen = try chosen(opened)
    try opened.ledger.answer(
      chosen, answer, opened.stamp(by: by), under: opened.world(by: by).rules(opened.catalogue))
    Output.didEnter()
    let words = SharingWords.answered(chosen.count, answer, try opened.ledger.membership())
    SharingWords.tell(words, opened.language)
  }

  private func chosen(_ opened: Opened) throws -> [RefusedAct] {
    let waiting = try opened.ledger.refusedActs()
    guard (numbers.isEmpty ? 0 : 1) + (region == nil ? 0 : 1) + (all ? 1 : 0) == 1 else {
      throw Fault(
        "要写明哪些：序号、--in 地区或 --all，只用一种。",
        "Say which: their numbers, --in PLACE, or --all; one of these.", exitCode: 2)
    }
    if let region {
      let place = try LedgerChoice.find(region, in: opened.catalogue.divisions)
      let found = waiting.filter { refused in
        opened.ledger.places(of: refused).contains {
          opened.catalogue.divisions.isWithin($0, place.id)
        }
      }
      guard !found.isEmpty else {
        throw Fault(
          "\(place.name)没有等答复的登记。", "Nothing of \(place.english) waits for an answer.",
          exitCode: 2)
      }
      return found
    }
    guard !all else {
      guard !waiting.isEmpty else {
        throw Fault("没有等答复的登记。", "Nothing waits for an answer.")
      }
      return waiting
    }
    return try numbers.map { number in
      guard let found = waiting.first(where: { $0.id == number }) else {
        throw Fault(
          "没有第 \(number) 项等答复；见 yigai sync refused。",
          "No number \(number) waits for an answer; see yigai sync refused.", exitCode: 2)
      }
      return found
    }
  }
}

struct SyncKeepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "仍按本单位的登记，盖过先到的那条。Enters them again, over what came before.")

  @OptionGroup var refusals: RefusalOptions

  func run() throws { try refusals.answer(.kept) }
}

struct SyncWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "不再坚持，以先到的为准。Leaves them out: what came first stands.")

  @OptionGroup var refusals: RefusalOptions

  func run() throws { try refusals.answer(.withdrawn) }
}
