import Files
import Foundation

/// Does jobs at the same time, each on a thread of its own, and gives what came of them in their order.
///
/// A group of tasks that wait for programs would do no more of them at once than there are processors.
public func atOnce<T: Sendable>(_ jobs: [@Sendable () throws -> T]) throws -> [T] {
  let results = Guarded<[Int: Result<T, any Error>]>([:])
  let group = DispatchGroup()
  for (number, job) in jobs.enumerated() {
    group.enter()
    Thread.detachNewThread {
      let result = Result(catching: job)
      results.withLock { $0[number] = result }
      group.leave()
    }
  }
  group.wait()
  return try results.withLock { results in try jobs.indices.compactMap { try results[$0]?.get() } }
}
