extension Catalogue {
  /// The same as it was on a day, tasks as they were amended and without places they were left out in.
  ///
  /// Positions stay; without anything changed by hand it is the same.
  public func asOf(_ day: Day) -> Catalogue {
    holds(on: day) ? self : of(day)
  }

  /// The day on which work begins to be asked for: that of the document, or the one set by hand.
  public func issued(of task: ReformTask) -> Day? {
    hand.making(of: task.id)?.made.since ?? document(task.document)?.issued
  }

  /// By what a task is left out everywhere, on the day that the catalogue is of; nil where it is not.
  public func leftOut(_ task: ReformTask) -> HandEntry? {
    hand.isEmpty ? nil : hand.leftOut(task, on: day)
  }

  /// The places in which alone it is left out.
  public func leftPlaces(of task: ReformTask) -> [Division.Code: HandEntry] {
    hand.isEmpty ? [:] : hand.leftPlaces(of: task.id, on: day)
  }

  /// By what each part of a task came to be otherwise than it is printed.
  public func amendments(of task: ReformTask) -> [TaskField: HandEntry] {
    hand.isEmpty ? [:] : hand.amendments(of: task.id, on: day)
  }

  /// The names of units that neither the table of departments nor any task has.
  public func unknownUnits(_ departments: [Responsible]) -> [String] {
    var known = Set(self.departments.flatMap { [$0.name] + $0.forms })
    for task in tasks { known.formUnion(task.departments.map(\.name)) }
    return departments.map(\.name).filter { !known.contains($0) }
  }
}
