/// The days that people have entered beside those that documents print, as of a day.
public struct DueDays: Hashable, Sendable {
  /// The day that was set for a task without a printed one, by the position of the task.
  public var tasks: [Int: Day]
  /// The lines that were extended (延期), by the position of the task.
  public var lines: [Int: [ExtendedLine]]

  public init(_ tasks: [Int: Day] = [:], lines: [Int: [ExtendedLine]] = [:]) {
    (self.tasks, self.lines) = (tasks, lines)
  }

  /// The day that was set for the task at a position.
  public subscript(task: Int) -> Day? { tasks[task] }

  /// The lines of a task that were extended and lie in a scope; the line of the government of the
  /// place alone for `ownLevel`.
  public func lines(
    of task: Int, in scope: Division.Code, _ catalogue: Catalogue, ownLevel: Bool = false
  ) -> [ExtendedLine] {
    guard let lines = lines[task] else { return [] }
    if ownLevel { return lines.filter { $0.place == scope } }
    guard scope != catalogue.province else { return lines }
    let isWide = catalogue.divisions.grounds.contains(scope)
    return lines.filter {
      $0.place == scope || $0.city == scope
        || isWide && catalogue.divisions.isWithin($0.place, scope)
    }
  }
}

extension DueDays: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (Int, Day)...) {
    self.init(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

/// A line whose day was extended, with where it stands.
public struct ExtendedLine: Hashable, Sendable {
  public var place: Division.Code
  /// The city that it lies in, or the place itself where it lies in none.
  public var city: Division.Code
  public var period: Period?
  /// The day from which it is late now.
  public var due: Day
  public var status: Status

  public init(
    place: Division.Code, city: Division.Code, period: Period?, due: Day, status: Status
  ) {
    (self.place, self.city, self.period) = (place, city, period)
    (self.due, self.status) = (due, status)
  }
}
