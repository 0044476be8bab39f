/// Makes an agenda by its rules (议程自动生成), from how things stand in the place of a meeting.
public struct AgendaMaker {
  private let rules: AgendaRules
  private let report: TaskReport
  private let catalogue: Catalogue
  /// What has become of lines since the last meeting of the series.
  private let changes: [LineChange]
  /// Indicators below their target, as they are listed.
  private let below: [Indicator.ID]

  public init(
    _ rules: AgendaRules, _ report: TaskReport, changes: [LineChange] = [],
    below: [Indicator.ID] = [], _ catalogue: Catalogue
  ) {
    (self.rules, self.report, self.catalogue) = (rules, report, catalogue)
    (self.changes, self.below) = (changes, below)
  }

  /// Every item that a rule asks for, once, in the order that is chosen.
  public func items() -> [AgendaItem] {
    var reasons: [AgendaItem.Subject: [AgendaItem.Reason]] = [:]
    var order: [AgendaItem.Subject] = []
    func ask(_ subject: AgendaItem.Subject, _ reason: AgendaItem.Reason) {
      if reasons[subject] == nil { order.append(subject) }
      if reasons[subject]?.contains(reason) != true { reasons[subject, default: []].append(reason) }
    }
    for standing in report.standings {
      let subject = AgendaItem.Subject.task(catalogue.tasks[standing.task].id, in: report.scope)
      if rules.red, standing.light.signal == .red { ask(subject, .red) }
      if let days = rules.dueWithin, standing.isOwed, let due = standing.due,
        due >= report.day, due <= report.day.adding(days: days)
      {
        ask(subject, .due)
      }
    }
    if rules.changed {
      for change in changes { ask(.task(change.line.task, in: report.scope), .changed) }
    }
    if rules.indicators {
      for indicator in below {
        ask(.indicator(indicator, in: report.scope), .indicator)
        for task in catalogue.tasks(moving: indicator) where isOwed(task.id) {
          ask(.task(task.id, in: report.scope), .indicator)
        }
      }
    }
    return sorted(order.map { AgendaItem($0, reasons[$0] ?? []) })
  }

  private func isOwed(_ task: ReformTask.ID) -> Bool {
    catalogue.position(of: task).flatMap { report[$0] }?.isOwed ?? false
  }

  /// Items in the order of the rules; what is alike stands as in the catalogue.
  public func sorted(_ items: [AgendaItem]) -> [AgendaItem] {
    let keyed = items.enumerated().map { (key: key(of: $0.element, at: $0.offset), $0.element) }
    return keyed.sorted { $0.key < $1.key }.map(\.1)
  }

  private func key(of item: AgendaItem, at offset: Int) -> Key {
    let position = item.task.flatMap(catalogue.position) ?? Int.max
    switch rules.order {
    case .gravity: return Key(first: gravity(of: item), position: position, offset: offset)
    case .department: return Key(first: department(of: item), position: position, offset: offset)
    case .place: return Key(first: place(of: item), position: position, offset: offset)
    }
  }

  /// The longest late first, then what is near its day, then the rest; indicators after what is red.
  private func gravity(of item: AgendaItem) -> Int {
    guard let standing = item.task.flatMap(catalogue.position).flatMap({ report[$0] }) else {
      return -1
    }
    let left = standing.due.map { report.day.days(until: $0) } ?? 100_000
    switch standing.light.signal {
    case .red: return min(left, -1) - 1_000_000
    case .yellow: return max(0, left)
    case .green, .grey: return max(0, left) + 200_000
    }
  }

  /// The first department that leads, or is named, as it is listed; last where none is.
  private func department(of item: AgendaItem) -> Int {
    guard let task = item.task.flatMap(catalogue.task) else { return Int.max }
    let first = task.departments.first { $0.role == .lead } ?? task.departments.first
    guard let name = first?.name else { return Int.max - 1 }
    return catalogue.departments.firstIndex { $0.name == name || $0.forms.contains(name) }
      ?? Int.max - 2
  }

  private func place(of item: AgendaItem) -> Int {
    switch item.subject {
    case .task(let task, let place):
      let named = catalogue.task(task).map { catalogue.fanOut(of: $0) } ?? []
      return Int(named.count == 1 ? named[0] : place) ?? 0
    case .place(let place), .indicator(_, let place): return Int(place) ?? 0
    case .slip: return Int.max
    }
  }

  private struct Key: Comparable {
    var first: Int
    var position: Int
    var offset: Int

    static func < (one: Key, other: Key) -> Bool {
      (one.first, one.position, one.offset) < (other.first, other.position, other.offset)
    }
  }
}
