import Cells
import Reform

/// What happened, as the app takes it.
public enum Action: Sendable, Equatable {
  case event(Event)
  /// Midnight has passed, and the books go on to this day.
  case dayCame(Day)
  /// An answer, and the question that it answers.
  case answered(Read, Answer)
  /// A question could not be answered; without a fault it is asked of a catalogue that is not the
  /// ledger's any more.
  case unanswered(Read, Fault?)
  /// The ledger is not as it was: something was entered, here or by another program.
  case written
  /// More was entered than is taken in piece by piece: how everything stands is to be read anew.
  case muchWritten
  /// How everything stands that is shown, with what has changed since.
  case loaded(LedgerState)
  /// The lines that an act would touch, as they stand now.
  case prepared(Intent, [Standing])
  /// An act is on disk.
  case recorded(Recorded)
  /// Nothing was entered, for these entries came in between.
  case moved([Entry], retry: Effect)
  case exported(String)
  /// The copy of today could not be made.
  case notCopied(Fault)
  /// The ledger keeps which place it is opened at.
  case keptHome(Division.Code)
  /// The day of the books is meant, though it lies after that of the clock.
  case dayMeant
  /// An act on a group is on disk.
  case groupRecorded(Recorded.Kind, GroupSheet)
  /// Nothing was entered of a group, for these came in between.
  case groupMoved([GroupEntry])
  /// The collecting of figures as it stands, and what was just done about it.
  case collected(Collected)
  /// A frame is on the screen; what it lacks is asked for now.
  case shown
  /// What came of work on documents and their review.
  case review(ReviewAnswer)
  /// A step on a meeting or a slip, or a decision, is on disk.
  case met(Met)
  /// What came of a change of the catalogue by hand.
  case hand(HandAnswer)
  case exchange(ExchangeNews)
  case sharing(SharingAnswer)
  case failed(Fault)
}

/// What is to be done outside.
public indirect enum Effect: Sendable, Equatable {
  /// Answer a question, at once or beside the loop.
  case read(Read)
  /// Load what has changed since the last time, on the same day and in the same scope.
  case refresh
  /// Load the lines of tasks before something is done to them.
  case prepare(Intent, [ReformTask.ID], scope: Division.Code)
  case record([Change], overriding: Bool)
  /// Take back or put back over the newest entry that was seen to come in between.
  case takeBack(over: Entry.ID)
  case putBack(over: Entry.ID)
  /// Enter what has been reached of a target, unless one came after the newest that was seen.
  case recordActual(TargetActual, seen: ActualEntry.ID?)
  case export(Sheet)
  /// Write a paper as of the day that is looked at.
  case paper(OfficePaper)
  /// Keep in the ledger at which place it is opened.
  case keepHome(Division.Code)
  /// Make the ledger of a province, where there is none yet.
  case found(Division.Code)
  /// Write the form by which a place sends the figures of a year.
  case makeForm(of: Division.Code, year: Int)
  /// Write the form of tasks of a place; of the province those of its cities and of its own level.
  case makeTaskForms(of: Division.Code)
  /// Enter on the day of the books, though it lies after that of the clock.
  case meanDay
  case review(ReviewEffect)
  /// Enter facts of a group, unless one for the same came after the newest that was seen.
  case recordGroup([GroupFact], GroupSheet.Request, seen: GroupEntry.ID)
  /// Enter a settlement as signed, if the ledger still comes to the same.
  case signGroup(SignedSettlement, GroupSheet.Request)
  case takeBackGroup(GroupSheet.Request)
  case putBackGroup(GroupSheet.Request)
  case collect(CollectEffect)
  case meeting(MeetingEffect)
  case hand(HandEffect)
  /// Exchange the ledger with its hub, beside the loop.
  case synchronise
  case sharing(SharingEffect)
  /// Read the catalogue and how everything stands from nothing.
  case reread
  case redraw
  /// Take other colours.
  case recolor(ColorTheme)
  case suspend
  case quit
}

/// What somebody is about to do to some tasks.
public enum Intent: Hashable, Sendable {
  case close
  case set(Status)
  case note
  case evidence
}

/// An act that is on disk, and how things stand after it.
public struct Recorded: Sendable, Equatable {
  public enum Kind: Sendable { case entered, takenBack, putBack, nothing }
  public var kind: Kind
  public var entries: [Entry]
  public var progress: LedgerState
  /// The actual of a target that the act was about, which is no entry of a line.
  public var actual: TargetActual?
  /// The number of the act; nil where there was nothing to do.
  public var act: Int?
  /// Whether it came in forms that were sent.
  public var hasForms: Bool
  /// The lines that stand otherwise than they were entered, since they go by their figures.
  public var gathered: [Standing]

  public init(
    kind: Kind, entries: [Entry], progress: LedgerState, actual: TargetActual? = nil,
    act: Int? = nil, hasForms: Bool = false, gathered: [Standing] = []
  ) {
    self.gathered = gathered
    (self.kind, self.entries, self.progress) = (kind, entries, progress)
    (self.actual, self.act, self.hasForms) = (actual, act, hasForms)
  }
}

/// A table on its way out: what is shown, as rows of text.
public struct Sheet: Sendable, Equatable {
  public var name: String
  public var rows: [[String]]

  public init(name: String, rows: [[String]]) { (self.name, self.rows) = (name, rows) }
}
