/// What became of an act.
public enum Outcome: Hashable, Sendable {
  /// It is on disk.
  case recorded(Entered)
  /// Nothing was entered, for this came in between.
  case moved(Between)
  /// There was nothing to enter, to take back or to put back.
  case nothing
}

/// An act that is on disk.
public struct Entered: Hashable, Sendable {
  /// What was entered, or of an answer what it takes back or puts back.
  public enum What: Hashable, Sendable {
    /// The entries of the act itself.
    case lines([Entry])
    case actual(TargetActual)
    case figures(Batch.ID)
    case target(Indicator.ID)
    case collecting(CollectionStep)
    case group
    case settlement
    /// So many tasks and facts of a document.
    case filing(Document.ID, count: Int)
    case meeting(Meeting.ID, MeetingStep)
    /// With the entries on the lines that it decides on.
    case decision(Decision, [Entry])
    case slip(Slip.ID, SlipStep)
    /// As they stand in the ledger: a task that was made has its id.
    case hand([HandStep])
  }

  /// Its number in the ledger.
  public var act: Int
  /// The number of the act that it answers; nil of one that enters.
  public var answers: Int?
  public var what: What

  public init(act: Int, answers: Int? = nil, _ what: What) {
    (self.act, self.answers, self.what) = (act, answers, what)
  }

  /// Its entries on lines; none for an act about something else.
  public var entries: [Entry] {
    switch what {
    case .lines(let entries), .decision(_, let entries): entries
    default: []
    }
  }

  /// The actual of a target that it is about; nil for an act about something else.
  public var actual: TargetActual? { if case .actual(let actual) = what { actual } else { nil } }

  /// The changes of the catalogue by hand; none of an act about something else.
  public var hand: [HandStep] { if case .hand(let steps) = what { steps } else { [] } }

  /// How many tasks and facts it has filed.
  public var filed: Int { if case .filing(_, let count) = what { count } else { 0 } }
}

/// What somebody else has entered since a person looked, so that nothing was entered over it.
public enum Between: Hashable, Sendable {
  case lines([Entry])
  case actual(ActualEntry)
  /// Figures for the same as those that were to be entered.
  case figures([PostedFigure])
  /// The same file, as a batch that stands.
  case file(Batch)
  case target(Indicator.ID)
  case collecting([CollectionEntry])
  /// Forms of tasks of the place whose form was to be sent back.
  case forms(by: [String])
  case group([GroupEntry])
  /// The ledger comes to something else than what was to be signed.
  case settlement
  /// The same was signed already.
  case signed
  /// Somebody has decided otherwise on drafts of the same review.
  case drafts(Document.ID)
  /// Steps on the same meeting, or decisions in it.
  case meeting(Meeting.ID, by: [String])
  case slip(Slip.ID, by: [String])
  /// Changes by hand of the same task or document, or another filing of it.
  case hand(by: [String])
}

extension Between {
  /// Why nothing was entered, where no screen shows what came in between.
  public var fault: Fault {
    switch self {
    case .lines(let entries):
      let names = Set(entries.map(\.who)).sorted()
      return Fault(
        "刚有人（\(names.joined(separator: "、"))）登记了同一处，没有登记；请看过再登记。",
        "Somebody (\(names.joined(separator: ", "))) has just entered something for the same; nothing "
          + "was entered. Look, and enter it then.")
    case .actual(let entry):
      return Fault(
        "刚有人录入了这个数（\(entry.actual.value)，\(entry.who)），没有登记；请退出看过再录。",
        "Somebody has just entered this number (\(entry.actual.value), \(entry.who)); "
          + "nothing was entered. Leave, look, and enter it then.")
    case .figures: return Self.figuresMoved
    case .file(let batch):
      return Fault(
        "这个文件已在 \(batch.day) 由\(batch.who)作为批次 \(batch.id) 导入，没有再登记一次。",
        "The same file was imported on \(batch.day) by \(batch.who) as batch \(batch.id); it was not "
          + "entered again.")
    case .target(let indicator):
      return Fault(
        "刚有人设了同一个目标（\(indicator)），没有登记；请看过再设。",
        "Somebody has just set the same target (\(indicator)); nothing was entered. Look, and set "
          + "it then.")
    case .collecting(let entries):
      let names = Set(entries.map(\.who)).sorted()
      return Fault(
        "刚有人（\(names.joined(separator: "、"))）退回、锁定或解锁过同一处，没有登记；请看过再登记。",
        "Somebody (\(names.joined(separator: ", "))) has just sent back, locked or unlocked the same; "
          + "nothing was entered. Look, and enter it then.")
    case .forms(let names):
      return Fault(
        "刚收到这里的任务表（\(names.joined(separator: "、"))录入），没有退回；请看过再退回。",
        "A task form of the place has just come in (\(names.joined(separator: ", "))); nothing was sent "
          + "back. Look, and send it back then.")
    case .group(let entries):
      let names = Set(entries.map(\.who)).sorted()
      return Fault(
        "刚有人（\(names.joined(separator: "、"))）登记了同一项，没有登记；请看过再登记。",
        "Somebody (\(names.joined(separator: ", "))) has just entered the same thing; nothing was entered. "
          + "Look, and enter it then.")
    case .settlement: return GroupAccounts.moved
    case .signed: return GroupAccounts.isSigned
    case .drafts:
      return Fault(
        "别人刚处理了同一份待审文件，没有入账；请看过再入账。",
        "Somebody has just decided on the same document; nothing was filed. Look, and file it then."
      )
    case .meeting(_, let names):
      return Fault(
        "刚有人（\(names.joined(separator: "、"))）登记了这次会议，没有登记；请看过再登记。",
        "Somebody (\(names.joined(separator: ", "))) has just entered something for this meeting; nothing "
          + "was entered. Look, and enter it then.")
    case .slip(let slip, let names):
      return Fault(
        "刚有人（\(names.joined(separator: "、"))）登记了 \(slip)，没有登记；请看过再登记。",
        "Somebody (\(names.joined(separator: ", "))) has just entered something for \(slip); nothing "
          + "was entered. Look, and enter it then.")
    case .hand(let names):
      return Fault(
        "刚有人（\(names.joined(separator: "、"))）调整过同一项任务或文件，没有登记；请看过再登记。",
        "Somebody (\(names.joined(separator: ", "))) has just changed the same task or document; nothing "
          + "was entered. Look, and enter it then.")
    }
  }

  /// What was checked against the ledger is not so any more.
  public static let figuresMoved = Fault(
    "核对期间台账里有了新的登记，核对的结果已经不同，没有导入；请重新导入。",
    "While this was looked at more was entered, and the checks come to something else now: nothing "
      + "was imported. Import it again.")
}
