import LedgerStore
import Reform
import TestSupport

/// What a ledger should say, computed the slow way: acts are replayed one after another.
///
/// The number of an act is its place in the list, counted from 1, and so is that of an entry, of an
/// actual, of a batch and of a fact among those of its kind.
struct ActModel {
  struct Done {
    var who: String
    var day: Day
    var kind: ActKind
    var about: Act.About
    /// What it enters; nil of an answer.
    var content: Act.Content?
    /// Place in the list of the act that it answers.
    var answers: Int?
    /// The first number of its rows in their table, and how many it has.
    var first = 0
    var count = 0
  }

  struct Entered {
    var line: Line
    var status: Status
    var day: Day
  }

  private(set) var acts: [Done] = []
  private(set) var entries: [Entered] = []
  private var rows: [Act.About: Int] = [:]
  /// Tasks of the document that is filed and withdrawn; nil while it is not in the ledger.
  private(set) var filed: [ReformTask]?
  private var filing: Int?
  static let end = Day.last(ofYear: 9999)

  mutating func enter(_ act: Act) {
    guard let about = act.content.about else { return }
    var done = Done(
      who: act.stamp.who, day: act.stamp.day, kind: .entered, about: about, content: act.content)
    done.first = rows[about, default: 0] + 1
    switch act.content {
    case .lines(let changes), .returned(_, let changes):
      done.first = entries.count + 1
      done.count = changes.count
      for change in changes {
        entries.append(
          Entered(line: change.line, status: change.status ?? .notStarted, day: done.day))
      }
    case .group(let facts, _): done.count = facts.count
    case .filing(let filing):
      if filed == nil { self.filing = acts.count }
      let tasks = filing.items.map(\.task)
      filed = (filed ?? []).filter { old in !tasks.contains { $0.id == old.id } } + tasks
    default: done.count = 1
    }
    rows[about, default: 0] += done.count
    acts.append(done)
  }

  /// Withdraws the document; false where it is not there.
  mutating func withdraw(_ who: String, _ day: Day) -> Bool {
    guard filed != nil, let filing else { return false }
    (filed, self.filing) = (nil, nil)
    acts.append(
      Done(
        who: who, day: max(day, acts[filing].day), kind: .undone, about: .filing, answers: filing))
    return true
  }

  /// Answers the last act of a person in a field that can be; false where there is none.
  mutating func answer(_ field: Act.Field, _ kind: ActKind, _ who: String, _ day: Day) -> Bool {
    let found = kind == .undone ? lastStanding(who, field) : lastTakenBack(who, field)
    guard let target = found else { return false }
    let old = acts[target]
    // An answer is never dated before what it answers.
    var done = Done(
      who: who, day: max(day, old.day), kind: kind, about: old.about, answers: target)
    if old.about == .tasks {
      done.first = entries.count + 1
      done.count = old.count
      for id in old.first..<(old.first + old.count) {
        let entry = entries[id - 1]
        let before = status(of: entry.line, on: Self.end, before: (entry.day, id))
        entries.append(
          Entered(line: entry.line, status: before ?? .notStarted, day: done.day))
      }
    }
    acts.append(done)
    return true
  }

  private func lastStanding(_ who: String, _ field: Act.Field) -> Int? {
    acts.indices.last { index in
      acts[index].who == who && acts[index].kind != .undone && acts[index].about.field == field
        && !acts.contains { $0.answers == index }
    }
  }

  private func lastTakenBack(_ who: String, _ field: Act.Field) -> Int? {
    acts.indices.last { index in
      acts[index].who == who && acts[index].kind == .undone && acts[index].about.field == field
        && !acts.contains { $0.answers == index }
        && !acts[(index + 1)...].contains {
          $0.who == who && $0.kind == .entered && $0.about.field == field
        }
    }
  }

  // MARK: - What stands

