/// Whatever is entered in the ledger, as one value (登记): what, by whom, and what the person saw.
///
/// Acts are added, never changed; one is taken back by another that answers it. Its canonical text
/// (`Act.text`) is what it travels as.
public struct Act: Hashable, Codable, Sendable {
  public enum Content: Hashable, Codable, Sendable {
    /// Status, note, evidence or due day of lines; each change says what was seen of its line.
    case lines([Change])
    /// Forms of tasks that came back, with what they change of lines; nothing where they say what the
    /// ledger says.
    case returned([SentForm], [Change])
    /// What has been reached of a target. `seen` is the newest of the same target and place that the
    /// person saw; 0 where there was none.
    case actual(TargetActual, seen: ActualEntry.ID = 0)
    /// A batch of figures. `seen` is the last act that the ledger held when the person looked:
    /// nothing is entered over a figure for the same that came later.
    case figures(NewBatch, seen: Int = 0)
    /// A target of the office's own; `seen` as for figures.
    case target(OwnTarget, seen: Int = 0)
    /// Something about the collecting of a year's figures; `seen` as for figures.
    case collecting(CollectionStep, seen: Int = 0)
    /// Facts of medical groups; `seen` is the newest entry of any that the person saw.
    case group([GroupFact], seen: GroupEntry.ID = 0)
    /// What fund and group have signed, as the person saw it come out.
    case settlement(SignedSettlement)
    /// A document with texts and tasks, as the person saw them accepted.
    case filing(Filing)
    /// A step in the making or holding of a meeting; `seen` is the last act on it that was seen.
    case meeting(Meeting.ID, MeetingStep, seen: Int = 0)
    /// What a meeting decides, with what becomes of the lines that it decides on; `seen` as for steps.
    case decision(Decision, [Change], seen: Int = 0)
    /// A step in the life of a slip; `seen` is the last act on it that was seen.
    case slip(Slip.ID, SlipStep, seen: Int = 0)
    /// What the office changes in its own catalogue; `seen` is the last act that the ledger held when
    /// the person looked.
    case hand([HandStep], seen: Int = 0)
    /// Takes an act back; of lines over the newest entry that was seen to come in between.
    case undo(Answered, over: Entry.ID = 0, reason: String? = nil)
    /// Puts back what was taken back.
    case redo(Answered, over: Entry.ID = 0)
  }

  public var content: Content
  public var stamp: Stamp
  /// Whether it is entered whatever came in between: nobody looked, or the person knows of it.
  public var overriding: Bool

  public init(_ content: Content, _ stamp: Stamp, overriding: Bool = false) {
    (self.content, self.stamp, self.overriding) = (content, stamp, overriding)
  }
}

/// Who enters something, on which day of the books, at what time by the clock, in which meeting.
public struct Stamp: Hashable, Codable, Sendable {
  public var who: String
  public var day: Day
  public var at: String
  public var meeting: String?

  public init(who: String, day: Day, at: String, meeting: String? = nil) {
    (self.who, self.day, self.at, self.meeting) = (who, day, at, meeting)
  }
}

extension Act {
  /// Which act an undo or a redo answers.
  public enum Answered: Hashable, Codable, Sendable {
    /// The last one in a field by the same person that can be answered.
    case last(Field)
    /// An act by its number, with whatever has answered it already.
    case act(Int, of: Field)
    case batch(Batch.ID)
    /// The filing of a document that a person has filed.
    case document(Document.ID)
  }

  /// What is taken back together: nobody who works on tasks should take a batch of figures back
  /// unawares.
  public enum Field: String, Hashable, Codable, Sendable, CaseIterable {
    case tasks, figures, groups, meetings, slips
  }

  /// What an act is about; what answers it is about the same.
  public enum About: String, Hashable, Codable, Sendable, CaseIterable {
    case tasks, actual, figures, target, collecting, group, settlement, filing, meeting, decision
    case slip, hand

    /// The field in which it is taken back; nil for filings, each of which is withdrawn by itself.
    public var field: Field? {
      switch self {
      case .tasks, .actual, .decision, .hand: .tasks
      case .figures, .target, .collecting: .figures
      case .group, .settlement: .groups
      case .meeting: .meetings
      case .slip: .slips
      case .filing: nil
      }
    }
  }
}

extension Act.Content {
  /// What it is about; nil of an answer, which is about what it answers.
  public var about: Act.About? {
    switch self {
    case .lines, .returned: .tasks
    case .actual: .actual
    case .figures: .figures
    case .target: .target
    case .collecting: .collecting
    case .group: .group
    case .settlement: .settlement
    case .filing: .filing
    case .meeting: .meeting
    case .decision: .decision
    case .slip: .slip
    case .hand: .hand
    case .undo, .redo: nil
    }
  }
}

extension Act.Field {
  public var abouts: [Act.About] { Act.About.allCases.filter { $0.field == self } }
}
