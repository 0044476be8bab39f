/// A document that was read and waits for a person to accept what it sets (待审文件).
public struct Review: Hashable, Sendable, Identifiable {
  /// Its number in the ledger; 0 until it is kept there.
  public var id: Int64
  /// Name of the file that was read.
  public var file: String
  /// The document as it will be filed; of one that the ledger holds, the document it holds.
  public var document: Document
  /// True where the ledger holds the document already.
  public var isKnown: Bool
  /// In printed order.
  public var drafts: [TaskDraft]
  /// What is wrong with the head of the document.
  public var doubts: [Finding]
  /// Tasks that the ledger has and this reading has not.
  public var missing: [ReformTask.ID]

  public init(
    id: Int64 = 0, file: String, document: Document, isKnown: Bool = false,
    drafts: [TaskDraft] = [], doubts: [Finding] = [], missing: [ReformTask.ID] = []
  ) {
    (self.id, self.file, self.document, self.isKnown) = (id, file, document, isKnown)
    (self.drafts, self.doubts, self.missing) = (drafts, doubts, missing)
  }

  /// How many drafts still wait for a person.
  public var waiting: Int { drafts.count { $0.isWaiting } }

  /// Accepts every draft that is new and sure; gives which.
  @discardableResult
  public mutating func acceptSure() -> [Int] {
    let sure = drafts.indices.filter { index in
      drafts[index].isWaiting && drafts[index].isSure && drafts[index].held == nil
    }
    for index in sure { drafts[index].decision = .accepted }
    return sure
  }

  public var accepted: Int { drafts.count { $0.decision == .accepted } }
}

/// A task as it would be filed, beside the clause it was read from (草稿).
public struct TaskDraft: Hashable, Codable, Sendable {
  public enum Decision: String, Codable, Sendable, CaseIterable {
    case waiting, accepted, dropped
    /// In the ledger.
    case filed
  }

  public var clause: ClauseDraft
  public var task: ReformTask
  public var decision: Decision
  /// True where a person has changed what was read.
  public var isAmended: Bool
  /// What could not be read surely in this clause.
  public var doubts: [Finding]
  /// What the ledger holds for the clause.
  public var held: ReformTask?

  public init(
    _ clause: ClauseDraft, _ task: ReformTask, doubts: [Finding] = [], held: ReformTask? = nil
  ) {
    (self.clause, self.task, self.doubts, self.held) = (clause, task, doubts, held)
    (decision, isAmended) = (.waiting, false)
  }

  /// Where the reading and the ledger do not say the same; nothing for what is new.
  public var differences: [TaskField] { held.map { task.differences(from: $0) } ?? [] }

  /// The ledger holds it just so: there is nothing to decide.
  public var isSame: Bool { held != nil && differences.isEmpty && !isAmended }

  public var isWaiting: Bool { decision == .waiting && !isSame }

  /// Nothing about it is in doubt: departments are named, and no finding points at it.
  public var isSure: Bool {
    if clause.kind == .fact { return doubts.isEmpty && !task.targets.isEmpty }
    return doubts.isEmpty && !task.departments.isEmpty && !clause.isTruncated
      && task.deadlines.allSatisfy(\.isSettled)
  }
}

extension Deadline {
  /// True unless its words ask for a day that they do not print (3年内, no start named).
  public var isSettled: Bool {
    switch kind {
    case .date, .year, .range: due != nil
    default: true
    }
  }
}

extension Review {
  /// The review of a reading against what the ledger holds.
  ///
  /// `key` is the document's key where the ledger does not know it yet.
  ///
  /// `reported` is what the ledger holds of bulletins.
  public init(
    _ reading: DocumentReading, file: String, key: Document.ID, in catalogue: Catalogue,
    reported: [Achievement] = []
  ) {
    let number = reading.head.number.map(Self.plain)
    let known = number.flatMap { wanted in
      catalogue.documents.first { document in
        Self.plain(document.number) == wanted
          || document.kind == .bulletin && document.issued == reading.head.issued
            && Self.issue(document.number) == Self.issue(wanted)
      }
    }
    let document = known ?? Document(reading.head, key: key, in: catalogue)
    let clauses = (reading.clauses + Self.apart(reading)).sorted {
      ($0.line, $0.column) < ($1.line, $1.column)
    }
    let doubts = Self.sorted(reading.findings, to: clauses)
    self.init(
      file: file, document: document, isKnown: known != nil, doubts: doubts[-1] ?? [])
    guard document.kind == .policy else {
      draft(reading, in: catalogue, reported: reported)
      return
    }
    drafts = clauses.enumerated().map { index, clause in
      let held = catalogue.task(of: document.id, clause: clause)
      // Duties of a clause that are filed as tasks of their own leave nothing for one draft to change.
      if let held, held.id != document.id + "/" + clause.path {
        return TaskDraft(clause, held, doubts: doubts[index] ?? [], held: held)
      }
      let task = ReformTask(
        clause, of: document.id, region: document.region, in: catalogue)
      return TaskDraft(
        clause, held.map { task.keepingOwnWords(of: $0, in: clause.text) } ?? task,
        doubts: doubts[index] ?? [],
        held: held)
    }
    missing = catalogue.tasks.filter { task in
      task.document == document.id && catalogue.hand.making(of: task.id) == nil
        && !drafts.contains { $0.clause.holds(task) }
    }
    .map(\.id)
  }

