import Files
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

  /// Acts of a ledger as they are entered most: marks with a note, one in ten for several places.
  static func acts(_ count: Int, origin: String) -> [SharedAct] {
    let counties = [140_403, 140_404, 140_405, 140_406, 140_423, 140_425]
    var last: [UInt8] = []
    return (1...count).map { number in
      let places = number.isMultiple(of: 10) ? 3 : 1
      let rows = (0..<places).map { index in
        let place = counties[(number * 7 + index) % counties.count]
        return #"{"day":20260301,"evidence":"长政办发〔2026〕\#(number % 90)号","#
          + #""note":"已经印发实施方案，正在推进，第\#(number)次","period":"2026","place":\#(place),"#
          + #""status":"underway","task":"jyg-2019-1/annex-\#(number % 60)"}"#
      }
      let body =
        #"{"about":"tasks","at":"2026-03-01T08:00:00+08:00","day":20260301,"kind":"enter","#
        + #""rows":{"entry":[\#(rows.joined(separator: ","))]},"who":"王小明"}"#
      last = Digest.bytes(last + Array(body.utf8))
      let thing = Int64(number) &* 0x1E37_79B9_7F4A_7C15
      return SharedAct(
        ActName(origin, number), base: 0, held: [thing], touched: [thing], hash: last, body: body)
    }
  }

  private func push(_ count: Int, origin: String) throws {
    let acts = Self.acts(count, origin: String(repeating: origin, count: 32))
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
