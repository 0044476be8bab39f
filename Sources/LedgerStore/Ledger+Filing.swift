import Foundation
import GRDB
import Reform

extension Ledger {
  /// Files a task with all its parts, in place of what was filed for it before.
  static func file(
    _ task: ReformTask, at position: Int, document: Int64?, _ db: Database
  ) throws {
    let id = try Int64.fetchOne(
      db,
      sql: """
        INSERT INTO task (key, document, clause, position, title_zh, title_en, theme, level,
          also)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET clause = excluded.clause, position = excluded.position,
          title_zh = excluded.title_zh, title_en = excluded.title_en, theme = excluded.theme,
          level = excluded.level, also = excluded.also
        RETURNING id
        """,
      arguments: [
        task.id, document, task.clause, position, task.title.zh, task.title.en, task.theme,
        task.level.rawValue, task.also.map(\.rawValue).joined(separator: " "),
      ])
    let targets = keyed(task.targets, held: try heldTargets(of: id, db))
    for table in parts {
      try db.execute(sql: "DELETE FROM task_\(table) WHERE task = ?", arguments: [id])
    }
    for (index, department) in task.departments.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_department VALUES (?, ?, ?, ?, ?)",
        arguments: [id, index, department.name, department.bureau, department.role.rawValue])
    }
    for (index, deadline) in task.deadlines.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_deadline VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, index, deadline.kind.rawValue, deadline.due?.number,
          deadline.years.map(String.init).joined(separator: " "), deadline.by?.description,
          deadline.isSoft, deadline.words,
        ])
    }
    for (index, place) in task.places.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_place VALUES (?, ?, ?, ?)",
        arguments: [id, index, number(place.code), place.role.rawValue])
    }
    for (index, target) in targets.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_target VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, index, target.metric.zh, target.metric.en, target.op.rawValue,
          target.value.description, target.upper?.description, target.unit,
          target.scope?.rawValue, target.isSoft, target.year, target.key,
          target.places.isEmpty ? nil : target.places.joined(separator: " "),
        ])
    }
    for (index, link) in links(of: task).enumerated() {
      try db.execute(
        sql: "INSERT INTO task_link VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [id, index, link.kind, link.target, link.note?.zh, link.note?.en])
    }
    let ties =
      task.formerly.map { ("formerly", $0) } + task.alsoAt.map { ("also", $0) }
      + task.collects.map { ("collects", $0) }
    for (index, tie) in ties.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_tie VALUES (?, ?, ?, ?)", arguments: [id, index, tie.0, tie.1])
    }
  }

  /// The tables `task_…` that hold the parts of a task.
  static let parts = ["department", "deadline", "place", "target", "link", "tie"]

  /// Targets each with a key: its own, that of the same target as it is held, else a new number.
  private static func keyed(_ targets: [TaskTarget], held: [TaskTarget]) -> [TaskTarget] {
    var left = held
    var found = targets
    for index in found.indices where found[index].key == nil {
      let place = left.firstIndex {
        ($0.op, $0.value, $0.upper, $0.unit)
          == (found[index].op, found[index].value, found[index].upper, found[index].unit)
      }
      if let place { found[index].key = left.remove(at: place).key }
    }
    var taken = Set((targets + held).compactMap(\.key) + found.compactMap(\.key))
    for index in found.indices where found[index].key == nil {
      let key = (1...).lazy.map { "\($0)" }.first { !taken.contains($0) } ?? ""
      found[index].key = key
      taken.insert(key)
    }
    return found
  }

  private static func heldTargets(of task: Int64?, _ db: Database) throws -> [TaskTarget] {
    try Row.fetchAll(
      db,
      sql: "SELECT key, op, value, upper, unit FROM task_target WHERE task = ? ORDER BY position",
      arguments: [task]
    ).map { row in
      try TaskTarget(
        key: row.value(0), metric: Phrase("", ""), op: .init(rawValue: row.value(1)) ?? .equal,
        value: Decimal(string: row.value(2)) ?? 0,
        upper: (row.value(3) as String?).flatMap { Decimal(string: $0) }, unit: row.value(4))
    }
  }

  private static func links(
    of task: ReformTask
  ) -> [(kind: String, target: String, note: Phrase?)] {
    task.supersedes.map { ("supersedes", $0, nil) }
      + task.carriesOut.map { ("carriesOut", $0, nil) }
      + task.conflicts.map { ("conflict", $0.with, $0.note) }
      + task.indicators.map { ("indicator", $0, nil) }
  }
}
