/// When a slip of a level may be ordered, by whom, and by when it must be answered.
public struct SlipRule: Hashable, Sendable {
  public var level: Slip.Level
  /// The level that must have stayed unanswered before; nil of a first one.
  public var after: Slip.Level?
  /// Days of the calendar by which a line is late when a first one is proposed.
  public var late: Int
  /// Working days after the day of the one before without an answer.
  public var unanswered: Int
  /// Working days from the issue to the answer.
  public var answer: Int
  /// Whether a leader's instruction must stand on it.
  public var needsInstruction: Bool
  /// Who may order it.
  public var orders: Phrase
  /// Where the numbers come from.
  public var source: Phrase

  public init(
    _ level: Slip.Level, after: Slip.Level? = nil, late: Int = 1, unanswered: Int = 1,
    answer: Int, needsInstruction: Bool = false, orders: Phrase, source: Phrase = Phrase("", "")
  ) {
    (self.level, self.after, self.late) = (level, after, late)
    (self.unanswered, self.answer) = (unanswered, answer)
    (self.needsInstruction, self.orders, self.source) = (needsInstruction, orders, source)
  }
}

/// The rules of supervision with the calendar that they count in.
///
/// No document prescribes the numbers: those of `Resources/slip-rules.csv` are the office's defaults.
public struct SlipRules: Hashable, Sendable {
  /// The gentlest first.
  public let rules: [SlipRule]
  public let calendar: WorkingDays

  public init(_ rules: [SlipRule], _ calendar: WorkingDays) {
    self.rules = rules.sorted { $0.level < $1.level }
    self.calendar = calendar
  }

  public subscript(level: Slip.Level) -> SlipRule? { rules.first { $0.level == level } }

  /// The one for what is late and has no slip yet.
  public var first: SlipRule? { rules.first { $0.after == nil } }

  /// The one that follows a level; nil of the gravest.
  public func next(after level: Slip.Level) -> SlipRule? { rules.first { $0.after == level } }

  /// The first day on which the step after an unanswered slip may be taken, counted from `day`.
  public func opens(_ rule: SlipRule, after day: Day) -> Day {
    calendar.due(after: day, workingDays: max(1, rule.unanswered))
  }

  /// By when a slip of a level that is issued on a day is to be answered.
  public func answerDay(_ rule: SlipRule, issued day: Day) -> Day {
    calendar.due(after: day, workingDays: rule.answer)
  }
}
