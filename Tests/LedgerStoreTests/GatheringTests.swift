import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

/// The task of the yearly collection stands where the collection stands.
@Suite struct GatheringTests {
  private static let indicators = [
    "medical-service-share", "personnel-share", "in-county-admission", "primary-visit-share",
  ]
  private let open: OpenLedger
  private let catalogue: Catalogue

  init() throws {
    open = try OpenLedger(.figures)
    let small = SmallCatalogue.make()
    var tasks = small.tasks
    let index = try #require(tasks.firstIndex { $0.id == "demo-1/2" })
    tasks[index].collects = Self.indicators
    let newer = small.holding(documents: small.documents, clauses: small.clauses, tasks: tasks)
    try open.ledger.file(newer, revision: "2026-11-30-newer")
    catalogue = try open.ledger.catalogue(over: newer)
  }

  private func standing(of year: Int, on day: Day = SmallCatalogue.day) throws -> Standing? {
    let task = try #require(catalogue.task("demo-1/2"))
    let found = try open.ledger.standings(of: task, in: catalogue, asOf: day)
      .first { $0.line.period == .year(year) }
    let position = try #require(catalogue.position(of: task.id))
    let counted = try open.ledger.tallies(asOf: day, of: [position])
      .first { $0.period == .year(year) && $0.count > 0 }?.status
    #expect(counted ?? .notStarted == found?.status ?? .notStarted)
    return found
  }

  /// The story marks 2020 as under way; the figures of 2019 came in by 20 February 2020.
  @Test func itIsDoneOnceEveryCityHasSentEverything() throws {
    #expect(try standing(of: 2020)?.status == .done)
    #expect(try standing(of: 2020)?.gathering == Gathering(sent: 11, asked: 11, isBegun: true))
    let before = try #require(Day("2020-02-19"))
    #expect(try standing(of: 2020, on: before)?.status == .notStarted)
  }

  @Test func aCityThatIsMissingHoldsItBackWhateverWasMarked() throws {
    let batch = try #require(
      try open.ledger.batches(asOf: SmallCatalogue.day).first { $0.file == "2019-140500.xlsx" })
    try open.ledger.withdraw(batch.id, reason: "报错了", OpenLedger.stamp())
    try open.enter(.done, Line("demo-1/2", in: "140000", period: .year(2020)))
    let standing = try #require(try standing(of: 2020))
    #expect(standing.status == .underway && standing.light.signal == .red)
    #expect(standing.gathering == Gathering(sent: 10, asked: 11, isBegun: true))
  }

  @Test func whatWasSentBackIsMissingUntilItComesAgain() throws {
    try open.ledger.sendBack("140400", year: 2019, reason: "请核对", OpenLedger.stamp())
    #expect(try standing(of: 2020)?.gathering?.sent == 10)
    let next = SmallCatalogue.day.adding(days: 1)
    let figure = Figure(
      "personnel-share", in: "140400", .year(2019), numerator: 35_000, denominator: 100_000,
      source: SourcePlace(file: "a.xlsx"))
    let batch = NewBatch(
      .file, file: "a.xlsx", hash: nil, note: nil, checks: [], figures: [figure])
    _ = try open.ledger.post(batch, OpenLedger.stamp(on: next))
    #expect(try standing(of: 2020, on: next)?.status == .done)
  }

  @Test func aYearWithoutFiguresStandsAsItWasMarked() throws {
    let later = try #require(Day("2021-02-01"))
    #expect(try standing(of: 2021, on: later)?.status == .notStarted)
    try open.enter(.done, Line("demo-1/2", in: "140000", period: .year(2021)), on: later)
    #expect(try standing(of: 2021, on: later)?.status == .done)
    #expect(try standing(of: 2021, on: later)?.gathering == nil)
  }

  @Test func aSignedOffCollectionStaysSignedOffWhileNothingIsMissing() throws {
    let line = Line("demo-1/2", in: "140000", period: .year(2020))
    try open.enter(.signedOff, line)
    #expect(try standing(of: 2020)?.status == .signedOff)
    try open.ledger.sendBack("140400", year: 2019, reason: "请核对", OpenLedger.stamp())
    #expect(try standing(of: 2020)?.status == .underway)
  }

  /// A meeting does not close what figures hold open: its minutes would say what the ledger does not.
  @Test func aDecisionThatWouldNotStandIsRefused() throws {
    try open.ledger.sendBack("140400", year: 2019, reason: "请核对", OpenLedger.stamp())
    let (id, line) = ("hy-2020-03-02-1", Line("demo-1/2", in: "140000", period: .year(2020)))
    let subject = AgendaItem.Subject.task(line.task, in: "140000")
    func enter(_ content: Act.Content) throws -> Outcome {
      try open.ledger.enter(Act(content, OpenLedger.stamp()), under: ActRules(catalogue))
    }
    let steps: [MeetingStep] = [
      .card(MeetingCard(title: "例会", day: SmallCatalogue.day, scope: "140000")),
      .add([AgendaItem(subject, [.red])]), .open,
    ]
    for step in steps {
      _ = try enter(.meeting(id, step, seen: try open.ledger.lastAct())).entered()
    }
    func decide(_ kind: Decision.Kind, _ status: Status?) throws -> Outcome {
      let decision = Decision(kind, in: id, on: subject, lines: [line], text: "定了")
      let seen = try open.ledger.lastAct()
      let last = try standing(of: 2020)?.last ?? 0
      return try enter(
        .decision(decision, [Change(line, status: status, note: "定了", seen: last)], seen: seen))
    }
    #expect(throws: Fault.self) { try decide(.finish, .done) }
    #expect(try open.ledger.meetings().first?.decisions.isEmpty == true)
    // What changes no status is decided as on any other task.
    _ = try decide(.carryOn, nil).entered()
    #expect(try standing(of: 2020)?.status == .underway)
    #expect(try open.ledger.findings().isEmpty)
  }
}
