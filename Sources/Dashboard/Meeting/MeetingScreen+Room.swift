import Cells
import Reform
import Widgets

extension MeetingScreen: Screen {
  static let tab: Tab? = .meeting
  static let contexts = [Context.meetings, .agenda, .item, .slips]

  func context(in model: Model) -> Context {
    switch level {
    case .list: look == .slips ? .slips : .meetings
    case .agenda: .agenda
    case .item: .item
    }
  }

  mutating func perform(_ command: Command, in model: Model) -> [Request]? {
    switch command {
    case .nextPane where level == .list: turn(1)
    case .previousPane where level == .list: turn(-1)
    case _ where Command.moves.contains(command): move(command, in: model)
    case .nextView: turn(1)
    case .open: return open(model)
    case .back where level == .item: level = .agenda
    case .back where level == .agenda: level = .list
    case .back where look != .meetings: look = .meetings
    case .undo: return model.writing { [.effect(.meeting(.takeBack(undoing(model))))] }
    case .redo: return model.writing { [.effect(.meeting(.putBack(undoing(model))))] }
    case .explain: return explain(model)
    case .look: return askingDay(model)
    case .group where look == .changes && level == .list: turnGrouping()
    case .group: move(.top, in: model)
    case .sinceDay where look == .changes: return [.ask(AskSince.prompt(model))]
    default:
      switch context(in: model) {
      case .slips: return performOnSlip(command, in: model)
      case .item: return decide(command, in: model)
      default: return performOnMeeting(command, in: model)
      }
    }
    return []
  }

  /// Asks for a day to look at; that of the meeting under the cursor stands there already.
  private func askingDay(_ model: Model) -> [Request] {
    let day = current(model)?.card.day
    let isPast = day.map { $0 < model.today } ?? false
    let written = isPast && !model.isPast ? day?.description ?? "" : ""
    return [
      .ask(
        Prompt(
          AskDay(), Words.Prompt.day(model.language),
          field: TextField(written, limit: 10, isTypedOver: true)))
    ]
  }

  /// The meeting whose last entry is taken back; nil for slips.
  private func undoing(_ model: Model) -> Meeting.ID? {
    look == .slips && level == .list ? nil : current(model)?.id ?? ""
  }

  private mutating func turn(_ step: Int) {
    guard level == .list else { return }
    let count = Look.allCases.count
    look = Look(rawValue: (look.rawValue + step + count) % count) ?? .meetings
  }