  /// Duties outside the numbered clauses, under a path that no numbered clause has.
  private static func apart(_ reading: DocumentReading) -> [ClauseDraft] {
    let taken = Set(reading.clauses.map(\.path))
    return reading.obligations.map { clause in
      guard taken.contains(clause.path) else { return clause }
      var apart = clause
      apart.path += "-duty"
      return apart
    }
  }

  /// A draft for each fact; one whose words the ledger holds already leaves nothing to decide.
  private mutating func draft(
    _ reading: DocumentReading, in catalogue: Catalogue, reported: [Achievement]
  ) {
    let held = Achievement.held(reported, of: document)
    let doubts = Self.sorted(reading.findings, to: reading.facts)
    drafts = reading.facts.enumerated().map { index, clause in
      let held = held[clause.path]
      let task =
        held
        ?? ReformTask(
          clause, of: document.id, region: document.region, in: catalogue)
      return TaskDraft(clause, task, doubts: doubts[index] ?? [], held: held)
    }
  }

  /// The numbers of an issue: 第11期总第118期 is 医改信息第11期（总第118期）, where the day is the same.
  static func issue(_ number: String) -> [Substring] { number.split { !$0.isNumber } }

  /// A number without the blanks that some print in it.
  static func plain(_ number: String) -> String { number.filter { !$0.isWhitespace } }

  /// Findings by the clause in which they stand; -1 for those before the first.
  private static func sorted(
    _ findings: [Finding], to clauses: [ClauseDraft]
  ) -> [Int: [Finding]] {
    var found: [Int: [Finding]] = [:]
    for finding in findings {
      let place = (finding.source.line ?? 0, finding.source.column ?? 0)
      let index =
        finding.isOutsideClauses ? -1 : clauses.lastIndex { ($0.line, $0.column) <= place } ?? -1
      let isTold = found[index]?.contains {
        $0.check == finding.check && $0.message == finding.message && $0.words == finding.words
      }
      if isTold != true { found[index, default: []].append(finding) }
    }
    return found
  }
}

extension Document {
  /// The document that a head describes; what the head does not say stays empty.
  public init(_ head: DocumentHead, key: ID, in catalogue: Catalogue) {
    let title = head.plan ?? head.title ?? ""
    let short = head.number ?? String(title.prefix(12))
    self.init(
      id: key, number: head.number ?? "", title: Phrase(title, title), short: Phrase(short, short),
      issuer: head.issuer ?? "", issued: head.issued ?? Day(ordinal: 0),
      region: head.region ?? catalogue.province, kind: head.kind, isTruncated: head.isTruncated)
  }

  /// What a person has to enter before the document can be filed.
  public var lacks: [DocumentField] {
    var found: [DocumentField] = []
    if title.zh.isEmpty { found.append(.title) }
    if number.isEmpty { found.append(.number) }
    if issuer.isEmpty { found.append(.issuer) }
    if issued == Day(ordinal: 0) { found.append(.issued) }
    return found
  }
}

/// A part of a document's head that a person may amend.
public enum DocumentField: String, Codable, Sendable, CaseIterable {
  case number, title, short, issuer, issued, region
}

extension ClauseDraft {
  /// Whether a task of the same document was filed for this clause, or for a duty in it.
  ///
  /// A duty outside the numbered clauses is filed under the section that it stands in (`3-plan`).
  func holds(_ task: ReformTask) -> Bool {
    guard kind == .section else { return task.clause == path || task.id.hasSuffix("/" + path) }
    return task.clause == path || task.clause.hasPrefix(path.prefix { $0 != "-" } + "-")
  }
}

extension Catalogue {
  /// The task filed for a clause that was read, as it was filed; of several the first.
  ///
  /// One that was made by hand is none of the document's own words.
  func task(of document: Document.ID, clause: ClauseDraft) -> ReformTask? {
    if clause.kind != .section, let task = filed(document + "/" + clause.path) { return task }
    return tasks.first {
      $0.document == document && clause.holds($0) && hand.making(of: $0.id) == nil
    }.flatMap { filed($0.id) }
  }
}
