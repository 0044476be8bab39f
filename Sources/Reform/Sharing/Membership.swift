/// What a ledger that has joined a hub knows of it.
public struct Membership: Hashable, Codable, Sendable {
  /// How the hub is reached: a name of libpq's service file, or a connection string without password.
  public var service: String
  /// The hub's own name, made with it.
  public var hub: String
  public var province: Division.Code
  public var office: String
  /// The place whose part of the tree this ledger enters for.
  public var place: Division.Code
  /// The origin of what is entered here.
  public var origin: ActName.Origin
  public var sight: HubGreeting.Sight
  /// How far into the hub's order this ledger has come.
  public var cursor: Int
  /// When the last exchange ended well (RFC 3339); nil before the first.
  public var synchronised: String?
  /// How many acts there are for each place of which nothing else is seen.
  public var elsewhere: [Division.Code: Int]
  /// Why the last exchange did not end well; nil where it did.
  public var trouble: Phrase?

  public init(
    service: String, hub: String, province: Division.Code, office: String,
    place: Division.Code, origin: ActName.Origin,
    sight: HubGreeting.Sight = .open, cursor: Int = 0, synchronised: String? = nil,
    elsewhere: [Division.Code: Int] = [:], trouble: Phrase? = nil
  ) {
    (self.service, self.hub, self.province) = (service, hub, province)
    (self.office, self.place) = (office, place)
    (self.origin, self.sight, self.cursor) = (origin, sight, cursor)
    (self.synchronised, self.elsewhere, self.trouble) = (synchronised, elsewhere, trouble)
  }
}

/// An act of our own that the hub did not take, and that left the ledger.
public struct RefusedAct: Hashable, Codable, Sendable, Identifiable {
  public enum Why: String, Hashable, Codable, Sendable {
    /// Somebody else was quicker with the same thing.
    case moved
    /// It rests on another one that was not taken.
    case after
    /// The hub does not let this office enter it.
    case hub
    /// What it speaks of is not there any more.
    case unfit
  }

  /// What became of it.
  public enum Answer: String, Hashable, Codable, Sendable {
    case kept, withdrawn
  }

  public var id: Int
  public var name: ActName
  public var why: Why
  public var words: Phrase
  /// The acts of others that came before it.
  public var between: [ActName]
  public var at: String
  public var who: String
  public var day: Day
  public var about: String
  public var body: String
  public var answer: Answer?

  public init(
    id: Int, _ name: ActName, _ why: Why, _ words: Phrase, between: [ActName], at: String,
    who: String, day: Day, about: String, body: String, answer: Answer?
  ) {
    (self.id, self.name, self.why, self.words) = (id, name, why, words)
    (self.between, self.at, self.who, self.day) = (between, at, who, day)
    (self.about, self.body, self.answer) = (about, body, answer)
  }
}

/// How a ledger and its hub stand with each other.
public struct SharingState: Hashable, Codable, Sendable {
  public var membership: Membership
  /// How many acts of our own wait to be sent.
  public var waiting: Int
  /// How many that were not taken wait for an answer.
  public var asking: Int
  /// Rises whenever acts have left the ledger for good or came to stand elsewhere: numbers of entries
  /// that somebody has seen before may mean others now.
  public var generation: Int
  /// Rises whenever acts of our own were taken off and put on again above those of others: what was
  /// reckoned from numbers is to be reckoned anew.
  public var shifts: Int

  public init(
    _ membership: Membership, waiting: Int, asking: Int, generation: Int = 0, shifts: Int = 0
  ) {
    (self.membership, self.waiting, self.asking) = (membership, waiting, asking)
    (self.generation, self.shifts) = (generation, shifts)
  }
}

extension Membership {
  /// Whether the hub is reached from here; false where packs go by hand.
  public var hasLine: Bool { !service.isEmpty }

  /// Why nothing can be entered here for some places; nil where the office enters for all of them.
  public func refusal(of places: some Sequence<Division.Code>, in divisions: Divisions) -> Phrase? {
    guard let other = places.first(where: { !divisions.isWithin($0, place) }) else { return nil }
    let (own, strange) = (divisions[place], divisions[other])
    return Phrase(
      "本台账以\(own?.name ?? place)的名义登记，不能替\(strange?.name ?? other)登记",
      "this ledger enters for \(own?.english ?? place) and cannot enter for "
        + "\(strange?.english ?? other)")
  }
}
