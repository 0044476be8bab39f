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
    let offices = try others(of: entries.map(\.act))
    return entries.map { entry in
      var entry = entry
      entry.office = offices[entry.act]
      return entry
    }
  }

  /// The offices of those of some acts that another one entered.
  func others(of acts: [Int]) throws -> [Int: String] {
    guard own != nil, !acts.isEmpty else { return [:] }
    let list = Set(acts).sorted().map(String.init).joined(separator: ", ")
    let offices = try found(
      "SELECT CAST(act AS TEXT), office FROM taken WHERE act IN (\(list))")
    return Dictionary(
      uniqueKeysWithValues: offices.compactMap { key, office in
        Int(key).map { ($0, office) }
      })
  }

  /// Whether our own office entered an act: another one may have people of the same name.
  static func isOwn(_ act: String) -> String {
    """
    NOT EXISTS (
      SELECT 1 FROM taken WHERE taken.act = \(act).id
        AND taken.office <> (SELECT value FROM hub WHERE key = 'office'))
    """
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

  /// The offices that issued the slips of others, by the slip.
  func ofSlips() throws -> [Slip.ID: String] {
    guard own != nil else { return [:] }
    return try found(
      """
      SELECT slip_step.slip, office FROM slip_step JOIN taken USING (act)
      WHERE act = (SELECT min(act) FROM slip_step first WHERE first.slip = slip_step.slip)
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
