import Dashboard
import Foundation
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

/// The thread that reads beside the loop.
@Suite struct WorkerTests {
  private let walk: Walk
  private let rung = DispatchSemaphore(value: 0)
  private let worker: Worker

  init() throws {
    walk = try Walk()
    let door = try #require(walk.world.ledger.door)
    let rung = rung
    worker = Worker(door) { rung.signal() }
  }

  private func ask(_ read: Read) { worker.queue.ask(Question(read, ReadGround(walk.state))) }

  /// What has been answered, once something is.
  private func answers() -> [ReadQueue.Outcome] {
    #expect(rung.wait(timeout: .now() + .seconds(60)) == .success)
    return worker.queue.answered().map(\.outcome)
  }

  private func progress(turn: Int) -> Read {
    .progress(.init(day: walk.state.day, scope: walk.state.scope, turn: turn))
  }

  private func progress(_ outcomes: [ReadQueue.Outcome]) throws -> Dashboard.LedgerState {
    guard case .answer(.progress(let progress))? = outcomes.first, outcomes.count == 1 else {
      throw TestFailure("no answer: \(outcomes)")
    }
    return progress
  }

  @Test func itSeesWhatWasCommittedBeforeTheQuestion() throws {
    defer { worker.close() }
    ask(progress(turn: 0))
    #expect(try progress(answers()).lastEntry == walk.state.progress.lastEntry)
    try walk.press("2 d 'mine' Enter")
    ask(progress(turn: 1))
    let after = try progress(answers())
    #expect(after.lastEntry > walk.state.progress.lastEntry - 1)
    #expect(after.recent.first?.note == "mine")
  }

  @Test func itAnswersOneQuestionAfterTheOther() throws {
    defer { worker.close() }
    let place = Read.place(
      .init(place: "140400", day: walk.state.day, figures: 0, isWide: false, turn: 0))
    ask(progress(turn: 0))
    ask(place)
    ask(place)
    var outcomes: [ReadQueue.Outcome] = []
    while outcomes.count < 2 { outcomes += answers() }
    guard case .answer(.place(let sheet)) = outcomes[1] else { throw TestFailure("no place") }
    #expect(sheet.report.place.id == "140400")
  }

  @Test func nothingWaitsForWhatPassesOverAllEntries() throws {
    let queue = ReadQueue(wake: {}, begin: { _ in }, beginSlow: { _ in })
    var ground = ReadGround(walk.state)
    ground.entries = Reader.large + 1
    let texts = Read.texts(day: walk.state.day, in: walk.state.scope, turn: 0)
    queue.ask(Question(texts, ground))
    queue.ask(Question(progress(turn: 0), ground))
    #expect(queue.next()?.read == progress(turn: 0))
    #expect(queue.next(.slow)?.read == texts)
  }

  @Test func itIsClosedWithQuestionsWaiting() throws {
    for turn in 0..<50 { ask(progress(turn: turn)) }
    worker.close()
    #expect(worker.queue.waiting.isEmpty && worker.queue.isClosed)
    ask(progress(turn: 50))
    #expect(worker.queue.waiting.isEmpty)
  }

  @Test func itIsClosedBeforeAnythingWasAsked() {
    worker.close()
    #expect(worker.queue.isClosed)
  }

  @Test func aLedgerThatWasReplacedIsNotRead() throws {
    defer { worker.close() }
    let aside = walk.scratch.file("aside.sqlite")
    #expect(rename(walk.path, aside) == 0)
    _ = try TestLedger.blank.make(in: walk.scratch)
    ask(progress(turn: 0))
    guard case .unable? = answers().first else { throw TestFailure("it was read") }
  }
}
