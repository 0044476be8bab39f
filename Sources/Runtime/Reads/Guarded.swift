import Foundation

/// A value that several threads use, one at a time.
///
/// `Synchronization.Mutex` does the same; ThreadSanitizer does not see its futex and reports races that
/// are none.
final class Guarded<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) { self.value = value }

  func withLock<Result>(_ work: (inout Value) -> Result) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return work(&value)
  }
}
