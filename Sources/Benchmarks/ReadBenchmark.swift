import Cells
import Dashboard
import Dispatch
import LedgerStore
import Reform
import Runtime

/// How long a key is held up while something is read for the first time: with everything on the loop,
/// and with a worker beside it; and how long it takes until what was asked for is there.
struct ReadBenchmark {
  let ledger: Ledger
  let catalogue: Catalogue
  let day: Day
  let past: Day
  let size: Size

  func run(_ name: String) throws {
    Report.title("A key held up while something is read, longest, \(name)")
    Report.head(["on the loop", "beside it", "until there"])
    let actions: [(String, [Event])] = [
      ("3 for the first time", [.key("3")]), ("4 for the first time", [.key("4")]),
      ("5 for the first time", [.key("5")]),
      ("a past day", [.key("@"), .paste(past.description), .key(.enter)]),
    ]
    for (name, events) in actions {
      let alone = try longest(events, isBeside: false)
      let beside = try longest(events, isBeside: true)
      Report.row(name, [alone.held, beside.held, beside.total])
    }
  }

  /// The least of three: what others do on the machine only adds to it.
  private func longest(
    _ events: [Event], isBeside: Bool
  ) throws -> (held: Double, total: Double) {
    var (held, total) = (Double.infinity, Double.infinity)
    for _ in 0..<3 {
      let desk = try Desk(ledger, catalogue, on: day, size: size)
      desk.play([])
      let found = desk.watch(events, through: isBeside ? ledger.door : nil)
      (held, total) = (min(held, found.held), min(total, found.total))
    }
    return (held, total)
  }
}

/// A terminal that notes how long nobody asks it for keys.
final class WatchedTerminal: Terminal {
  let size: Size
  private var script: [Event]
  private let bell = DispatchSemaphore(value: 0)
  private var left: ContinuousClock.Instant?
  /// In milliseconds.
  private(set) var longest = 0.0
  /// Whether everything that was asked for is there.
  var isSettled: () -> Bool = { true }

  init(size: Size, script: [Event]) { (self.size, self.script) = (size, script) }

  func nextEvent() -> Event {
    if let left { longest = max(longest, left.duration(to: .now) / .milliseconds(1)) }
    defer { left = .now }
    if !script.isEmpty { return script.removeFirst() }
    guard !isSettled() else { return .ended }
    bell.wait()
    return .woken
  }

  func pendingEvent() -> Event? { nil }
  func present(_ canvas: Canvas) {}
  func invalidate() {}
  func suspend() {}

  var wake: @Sendable () -> Void {
    let bell = bell
    return { bell.signal() }
  }
}
