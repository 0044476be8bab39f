import Reform

/// How everything stands on a day.
public struct LedgerState: Sendable, Equatable {
  public var day: Day
  public var scope: Division.Code
  public var tallies: [Tally]
  /// Tallies by city of the whole province, for the league of cities; nil where there are so many
  /// that they are read by themselves (`CityState`).
  public var provincial: [Tally]?
  public var entered: DueDays
  public var recent: [Entry]
  /// How many entries those are at most.
  public static let recentLimit = 40
  /// The last entry that is in these counts.
  public var lastEntry: Entry.ID
  /// The last filing of documents and tasks that is known.
  public var filings: Int64
  /// Whether any figure was ever posted: then the overview keeps room for them.
  public var hasFigures: Bool
  /// The meeting that is running; what is entered meanwhile belongs to it.
  public var running: RunningMeeting?
  /// How the ledger and its hub stand with each other; nil in one that is not shared.
  public var sharing: SharingState?
  /// The tasks that the tallies are of, where they are not of all: what changed since the last.
  public var changed: Set<Int>?
  /// What follows from it, where that was computed already.
  var computed: Computed?

  public init(
    day: Day, scope: Division.Code, tallies: [Tally], provincial: [Tally]?, entered: DueDays,
    recent: [Entry], lastEntry: Entry.ID = 0, filings: Int64 = 0, hasFigures: Bool = false,
    changed: Set<Int>? = nil, running: RunningMeeting? = nil, sharing: SharingState? = nil
  ) {
    (self.day, self.scope, self.tallies, self.provincial) = (day, scope, tallies, provincial)
    (self.entered, self.recent) = (entered, recent)
    (self.lastEntry, self.filings, self.hasFigures) = (lastEntry, filings, hasFigures)
    (self.changed, self.running, self.sharing) = (changed, running, sharing)
  }
}

/// The meeting that is running, as the header names it.
public struct RunningMeeting: Sendable, Equatable {
  public var id: Meeting.ID
  public var name: String

  public init(_ meeting: Meeting) { (id, name) = (meeting.id, meeting.card.name) }
}

extension LedgerState {
  /// Which state of things: that on a day, in a place with all that lies in it.
  public struct Request: Hashable, Sendable {
    public var day: Day
    public var scope: Division.Code
    public var turn: Int

    public init(day: Day, scope: Division.Code, turn: Int = 0) {
      (self.day, self.scope, self.turn) = (day, scope, turn)
    }
  }
}

/// What is computed from how everything stands, made where that is read: taking it costs nothing.
struct Computed: Equatable, Sendable {
  let report: TaskReport
  /// Nil where they are read by themselves.
  let cities: CityState?

  init(_ progress: LedgerState, _ catalogue: Catalogue) {
    report = TaskReport(
      catalogue, tallies: progress.tallies, entered: progress.entered, on: progress.day,
      in: progress.scope)
    cities = progress.provincial.map {
      CityState(
        progress.day, Tallies($0), in: catalogue.divisions.ground(of: progress.scope),
        entered: progress.entered, lastEntry: progress.lastEntry, catalogue)
    }
  }
}

extension LedgerState {
  /// Whether more was entered since than it has; where an exchange took entries off, fewer are news.
  func isBefore(_ other: LedgerState) -> Bool {
    guard sharing?.shifts ?? 0 <= other.sharing?.shifts ?? 0 else { return false }
    return lastEntry < other.lastEntry
  }

  /// Leaves the tallies to what was made of them.
  mutating func forgetTallies() { (tallies, provincial, computed) = ([], nil, nil) }

  /// The same with what is computed from it; `catalogue` is that whose positions its tallies have.
  public func computed(in catalogue: Catalogue) -> LedgerState {
    var progress = self
    progress.computed = Computed(self, catalogue)
    return progress
  }
}

/// How all tasks stand in all cities on a day: the league of the parts of a province, or of the whole
/// country, and the counts that it is made of.
public struct CityState: Equatable, Sendable {
  /// Which: those of a day, by all that was entered by a turn.
  public struct Request: Hashable, Sendable {
    public var day: Day
    /// The place whose parts are ranked.
    public var ground: Division.Code
    public var turn: Int
  }

  let day: Day
  let ground: Division.Code
  private(set) var tallies: Tallies
  private(set) var league: League
  /// The last entry that is in it.
  let lastEntry: Entry.ID

  public init(
    _ day: Day, _ tallies: Tallies, in ground: Division.Code? = nil, entered: DueDays,
    lastEntry: Entry.ID, _ catalogue: Catalogue
  ) {
    (self.day, self.tallies, self.lastEntry) = (day, tallies, lastEntry)
    self.ground = ground ?? catalogue.province
    league = League(catalogue, in: ground, tallies: tallies, entered: entered, on: day)
  }

  /// The read of it, where it is not known.
  static func needed(by model: Model) -> [Read] {
    let request = Request(day: model.day, ground: model.ground, turn: model.reads.turn)
    return model.areCitiesKnown ? [] : [.cities(request)]
  }

  /// Puts other tallies in the place of those of some tasks.
  mutating func replace(
    _ tasks: Set<Int>, with news: [Tally], entered: DueDays, _ catalogue: Catalogue
  ) {
    tallies.replace(tasks, with: news)
    league.replace(tasks, catalogue, tallies: tallies, entered: entered, on: day)
  }
}
