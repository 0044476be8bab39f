import LedgerStore
import Reform
import TestSupport

/// A ledger on disk in a folder of its own, with its catalogue.
final class OpenLedger {
  let scratch: Scratch
  let path: String
  let ledger: Ledger
  let catalogue: Catalogue

  init(_ kind: TestLedger = .blank) throws {
    scratch = try Scratch()
    path = try kind.make(in: scratch)
    ledger = try Ledger(at: path)
    catalogue = try ledger.catalogue(over: SmallCatalogue.make())
  }

  /// The same file through a connection of its own.
  func another() throws -> Ledger {
    let other = try Ledger(at: path)
    _ = try other.catalogue(over: SmallCatalogue.make())
    return other
  }

  static func stamp(_ who: String = "王明", on day: Day = SmallCatalogue.day) -> Stamp {
    Stamp(who: who, day: day, at: "\(day)T09:30:00+0800")
  }

  /// What ledgers of before step 15 do not have, in the order in which it can be dropped.
  static let sharingTables = [
    "refusal_answer", "refused", "taken", "outgoing", "strange", "shared", "origin", "hub",
    "held_before", "missing",
  ]

  /// Takes the counts by province and by day away, and what keeps them.
  static let withoutRegions = """
    DROP TABLE daily;
    DROP TRIGGER tally_is_summed; DROP TRIGGER tally_is_moved; DROP TRIGGER tally_is_taken_out;
    DROP TABLE regional;
    """

  static let changzhi = Line("demo-3/1", in: "140400")

  /// Enters one status whatever came before, and gives the entry.
  @discardableResult
  func enter(
    _ status: Status, _ line: Line = changzhi, by who: String = "王明",
    on day: Day = SmallCatalogue.day,
    note: String? = nil
  ) throws -> Entry {
    let change = Change(line, status: status, note: note)
    let outcome = try ledger.record([change], Self.stamp(who, on: day), overriding: true)
    guard let entry = outcome.entries?.first else {
      throw TestFailure("not recorded: \(outcome)")
    }
    return entry
  }

  func status(_ line: Line = changzhi, on day: Day = SmallCatalogue.day) throws -> Status? {
    guard let task = catalogue.task(line.task) else { throw TestFailure("no task \(line.task)") }
    return try ledger.standings(of: task, in: catalogue, asOf: day)
      .first { $0.line == line }?.status
  }
}

extension Outcome {
  var entries: [Entry]? { if case .recorded(let entered) = self { entered.entries } else { nil } }
  var inBetween: [Entry]? { if case .moved(.lines(let entries)) = self { entries } else { nil } }
}
