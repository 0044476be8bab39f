import Foundation
import HubStore
import Reform
import Synchronization

/// Many offices at one hub at once, each with a connection of its own.
///
/// Without a time each pushes 50 acts one after another, as fast as it can. With one each pushes an
/// act every two seconds or so, and pulls what the others have pushed; at the end each has to have
/// seen every act once.
struct ManyOffices {
  let service: String
  let count: Int
  let seconds: Double?

  /// Prints the median and the 99th percentile of pushing one act, in milliseconds, and how many
  /// acts there were.
  func run() throws {
    let (results, barrier) = (Results(), Barrier(count))
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        do {
          let office = try BusyOffice(service, number, results)
          guard let seconds else { return try office.hurry() }
          try office.work(for: seconds)
          barrier.wait()
          try office.expectAll()
        } catch {
          results.failures.withLock { $0.append("\(error)") }
          barrier.wait()
        }
      }
    }
    group.wait()
    let times = results.times.withLock { $0.sorted() }
    if let failure = results.failures.withLock({ $0.first }) { throw Fault(failure, failure) }
    print(times[times.count / 2], times[times.count * 99 / 100], times.count)
  }
}

/// What all threads have measured.
private final class Results: Sendable {
  let times = Mutex<[Double]>([])
  let failures = Mutex<[String]>([])
}

/// Lets nobody go on before all have come.
private final class Barrier: Sendable {
  private let group = DispatchGroup()

  init(_ count: Int) { for _ in 0..<count { group.enter() } }

  func wait() {
    group.leave()
    group.wait()
  }
}

/// An office that enters and synchronises without end.
private final class BusyOffice {
  private let hub: PostgresHub
  private let results: Results
  private let acts: [SharedAct]
  private var (cursor, seen, sent) = (0, 0, 0)
  private var random: SystemRandomNumberGenerator

  init(_ service: String, _ number: Int, _ results: Results) throws {
    let digits = String(number + 0x1000, radix: 16)
    let origin = String(repeating: "0", count: 32 - digits.count) + digits
    hub = try PostgresHub(service)
    acts = try SentActs.make(500, origin: origin).map {
      SharedAct($0.name, base: 0, held: [], touched: $0.touched, hash: $0.hash, body: $0.body)
    }
    random = SystemRandomNumberGenerator()
    self.results = results
  }

  func hurry() throws { for _ in 0..<50 { try push() } }

  func work(for seconds: Double) throws {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end, sent < acts.count {
      Thread.sleep(forTimeInterval: Double.random(in: 0...4, using: &random))
      try push()
      try pull()
    }
  }

  private func push() throws {
    let act = acts[sent]
    let start = DispatchTime.now().uptimeNanoseconds
    guard try hub.push([act]) == .taken else { throw Fault("没有记入", "not taken") }
    let time = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
    sent += 1
    results.times.withLock { $0.append(time) }
  }

  private func pull() throws {
    while true {
      let acts = try hub.acts(after: cursor, limit: 2_000)
      guard let last = acts.last else { return }
      guard acts.allSatisfy({ $0.seq > cursor }) else { throw Fault("顺序错了", "out of order") }
      (cursor, seen) = (last.seq, seen + acts.count)
    }
  }

  func expectAll() throws {
    try pull()
    let all = results.times.withLock { $0.count }
    guard seen == all else {
      throw Fault("收到 \(seen) 条，应有 \(all) 条", "saw \(seen) acts of \(all)")
    }
  }
}
