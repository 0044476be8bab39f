import Reform

/// What is to be done outside for documents and their review.
public enum ReviewEffect: Sendable, Equatable {
  /// Read a file and keep its review.
  case importFile(String)
  /// Enter a file of figures, as long as it is the one that was shown, and no figures came for the
  /// same after the last act that was seen.
  case enterFigures(path: String, hash: String, seen: Int)
  /// Enter what forms of tasks bring, unless somebody has entered something for the same lines.
  case enterTasks([SentForm], [Change])
  /// Keep what was decided on drafts, unless they are not as they were seen any more.
  case decide(Int64, [Int: TaskDraft], seen: [Int: TaskDraft])
  /// Keep what was amended in the head.
  case amend(Int64, Document)
  /// Read a deadline that was typed for a draft.
  case readDeadline(String, draft: Int, issued: Day)
  /// Read figures that were typed for a fact of a bulletin.
  case readFigures(String, draft: Int)
  /// File what was accepted, unless somebody has decided otherwise on the same review.
  case accept(Filing)
  /// Put a review aside.
  case discard(Int64)
  /// Look whether a document can be taken out of the ledger.
  case prepareWithdrawal(Document.ID)
  /// Take a filed document out of the ledger, and its drafts back into review.
  case withdraw(Document.ID)
}

/// What came of it.
public enum ReviewAnswer: Sendable, Equatable {
  case loaded([Review])
  case imported(Review.Imported, [Review])
  /// A file of figures was read and nothing entered, or entered as a batch.
  case figures(FigureTrial)
  case figuresEntered(Batch)
  /// A form of tasks was read and nothing entered.
  case tasks(TaskTrial)
  case kept
  /// Nothing was kept, for somebody else has decided on the same drafts.
  case overtaken([Review])
  case deadlineRead([Deadline], draft: Int)
  case figuresRead([TaskTarget], draft: Int)
  /// The ledger holds other documents or tasks than before.
  case filed(Filed, [Review])
  /// The document can be taken out of the ledger.
  case withdrawable(Document.ID)
  case texts(Document.ID, [String: String])
  case achievements([Achievement])
}

/// Documents and tasks after a filing, and how things stand.
public struct Filed: Sendable, Equatable {
  public enum Kind: Sendable { case accepted, withdrawn, elsewhere }

  public var kind: Kind
  /// How many tasks were filed.
  public var count: Int
  public var catalogue: Catalogue
  public var progress: LedgerState

  public init(kind: Kind, count: Int, catalogue: Catalogue, progress: LedgerState) {
    (self.kind, self.count, self.catalogue, self.progress) = (kind, count, catalogue, progress)
  }
}
