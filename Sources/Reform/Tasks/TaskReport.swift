/// How many of something stand at each status.
public struct StatusCounts: Hashable, Sendable {
  private var notStarted = 0
  private var underway = 0
  private var done = 0
  private var signedOff = 0
  private var suspended = 0

  public init() {}

  public subscript(status: Status) -> Int {
    get {
      switch status {
      case .notStarted: notStarted
      case .underway: underway
      case .done: done
      case .signedOff: signedOff
      case .suspended: suspended
      }
    }
    set {
      switch status {
      case .notStarted: notStarted = newValue
      case .underway: underway = newValue
      case .done: done = newValue
      case .signedOff: signedOff = newValue
      case .suspended: suspended = newValue
      }
    }
  }

  public var total: Int { notStarted + underway + done + signedOff + suspended }
  public var finished: Int { done + signedOff }

  public mutating func add(_ other: StatusCounts) {
    notStarted += other.notStarted
    underway += other.underway
    done += other.done
    signedOff += other.signedOff
    suspended += other.suspended
  }

  public mutating func remove(_ other: StatusCounts) {
    notStarted -= other.notStarted
    underway -= other.underway
    done -= other.done
    signedOff -= other.signedOff
    suspended -= other.suspended
  }
}

extension Status {
  /// Place in the order of lanes.
  public var position: Int {
    switch self {
    case .notStarted: 0
    case .underway: 1
    case .done: 2
    case .signedOff: 3
    case .suspended: 4
    }
  }
}

/// How many of something show each light.
public struct SignalCounts: Hashable, Sendable {
  public var green = 0
  public var yellow = 0
  public var red = 0
  public var grey = 0

  public init() {}

  public subscript(signal: Signal) -> Int {
    get {
      switch signal {
      case .green: green
      case .yellow: yellow
      case .red: red
      case .grey: grey
      }
    }
    set {
      switch signal {
      case .green: green = newValue
      case .yellow: yellow = newValue
      case .red: red = newValue
      case .grey: grey = newValue
      }
    }
  }

  public mutating func add(_ other: SignalCounts) {
    for signal in Signal.allCases { self[signal] += other[signal] }
  }

  public mutating func remove(_ other: SignalCounts) {
    for signal in Signal.allCases { self[signal] -= other[signal] }
  }
}

/// Where a whole task stands in a scope on a day: all its lines together.
public struct TaskStanding: Hashable, Sendable {
  /// Position of the task in the catalogue.
  public var task: Int
  /// Lines by status, over all installments that count by now (`Whole`, rule 1).
  public var counts: StatusCounts
  /// Lines by status of the installment that `due` belongs to.
  public var current: StatusCounts
  public var lights: SignalCounts
  /// As `Whole` says, rule 2.
  public var status: Status
  /// The gravest light of what is still to do, with the reason (`Whole`, rule 3).
  public var light: Light
  /// The first due day of what is not finished; of a finished task its last one.
  public var due: Day?
  /// The installment that `due` belongs to.
  public var period: Period?
  /// Whether any line that counts is neither finished nor suspended.
  public var isOwed: Bool
  /// What falls due next, on the day or after it; beside what is late already.
  public var coming: Coming?

  /// An installment of which something is still to do.
  public struct Coming: Hashable, Sendable {
    public var due: Day
    public var period: Period?
    public var counts: StatusCounts
    public var light: Light
  }

  /// The same told by what falls due next; nil where nothing does.
  public var upcoming: TaskStanding? {
    coming.map { coming in
      var next = self
      (next.due, next.period) = (coming.due, coming.period)
      (next.current, next.light) = (coming.counts, coming.light)
      return next
    }
  }
}

/// Tasks in a scope on a day.
public struct TaskReport: Hashable, Sendable {
  public var day: Day
  /// The division looked at.
  public var scope: Division.Code
  /// In catalogue order; only tasks that have a line in the scope.
  public var standings: [TaskStanding]
  private var places: [Int: Int]

  /// Reckons every task's standing from the tallies of its lines.
  ///
  /// Lines without an entry have not started: they are counted from the catalogue. Where the
  /// scope is a county, the tallies are those of the county alone, and `city` names the county.
  public init(
    _ catalogue: Catalogue, tallies: [Tally], entered: DueDays = [:], on day: Day,
    in scope: Division.Code
  ) {
    self.init(
      catalogue, tallies: tallies, agenda: Agenda(catalogue, entered: entered, on: day), in: scope)
  }

