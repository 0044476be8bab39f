/// The cities of a region by progress (进度榜).
public struct League: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var place: Division.Code
    /// Ties share a rank.
    public var rank: Int
    public var counts: StatusCounts
    public var lights: SignalCounts

    /// Finished lines of all, 0 to 1.
    public var share: Double {
      counts.total == 0 ? 0 : Double(counts.finished) / Double(counts.total)
    }
  }

  public var rows: [Row]

  /// Counts the lines of each city over the tasks that all cities share, and ranks by what is
  /// finished.
  ///
  /// Tasks of a city's own documents are left out: the other cities do not have them.
  public init(
    _ catalogue: Catalogue, tallies: [Tally], entered: [Int: Day] = [:], on day: Day
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
    _ tasks: Set<Int>, _ catalogue: Catalogue, before: (tallies: [Tally], entered: [Int: Day]),
    after: (tallies: [Tally], entered: [Int: Day]), on day: Day
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
    let byCity = Dictionary(grouping: tallies, by: \.city)
    var counts: [Division.Code: (StatusCounts, SignalCounts)] = [:]
    for city in cities {
      let report = TaskReport(
        catalogue, tallies: byCity[city] ?? [], agenda: agenda, in: city)
      var count = (StatusCounts(), SignalCounts())
      for standing in report.standings
      where catalogue.region(of: catalogue.tasks[standing.task]) == catalogue.province {
        count.0.add(standing.counts)
        count.1.add(standing.lights)
      }
      counts[city] = count
    }
    return counts
  }

  private mutating func rank() {
    rows.sort { ($0.share, $1.place) > ($1.share, $0.place) }
    for index in rows.indices {
      let tied = index > 0 && rows[index].share == rows[index - 1].share
      rows[index].rank = tied ? rows[index - 1].rank : index + 1
    }
  }
}
