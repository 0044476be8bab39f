import Foundation

/// Where two clauses of documents do not set the same (出入).
public struct Divergence: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// They are due on other days.
    case deadline
    /// Another department leads, or none is named by both.
    case departments
    /// A person has noted it.
    case noted(Phrase)
  }

  public var kind: Kind
  /// The earlier task, and the one that follows it up or carries it out.
  public var one: ReformTask.ID
  public var other: ReformTask.ID

  public init(_ kind: Kind, _ one: ReformTask.ID, _ other: ReformTask.ID) {
    (self.kind, self.one, self.other) = (kind, one, other)
  }
}

/// Which clause follows up which, by theme: payment reform of 2019, of 2021, of 2023 (脉络).
public struct Lineage: Equatable, Sendable {
  /// A task in its line of descent.
  public struct Step: Hashable, Sendable {
    /// Position of the task in the catalogue.
    public var task: Int
    /// How many tasks it descends from.
    public var depth: Int
    /// Where it sets something else than the task before it.
    public var changes: [Divergence]
  }

  /// The lines of one theme, the theme of where they begin.
  public struct Branch: Equatable, Sendable {
    public var theme: String
    public var steps: [Step]
  }

  public private(set) var branches: [Branch] = []

  /// The lines of all tasks that follow up another or are followed up; with a document, those
  /// that pass through it, and with a day those that were there by then.
  public init(_ catalogue: Catalogue, through document: Document.ID? = nil, by day: Day? = nil) {
    let followers = Self.followers(catalogue, by: day)
    for theme in catalogue.themes {
      var steps: [Step] = []
      for (position, task) in catalogue.tasks.enumerated()
      where task.theme == theme.id && !followers[position].isEmpty
        && !task.supersedes.contains(where: { catalogue.position(of: $0) != nil })
      {
        let line = Self.line(from: position, followers, catalogue)
        if let document, !line.contains(where: { catalogue.tasks[$0.task].document == document }) {
          continue
        }
        steps += line
      }
      if !steps.isEmpty { branches.append(Branch(theme: theme.id, steps: steps)) }
    }
  }

  private static func followers(_ catalogue: Catalogue, by day: Day?) -> [[Int]] {
    var found = [[Int]](repeating: [], count: catalogue.tasks.count)
    for (position, task) in catalogue.tasks.enumerated()
    where catalogue.isThere(task, by: day) {
      for id in task.supersedes {
        if let earlier = catalogue.position(of: id) { found[earlier].append(position) }
      }
    }
    return found
  }

  /// The task at a position and all that descends from it, each once, depth first.
  private static func line(
    from start: Int, _ followers: [[Int]], _ catalogue: Catalogue
  ) -> [Step] {
    var (steps, seen): ([Step], Set<Int>) = ([], [])
    var stack: [(task: Int, depth: Int, before: Int?)] = [(start, 0, nil)]
    while let (task, depth, before) = stack.popLast() {
      guard seen.insert(task).inserted else { continue }
      let changes = before.map {
        Divergence.between(catalogue.tasks[$0], and: catalogue.tasks[task])
      }
      steps.append(Step(task: task, depth: depth, changes: changes ?? []))
      stack += followers[task].reversed().map { ($0, depth + 1, task) }
    }
    return steps
  }
}

extension Divergence {
  /// Where a later task sets something else than an earlier one that it follows up or carries out.
  public static func between(_ one: ReformTask, and other: ReformTask) -> [Divergence] {
    var found: [Divergence] = []
    let dues = [one, other].map { Set($0.deadlines.compactMap(\.due)) }
    if !dues[0].isEmpty, !dues[1].isEmpty, dues[0] != dues[1] {
      found.append(Divergence(.deadline, one.id, other.id))
    }
    if one.hasOtherLead(than: other) {
      found.append(Divergence(.departments, one.id, other.id))
    }
    return found
  }

  /// Every pair of clauses that are linked and do not set the same, in catalogue order; with a day
  /// only of those that were there by then.
  public static func all(in catalogue: Catalogue, by day: Day? = nil) -> [Divergence] {
    var pairs: Set<Set<ReformTask.ID>> = []
    func isThere(_ id: ReformTask.ID) -> Bool {
      catalogue.task(id).map { catalogue.isThere($0, by: day) } ?? true
    }
    return catalogue.tasks.filter { isThere($0.id) }.flatMap { task -> [Divergence] in
      // What both clauses note is told once.
      let noted = task.conflicts.filter {
        isThere($0.with) && pairs.insert([task.id, $0.with]).inserted
      }
      .map { Divergence(.noted($0.note), task.id, $0.with) }
      let earlier = (task.carriesOut + task.supersedes).compactMap(catalogue.task)
      let known = Set(task.conflicts.map(\.with))
      return noted
        + earlier.filter { !known.contains($0.id) }.flatMap { between($0, and: task) }
    }
  }
}

extension ReformTask {
  fileprivate func hasOtherLead(than other: ReformTask) -> Bool {
    func leads(_ task: ReformTask) -> Set<String> {
      Set(task.departments.filter { $0.role == .lead }.map(\.name))
    }
    let (mine, theirs) = (leads(self), leads(other))
    if !mine.isEmpty, !theirs.isEmpty { return mine.isDisjoint(with: theirs) }
    let (all, others) = (Set(departments.map(\.name)), Set(other.departments.map(\.name)))
    return !all.isEmpty && !others.isEmpty && all.isDisjoint(with: others)
  }

  /// How alike two tasks are by their titles: pairs of characters in common, from 0 to 1; the
  /// same theme adds a fifth.
  public func likeness(to other: ReformTask) -> Double {
    func pairs(_ text: String) -> Set<String> {
      let characters = Array(text.filter { $0.isLetter || $0.isNumber })
      return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
    }
    let (mine, theirs) = (pairs(title.zh), pairs(other.title.zh))
    guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
    let shared = Double(mine.intersection(theirs).count)
    let dice = 2 * shared / Double(mine.count + theirs.count)
    return dice + (theme == other.theme && dice > 0 ? 0.2 : 0)
  }
}

extension Catalogue {
  /// Earlier tasks that a task may follow up, the likeliest first, at most eight.
  public func forebears(of task: ReformTask, issued: Day) -> [ReformTask] {
    tasks.filter { other in
      other.document != task.document && (document(other.document)?.issued ?? issued) <= issued
    }
    .map { ($0, task.likeness(to: $0)) }
    .filter { $0.1 >= 0.25 }
    .sorted { $0.1 > $1.1 }
    .prefix(8).map(\.0)
  }
}
