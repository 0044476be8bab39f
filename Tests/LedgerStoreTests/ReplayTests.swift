import LedgerStore
import Reform
import TestSupport
import Testing

/// What the ledger should say, computed the slow way from a list of what was done.
private struct Replay {
  struct Entered {
    var line: Line
    var status: Status
    var day: Day
  }

  struct Act {
    var who: String
    var day: Day
    var kind: ActKind
    var entries: [Int]
    var answers: Int?
  }

  var entries: [Entered] = []
  var acts: [Act] = []

  /// The last of a line's entries up to a day, or before an entry.
  func status(of line: Line, on day: Day, before limit: (day: Day, id: Int)? = nil) -> Status? {
    var best: (day: Day, id: Int)?
    for (id, entry) in entries.enumerated() where entry.line == line && entry.day <= day {
      if let limit, (entry.day, id) >= limit { continue }
      if best.map({ (entry.day, id) > $0 }) ?? true { best = (entry.day, id) }
    }
    return best.map { entries[$0.id].status }
  }

  mutating func enter(_ lines: [Line], _ status: Status, _ who: String, _ day: Day) {
    acts.append(Act(who: who, day: day, kind: .entered, entries: [], answers: nil))
    for line in lines { append(Entered(line: line, status: status, day: day)) }
  }

  private mutating func append(_ entry: Entered) {
    acts[acts.count - 1].entries.append(entries.count)
    entries.append(entry)
  }

  /// Answers an act; false where there is none to answer.
  mutating func answer(_ target: Int?, _ kind: ActKind, _ who: String, _ day: Day) -> Bool {
    guard let target else { return false }
    // An answer is never dated before what it answers.
    let day = max(day, acts[target].day)
    acts.append(Act(who: who, day: day, kind: kind, entries: [], answers: target))
    for id in acts[target].entries {
      let old = entries[id]
      let before = status(of: old.line, on: .last(ofYear: 9999), before: (old.day, id))
      append(Entered(line: old.line, status: before ?? .notStarted, day: day))
    }
    return true
  }

  func lastToTakeBack(by who: String) -> Int? {
    acts.indices.last { index in
      acts[index].who == who && acts[index].kind != .undone
        && !acts.contains { $0.answers == index && $0.kind == .undone }
    }
  }

  func lastToPutBack(by who: String) -> Int? {
    acts.indices.last { index in
      acts[index].who == who && acts[index].kind == .undone
        && !acts.contains { $0.answers == index }
        && !acts[(index + 1)...].contains { $0.who == who && $0.kind == .entered }
    }
  }

  func tallies(_ catalogue: Catalogue, on day: Day) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in Set(entries.map(\.line)) {
      guard let status = status(of: line, on: day) else { continue }
      let task = catalogue.position(of: line.task) ?? -1
      let city = catalogue.divisions.city(of: line.place)
      counts["\(task) \(city) \(line.period?.description ?? "-") \(status)", default: 0] += 1
    }
    return counts
  }
}

@Suite struct ReplayTests {
  private let first = Day(ordinal: 18_290)
  private let days = 12

  private func lines(_ catalogue: Catalogue) -> [Line] {
    ["140100", "140400", "140800"].map { Line("demo-1/1", in: $0) }
      + ["140105", "140403", "140404"].map { Line("demo-1/3", in: $0) }
      + [2020, 2021].map { Line("demo-1/2", in: "140000", period: .year($0)) }
      + [OpenLedger.changzhi]
  }

  private func step(_ open: OpenLedger, _ replay: inout Replay, _ dice: inout Dice) throws {
    let all = lines(open.catalogue)
    let who = ["王明", "李华"][dice.roll(2)]
    let day = first.adding(days: dice.roll(days))
    let stamp = OpenLedger.stamp(who, on: day)
    switch dice.roll(10) {
    case 0, 1:
      let isThere = replay.answer(replay.lastToTakeBack(by: who), .undone, who, day)
      #expect((try open.ledger.takeBack(stamp, overriding: true) != .nothing) == isThere)
    case 2:
      let isThere = replay.answer(replay.lastToPutBack(by: who), .redone, who, day)
      #expect((try open.ledger.putBack(stamp, overriding: true) != .nothing) == isThere)
    default:
      let count = 1 + dice.roll(3)
      let chosen = Array(all.shuffled(using: &dice).prefix(count))
      let status = Status.allCases[dice.roll(Status.allCases.count)]
      replay.enter(chosen, status, who, day)
      _ = try open.ledger.record(
        chosen.map { Change($0, status: status) }, stamp, overriding: true)
    }
  }

