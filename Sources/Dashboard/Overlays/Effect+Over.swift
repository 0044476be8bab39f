import Reform

extension Effect {
  /// The same over entries that came in between and have been seen by now; what comes after them
  /// is asked about anew.
  func over(_ entries: [Entry]) -> Effect {
    switch self {
    case .record(let changes, let overriding):
      .record(changes.map { $0.over(entries) }, overriding: overriding)
    case .review(.enterTasks(let forms, let changes)):
      .review(.enterTasks(forms, changes.map { $0.over(entries) }))
    case .meeting(.decide(let decision, let changes, let seen)):
      .meeting(.decide(decision, changes.map { $0.over(entries) }, seen: seen))
    case .meeting(.decideEach(let decided, let seen)):
      .meeting(
        .decideEach(
          decided.map {
            Decided(decision: $0.decision, changes: $0.changes.map { $0.over(entries) })
          }, seen: seen))
    case .meeting(.takeBack(let meeting, let seen)):
      .meeting(.takeBack(meeting, over: entries.map(\.id).max() ?? seen))
    case .meeting(.putBack(let meeting, let seen)):
      .meeting(.putBack(meeting, over: entries.map(\.id).max() ?? seen))
    case .takeBack(let seen): .takeBack(over: entries.map(\.id).max() ?? seen)
    case .putBack(let seen): .putBack(over: entries.map(\.id).max() ?? seen)
    case .hand(.enter(let steps, let seen)):
      .hand(.enter(steps, seen: entries.map(\.act).max() ?? seen))
    case .hand(.write(let draft, let seen)):
      .hand(.write(draft, seen: entries.map(\.act).max() ?? seen))
    default: self
    }
  }
}

extension Change {
  /// The same, where an entry on its line or its task has been seen meanwhile.
  fileprivate func over(_ entries: [Entry]) -> Change {
    guard let entry = entries.last(where: { $0.concerns(self) }) else { return self }
    var change = self
    if let entry = entries.last(where: { $0.line == line && $0.status != nil }) {
      change.seen = entry.id
    }
    if change.due != nil { change.dueSeen = .some(entry.due.flatMap { Day($0) }) }
    if change.until != nil, let later = entries.last(where: { $0.line == line && $0.until != nil })
    {
      change.untilSeen = .some(later.until.flatMap { Day($0) })
    }
    return change
  }
}

extension Entry {
  /// Whether it came in between a change: on the same line or, of a due day, for the same task.
  fileprivate func concerns(_ change: Change) -> Bool {
    line == change.line || change.due != nil && due != nil && line.task == change.line.task
  }
}
