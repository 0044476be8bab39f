/// What an office changes in its own catalogue (手工调整): the one that comes with the program is an
/// offer.
public enum HandStep: Hashable, Codable, Sendable {
  /// A task that the office sets itself.
  case make(HandTask)
  /// Other words, units, deadlines, places, targets or another theme of a task.
  case amend(ReformTask.ID, TaskAmendment)
  /// What is not asked for any more from the day of the act on (移出); nothing is removed.
  case leaveOut(HandScope, reason: String)
  /// What is asked for again (移回).
  case takeIn(HandScope, reason: String)
}

/// What is left out, or taken in again.
public enum HandScope: Hashable, Codable, Sendable {
  /// A document with all its tasks, those that are filed later with them.
  case document(Document.ID)
  case task(ReformTask.ID)
  /// A task in one place only.
  case place(ReformTask.ID, Division.Code)
}

/// A task that is made by hand (自立任务).
public struct HandTask: Hashable, Codable, Sendable {
  /// Its id is given by the ledger; a document without a key is that of the office's own tasks.
  public var task: ReformTask
  /// The day from which it is asked for.
  public var since: Day
  /// Where it stands in its document, as the office writes it; empty for nowhere.
  public var clause: String
  /// What it rests on, or why it was set; may be empty.
  public var reason: String

  public init(_ task: ReformTask, since: Day, clause: String = "", reason: String = "") {
    (self.task, self.since, self.clause, self.reason) = (task, since, clause, reason)
  }
}

/// What of a task is to be other than it was; nil leaves a part as it is.
public struct TaskAmendment: Hashable, Codable, Sendable {
  public var title: Phrase?
  public var theme: String?
  /// The task's own level, then those that it binds besides.
  public var levels: [ReformTask.Level]?
  public var departments: [Responsible]?
  public var deadlines: [Deadline]?
  public var places: [NamedPlace]?
  public var targets: [TaskTarget]?
  public var reason: String

  public init(reason: String = "") { self.reason = reason }

  /// What differs between two versions of a task, as far as a person may amend it.
  public init(from before: ReformTask, to after: ReformTask, reason: String) {
    self.reason = reason
    if after.title != before.title { title = after.title }
    if after.theme != before.theme { theme = after.theme }
    if after.ownLevels != before.ownLevels { levels = after.ownLevels }
    if after.departments != before.departments { departments = after.departments }
    if after.deadlines != before.deadlines { deadlines = after.deadlines }
    if after.places != before.places { places = after.places }
    if after.targets != before.targets { targets = after.targets }
  }

  /// The parts that it changes.
  public var fields: [TaskField] {
    TaskField.allCases.filter { field in
      switch field {
      case .title: title != nil
      case .theme: theme != nil
      case .level: levels != nil
      case .departments: departments != nil
      case .deadlines: deadlines != nil
      case .places: places != nil
      case .targets: targets != nil
      case .supersedes: false
      }
    }
  }

  /// The task with it.
  public func applied(to task: ReformTask) -> ReformTask {
    var task = task
    if let title { task.title = title }
    if let theme { task.theme = theme }
    if let first = levels?.first {
      (task.level, task.also) = (first, Array(levels?.dropFirst() ?? []))
    }
    if let departments { task.departments = departments }
    if let deadlines { task.deadlines = deadlines }
    if let places { task.places = places }
    if let targets { task.targets = targets }
    return task
  }
}

extension ReformTask {
  /// Its own level first, then those that it binds besides.
  public var ownLevels: [Level] { [level] + also }
}

extension HandScope {
  public var task: ReformTask.ID? {
    switch self {
    case .document: nil
    case .task(let task), .place(let task, _): task
    }
  }

  public var place: Division.Code? { if case .place(_, let place) = self { place } else { nil } }
  public var document: Document.ID? {
    if case .document(let document) = self { document } else { nil }
  }
}

extension HandStep {
  /// What a step is called in the file and in JSON.
  public enum Kind: String, Sendable, CaseIterable {
    case make, amend
    case leaveOut = "leave-out"
    case takeIn = "take-in"
  }

  public var kind: Kind {
    switch self {
    case .make: .make
    case .amend: .amend
    case .leaveOut: .leaveOut
    case .takeIn: .takeIn
    }
  }

  /// The task that it is about; nil for a whole document.
  public var task: ReformTask.ID? {
    switch self {
    case .make(let made): made.task.id
    case .amend(let task, _): task
    case .leaveOut(let scope, _), .takeIn(let scope, _): scope.task
    }
  }

  /// The document that is left out or taken in as a whole.
  public var document: Document.ID? { scope?.document }
  public var place: Division.Code? { scope?.place }

  public var scope: HandScope? {
    switch self {
    case .make, .amend: nil
    case .leaveOut(let scope, _), .takeIn(let scope, _): scope
    }
  }

  public var reason: String {
    switch self {
    case .make(let made): made.reason
    case .amend(_, let amendment): amendment.reason
    case .leaveOut(_, let reason), .takeIn(_, let reason): reason
    }
  }
}
