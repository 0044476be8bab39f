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
  ///
  /// What is held besides and stands in the clause all the same is kept: work by the year or for
  /// long, a number that no rule reads, and 100 % for 全部 or 全覆盖, where none is printed.
  public func keepingOwnWords(of held: ReformTask, in clause: String = "") -> ReformTask {
    var task = self
    task.deadlines = deadlines.keeping(held.deadlines, by: \.bare) { deadline in
      deadline.isUndated && deadline.words.map(clause.contains) ?? false
    }
    task.targets = targets.keeping(held.targets, by: \.bare) { target in
      (target.value == 100 && target.unit == "%") || clause.contains("\(target.value)")
    }
    (task.title, task.theme) = (held.title, held.theme)
    (task.level, task.also) = (held.level, held.also)
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

extension Deadline {
  /// True of work by the year or for long, without a day or a year of its own.
  fileprivate var isUndated: Bool { due == nil && by == nil && years.isEmpty }
}

extension Array where Element: Hashable {
  /// These, each as it is held where it is, with what is held besides and is to be kept; in the order
  /// in which they are held where they come to the same.
  fileprivate func keeping(
    _ held: [Element], by bare: (Element) -> Element, where isKept: (Element) -> Bool
  ) -> [Element] {
    let own = Set(map(bare))
    let more = held.filter { !own.contains(bare($0)) && isKept($0) }
    let all = map { one in held.first { bare($0) == bare(one) } ?? one } + more
    return Set(all.map(bare)) == Set(held.map(bare)) ? held : all
  }
}
