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
/// 4. **Due.** The day of the first installment with a line still to do, else of the last one.
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

extension TaskStanding {
  /// Reckons a whole from how many of its lines stand where.
  init(
    task: Int, lines: Int, isRecurring: Bool, installments: [Installment], tallies: [Tally],
    rules: SignalRules, on day: Day
  ) {
    self.task = task
    (counts, current, lights) = (StatusCounts(), StatusCounts(), SignalCounts())
    var gravest: Light?
    var owed: Installment?
    for installment in installments {
      var here = StatusCounts()
      for tally in tallies where tally.period == installment.period {
        here[tally.status] += tally.count
      }
      here[.notStarted] += max(0, lines - here.total)
      let counted = Self.counted(
        here, isRecurring && installments.count > 1, installment, rules, on: day)
      guard counted.total > 0 else { continue }
      counts.add(counted)
      if owed == nil { current = here }
      for status in Status.allCases where counted[status] > 0 {
        let light = rules.light(of: status, due: installment.due, on: day)
        lights[light.signal] += counted[status]
        guard status.isToDo else { continue }
        if gravest.map({ light.isWorse(than: $0) }) ?? true { gravest = light }
        if owed == nil { (owed, current) = (installment, here) }
      }
    }
    let shown = owed ?? installments.last
    (due, period, isOwed) = (shown?.due, shown?.period, owed != nil)
    status = Whole.status(of: counts)
    light = Whole.light(of: status, gravest: gravest, due: due, rules, on: day)
  }

  /// The lines of an installment that count by a day (rule 1).
  private static func counted(
    _ lines: StatusCounts, _ maySleep: Bool, _ installment: Installment, _ rules: SignalRules,
    on day: Day
  ) -> StatusCounts {
    guard maySleep, lines[.notStarted] > 0, (installment.due ?? day) >= day,
      rules.light(of: .notStarted, due: installment.due, on: day).signal == .green
    else { return lines }
    var awake = lines
    awake[.notStarted] = 0
    return awake
  }

  /// The whole of some lines, as of the day that they were read for; nil where there are none.
  ///
  /// `standings` hold every installment of every place that is looked at.
  public init?(
    _ standings: [Standing], of task: ReformTask, at position: Int, rules: SignalRules, on day: Day
  ) {
    var installments: [Installment] = []
    var tallies: [Tally] = []
    for standing in standings {
      let installment = Installment(period: standing.line.period, due: standing.due)
      if installments.last != installment, !installments.contains(installment) {
        installments.append(installment)
      }
      tallies.append(
        Tally(
          task: position, city: standing.line.place, period: standing.line.period,
          status: standing.status, count: 1))
    }
    guard !installments.isEmpty else { return nil }
    installments.sort {
      ($0.due ?? day, $0.period ?? .year(0)) < ($1.due ?? day, $1.period ?? .year(0))
    }
    self.init(
      task: position, lines: standings.count / installments.count, isRecurring: task.isRecurring,
      installments: installments, tallies: tallies, rules: rules, on: day)
  }
}
