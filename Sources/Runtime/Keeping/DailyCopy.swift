import Files
import Foundation
import LedgerStore
import Reform

/// The copy of an own ledger that is made once a day, on a thread and a connection of its own.
public final class DailyCopy: Sendable {
  private struct Shared {
    var hasBegun = false
    var isCancelled = false
    var fault: Fault?
  }

  private let shared = Guarded(Shared())
  private let ended = Ending()
  private let door: Ledger.Door
  private let names: CopyNames
  private let keep: Int
  private let day: Day
  private let wake: @Sendable () -> Void

  /// `keep` is how many copies are left when one was made; `wake` is called where one was not.
  public init(
    _ door: Ledger.Door, _ names: CopyNames, keep: Int, day: Day,
    wake: @escaping @Sendable () -> Void
  ) {
    (self.door, self.names, self.keep, self.day, self.wake) = (door, names, keep, day, wake)
  }

  /// Begins to make it, the first time that this is asked; nobody waits for it.
  public func begin() {
    let isFirst = shared.withLock { shared in
      defer { shared.hasBegun = true }
      return !shared.hasBegun && !shared.isCancelled
    }
    guard isFirst else { return }
    ended.begin()
    let thread = Thread { [self] in
      run()
      ended.end()
    }
    thread.name = "yigai-copy"
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Why it was not made; nil where it was, and once this was told.
  public func fault() -> Fault? {
    shared.withLock { shared in
      defer { shared.fault = nil }
      return shared.fault
    }
  }

  /// Lets it be where it is not finished, and waits until its connections are closed.
  public func close() {
    shared.withLock { $0.isCancelled = true }
    ended.wait(seconds: 2)
  }

  /// Waits until it is made, or was not.
  func finish() { ended.waitToTheEnd() }

  private var isCancelled: Bool { shared.withLock { $0.isCancelled } }

  private func run() {
    do { try make() } catch {
      guard !isCancelled else { return }
      let reason = (error as? Fault)?.message ?? Phrase("\(error)", "\(error)")
      shared.withLock {
        $0.fault = Fault("今天的备份没有做成：\(reason.zh)", "Today's copy was not made: \(reason.en)")
      }
      wake()
    }
  }

  private func make() throws {
    guard !names.days.contains(day) else { return }
    let ledger = try Ledger(through: door)
    defer { ledger.close() }
    defer { ended.interrupting(by: nil) }
    ended.interrupting(by: ledger.interruption)
    // What nothing was entered in needs no copy.
    guard try ledger.lastAct() > 0 else { return }
    names.clearLeftovers()
    do { _ = try Backup(of: ledger) { self.isCancelled }.make(at: names.daily(day)) } catch {
      // Another dashboard was quicker.
      guard names.days.contains(day) else { throw error }
    }
    for old in names.days.dropFirst(keep) { unlink(names.daily(old)) }
  }
}
