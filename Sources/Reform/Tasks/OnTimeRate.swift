/// What was finished by its day (按时办结率), of the lines whose day is over.
///
/// Lines that are suspended are left out, as no light warns of them (`Whole`, rule 3).
public struct OnTimeRate: Hashable, Sendable {
  public var onTime = 0
  /// Finished, after the day.
  public var late = 0
  /// Not finished yet.
  public var open = 0
  /// Finished without an entry that says when, as where the status follows figures.
  public var unknown = 0

  /// Counts lines as they stand on a day; `finished` has the day on which each was finished.
  public init(_ standings: [Standing], finished: [Line: Day], on day: Day) {
    for standing in standings {
      guard let due = standing.due, due < day, standing.status != .suspended else { continue }
      guard standing.status.isFinished else {
        open += 1
        continue
      }
      guard let done = finished[standing.line] ?? standing.day else {
        unknown += 1
        continue
      }
      if done <= due { onTime += 1 } else { late += 1 }
    }
  }

  /// Lines whose day is over and of which it is known when they were finished, or that they are not.
  public var total: Int { onTime + late + open }

  /// In whole percent, halves upwards; 100 only where all were, 0 only where none was, nil without
  /// any line.
  public var percent: Int? {
    guard total > 0 else { return nil }
    let rounded = (onTime * 200 + total) / (total * 2)
    guard onTime > 0, onTime < total else { return rounded }
    return max(1, min(99, rounded))
  }

  /// `79%`, or `-` where no day is over.
  public var words: String { percent.map { "\($0)%" } ?? "-" }
}

extension Entry {
  /// The days on which lines came to be finished that still are, by the entries up to a day.
  public static func finishedDays(_ entries: [Entry]) -> [Line: Day] {
    var found: [Line: Day] = [:]
    let standing = standing(among: entries).filter { $0.actual == nil && $0.status != nil }
    for entry in standing.sorted(by: { ($0.day, $0.id) < ($1.day, $1.id) }) {
      guard entry.status?.isFinished ?? false else {
        found[entry.line] = nil
        continue
      }
      if found[entry.line] == nil { found[entry.line] = entry.day }
    }
    return found
  }
}
