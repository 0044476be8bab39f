/// The cities of a province by progress (进度榜); of the whole country its provinces.
public struct League: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var place: Division.Code
    /// Places that print the same rate share a rank; nil of one without a task that all share.
    public var rank: Int?
    /// Tasks by status and by light, each as it stands in the city.
    public var counts: StatusCounts
    public var lights: SignalCounts
    /// What all that are ranked beside each other share.
    public var base: FinishedRate.Base

    /// What is finished of the tasks that all cities share (各市共有任务).
    public var rate: FinishedRate { FinishedRate(counts, base) }
  }

  public var rows: [Row]
  /// The place whose parts these are; nil before they are read.
  public private(set) var ground: Division.Code?
  /// What these are.
  public private(set) var parting = Parting.cities
  /// How each task that all cities share stands in each city, by the position of the task and in the
  /// order of the cities in the catalogue.
  private var marks: [Int: [Mark?]] = [:]
  /// The city in that order by the code of whatever lines are counted under.
  private var places: [Int32: Int] = [:]

  /// The status and the light of a task in a city.
  fileprivate struct Mark: Hashable, Sendable {
    var status: Status
    var signal: Signal
  }

  public var base: FinishedRate.Base { .shared(by: parting) }

  /// No city, before how the cities stand is read.
  public init() { rows = [] }

  /// Counts in each city the tasks that all cities share, and ranks by what is finished of them.
  ///
  /// Tasks of a city's own documents, and those that name some cities or counties only, are left
  /// out: the other cities do not have them. `ground` is the place whose parts they are, by default all
  /// that the ledger is of.
  public init(
    _ catalogue: Catalogue, in ground: Division.Code? = nil, tallies: [Tally],
    entered: DueDays = [:], on day: Day
  ) {
    self.init(catalogue, in: ground, tallies: Tallies(tallies), entered: entered, on: day)
  }

  public init(
    _ catalogue: Catalogue, in place: Division.Code? = nil, tallies: Tallies,
    entered: DueDays = [:], on day: Day
  ) {
    let ground = catalogue.divisions.ground(of: place ?? catalogue.province)
    let cities = catalogue.divisions.parts(of: ground).map(\.id)
    parting = catalogue.divisions.parting(of: ground)
    self.ground = ground
    let base = FinishedRate.Base.shared(by: parting)
    rows = cities.map {
      Row(place: $0, rank: nil, counts: StatusCounts(), lights: SignalCounts(), base: base)
    }
    places = CityCounting.places(of: cities, in: ground, catalogue.divisions)
    let catalogue = catalogue.asOf(day)
    let agenda = Agenda(catalogue, entered: entered, on: day)
    let counting = CityCounting(cities, places, catalogue, agenda)
    for task in catalogue.tasks.indices where catalogue.isShared(task, in: ground) {
      let marks = counting.standings(of: task, tallies).map { $0.map(Mark.init) }
      self.marks[task] = marks
      for (row, mark) in marks.enumerated() { rows[row].count(mark, 1) }
    }
    rank()
  }

  /// Puts what some tasks count now in the place of what they counted before.
  public mutating func replace(
    _ tasks: Set<Int>, _ catalogue: Catalogue, tallies: Tallies, entered: DueDays, on day: Day
  ) {
    let ground = self.ground ?? catalogue.province
    let cities = catalogue.divisions.parts(of: ground).map(\.id)
    let ranked = Dictionary(
      zip(rows.map(\.place), rows.indices), uniquingKeysWith: { first, _ in first })
    let catalogue = catalogue.asOf(day)
    let agenda = Agenda(catalogue, entered: entered, on: day, of: tasks)
    let counting = CityCounting(cities, places, catalogue, agenda)
    for task in tasks.sorted() {
      guard let before = marks[task] else { continue }
      let marks = counting.standings(of: task, tallies).map { $0.map(Mark.init) }
      self.marks[task] = marks
      for (city, change) in zip(cities, zip(before, marks)) where change.0 != change.1 {
        guard let row = ranked[city] else { continue }
        rows[row].count(change.0, -1)
        rows[row].count(change.1, 1)
      }
    }
    rank()
  }

  private mutating func rank() {
    // Rates once: the order asks for each of them many times.
    let ordered = rows.map { (share: $0.rate.share ?? -1, row: $0) }.sorted {
      ($0.share, $1.row.place) > ($1.share, $0.row.place)
    }
    rows = ordered.map(\.row)
    var percent: Int?
    for index in rows.indices {
      let own = rows[index].rate.percent
      rows[index].rank =
        own == nil ? nil : index > 0 && own == percent ? rows[index - 1].rank : index + 1
      percent = own
    }
  }
}

extension League.Mark {
  init(_ standing: TaskStanding) { (status, signal) = (standing.status, standing.light.signal) }
}

extension League.Row {
  fileprivate mutating func count(_ mark: League.Mark?, _ step: Int) {
    guard let mark else { return }
    counts[mark.status] += step
    lights[mark.signal] += step
  }
}

/// Counts how tasks stand in cities, all cities of a task at once.
private struct CityCounting {
  private let cities: [Division.Code]
  private let catalogue: Catalogue
  private let agenda: Agenda
  private let places: [Int32: Int]

  init(
    _ cities: [Division.Code], _ places: [Int32: Int], _ catalogue: Catalogue, _ agenda: Agenda
  ) {
    (self.cities, self.places, self.catalogue, self.agenda) = (cities, places, catalogue, agenda)
  }

  /// The city by the code of whatever lines are counted under.
  static func places(
    of cities: [Division.Code], in ground: Division.Code, _ divisions: Divisions
  ) -> [Int32: Int] {
    let rows = Dictionary(zip(cities, cities.indices), uniquingKeysWith: { first, _ in first })
    var places: [Int32: Int] = [:]
    for (code, city) in divisions.holders(in: ground) {
      if let number = Int32(code) { places[number] = rows[city] }
    }
    return places
  }

  /// How a task stands in each city; nil where it has no line, or is not out yet.
  func standings(of task: Int, _ tallies: Tallies) -> [TaskStanding?] {
    let terms = agenda.terms[task]
    guard !terms.isEmpty else { return cities.map { _ in nil } }
    let counts = counts(of: task, terms, tallies)
    let maySleep = agenda.maySleep(task, catalogue)
    let hasExtended = agenda.dues.lines[task] != nil
    return cities.indices.map { city in
      let lines = catalogue.lines(of: task, in: cities[city])
      guard lines > 0 else { return nil }
      let first = city * terms.count
      return TaskStanding(
        task: task, lines: lines, terms, counts[first..<first + terms.count],
        extended: hasExtended
          ? agenda.dues.lines(of: task, in: cities[city], catalogue) : [],
        maySleep: maySleep, catalogue.rules, on: agenda.day)
    }
  }

  /// City by city, the counts of every term.
  private func counts(of task: Int, _ terms: [Term], _ tallies: Tallies) -> [StatusCounts] {
    let periods = terms.map { PackedPeriod($0.installment.period) }
    var counts = [StatusCounts](repeating: StatusCounts(), count: cities.count * terms.count)
    var (last, place): (Int32, Int?) = (-1, nil)
    for share in tallies.byTask[task] ?? [] {
      // Those of a city stand together.
      if share.city != last { (last, place) = (share.city, places[share.city]) }
      guard let place else { continue }
      for index in periods.indices where periods[index] == share.period {
        counts[place * terms.count + index][share.status] += Int(share.count)
      }
    }
    return counts
  }
}
