import Files
import Foundation
import HubStore
import LedgerStore
import Reform
import Sharing

/// Exchanges ledgers with their hubs.
enum LedgerDesk {
  /// Whatever goes wrong is an answer too, and is kept in the ledger for the next look.
  static func exchange(_ path: String) -> HubReply {
    do {
      let ledger = try Ledger(at: path)
      defer { ledger.close() }
      // Two at once would send the same twice.
      let turn = try ExchangeTurn(of: path)
      defer { turn.end() }
      do {
        guard let membership = try ledger.membership() else { throw Exchange.unjoined }
        var exchange = Exchange(ledger, with: try PostgresHub(membership.service))
        let report = try exchange.run()
        try ledger.note(exchange: now(), trouble: nil)
        return .exchanged(report)
      } catch let fault as Fault {
        try? ledger.note(exchange: now(), trouble: fault.message)
        throw fault
      }
    } catch let fault as Fault { return .fault(fault.message, exitCode: fault.exitCode) } catch {
      return .fault(Phrase("同步出错：\(error)", "Synchronising failed: \(error)"), exitCode: 1)
    }
  }

  /// The time by the clock of this machine, as acts have it.
  private static func now() -> String {
    var (seconds, parts) = (time(nil), tm())
    localtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 64)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
