/// The cities of a region by progress (进度榜).
public struct League: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var place: Division.Code
    /// Places that print the same rate share a rank.
    public var rank: Int
    /// Tasks by status and by light, each as it stands in the city.
    public var counts: StatusCounts
    public var lights: SignalCounts

    /// What is finished of the tasks that all cities share (各市共有任务).
    public var rate: FinishedRate { FinishedRate(counts, .shared) }
  }

  public var rows: [Row]

  /// Counts in each city the tasks that all cities share, and ranks by what is finished of them.
  ///
  /// Tasks of a city's own documents, and those that name some cities or counties only, are left
  /// out: the other cities do not have them.
  public init(
    _ catalogue: Catalogue, tallies: [Tally], entered: DueDays = [:], on day: Day
  ) {
    let cities = catalogue.divisions.parts(of: catalogue.province)
    let counts = Self.counts(
      catalogue, tallies, Agenda(catalogue, entered: entered, on: day), cities.map(\.id))
    rows = cities.map { city in
      let count = counts[city.id] ?? (StatusCounts(), SignalCounts())
      return Row(place: city.id, rank: 0, counts: count.0, lights: count.1)
    }
    rank()
  }

  /// Puts what some tasks count now in the place of what they counted before.
  public mutating func replace(
    _ tasks: Set<Int>, _ catalogue: Catalogue, before: (tallies: [Tally], entered: DueDays),
    after: (tallies: [Tally], entered: DueDays), on day: Day
  ) {
    let places = rows.map(\.place)
    let old = Self.counts(
      catalogue, before.tallies,
      Agenda(catalogue, entered: before.entered, on: day, of: tasks), places)
    let new = Self.counts(
      catalogue, after.tallies, Agenda(catalogue, entered: after.entered, on: day, of: tasks),
      places)
    for index in rows.indices {
      if let count = old[rows[index].place] {
        rows[index].counts.remove(count.0)
        rows[index].lights.remove(count.1)
      }
      if let count = new[rows[index].place] {
        rows[index].counts.add(count.0)
        rows[index].lights.add(count.1)
      }
    }
    rank()
  }

  /// What the tasks of an agenda that all cities share count in each city.
  private static func counts(
    _ catalogue: Catalogue, _ tallies: [Tally], _ agenda: Agenda, _ cities: [Division.Code]
  ) -> [Division.Code: (StatusCounts, SignalCounts)] {
    let catalogue = catalogue.asOf(agenda.day)
    let byCity = Dictionary(grouping: tallies, by: \.city)
    var counts: [Division.Code: (StatusCounts, SignalCounts)] = [:]
    for city in cities {
      let report = TaskReport(
        catalogue, tallies: byCity[city] ?? [], agenda: agenda, in: city)
      var count = (StatusCounts(), SignalCounts())
      for standing in report.standings where catalogue.isShared(standing.task) {
        count.0[standing.status] += 1
        count.1[standing.light.signal] += 1
      }
      counts[city] = count
    }
    return counts
  }

  private mutating func rank() {
    rows.sort { ($0.rate.share ?? 0, $1.place) > ($1.rate.share ?? 0, $0.place) }
    for index in rows.indices {
      let tied = index > 0 && rows[index].rate.percent == rows[index - 1].rate.percent
      rows[index].rank = tied ? rows[index - 1].rank : index + 1
    }
  }
}
