import GRDB
import TestSupport
import Testing

@testable import LedgerStore

/// How long entries wait for another program that writes.
@Suite struct PatienceTests {
  @Test func aCommandWaitsLongerThanAScreen() throws {
    let open = try OpenLedger()
    func patience() throws -> Int? {
      try open.ledger.reading { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") }
    }
    #expect(try patience() == 5_000)
    try open.ledger.waitLonger()
    #expect(try patience() == 30_000)
  }
}
