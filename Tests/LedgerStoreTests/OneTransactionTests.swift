import Cells
import Dashboard
import Dispatch
import Intake
import LedgerStore
import Reform
import Runtime
import Synchronization
import TestSupport
import Testing

/// A check and what is entered after it are one transaction, also where two windows are as quick.
@Suite struct OneTransactionTests {
  private let open: OpenLedger
  init() throws { open = try OpenLedger() }

  /// A window on the ledger, with a handle of its own.
  private static func window(on path: String) throws -> (EffectRunner, AppState) {
    let ledger = try Ledger(at: path)
    let catalogue = try ledger.catalogue(over: SmallCatalogue.make())
    let day = SmallCatalogue.day
    let world = World(
      today: day, now: { "\(day)T09:30:00+0800" }, who: "王明", ledger: ledger, folder: "/tmp")
    let runner = EffectRunner(world)
    let progress = try Reader(ledger).progress(
      on: day, in: catalogue.province, catalogue)
    return (
      runner,
      AppState(
        catalogue: catalogue, settings: Settings(), size: Size(columns: 80, rows: 24), today: day,
        progress: progress)
    )
  }

  @Test func whatTwoWindowsEnterOfAGroupAtOnceIsEnteredOnce() throws {
    let path = open.path
    let request = GroupSheet.Request(day: SmallCatalogue.day, turn: 1)
    let entered = Mutex<[Int]>([])
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      do {
        let (runner, state) = try Self.window(on: path)
        defer { runner.world.ledger.close() }
        for round in 0..<40 {
          let book = try runner.world.ledger.groupBook(asOf: SmallCatalogue.day)
          let seen = book.entries.map(\.id).max() ?? 0
          let fact = GroupFact("140821", .budget(2019, Fen(Int64(100 * (2 * round + number + 1)))))
          switch runner.run(.recordGroup([fact], request, seen: seen), on: state) {
          case .groupRecorded: entered.withLock { $0.append(seen) }
          case .groupMoved: break
          case let other: failures.withLock { $0.append("\(String(describing: other))") }
          }
        }
      } catch { failures.withLock { $0.append("\(error)") } }
    }
    #expect(failures.withLock { $0 }.isEmpty)
    let seen = entered.withLock { $0 }
    #expect(seen.count >= 40)
    #expect(Set(seen).count == seen.count, "two have entered after having seen the same")
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func anActThatThrowsEntersNothing() throws {
    let fault = Fault("不行", "no")
    #expect(throws: fault) {
      try open.ledger.act {
        try open.ledger.setRemark("one", "1")
        #expect(try open.ledger.remark("one") == "1")
        throw fault
      }
    }
    #expect(try open.ledger.remark("one") == nil)
    #expect(open.ledger.commits == 0)
    try open.ledger.act { try open.ledger.setRemark("one", "2") }
    #expect(try open.ledger.remark("one") == "2")
    #expect(open.ledger.commits == 1)
    _ = try open.ledger.act { try open.ledger.remark("one") }
    #expect(open.ledger.commits == 1)
  }
}
