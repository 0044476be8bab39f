import GRDB
import Reform

extension Ledger {
  /// The meetings that stand as of a day of the books, by their days.
  public func meetings(asOf day: Day = Day.last(ofYear: 9999)) throws -> [Meeting] {
    guard format >= Schema.meetings else { return [] }
    return try reading { try meetings($0, asOf: day) }
  }

  /// The meeting that is running on a day of the books; nil where none is.
  public func runningMeeting(asOf day: Day) throws -> Meeting? {
    guard format >= Schema.meetings else { return nil }
    return try reading { db in
      // Most ledgers are looked at without any.
      guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM meeting_step)") == true else {
        return nil
      }
      return try meetings(db, asOf: day).first { $0.state == .running }
    }
  }

  /// The slips that stand as of a day of the books, in the order in which they were issued.
  public func slips(asOf day: Day = Day.last(ofYear: 9999)) throws -> [Slip] {
    guard format >= Schema.meetings else { return [] }
    return try reading { db in
      try slipEntries(db, asOf: day).compactMap { Slip($0.key, $0.value) }
        .sorted { ($0.issued, $0.order.number) < ($1.issued, $1.order.number) }
    }
  }

  /// The last act of a person on a meeting that was taken back, a step or a decision, unless something
  /// was entered for it since; with the field in which it is put back.
  public func lastTakenBack(
    in meeting: Meeting.ID, by who: String
  ) throws -> (act: Int, field: Act.Field)? {
    try reading { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          WITH RECURSIVE own (id, root) AS (
            SELECT act, act FROM meeting_step WHERE meeting = :meeting
            UNION SELECT act, act FROM decision WHERE meeting = :meeting
            UNION SELECT act.id, own.root FROM act JOIN own ON act.answers = own.id)
          SELECT root, about FROM own JOIN act ON act.id = own.id
          WHERE who = :who AND kind = 'undo'
            AND NOT EXISTS (SELECT 1 FROM act redo WHERE redo.answers = act.id)
            AND NOT EXISTS (
              SELECT 1 FROM own newer JOIN act later ON later.id = newer.id
              WHERE later.who = :who AND later.kind = 'enter' AND later.id > act.id)
          ORDER BY act.id DESC LIMIT 1
          """, arguments: ["meeting": meeting, "who": who])
      guard let row, let field = Act.About(rawValue: try row.value("about"))?.field
      else { return nil }
      return (try row.value("root"), field)
    }
  }

  func meeting(_ id: Meeting.ID, _ db: Database) throws -> Meeting? {
    try meetings(db).first { $0.id == id }
  }

  func slip(_ id: Slip.ID, _ db: Database) throws -> Slip? {
    try slipEntries(db)[id].flatMap { Slip(id, $0) }
  }

  func meetings(_ db: Database, asOf day: Day = Day.last(ofYear: 9999)) throws -> [Meeting] {
    let decisions = try Dictionary(grouping: decisions(db, asOf: day), by: \.decision.meeting)
    let rows = try Row.fetchAll(
      db,
      sql: """
        \(Self.chains(of: "meeting_step"))
        SELECT meeting_step.act, meeting_step.meeting, content, who, day
        FROM standing JOIN meeting_step ON meeting_step.act = root JOIN act ON act.id = root
        WHERE depth % 2 = 0 ORDER BY act.id
        """, arguments: ["day": day.number])
    let entries = try rows.map { row in
      try MeetingEntry(
        id: row.value("act"), meeting: row.value("meeting"), read(row.value("content")),
        who: row.value("who"), day: row.day("day") ?? Day(ordinal: 0))
    }
    return Dictionary(grouping: entries, by: \.meeting)
      .compactMap { Meeting($0.key, $0.value, decisions: decisions[$0.key] ?? []) }
      .sorted { ($0.card.day, $0.id) < ($1.card.day, $1.id) }
  }

  private func decisions(_ db: Database, asOf day: Day) throws -> [DecisionEntry] {
    try Row.fetchAll(
      db,
      sql: """
        \(Self.chains(of: "decision"))
        SELECT decision.act, content, who, day, at
        FROM standing JOIN decision ON decision.act = root JOIN act ON act.id = root
        WHERE depth % 2 = 0 ORDER BY act.id
        """, arguments: ["day": day.number]
    ).map { row in
      try DecisionEntry(
        id: row.value("act"), read(row.value("content")), who: row.value("who"),
        day: row.day("day") ?? Day(ordinal: 0), at: row.value("at"))
    }
  }

  /// The steps of slips that stand as of a day, oldest first, by slip.
  func slipEntries(
    _ db: Database, asOf day: Day = Day.last(ofYear: 9999)
  ) throws -> [Slip.ID: [SlipEntry]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        \(Self.chains(of: "slip_step"))
        SELECT slip_step.act, slip, content, who, day, meeting
        FROM standing JOIN slip_step ON slip_step.act = root JOIN act ON act.id = root
        WHERE depth % 2 = 0 ORDER BY act.id
        """, arguments: ["day": day.number])
    let entries = try rows.map { row in
      try SlipEntry(
        id: row.value("act"), slip: row.value("slip"), read(row.value("content")),
        who: row.value("who"), day: row.day("day") ?? Day(ordinal: 0), meeting: row.value("meeting")
      )
    }
    return Dictionary(grouping: entries, by: \.slip)
  }
}
