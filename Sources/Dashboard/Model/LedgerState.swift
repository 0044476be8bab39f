import Reform

/// How everything stands on a day.
public struct LedgerState: Sendable, Equatable {
  public var day: Day
  public var scope: Division.Code
  public var tallies: [Tally]
  /// Tallies of the whole province, for the league of cities; the same where that is the scope.
  public var provincial: [Tally]
  public var entered: DueDays
  public var recent: [Entry]
  /// The last entry that is in these counts.
  public var lastEntry: Entry.ID
  /// The last filing of documents and tasks that is known.
  public var filings: Int64
  /// Whether any figure was ever posted: then the overview keeps room for them.
  public var hasFigures: Bool
  /// The meeting that is running; what is entered meanwhile belongs to it.
  public var running: RunningMeeting?
  /// The tasks that the tallies are of, where they are not of all: what changed since the last.
  public var changed: Set<Int>?
  /// What follows from it, where that was computed already.
  var computed: Computed?

  public init(
    day: Day, scope: Division.Code, tallies: [Tally], provincial: [Tally], entered: DueDays,
    recent: [Entry], lastEntry: Entry.ID = 0, filings: Int64 = 0, hasFigures: Bool = false,
    changed: Set<Int>? = nil, running: RunningMeeting? = nil
  ) {
    (self.day, self.scope, self.tallies, self.provincial) = (day, scope, tallies, provincial)
    (self.entered, self.recent) = (entered, recent)
    (self.lastEntry, self.filings, self.hasFigures) = (lastEntry, filings, hasFigures)
    (self.changed, self.running) = (changed, running)
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
  let league: League
  /// The counts of the scope and of the province.
  let tallies: Tallies
  let provincial: Tallies

  init(_ progress: LedgerState, _ catalogue: Catalogue) {
    report = TaskReport(
      catalogue, tallies: progress.tallies, entered: progress.entered, on: progress.day,
      in: progress.scope)
    league = League(
      catalogue, tallies: progress.provincial, entered: progress.entered, on: progress.day)
    (tallies, provincial) = (Tallies(progress.tallies), Tallies(progress.provincial))
  }
}

extension LedgerState {
  /// Leaves the tallies to what was made of them.
  mutating func forgetTallies() { (tallies, provincial, computed) = ([], [], nil) }

  /// The same with what is computed from it; `catalogue` is that whose positions its tallies have.
  public func computed(in catalogue: Catalogue) -> LedgerState {
    var progress = self
    progress.computed = Computed(self, catalogue)
    return progress
  }
}
