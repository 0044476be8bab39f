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
    if Set(targets.map(\.bare)) != Set(held.targets.map(\.bare)) { found.append(.targets) }
    return found
  }

  /// This reading with what is our own (title, theme, level, links) from the task that is held.
  public func keepingOwnWords(of held: ReformTask) -> ReformTask {
    var task = self
    (task.title, task.theme) = (held.title, held.theme)
    (task.level, task.also) = (held.level, held.also)
    (task.supersedes, task.carriesOut) = (held.supersedes, held.carriesOut)
    (task.conflicts, task.indicators) = (held.conflicts, held.indicators)
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
