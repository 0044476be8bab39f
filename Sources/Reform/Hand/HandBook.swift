/// A change by hand as it stands in the ledger.
public struct HandEntry: Hashable, Sendable, Identifiable {
  /// The act that it was entered with; several may have one.
  public var act: Int
  public var id: Int
  public var step: HandStep
  public var who: String
  public var day: Day
  public var at: String
  /// The days on which it counts, as it was taken back and put back: from the first, not on the last.
  public var spans: [Span]

  public struct Span: Hashable, Sendable {
    public var from: Day
    public var until: Day?

    public init(from: Day, until: Day?) { (self.from, self.until) = (from, until) }
  }

  public init(
    id: Int, act: Int, _ step: HandStep, who: String, day: Day, at: String, spans: [Span]
  ) {
    (self.id, self.act, self.step, self.who) = (id, act, step, who)
    (self.day, self.at, self.spans) = (day, at, spans)
  }

  /// Whether it counts on a day; nil asks for the end of all days.
  public func stands(on day: Day?) -> Bool {
    guard let day else { return spans.last.map { $0.until == nil } ?? false }
    return spans.contains { $0.from <= day && ($0.until.map { day < $0 } ?? true) }
  }
}

/// All that was changed by hand in a ledger's catalogue, and what of it holds on a day.
public struct HandBook: Hashable, Sendable {
  /// In the order in which they count: by day, then as they were entered.
  public let entries: [HandEntry]
  private var byTask: [ReformTask.ID: [Int]] = [:]
  private var byDocument: [Document.ID: [Int]] = [:]
  /// The days on which something begins to be otherwise, in order.
  private var turns: [Day] = []

  public init(_ entries: [HandEntry] = []) {
    self.entries = entries.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    var days: Set<Day> = []
    for (index, entry) in self.entries.enumerated() {
      if let task = entry.step.task { byTask[task, default: []].append(index) }
      if let document = entry.step.document { byDocument[document, default: []].append(index) }
      for span in entry.spans { days.formUnion([span.from, span.until].compactMap(\.self)) }
      if case .make(let made) = entry.step { days.insert(made.since) }
    }
    turns = days.sorted()
  }

  public var isEmpty: Bool { entries.isEmpty }

  /// Days on which nothing changes: from the first, not on the last; without one for ever.
  struct Stretch: Hashable, Sendable {
    var from: Day?
    var until: Day?

    func holds(on day: Day) -> Bool {
      (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
    }
  }

  /// The days around one, or those of the present, on which nothing changes.
  func stretch(around day: Day?) -> Stretch {
    guard let day else { return Stretch(from: turns.last, until: nil) }
    return Stretch(from: turns.last { $0 <= day }, until: turns.first { $0 > day })
  }

  /// What was entered for a task, oldest first.
  public func entries(of task: ReformTask.ID) -> [HandEntry] {
    (byTask[task] ?? []).map { entries[$0] }
  }

  // MARK: What is left out

  private func last(_ indices: [Int]?, _ scope: HandScope, on day: Day?) -> HandEntry? {
    guard let indices else { return nil }
    let last = indices.last { entries[$0].step.scope == scope && entries[$0].stands(on: day) }
    guard let last, entries[last].step.kind == .leaveOut else { return nil }
    return entries[last]
  }

  /// By what something is left out on a day, itself and not what it belongs to; nil where it is not.
  public func leftOut(_ scope: HandScope, on day: Day?) -> HandEntry? {
    guard !isEmpty else { return nil }
    switch scope {
    case .document(let document): return last(byDocument[document], scope, on: day)
    case .task(let task), .place(let task, _): return last(byTask[task], scope, on: day)
    }
  }

  /// By what a task is left out everywhere: by itself, or with its document.
  public func leftOut(_ task: ReformTask, on day: Day?) -> HandEntry? {
    leftOut(.task(task.id), on: day) ?? leftOut(.document(task.document), on: day)
  }

  /// The places in which alone a task is left out.
  public func leftPlaces(of task: ReformTask.ID, on day: Day?) -> [Division.Code: HandEntry] {
    guard let indices = byTask[task] else { return [:] }
    let places = Set(indices.compactMap { entries[$0].step.place })
    return places.reduce(into: [:]) { found, place in
      found[place] = last(indices, .place(task, place), on: day)
    }
  }

  /// Whether a task was ever left out in some places only.
  public func hasLeftPlaces(_ task: ReformTask.ID) -> Bool {
    byTask[task]?.contains { entries[$0].step.place != nil } ?? false
  }

  /// Everything that is left out on a day, in the order in which it was.
  public func leftOut(on day: Day?) -> [HandEntry] {
    let scopes = Set(entries.compactMap { $0.step.kind == .leaveOut ? $0.step.scope : nil })
    return scopes.compactMap { leftOut($0, on: day) }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  // MARK: What was made and amended

  /// By what a task was made; nil for one of a document.
  public func making(of task: ReformTask.ID) -> (entry: HandEntry, made: HandTask)? {
    for index in byTask[task] ?? [] {
      if case .make(let made) = entries[index].step { return (entries[index], made) }
    }
    return nil
  }

  /// Whether a task is asked for by a day, as far as that was made by hand.
  public func isMade(_ task: ReformTask.ID, by day: Day) -> Bool {
    guard let (entry, made) = making(of: task) else { return true }
    return made.since <= day && entry.stands(on: max(day, entry.day))
  }

  /// A task as it was filed, with what was amended by a day.
  public func amended(_ task: ReformTask, on day: Day?) -> ReformTask {
    amending(of: task.id, on: day).reduce(task) { task, entry in
      guard case .amend(_, let amendment) = entry.step else { return task }
      return amendment.applied(to: task)
    }
  }

  /// The amendments of a task that count on a day, oldest first.
  public func amending(of task: ReformTask.ID, on day: Day?) -> [HandEntry] {
    (byTask[task] ?? []).map { entries[$0] }
      .filter { $0.step.kind == .amend && $0.stands(on: day) }
  }

  /// By what each part of a task came to be as it is.
  public func amendments(of task: ReformTask.ID, on day: Day?) -> [TaskField: HandEntry] {
    var found: [TaskField: HandEntry] = [:]
    for entry in amending(of: task, on: day) {
      guard case .amend(_, let amendment) = entry.step else { continue }
      for field in amendment.fields { found[field] = entry }
    }
    return found
  }
}