  @Test(arguments: [1, 20_200_302, 77, 4_096] as [UInt64])
  func everyDayReadsAsASlowReplayDoes(seed: UInt64) throws {
    let open = try OpenLedger()
    var (replay, dice) = (Replay(), Dice(seed: seed))
    for _ in 0..<120 { try step(open, &replay, &dice) }
    #expect(try open.ledger.entryCount() == replay.entries.count)
    for offset in -1...days {
      let day = first.adding(days: offset)
      try compare(open, replay, on: day)
    }
    #expect(try open.ledger.findings().isEmpty)
  }

  private func compare(_ open: OpenLedger, _ replay: Replay, on day: Day) throws {
    let expected = replay.tallies(open.catalogue, on: day)
    #expect(Self.counts(try open.ledger.tallies(asOf: day)) == expected, "tallies on \(day)")
    try compareKept(open, expected, on: day)
    for task in open.catalogue.tasks {
      for standing in try open.ledger.standings(of: task, in: open.catalogue, asOf: day) {
        let expected = replay.status(of: standing.line, on: day) ?? .notStarted
        #expect(standing.status == expected, "\(standing.line) on \(day)")
      }
    }
    try compareWholes(open, on: day)
    for county in ["140105", "140403"] {
      let division = try #require(open.catalogue.divisions[county])
      let found = try open.ledger.tallies(asOf: day, in: division)
      let status = replay.status(of: Line("demo-1/3", in: county), on: day)
      #expect(found.map(\.status) == (status.map { [$0] } ?? []), "\(county) on \(day)")
      #expect(found.allSatisfy { $0.city == county })
    }
  }

  /// What is kept by month adds up to the same, and so does what is counted by city in one go.
  private func compareKept(
    _ open: OpenLedger, _ expected: [String: Int], on day: Day
  ) throws {
    let (counts, catalogue) = (LedgerCounts(open.ledger), open.catalogue)
    let cities = try counts.byCity(asOf: day)
    let byCity = catalogue.tasks.indices.flatMap { cities[$0] }
    #expect(Self.counts(byCity) == expected, "by city on \(day)")
    let own = try counts.byCity(asOf: day, .citiesOf(140_000...149_999))
    #expect(Self.counts(catalogue.tasks.indices.flatMap { own[$0] }) == expected)
    func whole(_ key: String) -> String {
      let words = key.split(separator: " ")
      return ([words[0], "140000"] + words[2...]).joined(separator: " ")
    }
    let sums = Dictionary(expected.map { (whole($0), $1) }, uniquingKeysWith: +)
    let totals = try counts.totals(asOf: day, in: "140000", catalogue)
    #expect(Self.counts(totals) == sums, "totals on \(day)")
    let provinces = try counts.byCity(asOf: day, .provinces)
    let byProvince = catalogue.tasks.indices.flatMap { provinces[$0] }
    #expect(Self.counts(byProvince) == sums, "by province on \(day)")
    for city in ["140100", "140400"] {
      let own = try counts.totals(asOf: day, in: city, catalogue)
      let there = expected.filter { $0.key.split(separator: " ")[1] == city }
      #expect(Self.counts(own.filter { $0.city == city }) == there, "\(city) on \(day)")
    }
    let some: Set<Int> = [0, 2]
    let few = try counts.totals(asOf: day, in: "140000", catalogue, of: some)
    let wanted = sums.filter { $0.key.hasPrefix("0 ") || $0.key.hasPrefix("2 ") }
    #expect(Self.counts(few) == wanted, "some totals on \(day)")
  }

  /// The counts beside the entries make the same wholes as the lines one by one, in every place.
  private func compareWholes(_ open: OpenLedger, on day: Day) throws {
    let (ledger, catalogue) = (open.ledger, open.catalogue)
    for place in ["140000", "140100", "140400", "140800", "140105", "140403"] {
      let division = try #require(catalogue.divisions[place])
      let report = TaskReport(
        catalogue, tallies: try ledger.tallies(asOf: day, in: division),
        entered: try ledger.enteredDues(asOf: day), on: day, in: place)
      for standing in report.standings {
        let task = catalogue.tasks[standing.task]
        let lines = try ledger.standings(of: task, in: catalogue, asOf: day, within: place)
        let whole = TaskStanding(
          lines, of: task, at: standing.task, rules: catalogue.rules, on: day)
        #expect(whole == standing, "\(task.id) in \(place) on \(day)")
      }
    }
  }

  private static func counts(_ tallies: [Tally]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for tally in tallies where tally.count > 0 {
      let period = tally.period?.description ?? "-"
      counts["\(tally.task) \(tally.city) \(period) \(tally.status)", default: 0] += tally.count
    }
    return counts
  }
}