  /// The last status of a line up to a day, or before an entry.
  func status(of line: Line, on day: Day, before limit: (day: Day, id: Int)? = nil) -> Status? {
    last(of: line, on: day, before: limit).map { entries[$0 - 1].status }
  }

  /// The number of the entry that gives a line its status.
  func last(of line: Line, on day: Day, before limit: (day: Day, id: Int)? = nil) -> Int? {
    var best: (day: Day, id: Int)?
    for (index, entry) in entries.enumerated() where entry.line == line && entry.day <= day {
      if let limit, (entry.day, index + 1) >= limit { continue }
      if best.map({ (entry.day, index + 1) > $0 }) ?? true { best = (entry.day, index + 1) }
    }
    return best?.id
  }

  /// Acts about something that stand on a day, in the order of their days, then of their numbers.
  func standing(_ about: Act.About, on day: Day) -> [(act: Int, done: Done)] {
    acts.indices
      .filter { acts[$0].about == about && acts[$0].kind == .entered && stands($0, on: day) }
      .sorted { (acts[$0].day, $0) < (acts[$1].day, $1) }
      .map { ($0, acts[$0]) }
  }

  private func stands(_ act: Int, on day: Day) -> Bool {
    guard acts[act].day <= day else { return false }
    var (last, isStanding) = (act, true)
    while let next = acts.indices.first(where: { acts[$0].answers == last && acts[$0].day <= day })
    {
      (last, isStanding) = (next, !isStanding)
    }
    return isStanding
  }

  /// The act at the beginning of a chain.
  private func root(_ act: Int) -> Int {
    var root = act
    while let before = acts[root].answers { root = before }
    return root
  }

  /// What was entered by acts about something that came, or were answered, after a number.
  func contents(_ about: Act.About, since seen: Int) -> [Act.Content] {
    acts.indices.filter { acts[$0].about == about && $0 + 1 > seen }
      .compactMap { acts[root($0)].content }
  }
}

/// What it comes to, kind by kind.
extension ActModel {
  func figures(on day: Day) -> [Figure.Key: Figure] {
    var found: [Figure.Key: Figure] = [:]
    for (_, done) in standing(.figures, on: day) {
      guard case .figures(let batch, _) = done.content else { continue }
      for var figure in batch.figures {
        figure.batch = done.first
        found[figure.key] = figure
      }
    }
    return found
  }

  func targets(on day: Day) -> [Indicator.ID: Amount] {
    var found: [Indicator.ID: Amount] = [:]
    for (_, done) in standing(.target, on: day) {
      guard case .target(let own, _) = done.content else { continue }
      found[own.target.indicator] = own.isDropped ? nil : own.target.value
    }
    return found
  }

  func collecting(on day: Day) -> [CollectionStep] {
    standing(.collecting, on: day).compactMap { _, done in
      if case .collecting(let step, _) = done.content { step } else { nil }
    }
  }

  /// Facts by slot, each with its number.
  func facts(on day: Day) -> [GroupFact.Slot: (id: Int, fact: GroupFact)] {
    var found: [GroupFact.Slot: (id: Int, fact: GroupFact)] = [:]
    for (_, done) in standing(.group, on: day) {
      guard case .group(let facts, _) = done.content else { continue }
      for (index, fact) in facts.enumerated() {
        found[fact.slot] = (done.first + index, fact)
      }
    }
    return found
  }

  func settlements(on day: Day) -> [Division.Code: SignedSettlement] {
    var found: [Division.Code: SignedSettlement] = [:]
    for (_, done) in standing(.settlement, on: day) {
      if case .settlement(let signed) = done.content { found[signed.county] = signed }
    }
    return found
  }

  /// Actuals that stand, each with its number, in the order in which they were entered.
  func actuals(on day: Day) -> [(id: Int, actual: TargetActual)] {
    standing(.actual, on: day).sorted { $0.act < $1.act }.compactMap { _, done in
      if case .actual(let actual, _) = done.content { (done.first, actual) } else { nil }
    }
  }
}