  /// Of the lines of the government itself only, where `ownLevel` says so; `tallies` are those of
  /// the place alone then.
  init(
    _ catalogue: Catalogue, tallies: [Tally], agenda: Agenda, in scope: Division.Code,
    ownLevel: Bool = false
  ) {
    let catalogue = catalogue.asOf(agenda.day)
    (day, self.scope) = (agenda.day, scope)
    var byTask: [[Tally]] = Array(repeating: [], count: catalogue.tasks.count)
    let divisions = catalogue.divisions
    let isWide = !ownLevel && (scope == catalogue.province || divisions.grounds.contains(scope))
    func holds(_ city: Division.Code) -> Bool {
      city == scope || isWide && divisions.isWithin(city, scope)
    }
    for tally in tallies where catalogue.tasks.indices.contains(tally.task) {
      guard holds(tally.city) else { continue }
      byTask[tally.task].append(tally)
    }
    standings = catalogue.tasks.indices.compactMap { position in
      guard !agenda.terms[position].isEmpty else { return nil }
      let own = ownLevel && catalogue.hasLine(of: position, at: scope)
      let lines = ownLevel ? (own ? 1 : 0) : catalogue.lines(of: position, in: scope)
      guard lines > 0 else { return nil }
      return TaskStanding(
        task: position, lines: lines, agenda.terms[position], tallies: byTask[position],
        extended: agenda.dues.lines(of: position, in: scope, catalogue, ownLevel: ownLevel),
        maySleep: agenda.maySleep(position, catalogue), catalogue.rules, on: agenda.day)
    }
    places = Dictionary(
      zip(standings.map(\.task), standings.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The same of the lines of the government itself only (本级), from the tallies of those.
  public static func ofOwnLevel(
    _ catalogue: Catalogue, tallies: [Tally], entered: DueDays = [:], on day: Day,
    at place: Division.Code
  ) -> TaskReport {
    TaskReport(
      catalogue, tallies: tallies, agenda: Agenda(catalogue, entered: entered, on: day), in: place,
      ownLevel: true)
  }

  /// Reckons some tasks anew from their tallies; the others stay as they are.
  public mutating func compute(
    _ tasks: Set<Int>, _ catalogue: Catalogue, tallies: [Tally], entered: DueDays
  ) {
    let agenda = Agenda(catalogue, entered: entered, on: day, of: tasks)
    let news = TaskReport(catalogue, tallies: tallies, agenda: agenda, in: scope)
    for standing in news.standings where tasks.contains(standing.task) {
      if let place = places[standing.task] { standings[place] = standing }
    }
  }

  /// The standing of the task at a position of the catalogue.
  public subscript(task: Int) -> TaskStanding? { places[task].map { standings[$0] } }

  /// How many tasks the province has set, and each city by documents of its own.
  public func sources(_ catalogue: Catalogue) -> [(region: Division.Code, tasks: Int)] {
    var counts: [Division.Code: Int] = [:]
    for standing in standings {
      counts[catalogue.region(of: catalogue.tasks[standing.task]), default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  public var counts: StatusCounts {
    standings.reduce(into: StatusCounts()) { $0[$1.status] += 1 }
  }

  public var lights: SignalCounts {
    standings.reduce(into: SignalCounts()) { $0[$1.light.signal] += 1 }
  }

  /// What is finished of all tasks that the place has a part in (本地全部任务).
  public var rate: FinishedRate { FinishedRate(counts, .local) }
}

/// What falls due of every task by a day; nothing of tasks whose document was not out yet.
struct Agenda {
  let day: Day
  let dues: DueDays
  /// By the position of the task.
  let terms: [[Term]]

  /// Of some tasks only where they are named; the others then have nothing.
  init(
    _ catalogue: Catalogue, entered: DueDays, on day: Day, of tasks: Set<Int>? = nil
  ) {
    let catalogue = catalogue.asOf(day)
    (self.day, dues) = (day, entered)
    var known: [Installment: Term] = [:]
    terms = catalogue.tasks.indices.map { position in
      let task = catalogue.tasks[position]
      guard tasks?.contains(position) ?? true, catalogue.isIssued(task, by: day) else { return [] }
      return catalogue.installments(of: task, on: day, entered: entered[position]).map {
        if let term = known[$0] { return term }
        let term = Term($0, catalogue.rules, on: day)
        known[$0] = term
        return term
      }
    }
  }

  /// Whether the period to come of a task may sleep (`Whole`, rule 1).
  func maySleep(_ position: Int, _ catalogue: Catalogue) -> Bool {
    terms[position].count > 1 && catalogue.tasks[position].isRecurring
  }
}
