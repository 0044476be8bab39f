import GRDB
import Reform
import Testing

@testable import LedgerStore

/// What SQLite goes through: not every act that was ever entered.
@Suite struct PlanTests {
  @Test(arguments: [
    "actual", "batch", "collecting", "decision", "hand_step", "meeting_step", "sent_form",
    "slip_step", "target",
  ])
  func whatStandsIsFoundFromItsOwnTable(_ table: String) throws {
    try expectNoScan("\(Ledger.chains(of: table)) SELECT * FROM standing")
  }

  @Test func whatStandsOfGroupsIsFoundFromItsOwnTables() throws {
    try expectNoScan("\(GroupBook.acts()) SELECT * FROM standing")
  }

  @Test func whetherTheCatalogueIsAnotherIsFoundFromWhatChangesIt() throws {
    try expectNoScan(HeldTasks.filed(since: Schema.version))
  }

  private func expectNoScan(_ sql: String) throws {
    let open = try OpenLedger(.figures)
    let queue = try DatabaseQueue(path: open.path)
    let plan = try queue.read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + sql.replacing(":day", with: "99991231")
      ).map { $0["detail"] as String }
    }
    try queue.close()
    #expect(!plan.isEmpty)
    #expect(plan.filter { $0 == "SCAN act" || $0.hasPrefix("SCAN act ") } == [])
  }
}
