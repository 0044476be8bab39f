/// A part of a task that a clause sets and a person may amend.
public enum TaskField: String, Codable, Sendable, CaseIterable {
  case title, theme, level, departments, deadlines, places, targets, supersedes
}

extension ReformTask {
  /// Where this reading of a clause says something else than the one that is held.
  ///
  /// Titles, themes and levels are our own words and are not compared, nor are the words of
  /// deadlines and targets: only what they set.
  public func differences(from held: ReformTask) -> [TaskField] {
    var found: [TaskField] = []
    if departments != held.departments { found.append(.departments) }
    if deadlines.map(\.bare) != held.deadlines.map(\.bare) { found.append(.deadlines) }
    if Set(places) != Set(held.places) { found.append(.places) }
    if targets.differ(from: held.targets) { found.append(.targets) }
    return found
  }

  /// This reading with what is our own (title, theme, level, links) from the task that is held.
  public func keepingOwnWords(of held: ReformTask) -> ReformTask {
    var task = self
    (task.title, task.theme, task.level) = (held.title, held.theme, held.level)
    (task.supersedes, task.carriesOut) = (held.supersedes, held.carriesOut)
    (task.conflicts, task.indicators) = (held.conflicts, held.indicators)
    (task.alsoAt, task.formerly, task.collects) = (held.alsoAt, held.formerly, held.collects)
    return task
  }
}

extension Deadline {
  /// The same without the document's words for it.
  var bare: Deadline {
    Deadline(kind, due: due, years: years, by: by)
  }
}

extension TaskTarget {
  /// The same without the words for what is measured.
  var bare: TaskTarget {
    TaskTarget(metric: Phrase("", ""), op: op, value: value, upper: upper, unit: unit)
  }
}

extension [TaskTarget] {
  /// Whether one of these is not held, or a printed one that is held is not among these.
  ///
  /// A held 100 % may stand for 全部 or 全覆盖, where no figure is printed that could be read.
  func differ(from held: [TaskTarget]) -> Bool {
    let (mine, others) = (Set(map(\.bare)), Set(held.map(\.bare)))
    return !mine.isSubset(of: others)
      || others.subtracting(mine).contains { $0.value != 100 || $0.unit != "%" }
  }
}
