import GRDB
import Reform

/// The steps of meetings and slips, and decisions, as they stand in the file.
struct MeetingRows {
  let db: Database

  func meeting(_ id: Meeting.ID) throws -> Meeting? { try meetings().first { $0.id == id } }

  /// The one that our own office holds; others may hold theirs at the same time.
  ///
  /// Nothing is read where there was never a meeting, as in most ledgers.
  func running(asOf day: Day, _ format: Int32) throws -> Meeting? {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM meeting_step)") == true else {
      return nil
    }
    let others = try SharedOffices(db: db, format).ofMeetings()
    return try meetings(asOf: day).first { $0.state == .running && others[$0.id] == nil }
  }

  func slip(_ id: Slip.ID) throws -> Slip? { try slipEntries()[id].flatMap { Slip(id, $0) } }

  /// In the order in which they were issued.
  func slips(asOf day: Day) throws -> [Slip] {
    try slipEntries(asOf: day).sorted { ($0.value.first?.id ?? 0) < ($1.value.first?.id ?? 0) }
      .compactMap { Slip($0.key, $0.value) }
  }

  /// All that were ever made here or came from elsewhere, those that were taken back as well.
  func everMade() throws -> Set<Meeting.ID> {
    try Set(String.fetchAll(db, sql: "SELECT DISTINCT meeting FROM meeting_step"))
  }

  /// The making of a meeting that a person took back last, with nothing entered for meetings since.
  func lastUnmade(by who: String) throws -> Int? {
    let rows = ActRows(db: db)
    guard let undo = try rows.lastTakenBack(of: who, .meetings) else { return nil }
    let root = try rows.root(of: undo)
    let id = try String.fetchOne(
      db,
      sql: """
        SELECT meeting FROM meeting_step WHERE act = :act AND act = (
          SELECT min(act) FROM meeting_step first WHERE first.meeting = meeting_step.meeting)
        """, arguments: ["act": root])
    guard let id, try meeting(id) == nil else { return nil }
    return root
  }

  /// The act that a person can put back, and the field in which that is done.
  func lastTakenBack(
    in meeting: Meeting.ID, by who: String
  ) throws -> (act: Int, field: Act.Field)? {
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
            WHERE later.who = :who AND later.kind = 'enter' AND later.id > act.id
              AND \(SharedOffices.isOwn("later")))
          AND \(SharedOffices.isOwn("act"))
        ORDER BY act.id DESC LIMIT 1
        """, arguments: ["meeting": meeting, "who": who])
    guard let row, let field = Act.About(rawValue: try row.value("about"))?.field
    else { return nil }
    return (try row.value("root"), field)
  }

  func meetings(asOf day: Day = Day.last(ofYear: 9999)) throws -> [Meeting] {
    let decisions = try Dictionary(grouping: decisions(asOf: day), by: \.decision.meeting)
    let rows = try Row.fetchAll(
      db,
      sql: """
        \(Ledger.chains(of: "meeting_step"))
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

  private func decisions(asOf day: Day) throws -> [DecisionEntry] {
    try Row.fetchAll(
      db,
      sql: """
        \(Ledger.chains(of: "decision"))
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
  func slipEntries(asOf day: Day = Day.last(ofYear: 9999)) throws -> [Slip.ID: [SlipEntry]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        \(Ledger.chains(of: "slip_step"))
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
