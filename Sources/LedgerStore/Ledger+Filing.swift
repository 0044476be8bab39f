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
    for table in ["department", "deadline", "place", "target", "link"] {
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
    for (index, target) in task.targets.enumerated() {
      try db.execute(
        sql: "INSERT INTO task_target VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, index, target.metric.zh, target.metric.en, target.op.rawValue,
          target.value.description, target.upper?.description, target.unit,
          target.scope?.rawValue, target.isSoft, target.year,
        ])
    }
    for (index, link) in links(of: task).enumerated() {
      try db.execute(
        sql: "INSERT INTO task_link VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [id, index, link.kind, link.target, link.note?.zh, link.note?.en])
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
