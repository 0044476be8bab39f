/// What is late in a place (逾期): its tasks with every line that is not finished after its day.
///
/// Lines that are suspended are not late, as no light warns of them (`Whole`, rule 3).
public struct Overdue: Hashable, Sendable {
  /// A task, or one period of it, with the places that lack it.
  public struct Item: Hashable, Sendable {
    public var task: ReformTask.ID
    public var period: Period?
    public var due: Day
    /// After the due day, at least 1.
    public var days: Int
    /// By code.
    public var places: [Division.Code]
  }

  /// A place with what it lacks.
  public struct Part: Hashable, Sendable {
    public var place: Division.Code
    /// Positions among the items.
    public var items: [Int]
    /// The days by which the oldest of them is late.
    public var longest: Int
  }

  public var place: Division.Code
  public var day: Day
  /// The longest overdue first, then as in the catalogue.
  public var items: [Item]
  /// By code; only those that lack something.
  public var parts: [Part]

  /// Takes what is late of the lines of a place as they stand on a day.
  public init(
    _ standings: [Standing], in place: Division.Code, _ catalogue: Catalogue, on day: Day
  ) {
    (self.place, self.day) = (place, day)
    let late = standings.filter { $0.status.isToDo && ($0.due.map { $0 < day } ?? false) }
    var found: [Key: [Division.Code]] = [:]
    for standing in late {
      guard let due = standing.due else { continue }
      let position = catalogue.position(of: standing.line.task) ?? 0
      found[Key(due, position, standing.line), default: []].append(standing.line.place)
    }
    items = found.sorted { $0.key < $1.key }.map { key, places in
      Item(
        task: key.task, period: key.period, due: key.due, days: key.due.days(until: day),
        places: places.sorted())
    }
    parts = Self.parts(items)
  }

  private static func parts(_ items: [Item]) -> [Part] {
    var found: [Division.Code: Part] = [:]
    for (index, item) in items.enumerated() {
      for place in item.places {
        var part = found[place] ?? Part(place: place, items: [], longest: 0)
        part.items.append(index)
        part.longest = max(part.longest, item.days)
        found[place] = part
      }
    }
    return found.values.sorted { $0.place < $1.place }
  }

  public var isEmpty: Bool { items.isEmpty }
  /// How many tasks are late, each once, whatever periods of it are.
  public var tasks: Int { Set(items.map(\.task)).count }
  /// How many lines are late in all.
  public var lines: Int { items.reduce(0) { $0 + $1.places.count } }
  /// The days by which the oldest is late; 0 where nothing is.
  public var longest: Int { items.map(\.days).max() ?? 0 }

  /// What makes one item, in the order in which they stand.
  private struct Key: Hashable, Comparable {
    let due: Day
    let position: Int
    let task: ReformTask.ID
    let period: Period?

    init(_ due: Day, _ position: Int, _ line: Line) {
      (self.due, self.position, task, period) = (due, position, line.task, line.period)
    }

    static func < (one: Key, other: Key) -> Bool {
      (one.due, one.position, one.period?.description ?? "", one.task)
        < (other.due, other.position, other.period?.description ?? "", other.task)
    }
  }
}
