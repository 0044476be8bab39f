extension Review {
  /// What a file turned out to be when it was imported.
  public enum Imported: Sendable, Hashable {
    /// Its drafts wait in the review of this number.
    case waits(Int64)
    /// The ledger holds all of it already; so many clauses have their text now.
    case same(Document.ID, texts: Int)
  }
}
