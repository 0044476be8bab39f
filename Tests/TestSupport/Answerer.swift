import Dashboard
import LedgerStore
import Reform
import Runtime

/// Answers what is asked beside the loop when a test says so, through a handle of its own.
public final class Answerer {
  public let queue: ReadQueue
  private var ledger: Ledger?
  /// What was found and not given yet.
  private var found: [(question: Question, outcome: ReadQueue.Outcome)] = []

  public init() {
    queue = ReadQueue(
      takes: { question in
        switch question.read {
        case .figures, .place, .groups, .texts, .progress: true
        default: false
        }
      }, wake: {}, begin: { _ in })
  }

  deinit { ledger?.close() }

  public var waiting: [Read] { queue.waiting }
  /// How many questions were answered and not given yet.
  public var heldBack: Int { found.count }

  /// Answers the question that waits at a place, and holds the answer back.
  public func find(_ index: Int = 0, for walk: Walk) throws {
    guard let question = queue.take(index) else { throw TestFailure("no question \(index) waits") }
    if ledger == nil {
      guard let door = walk.world.ledger.door else { throw TestFailure("no door") }
      ledger = try Ledger(through: door)
    }
    guard let ledger else { throw TestFailure("no ledger") }
    found.append((question, Reader(ledger).outcome(of: question)))
  }

  /// Gives an answer that was held back.
  public func give(_ index: Int = 0) {
    let (question, outcome) = found.remove(at: index)
    queue.give(outcome, to: question)
  }

  /// Gives something else than the answer of the question that waits first.
  public func give(_ outcome: ReadQueue.Outcome) throws {
    guard let question = queue.take(0) else { throw TestFailure("no question waits") }
    queue.give(outcome, to: question)
  }

  /// Answers all that is asked until nothing is asked any more.
  public func answerAll(for walk: Walk) throws {
    while !found.isEmpty || !waiting.isEmpty {
      while !found.isEmpty { give() }
      while !waiting.isEmpty {
        try find(for: walk)
        give()
      }
      walk.send([.woken])
    }
  }
}
