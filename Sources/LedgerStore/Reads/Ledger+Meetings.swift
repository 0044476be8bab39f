import GRDB
import Reform

extension Ledger {
  /// The meetings that stand as of a day of the books, by their days.
  public func meetings(asOf day: Day = Day.last(ofYear: 9999)) throws -> [Meeting] {
    guard format >= Schema.meetings else { return [] }
    return try reading { try MeetingRows(db: $0).meetings(asOf: day) }
  }

  /// The meeting of our own office that is running on a day of the books; nil where none is.
  public func runningMeeting(asOf day: Day) throws -> Meeting? {
    guard format >= Schema.meetings else { return nil }
    return try reading { try MeetingRows(db: $0).running(asOf: day, format) }
  }

  /// The slips that stand as of a day of the books, in the order in which they were issued.
  public func slips(asOf day: Day = Day.last(ofYear: 9999)) throws -> [Slip] {
    guard format >= Schema.meetings else { return [] }
    return try reading { try MeetingRows(db: $0).slips(asOf: day) }
  }

  /// The meetings that were ever made, those that were taken back as well: no new one is called so.
  public func meetingsEverMade() throws -> Set<Meeting.ID> {
    guard format >= Schema.meetings else { return [] }
    return try reading { try MeetingRows(db: $0).everMade() }
  }

  /// The making of a meeting that a person took back last, unless he entered something for meetings
  /// since.
  public func lastUnmadeMeeting(by who: String) throws -> Int? {
    try reading { try MeetingRows(db: $0).lastUnmade(by: who) }
  }

  /// The last act of a person on a meeting that was taken back, a step or a decision, unless something
  /// was entered for it since; with the field in which it is put back.
  public func lastTakenBack(
    in meeting: Meeting.ID, by who: String
  ) throws -> (act: Int, field: Act.Field)? {
    try reading { try MeetingRows(db: $0).lastTakenBack(in: meeting, by: who) }
  }
}
