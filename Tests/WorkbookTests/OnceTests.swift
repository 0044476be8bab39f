import Bundle
import Dispatch
import LedgerStore
import Reform
import Runtime
import Synchronization
import TestSupport
import Testing

/// The same file, imported by several people at once, is entered once.
@Suite struct OnceTests {
  private static let table = "代码,地区,年份,医疗服务收入,医疗收入\n140403,潞州区,2023,12000,32500\n"

  /// Imports in four windows at once, each with a handle of its own; gives how often it was entered
  /// and what the others were told.
  private func four(
    _ enter: @Sendable (FigureImport, [(name: String, bytes: [UInt8])], Int) throws -> Int
  ) throws -> (entered: Int, told: [String], desk: Desk) {
    let desk = try Desk()
    let path = desk.ledger.path
    let sent = [(name: "表.csv", bytes: [UInt8](Self.table.utf8))]
    let entered = Mutex(0)
    let told = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do {
        let ledger = try Ledger(at: path)
        defer { ledger.close() }
        let work = FigureImport(
          book: Desk.book, catalogue: Desk.catalogue, ledger: ledger, today: Desk.today)
        let count = try enter(work, sent, try ledger.lastAct())
        entered.withLock { $0 += count }
      } catch let fault as Fault {
        told.withLock { $0.append(fault.message.zh) }
      } catch { told.withLock { $0.append("\(error)") } }
    }
    return (entered.withLock { $0 }, told.withLock { $0 }, desk)
  }

  @Test func fourImportsThatLookAgainEnterOnce() throws {
    let run = try four { work, sent, seen in
      let files = try work.examine(sent)
      return try work.post(files, of: sent, seen: seen, Desk.stamp()).batches.count
    }
    #expect(run.entered == 1 && run.told.isEmpty, "\(run.told)")
    #expect(try run.desk.ledger.batches(asOf: Desk.today).count == 1)
  }

  @Test func fourImportsThatDoNotLookAgainEnterOnceAndAreTold() throws {
    let run = try four { work, sent, seen in
      let files = try work.examine(sent)
      return try work.post(files, seen: seen, Desk.stamp()).count
    }
    #expect(run.entered == 1)
    #expect(run.told.allSatisfy { $0.contains("批次 1 导入") }, "\(run.told)")
    #expect(try run.desk.ledger.batches(asOf: Desk.today).count == 1)
  }
}
