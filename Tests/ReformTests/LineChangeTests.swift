import Reform
import Testing

@Suite struct LineChangeTests {
  private static let line = Line("demo-1/1", in: "140100")
  private static let rules = SignalRules([
    SignalRule(
      number: 1, status: nil, hasDue: true, from: nil, to: -1, signal: .red, tier: 1,
      reason: Phrase("", ""))
  ])

  private static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

  private func standing(_ status: Status, due: Day?, on day: Day) -> Standing {
    Standing(
      line: Self.line, status: status, due: due,
      light: Self.rules.light(of: status, due: due, on: day))
  }

  private let first = day("2024-06-30")
  private let second = day("2024-09-30")

  private func change(
    _ before: Status?, _ now: Status, due: Day? = nil, dueBefore: Day? = nil
  ) -> LineChange.Kind? {
    LineChange(
      from: before.map { standing($0, due: dueBefore ?? due, on: first) },
      to: standing(now, due: due, on: second))?.kind
  }

  @Test(arguments: Status.allCases, Status.allCases)
  func finishingAndItsOppositeComeFirst(before: Status, now: Status) {
    let kind = change(before, now)
    switch (before.isFinished, now.isFinished) {
    case (false, true): #expect(kind == .closed)
    case (true, false): #expect(kind == .reopened)
    case (true, true): #expect(kind == (before == .done && now == .signedOff ? .signedOff : nil))
    case (false, false): #expect(kind == (before == now ? nil : .moved))
    }
  }

  @Test func whatPassedItsDayBetweenTheDaysBecameLate() {
    let between = Self.day("2024-08-01")
    #expect(change(.underway, .underway, due: between) == .late)
    #expect(change(.notStarted, .underway, due: between) == .late)
    // What was late before is no news, and what is finished is not late.
    #expect(change(.underway, .underway, due: Self.day("2024-01-01")) == nil)
    #expect(change(.underway, .done, due: between) == .closed)
    // A line that there was not yet counts as not started.
    #expect(change(nil, .underway, due: between) == .late)
    #expect(change(nil, .notStarted) == nil)
  }

  @Test func anotherDueDayIsTold() {
    let later = Self.day("2025-01-01")
    #expect(
      change(.underway, .underway, due: later, dueBefore: Self.day("2024-12-01"))
        == .due)
  }

  @Test func changesAreCountedByKind() {
    let closed = LineChange(from: nil, to: standing(.done, due: nil, on: second))
    let counts = ChangeCounts([closed, closed].compactMap(\.self))
    #expect(counts[.closed] == 2 && counts[.late] == 0)
  }
}
