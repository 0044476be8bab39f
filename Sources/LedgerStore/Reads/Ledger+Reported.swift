import GRDB
import Reform

extension Ledger {
  /// What bulletins report: those bundled with the program, and those that people filed.
  ///
  /// A fact that was filed stands in the place of the bundled one of the same words.
  public func achievements(
    _ bundled: [Achievement], _ catalogue: Catalogue
  ) throws -> [Achievement] {
    let filed = try filedFacts(catalogue)
    let known = Set(filed.map { "\($0.document)/\($0.mark ?? "")" })
    return bundled.filter { !known.contains("\($0.document)/\($0.mark ?? $0.id)") } + filed
  }

  private func filedFacts(_ catalogue: Catalogue) throws -> [Achievement] {
    guard format >= 2 else { return [] }
    return try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT filing.document, filing.content, clause.place_zh
          FROM filing JOIN document ON document.key = filing.document
            LEFT JOIN clause ON clause.document = document.id
              AND filing.task = filing.document || '/' || clause.path
          WHERE filing.kind = 'task' AND document.kind = 'bulletin'
            AND filing.id > coalesce((
              SELECT max(id) FROM filing gone
              WHERE gone.kind = 'withdrawal' AND gone.document = filing.document), 0)
            AND filing.id = (
              SELECT max(id) FROM filing later
              WHERE later.task = filing.task AND later.kind = 'task')
          ORDER BY document.position, clause.position, filing.id
          """)
      var numbers: [String: Int] = [:]
      return try rows.flatMap { row -> [Achievement] in
        guard let document = catalogue.document(try row.value(0)) else { return [] }
        numbers[document.id, default: 0] += 1
        return Achievement.filed(
          try read(try row.value(1)), of: document, number: numbers[document.id] ?? 0,
          section: try row.value(2) ?? "")
      }
    }
  }
}
