/// What the unpacking of a file came to.
public struct UnpackReport: Hashable, Codable, Sendable {
  /// Whose file it is.
  public var office: String
  /// Acts that were put into the hub, or taken into the ledger.
  public var came: Int
  /// Acts that were there already.
  public var known: Int
  /// Acts from the first on that was not taken.
  public var left: Int
  /// The first of those, and why it was not.
  public var first: LeftAct?
  /// Acts of our own that the hub is now known to hold.
  public var confirmed: Int
  /// Of a pack that comes down: acts of our own that were not taken, and wait for an answer.
  public var refused: Int

  public init(
    office: String, came: Int = 0, known: Int = 0, left: Int = 0, first: LeftAct? = nil,
    confirmed: Int = 0, refused: Int = 0
  ) {
    (self.office, self.came, self.known, self.left) = (office, came, known, left)
    (self.first, self.confirmed, self.refused) = (first, confirmed, refused)
  }
}

/// An act out of a pack that the hub did not take, for the office that packed it.
public struct LeftAct: Hashable, Codable, Sendable {
  public var name: ActName
  /// That of the act: one of the same name may be another.
  public var hash: [UInt8]
  public var words: Phrase
  /// Whether it may be taken under another name of its ledger.
  public var isForeign: Bool

  public init(_ act: SharedAct, _ words: Phrase, isForeign: Bool = false) {
    (name, hash, self.words, self.isForeign) = (act.name, act.hash, words, isForeign)
  }
}
