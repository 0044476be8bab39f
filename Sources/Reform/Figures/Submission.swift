/// Where a place stands with the figures of a year (报送状态).
public struct Submission: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case missing
    /// Nothing is there and nothing need be: an own level (市本级) of which no figure is known.
    case optional
    /// Figures are there; `isComplete` where none of the indicators asked for is missing.
    case sent(isComplete: Bool)
    /// Sent back (退回), with nothing new since.
    case sentBack(reason: String, who: String, day: Day)
  }

  public var place: Division.Code
  public var year: Int
  public var state: State
  /// Indicators that have a figure, of those asked for.
  public var present: [Indicator.ID]
  public var absent: [Indicator.ID]
  /// The last batch with figures of the place.
  public var last: Batch.ID?
  public var day: Day?
  /// True where the year is locked and this place is no exception.
  public var isLocked: Bool

  public init(
    place: Division.Code, year: Int, state: State, present: [Indicator.ID] = [],
    absent: [Indicator.ID] = [], last: Batch.ID? = nil, day: Day? = nil, isLocked: Bool = false
  ) {
    (self.place, self.year, self.state) = (place, year, state)
    (self.present, self.absent, self.last, self.day) = (present, absent, last, day)
    self.isLocked = isLocked
  }
}

/// An act on the collecting of a year (报送登记): sent back, locked, opened again for a place.
public struct CollectionEntry: Hashable, Sendable, Identifiable {
  public enum Kind: String, Codable, Sendable {
    /// The figures of a place were sent back, or its form of tasks.
    case sentBack = "return"
    /// No more figures of the year are taken.
    case locked = "lock"
    /// A place may send figures of a locked year all the same; the whole region opens the year.
    case unlocked = "unlock"
  }

  public var id: Int
  public var kind: Kind
  public var place: Division.Code
  public var year: Int
  /// The month of a form of tasks; nil for the figures of the year.
  public var month: Int?
  public var reason: String
  public var who: String
  public var day: Day
  public var at: String

  public init(
    id: Int, kind: Kind, place: Division.Code, year: Int, month: Int? = nil, reason: String,
    who: String, day: Day, at: String
  ) {
    (self.id, self.kind, self.place, self.year, self.month) = (id, kind, place, year, month)
    (self.reason, self.who, self.day, self.at) = (reason, who, day, at)
  }
}
