import Foundation

/// A value that several threads use, one at a time.
///
/// `Synchronization.Mutex` does the same; ThreadSanitizer does not see its futex and reports races that
/// are none.
public final class Guarded<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  public init(_ value: Value) { self.value = value }

  public func withLock<Result>(_ work: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try work(&value)
  }
}
