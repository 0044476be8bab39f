/// Where the words of a read value stand: in the clause's text, and in the source.
public struct Evidence: Hashable, Codable, Sendable {
  /// Offsets into the clause's text, counted in Unicode scalars.
  ///
  /// Both are 0 where the words stand in the heading of its section.
  public var start: Int
  public var end: Int
  /// Line and column in the source, counted from 1.
  public var line: Int
  public var column: Int

  public init(start: Int, end: Int, line: Int, column: Int) {
    (self.start, self.end, self.line, self.column) = (start, end, line, column)
  }
}

/// A value that was read, beside the words it was read from.
public struct Witnessed<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  public var evidence: Evidence

  public init(_ value: Value, _ evidence: Evidence) {
    (self.value, self.evidence) = (value, evidence)
  }
}

extension Witnessed: Codable where Value: Codable {}

/// A clause as read from a document, waiting for a person to accept it (草稿).
public struct ClauseDraft: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    /// A numbered leaf clause.
    case numbered
    /// A row of a table of tasks.
    case row
    /// A duty that stands outside the numbered clauses.
    case section
    /// What a bulletin reports: a fact with its figures, or a statement without one.
    case fact
  }

  public var kind: Kind
  /// `9`, `2.1.1`, `annex-9`.
  public var path: String
  /// The numbering as printed: 二（一）1.
  public var place: String
  /// Heading of the section that it stands in, as printed.
  public var section: String
  public var title: String
  /// The whole clause with line breaks closed up.
  public var text: String
  public var departments: [Witnessed<Responsible>]
  public var deadlines: [Witnessed<Deadline>]
  public var places: [Witnessed<NamedPlace>]
  public var targets: [Witnessed<TaskTarget>]
  /// True of a numbered clause of the safeguards (保障措施), which says how, and seldom who by when.
  public var isSafeguard = false
  /// True of a clause with a note of its own whose items are clauses too: its text is without theirs.
  public var isParent: Bool?
  /// True where the places that it names are said to do it themselves (万州区、涪陵区完成).
  public var placesAct: Bool?
  /// True where the document breaks off in it.
  public var isTruncated: Bool
  public var line: Int
  public var column: Int

  public init(
    kind: Kind, path: String, place: String = "", section: String = "", title: String,
    text: String, isTruncated: Bool = false, line: Int = 1, column: Int = 1
  ) {
    (self.kind, self.path, self.place, self.section) = (kind, path, place, section)
    (self.title, self.text, self.isTruncated) = (title, text, isTruncated)
    (self.line, self.column) = (line, column)
    (departments, deadlines, places, targets) = ([], [], [], [])
  }
}

/// What the head and the signature of a document say about it.
public struct DocumentHead: Hashable, Codable, Sendable {
  public var number: String?
  public var title: String?
  /// Title of the plan that a notice sends out, where it is not the notice's own.
  public var plan: String?
  public var issuer: String?
  /// The day of the signature.
  public var issued: Day?
  /// The day it was printed, where a footer says so.
  public var printed: Day?
  /// The division that it binds; nil where none of the known ones issued it.
  public var region: Division.Code?
  public var kind: Document.Kind
  public var isTruncated: Bool

  public init() { (kind, isTruncated) = (.policy, false) }
}

/// A rule that a document states once, and that holds from there on.
public struct DocumentRule: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    /// The first named leads (列第一位的为牵头单位).
    case firstLeads = "first-leads"
    /// A unit answers for every clause from here on (以下均含……，不再列出).
    case alsoBinds = "also-binds"
  }

  public var kind: Kind
  public var words: String
  public var line: Int
  public var column: Int

  public init(_ kind: Kind, words: String, line: Int, column: Int) {
    (self.kind, self.words, self.line, self.column) = (kind, words, line, column)
  }
}

/// All that was read from a document, and what could not be read surely.
public struct DocumentReading: Hashable, Sendable {
  public var head: DocumentHead
  /// Numbered leaf clauses and rows of tables, in printed order.
  public var clauses: [ClauseDraft]
  /// Duties outside them, kept apart.
  public var obligations: [ClauseDraft]
  /// Targets of tables of indicators, which are no tasks.
  public var targets: [StatedTarget]
  /// What a bulletin reports; figures stand where a clause has its targets.
  public var facts: [ClauseDraft] = []
  public var rules: [DocumentRule]
  public var findings: [Finding]

  public init(head: DocumentHead) {
    self.head = head
    (clauses, obligations, targets, rules, findings) = ([], [], [], [], [])
  }
}

extension Responsible {
  /// True of a kind of offices that names none of them (各相关部门, 有关单位).
  public var isGeneric: Bool {
    ["相关部门", "有关部门", "相关单位", "有关单位", "各部门", "各单位", "成员单位"].contains {
      name.hasSuffix($0)
    }
  }
}

extension ClauseDraft {
  /// Its path in lists; a fact stands under its section, for its path only tells its words.
  public func shownPath(_ language: Language) -> String {
    guard kind != .fact else { return place }
    return language == .zh ? path.replacing("annex-", with: "附件") : path
  }
}
