import Reform

/// The meetings and slips of a ledger as of a day, and of one meeting how its place stands.
public struct MeetingBook: Sendable, Equatable {
  public struct Request: Hashable, Sendable {
    public var day: Day
    /// The meeting that is looked at; nil for the list alone.
    public var meeting: Meeting.ID?
    /// The place for which slips are proposed; nil where none are looked at.
    public var slips: Division.Code?
    /// The day since which changes are asked for, and the place; nil for those of the meeting alone.
    public var since: Day?
    public var place: Division.Code?
    public var turn: Int

    public init(
      day: Day, meeting: Meeting.ID? = nil, slips: Division.Code? = nil, since: Day? = nil,
      in place: Division.Code? = nil, turn: Int = 0
    ) {
      (self.day, self.meeting, self.slips, self.turn) = (day, meeting, slips, turn)
      (self.since, self.place) = (since, place)
    }
  }

  /// How things stand in the place of a meeting.
  public struct Ground: Sendable, Equatable {
    public var report: TaskReport
    /// The indicators of the place.
    public var board: IndicatorBoard
    /// The same for other places that the agenda names.
    public var reports: [Division.Code: TaskReport] = [:]
    public var boards: [Division.Code: IndicatorBoard] = [:]
    /// What has become of lines since the last meeting of the series; none without one.
    public var changes: [LineChange]
    /// The day of that meeting.
    public var since: Day?

    public init(
      report: TaskReport, board: IndicatorBoard, changes: [LineChange] = [], since: Day? = nil
    ) {
      (self.report, self.board, self.changes, self.since) = (report, board, changes, since)
    }

    /// The indicators that are below their target.
    public var below: [Indicator.ID] {
      board.lines.filter { $0.target != nil && [.red, .yellow].contains($0.signal) }
        .map(\.indicator.id)
    }
  }

  public var request: Request
  /// As of which turn its meetings and slips are: later than the request where something was entered
  /// for one here meanwhile.
  var isOfTurn: Int
  /// By their days.
  public var meetings: [Meeting]
  public var slips: [Slip]
  public var ground: Ground?
  /// The offices that hold meetings of others, in a shared ledger, by the meeting.
  public var others: [Meeting.ID: String] = [:]
  /// The slips that other offices issued, in a shared ledger.
  public var otherSlips: Set<Slip.ID> = []
  /// All that were ever made, those that were taken back as well: no new one is called so.
  public var made: Set<Meeting.ID> = []
  /// The rules of supervision; nil where the office's tables cannot be read.
  public var rules: SlipRules?
  /// What is wrong with those tables.
  public var rulesFault: Fault?
  /// What has changed since the day that was asked about.
  public var changes: [LineChange] = []
  /// What the rules propose for the place that was asked about.
  public var proposals: [SlipProposal] = []

  public init(_ request: Request, meetings: [Meeting], slips: [Slip], ground: Ground? = nil) {
    (self.request, self.meetings, self.slips, self.ground) = (request, meetings, slips, ground)
    isOfTurn = request.turn
  }

  /// Takes what was read after an act, which is in it; how the place stands is read anew.
  mutating func take(_ met: Met, turn: Int) {
    (meetings, slips, isOfTurn) = (met.meetings, met.slips, turn)
    made.formUnion(meetings.map(\.id))
  }

  /// What was asked before something was entered here may come after it.
  func mayReplace(_ known: Self?) -> Bool { request.turn >= known?.isOfTurn ?? 0 }

  public subscript(id: Meeting.ID) -> Meeting? { meetings.first { $0.id == id } }

  /// The meetings of our own office; all of them in a ledger that is not shared.
  public var own: [Meeting] { meetings.filter { others[$0.id] == nil } }

  /// The number that our own office would give its next slip; nobody's slip bears it.
  func nextSlip(on day: Day) -> Slip.ID {
    SlipNumber.next(
      after: slips.filter { !otherSlips.contains($0.id) }, beside: slips.map(\.id), on: day)
  }

  /// The meeting of our own office that is running; others may hold theirs at the same time.
  public var running: Meeting? { own.first { $0.state == .running } }

  /// The meeting that something asked for by hand is put on: the running one, else the next one that
  /// is prepared, from a day on; else the last prepared one.
  public func next(from day: Day) -> Meeting? {
    let prepared = own.filter { $0.state == .prepared }
    return running ?? prepared.first { $0.card.day >= day } ?? prepared.last
  }

  /// The last meeting of the same series and office that was closed before another one.
  public func before(_ meeting: Meeting) -> Meeting? {
    meetings.last {
      $0.id != meeting.id && $0.state == .closed && !meeting.card.series.isEmpty
        && $0.card.series == meeting.card.series && $0.card.scope == meeting.card.scope
        && others[$0.id] == others[meeting.id]
        && ($0.card.day, $0.id) < (meeting.card.day, meeting.id)
    }
  }

  /// What earlier and this meeting decided on a thing, the newest first.
  public func decisions(on subject: AgendaItem.Subject) -> [(meeting: Meeting, DecisionEntry)] {
    meetings.reversed().flatMap { meeting in
      meeting.decisions(on: subject).reversed().map { (meeting, $0) }
    }
  }
}

/// What is to be done about a meeting or a slip.
public enum MeetingEffect: Sendable, Equatable {
  case step(Meeting.ID, MeetingStep, seen: Int)
  /// Set the rules of the agenda, and put on it what they ask for.
  case agenda(Meeting.ID, MeetingCard, [AgendaItem], seen: Int)
  /// Put something on the agenda of the running meeting, else of the next one that is prepared.
  case ask(AgendaItem.Subject)
  case decide(Decision, [Change], seen: Int)
  /// Several decisions on one thing, all or none, each taken back by itself.
  case decideEach([Decided], seen: Int)
  case slip(Slip.ID, SlipStep, seen: Int)
  /// Issue a slip, where the rules let it.
  case issue(SlipOrder)
  /// Take back what this person entered last for the meeting, nil for slips, over the newest entry that
  /// was seen to come in between.
  case takeBack(Meeting.ID?, over: Entry.ID = 0)
  case putBack(Meeting.ID?, over: Entry.ID = 0)
}

/// A decision with what becomes of its lines.
public struct Decided: Equatable, Sendable {
  public var decision: Decision
  public var changes: [Change]

  public init(decision: Decision, changes: [Change]) {
    (self.decision, self.changes) = (decision, changes)
  }
}

/// What came of it: the meetings as they stand now, and in words what was done.
public struct Met: Sendable, Equatable {
  public var meetings: [Meeting]
  public var slips: [Slip]
  public var progress: LedgerState
  /// Another one where a task was set or taken back.
  public var catalogue: Catalogue?
  public var said: Phrase
  /// The meeting that was just made, to be opened.
  public var made: Meeting.ID?

  public init(
    meetings: [Meeting], slips: [Slip], progress: LedgerState, catalogue: Catalogue? = nil,
    said: Phrase, made: Meeting.ID? = nil
  ) {
    (self.meetings, self.slips, self.progress) = (meetings, slips, progress)
    (self.catalogue, self.said, self.made) = (catalogue, said, made)
  }
}
