import Foundation

/// How a place stands on a day (地方): its tasks, what is owed next, its roles, its parts, its
/// figures.
public struct PlaceReport: Sendable {
  /// A part of the place, with the lights of its own tasks.
  public struct Part: Hashable, Sendable, Identifiable {
    public var place: Division.Code
    public var counts: StatusCounts
    public var lights: SignalCounts
    /// The first day on which anything unfinished falls due.
    public var next: Day?
    public var id: Division.Code { place }
    public var base = FinishedRate.Base.local

    /// What is finished of all tasks that the part has a share in (本地全部任务).
    public var rate: FinishedRate { FinishedRate(counts, base) }

    init(place: Division.Code, _ report: TaskReport, _ base: FinishedRate.Base = .local) {
      (self.place, counts, lights, self.base) = (place, report.counts, report.lights, base)
      next = report.standings.compactMap { $0.coming?.due }.min()
    }
  }

  /// An indicator of the place: what it came to, its rank and how it went.
  public struct Line: Hashable, Sendable {
    public var indicator: Indicator.ID
    public var year: Int
    public var row: Ranking.Row
    /// How many places of the same level have a rank; 0 for the province, which has none beside it.
    public var ranked: Int
    /// Of a county where it stands in the province, in its city and among places of like size.
    public var pools: PoolRanks?
    /// The values of the years, nil where a year has none.
    public var trend: [Decimal?]
    /// What the place's own level (市本级) came to in the year, where it has a figure.
    public var own: Reading?
  }

  public var place: Division
  /// From the province down to the place itself.
  public var crumbs: [Division]
  public var day: Day
  /// Tasks with a line in the place; of a city and the province with the lines of all in it.
  public var tasks: TaskReport
  /// Every task that binds the place, those of its city and province with it.
  public var duties: [PlaceDuty]
  public var roles: [PlaceRole]
  /// What bulletins report of the place: results, then goals and thresholds.
  public var achievements: [Achievement]
  /// By code.
  public var parts: [Part]
  /// The tasks that the government of the place itself has a line for (本级); nil for a county,
  /// whose tasks all are.
  public var ownLevel: Part?
  /// In the order of the catalogue; only those with figures.
  public var indicators: [Line]

  /// Reckons the report from tallies of the place, of each of its parts, and of its own lines.
  public init?(
    of code: Division.Code, _ catalogue: Catalogue, tallies: [Tally],
    parts: [Division.Code: [Tally]], own: [Tally] = [], entered: DueDays = [:],
    achievements: [Achievement] = [], figures: IndicatorReport? = nil, on day: Day
  ) {
    guard let place = catalogue.divisions[code] else { return nil }
    let catalogue = catalogue.asOf(day)
    (self.place, self.day) = (place, day)
    crumbs = Self.crumbs(of: place, catalogue.divisions)
    let agenda = Agenda(catalogue, entered: entered, on: day)
    tasks = TaskReport(catalogue, tallies: tallies, agenda: agenda, in: code)
    duties = catalogue.duties(of: code, on: day)
    roles = catalogue.roles(of: code).filter {
      catalogue.isIssued($0.task, by: day) && catalogue.leftPlaces(of: $0.task)[code] == nil
    }
    let reported = achievements.filter { item in
      item.concerns(code, in: catalogue.divisions)
        && (catalogue.document(item.document)?.issued ?? day) <= day
    }
    self.achievements =
      reported.filter { $0.kind == .result } + reported.filter { $0.kind != .result }
    self.parts = Self.parts(
      catalogue.divisions.parts(of: code).map(\.id), catalogue, tallies: parts, agenda)
    if place.level != .county {
      let report = TaskReport(catalogue, tallies: own, agenda: agenda, in: code, ownLevel: true)
      ownLevel = Part(place: code, report, .own)
    }
    indicators = figures.map { Self.lines(of: place, $0) } ?? []
  }

  /// How some places stand, each by its own tallies, in the order in which they are named.
  public static func parts(
    _ places: [Division.Code], _ catalogue: Catalogue, tallies: [Division.Code: [Tally]],
    entered: DueDays, on day: Day
  ) -> [Part] {
    parts(places, catalogue, tallies: tallies, Agenda(catalogue, entered: entered, on: day))
  }

  private static func parts(
    _ places: [Division.Code], _ catalogue: Catalogue, tallies: [Division.Code: [Tally]],
    _ agenda: Agenda
  ) -> [Part] {
    places.map { place in
      Part(
        place: place,
        TaskReport(catalogue, tallies: tallies[place] ?? [], agenda: agenda, in: place))
    }
  }

  public var counts: StatusCounts { tasks.counts }
  public var lights: SignalCounts { tasks.lights }
  public var rate: FinishedRate { tasks.rate }

  /// What is not finished, the longest overdue first and what has no day last.
  public var owed: [TaskStanding] {
    let owed = tasks.standings.filter(\.isOwed)
    return owed.filter { $0.due != nil }
      .sorted { ($0.due ?? day, $0.task) < ($1.due ?? day, $1.task) }
      + owed.filter { $0.due == nil }
  }

  /// What falls due next: the unfinished whose day is not over yet, late ones with their next period.
  public var next: [TaskStanding] {
    tasks.standings.compactMap(\.upcoming)
      .sorted { ($0.due ?? day, $0.task) < ($1.due ?? day, $1.task) }
  }

  public var results: [Achievement] { achievements.filter { $0.kind == .result } }

  private static func crumbs(of place: Division, _ divisions: Divisions) -> [Division] {
    var (crumbs, next) = ([place], place.parent)
    while let code = next, let above = divisions[code], crumbs.count < 4 {
      crumbs.insert(above, at: 0)
      next = above.parent
    }
    return crumbs
  }

  /// Every indicator in its last year, ranked among the places of the same level.
  private static func lines(of place: Division, _ report: IndicatorReport) -> [Line] {
    let peers = Ranking.peers(of: place, in: report.divisions)
    return report.book.all.compactMap { indicator in
      guard let years = report.figures.years(of: indicator.id) else { return nil }
      let year = years.upperBound
      let ranking = peers.count > 1 ? Ranking(report, indicator, year, of: peers) : nil
      let row =
        ranking?.row(of: place.id) ?? Ranking.Row(report, indicator, in: place.id, year)
      let values = years.map { report.reading(indicator.id, in: place.id, $0)?.value }
      let pools =
        place.level == .county ? PoolRanks(report, indicator, in: place.id, year) : nil
      return Line(
        indicator: indicator.id, year: year, row: row, ranked: ranking?.rows.count ?? 0,
        pools: pools, trend: values,
        own: report.figures.ownReading(indicator.id, of: place.id, year))
    }
  }
}
