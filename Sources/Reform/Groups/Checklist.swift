/// A set of things that a document names with a number (六统一), kept as a list to tick.
public struct ChecklistSet: Hashable, Sendable, Identifiable {
  /// `six-unified`.
  public typealias ID = String

  public var id: ID
  public var name: Phrase
  /// How many things the name counts; nil where the document gives the set no number.
  public var count: Int?
  /// Every clause that names the set, the earliest document first.
  public var sources: [ClauseReference]
  /// Whom or what the clause asks it of, in our own words.
  public var subject: Phrase
  /// The members that the clause prints, in printed order; empty where it prints none.
  public var printed: [Phrase]

  public init(
    id: ID, name: Phrase, count: Int?, sources: [ClauseReference], subject: Phrase,
    printed: [Phrase]
  ) {
    (self.id, self.name, self.count, self.sources) = (id, name, count, sources)
    (self.subject, self.printed) = (subject, printed)
  }

  /// Whether the office has to enter the members itself: the documents only give the name.
  public var isOpen: Bool { printed.isEmpty }

  /// That the documents print no members; nil where they do.
  public var remark: Phrase? {
    guard isOpen else { return nil }
    return Phrase(
      "文件只写“\(name.zh)”，没有列出内容；请按本地执行的清单录入。",
      "The documents give only the name “\(name.en)” and list nothing; enter the list that is in use."
    )
  }
}

/// One thing of a set in one group, with the evidence that it is done.
public struct CheckedItem: Hashable, Sendable {
  public var set: ChecklistSet.ID
  /// From 1, in the order of the list.
  public var number: Int
  public var title: Phrase
  /// Whether the document prints it; false for what the office entered.
  public var isPrinted: Bool
  public var evidence: Evidence?

  /// That a thing is done: since when, by what it shows, and who entered it.
  public struct Evidence: Hashable, Sendable {
    public var done: Day
    public var text: String
    public var who: String
    public var entered: Day

    public init(done: Day, text: String, who: String, entered: Day) {
      (self.done, self.text, self.who, self.entered) = (done, text, who, entered)
    }
  }

  public init(
    set: ChecklistSet.ID, number: Int, title: Phrase, isPrinted: Bool, evidence: Evidence? = nil
  ) {
    (self.set, self.number, self.title) = (set, number, title)
    (self.isPrinted, self.evidence) = (isPrinted, evidence)
  }

  public func isDone(by day: Day) -> Bool { evidence.map { $0.done <= day } ?? false }
}

/// A set in one group: its things and how many are done.
public struct Checklist: Hashable, Sendable {
  public var set: ChecklistSet
  public var items: [CheckedItem]

  public init(_ set: ChecklistSet, items: [CheckedItem]) { (self.set, self.items) = (set, items) }

  public func done(by day: Day) -> Int { items.count { $0.isDone(by: day) } }

  /// How many things there must be: as many as the name counts, or as many as are listed.
  public var expected: Int { max(set.count ?? 0, items.count) }

  /// Complete when everything listed is done and no less is listed than the name counts.
  public func isComplete(by day: Day) -> Bool { expected > 0 && done(by: day) == expected }
}
