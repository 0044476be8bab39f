/// How a whole follows from its lines: a task in a place, over all places in it and all periods.
///
/// These are the rules for every screen and every command; nothing else makes a whole of parts.
///
/// 1. **Which lines count.** Those of every installment that has begun or is over. Of a recurring
///    task the period to come sleeps while a line that has not started in it would still be green;
///    lines of it that somebody has begun count at once. Dated steps of one task never sleep: all
///    of them belong to it from the beginning. Places named by the clause, every city, every county
///    and a city's own line count alike, one line each.
/// 2. **Status.** Done where every line that counts is; signed off where every one is signed off.
///    Suspended where none is left to do but some are suspended. Not started where none has begun.
///    Under way otherwise.
/// 3. **Light.** The gravest of the lines that are still to do. A line that is done or suspended
///    never lends its light to others: without anything left to do the light is that of the status,
///    and so green only where all is done. Without a due day (none printed, ongoing, as the state
///    requires and not entered yet) what is left to do is grey.
/// 4. **Due.** The day of the first installment with a line still to do, else of the last one. A line
///    that a meeting has extended goes by its own day, in light and in due day alike. What falls due
///    next is told besides: a task that is late can have a period that is to come.
public enum Whole {
  /// The status of a whole from the statuses of its lines (rule 2).
  public static func status(of counts: StatusCounts) -> Status {
    let total = counts.total
    guard total > 0 else { return .notStarted }
    if counts[.signedOff] == total { return .signedOff }
    if counts.finished == total { return .done }
    if counts.finished + counts[.suspended] == total { return .suspended }
    if counts[.notStarted] + counts[.suspended] == total { return .notStarted }
    return .underway
  }

  /// The light of a whole from the gravest of what is still to do (rule 3).
  static func light(
    of status: Status, gravest: Light?, due: Day?, _ rules: SignalRules, on day: Day
  ) -> Light {
    gravest ?? rules.light(of: status, due: due, on: day)
  }
}

extension Status {
  /// Whether something is still to be done on a line, and a light may warn of it.
  public var isToDo: Bool { self == .notStarted || self == .underway }
}

/// Lines that fall due on one day, with the light that each status has then.
///
/// Made once for all places: what a place costs is counting.
final class Term: Sendable {
  let installment: Installment
  /// By the position of the status.
  private let lights: [Light]
  /// How grave each light is (`Light.isWorse`).
  private let gravities: [Int]
  /// Whether lines of it that have not started sleep, where the task is one that may (rule 1).
  let sleeps: Bool

  init(_ installment: Installment, _ rules: SignalRules, on day: Day) {
    self.installment = installment
    lights = Status.allCases.map { rules.light(of: $0, due: installment.due, on: day) }
    gravities = lights.map { $0.signal.severity << 32 + $0.tier }
    sleeps =
      (installment.due ?? day) >= day
      && lights[Status.notStarted.position].signal == .green
  }

  func light(of status: Status) -> Light { lights[status.position] }
  func signal(of status: Status) -> Signal { lights[status.position].signal }
  func gravity(of status: Status) -> Int { gravities[status.position] }

  /// The status with the gravest light among what is still to do; nil where nothing is.
  func gravest(of counts: StatusCounts) -> Status? {
    Status.allCases.filter { $0.isToDo && counts[$0] > 0 }
      .max { gravity(of: $0) < gravity(of: $1) }
  }
}

extension TaskStanding {
  /// What falls due on one day, and how many of its lines stand where.
  private typealias Share = (term: Term, counts: StatusCounts)

  /// Reckons a whole from how many of its lines stand where.
  init(
    task: Int, lines: Int, _ terms: [Term], tallies: [Tally], extended: [ExtendedLine] = [],
    maySleep: Bool, _ rules: SignalRules, on day: Day
  ) {
    var counts = [StatusCounts](repeating: StatusCounts(), count: terms.count)
    for tally in tallies {
      for index in terms.indices where terms[index].installment.period == tally.period {
        counts[index][tally.status] += tally.count
      }
    }
    self.init(
      task: task, lines: lines, terms, counts[...], extended: extended, maySleep: maySleep, rules,
      on: day)
  }

