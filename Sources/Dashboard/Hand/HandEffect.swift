import Reform

/// What is to be done outside for changes of the catalogue by hand.
public enum HandEffect: Sendable, Equatable {
  /// Look at how something stands before a person is asked about it.
  case prepare(HandAsk)
  /// Enter steps, unless somebody was quicker since the last act that was seen.
  case enter([HandStep], seen: Int)
  /// The same of a task as it was written in a form; its deadlines are read first.
  case write(HandDraft, seen: Int)
}

/// What a person is about to change by hand.
public enum HandAsk: Sendable, Equatable {
  /// A new task, of a document where one is looked at.
  case make(Document.ID?)
  case amend(ReformTask.ID)
  case leaveOut([HandScope])
  case takeIn([HandScope])
}

/// How that stands in the ledger.
public struct HandGround: Sendable, Equatable {
  public var ask: HandAsk
  /// The last act that the ledger held.
  public var seen: Int
  /// What else names it: slips that are open, meetings that are not closed, indicators.
  public var named: [Phrase]

  public init(_ ask: HandAsk, seen: Int, named: [Phrase] = []) {
    (self.ask, self.seen, self.named) = (ask, seen, named)
  }
}

/// A task as a person has written it in a form.
public struct HandDraft: Sendable, Equatable {
  /// The task as it was when the form was opened; nil for a new one.
  public var before: ReformTask?
  public var task: ReformTask
  /// The words of its deadlines, where they were written anew.
  public var deadlines: String?
  public var since: Day
  public var clause: String
  public var reason: String

  public init(
    before: ReformTask?, _ task: ReformTask, deadlines: String?, since: Day, clause: String,
    reason: String
  ) {
    (self.before, self.task, self.deadlines) = (before, task, deadlines)
    (self.since, self.clause, self.reason) = (since, clause, reason)
  }
}

/// What came of it.
public enum HandAnswer: Sendable, Equatable {
  case ready(HandGround)
  case done(Handed)
  /// Somebody was quicker, and nothing was entered.
  case moved(HandMoved)
}

/// What others have changed by hand of a task since a form of it was opened.
public struct HandMoved: Sendable, Equatable {
  public var who: [String]
  /// What they have amended, in the order of the parts of a task.
  public var fields: [TaskField]
  /// The task as it stands now.
  public var task: ReformTask?
  /// The last act that the ledger held then.
  public var seen: Int

  public init(by who: [String], _ fields: [TaskField], of task: ReformTask?, seen: Int) {
    (self.who, self.fields, self.task, self.seen) = (who, fields, task, seen)
  }
}

/// The catalogue after a change by hand, and how things stand.
public struct Handed: Sendable, Equatable {
  public var steps: [HandStep]
  public var kind: Recorded.Kind
  public var catalogue: Catalogue
  public var progress: LedgerState

  public init(
    _ steps: [HandStep], _ kind: Recorded.Kind, catalogue: Catalogue, progress: LedgerState
  ) {
    (self.steps, self.kind) = (steps, kind)
    (self.catalogue, self.progress) = (catalogue, progress)
  }
}
