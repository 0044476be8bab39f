import Foundation
import GRDB
import Reform

/// Acts on the collecting of figures: sent back, locked, opened again; and forms of tasks sent back.
struct CollectingActs {
  let db: Database

  /// What somebody did about the same year and place, or about one around or within it, after an act.
  func between(_ step: CollectionStep, _ seen: Int) throws -> Between? {
    let divisions = Divisions([])
    if step.month != nil, let forms = try forms(since: seen, of: step.place) { return forms }
    let found = try ActRows(db: db).since(seen, about: .collecting)
      .compactMap { try entry($0.root, by: $0.act) }
      .filter { entry in
        entry.year == step.year && entry.month == step.month
          && (divisions.isWithin(entry.place, step.place)
            || divisions.isWithin(step.place, entry.place))
      }
    return found.isEmpty ? nil : .collecting(found)
  }

  /// The forms of tasks of a place, around it or within it, that came after an act.
  private func forms(since seen: Int, of place: Division.Code) throws -> Between? {
    let divisions = Divisions([])
    let names = try Row.fetchAll(
      db,
      sql: """
        SELECT sent_form.place, act.who FROM sent_form JOIN act ON act.id = sent_form.act
        WHERE sent_form.act > ? ORDER BY sent_form.id
        """, arguments: [seen]
    ).filter { row in
      let other = try code(row.value("place"))
      return divisions.isWithin(other, place) || divisions.isWithin(place, other)
    }.map { try $0.value("who") as String }
    return names.isEmpty ? nil : .forms(by: Set(names).sorted())
  }

  func put(_ step: CollectionStep, _ stamp: Stamp) throws -> Entered {
    let act = try ActRows(db: db).enter(.collecting, stamp)
    try db.execute(
      sql: """
        INSERT INTO collecting (act, kind, place, year, month, reason) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act, step.kind.rawValue, number(step.place), step.year, step.month, step.trimmedReason,
      ])
    return Entered(act: act, .collecting(step))
  }

  /// The acts that stand as of a day, in the order of their days; of one year or of all.
  func standing(year: Int?, asOf day: Day) throws -> [CollectionEntry] {
    try Row.fetchAll(
      db,
      sql: """
        \(Ledger.chains(of: "collecting"))
        SELECT collecting.*, act.who, act.day, act.at
        FROM standing JOIN collecting ON collecting.act = standing.root
          JOIN act ON act.id = collecting.act
        WHERE depth % 2 = 0\(year.map { " AND year = \($0)" } ?? "") ORDER BY act.day, act.id
        """, arguments: ["day": day.number]
    ).compactMap(CollectionEntry.init)
  }

  /// What an act has entered; `by` is the act that says who and when.
  func entry(_ act: Int, by answer: Int? = nil) throws -> CollectionEntry? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT collecting.*, act.who, act.day, act.at FROM collecting JOIN act ON act.id = ?
        WHERE collecting.act = ?
        """, arguments: [answer ?? act, act]
    ).flatMap(CollectionEntry.init)
  }

  /// Throws where a batch has a figure of a locked year, for a place that is no exception.
  func refuseLocked(_ batch: NewBatch) throws {
    for year in Set(batch.figures.map { $0.period.year }).sorted() {
      // Locks hold whatever day a batch is dated on.
      let lock = YearLock(
        try standing(year: year, asOf: Day.last(ofYear: 9999)), year: year)
      guard lock.isSet else { continue }
      for figure in batch.figures where figure.period.year == year {
        guard lock.holds(in: figure.place) else { continue }
        let name =
          try String.fetchOne(
            db, sql: "SELECT name FROM division WHERE code = ?", arguments: [number(figure.place)])
          ?? figure.place
        throw Fault(
          "\(year) 年数据已锁定，\(name)不能再报；请先写明原因解锁。",
          "The figures of \(year) are locked, those of \(name) included; unlock it with a reason.")
      }
    }
  }
}

extension CollectionEntry {
  /// Nil for a row of a kind that this program does not know.
  init?(_ row: Row) throws {
    guard let kind = Kind(rawValue: try row.value("kind")) else { return nil }
    try self.init(
      id: row.value("act"), kind: kind, place: code(row.value("place")), year: row.value("year"),
      // Ledgers of before step 12 know no forms that were sent back.
      month: row.hasColumn("month") ? row.value("month") : nil,
      reason: row.value("reason"), who: row.value("who"), day: row.day("day") ?? Day(ordinal: 0),
      at: row.value("at"))
  }
}

extension CollectionStep {
  fileprivate var trimmedReason: String { reason.trimmingCharacters(in: .whitespacesAndNewlines) }

  /// Throws where a reason is missing, or there is no such year.
  func refuse() throws {
    guard kind == .locked || !trimmedReason.isEmpty else {
      throw Fault("请写明原因。", "Give the reason.", exitCode: 2)
    }
    guard (1...9999).contains(year) else {
      throw Fault("没有 \(year) 年。", "There is no year \(year).", exitCode: 2)
    }
    guard let month else { return }
    guard (1...12).contains(month), kind == .sentBack else {
      throw Fault("任务表只能按月退回。", "A task form is sent back by its month.", exitCode: 2)
    }
  }
}
