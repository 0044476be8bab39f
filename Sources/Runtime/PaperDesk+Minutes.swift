import LedgerStore
import Papers
import Reform

/// The papers of a meeting.
extension PaperDesk {
  /// The meetings that the ledger has on the day, by their days.
  public func meetings() throws -> [Meeting] { try ledger.meetings(asOf: day) }

  /// The minutes of a meeting, a draft where it is not closed; `book` names its indicators.
  public func minutes(of meeting: Meeting, _ book: IndicatorCatalogue) throws -> MinutesPaper {
    try ledger.together {
      MinutesPaper(
        meeting, catalogue, book, language, on: day, dues: try duesBefore(meeting),
        isSample: isSample)
    }
  }

  /// The days by which the lines that a meeting extends were due before it first did so, where they
  /// were not the printed ones.
  private func duesBefore(_ meeting: Meeting) throws -> [Line: Day] {
    let extensions = meeting.decisions.filter { $0.decision.kind == .extend }
    guard !extensions.isEmpty else { return [:] }
    var histories: [ReformTask.ID: [Entry]] = [:]
    for task in Set(extensions.flatMap(\.decision.lines).map(\.task)) {
      let entries = try ledger.history(.init(task: task, until: day, limit: Int.max))
      histories[task] = Entry.standing(among: entries).filter { $0.until != nil }
    }
    var (found, seen): ([Line: Day], Set<Line>) = ([:], [])
    for entry in extensions {
      let entered = try ledger.enteredDues(asOf: entry.day)
      for line in entry.decision.lines where seen.insert(line).inserted {
        let before = (histories[line.task] ?? []).filter {
          $0.line == line && $0.act < entry.id
        }.max { ($0.day, $0.id) < ($1.day, $1.id) }
        found[line] =
          before?.until.flatMap { Day($0) }
          ?? catalogue.position(of: line.task).flatMap { entered[$0] }
      }
    }
    return found
  }
}
