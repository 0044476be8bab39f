/// Figures that came in together (批次), one act of the ledger.
public struct Batch: Hashable, Sendable, Identifiable {
  public typealias ID = Int

  /// How the figures came.
  public enum Kind: String, Codable, Sendable {
    /// From a file.
    case file
    /// Typed in by hand.
    case typed
    /// The made-up figures of the sample.
    case sample
  }

  public var id: ID
  public var kind: Kind
  /// Name of the file, without its folder; nil where there was none.
  public var file: String?
  /// SHA-256 of the file's bytes in hexadecimal; nil where there was none.
  public var hash: String?
  public var note: String?
  /// Names of the checks that its figures passed.
  public var checks: [String]
  public var who: String
  /// The day of the books.
  public var day: Day
  /// When the clock said it was entered, as ISO 8601.
  public var at: String
  public var meeting: String?
  /// How many figures it has.
  public var count: Int
  /// When it was taken back, as of the day that was asked for; nil where it stands.
  public var withdrawal: Withdrawal?

  /// Who took a batch back, when and why.
  public struct Withdrawal: Hashable, Sendable {
    public var who: String
    public var day: Day
    public var at: String
    public var reason: String?

    public init(who: String, day: Day, at: String, reason: String? = nil) {
      (self.who, self.day, self.at, self.reason) = (who, day, at, reason)
    }
  }

  public init(
    id: ID, kind: Kind, file: String? = nil, hash: String? = nil, note: String? = nil,
    checks: [String] = [], who: String, day: Day, at: String, meeting: String? = nil,
    count: Int = 0, withdrawal: Withdrawal? = nil
  ) {
    (self.id, self.kind, self.file, self.hash, self.note) = (id, kind, file, hash, note)
    (self.checks, self.who, self.day, self.at) = (checks, who, day, at)
    (self.meeting, self.count, self.withdrawal) = (meeting, count, withdrawal)
  }
}

extension Batch {
  /// A batch as it stands when it has just been posted.
  public init(_ id: ID, _ batch: NewBatch, _ stamp: Stamp) {
    self.init(
      id: id, kind: batch.kind, file: batch.file, hash: batch.hash, note: batch.note,
      checks: batch.checks, who: stamp.who, day: stamp.day, at: stamp.at, meeting: stamp.meeting,
      count: batch.figures.count)
  }
}

/// What a batch is to be posted with; the ledger adds who and when.
public struct NewBatch: Hashable, Codable, Sendable {
  public var kind: Batch.Kind
  public var file: String?
  public var hash: String?
  public var note: String?
  public var checks: [String]
  public var figures: [Figure]

  public init(
    _ kind: Batch.Kind, file: String? = nil, hash: String? = nil, note: String? = nil,
    checks: [String] = [], figures: [Figure]
  ) {
    (self.kind, self.file, self.hash, self.note) = (kind, file, hash, note)
    (self.checks, self.figures) = (checks, figures)
  }
}

/// A figure with the batch that it came in.
public struct PostedFigure: Hashable, Sendable {
  public var figure: Figure
  public var batch: Batch

  public init(_ figure: Figure, in batch: Batch) { (self.figure, self.batch) = (figure, batch) }
}
