/// What an exchange of a ledger with its hub came to.
public struct ExchangeReport: Hashable, Codable, Sendable {
  /// Acts of others that were taken in.
  public var came: Int
  /// Acts of our own that were sent.
  public var sent: Int
  /// Acts of our own that were not taken, and wait for an answer.
  public var refused: Int
  /// Acts that this program does not know: kept, and not shown.
  public var strange: Int
  /// Acts that the hub had lost, of our own and of others, where it was restored from an older copy.
  public var lost: Int

  public init(came: Int = 0, sent: Int = 0, refused: Int = 0, strange: Int = 0, lost: Int = 0) {
    (self.came, self.sent, self.refused, self.strange) = (came, sent, refused, strange)
    self.lost = lost
  }
}
