import Foundation
import GRDB
import Reform

extension Ledger {
  /// Lets the lines of a task that gathers figures follow the gathering: a period of it is for the
  /// figures of the year before (收集上年度指标).
  func gather(
    _ heir: Heritage.Heir, asOf day: Day, into lines: inout [Line: Status],
    in county: Division.Code?, _ db: Database
  ) throws {
    let region = number(try taskRows().regions[heir.task.document] ?? "")
    guard county.map({ number($0) == region }) ?? true, region > 0 else { return }
    for (year, gathering) in try gathering(heir, asOf: day, db) {
      let line = Line(heir.task.id, in: code(region), period: .year(year + 1))
      lines[line] = gathering.status(entered: lines[line] ?? .notStarted)
    }
  }

  /// How far the gathering has got, by the year of the figures; only years with any.
  func gathering(
    _ heir: Heritage.Heir, asOf day: Day, _ db: Database
  ) throws -> [Int: Gathering] {
    guard format >= 3 else { return [:] }
    let now = try ActMark(db, format)
    if let gathered, gathered.day == day, try now.brings(nothingSince: gathered.act, db) {
      self.gathered?.act = now
      return gathered.years
    }
    let years = try gather(heir.task, asOf: day, db)
    gathered = (day, now, years)
    return years
  }

  private func gather(
    _ task: ReformTask, asOf day: Day, _ db: Database
  ) throws -> [Int: Gathering] {
    let batches = try fetchBatches(db, asOf: day).filter { $0.withdrawal == nil }
    guard !batches.isEmpty else { return [:] }
    let counties = try countiesByCity(of: task, db)
    let back = try returned(among: batches, asOf: day, db)
    var whole: [Int: [Int: Int]] = [:]
    let sent = try sent(of: task, in: batches, db).filter { counties[$0.city] != nil }
    let owns = Set(sent.filter { $0.own == .some(true) }.map { [$0.indicator, $0.city] })
    for sent in sent {
      // A city that has sent an own level in another year owes it.
      let owesOwn = sent.own == nil && owns.contains([sent.indicator, sent.city])
      let isWhole = sent.isCity || sent.counties == counties[sent.city] && !owesOwn
      whole[sent.year, default: [:]][sent.city, default: 0] += isWhole ? 1 : 0
    }
    return Dictionary(
      whole.map { year, cities in
        let complete = cities.filter { city, indicators in
          indicators == task.collects.count && !back.contains([year, city])
        }
        return (year, Gathering(sent: complete.count, asked: counties.count, isBegun: true))
      }, uniquingKeysWith: { first, _ in first })
  }

  private struct Sent {
    var year: Int
    var indicator: Int
    var city: Int
    /// Whether the city has a figure of its own.
    var isCity: Bool
    /// How many of its counties have one.
    var counties: Int
    /// Whether its own level (市本级) has something; nil where it has sent nothing.
    var own: Bool?
  }

  /// What stands of each indicator, year and city.
  private func sent(of task: ReformTask, in batches: [Batch], _ db: Database) throws -> [Sent] {
    let standing = Set(batches.map(\.id))
    let others = try Int.fetchAll(db, sql: "SELECT id FROM batch").filter { !standing.contains($0) }
    let gone = others.map { "\($0)" }.joined(separator: ", ")
    let names = task.collects.map { "'\($0.replacing("'", with: "''"))'" }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT period, indicator, place - place % 100, max(place % 100 = 0),
          count(DISTINCT CASE WHEN level = 'county' THEN place END),
          max(CASE WHEN level = 'city' AND place % 100 > 0 THEN coalesce(numerator, '') <> '0' END)
        FROM figure JOIN division ON division.code = place
        WHERE indicator IN (
            SELECT id FROM indicator WHERE key IN (\(names.joined(separator: ", "))))
          AND length(period) = 4 AND batch NOT IN (\(gone))
        GROUP BY indicator, period, place / 100
        """
    ).compactMap { row in
      try Int(row.value(0) as String).map {
        try Sent(
          year: $0, indicator: row.value(1), city: row.value(2), isCity: row.value(3),
          counties: row.value(4), own: row.value(5))
      }
    }
  }

  /// Years and cities whose figures were sent back, with nothing new since.
  private func returned(
    among batches: [Batch], asOf day: Day, _ db: Database
  ) throws -> Set<[Int]> {
    let order = Dictionary(
      batches.map { ($0.id, ($0.day, $0.at)) }, uniquingKeysWith: { first, _ in first })
    var found: Set<[Int]> = []
    for entry in try CollectingActs(db: db).standing(year: nil, asOf: day)
    where entry.kind == .sentBack && entry.month == nil && number(entry.place).isMultiple(of: 100) {
      let codes = codes(within: entry.place)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT place - place % 100, batch FROM figure
          WHERE period = ? AND place BETWEEN ? AND ?
          """, arguments: ["\(entry.year)", codes.lowerBound, codes.upperBound])
      for (city, rows) in try Dictionary(grouping: rows, by: { try $0.value(0) as Int }) {
        let last = try rows.compactMap { order[try $0.value(1) as Int] }.max { $0 < $1 }
        if let last, last <= (entry.day, entry.at) { found.insert([entry.year, city]) }
      }
    }
    return found
  }

  /// How many counties lie in each city of the region that a task binds.
  private func countiesByCity(of task: ReformTask, _ db: Database) throws -> [Int: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT code, (SELECT count(*) FROM division county
          WHERE county.parent = city.code AND county.level = 'county')
        FROM division city WHERE level = 'city' AND parent = ?
        """, arguments: [number(taskRows().regions[task.document] ?? "")])
    return Dictionary(
      try rows.map { (try $0.value(0) as Int, try $0.value(1) as Int) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The last act with its seal, which stands for all acts up to it.
struct ActMark: Equatable {
  private let act: Int
  private let seal: Data?

  init(_ db: Database, _ format: Int32) throws {
    act = try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM act") ?? 0
    seal = format >= Schema.seals ? try Self.seal(of: act, db) : nil
  }

  private static func seal(of act: Int, _ db: Database) throws -> Data? {
    try Data.fetchOne(db, sql: "SELECT hash FROM seal WHERE act = ?", arguments: [act])
  }

  /// Whether all acts of an earlier mark are still there, and none since is about what is collected: then
  /// an entry on a task does not have all figures looked through.
  func brings(nothingSince last: ActMark, _ db: Database) throws -> Bool {
    if last == self { return true }
    guard last.seal != nil, seal != nil, try Self.seal(of: last.act, db) == last.seal else {
      return false
    }
    let others = "'tasks', 'actual', 'group', 'settlement', 'meeting', 'slip'"
    return try Int.fetchOne(
      db, sql: "SELECT 1 FROM act WHERE id > ? AND about NOT IN (\(others)) LIMIT 1",
      arguments: [last.act]) == nil
  }
}
