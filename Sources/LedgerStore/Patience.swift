import Foundation
import Synchronization

/// How long one waits for another program that writes in the same ledger.
///
/// SQLite's own way asks again after ever longer pauses, up to a tenth of a second: a lock that was free
/// meanwhile is then often taken again. Here it is asked for every millisecond, since a commit takes
/// a few.
final class Patience: Sendable {
  private struct Wait {
    var limit: TimeInterval
    var end: TimeInterval = 0
  }

  private let wait: Mutex<Wait>

  /// In seconds.
  init(_ limit: TimeInterval) { wait = Mutex(Wait(limit: limit)) }

  var limit: TimeInterval {
    get { wait.withLock { $0.limit } }
    set { wait.withLock { $0.limit = newValue } }
  }

  /// Waits a moment; false once that has been long enough.
  ///
  /// `tries` is how often it was asked already.
  func goesOn(after tries: Int) -> Bool {
    let now = ProcessInfo.processInfo.systemUptime
    let isOver = wait.withLock { wait in
      if tries == 0 { wait.end = now + wait.limit }
      return now >= wait.end
    }
    if isOver { return false }
    usleep(1_000)
    return true
  }
}
