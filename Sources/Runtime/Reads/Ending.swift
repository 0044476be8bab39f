import Dispatch
import Files

/// The end of a thread that is waited for, and what hurries it along.
final class Ending: Sendable {
  private struct State {
    var hasBegun = false
    var interruption: (@Sendable () -> Void)?
  }

  private let state = Guarded(State())
  private let isOver = DispatchSemaphore(value: 0)

  func begin() { state.withLock { $0.hasBegun = true } }

  /// What ends the work that may be under way; nil before there is any, and once it can do harm.
  func interrupting(by interruption: (@Sendable () -> Void)?) {
    state.withLock { $0.interruption = interruption }
  }

  func end() { isOver.signal() }

  /// Interrupts until the thread has ended, or the time is over.
  func wait(seconds: Int) {
    guard state.withLock({ $0.hasBegun }) else { return }
    for _ in 0..<(seconds * 100) {
      state.withLock { $0.interruption?() }
      if isOver.wait(timeout: .now() + .milliseconds(10)) == .success { return }
    }
  }

  /// Waits until the thread has ended, if it was begun, without hurrying it.
  func waitToTheEnd() {
    guard state.withLock({ $0.hasBegun }) else { return }
    isOver.wait()
    isOver.signal()
  }
}
