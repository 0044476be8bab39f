import Foundation
import HubStore
import Reform

/// How long a hub takes: acts pushed, acts pulled, a look that finds nothing.
///
/// `.ci/bench-sharing` makes the server and holds COPY of the same rows against it.
struct SharingBenchmark {
  let service: String
  let folder: String

  func run(_ words: [String]) throws {
    let count = words.dropFirst().first.flatMap { Int($0) } ?? 0
    switch words.first {
    case "push": try push(count, origin: words.dropFirst(2).first ?? "a")
    case "pull": try pull(count)
    case "look": try look(count)
    case "offices":
      let seconds = words.dropFirst(2).first.flatMap { Double($0) }
      try ManyOffices(service: service, count: count, seconds: seconds).run()
    case "month", "join":
      let ledgers = LedgersBenchmark(folder: folder, service: service)
      if words.first == "join" { return try ledgers.join() }
      try ledgers.month(count, other: words.dropFirst(2).first ?? service)
    default: print("Benchmarks --sharing SERVICE push|pull|look|offices|month|join COUNT")
    }
  }

  private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try work()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }

  private func push(_ count: Int, origin: String) throws {
    let acts = try SentActs.make(count, origin: String(repeating: origin, count: 32))
    let hub = try PostgresHub(service)
    var answer = HubAnswer.taken
    let time = try milliseconds {
      for start in stride(from: 0, to: count, by: 10_000) where answer == .taken {
        answer = try hub.push(Array(acts[start..<min(count, start + 10_000)]))
      }
    }
    guard answer == .taken else { throw Fault("没有记入：\(answer)", "Not taken: \(answer)") }
    print(time)
  }

  private func pull(_ count: Int) throws {
    let hub = try PostgresHub(service)
    var (seen, last) = (0, 0)
    let time = try milliseconds {
      while seen < count {
        let acts = try hub.acts(after: last, limit: 10_000)
        guard let end = acts.last else { break }
        (seen, last) = (seen + acts.count, end.seq)
      }
    }
    guard seen >= count else { throw Fault("只有 \(seen) 条", "Only \(seen) acts") }
    print(time)
  }

  /// What a synchronising does that finds nothing: it connects, greets and asks.
  private func look(_ runs: Int) throws {
    let head = try PostgresHub(service).greet().head
    let times = try (0..<max(1, runs)).map { _ in
      try milliseconds {
        let hub = try PostgresHub(service)
        _ = try hub.greet()
        _ = try hub.acts(after: head, limit: 1_000)
      }
    }.sorted()
    print(times[times.count / 2])
  }
}
