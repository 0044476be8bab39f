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

  /// What stands of each indicator, year and city.
  private func sent(
    of task: ReformTask, in batches: [Batch], _ db: Database
  ) throws -> [SentByCity.Sent] {
    let gone = try Set(Int.fetchAll(db, sql: "SELECT id FROM batch"))
      .subtracting(batches.map(\.id))
    let owns = try Set(
      Int.fetchAll(db, sql: "SELECT code FROM division WHERE level = 'city' AND code % 100 > 0"))
    let names = task.collects.map { "'\($0.replacing("'", with: "''"))'" }
    // By the key of the table: to have SQLite group them takes four times as long.
    let rows = try PlainRows(
      db,
      """
      SELECT indicator, place, period, batch, numerator FROM figure
      WHERE indicator IN (SELECT id FROM indicator WHERE key IN (\(names.joined(separator: ", "))))
      ORDER BY indicator, place, period
      """)
    var sent = SentByCity()
    while try rows.step() {
      guard let year = rows.year(2), !gone.contains(Int(rows.integer(3))) else { continue }
      let place = Int(rows.integer(1))
      sent.take(
        Int(rows.integer(0)), place, year, isOwn: owns.contains(place),
        isNothing: rows.bytes(4).elementsEqual("0".utf8))
    }
    return sent.all
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

/// What has been sent, city by city, of figures in the order of indicator, place and year.
private struct SentByCity {
  struct Sent {
    var year: Int
    var indicator: Int
    var city: Int
    /// Whether the city has a figure of its own.
    var isCity = false
    /// How many of its counties have one.
    var counties = 0
    /// Whether its own level (市本级) has something; nil where it has sent nothing.
    var own: Bool?
  }

  private(set) var all: [Sent] = []
  /// Where the years of the indicator and city begin that were taken last.
  private var start = 0
  private var last = (place: -1, year: -1)

  /// A figure with nothing (0) does not make an own level one that has something.
  mutating func take(_ indicator: Int, _ place: Int, _ year: Int, isOwn: Bool, isNothing: Bool) {
    let city = place - place % 100
    if all.last?.indicator != indicator || all.last?.city != city {
      (start, last) = (all.count, (-1, -1))
    }
    let isNew = last != (place, year)
    last = (place, year)
    let known = all[start...].firstIndex { $0.year == year }
    if known == nil { all.append(Sent(year: year, indicator: indicator, city: city)) }
    let index = known ?? all.count - 1
    if place == city {
      all[index].isCity = true
    } else if isOwn {
      all[index].own = all[index].own ?? false || !isNothing
    } else if isNew {
      all[index].counties += 1
    }
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
