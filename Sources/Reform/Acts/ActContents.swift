/// A target that the office sets itself, or takes away.
public struct OwnTarget: Hashable, Codable, Sendable {
  /// Its origin is the act itself; what stands there is not kept.
  public var target: Target
  public var note: String?
  public var isMadeUp: Bool
  /// Whether the one of the same indicator, region, scope and year is taken away.
  public var isDropped: Bool

  public init(
    _ target: Target, note: String? = nil, isMadeUp: Bool = false, isDropped: Bool = false
  ) {
    (self.target, self.note, self.isMadeUp) = (target, note, isMadeUp)
    self.isDropped = isDropped
  }
}

/// One thing done about the collecting of a year's figures: sent back, locked, opened again; or a
/// form of tasks of a month, sent back.
public struct CollectionStep: Hashable, Codable, Sendable {
  public var kind: CollectionEntry.Kind
  /// The place with all that lies in it.
  public var place: Division.Code
  public var year: Int
  /// The month of a form of tasks; nil for the figures of the year.
  public var month: Int?
  /// May be empty for a lock only.
  public var reason: String

  public init(
    _ kind: CollectionEntry.Kind, _ place: Division.Code, year: Int, month: Int? = nil,
    reason: String = ""
  ) {
    (self.kind, self.place, self.year, self.month) = (kind, place, year, month)
    self.reason = reason
  }

  /// What an entry of the ledger has entered.
  public init(_ entry: CollectionEntry) {
    self.init(
      entry.kind, entry.place, year: entry.year, month: entry.month, reason: entry.reason)
  }
}

/// What is filed of a document: its clauses word for word, and what was accepted of them.
public struct Filing: Hashable, Codable, Sendable {
  /// A clause as it is kept.
  public struct Text: Hashable, Codable, Sendable {
    public var path: String
    public var place: String
    public var section: String
    public var text: String
    public var isTruncated: Bool

    public init(
      path: String, place: String, section: String, text: String, isTruncated: Bool
    ) {
      (self.path, self.place, self.section) = (path, place, section)
      (self.text, self.isTruncated) = (text, isTruncated)
    }
  }

  /// A task, or a fact of a bulletin, which sets no work.
  public struct Item: Hashable, Codable, Sendable {
    public var task: ReformTask
    public var isFact: Bool
  }

  public var document: Document
  /// Whether the ledger held the document before this was read.
  public var isKnown: Bool
  /// All clauses, in printed order.
  public var texts: [Text]
  public var items: [Item]
  /// The review that it was accepted in; nil for one of another ledger.
  public var review: Int64?

  /// What has been accepted of a review by now.
  public init(_ review: Review) {
    (document, isKnown) = (review.document, review.isKnown)
    texts = review.drafts.map { draft in
      let clause = draft.clause
      return Text(
        path: clause.path, place: clause.place, section: clause.section, text: clause.text,
        isTruncated: clause.isTruncated)
    }
    items = review.drafts.filter { $0.decision == .accepted }.map {
      Item(task: $0.task, isFact: $0.clause.kind == .fact)
    }
    self.review = review.id
  }
}

/// What acts are held against before they are entered.
public struct ActRules {
  /// As the ledger holds it.
  public var catalogue: Catalogue
  /// What the documents say of groups; read where an act on groups asks for it.
  public var charter: () -> GroupCharter

  public init(_ catalogue: Catalogue, charter: @escaping () -> GroupCharter) {
    (self.catalogue, self.charter) = (catalogue, charter)
  }
}
