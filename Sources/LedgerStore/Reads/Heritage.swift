import GRDB
import Reform

/// What tasks stand for besides their clause, as the ledger holds it.
struct TaskTies {
  /// Numbers of tasks that stand in others now; they are not listed any more.
  private(set) var retired: Set<Int64> = []
  /// Their numbers by key.
  private(set) var numbers: [ReformTask.ID: Int64] = [:]
  private var byTask: [Int64: [(kind: String, target: String)]] = [:]

  init() {}

  init(_ db: Database, since format: Int32) throws {
    guard format >= Schema.ties else { return }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT task, kind, target FROM task_tie ORDER BY task, position")
    while let row = try rows.next() {
      byTask[try row.value(0), default: []].append((try row.value(1), try row.value(2)))
    }
    let former = try Row.fetchAll(
      db,
      sql: """
        SELECT id, key FROM task
        WHERE key IN (SELECT target FROM task_tie WHERE kind = 'formerly')
        """)
    for row in former {
      retired.insert(try row.value(0))
      numbers[try row.value(1)] = try row.value(0)
    }
  }

  /// Puts the ties of the task with a number into it.
  func tie(_ task: inout ReformTask, at number: Int64) {
    for tie in byTask[number] ?? [] {
      switch tie.kind {
      case "formerly": task.formerly.append(tie.target)
      case "also": task.alsoAt.append(tie.target)
      default: task.collects.append(tie.target)
      }
    }
  }
}

/// Tasks whose lines do not follow from the entries on their own row alone.
///
/// A duty that an earlier catalogue had twice is one task now, and what was entered on either
/// counts for it; a card that was split leaves its entries to every part. What was entered without
/// a period, before a task came to be due every year, counts for the period that fell due next.
/// In places where a task is left out nothing counts. Entries themselves stay as they are.
struct Heritage {
  struct Heir {
    /// As it stands at present.
    var task: ReformTask
    /// As it was filed.
    var filed: ReformTask
    /// The rows whose entries count, its own first.
    var rows: [Int64]
    var issued: Day
  }

  /// By the position of the task.
  private(set) var heirs: [Int: Heir] = [:]
  /// Positions by the number of a task that is listed no more.
  private(set) var positions: [Int64: [Int]] = [:]
  /// Keys of tasks that are listed no more and have one heir, with its key.
  private(set) var sole: [ReformTask.ID: ReformTask.ID] = [:]
  /// Numbers of tasks that are listed no more and have several heirs, by key.
  private(set) var retired: [ReformTask.ID: Int64] = [:]
  /// Positions of tasks that gather figures.
  private(set) var gatherers: Set<Int> = []

  init() {}

  init(
    _ filed: [ReformTask], _ numbers: [Int64], _ ties: TaskTies, _ hand: HandBook,
    issued: [Document.ID: Day], _ db: Database, _ format: Int32
  ) throws {
    let tasks = hand.isEmpty ? filed : filed.map { hand.amended($0, on: nil) }
    let loose = try Self.loose(tasks, numbers, db, format)
    for (position, task) in tasks.enumerated() {
      let former = task.formerly.compactMap { ties.numbers[$0] }
      for number in former { positions[number, default: []].append(position) }
      if !task.collects.isEmpty { gatherers.insert(position) }
      guard
        !former.isEmpty || !task.collects.isEmpty || loose.contains(numbers[position])
          || hand.hasLeftPlaces(task.id)
      else { continue }
      heirs[position] = Heir(
        task: task, filed: filed[position], rows: [numbers[position]] + former,
        issued: hand.making(of: task.id)?.made.since ?? issued[task.document] ?? Day(ordinal: 0))
    }
    for (key, number) in ties.numbers {
      let own = positions[number] ?? []
      if own.count == 1 { sole[key] = tasks[own[0]].id } else { retired[key] = number }
    }
  }

  /// Numbers of recurring tasks with entries that name no period.
  private static func loose(
    _ tasks: [ReformTask], _ numbers: [Int64], _ db: Database, _ format: Int32
  ) throws -> Set<Int64> {
    let recurring = zip(tasks, numbers).filter { task, _ in
      task.deadlines.contains(where: \.isRecurring)
    }
    guard !recurring.isEmpty else { return [] }
    let list = recurring.map { "\($0.1)" }.joined(separator: ", ")
    let counts = format >= Schema.months ? "monthly" : "tally"
    return try Set(
      Int64.fetchAll(
        db, sql: "SELECT DISTINCT task FROM \(counts) WHERE task IN (\(list)) AND period = ''"))
  }
}
