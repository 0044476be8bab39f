import Dashboard
import Dispatch
import Foundation
import LedgerStore
import Reform

/// A thread that answers questions on a read-only connection of its own, and a second one for what
/// passes over all entries of a large ledger.
///
/// Thread and connection are made when the first question comes: a start waits for neither.
public final class Worker: Sendable {
  public let queue: ReadQueue
  private let ended: [Ending]

  /// `wake` is called on the worker's thread when an answer is there.
  public init(_ door: Ledger.Door, wake: @escaping @Sendable () -> Void) {
    let (usual, slow) = (Ending(), Ending())
    ended = [usual, slow]
    queue = ReadQueue(
      wake: wake, begin: { Self.begin(.usual, through: door, $0, usual) },
      beginSlow: { Self.begin(.slow, through: door, $0, slow) })
  }

  private static func begin(
    _ lane: ReadQueue.Lane, through door: Ledger.Door, _ queue: ReadQueue, _ ended: Ending
  ) {
    ended.begin()
    let thread = Thread {
      Self.work(lane, through: door, queue, ended)
      ended.end()
    }
    thread.name = lane == .slow ? "yigai-texts" : "yigai-reads"
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Ends what is being read, and waits until the connection is closed; two seconds at most.
  ///
  /// To be called before the ledger itself is closed: whoever closes last clears its journal away.
  public func close() {
    queue.close()
    for ended in ended { ended.wait(seconds: 2) }
  }

  private static func work(
    _ lane: ReadQueue.Lane, through door: Ledger.Door, _ queue: ReadQueue, _ ended: Ending
  ) {
    var reader: Reader?
    while let question = queue.next(lane) {
      if reader == nil, let ledger = try? Ledger(through: door) {
        reader = Reader(ledger)
        ended.interrupting(by: ledger.interruption)
      }
      queue.give(reader?.outcome(of: question) ?? .unable, to: question)
    }
    ended.interrupting(by: nil)
    reader?.ledger.close()
  }
}

extension Reader {
  /// What becomes of a question on a ledger that has to keep up with the catalogue of the loop.
  public func outcome(of question: Question) -> ReadQueue.Outcome {
    do {
      return try ledger.together {
        guard try ledger.holds(question.ground.catalogue) else { return .outdated }
        return .answer(try answer(question))
      }
    } catch { return .fault(error as? Fault ?? Fault("读取失败：\(error)", "Reading failed: \(error)")) }
  }
}

extension Question {
  /// From how many entries on it takes longer than a frame to see how everything stood on a past day,
  /// and to gather texts.
  private static let manyPast = 20_000
  /// From how many lines on it does to read a task.
  private static let manyLines = 500

  /// Whether all entries of a large ledger are passed over.
  public var passesOverAll: Bool {
    if case .texts = read { ground.entries > Reader.large } else { false }
  }

  /// Whether the answer may take longer than a frame.
  public var takesLong: Bool {
    switch read {
    case .cities, .figures, .place, .groups, .meetings: true
    case .progress(let request):
      ground.entries > (request.day < ground.today ? Self.manyPast : Reader.large)
    case .texts: ground.entries > Self.manyPast
    case .task(let id, _, let entries):
      entries > TaskDetail.slice
        || (ground.catalogue.task(id).map { ground.catalogue.fanOut(of: $0).count } ?? 0)
          > Self.manyLines
    case .last, .explanation, .collecting, .pinyin, .reviews, .achievements, .clauses: false
    }
  }
}
