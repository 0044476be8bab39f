import Reform
import TestSupport
import Testing

@testable import LedgerStore

/// How long entries wait for another program that writes.
@Suite struct PatienceTests {
  @Test func aCommandWaitsLongerThanAScreen() throws {
    let open = try OpenLedger()
    #expect(open.ledger.patience.limit == 5)
    open.ledger.waitLonger()
    #expect(open.ledger.patience.limit == 30)
  }

  @Test func whoeverHasNoPatienceIsToldAtOnceAndElseItIsAskedAgain() {
    #expect(!Patience(0).goesOn(after: 0))
    let patience = Patience(60)
    #expect(patience.goesOn(after: 0))
    #expect(patience.goesOn(after: 1))
    patience.limit = 0
    #expect(!patience.goesOn(after: 0))
  }

  /// SQLite asks the patience of the ledger, and nothing of its own.
  @Test func aLedgerThatIsHeldIsRefusedOnceThePatienceIsOver() throws {
    let open = try OpenLedger()
    let other = try Ledger(at: open.path)
    defer { other.close() }
    other.patience.limit = 0
    try open.ledger.writing { _ in
      let error = #expect(throws: Fault.self) { try other.writing { _ in } }
      #expect(error?.message(.en).contains("in use") == true)
    }
    try other.writing { _ in }
  }
}
