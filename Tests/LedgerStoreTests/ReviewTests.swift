import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct ReviewTests {
  private func review(_ catalogue: Catalogue, paths: [String] = ["1", "2", "3"]) -> Review {
    var head = DocumentHead()
    (head.number, head.title, head.issuer) = ("测〔2020〕9号", "测试方案", "测试办")
    head.issued = Day(2020, 2, 1)
    var reading = DocumentReading(head: head)
    reading.clauses = paths.enumerated().map { index, path in
      var clause = ClauseDraft(
        kind: .numbered, path: path, title: "任务\(path)", text: "任务\(path)。原文", line: index + 1)
      let evidence = Evidence(start: 0, end: 2, line: 1, column: 1)
      clause.departments = [Witnessed(Responsible("省卫健委", role: .lead), evidence)]
      clause.deadlines = [
        Witnessed(Deadline(.year, due: Day(2020, 12, 31), words: "2020年"), evidence)
      ]
      return clause
    }
    return Review(reading, file: "测试.txt", key: "c-2020-9", in: catalogue)
  }

  @Test func aReviewIsKeptAsItIs() throws {
    let open = try OpenLedger()
    let kept = try open.ledger.keep(
      review(open.catalogue), OpenLedger.stamp(), in: open.catalogue)
    #expect(try open.another().reviews(in: open.catalogue) == [kept])
    #expect(kept.id > 0 && kept.drafts.count == 3)
  }

  @Test func decisionsAreOnDisk() throws {
    let open = try OpenLedger()
    let kept = try open.ledger.keep(
      review(open.catalogue), OpenLedger.stamp(), in: open.catalogue)
    var draft = kept.drafts[1]
    (draft.decision, draft.isAmended, draft.task.title) = (.dropped, true, Phrase("改", "x"))
    try open.ledger.decide([1: draft], in: kept.id)
    let again = try #require(try open.another().review(kept.id, in: open.catalogue))
    #expect(again.drafts[1] == draft && again.drafts[0] == kept.drafts[0])
  }

  @Test func whoSawAnOlderDraftDecidesNothing() throws {
    let open = try OpenLedger()
    let kept = try open.ledger.keep(
      review(open.catalogue), OpenLedger.stamp(), in: open.catalogue)
    var (mine, theirs) = (kept.drafts[1], kept.drafts[1])
    (mine.decision, theirs.decision) = (.accepted, .dropped)
    let seen = [1: kept.drafts[1]]
    #expect(try open.another().decide([1: theirs], in: kept.id, seen: seen))
    #expect(try !open.ledger.decide([1: mine], in: kept.id, seen: seen))
    #expect(try open.ledger.review(kept.id, in: open.catalogue)?.drafts[1].decision == .dropped)
  }

  /// Accepts two of three drafts and drops the last.
  private func accepted(_ open: OpenLedger) throws -> Review {
    let kept = try open.ledger.keep(
      review(open.catalogue), OpenLedger.stamp(), in: open.catalogue)
    var decided: [Int: TaskDraft] = [:]
    for (index, decision) in [TaskDraft.Decision.accepted, .accepted, .dropped].enumerated() {
      decided[index] = kept.drafts[index]
      decided[index]?.decision = decision
    }
    try open.ledger.decide(decided, in: kept.id)
    return kept
  }

  @Test func whatIsAcceptedIsFiledWithItsClause() throws {
    let open = try OpenLedger()
    let kept = try accepted(open)
    let before = try open.ledger.filingNumber()
    #expect(try open.ledger.accept(kept.id, OpenLedger.stamp(), in: open.catalogue) == 2)
    #expect(try open.ledger.filingNumber() > before)
    let catalogue = try open.ledger.catalogue(over: SmallCatalogue.make())
    #expect(catalogue.document("c-2020-9")?.number == "测〔2020〕9号")
    let tasks = catalogue.tasks.filter { $0.document == "c-2020-9" }
    #expect(tasks == kept.drafts.prefix(2).map(\.task))
    #expect(try open.ledger.clauseText(of: tasks[1]) == "任务2。原文")
    #expect(try open.ledger.texts(of: "c-2020-9").count == 3)
    #expect(try open.ledger.reviews(in: catalogue).isEmpty)
    // Work can be entered for it at once.
    _ = try open.ledger.record(
      [Change(Line("c-2020-9/1", in: "140000"), status: .done)], OpenLedger.stamp())
  }

  @Test func whatStillWaitsStaysInReview() throws {
    let open = try OpenLedger()
    let kept = try open.ledger.keep(
      review(open.catalogue), OpenLedger.stamp(), in: open.catalogue)
    var draft = kept.drafts[0]
    draft.decision = .accepted
    try open.ledger.decide([0: draft], in: kept.id)
    #expect(try open.ledger.accept(kept.id, OpenLedger.stamp(), in: open.catalogue) == 1)
    let catalogue = try open.ledger.catalogue(over: SmallCatalogue.make())
    let left = try #require(try open.ledger.review(kept.id, in: catalogue))
    #expect(left.drafts.map(\.decision) == [.filed, .waiting, .waiting])
  }

  @Test func anotherPersonsClosedReviewIsSaidToBeClosed() throws {
    let open = try OpenLedger()
    let kept = try accepted(open)
    try open.another().discard(kept.id)
    #expect(throws: Fault.self) { try open.ledger.decide([:], in: kept.id) }
    #expect(throws: Fault.self) {
      try open.ledger.accept(kept.id, OpenLedger.stamp(), in: open.catalogue)
    }
    #expect(try open.ledger.filingNumber() == 0)
  }

  @Test func importingAgainKeepsWhatWasDecided() throws {
    let open = try OpenLedger()
    _ = try accepted(open)
    let again = try open.ledger.keep(
      review(open.catalogue, paths: ["1", "3", "4"]), OpenLedger.stamp(), in: open.catalogue)
    #expect(again.drafts.map(\.decision) == [.accepted, .dropped, .waiting])
    #expect(try open.ledger.reviews(in: open.catalogue) == [again])
  }

  @Test func aFiledDocumentCanBeWithdrawnUntilSomethingIsEntered() throws {
    let open = try OpenLedger()
    let kept = try accepted(open)
    _ = try open.ledger.accept(kept.id, OpenLedger.stamp(), in: open.catalogue)
    try open.ledger.withdraw("c-2020-9", OpenLedger.stamp())
    let without = try open.ledger.catalogue(over: SmallCatalogue.make())
    #expect(without == open.catalogue)
    let back = try #require(try open.ledger.reviews(in: without).first)
    #expect(back.drafts.map(\.decision) == [.accepted, .accepted, .dropped])
    _ = try open.ledger.accept(back.id, OpenLedger.stamp(), in: without)
    _ = try open.ledger.catalogue(over: SmallCatalogue.make())
    _ = try open.ledger.record(
      [Change(Line("c-2020-9/1", in: "140000"), note: "x")], OpenLedger.stamp())
    let fault = #expect(throws: Fault.self) {
      try open.ledger.withdraw("c-2020-9", OpenLedger.stamp())
    }
    #expect(fault?.message.zh.contains("1 条登记") == true)
  }

  @Test func theProgramsOwnDocumentsCannotBeWithdrawn() throws {
    let open = try OpenLedger()
    #expect(throws: Fault.self) { try open.ledger.withdraw("demo-1", OpenLedger.stamp()) }
    #expect(try open.ledger.catalogue(over: SmallCatalogue.make()) == open.catalogue)
  }

  @Test(arguments: ["UPDATE filing SET content = 'x'", "DELETE FROM filing"])
  func filingsAreNeverChanged(sql: String) throws {
    let open = try OpenLedger()
    let kept = try accepted(open)
    _ = try open.ledger.accept(kept.id, OpenLedger.stamp(), in: open.catalogue)
    let queue = try DatabaseQueue(path: open.path)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: sql) }
    }
    #expect(error?.message?.contains("added, never") == true)
    try queue.close()
  }

  @Test func aNewerCatalogueLeavesWhatAPersonAmended() throws {
    let open = try OpenLedger()
    let held = try #require(open.catalogue.task("demo-1/1"))
    var review = Review(
      file: "x", document: try #require(open.catalogue.document("demo-1")), isKnown: true)
    var task = held
    task.deadlines = [Deadline(.year, due: Day(2021, 12, 31), years: [2021])]
    let clause = ClauseDraft(kind: .numbered, path: "1", title: "一", text: "一")
    review.drafts = [TaskDraft(clause, task, held: held)]
    review.drafts[0].decision = .accepted
    let kept = try open.ledger.keep(review, OpenLedger.stamp(), in: open.catalogue)
    #expect(try open.ledger.accept(kept.id, OpenLedger.stamp(), in: open.catalogue) == 1)
    try open.ledger.file(SmallCatalogue.make(), revision: "2099-01-01-newer")
    let catalogue = try open.ledger.catalogue(over: SmallCatalogue.make())
    #expect(catalogue.task("demo-1/1")?.deadlines == task.deadlines)
    #expect(catalogue.task("demo-1/2") == open.catalogue.task("demo-1/2"))
  }
}
