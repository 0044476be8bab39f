/// What one change asks to be entered in the ledger.
public struct Change: Hashable, Sendable {
  public var line: Line
  public var status: Status?
  public var note: String?
  public var evidence: String?
  /// A due day for a task whose document prints none; `.some(nil)` takes it away.
  public var due: Day??
  /// A new day for a line whose day was extended (延期); `.some(nil)` takes it away.
  public var until: Day??
  /// The day since which it is so, where that is before the day of the act (补登); nil for that day.
  public var day: Day?
  /// The last entry of the line that the person saw; nil where there was none.
  public var seen: Entry.ID?
  /// The entered due day that the person saw (`.some(nil)` for none); nil where nobody looked.
  public var dueSeen: Day??
  /// The extension that the person saw; as `dueSeen`.
  public var untilSeen: Day??

  public init(
    _ line: Line, status: Status? = nil, note: String? = nil, evidence: String? = nil,
    due: Day?? = nil, until: Day?? = nil, seen: Entry.ID? = nil, dueSeen: Day?? = nil,
    untilSeen: Day?? = nil, day: Day? = nil
  ) {
    (self.line, self.status, self.note) = (line, status, note)
    (self.evidence, self.due, self.seen, self.dueSeen) = (evidence, due, seen, dueSeen)
    (self.until, self.untilSeen, self.day) = (until, untilSeen, day)
  }
}

/// One line of the ledger (台账), never changed once it stands there.
public struct Entry: Hashable, Sendable, Identifiable {
  public typealias ID = Int

  public var id: ID
  /// The act that it was entered with.
  public var act: Int
  public var kind: ActKind
  public var line: Line
  public var status: Status?
  public var note: String?
  public var evidence: String?
  public var due: String?
  /// The day to which its line was extended; empty where an extension was taken away.
  public var until: String?
  /// The day of the books; of what was entered later than it came to be, the day since which it is so.
  public var day: Day
  /// The day of the books on which it was entered, where it is for one before (补登).
  public var booked: Day?
  /// When the clock said it was entered, as ISO 8601.
  public var at: String
  public var who: String
  public var meeting: String?
  /// The entry that this one takes back or puts back.
  public var answers: ID?
  /// True where a later entry took this one back, and none put it back.
  public var isTakenBack: Bool
  /// What was entered of a target, where the act was about that and about no line.
  public var actual: TargetActual?
  /// What was changed by hand, where the act was about that.
  public var hand: HandStep?
  /// The office that it came from, in a shared ledger where that is another than our own.
  public var office: String?

  public init(
    id: ID, act: Int, kind: ActKind, line: Line, status: Status?, note: String?,
    evidence: String?, due: String?, day: Day, at: String, who: String, meeting: String?,
    answers: ID?, isTakenBack: Bool, actual: TargetActual? = nil, until: String? = nil,
    booked: Day? = nil
  ) {
    (self.id, self.act, self.kind, self.line) = (id, act, kind, line)
    (self.status, self.note, self.evidence, self.due) = (status, note, evidence, due)
    (self.day, self.at, self.who, self.meeting) = (day, at, who, meeting)
    (self.answers, self.isTakenBack, self.actual) = (answers, isTakenBack, actual)
    (self.until, self.booked) = (until, booked)
  }

  /// Who entered it, with the office where that is another than our own.
  public var whence: Phrase {
    office.map { Phrase("\(who)（\($0)）", "\(who) (\($0))") } ?? Phrase(who, who)
  }

  /// That it was entered later than the day it is for, and when; nil where it was not.
  public var backdated: Phrase? {
    booked.map { Phrase("（\($0) 补登）", "(entered on \($0))") }
  }
}

/// What an act does: enters, takes back what was entered, or puts it back.
public enum ActKind: String, Codable, Sendable {
  case entered = "enter"
  case undone = "undo"
  case redone = "redo"
}

/// How many lines of a task stand at a status in one city.
public struct Tally: Hashable, Sendable {
  /// Position of the task in the catalogue.
  public var task: Int
  /// The city, or the division itself where it lies in none.
  public var city: Division.Code
  public var period: Period?
  public var status: Status
  public var count: Int

  public init(task: Int, city: Division.Code, period: Period?, status: Status, count: Int) {
    (self.task, self.city, self.period) = (task, city, period)
    (self.status, self.count) = (status, count)
  }
}

/// Where one line stands on a day (进展), computed from its entries.
public struct Standing: Hashable, Sendable {
  public var line: Line
  public var status: Status
  public var due: Day?
  /// The day before it was extended (原定时限); nil where it was not.
  public var original: Day?
  public var light: Light
  /// The last entry that set its status.
  public var last: Entry.ID?
  public var day: Day?
  public var who: String?
  public var note: String?
  /// Of a task that gathers figures: how far it has got, which its status follows.
  public var gathering: Gathering?

  public init(
    line: Line, status: Status, due: Day?, light: Light, last: Entry.ID? = nil, day: Day? = nil,
    who: String? = nil, note: String? = nil
  ) {
    (self.line, self.status, self.due, self.light) = (line, status, due, light)
    (self.last, self.day, self.who, self.note) = (last, day, who, note)
  }
}
