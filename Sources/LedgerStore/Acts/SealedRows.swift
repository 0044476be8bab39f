import GRDB

/// What acts have entered, act by act in order, as the bytes that their seals are made of.
///
/// Every row of every table of acts is in it, with the keys of tasks and indicators instead of their
/// numbers in this file. Each value has its kind and length before it, so that no two contents give
/// the same bytes.
struct SealedRows {
  private var tables: [Table]

  /// Rows of acts after a number.
  init(_ db: Database, after act: Int) throws {
    // Older formats are sealed before later tables and columns are there, and have nothing in them.
    let hasMonths = try db.columns(in: "collecting").contains { $0.name == "month" }
    let hasHand = try db.tableExists("hand_step")
    tables = try Self.selects.enumerated().filter {
      (hasMonths || $0.element != Self.months) && (hasHand || $0.element != Self.hand)
    }.map { index, sql in
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [act])
      return try Table(mark: UInt8(index), rows: rows)
    }
  }

  /// A table's rows by act, the next one at hand.
  private struct Table {
    let mark: UInt8
    let rows: RowCursor
    var next: (act: Int, bytes: [UInt8])?

    init(mark: UInt8, rows: RowCursor) throws {
      (self.mark, self.rows) = (mark, rows)
      try advance()
    }

    mutating func advance() throws {
      next = try rows.next().map { row in
        var bytes = [mark]
        for index in 0..<row.count { SealedRows.add(row[index], to: &bytes) }
        return (Int.fromDatabaseValue(row[0]) ?? 0, bytes)
      }
    }
  }

  /// The bytes of an act; asked for in the order of acts, since what is before it is passed over.
  mutating func bytes(of act: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for index in tables.indices {
      while let next = tables[index].next, next.act <= act {
        if next.act == act { bytes += next.bytes }
        try tables[index].advance()
      }
    }
    return bytes
  }

  private static func add(_ value: DatabaseValue, to bytes: inout [UInt8]) {
    func add(_ kind: UInt8, _ content: some Collection<UInt8>) {
      bytes.append(kind)
      let count = UInt64(content.count)
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: count >> UInt64(shift)))
      }
      bytes += content
    }
    switch value.storage {
    case .null: add(0, [])
    case .int64(let number): add(1, "\(number)".utf8)
    case .double(let number): add(2, "\(number)".utf8)
    case .string(let text): add(3, text.utf8)
    case .blob(let data): add(4, data)
    }
  }

  /// The act first; a table that comes to have rows of acts is put in at the end.
  private static let selects = [
    "SELECT id, kind, answers, who, day, at, meeting, about FROM act WHERE id > ? ORDER BY id",
    """
    SELECT act, entry.id, task.key, place, period, day, status, note, evidence, due, answers, until
    FROM entry LEFT JOIN task ON task.id = entry.task WHERE act > ? ORDER BY act, entry.id
    """,
    """
    SELECT act, actual.id, task.key, metric, place, value, of_day, source, made_up
    FROM actual LEFT JOIN task ON task.id = actual.task WHERE act > ? ORDER BY act, actual.id
    """,
    "SELECT act, id, kind, file, hash, note, checks, count FROM batch WHERE act > ? ORDER BY act",
    """
    SELECT batch.act, indicator.key, place, period, numerator, denominator, stated, flags,
      figure.note, sheet, row, "column"
    FROM batch JOIN figure ON figure.batch = batch.id
      LEFT JOIN indicator ON indicator.id = figure.indicator
    WHERE batch.act > ? ORDER BY batch.act, indicator.key, place, period
    """,
    "SELECT act, batch, reason FROM withdrawal WHERE act > ? ORDER BY act",
    """
    SELECT act, indicator.key, region, scope, op, value, upper, year, note, made_up
    FROM target LEFT JOIN indicator ON indicator.id = target.indicator
    WHERE act > ? ORDER BY act
    """,
    "SELECT act, kind, place, year, reason FROM collecting WHERE act > ? ORDER BY act",
    """
    SELECT act, id, place, kind, year, slot, choice, first, last, fen, text, detail, made_up
    FROM group_fact WHERE act > ? ORDER BY act, id
    """,
    """
    SELECT act, id, place, year, balance, rule, parts, note, made_up
    FROM settlement WHERE act > ? ORDER BY act, id
    """,
    "SELECT act, id, kind, document, task, content FROM filing WHERE act > ? ORDER BY act, id",
    "SELECT act, meeting, content FROM meeting_step WHERE act > ? ORDER BY act",
    "SELECT act, meeting, kind, content FROM decision WHERE act > ? ORDER BY act",
    "SELECT act, slip, content FROM slip_step WHERE act > ? ORDER BY act",
    """
    SELECT act, id, place, made, file, hash, count, sender, checker, phone
    FROM sent_form WHERE act > ? ORDER BY act, id
    """,
    months, hand,
  ]

  private static let months =
    "SELECT act, month FROM collecting WHERE month IS NOT NULL AND act > ? ORDER BY act"

  private static let hand = """
    SELECT act, id, kind, document, task, place, content
    FROM hand_step WHERE act > ? ORDER BY act, id
    """
}
