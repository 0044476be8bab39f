import GRDB
import Reform

/// Acts that enter a batch of figures.
///
/// A figure that stands already is not touched: the later batch stands in its place.
struct FigureActs {
  let ledger: Ledger
  let db: Database

  /// The same file, where it stands already; else figures for the same as those of a batch that were
  /// entered, taken back or put back after an act.
  func between(_ batch: NewBatch, _ seen: Int) throws -> Between? {
    let end = Day.last(ofYear: 9999)
    if let hash = batch.hash,
      let same = try ledger.fetchBatches(db, asOf: end).last(where: {
        $0.withdrawal == nil && $0.hash == hash
      })
    {
      return .file(same)
    }
    var found: [PostedFigure] = []
    for root in try Set(ActRows(db: db).since(seen, about: .figures).map(\.root)).sorted() {
      let keys = try Self.keys(of: root, db).intersection(batch.figures.map(\.key))
      for key in keys.sorted(by: { ($0.indicator, $0.place) < ($1.indicator, $1.place) }) {
        found += try ledger.history(of: key, asOf: end).filter { try isOf(root, $0.batch.id) }
      }
    }
    return found.isEmpty ? nil : .figures(found)
  }

  private func isOf(_ act: Int, _ batch: Batch.ID) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT act FROM batch WHERE id = ?", arguments: [batch]) == act
  }

  /// Which figures an act has entered.
  private static func keys(of act: Int, _ db: Database) throws -> Set<Figure.Key> {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT indicator.key, place, period FROM figure
          JOIN indicator ON indicator.id = figure.indicator
        WHERE batch = (SELECT id FROM batch WHERE act = ?)
        """, arguments: [act])
    return try Set(
      rows.compactMap { row in
        try period(of: row.value(2)).map {
          try Figure.Key(row.value(0), in: code(row.value(1)), $0)
        }
      })
  }

  func put(_ batch: NewBatch, _ stamp: Stamp) throws -> Entered {
    let act = try ActRows(db: db).enter(.figures, stamp)
    try db.execute(
      sql: """
        INSERT INTO batch (act, kind, file, hash, note, checks, count) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act, batch.kind.rawValue, batch.file, batch.hash, batch.note,
        batch.checks.joined(separator: " "), batch.figures.count,
      ])
    let id = Int(db.lastInsertedRowID)
    var numbers: [Indicator.ID: Int64] = [:]
    for figure in batch.figures {
      let indicator = try numbers[figure.indicator] ?? Self.indicatorNumber(figure.indicator, db)
      numbers[figure.indicator] = indicator
      try insert(figure, indicator, batch: id)
    }
    return Entered(act: act, .figures(id))
  }

  private func insert(
    _ figure: Figure, _ indicator: Int64, batch: Batch.ID
  ) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO figure (indicator, place, period, batch, numerator, denominator, stated, flags,
          note, sheet, row, "column")
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    do {
      try insert.execute(arguments: [
        indicator, number(figure.place), figure.period.description, batch,
        figure.numerator?.description, figure.denominator?.description,
        figure.stated?.description, figure.flags.rawValue, figure.note, figure.source.sheet,
        figure.source.row, figure.source.column,
      ])
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY
    {
      throw Fault("没有代码为 \(figure.place) 的地区。", "There is no place \(figure.place).")
    }
  }

  /// The number of an indicator in the file, given out at first use.
  static func indicatorNumber(_ id: Indicator.ID, _ db: Database) throws -> Int64 {
    let known = try Int64.fetchOne(
      db, sql: "SELECT id FROM indicator WHERE key = ?", arguments: [id])
    if let known { return known }
    try db.execute(sql: "INSERT INTO indicator (key) VALUES (?)", arguments: [id])
    return db.lastInsertedRowID
  }
}

extension NewBatch {
  /// Throws where it is empty, has a figure twice, or one without a number.
  func refuse() throws {
    guard !figures.isEmpty else {
      throw Fault("这一批没有数据。", "There are no figures in this batch.")
    }
    var seen: Set<Figure.Key> = []
    for figure in figures {
      let key = figure.key
      guard figure.numerator != nil || figure.stated != nil else {
        throw Fault(
          "\(key.indicator) 在 \(key.place) \(key.period) 没有数值。",
          "\(key.indicator) in \(key.place) \(key.period) has no number.")
      }
      guard seen.insert(key).inserted else {
        throw Fault(
          "同一批里 \(key.indicator) 在 \(key.place) \(key.period) 出现两次，没有登记。",
          "\(key.indicator) in \(key.place) \(key.period) is there twice; nothing was entered.")
      }
    }
  }
}
