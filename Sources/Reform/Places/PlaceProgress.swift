/// How the work of a place stands on a day (进展): what circulars and reports are made of.
public struct PlaceProgress: Sendable {
  public var report: PlaceReport
  /// The cities by what they share; nil where the place is not the province.
  public var league: League?
  public var onTime: OnTimeRate
  public var overdue: Overdue
  /// How many lines of a task are still to do, by the day on which they are due.
  public var toDo: [ReformTask.ID: [Day: Int]]
  public var figures: IndicatorReport
  public var batches: [Batch]
  /// What has become of lines since the end of a day.
  public var since: Day
  public var changes: [LineChange]
  /// By month (`2024-11`), how many lines were finished in it; only what is still finished.
  public var finishedByMonth: [Period: Int]
  /// The slips of supervision; nil where nobody keeps them.
  public var slips: [Slip]?

  public init(
    _ report: PlaceReport, _ league: League?, onTime: OnTimeRate, overdue: Overdue,
    toDo: [ReformTask.ID: [Day: Int]],
    figures: IndicatorReport, batches: [Batch], since: Day, changes: [LineChange],
    finishedByMonth: [Period: Int], slips: [Slip]? = nil
  ) {
    (self.report, self.league, self.onTime, self.toDo) = (report, league, onTime, toDo)
    (self.overdue, self.figures, self.batches) = (overdue, figures, batches)
    (self.since, self.changes, self.slips) = (since, changes, slips)
    self.finishedByMonth = finishedByMonth
  }

  public var day: Day { report.day }
  public var place: Division { report.place }

  /// The cities of the province, or the counties of a city, each by an indicator in its last year.
  public func ranking(_ indicator: Indicator) -> Ranking? {
    guard let year = figures.figures.years(of: indicator.id)?.upperBound else { return nil }
    let places = figures.divisions.parts(of: place.id).map(\.id)
    guard !places.isEmpty else { return nil }
    return Ranking(figures, indicator, year, of: places)
  }

  /// The batches of the monitored indicators in the place and its parts, in their last years; in all
  /// of them by default.
  public func sources(lastYears count: Int = .max) -> FigureSources {
    let places = [place.id] + figures.divisions.parts(of: place.id).map(\.id)
    let asked = figures.book.monitored.flatMap { indicator in
      (figures.figures.years(of: indicator.id).map(Array.init) ?? []).suffix(count).flatMap {
        year in
        places.map { (indicator: indicator.id, place: $0, year: year) }
      }
    }
    return FigureSources(figures, asked, batches: batches)
  }
}

extension League {
  /// The first and the last rows, each with all that share a rank with the one at its end.
  ///
  /// Nothing leads of which nothing is finished, and nothing without a rank is at either end. Where all
  /// share one rank and something is finished there is no last.
  public func ends(_ count: Int) -> (first: [Row], last: [Row]) {
    let rows = rows.filter { $0.rank != nil }
    guard let end = rows.prefix(count).last?.rank, let begin = rows.suffix(count).first?.rank else {
      return ([], [])
    }
    let first = rows.filter { ($0.rank ?? 0) <= end && $0.rate.finished > 0 }
    let rest = rows.dropFirst(first.count)
    return (first, rest.filter { ($0.rank ?? 0) >= begin })
  }
}
