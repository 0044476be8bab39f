import GRDB
import Reform

/// Tasks that are made by hand stand in the tables of the catalogue like all others.
extension HandActs {
  /// Files a task with the document and the clause that it rests on, and gives it its id.
  func file(_ made: HandTask, _ stamp: Stamp, act: Int) throws -> HandTask {
    var made = made
    let isOwn = made.task.document.isEmpty || made.task.document == HandWords.ownDocument
    let key = isOwn ? HandWords.ownDocument : made.task.document
    let label = try nextLabel(in: key, isOwn: isOwn)
    let id = try filing.documentNumber(key)
    made.task.document = key
    made.task.id = "\(key)/\(label)"
    made.task.clause = try filing.knownClause(made.clause, in: id) ?? label
    made.task.targets = made.task.targets.enumerated().map { index, target in
      var target = target
      target.key = "\(index + 1)"
      return target
    }
    try HeldBefore(db: db).keep(key, before: act)
    try filing.file(made, stamp)
    return made
  }

  private var filing: HandFiling { HandFiling(db: db, region: rules.catalogue.province) }

  /// A number that no task of the document ever had; in a shared ledger with the place that gives it.
  private func nextLabel(in document: Document.ID, isOwn: Bool) throws -> String {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM hand_step WHERE kind = 'make' AND document = ?",
      arguments: [document])
    let place = try SharedRows(db: db).place().map { "\($0)-" } ?? ""
    let start = (isOwn ? "" : "h") + place
    var number = (count ?? 0) + 1
    while try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM task WHERE key = ?)",
      arguments: ["\(document)/\(start)\(number)"]) == true
    {
      number += 1
    }
    return "\(start)\(number)"
  }
}
