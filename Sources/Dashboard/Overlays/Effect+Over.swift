import Reform

extension Effect {
  /// The same over entries that came in between and have been seen by now; what comes after them
  /// is asked about anew.
  func over(_ entries: [Entry]) -> Effect {
    switch self {
    case .record(let changes, let overriding):
      .record(
        changes.map { change in
          guard let entry = entries.last(where: { $0.concerns(change) }) else { return change }
          var change = change
          if change.status != nil { change.seen = entry.id }
          if change.due != nil { change.dueSeen = .some(entry.due.flatMap { Day($0) }) }
          return change
        }, overriding: overriding)
    case .takeBack(let seen): .takeBack(over: entries.map(\.id).max() ?? seen)
    case .putBack(let seen): .putBack(over: entries.map(\.id).max() ?? seen)
    default: self
    }
  }
}

extension Entry {
  /// Whether it came in between a change: on the same line or, of a due day, for the same task.
  fileprivate func concerns(_ change: Change) -> Bool {
    line == change.line || change.due != nil && due != nil && line.task == change.line.task
  }
}
