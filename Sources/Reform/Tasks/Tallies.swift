/// Tallies by task, so that those of one are replaced without touching the others.
public struct Tallies: Hashable, Sendable {
  private var byTask: [Int: [Tally]]

  public init(_ tallies: [Tally]) { byTask = Dictionary(grouping: tallies, by: \.task) }

  public subscript(task: Int) -> [Tally] { byTask[task] ?? [] }

  /// All tallies of some tasks.
  public func of(_ tasks: Set<Int>) -> [Tally] { tasks.flatMap { self[$0] } }

  /// The tallies of one city.
  public func `in`(_ city: Division.Code) -> [Tally] {
    byTask.values.flatMap { $0.filter { $0.city == city } }
  }

  /// Puts other tallies in the place of those of some tasks.
  public mutating func replace(_ tasks: Set<Int>, with tallies: [Tally]) {
    for task in tasks { byTask[task] = nil }
    for tally in tallies { byTask[tally.task, default: []].append(tally) }
  }
}
