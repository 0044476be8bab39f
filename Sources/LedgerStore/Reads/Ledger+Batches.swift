import GRDB
import Reform

extension Ledger {
  /// Which figures to look for; nil asks for all.
  public struct FigureFilter: Hashable, Sendable {
    public var indicators: Set<Indicator.ID>?
    /// A division with all that lies in it.
    public var region: Division.Code?
    /// These places only.
    public var places: Set<Division.Code>?
    public var years: ClosedRange<Int>?

    public init(
      indicators: Set<Indicator.ID>? = nil, region: Division.Code? = nil,
      places: Set<Division.Code>? = nil, years: ClosedRange<Int>? = nil
    ) {
      (self.indicators, self.region, self.places, self.years) = (indicators, region, places, years)
    }
  }

  /// The figures that stand as of a day: of each place and period the one of the last batch that
  /// is not taken back.
  public func figures(_ filter: FigureFilter = .init(), asOf day: Day) throws -> [Figure] {
    guard format >= 3 else { return [] }
    return try reading { db in
      let batches = try fetchBatches(db, asOf: day)
      var order: [Batch.ID: Int] = [:]
      var files: [Batch.ID: String] = [:]
      for (index, batch) in batches.enumerated() where batch.withdrawal == nil {
        order[batch.id] = index
        files[batch.id] = batch.file
      }
      var found: [Figure] = []
      found.reserveCapacity(FigureRows.room(filter, batches))
      found.takeLargePages()
      var last: (key: FigureRows.Key, order: Int)?
      var known: (batch: Batch.ID, order: Int?, file: String?) = (-1, nil, nil)
      var rows = try FigureRows(db, filter)
      while let (key, batch) = try rows.next() {
        if batch != known.batch { known = (batch, order[batch], files[batch]) }
        guard let order = known.order else { continue }
        let isSame = last?.key == key
        if isSame, let last, last.order > order { continue }
        if isSame { found.removeLast() }
        last = (key, order)
        found.append(rows.figure(key, in: batch, file: known.file))
      }
      return found
    }
  }

  /// All batches up to a day, the last ones to stand last; those taken back say by whom.
  public func batches(asOf day: Day) throws -> [Batch] {
    guard format >= 3 else { return [] }
    return try reading { try fetchBatches($0, asOf: day) }
  }

  /// Every figure that was ever sent for a key up to a day, newest first, with its batch.
  public func history(of key: Figure.Key, asOf day: Day) throws -> [PostedFigure] {
    guard format >= 3 else { return [] }
    return try reading { db in
      let batches = try fetchBatches(db, asOf: day)
      let byID = Dictionary(
        zip(batches.map { $0.id }, batches), uniquingKeysWith: { first, _ in first })
      var found: [Batch.ID: Figure] = [:]
      let filter = FigureFilter(
        indicators: [key.indicator], places: [key.place], years: key.period.year...key.period.year)
      var rows = try FigureRows(db, filter)
      while let (row, batch) = try rows.next() {
        let figure = rows.figure(row, in: batch, file: byID[batch]?.file)
        if figure.key == key { found[batch] = figure }
      }
      return batches.reversed().compactMap { batch in
        found[batch.id].map { PostedFigure($0, in: batch) }
      }
    }
  }

  func fetchBatches(_ db: Database, asOf day: Day) throws -> [Batch] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        \(Self.chains(of: "batch"))
        SELECT batch.id, batch.kind, batch.file, batch.hash, batch.note, batch.checks, act.who, act.day,
          act.at, act.meeting, batch.count, depth, answer.who, answer.day, answer.at, reason
        FROM standing JOIN batch ON batch.act = standing.root JOIN act ON act.id = batch.act
          JOIN act answer ON answer.id = standing.last
          LEFT JOIN withdrawal ON withdrawal.act = standing.last
        ORDER BY act.day, batch.id
        """, arguments: ["day": day.number])
    return try Array(rows.map(Batch.init))
  }

  /// `standing (root, last)`: every act of a table with the last act that answers it up to a day.
  ///
  /// The first one stands where `last` is the root itself or a `redo`. The table is gone through first
  /// (`CROSS JOIN`): SQLite would go through all acts of the ledger.
  static func chains(of table: String) -> String {
    """
    WITH RECURSIVE chain (root, last, depth) AS (
      SELECT act, act, 0 FROM \(table) CROSS JOIN act ON act.id = \(table).act WHERE act.day <= :day
      UNION ALL
      SELECT chain.root, act.id, chain.depth + 1 FROM chain JOIN act ON act.answers = chain.last
      WHERE act.day <= :day),
    standing (root, last, depth) AS (
      SELECT root, last, max(depth) FROM chain GROUP BY root)
    """
  }
}

extension Batch {
  /// By position: a country has thousands, and a name is looked for among all columns.
  init(_ row: Row) throws {
    let isTakenBack = try (row.value(11) as Int).isMultiple(of: 2) == false
    try self.init(
      id: row.value(0), kind: Kind(rawValue: row.value(1)) ?? .file, file: row.value(2),
      hash: row.value(3), note: row.value(4),
      checks: (row.value(5) as String).split(separator: " ").map(String.init), who: row.value(6),
      day: row.day(7) ?? Day(ordinal: 0), at: row.value(8), meeting: row.value(9),
      count: row.value(10),
      withdrawal: isTakenBack
        ? Withdrawal(
          who: row.value(12), day: row.day(13) ?? Day(ordinal: 0), at: row.value(14),
          reason: row.value(15))
        : nil)
  }
}
