import Foundation
import GRDB
import Reform

/// The documents and tasks that a ledger holds, in the order of the catalogue, read in one go.
struct HeldTasks {
  private(set) var documents: [Document] = []
  /// Keys of documents by their number in the file.
  private(set) var documentKeys: [Int64: Document.ID] = [:]
  private(set) var tasks: [ReformTask] = []
  /// What was changed by hand; the tasks are without it.
  let hand: HandBook
  let rows: TaskRows
  private var numbers: [Int64] = []
  private var positions: [Int64: Int] = [:]

  /// `format` is the number of the schema in the file.
  init(_ db: Database, _ format: Int32) throws {
    for row in try Row.fetchAll(db, sql: "SELECT * FROM document ORDER BY position, id") {
      let document = try Document(row)
      documentKeys[try row.value("id")] = document.id
      documents.append(document)
    }
    let ties = try TaskTies(db, since: format)
    hand = try HandRows(db: db).book(format)
    (tasks, numbers) = try Self.tasks(
      db, format, of: documentKeys, without: ties.retired, hand)
    positions = Dictionary(
      zip(numbers, numbers.indices), uniquingKeysWith: { first, _ in first })
    try Self.fetchParts(db, format, positions, into: &tasks)
    for (position, number) in numbers.enumerated() { ties.tie(&tasks[position], at: number) }
    let issued = Dictionary(
      documents.map { ($0.id, $0.issued) }, uniquingKeysWith: { first, _ in first })
    rows = TaskRows(
      tasks, numbers, try Heritage(tasks, numbers, ties, hand, issued: issued, db, format),
      of: documents, hand, filing: try Self.filing(db, format))
  }

  /// Rises with everything that is filed.
  static func filing(_ db: Database, _ format: Int32) throws -> Int64 {
    guard format >= 2 else { return 0 }
    return try Int64.fetchOne(try db.cachedStatement(sql: filed(since: format))) ?? 0
  }

  /// What is changed by hand, taken back or put back makes another catalogue as well; counted from its own
  /// table, for of acts there are as many as were ever entered.
  static func filed(since format: Int32) -> String {
    let filed = "SELECT coalesce(max(id), 0) FROM filing"
    guard format >= Schema.hand else { return filed }
    return """
      WITH RECURSIVE chain (act) AS (
        SELECT DISTINCT act FROM hand_step
        UNION ALL SELECT act.id FROM chain CROSS JOIN act ON act.answers = chain.act)
      SELECT (\(filed)) + count(*) FROM chain
      """
  }

  private static func tasks(
    _ db: Database, _ format: Int32, of documents: [Int64: Document.ID],
    without retired: Set<Int64>, _ hand: HandBook
  ) throws -> ([ReformTask], numbers: [Int64]) {
    var (tasks, numbers): ([ReformTask], [Int64]) = ([], [])
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT task.id, task.key, task.document, clause, task.title_zh, task.title_en, theme,
          level, \(format >= 7 ? "also" : "''")
        FROM task JOIN document ON document.id = task.document
        ORDER BY document.position, document.id, task.position, task.id
        """)
    while let row = try rows.next() {
      let id: Int64 = try row.value(0)
      // A task whose making was taken back was never there.
      let isMade = hand.making(of: try row.value(1)).map { $0.entry.stands(on: nil) } ?? true
      guard !retired.contains(id), isMade else { continue }
      numbers.append(id)
      tasks.append(
        try ReformTask(
          id: row.value(1), document: documents[row.value(2)] ?? "", clause: row.value(3),
          title: Phrase(row.value(4), row.value(5)), theme: row.value(6),
          level: ReformTask.Level(rawValue: row.value(7)) ?? .province,
          also: (row.value(8) as String).split(separator: " ").compactMap {
            ReformTask.Level(rawValue: String($0))
          }))
    }
    return (tasks, numbers)
  }

  private static func fetchParts(
    _ db: Database, _ format: Int32, _ positions: [Int64: Int], into tasks: inout [ReformTask]
  ) throws {
    // Goes through the parts of tasks in printed order, each with its task's position.
    func each(_ sql: String, _ take: (Int, Row) throws -> Void) throws {
      let rows = try Row.fetchCursor(db, sql: sql + " ORDER BY task, position")
      while let row = try rows.next() {
        if let position = positions[try row.value(0)] { try take(position, row) }
      }
    }
    try each("SELECT task, name, bureau, role FROM task_department") { task, row in
      tasks[task].departments.append(
        try Responsible(
          row.value(1), bureau: row.value(2), role: .init(rawValue: row.value(3)) ?? .responsible))
    }
    try each("SELECT task, kind, due, years, by, soft, words FROM task_deadline") { task, row in
      guard let kind = Deadline.Kind(rawValue: try row.value(1)) else { return }
      let years: String = try row.value(3)
      tasks[task].deadlines.append(
        try Deadline(
          kind, due: (row.value(2) as Int?).flatMap(Day.init(number:)),
          years: years.split(separator: " ").compactMap { Int($0) },
          by: (row.value(4) as String?).flatMap(YearDay.init), isSoft: row.value(5),
          words: row.value(6)))
    }
    try each("SELECT task, place, role FROM task_place") { task, row in
      tasks[task].places.append(
        try NamedPlace(code(row.value(1)), .init(rawValue: row.value(2)) ?? .named))
    }
    try each(
      "SELECT task, metric_zh, metric_en, op, value, upper, unit, scope, soft, year, "
        + (format >= Schema.ties ? "key, places FROM task_target" : "NULL, NULL FROM task_target")
    ) { task, row in
      tasks[task].targets.append(
        try TaskTarget(
          key: row.value(10), metric: Phrase(row.value(1), row.value(2)),
          op: .init(rawValue: row.value(3)) ?? .equal,
          value: Decimal(string: row.value(4)) ?? 0,
          upper: (row.value(5) as String?).flatMap { Decimal(string: $0) },
          unit: row.value(6),
          scope: (row.value(7) as String?).flatMap(TaskTarget.Scope.init(rawValue:)),
          isSoft: row.value(8), year: row.value(9),
          places: ((row.value(11) as String?) ?? "").split(separator: " ").map(String.init)))
    }
    try each("SELECT task, kind, target, note_zh, note_en FROM task_link") { task, row in
      let target: String = try row.value(2)
      switch try row.value(1) as String {
      case "supersedes": tasks[task].supersedes.append(target)
      case "carriesOut": tasks[task].carriesOut.append(target)
      case "indicator": tasks[task].indicators.append(target)
      default:
        tasks[task].conflicts.append(
          try Conflict(with: target, note: Phrase(row.value(3) ?? "", row.value(4) ?? "")))
      }
    }
  }
}

extension Document {
  init(_ row: Row) throws {
    try self.init(
      id: row.value("key"), number: row.value("number"), title: row.phrase("title_zh", "title_en"),
      short: row.phrase("short_zh", "short_en"), issuer: row.value("issuer"),
      issued: row.day("issued") ?? Day(ordinal: 0), region: code(row.value("region")),
      kind: Kind(rawValue: row.value("kind")) ?? .policy, isTruncated: row.value("truncated"))
  }
}
