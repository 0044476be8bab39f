/// What has become of a line between two days: one thing, the weightiest.
public struct LineChange: Hashable, Sendable {
  /// What happened, in the order in which it is told.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Done or signed off, and was not before.
    case closed
    /// Signed off, and was done before.
    case signedOff
    /// Finished before, and is not any more.
    case reopened
    /// Its due day has passed, or came nearer, without it being finished.
    case late
    /// A meeting has extended it.
    case extended
    /// The due day that was set for the task is another.
    case due
    /// Any other change of the status.
    case moved

    public var words: Phrase {
      switch self {
      case .closed: Phrase("办结", "closed")
      case .signedOff: Phrase("销号", "signed off")
      case .reopened: Phrase("退回", "reopened")
      case .late: Phrase("新逾期", "became late")
      case .extended: Phrase("延期", "extended")
      case .due: Phrase("时限改动", "due day changed")
      case .moved: Phrase("状态变动", "status changed")
      }
    }
  }

  public var kind: Kind
  /// As it stood at the end of the first day; of a line that there was not yet, not started.
  public var before: Status
  /// As it stands at the end of the second day.
  public var now: Standing

  public var line: Line { now.line }

  /// What has become of a line; nil where nothing has.
  public init?(from before: Standing?, to now: Standing) {
    let earlier = before?.status ?? .notStarted
    (self.before, self.now) = (earlier, now)
    switch (earlier.isFinished, now.status.isFinished) {
    case (false, true): kind = .closed
    case (true, false): kind = .reopened
    case (true, true):
      guard earlier == .done, now.status == .signedOff else { return nil }
      kind = .signedOff
    case (false, false):
      if now.light.signal == .red, before?.light.signal != .red {
        kind = .late
      } else if let before, before.due != now.due {
        kind = now.original == nil ? .due : .extended
      } else {
        guard earlier != now.status else { return nil }
        kind = .moved
      }
    }
  }

  /// All changes between two states of the same lines, in the order of the second.
  public static func all(from before: [Standing], to now: [Standing]) -> [LineChange] {
    let earlier = Dictionary(
      before.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    return now.compactMap { LineChange(from: earlier[$0.line], to: $0) }
  }
}

/// How many changes of each kind something has.
public struct ChangeCounts: Hashable, Sendable {
  private var counts: [LineChange.Kind: Int] = [:]

  public init(_ changes: [LineChange]) {
    for change in changes { counts[change.kind, default: 0] += 1 }
  }

  public subscript(kind: LineChange.Kind) -> Int { counts[kind] ?? 0 }
}
