import GRDB
import Reform

extension Ledger {
  /// The meetings that stand as of a day of the books, by their days.
  public func meetings(asOf day: Day = Day.last(ofYear: 9999)) throws -> [Meeting] {
    guard format >= Schema.meetings else { return [] }
    return try reading { try meetings($0, asOf: day) }
  }

  /// The slips that stand as of a day of the books, in the order in which they were issued.
  public func slips(asOf day: Day = Day.last(ofYear: 9999)) throws -> [Slip] {
    guard format >= Schema.meetings else { return [] }
    return try reading { db in
      try slipEntries(db, asOf: day).compactMap { Slip($0.key, $0.value) }
        .sorted { ($0.issued, $0.order.number) < ($1.issued, $1.order.number) }
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
