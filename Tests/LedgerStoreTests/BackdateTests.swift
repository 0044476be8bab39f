import LedgerStore
import Reform
import TestSupport
import Testing

/// What was so before it was entered (补登): it counts from its day, and says when it was entered.
@Suite struct BackdateTests {
  private let open: OpenLedger
  private let line = OpenLedger.changzhi
  private let since = Day(ordinal: SmallCatalogue.day.ordinal - 20)

  init() throws { open = try OpenLedger() }

  private func enter(_ status: Status, since day: Day, note: String? = nil) throws -> Outcome {
    let last = try open.ledger.history(.init(task: line.task)).filter { $0.line == line }.map(\.id)
    let change = Change(line, status: status, note: note, seen: last.max(), day: day)
    return try open.ledger.enter(
      Act(.lines([change]), OpenLedger.stamp()), under: ActRules(open.catalogue))
  }

  @Test func itCountsFromItsDayAndSaysWhenItWasEntered() throws {
    let outcome = try enter(.done, since: since, note: "当时已办")
    let entry = try #require(outcome.entries?.first)
    #expect(entry.day == since && entry.booked == SmallCatalogue.day)
    #expect(entry.backdated?.zh == "（\(SmallCatalogue.day) 补登）")
    #expect(try open.status(on: since) == .done && open.status() == .done)
    #expect(try open.status(on: since.adding(days: -1)) == .notStarted)
    #expect(try open.ledger.findings().isEmpty)
    let read = try #require(try open.ledger.history(.init()).first)
    #expect(read == entry)
  }

  @Test func takenBackItNeverWasSo() throws {
    _ = try enter(.done, since: since)
    let rules = ActRules(open.catalogue)
    _ = try open.ledger.takeBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try open.status(on: since) == .notStarted && open.status() == .notStarted)
    _ = try open.ledger.putBack(.tasks, OpenLedger.stamp(), under: rules).entered()
    #expect(try open.status(on: since) == .done && open.status() == .done)
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func whatCannotHaveBeenIsRefused() throws {
    let tomorrow = SmallCatalogue.day.adding(days: 1)
    #expect(throws: Fault.self) { try enter(.done, since: tomorrow) }
    _ = try enter(.underway, since: since)
    let refusal = #expect(throws: Fault.self) {
      try enter(.done, since: since.adding(days: -1))
    }
    #expect(refusal?.message.zh.contains("在 \(since) 已有登记") == true)
    #expect(try open.ledger.history(.init()).count == 1)
    _ = try enter(.done, since: since)
    #expect(try open.status(on: since) == .done && open.ledger.history(.init()).count == 2)
  }

  @Test func aPlainEntryBearsNoOtherDay() throws {
    let entry = try open.enter(.done)
    #expect(entry.booked == nil && entry.backdated == nil && entry.day == SmallCatalogue.day)
    let act = Act(.lines([Change(line, status: .done, day: since)]), OpenLedger.stamp())
    #expect(try Act(text: act.text()) == act)
  }

  @Test func aPeriodIsNotEnteredBeforeItBegins() throws {
    let task = try #require(open.catalogue.tasks.first { $0.isRecurring })
    let place = try #require(open.catalogue.fanOut(of: task).first)
    let rules = ActRules(open.catalogue)
    for year in [1990, SmallCatalogue.day.year + 5] {
      let line = Line(task.id, in: place, period: .year(year))
      for act in [
        Act.Content.lines([Change(line, status: .done)]),
        .returned([], [Change(line, status: .done)]),
      ] {
        let refusal = #expect(throws: Fault.self) {
          try open.ledger.enter(Act(act, OpenLedger.stamp()), under: rules)
        }
        #expect(refusal?.message.zh.contains("没有 \(year) 这一期") == true)
      }
    }
    #expect(try open.ledger.history(.init()).isEmpty)
  }
}
