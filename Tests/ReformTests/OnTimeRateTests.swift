import Reform
import Testing

@Suite struct OnTimeRateTests {
  private let due = Day(ordinal: 20_000)
  private let now = Day(ordinal: 20_030)
  private func line(_ place: String) -> Line { Line("demo-1/1", in: place) }

  private func standing(_ place: String, _ status: Status, due: Day?) -> Standing {
    Standing(
      line: line(place), status: status, due: due,
      light: SignalRules([]).light(of: status, due: due, on: now))
  }

  @Test func onlyLinesWhoseDayIsOverCountAndByWhenTheyWereFinished() {
    let standings = [
      standing("140101", .done, due: due), standing("140102", .signedOff, due: due),
      standing("140103", .underway, due: due), standing("140104", .suspended, due: due),
      standing("140105", .notStarted, due: now), standing("140106", .done, due: nil),
      standing("140107", .done, due: due),
    ]
    let finished = [
      line("140101"): due, line("140102"): due.adding(days: 1), line("140106"): due,
    ]
    let rate = OnTimeRate(standings, finished: finished, on: now)
    #expect((rate.onTime, rate.late, rate.open, rate.unknown) == (1, 1, 1, 1))
    #expect(rate.total == 3 && rate.words == "33%")
    #expect(OnTimeRate([], finished: [:], on: now).words == "-")
  }

  private func entry(
    _ id: Int, _ status: Status?, _ kind: ActKind = .entered, answers: Int? = nil
  ) -> Entry {
    Entry(
      id: id, act: id, kind: kind, line: line("140101"), status: status, note: nil, evidence: nil,
      due: nil, day: Day(ordinal: 20_000 + id), at: "", who: "甲", meeting: nil, answers: answers,
      isTakenBack: false)
  }

  /// Signing off later moves no day; going back and finishing anew does; what is taken back is not.
  @Test func theDayIsThatOnWhichALineCameToBeFinished() {
    func day(_ entries: [Entry]) -> Int? {
      Entry.finishedDays(entries)[line("140101")].map { $0.ordinal - 20_000 }
    }
    let first = [entry(1, .underway), entry(2, .done), entry(3, .signedOff)]
    #expect(day(first) == 2)
    #expect(day(first + [entry(4, .underway)]) == nil)
    #expect(day(first + [entry(4, .underway), entry(5, .done)]) == 5)
    #expect(day(first + [entry(4, .underway), entry(5, nil, .undone, answers: 4)]) == 2)
    #expect(day([entry(1, .done), entry(2, nil, .undone, answers: 1)]) == nil)
    #expect(day([entry(1, .done), entry(2, nil)]) == 1)
  }
}
