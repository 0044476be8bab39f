import Dashboard
import Dispatch
import Files
import Reform

/// The questions that are answered beside the loop, and their answers on the way back.
///
/// The loop asks, takes questions back and fetches answers; whoever answers takes one question after
/// the other. Nobody waits for anybody else but the answerer for a question.
public final class ReadQueue: Sendable {
  /// What became of a question.
  public enum Outcome: Sendable {
    case answer(Answer)
    case fault(Fault)
    /// Documents or tasks are others than those of the catalogue that the question rests on.
    case outdated
    /// Nobody can answer here; the loop has to.
    case unable
  }

  /// Questions of a lane are answered one after the other, and wait for none of another lane.
  public enum Lane: Hashable, Sendable {
    case usual
    /// What passes over all entries of a large ledger: nobody else is to wait for it.
    case slow
  }

  private struct Shared {
    var waiting: [Question] = []
    /// With whoever answers.
    var taken: [Question] = []
    var done: [(question: Question, outcome: Outcome)] = []
    var begun: Set<Lane> = []
    var isClosed = false
  }

  private let shared = Guarded(Shared())
  /// Rung for every question, and when it is closed.
  private let bell = DispatchSemaphore(value: 0)
  private let slowBell = DispatchSemaphore(value: 0)
  private let wake: @Sendable () -> Void
  private let begin: @Sendable (ReadQueue) -> Void
  /// Nil where everything goes in one lane.
  private let beginSlow: (@Sendable (ReadQueue) -> Void)?
  /// Which questions are answered here; the others are answered by the loop at once.
  public let takes: @Sendable (Question) -> Bool

  /// `wake` is called when an answer is there, `begin` once, when the first question comes, and
  /// `beginSlow` when the first of the slow lane does.
  public init(
    takes: @escaping @Sendable (Question) -> Bool = { $0.takesLong },
    wake: @escaping @Sendable () -> Void, begin: @escaping @Sendable (ReadQueue) -> Void,
    beginSlow: (@Sendable (ReadQueue) -> Void)? = nil
  ) {
    (self.takes, self.wake, self.begin, self.beginSlow) = (takes, wake, begin, beginSlow)
  }

  private func lane(of question: Question) -> Lane {
    beginSlow != nil && question.passesOverAll ? .slow : .usual
  }

  private func bell(of lane: Lane) -> DispatchSemaphore { lane == .slow ? slowBell : bell }
}

// MARK: - The loop

extension ReadQueue {
  /// Puts a question behind the others; one that waits already is asked once.
  public func ask(_ question: Question) {
    let lane = lane(of: question)
    let isFirst = shared.withLock { shared in
      guard !shared.isClosed, !shared.taken.contains(where: { $0.read == question.read }) else {
        return false
      }
      shared.waiting.removeAll { $0.read == question.read }
      shared.waiting.append(question)
      return shared.begun.insert(lane).inserted
    }
    if isFirst { lane == .slow ? beginSlow?(self) : begin(self) }
    bell(of: lane).signal()
  }

  /// Takes back what waits and is not among these.
  public func keep(_ reads: Set<Read>) {
    shared.withLock { shared in shared.waiting.removeAll { !reads.contains($0.read) } }
  }

  /// Whether a question waits, is being answered, or its answer was not fetched yet.
  public func knows(_ read: Read) -> Bool {
    shared.withLock { shared in
      (shared.waiting + shared.taken + shared.done.map(\.question)).contains { $0.read == read }
    }
  }

  /// What has been answered since the last time.
  public func answered() -> [(question: Question, outcome: Outcome)] {
    shared.withLock { shared in
      defer { shared.done = [] }
      return shared.done
    }
  }

  /// Takes no more questions, and forgets those that wait.
  public func close() {
    shared.withLock { shared in (shared.waiting, shared.isClosed) = ([], true) }
    bell.signal()
    slowBell.signal()
  }
}

// MARK: - Whoever answers

extension ReadQueue {
  /// The questions that wait, in the order in which they were asked.
  public var waiting: [Read] { shared.withLock { $0.waiting.map(\.read) } }

  public var isClosed: Bool { shared.withLock { $0.isClosed } }

  /// The next question of a lane, waited for; nil once it is closed.
  public func next(_ lane: Lane = .usual) -> Question? {
    while true {
      let (question, isClosed) = shared.withLock { shared in
        let index = shared.waiting.firstIndex { self.lane(of: $0) == lane }
        return (index.flatMap { Self.take($0, of: &shared) }, shared.isClosed)
      }
      guard !isClosed else { return nil }
      if let question { return question }
      bell(of: lane).wait()
    }
  }

  /// The question that waits at a place in the order; nil where none does.
  public func take(_ index: Int) -> Question? {
    shared.withLock { Self.take(index, of: &$0) }
  }

  private static func take(_ index: Int, of shared: inout Shared) -> Question? {
    guard shared.waiting.indices.contains(index) else { return nil }
    let question = shared.waiting.remove(at: index)
    shared.taken.append(question)
    return question
  }

  /// Gives an answer to the loop, and wakes it.
  public func give(_ outcome: Outcome, to question: Question) {
    shared.withLock { shared in
      shared.taken.removeAll { $0.read == question.read }
      shared.done.append((question, outcome))
    }
    wake()
  }
}
