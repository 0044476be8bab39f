/// A slip of supervision (督办单) as its entries make it.
public struct Slip: Hashable, Sendable, Identifiable {
  /// Its number as the office writes it (晋医改督〔2020〕3号), which no other slip bears.
  public typealias ID = String

  /// How grave it is, in the order in which one follows the other.
  public enum Level: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
    case reminder, blue, yellow, red

    public var words: Phrase {
      switch self {
      case .reminder: Phrase("提醒", "reminder")
      case .blue: Phrase("蓝色督办", "blue slip")
      case .yellow: Phrase("黄色督办", "yellow slip")
      case .red: Phrase("红色督办", "red slip")
      }
    }

    public static func < (one: Level, other: Level) -> Bool {
      (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case issued, received, answered, returned, checked, closed

    public var words: Phrase {
      switch self {
      case .issued: Phrase("已发出", "issued")
      case .received: Phrase("已签收", "received")
      case .answered: Phrase("已答复", "answered")
      case .returned: Phrase("已退回重办", "returned")
      case .checked: Phrase("已核查", "checked")
      case .closed: Phrase("已办结", "closed")
      }
    }
  }

  public var id: ID
  public var order: SlipOrder
  public var state: State
  /// The day of the books on which it was issued.
  public var issued: Day
  /// The day by which an answer is due; a later one where it was returned or extended.
  public var due: Day
  /// The steps after the issue, oldest first.
  public var steps: [SlipEntry]
  public var issuedBy: String
  /// The last act on it that is known here.
  public var last: Int

  /// What a slip comes to by its entries that stand, oldest first; nil where it was not issued.
  public init?(_ id: ID, _ entries: [SlipEntry]) {
    guard let first = entries.first, case .issue(let order) = first.step else { return nil }
    (self.id, self.order, state, issued) = (id, order, .issued, first.day)
    (due, issuedBy, last) = (order.due, first.who, entries.last?.id ?? first.id)
    steps = Array(entries.dropFirst())
    for entry in steps { take(entry.step) }
  }

  private mutating func take(_ step: SlipStep) {
    switch step {
    case .issue, .instruct: break
    case .receive: state = .received
    case .answer: state = .answered
    case .check: state = .checked
    case .sendBack(_, let day): (state, due) = (.returned, day)
    case .extend(let day, _): due = day
    case .close: state = .closed
    }
  }

  /// Whether an answer is still owed.
  public var awaitsAnswer: Bool { state == .issued || state == .received || state == .returned }

  /// Whether the answer is late on a day.
  public func isLate(on day: Day) -> Bool { awaitsAnswer && due < day }
}

/// What is ordered by a slip, as it is issued.
public struct SlipOrder: Hashable, Codable, Sendable {
  public var number: Slip.ID
  public var level: Slip.Level
  /// The lines that it is about; none where it is about no task.
  public var lines: [Line]
  /// What it rests on: number of the document and its clause, as printed.
  public var basis: String
  public var matter: String
  /// The unit that it is addressed to, with the place that counts it.
  public var unit: String
  public var place: Division.Code
  public var cooperating: String
  public var person: String
  public var telephone: String
  public var demand: String
  /// By when an answer is due.
  public var due: Day
  /// The instruction of a leader (领导批示); empty for none.
  public var instruction: String
  /// The slip that this one follows, which was not answered; nil of a first one.
  public var follows: Slip.ID?

  public init(
    number: Slip.ID, level: Slip.Level, lines: [Line] = [], basis: String, matter: String,
    unit: String, place: Division.Code, cooperating: String = "", person: String = "",
    telephone: String = "", demand: String, due: Day, instruction: String = "",
    follows: Slip.ID? = nil
  ) {
    (self.number, self.level, self.lines, self.basis) = (number, level, lines, basis)
    (self.matter, self.unit, self.place) = (matter, unit, place)
    (self.cooperating, self.person, self.telephone) = (cooperating, person, telephone)
    (self.demand, self.due, self.instruction) = (demand, due, instruction)
    self.follows = follows
  }
}

/// One step in the life of a slip.
public enum SlipStep: Hashable, Codable, Sendable {
  case issue(SlipOrder)
  case receive(by: String)
  case answer(String, evidence: String)
  /// What was found when the answer was looked into.
  case check(String)
  case sendBack(String, due: Day)
  /// The answer has until another day.
  case extend(Day, reason: String)
  /// A leader's instruction.
  case instruct(String)
  case close(String)
}

/// A step as it stands in the ledger.
public struct SlipEntry: Hashable, Sendable, Identifiable {
  /// The act that it was entered with.
  public var id: Int
  public var slip: Slip.ID
  public var step: SlipStep
  public var who: String
  public var day: Day
  public var meeting: Meeting.ID?

  public init(
    id: Int, slip: Slip.ID, _ step: SlipStep, who: String, day: Day, meeting: Meeting.ID? = nil
  ) {
    (self.id, self.slip, self.step, self.who, self.day) = (id, slip, step, who, day)
    self.meeting = meeting
  }
}
