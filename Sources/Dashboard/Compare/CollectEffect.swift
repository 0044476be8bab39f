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

  init(_ entry: CollectionEntry) {
    self.init(entry.kind, entry.place, entry.year, month: entry.month)
  }

  /// The form of tasks of a place is sent back.
  init(formOf place: Division.Code, on board: TaskFormBoard) {
    self.init(.sentBack, place, board.year, month: board.month)
  }

  public func step(because reason: String) -> CollectionStep {
    CollectionStep(kind, place, year: year, month: month, reason: reason)
  }

  var needsReason: Bool { kind != .locked }

  func words(_ divisions: Divisions) -> Phrase {
    FieldWords.collecting(kind, divisions[place], year, month: month)
  }

  /// What it does, for whoever is about to do it.
  var help: Phrase {
    switch kind {
    case .sentBack where month != nil:
      Phrase(
        "退回后等这个地区再报；再导入它的任务表，退回自动了结。已登记的进展不变。",
        "It stands until a task form of the place is imported again. What was entered from it stays."
      )
    case .sentBack:
      Phrase(
        "退回后等这个地区再报；再报的数据入账，退回自动了结。", "It stands until figures of the place come in again.")
    case .locked:
      Phrase(
        "锁定后不再收这一年的数据，要收的地区另行解锁。",
        "No more figures of the year are taken but from places opened again.")
    case .unlocked:
      Phrase(
        "解锁后可以再报这一年的数据。", "Figures of the year are taken again.")
    }
  }
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
