import Foundation
import GRDB
import Reform

extension Ledger {
  /// The catalogue with the documents, clauses and tasks that this ledger holds.
  public func catalogue(over bundled: Catalogue) throws -> Catalogue {
    try reading { db in
      var (documents, keys): ([Document], [Int64: Document.ID]) = ([], [:])
      for row in try Row.fetchAll(db, sql: "SELECT * FROM document ORDER BY position, id") {
        let document = Document(row)
        keys[row["id"]] = document.id
        documents.append(document)
      }
      var clauses: [Document.ID: [Clause]] = [:]
      let clauseRows = try Row.fetchCursor(
        db,
        sql: """
          SELECT document, path, place_zh, place_en, section_zh, section_en, truncated
          FROM clause ORDER BY document, position
          """)
      while let row = try clauseRows.next() {
        clauses[keys[row[0]] ?? "", default: []].append(
          Clause(
            path: row[1], place: Phrase(row[2], row[3]), section: Phrase(row[4], row[5]),
            isTruncated: row[6]))
      }
      let ties = try TaskTies(db, since: format)
      let tasks = try fetchTasks(db, documents: keys, without: ties)
      let issued = Dictionary(
        documents.map { ($0.id, $0.issued) }, uniquingKeysWith: { first, _ in first })
      regions = Dictionary(
        documents.map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
      heritage = try Heritage(tasks, numbers, ties, issued: issued, db)
      return bundled.holding(documents: documents, clauses: clauses, tasks: tasks)
    }
  }

  private func fetchTasks(
    _ db: Database, documents: [Int64: Document.ID], without ties: TaskTies
  ) throws -> [ReformTask] {
    var tasks: [ReformTask] = []
    (numbers, positions) = ([], [:])
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT task.id, task.key, task.document, clause, task.title_zh, task.title_en, theme, level
        FROM task JOIN document ON document.id = task.document
        ORDER BY document.position, document.id, task.position, task.id
        """)
    while let row = try rows.next() {
      let id: Int64 = row[0]
      guard !ties.retired.contains(id) else { continue }
      positions[id] = tasks.count
      numbers.append(id)
      tasks.append(
        ReformTask(
          id: row[1], document: documents[row[2]] ?? "", clause: row[3],
          title: Phrase(row[4], row[5]), theme: row[6],
          level: ReformTask.Level(rawValue: row[7]) ?? .province))
    }
    keys = tasks.map(\.id)
    try fetchParts(db, into: &tasks)
    for (position, number) in numbers.enumerated() { ties.tie(&tasks[position], at: number) }
    return tasks
  }

  private func fetchParts(_ db: Database, into tasks: inout [ReformTask]) throws {
    try each(db, "SELECT task, name, bureau, role FROM task_department") { task, row in
      tasks[task].departments.append(
        Responsible(row[1], bureau: row[2], role: .init(rawValue: row[3]) ?? .responsible))
    }
    try each(db, "SELECT task, kind, due, years, by, soft, words FROM task_deadline") { task, row in
      guard let kind = Deadline.Kind(rawValue: row[1]) else { return }
      let years: String = row[3]
      tasks[task].deadlines.append(
        Deadline(
          kind, due: (row[2] as Int?).flatMap(Day.init(number:)),
          years: years.split(separator: " ").compactMap { Int($0) },
          by: (row[4] as String?).flatMap(YearDay.init), isSoft: row[5], words: row[6]))
    }
    try each(db, "SELECT task, place, role FROM task_place") { task, row in
      tasks[task].places.append(
        NamedPlace(code(row[1]), .init(rawValue: row[2]) ?? .named))
    }
    try each(
      db,
      "SELECT task, metric_zh, metric_en, op, value, upper, unit, scope, soft, year, "
        + (format >= Schema.ties ? "key, places FROM task_target" : "NULL, NULL FROM task_target")
    ) { task, row in
      tasks[task].targets.append(
        TaskTarget(
          key: row[10], metric: Phrase(row[1], row[2]), op: .init(rawValue: row[3]) ?? .equal,
          value: Decimal(string: row[4]) ?? 0,
          upper: (row[5] as String?).flatMap { Decimal(string: $0) },
          unit: row[6], scope: (row[7] as String?).flatMap(TaskTarget.Scope.init(rawValue:)),
          isSoft: row[8], year: row[9],
          places: ((row[11] as String?) ?? "").split(separator: " ").map(String.init)))
    }
    try each(db, "SELECT task, kind, target, note_zh, note_en FROM task_link") { task, row in
      let target: String = row[2]
      switch row[1] as String {
      case "supersedes": tasks[task].supersedes.append(target)
      case "carriesOut": tasks[task].carriesOut.append(target)
      case "indicator": tasks[task].indicators.append(target)
      default:
        tasks[task].conflicts.append(
          Conflict(with: target, note: Phrase(row[3] ?? "", row[4] ?? "")))
      }
    }
  }

  /// Goes through the parts of tasks in printed order, each with its task's position.
  private func each(_ db: Database, _ sql: String, _ take: (Int, Row) -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: sql + " ORDER BY task, position")
    while let row = try rows.next() {
      if let position = positions[row[0]] { take(position, row) }
    }
  }
}

extension Document {
  init(_ row: Row) {
    self.init(
      id: row["key"], number: row["number"], title: row.phrase("title_zh", "title_en"),
      short: row.phrase("short_zh", "short_en"), issuer: row["issuer"],
      issued: row.day("issued") ?? Day(ordinal: 0), region: code(row["region"]),
      kind: Kind(rawValue: row["kind"]) ?? .policy, isTruncated: row["truncated"])
  }
}