  /// The same from the counts of each term; what is not counted has not started.
  init(
    task: Int, lines: Int, _ terms: [Term], _ counts: ArraySlice<StatusCounts>,
    extended: [ExtendedLine] = [], maySleep: Bool, _ rules: SignalRules, on day: Day
  ) {
    var shares: [Share] = []
    shares.reserveCapacity(terms.count)
    for (term, counted) in zip(terms, counts) {
      var here = counted
      here[.notStarted] += max(0, lines - here.total)
      guard !extended.isEmpty else {
        shares.append((term, here))
        continue
      }
      var later: [Day: StatusCounts] = [:]
      let period = term.installment.period
      for line in extended where line.period == period && here[line.status] > 0 {
        here[line.status] -= 1
        later[line.due, default: StatusCounts()][line.status] += 1
      }
      if here.total > 0 || later.isEmpty { shares.append((term, here)) }
      shares += later.sorted { $0.key < $1.key }.map {
        (Term(Installment(period: period, due: $0.key), rules, on: day), $0.value)
      }
    }
    if !extended.isEmpty {
      shares.sort { ($0.term.installment.due ?? day) < ($1.term.installment.due ?? day) }
    }
    self.init(task: task, shares, maySleep: maySleep, rules, on: day)
  }

  private init(
    task: Int, _ shares: [Share], maySleep: Bool, _ rules: SignalRules, on day: Day
  ) {
    self.task = task
    (counts, current, lights) = (StatusCounts(), StatusCounts(), SignalCounts())
    var gravest: (gravity: Int, term: Term, status: Status)?
    var (owed, first): (Installment?, Installment?) = (nil, nil)
    for (term, lines) in shares {
      let installment = term.installment
      var counted = lines
      if maySleep, term.sleeps { counted[.notStarted] = 0 }
      guard counted.total > 0 else { continue }
      counts.add(counted)
      if owed == nil { first = installment }
      if coming == nil, let due = installment.due, due >= day {
        coming = term.gravest(of: counted).map {
          Coming(due: due, period: installment.period, counts: lines, light: term.light(of: $0))
        }
      }
      for status in Status.allCases where counted[status] > 0 {
        lights[term.signal(of: status)] += counted[status]
        guard status.isToDo else { continue }
        let gravity = term.gravity(of: status)
        if gravity > gravest?.gravity ?? .min { gravest = (gravity, term, status) }
        if owed == nil { (owed, first) = (installment, installment) }
      }
    }
    if let first {
      for share in shares where share.term.installment.period == first.period {
        current.add(share.counts)
      }
    }
    let shown = owed ?? shares.last?.term.installment
    (due, period, isOwed) = (shown?.due, shown?.period, owed != nil)
    status = Whole.status(of: counts)
    light = Whole.light(
      of: status, gravest: gravest.map { $0.term.light(of: $0.status) }, due: due, rules, on: day)
  }

  /// The whole of some lines, as of the day that they were read for; nil where there are none.
  ///
  /// `standings` hold every installment of every place that is looked at.
  public init?(
    _ standings: [Standing], of task: ReformTask, at position: Int, rules: SignalRules, on day: Day
  ) {
    var terms: [Installment: StatusCounts] = [:]
    for standing in standings {
      let installment = Installment(period: standing.line.period, due: standing.due)
      terms[installment, default: StatusCounts()][standing.status] += 1
    }
    guard !terms.isEmpty else { return nil }
    let sorted = terms.sorted {
      ($0.key.due ?? day, $0.key.period ?? .year(0))
        < ($1.key.due ?? day, $1.key.period ?? .year(0))
    }
    let periods = Set(terms.keys.map(\.period)).count
    self.init(
      task: position, sorted.map { (Term($0.key, rules, on: day), $0.value) },
      maySleep: task.isRecurring && periods > 1, rules, on: day)
  }
}
