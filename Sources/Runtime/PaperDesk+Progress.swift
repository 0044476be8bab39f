import LedgerStore
import Reform

/// What papers on the whole work of a place are made of.
extension PaperDesk {
  /// What has become of the lines of a place since the end of a day, in the order of the catalogue.
  public func changes(since first: Day, in place: Division.Code) throws -> [LineChange] {
    try ledger.together { try moves(to: try standings(of: place, on: day), since: first, place) }
  }

  private func moves(
    to now: [[Standing]], since first: Day, _ place: Division.Code
  ) throws -> [LineChange] {
    zip(try standings(of: place, on: first), now).flatMap { LineChange.all(from: $0, to: $1) }
  }

  /// Every line of every task, task by task.
  private func standings(of place: Division.Code, on day: Day) throws -> [[Standing]] {
    let dues = try ledger.enteredDues(asOf: day)
    return try catalogue.tasks.map { task in
      // What is left out by the day of the paper is not counted in it, nor what moved before.
      guard catalogue.leftOut(task) == nil else { return [] }
      return try ledger.standings(
        of: task, in: catalogue, asOf: day, within: place, dues: dues)
    }
  }

  /// How a place stands, with what is new since the end of a day; nil where the catalogue does not
  /// have it.
  public func progress(
    of place: Division, since first: Day, _ figures: IndicatorReport
  ) throws -> PlaceProgress? {
    try ledger.together {
      guard
        let report = try ledger.placeReport(of: place.id, catalogue, figures: figures, asOf: day)
      else { return nil }
      let now = try standings(of: place.id, on: day)
      let finished = Entry.finishedDays(try entries(of: place))
      let issued = zip(catalogue.tasks, now).filter { catalogue.isIssued($0.0, by: day) }
        .flatMap(\.1)
      return PlaceProgress(
        report, try league(for: place),
        onTime: OnTimeRate(issued, finished: finished, on: day),
        overdue: Overdue(issued, in: place.id, catalogue, on: day), toDo: Self.toDo(issued),
        figures: figures,
        batches: try ledger.batches(asOf: day), since: first,
        changes: try moves(to: now, since: first, place.id), finishedByMonth: Self.months(finished),
        slips: try ledger.slips(asOf: day).filter {
          catalogue.divisions.isWithin($0.order.place, place.id)
        })
    }
  }

  private func league(for place: Division) throws -> League? {
    guard catalogue.divisions.grounds.contains(place.id) else { return nil }
    return League(
      catalogue, in: place.id, tallies: try ledger.tallies(asOf: day),
      entered: try ledger.enteredDues(asOf: day), on: day)
  }

  /// What is still to do of each task, by the day on which it is due; not what is suspended.
  private static func toDo(_ lines: [Standing]) -> [ReformTask.ID: [Day: Int]] {
    lines.reduce(into: [:]) { found, standing in
      guard standing.status.isToDo, let due = standing.due else { return }
      found[standing.line.task, default: [:]][due, default: 0] += 1
    }
  }

  /// By month, how many lines came to be finished in it.
  private static func months(_ finished: [Line: Day]) -> [Period: Int] {
    finished.values.reduce(into: [:]) { $0[.month($1.year, $1.month), default: 0] += 1 }
  }
}
