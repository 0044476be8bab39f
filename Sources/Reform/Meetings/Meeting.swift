/// A meeting as its entries make it: who meets when, what is looked at, what was decided.
public struct Meeting: Hashable, Sendable, Identifiable {
  /// `hy-2020-12-03-1`: the day on which it was prepared, and a number; in a shared ledger with the
  /// place of the office before the number (`hy-2020-12-03-140400-1`).
  public typealias ID = String

  /// The place of the office that holds a meeting; nil where it is that of the ledger itself.
  public static func office(of id: ID) -> Division.Code? {
    let parts = id.split(separator: "-")
    return parts.count == 6 ? String(parts[4]) : nil
  }

  /// The id of a new meeting, made on a day, which none ever had of those that were made; `office` is the
  /// place of the office in a shared ledger.
  public static func freshID(
    on day: Day, in office: Division.Code?, among ids: Set<ID>
  ) -> ID {
    let start = "hy-\(day)-" + (office.map { "\($0)-" } ?? "")
    let known = ids.filter { $0.hasPrefix(start) && Self.office(of: $0) == office }
    let last = known.compactMap { Int($0.dropFirst(start.count)) }.max() ?? 0
    return start + "\(last + 1)"
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case prepared, running, closed

    public var words: Phrase {
      switch self {
      case .prepared: Phrase("筹备中", "prepared")
      case .running: Phrase("会议中", "in session")
      case .closed: Phrase("已闭会", "closed")
      }
    }
  }

  public var id: ID
  public var card: MeetingCard
  public var state: State
  /// In the order in which they are taken.
  public var agenda: [AgendaItem]
  /// Those that stand, in the order in which they were taken.
  public var decisions: [DecisionEntry]
  /// The number of the minutes (纪要编号), once it is closed.
  public var minutes: String?
  /// The books' days on which it was opened and closed.
  public var opened: Day?
  public var closed: Day?
  /// The acts on it that stand, decisions among them, each with who entered it.
  public var acts: [(act: Int, who: String)] {
    steps.map { ($0.id, $0.who) } + decisions.map { ($0.id, $0.who) }
  }
  private var steps: [MeetingEntry]
  /// The last act on it that is known here; decisions count too.
  public var last: Int

  /// What a meeting comes to by its entries that stand, oldest first; nil without a card.
  public init?(_ id: ID, _ entries: [MeetingEntry], decisions: [DecisionEntry] = []) {
    self.id = id
    (self.decisions, steps) = (decisions, entries)
    (state, agenda, last) = (.prepared, [], max(entries.last?.id ?? 0, decisions.last?.id ?? 0))
    var found: MeetingCard?
    for entry in entries {
      if case .card(let card) = entry.step { found = card }
    }
    guard let found else { return nil }
    card = found
    for entry in entries { take(entry) }
  }

  private mutating func take(_ entry: MeetingEntry) {
    switch entry.step {
    case .card: break
    case .add(let items):
      for item in items {
        if let index = agenda.firstIndex(where: { $0.id == item.id }) {
          agenda[index].reasons += item.reasons.filter { !agenda[index].reasons.contains($0) }
        } else {
          agenda.append(item)
        }
      }
    case .drop(let subjects): agenda.removeAll { subjects.contains($0.subject) }
    case .order(let subjects):
      let places = Dictionary(
        zip(subjects, subjects.indices), uniquingKeysWith: { first, _ in first })
      let end = subjects.count
      agenda = agenda.enumerated().sorted {
        (places[$0.element.subject] ?? end, $0.offset)
          < (places[$1.element.subject] ?? end, $1.offset)
      }.map(\.element)
    case .open: (state, opened) = (.running, entry.day)
    case .close(let minutes): (state, closed, self.minutes) = (.closed, entry.day, minutes)
    }
  }

  /// The decisions on one thing.
  public func decisions(on subject: AgendaItem.Subject) -> [DecisionEntry] {
    decisions.filter { $0.decision.subject == subject }
  }

  /// The items on which nothing has been decided.
  public var undecided: [AgendaItem] {
    let decided = Set(decisions.compactMap(\.decision.subject))
    return agenda.filter { !decided.contains($0.subject) }
  }

  /// The tasks that it has set, numbered by their clauses.
  public var resolutions: [DecisionEntry] { decisions.filter { $0.decision.kind == .resolve } }
}

/// One step in the making and holding of a meeting; decisions are acts of their own.
public enum MeetingStep: Hashable, Codable, Sendable {
  case card(MeetingCard)
  case add([AgendaItem])
  case drop([AgendaItem.Subject])
  /// The whole order; what it does not name comes last.
  case order([AgendaItem.Subject])
  case open
  case close(minutes: String)
}

/// A step as it stands in the ledger.
public struct MeetingEntry: Hashable, Sendable, Identifiable {
  /// The act that it was entered with.
  public var id: Int
  public var meeting: Meeting.ID
  public var step: MeetingStep
  public var who: String
  public var day: Day

  public init(id: Int, meeting: Meeting.ID, _ step: MeetingStep, who: String, day: Day) {
    (self.id, self.meeting, self.step, self.who, self.day) = (id, meeting, step, who, day)
  }
}
