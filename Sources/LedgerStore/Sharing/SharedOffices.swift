import GRDB
import Reform

/// From which office acts came, where that is another than our own.
struct SharedOffices {
  private let db: Database
  /// Our own; nil in a ledger that is not shared.
  private let own: String?

  init(db: Database, _ format: Int32) throws {
    self.db = db
    own = format >= Schema.sharing ? try SharedRows(db: db).value("office") : nil
  }

  /// Entries with their offices.
  func named(_ entries: [Entry]) throws -> [Entry] {
    guard own != nil, !entries.isEmpty else { return entries }
    let acts = Set(entries.map(\.act)).sorted().map(String.init).joined(separator: ", ")
    let offices = try found(
      "SELECT CAST(act AS TEXT), office FROM taken WHERE act IN (\(acts))")
    return entries.map { entry in
      var entry = entry
      entry.office = offices["\(entry.act)"]
      return entry
    }
  }

  /// The offices that hold the meetings of others, by the meeting.
  func ofMeetings() throws -> [Meeting.ID: String] {
    guard own != nil else { return [:] }
    return try found(
      """
      SELECT meeting_step.meeting, office FROM meeting_step JOIN taken USING (act)
      WHERE act = (SELECT min(act) FROM meeting_step first WHERE first.meeting = meeting_step.meeting)
      """)
  }

  private func found(_ sql: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: sql) {
      let office: String = try row.value(1)
      if office != own { found[try row.value(0)] = office }
    }
    return found
  }
}