  private mutating func move(_ command: Command, in model: Model) {
    let page = max(1, model.body.rows - 4)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -100_000, .bottom: 100_000,
    ]
    let count = current(model)?.agenda.count ?? 0
    switch (level, command) {
    case (.item, .left): goToItem(agenda.selected - 1, of: count)
    case (.item, .right): goToItem(agenda.selected + 1, of: count)
    case (.item, .pageUp): factsOffset = max(0, factsOffset - page / 2)
    case (.item, .pageDown): factsOffset += page / 2
    case (.item, _):
      let all = standings(model)
      lines.move(by: steps[command] ?? 0, of: all.count + (hasAllRow(all) ? 1 : 0))
    case (.agenda, _):
      let before = agenda.selected
      agenda.move(by: steps[command] ?? 0, of: count)
      if agenda.selected != before { (lines, marked, factsOffset) = (Scroll(), [], 0) }
    case (.list, _):
      let step = steps[command] ?? 0
      switch look {
      case .meetings: meetings.move(by: step, of: all(model).count)
      case .slips:
        slips.move(by: step, of: proposals(model).count + shownSlips(model).count)
      case .changes: changes.move(by: step, of: changeRows(model))
      }
    }
  }

  /// Goes one level deeper; on an item asks what is decided.
  private mutating func open(_ model: Model) -> [Request] {
    switch (level, look) {
    case (.list, .meetings):
      guard let meeting = current(model) else {
        return performOnMeeting(.makeMeeting, in: model) ?? []
      }
      let place = meeting.card.scope
      open(meeting.id)
      return place == model.scope ? [] : [.look(at: place)]
    case (.list, .changes): return openChange(model)
    case (.list, .slips):
      if let proposal = proposal(model) {
        return model.writing { [.ask(MeetingForm.issuing(proposal, model))] }
      }
      guard let line = slip(model)?.order.lines.first else { return [] }
      return [.open(line.task, at: line.place)]
    case (.agenda, _):
      guard item(model) != nil else { return performOnMeeting(.agendaRules, in: model) ?? [] }
      level = .item
      return []
    case (.item, _): return choosingDecision(model)
    }
  }

  /// Why the light of the item, as everywhere.
  private func explain(_ model: Model) -> [Request] {
    if level == .list, look == .changes, grouping == nil,
      let change = changed(model)?.changes[safe: changes.selected],
      let task = model.catalogue.task(change.line.task)
    {
      return model.why(
        AskedLight(task: task, place: change.line.place, line: change.now), in: .meetings)
    }
    guard level != .list else {
      let isSlip = look == .slips && (slip(model)?.order.lines.isEmpty == false)
      return [
        .say(isSlip ? MeetingWords.noLightOfSlips : MeetingWords.noLightHere, model.language)
      ]
    }
    guard let item = item(model) else { return [.say(MeetingWords.noItem, model.language)] }
    let words = ItemWords(item, model, ground(model))
    guard let task = words.task, case .task(_, let place) = item.subject else {
      return [.say(MeetingWords.noTask, model.language)]
    }
    let line = hasAllRow(standings(model)) ? lines.selected - 1 : lines.selected
    let standing = level == .item ? standings(model)[safe: line] : nil
    return model.why(
      AskedLight(
        task: task, place: standing?.line.place ?? place,
        whole: standing == nil ? words.standing : nil, line: standing), in: context(in: model))
  }

  mutating func receive(_ message: any Message, in model: Model) -> [Request] {
    switch message {
    case let spot as MeetingSpot:
      if let meeting = spot.meeting { open(meeting) } else { (level, look) = (.list, .meetings) }
    case let detail as TaskDetail: self.detail = (detail, model.reads.turn)
    case is OtherNumbers: (detail, marked) = (nil, [])
    case let met as Met:
      marked = []
      guard let made = met.made else { return [] }
      open(made)
      let place = met.meetings.first { $0.id == made }?.card.scope ?? model.scope
      return place == model.scope ? [] : [.look(at: place)]
    case let day as SinceDay: (since, changes) = (day.day, Scroll())
    case let moved as ItemMoved: agenda.selected = moved.index
    case let asked as Supervised:
      return model.writing { asking(.supervise, at: asked.place, model) }
    case is SupervisedEach:
      return model.writing { askingEach(model) }
    case let choice as Chosen: return perform(choice.command, in: model) ?? []
    default: break
    }
    return []
  }

  func needs(in model: Model) -> [Read] {
    var needs: [Read] = [
      .meetings(
        MeetingBook.Request(
          day: model.day, meeting: readMeeting(model),
          slips: level == .list && look == .slips ? model.scope : nil,
          since: level == .list && look == .changes ? since : nil, in: model.scope,
          turn: model.reads.turn))
    ]
    if level != .list, let task = item(model)?.task,
      detail?.value.task != task || detail?.turn != model.reads.turn
    {
      needs.append(.task(task, day: model.day))
    }
    return needs
  }

  mutating func refresh(in model: Model) {
    let layout = MeetingLayout(self, model)
    let height = max(1, layout.main.rows - 2)
    meetings.reveal(count: all(model).count, height: height)
    slips.reveal(
      count: proposals(model).count + shownSlips(model).count, height: height)
    if level == .list, look == .changes {
      let heads = MeetingMaker(self, model).changeHeads(model, layout.main)
      changes.reveal(count: changeRows(model), height: max(1, height - heads.count))
    }
    agenda.reveal(
      count: current(model)?.agenda.count ?? 0,
      height: level == .item ? max(1, layout.side.rows - 2) : height)
    let all = standings(model)
    lines.reveal(
      count: all.count + (hasAllRow(all) ? 1 : 0), height: max(1, layout.below.rows - 2))
    makePanes(model)
  }

  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool {
    guard pane != Self.tabsPane else {
      look = Look(rawValue: index) ?? look
      return true
    }
    switch (Part(rawValue: pane), level) {
    case (.lines, _):
      let isNew = lines.selected != index
      lines.selected = index
      return isNew
    case (.side, .item)
    where index != agenda.selected && MeetingLayout(self, model).side.columns > 0:
      goToItem(index, of: current(model)?.agenda.count ?? 0)
      return true
    case (.list, .agenda):
      let isNew = agenda.selected != index
      goToItem(index, of: current(model)?.agenda.count ?? 0)
      return isNew
    case (.list, .list):
      let before = (meetings.selected, slips.selected, changes.selected)
      switch look {
      case .meetings: meetings.selected = index
      case .slips: slips.selected = index
      case .changes: changes.selected = index
      }
      return before != (meetings.selected, slips.selected, changes.selected)
    default: return true
    }
  }

  func draw(_ model: Model, on frame: inout Frame) { scene.panes.draw(on: &frame) }

  var arrangement: Int { scene.panes.arrangement }

  func exported(_ model: Model) -> [[String]] {
    switch (level, look) {
    case (.list, .changes): return exportedChanges(model)
    default: return MeetingTable.rows(self, model)
    }
  }

  func papers(_ model: Model) -> [OfficePaper] {
    switch (level, look) {
    case (.list, .slips):
      return (slip(model).map { [.slip($0.id)] } ?? []) + [.slips(model.scope)]
    case (.list, .changes):
      return changed(model).map { [.since($0.since, in: $0.place)] } ?? []
    default: return current(model).map { papers(of: $0, model) } ?? []
    }
  }

  private func papers(of meeting: Meeting, _ model: Model) -> [OfficePaper] {
    let slips = meeting.decisions.compactMap(\.decision.slip).map { OfficePaper.slip($0.number) }
    let since = ground(model)?.since ?? model.meetings?.before(meeting)?.card.day
    return [.minutes(meeting.id)] + slips
      + (since.map { [.since($0, in: meeting.card.scope)] } ?? [])
  }

  func exportedPlace(_ model: Model) -> String {
    if level == .list, look == .changes, let changed = changed(model) {
      return model.name(of: changed.place)
    }
    return meetingPlace(model)
  }

  private func meetingPlace(_ model: Model) -> String {
    model.name(of: current(model)?.card.scope ?? model.scope)
  }
}

extension Met: Message {}

/// The place whose unit a slip goes to.
struct Supervised: Message {
  var place: Division.Code
}

/// A decision that was chosen from the list of them.
struct Chosen: Message {
  var command: Command
}
