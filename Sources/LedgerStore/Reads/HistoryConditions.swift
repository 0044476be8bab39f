import GRDB
import Reform

/// What must hold of the entries that are leafed through.
struct HistoryConditions {
  private let filter: Ledger.HistoryFilter
  let text: String
  let arguments: StatementArguments

  init(_ filter: Ledger.HistoryFilter, in ledger: Ledger) throws {
    self.filter = filter
    var (conditions, arguments): ([String], StatementArguments) = (["1"], [])
    if let task = filter.task { conditions.append("entry.task \(try ledger.rows(of: task))") }
    if let place = filter.place {
      let span = Ledger.HistoryFilter.span(of: place)
      let last = filter.ownLevel ? span.lowerBound : span.upperBound
      conditions.append("entry.place BETWEEN ? AND ?")
      arguments += [span.lowerBound, last]
    }
    if let since = filter.since {
      conditions.append("entry.day >= ?")
      arguments += [since.number]
    }
    if let until = filter.until {
      conditions.append("entry.day <= ?")
      arguments += [until.number]
    }
    if let before = filter.before {
      conditions.append("entry.id < ?")
      arguments += [before]
    }
    (text, self.arguments) = (conditions.joined(separator: " AND "), arguments)
  }

  /// How many there are, however many the filter takes.
  func count(_ db: Database, in ledger: Ledger) throws -> Int {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM entry WHERE \(text)", arguments: arguments)
    guard filter.withActuals else { return count ?? 0 }
    var all = filter
    all.limit = .max
    return try (count ?? 0) + ledger.actualEntries(all, db).count
      + HandRows(db: db).entries(all, ledger.format).count
  }
}
