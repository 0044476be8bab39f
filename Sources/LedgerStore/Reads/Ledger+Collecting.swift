import Foundation
import GRDB
import Reform

extension Ledger {
  /// Sends the figures of a place and year back (退回), with the reason.
  public func sendBack(_ place: Division.Code, year: Int, reason: String, _ stamp: Stamp) throws {
    try enter(.sentBack, place, year, reason, stamp)
  }

  /// Locks a year: no more figures of it are taken, but for the exceptions made later.
  public func lock(year: Int, in region: Division.Code, reason: String = "", _ stamp: Stamp) throws
  {
    try enter(.locked, region, year, reason, stamp)
  }

  /// Opens a locked year again for a place with all that lies in it, with the reason.
  public func unlock(_ place: Division.Code, year: Int, reason: String, _ stamp: Stamp) throws {
    try enter(.unlocked, place, year, reason, stamp)
  }

  /// The acts on the collecting of figures that stand as of a day, in the order they were entered.
  public func collecting(year: Int? = nil, asOf day: Day) throws -> [CollectionEntry] {
    guard format >= 3 else { return [] }
    return try reading { try fetchCollecting($0, year: year, asOf: day) }
  }

  private func enter(
    _ kind: CollectionEntry.Kind, _ place: Division.Code, _ year: Int, _ reason: String,
    _ stamp: Stamp
  ) throws {
    let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard kind == .locked || !reason.isEmpty else {
      throw Fault("请写明原因。", "Give the reason.", exitCode: 2)
    }
    guard (1...9999).contains(year) else {
      throw Fault("没有 \(year) 年。", "There is no year \(year).", exitCode: 2)
    }
    try writing { db in
      let act = try insertAct(.entered, answers: nil, stamp, db)
      try db.execute(
        sql: "INSERT INTO collecting (act, kind, place, year, reason) VALUES (?, ?, ?, ?, ?)",
        arguments: [act, kind.rawValue, number(place), year, reason])
    }
  }

  func collecting(asOf day: Day, _ db: Database) throws -> [CollectionEntry] {
    try fetchCollecting(db, year: nil, asOf: day)
  }

  private func fetchCollecting(
    _ db: Database, year: Int?, asOf day: Day
  ) throws -> [CollectionEntry] {
    try Row.fetchAll(
      db,
      sql: """
        \(Self.chains(of: "collecting"))
        SELECT collecting.*, act.who, act.day, act.at
        FROM standing JOIN collecting ON collecting.act = standing.root
          JOIN act ON act.id = collecting.act
        WHERE depth % 2 = 0\(year.map { " AND year = \($0)" } ?? "") ORDER BY act.day, act.id
        """, arguments: ["day": day.number]
    ).compactMap { row in
      try CollectionEntry.Kind(rawValue: row.value("kind")).map { kind in
        try CollectionEntry(
          id: row.value("act"), kind: kind, place: code(row.value("place")),
          year: row.value("year"),
          reason: row.value("reason"), who: row.value("who"),
          day: row.day("day") ?? Day(ordinal: 0),
          at: row.value("at"))
      }
    }
  }

  /// Throws where a batch has a figure of a locked year, for a place that is no exception.
  func refuseLocked(_ batch: NewBatch, _ stamp: Stamp, _ db: Database) throws {
    for year in Set(batch.figures.map { $0.period.year }).sorted() {
      // Locks hold whatever day a batch is dated on.
      let lock = YearLock(
        try fetchCollecting(db, year: year, asOf: Day.last(ofYear: 9999)), year: year)
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
