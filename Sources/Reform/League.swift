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
    let agenda = Agenda(catalogue, entered: entered, on: day)
    let byCity = Dictionary(grouping: tallies, by: \.city)
    var rows: [Row] = cities.map { city in
      let report = TaskReport(
        catalogue, tallies: byCity[city.id] ?? [], agenda: agenda, in: city.id)
      var row = Row(place: city.id, rank: 0, counts: StatusCounts(), lights: SignalCounts())
      for standing in report.standings
      where catalogue.region(of: catalogue.tasks[standing.task]) == catalogue.province {
        row.counts.add(standing.counts)
        row.lights.add(standing.lights)
      }
      return row
    }
    rows.sort { ($0.share, $1.place) > ($1.share, $0.place) }
    for index in rows.indices {
      let tied = index > 0 && rows[index].share == rows[index - 1].share
      rows[index].rank = tied ? rows[index - 1].rank : index + 1
    }
    self.rows = rows
  }
}
