import Dashboard
import Foundation
import LedgerStore
import Reform
import Runtime

/// How long a line takes to be closed, on disk and on the screen, while two others enter things in
/// the same ledger.
struct WriterBenchmark {
  let path: String
  let catalogue: Catalogue
  let day: Day
  private static let runs = 200

  func run(_ name: String) throws {
    Report.title("Closing a line while two others write, \(name)")
    Report.head(["median", "p99", "longest"])
    let alone = try times()
    Report.row("alone", Self.summed(alone))
    let flag = Flag()
    let writers = (1...2).map { number in Thread { write(as: "示例\(number)", until: flag) } }
    for writer in writers { writer.start() }
    let beside = try times()
    flag.set()
    Report.row("beside two writers", Self.summed(beside))
  }

  private static func summed(_ times: [Double]) -> [Double] {
    let sorted = times.sorted()
    return [sorted[sorted.count / 2], sorted[sorted.count * 99 / 100], sorted[sorted.count - 1]]
  }

  /// In milliseconds.
  private func times() throws -> [Double] {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let known = try ledger.catalogue(over: catalogue)
    let desk = try Desk(ledger, known, on: day, size: .init(columns: 100, rows: 30))
    desk.press("2")
    let lines = self.lines(of: known)
    return (0..<Self.runs).map { number in
      let change = Change(
        lines[number % lines.count], status: number.isMultiple(of: 2) ? .done : .underway)
      return Stopwatch.median(of: 1) { desk.record([change]) }
    }
  }

  private func lines(of catalogue: Catalogue) -> [Line] {
    catalogue.tasks.filter { $0.level != .province && !$0.isRecurring }.prefix(20).flatMap { task in
      catalogue.fanOut(of: task).prefix(5).map { Line(task.id, in: $0) }
    }
  }

  /// Enters something some twenty times a second.
  private func write(as who: String, until flag: Flag) {
    guard let ledger = try? Ledger(at: path),
      let known = try? ledger.catalogue(over: catalogue)
    else { return }
    defer { ledger.close() }
    let lines = lines(of: known)
    let rules = ActRules(known, charter: { known.charter })
    var number = 0
    while !flag.isSet {
      number += 1
      let change = Change(lines[number % lines.count], note: "示例 \(number)")
      let stamp = Stamp(who: who, day: day, at: "\(day)T09:00:00+0800")
      _ = try? ledger.enter(Act(.lines([change]), stamp, overriding: true), under: rules)
      Thread.sleep(forTimeInterval: 0.05)
    }
  }
}

/// Something that is over once it is set.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false

  var isSet: Bool { lock.withLock { value } }
  func set() { lock.withLock { value = true } }
}
