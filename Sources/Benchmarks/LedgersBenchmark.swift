import Bundle
import Foundation
import HubStore
import LedgerStore
import Reform
import Sharing

/// How long whole ledgers take at a hub: after a month without a line, and to join.
struct LedgersBenchmark {
  let folder: String
  let service: String

  /// Two offices enter so many acts each without a line; prints how long the second takes to
  /// synchronise when the first has, and then what was sent and what came.
  func month(_ count: Int, other: String) throws {
    let first = try Office("first", service, folder)
    let second = try Office("second", other, folder)
    try first.synchronise()
    try second.synchronise()
    try first.enter(count)
    try second.enter(count)
    try first.synchronise()
    var report = ExchangeReport()
    let time = try milliseconds { report = try second.synchronise() }
    guard report.sent == count, report.came == count else {
      throw Fault("收发不齐：\(report)", "Not all were exchanged: \(report)")
    }
    print(time, report.sent, report.came)
  }

  /// A new ledger takes in all that a hub has; prints how long, and how many acts.
  func join() throws {
    var report = ExchangeReport()
    let time = try milliseconds {
      report = try Office("new", service, folder).synchronise()
    }
    print(time, report.came)
  }

  private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try work()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }

  private struct Office {
    let ledger: Ledger
    let service: String
    let rules: ActRules
    let lines: [Line]

    init(_ name: String, _ service: String, _ folder: String) throws {
      self.service = service
      ledger = try Ledger(at: "\(folder)/\(name).sqlite")
      let bundled = try BundledCatalogue.whole()
      try ledger.file(bundled, revision: BundledCatalogue.revision())
      let catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
      let greeting = try PostgresHub(service).greet()
      try ledger.join(greeting, service: service, bundled: Set(bundled.tasks.map(\.id)))
      rules = ActRules(catalogue) { BundledCatalogue.charter() }
      // The province enters for other places than the city.
      let prefix = greeting.place == greeting.province ? "1408" : String(greeting.place.prefix(4))
      lines = catalogue.tasks.filter { !$0.isRecurring }.flatMap { task in
        catalogue.fanOut(of: task).filter { $0.hasPrefix(prefix) }.map { Line(task.id, in: $0) }
      }
    }

    func enter(_ count: Int) throws {
      for number in 0..<count {
        let change = Change(
          lines[number % lines.count], status: number.isMultiple(of: 3) ? .done : .underway,
          note: "第\(number)次")
        let day = Day(ordinal: 20_500 + number / 100)
        let act = Act(
          .lines([change]), Stamp(who: "示例", day: day, at: "\(day)T09:00:00+0800"),
          overriding: true)
        guard case .recorded = try ledger.enter(act, under: rules) else {
          throw Fault("没有登记", "not entered")
        }
      }
    }

    @discardableResult
    func synchronise() throws -> ExchangeReport {
      var exchange = Exchange(ledger, with: try PostgresHub(service))
      return try exchange.run()
    }
  }
}
