import Reform

/// What is to be done outside for the collecting of figures (收数).
public enum CollectEffect: Sendable, Equatable {
  /// Enter an act, unless somebody did something about the same after the last act that was seen.
  case enter(CollectAct, reason: String, seen: Int)
  /// Take back this person's last act on figures, or put it back.
  case takeBack
  case putBack
}

/// An act on the collecting of a year's figures, or of a month's forms of tasks.
public struct CollectAct: Hashable, Sendable {
  public var kind: CollectionEntry.Kind
  public var place: Division.Code
  public var year: Int
  public var month: Int?

  public init(
    _ kind: CollectionEntry.Kind, _ place: Division.Code, _ year: Int, month: Int? = nil
  ) {
    (self.kind, self.place, self.year, self.month) = (kind, place, year, month)
  }

  var needsReason: Bool { kind != .locked }
}

/// Batches, acts and forms of tasks as they stand, and what was done just now.
public struct Collected: Sendable, Equatable {
  /// What became of an act; nil where nothing was done.
  public enum Done: Sendable, Hashable {
    case entered(CollectAct)
    /// What was taken back or put back, in words.
    case takenBack(Phrase)
    case putBack(Phrase)
    case nothing
  }

  public var day: Day
  /// The reading of the figures that it was read beside.
  public var figures: Int
  public var batches: [Batch]
  public var entries: [CollectionEntry]
  public var forms: [SentFormEntry]
  public var lastAct: Int
  public var done: Done?

  public init(
    day: Day, figures: Int, batches: [Batch], entries: [CollectionEntry],
    forms: [SentFormEntry], lastAct: Int, done: Done? = nil
  ) {
    (self.day, self.figures, self.batches, self.entries) = (day, figures, batches, entries)
    (self.forms, self.lastAct, self.done) = (forms, lastAct, done)
  }
}
