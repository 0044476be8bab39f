import Bundle
import Foundation
import GRDB
import Intake
import LedgerStore
import Reform
import TestSupport
import Testing

/// What is said to be taken back is taken back.
@Suite struct UndoTests {
  private let later = SmallCatalogue.day.adding(days: 40)
  private let end = Day.last(ofYear: 9999)

  @Test func anActDatedLaterIsTakenBackOnItsOwnDay() throws {
    let open = try OpenLedger()
    try open.enter(.underway)
    try open.enter(.done, on: later)
    let undo = try #require(try open.ledger.takeBack(OpenLedger.stamp()).entries?.first)
    #expect(undo.day == later && undo.status == .underway)
    #expect(try open.status(on: later) == .underway)
    #expect(try open.status(on: end) == .underway)
    let redo = try #require(try open.ledger.putBack(OpenLedger.stamp()).entries?.first)
    #expect(redo.day == later)
    #expect(try open.status(on: end) == .done)
    #expect(try open.status() == .underway)
  }

  @Test func figuresAndGroupsDatedLaterAreTakenBackOnTheirOwnDay() throws {
    let open = try OpenLedger()
    let (ledger, divisions) = (open.ledger, open.catalogue.divisions)
    let (now, then) = (OpenLedger.stamp(), OpenLedger.stamp(on: later))
    let figure = Figure(
      "medical-service-share", in: "140403", .year(2019), numerator: 1, denominator: 4)
    try ledger.post(NewBatch(.typed, figures: [figure]), then)
    #expect(try ledger.takeBackFigures(now) != nil)
    #expect(try ledger.figures(asOf: end).isEmpty)
    #expect(try ledger.batches(asOf: end).first?.withdrawal?.day == later)
    let act = try ledger.record(
      [GroupFact("140821", .budget(2019, Fen(100)))], under: BundledCatalogue.charter(),
      in: divisions, then)
    try ledger.takeBack(groupAct: act, in: divisions, now)
    #expect(try ledger.groupBook(asOf: end).entries.isEmpty)
  }

  /// Two people on one line, everything on one day: who is asked, and who need not be.
  private struct Story {
    struct Act {
      var who: String
      var kind: ActKind
      var answers: Int?
      /// The act of which the status is, before this one and after it; nil at the beginning.
      var (before, after): (Int?, Int?)
    }
    var acts: [Act] = []
    var standing: Int? { acts.last?.after }

    mutating func enter(_ who: String) {
      acts.append(
        Act(who: who, kind: .entered, before: standing, after: acts.count))
    }

    func target(_ who: String, _ kind: ActKind) -> Int? {
      acts.indices.last { index in
        let act = acts[index]
        guard act.who == who, (act.kind == .undone) == (kind == .redone) else { return false }
        let answers = acts.filter { $0.answers == index }
        guard kind == .redone else { return answers.isEmpty }
        return answers.isEmpty
          && !acts[(index + 1)...].contains { $0.who == who && $0.kind == .entered }
      }
    }

    mutating func answer(_ target: Int, _ who: String, _ kind: ActKind) {
      acts.append(
        Act(
          who: who, kind: kind, answers: target, before: standing, after: acts[target].before))
    }
  }

  @Test(arguments: [3, 19, 2020, 77_177] as [UInt64])
  func nobodyIsAskedWithoutNeed(seed: UInt64) throws {
    let open = try OpenLedger()
    var (story, dice) = (Story(), Dice(seed: seed))
    var (asked, unasked) = (0, 0)
    for step in 0..<150 {
      let who = ["王明", "李华"][dice.roll(2)]
      let kind: ActKind = [.entered, .undone, .undone, .redone][dice.roll(4)]
      let stamp = OpenLedger.stamp(who)
      guard kind != .entered else {
        // A status that differs from the one before, so that it is seen whose it is.
        try open.enter(Status.allCases[step % Status.allCases.count], by: who)
        story.enter(who)
        continue
      }
      func run(_ overriding: Bool) throws -> Outcome {
        kind == .undone
          ? try open.ledger.takeBack(stamp, overriding: overriding)
          : try open.ledger.putBack(stamp, overriding: overriding)
      }
      guard let target = story.target(who, kind) else {
        #expect(try run(false) == .nothing, "step \(step)")
        continue
      }
      let isNeeded = story.standing != story.acts[target].after
      let outcome = try run(false)
      #expect((outcome.inBetween != nil) == isNeeded, "step \(step), \(kind)")
      (asked, unasked) = (asked + (isNeeded ? 1 : 0), unasked + (isNeeded ? 0 : 1))
      if outcome.entries == nil { #expect(try run(true).entries?.count == 1) }
      story.answer(target, who, kind)
    }
    #expect(asked > 5 && unasked > 5)
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func anAnswerOfAnEarlierVersionDatedBeforeItsActIsNoEndlessLoop() throws {
    let open = try OpenLedger()
    try open.enter(.done, on: later)
    let other = try DatabaseQueue(path: open.path)
    try other.write { db in
      let day = 20_200_302
      try db.execute(
        sql: """
          INSERT INTO act (kind, answers, who, day, at, about)
          VALUES ('undo', 1, '王明', ?, 'x', 'tasks')
          """, arguments: [day])
      try db.execute(
        sql: """
          INSERT INTO entry (act, task, place, period, day, status, answers)
          SELECT 2, task, place, period, ?, 'notStarted', id FROM entry
          """, arguments: [day])
    }
    try other.close()
    #expect(try open.ledger.putBack(OpenLedger.stamp(), overriding: false) != .nothing)
    #expect(try open.ledger.takeBack(OpenLedger.stamp(), overriding: false) != .nothing)
  }

  @Test func whatWasEnteredIsSaidToBeEnteredAlsoWhereTheScreenFails() throws {
    var setting = Walk.Setting()
    setting.ledger = .bundled
    let walk = try Walk(setting)
    try walk.press("2 / 'annex-8' Enter s 2")
    let other = try DatabaseQueue(path: walk.path)
    try other.write { try $0.execute(sql: "DROP INDEX entry_due") }
    try other.close()
    try walk.press("Enter")
    #expect(walk.canvas.text.contains("已记入台账，不用再登记"), "\(walk.canvas.text)")
    #expect(try walk.world.ledger.entryCount() == 1)
  }
}
