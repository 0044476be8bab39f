import LedgerStore
import Reform

/// Reads what supervision goes by from a ledger on a day: slips, late lines and what the rules propose.
public struct SlipDesk {
  private let ledger: Ledger
  private let catalogue: Catalogue
  public let rules: SlipRules
  private let day: Day

  public init(_ ledger: Ledger, _ catalogue: Catalogue, _ rules: SlipRules, on day: Day) {
    (self.ledger, self.catalogue, self.rules, self.day) = (ledger, catalogue, rules, day)
  }

  /// All slips as of the day, their lines where the tasks stand now.
  public func slips() throws -> [Slip] {
    try ledger.slips(asOf: day).map { $0.carried(into: catalogue) }
  }

  /// What the rules propose for a place with all that lies in it.
  public func proposals(in place: Division) throws -> [SlipProposal] {
    try ledger.together {
      let paper = PaperDesk(ledger, catalogue, on: day, .zh, isSample: false)
      return rules.proposals(try paper.late(in: place), try slips(), catalogue, on: day)
    }
  }

  /// Where lines stand on the day.
  public func standings(of lines: [Line]) throws -> [Standing] {
    let wanted = Set(lines)
    return try Set(lines.map(\.task)).sorted().compactMap(catalogue.task).flatMap { task in
      try ledger.standings(of: task, in: catalogue, asOf: day).filter { wanted.contains($0.line) }
    }
  }

  /// Throws where the rules bar an order, as the ledger stands; called in the transaction that issues.
  public func refuse(_ order: SlipOrder) throws {
    for task in Set(order.lines.map(\.task)).sorted().compactMap(catalogue.task) {
      guard let left = catalogue.leftOut(task) else { continue }
      let told = HandWords.told(left)
      throw Fault(
        "任务 \(task.id) \(told.zh)，不能督办。", "\(task.id) is \(told.en) and cannot be supervised.")
    }
    try rules.refuse(
      order, among: try slips(), try standings(of: order.lines), on: day, in: catalogue)
  }
}
