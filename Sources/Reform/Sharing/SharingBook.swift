/// What has gone between a ledger and its hub, and what is to be answered for, in words.
public struct SharingBook: Hashable, Sendable {
  public var state: SharingState
  /// Acts of our own that wait to be sent, the oldest first; `limit` at most, as of the next two.
  public var waiting: [SpokenAct]
  /// Those that came from others, the newest first.
  public var came: [SpokenAct]
  /// Those of newer programs, which are kept and not shown, the newest first.
  public var strange: [SpokenAct]
  /// Those of our own that were not taken and wait for an answer, the oldest first.
  public var refused: [Refusal]

  public static let limit = 100

  public init(
    _ state: SharingState, waiting: [SpokenAct] = [], came: [SpokenAct] = [],
    strange: [SpokenAct] = [], refused: [Refusal] = []
  ) {
    (self.state, self.waiting, self.came) = (state, waiting, came)
    (self.strange, self.refused) = (strange, refused)
  }
}

/// An act in a few words, for lists.
public struct SpokenAct: Hashable, Sendable {
  public var who: String
  public var day: Day
  /// The office that it came from; nil where it has not been taken by the hub.
  public var office: String?
  /// When the hub took it (RFC 3339, UTC).
  public var received: String?
  public var what: Phrase

  public init(who: String, day: Day, office: String? = nil, received: String? = nil, what: Phrase) {
    (self.who, self.day, self.office, self.received) = (who, day, office, received)
    self.what = what
  }
}

/// An act of our own that was not taken, with what came before it.
public struct Refusal: Hashable, Sendable, Identifiable {
  public var act: RefusedAct
  public var what: Phrase
  /// Those who were quicker; none where it was not taken for another reason.
  public var rivals: [SpokenAct]
  /// Why it cannot be entered again as it is; nil where it can.
  public var obstacle: Phrase?
  public var places: [Division.Code]
  public var id: Int { act.id }

  public init(
    _ act: RefusedAct, what: Phrase, rivals: [SpokenAct] = [], obstacle: Phrase? = nil,
    places: [Division.Code] = []
  ) {
    (self.act, self.what, self.rivals) = (act, what, rivals)
    (self.obstacle, self.places) = (obstacle, places)
  }
}
