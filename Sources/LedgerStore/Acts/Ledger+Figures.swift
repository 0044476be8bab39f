import GRDB
import Reform

extension Ledger {
  /// Enters a batch of figures in one transaction, all of them or none, and gives it back.
  ///
  /// A figure that stands already is not touched: the later batch stands in its place. Throws a
  /// `Fault` where the batch is empty, has a figure twice, names a place that is not there, or
  /// where a year is locked and the place no exception.
  @discardableResult
  public func post(_ batch: NewBatch, _ stamp: Stamp) throws -> Batch {
    guard let posted = try post([batch], stamp).first else {
      throw Fault("这一批没有数据。", "There are no figures in this batch.")
    }
    return posted
  }

  /// Enters the batches of several files in one transaction, all of them or none.
  public func post(_ batches: [NewBatch], _ stamp: Stamp) throws -> [Batch] {
    try writing { db in
      try batches.map { batch in
        try refuse(batch)
        try refuseLocked(batch, stamp, db)
        let id = try insert(batch, stamp, db)
        return Batch(
          id: id, kind: batch.kind, file: batch.file, hash: batch.hash, note: batch.note,
          checks: batch.checks, who: stamp.who, day: stamp.day, at: stamp.at,
          meeting: stamp.meeting, count: batch.figures.count)
      }
    }
  }

  /// Enters many batches in one transaction, each with its own stamp: for the making of samples.
  public func post(_ batches: [(stamp: Stamp, batch: NewBatch)]) throws {
    try writing { db in
      for (stamp, batch) in batches {
        try refuse(batch)
        _ = try insert(batch, stamp, db)
      }
    }
  }

  /// Takes a batch back, so that what stood before it stands again; nothing is removed.
  public func withdraw(_ batch: Batch.ID, reason: String? = nil, _ stamp: Stamp) throws {
    try writing { db in
      let row = try Int.fetchOne(db, sql: "SELECT act FROM batch WHERE id = ?", arguments: [batch])
      guard let row else {
        throw Fault("没有批次 \(batch)。", "There is no batch \(batch).", exitCode: 2)
      }
      let (last, isStanding) = try lastAnswer(to: row, db)
      guard isStanding else {
        throw Fault("批次 \(batch) 已经撤回。", "Batch \(batch) was taken back already.")
      }
      let act = try insertAct(.undone, answers: last, stamp, db)
      try db.execute(
        sql: "INSERT INTO withdrawal (act, batch, reason) VALUES (?, ?, ?)",
        arguments: [act, batch, reason])
    }
  }

  /// The last act of the chain of answers to an act, and whether the first one stands.
  func lastAnswer(to act: Int, _ db: Database) throws -> (act: Int, isStanding: Bool) {
    var (last, isStanding) = (act, true)
    let answer = try db.cachedStatement(sql: "SELECT id FROM act WHERE answers = ?")
    while let next = try Int.fetchOne(answer, arguments: [last]) {
      (last, isStanding) = (next, !isStanding)
    }
    return (last, isStanding)
  }

  private func refuse(_ batch: NewBatch) throws {
    guard !batch.figures.isEmpty else {
      throw Fault("这一批没有数据。", "There are no figures in this batch.")
    }
    var seen: Set<Figure.Key> = []
    for figure in batch.figures {
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

  private func insert(_ batch: NewBatch, _ stamp: Stamp, _ db: Database) throws -> Batch.ID {
    let act = try insertAct(.entered, answers: nil, stamp, db)
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
      let indicator = try numbers[figure.indicator] ?? indicatorNumber(figure.indicator, db)
      numbers[figure.indicator] = indicator
      try insert(figure, indicator, batch: id, db)
    }
    return id
  }

  private func insert(
    _ figure: Figure, _ indicator: Int64, batch: Batch.ID, _ db: Database
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
  func indicatorNumber(_ id: Indicator.ID, _ db: Database) throws -> Int64 {
    let known = try Int64.fetchOne(
      db, sql: "SELECT id FROM indicator WHERE key = ?", arguments: [id])
    if let known { return known }
    try db.execute(sql: "INSERT INTO indicator (key) VALUES (?)", arguments: [id])
    return db.lastInsertedRowID
  }
}
