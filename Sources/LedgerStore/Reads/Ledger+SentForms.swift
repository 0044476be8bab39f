import GRDB
import Reform

extension Ledger {
  /// The forms of tasks that came back up to a day, in the order in which they were entered; those
  /// that were taken back say by whom.
  public func sentForms(asOf day: Day) throws -> [SentFormEntry] {
    guard format >= Schema.meetings else { return [] }
    return try reading { try SentFormRows(db: $0).all(asOf: day) }
  }
}

/// The table of forms of tasks that came back; every row belongs to the act that took it in.
struct SentFormRows {
  let db: Database

  func insert(_ forms: [SentForm], act: Int) throws {
    for form in forms {
      try db.execute(
        sql: """
          INSERT INTO sent_form (act, place, made, file, hash, count, sender, checker, phone)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          act, number(form.place), form.made.number, form.file, form.hash, form.count,
          form.sender, form.checker, form.phone,
        ])
    }
  }

  func all(asOf day: Day) throws -> [SentFormEntry] {
    try Row.fetchAll(
      db,
      sql: """
        \(Ledger.chains(of: "sent_form"))
        SELECT sent_form.*, act.who, act.day, answer.who AS answerWho, answer.day AS answerDay,
          depth
        FROM standing JOIN sent_form ON sent_form.act = standing.root
          JOIN act ON act.id = sent_form.act JOIN act answer ON answer.id = standing.last
        ORDER BY act.day, sent_form.id
        """, arguments: ["day": day.number]
    ).map(SentFormEntry.init)
  }
}

extension SentFormEntry {
  fileprivate init(_ row: Row) throws {
    let never = Day(ordinal: 0)
    let isTakenBack = try (row.value("depth") as Int).isMultiple(of: 2) == false
    let form = try SentForm(row: row)
    try self.init(
      act: row.value("act"), form, who: row.value("who"), day: row.day("day") ?? never,
      withdrawal: isTakenBack
        ? Withdrawal(who: row.value("answerWho"), day: row.day("answerDay") ?? never) : nil)
  }
}
