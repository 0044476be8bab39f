import LedgerStore
import Reform

/// What undo and redo answer on the screen of meetings.
struct MeetingUndo {
  let world: World

  /// What this person of our office entered last for a meeting, a step or a decision; for slips the last step.
  func takingBack(_ id: Meeting.ID?) throws -> Act.Answered {
    guard let id else { return .last(.slips) }
    let meeting = try world.ledger.meetings().first { $0.id == id }
    let named = meeting?.acts.filter { $0.who == world.who }.map(\.act) ?? []
    let others = try SharedActs.otherOffices(of: named, in: world.ledger)
    guard let meeting, let own = named.filter({ others[$0] == nil }).max()
    else { throw Fault("没有可撤销的登记。", "There is nothing to take back.") }
    return .act(own, of: meeting.decisions.contains { $0.id == own } ? .tasks : .meetings)
  }

  func puttingBack(_ id: Meeting.ID?) throws -> Act.Answered {
    guard let id else { return .last(.slips) }
    if let last = try world.ledger.lastTakenBack(in: id, by: world.who) {
      return .act(last.act, of: last.field)
    }
    // A meeting whose making was taken back is under no cursor.
    guard let making = try world.ledger.lastUnmadeMeeting(by: world.who) else {
      throw Fault("没有可重做的登记。", "There is nothing to put back.")
    }
    return .act(making, of: .meetings)
  }
}
