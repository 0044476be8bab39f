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
  /// Why it was not.
  public var words: Phrase?
  /// Of a pack that comes down: acts of our own that were not taken, and wait for an answer.
  public var refused: Int

  public init(
    office: String, came: Int = 0, known: Int = 0, left: Int = 0, words: Phrase? = nil,
    refused: Int = 0
  ) {
    (self.office, self.came, self.known, self.left) = (office, came, known, left)
    (self.words, self.refused) = (words, refused)
  }
}
