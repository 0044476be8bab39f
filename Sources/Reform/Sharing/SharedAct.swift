/// The global name of an act: the ledger it comes from, and which of that ledger's it is.
public struct ActName: Hashable, Codable, Comparable, Sendable {
  /// The ledger file that it was entered in: 32 hexadecimal digits, made when the ledger joins.
  public typealias Origin = String

  public var origin: Origin
  /// Counted from 1 in its origin.
  public var number: Int

  public init(_ origin: Origin, _ number: Int) {
    (self.origin, self.number) = (origin, number)
  }

  public static func < (one: Self, other: Self) -> Bool {
    (one.origin, one.number) < (other.origin, other.number)
  }
}

/// An act as it travels between ledgers.
public struct SharedAct: Hashable, Codable, Sendable {
  public var name: ActName
  /// How far the person saw into the hub's order when it was entered: the last `seq` held then.
  public var base: Int
  /// Numbers of the things (`Slot`) that nobody else may have touched since `base`.
  public var held: [Int64]
  /// Numbers of the things that it touches.
  public var touched: [Int64]
  /// SHA-256 over the hash of the act before of its origin and the UTF-8 bytes of `body`; over `body`
  /// alone for the first.
  public var hash: [UInt8]
  /// What is entered, as one canonical JSON text.
  public var body: String

  public init(
    _ name: ActName, base: Int, held: [Int64], touched: [Int64], hash: [UInt8], body: String
  ) {
    (self.name, self.base, self.held, self.touched) = (name, base, held, touched)
    (self.hash, self.body) = (hash, body)
  }
}

/// An act as the hub keeps it.
public struct HubAct: Hashable, Codable, Sendable {
  /// Its place in the one order of the hub; rising, with gaps.
  public var seq: Int
  public var act: SharedAct
  /// The office that sent it, and when it came in, by the hub's clock (RFC 3339, UTC).
  public var office: String
  public var received: String
  /// Whether rows of places that this office does not see were left out of the body, so that the
  /// hash does not fit it.
  public var isCut: Bool

  public init(
    seq: Int, _ act: SharedAct, office: String, received: String, isCut: Bool = false
  ) {
    (self.seq, self.act, self.office, self.received) = (seq, act, office, received)
    self.isCut = isCut
  }
}

/// What a hub says of itself and of the office that asks.
public struct HubGreeting: Hashable, Codable, Sendable {
  public enum Sight: String, Hashable, Codable, Sendable {
    /// Everybody sees all.
    case open
    /// An office sees its own places and those above; of others counts only.
    case own
  }

  /// 32 hexadecimal digits, made with the hub.
  public var hub: String
  /// The format of its schema.
  public var version: Int
  public var province: Division.Code
  /// The office of the role that asks, and the place whose part of the tree it enters for.
  public var office: String
  public var place: Division.Code
  public var sight: Sight
  /// The last `seq` that it has given.
  public var head: Int

  public init(
    hub: String, version: Int, province: Division.Code, office: String, place: Division.Code,
    sight: Sight, head: Int
  ) {
    (self.hub, self.version, self.province) = (hub, version, province)
    (self.office, self.place, self.sight, self.head) = (office, place, sight, head)
  }
}

/// What a ledger asks of a hub: an ordinary database, one in memory, or a packed file.
public protocol Hub {
  func greet() throws -> HubGreeting
  /// The last act of an origin that the hub holds, with its hash; nil for none.
  func last(of origin: ActName.Origin) throws -> (number: Int, hash: [UInt8])?
  /// The hash of one act; nil where the hub does not hold it.
  func hash(of act: ActName) throws -> [UInt8]?
  /// Acts after a place in the order, so many at most; fewer where they are large, none at the end.
  func acts(after seq: Int, limit: Int) throws -> [HubAct]
  /// How many acts are for each place, seen or not.
  func counts() throws -> [Division.Code: Int]
  /// Puts acts there, all or none, in their order: our own, or those of an office without a line.
  ///
  /// `moved` names the first that something came before; a `Fault` is thrown where one is refused.
  func push(_ acts: [SharedAct], for carried: CarriedOffice?) throws -> HubAnswer
}

extension Hub {
  public func push(_ acts: [SharedAct]) throws -> HubAnswer { try push(acts, for: nil) }
}

/// An office without a line, whose acts another one carries to the hub: they are entered by its
/// rights.
public struct CarriedOffice: Hashable, Sendable {
  public var name: String
  public var place: Division.Code

  public init(_ name: String, _ place: Division.Code) { (self.name, self.place) = (name, place) }
}

/// What became of acts that were pushed.
public enum HubAnswer: Hashable, Sendable {
  case taken
  /// Somebody else touched since `base` what this act holds; none of the acts was taken.
  case moved(ActName)
  /// The hub does not let this office enter this act: in words of its own.
  case refused(ActName, Phrase)
  /// What the hub has of this ledger is another office's: under another name it may be taken.
  case foreign(ActName)

  /// Why nothing was taken where a ledger is another office's.
  public static let foreignWords = Phrase(
    "这本台账以前的登记是以别的单位的名义送进共享库的。",
    "What the hub has of this ledger was entered for another office.")
}
