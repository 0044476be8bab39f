import LedgerStore
import Reform
import Sharing
import TestSupport
import Testing

/// Tasks that an office has made or filed, and what stands on them, while others enter something.
@Suite struct MadeTaskTests {
  enum Way: CaseIterable { case filed, byHand, resolved }

  private let hub = MemoryHub()
  private let one: Office
  private let other: Office

  init() throws {
    one = try Office("省医改办", "140000", hub)
    other = try Office("潞州", "140403", hub)
  }

  private func enter(_ content: Act.Content, _ office: Office) throws {
    let stamp = Stamp(
      who: "王明", day: SmallCatalogue.day, at: "\(SmallCatalogue.day)T09:30:00+0800")
    let outcome = try office.ledger.enter(
      Act(content, stamp, overriding: true), under: office.rules)
    guard case .recorded = outcome else { throw TestFailure("\(outcome)") }
    try office.reread()
  }

  private static func filing() -> Filing {
    let document = Document(
      id: "c-2020-9", number: "测〔2020〕9号", title: Phrase("测试方案", "Test"),
      short: Phrase("测试", "Test"), issuer: "测试办", issued: Day(ordinal: 18_310),
      region: "140000")
    var review = Review(file: "测试.txt", document: document, isKnown: false)
    let task = ReformTask(
      id: "c-2020-9/1", document: document.id, clause: "1", title: Phrase("任务", "task"),
      theme: "leadership")
    review.drafts = [
      TaskDraft(ClauseDraft(kind: .numbered, path: "1", title: "任务", text: "原文"), task)
    ]
    review.drafts[0].decision = .accepted
    var filing = Filing(review)
    filing.review = nil
    return filing
  }

  /// Makes a task for the province, and gives its line.
  private func make(_ way: Way, in office: Office) throws -> Line {
    var task = ReformTask(
      id: "", document: "", clause: "", title: Phrase("自立", "own"), theme: "leadership")
    (task.level, task.places) = (.named, [NamedPlace("140000", .pilot)])
    task.departments = [Responsible("省医保局")]
    switch way {
    case .filed: try enter(.filing(Self.filing()), office)
    case .byHand: try enter(.hand([.make(HandTask(task, since: SmallCatalogue.day))]), office)
    case .resolved:
      let id = "hy-2020-03-02-140000-1"
      let card = MeetingCard(title: "例会", day: SmallCatalogue.day, scope: "140000")
      try enter(.meeting(id, .card(card)), office)
      try enter(.meeting(id, .open), office)
      try enter(.decision(Decision(.resolve, in: id, on: nil, text: "议定", task: task), []), office)
    }
    let made = office.catalogue.tasks.first { !$0.id.hasPrefix("demo-") }
    return Line(try #require(made).id, in: "140000")
  }

  @Test(arguments: Way.allCases) func marksThatWaitWithTheirTaskAreSent(way: Way) throws {
    let line = try make(way, in: one)
    let later = SmallCatalogue.day.adding(days: 2)
    try one.mark(.underway, line, on: later)
    try one.mark(.done, line, note: "补记")
    try other.mark(.done, Line("demo-1/3", in: "140403"))
    try other.synchronise()
    let waiting = try one.ledger.waitingActs().count
    let report = try one.synchronise()
    #expect(report.sent == waiting && report.refused == 0 && report.came == 1)
    try other.synchronise()
    #expect(try other.status(line) == .done && other.status(line, on: later) == .underway)
    #expect(try one.dump() == other.dump())
    #expect(try one.ledger.findings().isEmpty && other.ledger.findings().isEmpty)
  }

  @Test(arguments: Way.allCases) func whatTheHubHasLostOfThemIsSentAgain(way: Way) throws {
    let line = try make(way, in: one)
    try one.mark(.underway, line)
    try one.synchronise()
    try other.synchronise()
    hub.restore(to: 0)
    let report = try one.synchronise()
    #expect(report.lost == report.sent && report.refused == 0 && report.lost > 1)
    #expect(try other.synchronise().lost == report.lost)
    #expect(try one.dump() == other.dump())
  }

  /// An office's own act may rest on what another one has to send again.
  @Test func whatRestsOnWhatCameAgainIsSentAgain() throws {
    let line = try make(.filed, in: one)
    let second = try Office("省医保局", "140000", hub)
    try one.synchronise()
    try second.synchronise()
    try second.mark(.underway, line)
    try second.synchronise()
    hub.restore(to: 0)
    try one.synchronise()
    let report = try second.synchronise()
    #expect(report.sent == 1 && report.refused == 0)
    try one.synchronise()
    #expect(try one.status(line) == .underway)
    #expect(try one.dump() == second.dump())
  }

  /// A mark leaves nothing behind that keeps the document here.
  @Test func aDocumentThatIsWithdrawnGoesWhereAMarkWaited() throws {
    let line = try make(.filed, in: one)
    let second = try Office("省医保局", "140000", hub)
    try one.synchronise()
    try second.synchronise()
    try second.mark(.underway, line)
    try enter(.undo(.document("c-2020-9")), one)
    try one.synchronise()
    let report = try second.synchronise()
    #expect(report.refused == 1 && report.strange == 0 && report.came == 1)
    #expect(second.catalogue.task(line.task) == nil)
    #expect(try one.dump() == second.dump())
  }
}
