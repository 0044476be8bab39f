/// What a meeting decides on one thing (决定); it stands in the ledger with its meeting.
public struct Decision: Hashable, Codable, Sendable {
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// 办结, with a line of note.
    case finish
    /// 销号, with evidence.
    case signOff
    /// 继续推进, with a note.
    case carryOn
    /// 延期 to a new day; what is printed stays printed.
    case extend
    /// 退回: what was finished, or not begun, goes back to under way.
    case sendBack
    /// 督办: orders a slip.
    case supervise
    /// 议定事项: a new task, set by the meeting.
    case resolve

    public var words: Phrase {
      switch self {
      case .finish: Phrase("办结", "done")
      case .signOff: Phrase("销号", "signed off")
      case .carryOn: Phrase("继续推进", "carry on")
      case .extend: Phrase("延期", "extended")
      case .sendBack: Phrase("退回", "sent back")
      case .supervise: Phrase("督办", "supervised")
      case .resolve: Phrase("议定事项", "resolved")
      }
    }

    /// The status that it gives to lines; nil where it leaves them as they are.
    public var status: Status? {
      switch self {
      case .finish: .done
      case .signOff: .signedOff
      case .carryOn, .sendBack: .underway
      case .extend, .supervise, .resolve: nil
      }
    }
  }

  public var meeting: Meeting.ID
  /// What it was decided on; nil where a resolution came up by itself.
  public var subject: AgendaItem.Subject?
  public var kind: Kind
  /// The lines that it touches; none of a resolution.
  public var lines: [Line]
  /// Note, reason, matter or demand, in one line.
  public var text: String
  public var evidence: String?
  /// The new day of an extension, the day of the next report, or the due day of a resolution.
  public var due: Day?
  /// Who asked for an extension, and when.
  public var askedBy: String?
  public var askedOn: Day?
  /// The task that a resolution sets.
  public var task: ReformTask?
  /// The slip that it orders.
  public var slip: SlipOrder?

  public init(
    _ kind: Kind, in meeting: Meeting.ID, on subject: AgendaItem.Subject?, lines: [Line] = [],
    text: String = "", evidence: String? = nil, due: Day? = nil, askedBy: String? = nil,
    askedOn: Day? = nil, task: ReformTask? = nil, slip: SlipOrder? = nil
  ) {
    (self.kind, self.meeting, self.subject, self.lines) = (kind, meeting, subject, lines)
    (self.text, self.evidence, self.due) = (text, evidence, due)
    (self.askedBy, self.askedOn, self.task, self.slip) = (askedBy, askedOn, task, slip)
  }
}

/// A decision as it stands in the ledger.
public struct DecisionEntry: Hashable, Sendable, Identifiable {
  /// The act that it was entered with.
  public var id: Int
  public var decision: Decision
  public var who: String
  public var day: Day
  public var at: String

  public init(id: Int, _ decision: Decision, who: String, day: Day, at: String) {
    (self.id, self.decision, self.who, self.day, self.at) = (id, decision, who, day, at)
  }
}
