import Dashboard
import Foundation
import LedgerStore
import Papers
import Reform

extension EffectRunner {
  /// What came of an effect on meetings and slips.
  func run(_ effect: MeetingEffect, retry: Effect, on state: AppState) throws -> Action {
    switch effect {
    case .step(let id, let step, let seen):
      let isNew = seen == 0
      try world.enter(.meeting(id, step, seen: seen), in: state.catalogue)
      return try met(step.said, made: isNew ? id : nil, state)
    case .agenda(let id, let card, let items, let seen):
      return try agenda(id, card, items, seen: seen, state)
    case .ask(let subject): return try ask(subject, state)
    case .decide(let decision, let changes, let seen):
      try EntryDays.refuse(changes, on: world.today, in: state.catalogue)
      let act = Act(.decision(decision, changes, seen: seen), world.stamp)
      let outcome = try world.ledger.act {
        if let slip = decision.slip { try desk(state).refuse(slip) }
        return try enter(act, state)
      }
      switch outcome {
      case .moved(.lines(let entries)): return .moved(entries, retry: retry)
      case .moved(let between): throw between.fault
      case .nothing, .recorded:
        return try met(decision.kind.words, isOther: decision.task != nil, state)
      }
    case .decideEach(let decided, let seen):
      return try decideEach(decided, seen: seen, retry: retry, state)
    case .slip(let id, let step, let seen):
      try world.enter(.slip(id, step, seen: seen), in: state.catalogue)
      return try met(Phrase(id, id), state)
    case .issue(let order):
      try world.ledger.act {
        try desk(state).refuse(order)
        try world.enter(.slip(order.number, .issue(order)), in: state.catalogue)
      }
      return try met(Phrase("\(order.number) 已发出", "\(order.number) is issued"), state)
    case .takeBack(let meeting, let seen):
      return try answer(
        .undo(MeetingUndo(world: world).takingBack(meeting), over: seen), .takenBack, retry: retry,
        state)
    case .putBack(let meeting, let seen):
      return try answer(
        .redo(MeetingUndo(world: world).puttingBack(meeting), over: seen), .putBack, retry: retry,
        state)
    }
  }

  /// Several decisions in one transaction; where one of them is barred, or somebody was quicker with
  /// one, none is entered.
  private func decideEach(
    _ decided: [Decided], seen: Int, retry: Effect, _ state: AppState
  ) throws -> Action {
    for each in decided { try EntryDays.refuse(each.changes, on: world.today, in: state.catalogue) }
    do {
      try world.ledger.act {
        var last = seen
        for each in decided {
          if let slip = each.decision.slip { try desk(state).refuse(slip) }
          let act = Act(.decision(each.decision, each.changes, seen: last), world.stamp)
          if case .moved(let between) = try enter(act, state) { throw Quicker(between: between) }
          last = try world.ledger.lastAct()
        }
      }
    } catch let quicker as Quicker {
      guard case .lines(let entries) = quicker.between else { throw quicker.between.fault }
      return .moved(entries, retry: retry)
    }
    let count = decided.count
    return try met(
      Phrase("\(count) 份督办单已发出", "\(Plural("slip").of(count)) issued"), state)
  }

  private func desk(_ state: AppState) throws -> SlipDesk {
    SlipDesk(
      world.ledger, state.catalogue, try Self.rules(state.settings), on: state.today)
  }

  private func met(
    _ said: Phrase, made: Meeting.ID? = nil, isOther: Bool = false, _ state: AppState
  ) throws -> Action {
    let catalogue = isOther ? try world.ledger.catalogue(over: state.catalogue) : nil
    let progress =
      try catalogue.map { try reader.progress(on: state.day, in: state.scope, $0) }
      ?? refreshed(state)
    return .met(
      Met(
        meetings: try world.ledger.meetings(asOf: state.day),
        slips: try world.ledger.slips(asOf: state.day), progress: progress, catalogue: catalogue,
        said: said, made: made))
  }

