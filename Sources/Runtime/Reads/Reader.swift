import Bundle
import Dashboard
import LedgerStore
import Reform

/// What a read rests on besides the ledger: what was known where it was asked.
public struct ReadGround: Sendable {
  public var catalogue: Catalogue
  /// The figures that places are ranked by and values are explained with.
  public var figures: Figures?
  public var today: Day
  public var settings: Settings
  /// How many entries the ledger has: what is computed from them takes its time.
  public var entries: Int

  public init(_ state: AppState) {
    (catalogue, figures, today) = (state.catalogue, state.figures.figures, state.today)
    (entries, settings) = (state.progress.lastEntry, state.settings)
  }
}

/// A question with what it rests on, as it goes to whoever answers it.
public struct Question: Sendable {
  public var read: Read
  public var ground: ReadGround

  public init(_ read: Read, _ ground: ReadGround) { (self.read, self.ground) = (read, ground) }
}

/// Answers questions from a ledger, each of one state of it; it enters nothing.
public struct Reader {
  let ledger: Ledger
  /// From how many entries on the cities are counted by themselves, after all that can be shown at
  /// once.
  private let large: Int

  public init(_ ledger: Ledger, large: Int = Self.large) {
    (self.ledger, self.large) = (ledger, large)
  }

  /// The answer; `.nothing` where there is nothing of what is asked about.
  public func answer(_ question: Question) throws -> Answer {
    try ledger.together { try answer(question.read, question.ground) }
  }

  private func answer(_ read: Read, _ ground: ReadGround) throws -> Answer {
    let catalogue = ground.catalogue
    switch read {
    case .progress(let request):
      return .progress(
        try progress(on: request.day, in: request.scope, catalogue).computed(in: catalogue))
    case .cities(let request):
      return .cities(try cities(on: request.day, in: request.ground, catalogue))
    case .task(let id, let day, let entries):
      return try detail(of: id, on: day, entries, in: catalogue).map(Answer.task) ?? .nothing
    case .last(let task, let place, let ownLevel, let day):
      var filter = Ledger.HistoryFilter(task: task, place: place, until: day, limit: 1)
      filter.ownLevel = ownLevel
      return try ledger.history(filter).first.map(Answer.last) ?? .nothing
    case .figures(let request): return .figures(try figures(request, catalogue))
    case .explanation(let key, let day):
      return try explanation(of: key, on: day, ground.figures?.report)
        .map(Answer.explanation) ?? .nothing
    case .place(let request):
      return try placeSheet(request, ground).map(Answer.place) ?? .nothing
    case .groups(let request): return .groups(try groupSheet(request, catalogue))
    case .collecting(let day, let number):
      return .collecting(try collected(on: day, beside: number))
    case .pinyin: return .pinyin(BundledCatalogue.pinyin())
    case .texts(let day, let place, _):
      let found = try ledger.searchable(asOf: day, in: place)
      return .texts(found.texts, notes: found.notes)
    case .reviews: return .reviews(try ledger.reviews(in: catalogue))
    case .achievements: return .achievements(try achievements(catalogue))
    case .clauses(let document): return .clauses(try ledger.texts(of: document))
    case .meetings(let request): return .meetings(try meetings(request, ground))
    }
  }

  private func detail(
    of id: ReformTask.ID, on day: Day, _ entries: Int, in catalogue: Catalogue
  ) throws -> TaskDetail? {
    guard let task = catalogue.task(id) else { return nil }
    let filter = Ledger.HistoryFilter(task: id, until: day, limit: entries, withActuals: true)
    let history = try ledger.history(filter)
    let all = try ledger.standings(of: task, in: catalogue, asOf: day)
    return TaskDetail(
      task: id, standings: all,
      history: history,
      text: try ledger.clauseText(of: task),
      actuals: try ledger.actuals(asOf: day, of: id),
      generation: try ledger.sharingState()?.generation ?? 0,
      entries: history.count < entries ? history.count : try ledger.historyCount(filter))
  }

  /// What bulletins report: those that came with the program, and those that were filed.
  func achievements(_ catalogue: Catalogue) throws -> [Achievement] {
    try ledger.achievements(catalogue.reported, catalogue)
  }
}

extension Reader {
  /// From so many entries on a ledger is large.
  public static let large = 50_000

  /// How everything stands on a day in a scope; of some tasks only, where they are named.
  ///
  /// In a large ledger the cities are left out where all tasks are asked for.
  public func progress(
    on day: Day, in scope: Division.Code, _ catalogue: Catalogue, of tasks: Set<Int>? = nil
  ) throws -> LedgerState {
    try ledger.together {
      let last = try ledger.entryCount()
      let byCity = last < large || tasks != nil
      let provincial = byCity ? try ledger.tallies(asOf: day, of: tasks) : nil
      let isCounty = catalogue.divisions[scope]?.level == .county
      let tallies: [Tally]
      if let provincial, !isCounty {
        tallies = provincial
      } else {
        tallies = try LedgerCounts(ledger).totals(asOf: day, in: scope, catalogue, of: tasks)
      }
      return LedgerState(
        day: day, scope: scope, tallies: tallies, provincial: provincial,
        entered: try ledger.enteredDues(asOf: day),
        recent: try ledger.history(
          .init(
            place: scope == catalogue.province ? nil : scope, until: day,
            limit: LedgerState.recentLimit, withActuals: true
          )),
        lastEntry: last, filings: try ledger.filingNumber(),
        hasFigures: try ledger.hasFigures(), changed: tasks,
        running: try ledger.runningMeeting(asOf: day).map(RunningMeeting.init),
        sharing: try ledger.sharingState())
    }
  }

  /// How all tasks stand in all cities on a day, those of a place ranked; by default of all that the
  /// ledger is of.
  public func cities(
    on day: Day, in ground: Division.Code? = nil, _ catalogue: Catalogue
  ) throws -> CityState {
    let ground = ground ?? catalogue.province
    let spread = LedgerCounts.Spread(of: ground, in: catalogue.divisions)
    return CityState(
      day, try LedgerCounts(ledger).byCity(asOf: day, spread), in: ground,
      entered: try ledger.enteredDues(asOf: day),
      lastEntry: try ledger.entryCount(), catalogue)
  }
}