  /// Sets the rules and puts what they ask for on the agenda, all or nothing.
  private func agenda(
    _ id: Meeting.ID, _ card: MeetingCard, _ items: [AgendaItem], seen: Int, _ state: AppState
  ) throws -> Action {
    let new = try world.ledger.act { () -> Int in
      guard let meeting = try world.ledger.meetings().first(where: { $0.id == id }) else {
        return 0
      }
      let place = state.catalogue.divisions[meeting.card.scope]
      let report = TaskReport(
        state.catalogue,
        tallies: try world.ledger.tallies(
          asOf: state.day, in: place?.level == .county ? place : nil),
        entered: try world.ledger.enteredDues(asOf: state.day), on: state.day,
        in: meeting.card.scope)
      var last = seen
      func step(_ step: MeetingStep) throws {
        try world.enter(.meeting(id, step, seen: last), in: state.catalogue)
        last = try world.ledger.lastAct()
      }
      if card != meeting.card { try step(.card(card)) }
      let known = Set(meeting.agenda.map(\.subject))
      let new = items.filter { !known.contains($0.subject) }
      if !new.isEmpty { try step(.add(new)) }
      let all = meeting.agenda + new
      let sorted = AgendaMaker(card.rules, report, state.catalogue).sorted(all)
      if sorted.map(\.subject) != all.map(\.subject) { try step(.order(sorted.map(\.subject))) }
      return new.count
    }
    return try met(
      new == 0
        ? Phrase("按规则没有新的议题", "the rules ask for nothing new")
        : Phrase("议程加入 \(new) 项", "\(Plural("item").of(new)) put on the agenda"), state)
  }

  private func ask(_ subject: AgendaItem.Subject, _ state: AppState) throws -> Action {
    var book = MeetingBook(.init(day: state.day), meetings: try world.ledger.meetings(), slips: [])
    book.others = try SharedActs.meetingOffices(in: world.ledger)
    guard let meeting = book.next(from: state.today) else {
      throw Fault(
        "还没有筹备中的会议；按 6 再按 a 新建一次。",
        "No meeting is prepared yet; press 6, then a, to make one.")
    }
    let name = meeting.card.name
    guard !meeting.agenda.contains(where: { $0.subject == subject && $0.reasons.contains(.asked) })
    else {
      throw Fault("“\(name)”的议程上已经有了。", "It is on the agenda of “\(name)” already.")
    }
    try world.enter(
      .meeting(meeting.id, .add([AgendaItem(subject, [.asked])]), seen: meeting.last),
      in: state.catalogue)
    return try met(Phrase("列入“\(name)”的议程", "put on the agenda of “\(name)”"), state)
  }

  // MARK: Undo

  private enum Done { case takenBack, putBack }

  private func answer(
    _ content: Act.Content, _ done: Done, retry: Effect, _ state: AppState
  ) throws -> Action {
    switch try enter(Act(content, world.stamp), state) {
    case .moved(.lines(let entries)): return .moved(entries, retry: retry)
    case .moved(let between): throw between.fault
    case .nothing:
      throw done == .takenBack
        ? Fault("没有可撤销的登记。", "There is nothing to take back.")
        : Fault("没有可重做的登记。", "There is nothing to put back.")
    case .recorded(let entered):
      var isOther = false
      if case .decision(let decision, _) = entered.what { isOther = decision.task != nil }
      return try met(
        done == .takenBack ? Phrase("已撤销", "taken back") : Phrase("已重做", "put back"),
        isOther: isOther, state)
    }
  }
}

extension MeetingStep {
  /// What was done, in a word or two.
  fileprivate var said: Phrase {
    switch self {
    case .card: Phrase("会议信息已登记", "the meeting is entered")
    case .add: Phrase("已列入议程", "put on the agenda")
    case .drop: Phrase("已从议程拿掉", "taken off the agenda")
    case .order: Phrase("已调整顺序", "moved")
    case .open: Phrase("开会", "the meeting is open")
    case .close(let minutes): Phrase("已闭会，纪要 \(minutes)", "closed, minutes \(minutes)")
    }
  }
}

/// Somebody was quicker with one of several decisions.
private struct Quicker: Error { var between: Between }
