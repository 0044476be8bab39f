import Cells
import Reform
import Widgets

/// What is shown of meetings, made when anything changes.
struct MeetingScene: Equatable, Sendable {
  var panes = Panes()
  /// The changes that are shown, with the edition that they were found for.
  var changes: [LineChange] = []

  /// It follows from all the rest.
  static func == (one: MeetingScene, other: MeetingScene) -> Bool { true }
}

/// Where the panes of meetings stand.
struct MeetingLayout {
  var main: Rect
  var side = Rect(x: 0, y: 0, columns: 0, rows: 0)
  var below = Rect(x: 0, y: 0, columns: 0, rows: 0)

  init(_ screen: MeetingScreen, _ model: Model) {
    let body = model.body
    main = body
    switch screen.level {
    case .list where screen.look == .changes: break
    case .list, .agenda:
      if body.columns >= 110 {
        let columns = body.splitColumns([.share(5), .share(4)])
        (main, side) = (columns[0], columns[1])
      } else {
        let rows = body.splitRows([.share(3), .share(2)])
        (main, side) = (rows[0], rows[1])
      }
    case .item:
      var right = body
      if body.columns >= 130 {
        let columns = body.splitColumns([.share(3), .share(8)])
        (side, right) = (columns[0], columns[1])
      }
      let count = screen.standings(model).count
      guard count > 0 else {
        main = right
        return
      }
      let all = screen.hasAllRow(screen.standings(model)) ? 3 : 2
      let wanted = min(count + all, right.rows * 2 / 5)
      let rows = right.splitRows([.share(1), .fixed(max(4, wanted))])
      (main, below) = (rows[0], rows[1])
    }
  }
}

extension MeetingScreen {
  /// The numbers of the panes, as clicks name them.
  enum Part: Int { case list, side, lines }

  mutating func makePanes(_ model: Model) {
    let layout = MeetingLayout(self, model)
    var panes = Panes()
    switch level {
    case .list:
      switch look {
      case .meetings:
        panes.put(meetingList(model, layout.main), as: "list", in: layout.main)
        panes.put(about(model, layout.side), as: "about", in: layout.side)
      case .slips:
        panes.put(slipList(model, layout.main), as: "slips", in: layout.main)
        panes.put(aboutSlip(model, layout.side), as: "slip", in: layout.side)
      case .changes: panes.put(changeList(model, layout.main), as: "changes", in: layout.main)
      }
    case .agenda:
      panes.put(agendaList(model, layout.main, isFocused: true), as: "agenda", in: layout.main)
      panes.put(facts(model, layout.side, from: 0), as: "facts", in: layout.side)
    case .item:
      if layout.side.columns > 0 {
        panes.put(agendaList(model, layout.side, isFocused: false), as: "side", in: layout.side)
      }
      panes.put(facts(model, layout.main, from: factsOffset), as: "item", in: layout.main)
      if layout.below.rows > 0 {
        panes.put(lineList(model, layout.below), as: "lines", in: layout.below)
      }
    }
    scene.panes = panes
  }

  private var looks: [Phrase] { [Words.Meeting.title, Words.Meeting.slips, Words.Meeting.changes] }

  private func list(
    _ title: String, _ scroll: Scroll, _ area: Rect, _ count: Int, isFocused: Bool = true,
    tabs: [String] = [], remark: String = "", notice: String = "", part: Part = .list,
    _ row: (Int) -> RunList.Row
  ) -> RunList {
    let window = scroll.window(count: count, height: max(0, area.rows - 2))
    return RunList(
      title: title, remark: remark, tabs: tabs, front: look.rawValue, isFocused: isFocused,
      first: window.lowerBound, selected: scroll.selected, rows: window.map(row),
      rest: count - window.upperBound, notice: count == 0 ? notice : "", pane: part.rawValue)
  }

  private func notice(_ empty: Phrase, _ model: Model) -> String {
    (model.meetings == nil ? Words.Meeting.reading : empty)(model.language)
  }

  private func meetingList(_ model: Model, _ area: Rect) -> RunList {
    let all = all(model)
    return list(
      "", meetings, area, all.count, tabs: looks.map { $0(model.language) },
      remark: all.isEmpty ? "" : "\(all.count)", notice: notice(Words.Meeting.empty, model)
    ) { index in
      let meeting = all[index]
      let decided = meeting.agenda.count - meeting.undecided.count
      return RunList.Row(runs: [
        .init("\(meeting.card.day)", .faint, width: 10),
        .init(
          meeting.state.words(model.language), meeting.state.role,
          width: model.language == .zh ? 6 : 8),
        .init(meeting.card.name, isBold: true),
        .init(
          Words.Meeting.items(meeting.agenda.count, decided)(model.language), .faint,
          width: model.language == .zh ? 11 : 20),
      ])
    }
  }

  private func about(_ model: Model, _ area: Rect) -> LabelledLines {
    guard let meeting = current(model) else {
      return labelled([], Words.Meeting.about(model.language), area, model)
    }
    let (card, language) = (meeting.card, model.language)
    func line(_ label: Phrase, _ text: String) -> LabelledLines.Line? {
      text.isEmpty ? nil : .init(label: label(language), text: text)
    }
    var lines: [LabelledLines.Line?] = [
      .init(label: "", text: card.name, role: .title, isBold: true),
      line(
        Words.Meeting.day,
        [card.day.description, card.time, meeting.state.words(language)].filter { !$0.isEmpty }
          .joined(separator: model.symbols.dot)),
      line(Words.Meeting.scope, model.name(of: card.scope)),
      line(Words.Meeting.series, card.series), line(Words.Meeting.venue, card.venue),
      line(Words.Meeting.chair, card.chair), line(Words.Meeting.present, card.present),
      line(Words.Meeting.absent, card.absent), line(Words.Meeting.recorder, card.recorder),
      line(Words.Meeting.minutes, meeting.minutes ?? ""),
    ]
    lines += meeting.decisions.map { entry in
      let subject = entry.decision.subject.map { ItemWords(AgendaItem($0, []), model, nil).title }
      return .init(
        label: Words.Meeting.decisions(language),
        text: [subject, DecisionWords(entry.decision, model).text].compactMap(\.self)
          .joined(separator: model.symbols.dot))
    }
    return labelled(lines.compactMap(\.self), Words.Meeting.about(language), area, model)
  }

  private func labelled(
    _ lines: [LabelledLines.Line], _ title: String, _ area: Rect, _ model: Model, from: Int = 0,
    remark: String = ""
  ) -> LabelledLines {
    let label = model.language == .zh ? 10 : 14
    let plain = LabelledLines.wrapped(
      lines, to: area.columns - 2, labelWidth: label, model.ruler)
    let height = max(0, area.rows - 2)
    let wrapped = level == .item ? LabelledLines.spaced(plain, in: height) : plain
    let offset = max(0, min(from, wrapped.count - height))
    return LabelledLines(
      title: title, remark: remark, labelWidth: label,
      lines: Array(wrapped.dropFirst(offset).prefix(height)),
      rest: max(0, wrapped.count - offset - height), pane: Part.side.rawValue)
  }

  private func agendaList(_ model: Model, _ area: Rect, isFocused: Bool) -> RunList {
    guard let meeting = current(model) else {
      return list("", agenda, area, 0, notice: notice(Words.Meeting.noItems, model)) { _ in
        .init(runs: [])
      }
    }
    let (items, ground) = (meeting.agenda, ground(model))
    let decided = Set(meeting.decisions.compactMap(\.decision.subject))
    let isNarrow = area.columns < 60
    return list(
      meeting.card.name, agenda, area, items.count, isFocused: isFocused,
      remark: "\(decided.intersection(items.map(\.subject)).count)/\(items.count)",
      notice: notice(Words.Meeting.noItems, model), part: isFocused ? .list : .side
    ) { index in
      let words = ItemWords(items[index], model, ground)
      let mark = decided.contains(items[index].subject) ? String(model.symbols.tick) : ""
      var runs: [RunList.Run] = [
        .init(mark, .good, width: 1), .init("\(index + 1)", .faint, width: 2), .init(words.title),
      ]
      if !isNarrow {
        runs.append(.init(words.unit, .accent, width: min(18, area.columns / 6)))
        runs.append(
          .init(
            words.wrong, words.light?.role ?? .plain,
            width: min(model.language == .zh ? 18 : 20, area.columns / 4)))
      }
      return RunList.Row(light: words.light, runs: runs)
    }
  }

  private func facts(_ model: Model, _ area: Rect, from: Int) -> LabelledLines {
    guard let meeting = current(model), let item = item(model) else {
      return labelled([], Words.Meeting.agenda(model.language), area, model)
    }
    let lines = ItemFacts(item, self, meeting, model).lines()
    let place = "\(agenda.selected + 1)/\(meeting.agenda.count)"
    return labelled(lines, meeting.card.name, area, model, from: from, remark: place)
  }

  private func lineList(_ model: Model, _ area: Rect) -> RunList {
    let all = standings(model)
    let hasAll = hasAllRow(all)
    let open = meant(by: .finish, among: all)
    return list(
      Words.Meeting.lines(model.language), lines, area, all.count + (hasAll ? 1 : 0),
      remark: marked.isEmpty ? "" : "\(model.symbols.tick) \(marked.count)", part: .lines
    ) { index in
      if hasAll, index == 0 {
        let period = open.first?.line.period.map { " \($0)" } ?? ""
        let words = Phrase(
          "全部未办结的\(period) \(open.count) 处",
          "all that are open\(period.isEmpty ? "" : " of" + period): \(open.count)")(
            model.language)
        return RunList.Row(runs: [.init("", width: 1), .init(words, .accent, isBold: true)])
      }
      return row(all[index - (hasAll ? 1 : 0)], model)
    }
  }

  private func row(_ standing: Standing, _ model: Model) -> RunList.Row {
    let language = model.language
    let period = standing.line.period.map { " \($0)" } ?? ""
    let due = standing.due.map { due in
      standing.original == nil
        ? "\(due)" : "\(due) (\(Decision.Kind.extend.words(language)))"
    }
    let entered = [standing.day?.description, standing.who, standing.note].compactMap(\.self)
      .joined(separator: " ")
    return RunList.Row(
      light: standing.light.signal,
      runs: [
        .init(
          marked.contains(standing.line) ? String(model.symbols.tick) : "", .accent, width: 1),
        .init(model.short(of: standing.line) + period, width: 18),
        .init(
          Words.status(standing.status)(language), standing.status.role,
          width: language == .zh ? 6 : 11),
        .init(due ?? "", standing.original == nil ? .faint : .warning, width: 21),
        .init(entered, .faint),
      ])
  }

  private func slipList(_ model: Model, _ area: Rect) -> RunList {
    let (proposed, all) = (proposals(model), shownSlips(model))
    let language = model.language
    let remark = [
      proposed.isEmpty ? "" : Words.Meeting.proposed(proposed.count)(language),
      all.isEmpty ? "" : "\(all.count)",
    ].filter { !$0.isEmpty }.joined(separator: model.symbols.dot)
    return list(
      "", slips, area, proposed.count + all.count, tabs: looks.map { $0(language) },
      remark: remark,
      notice: model.meetings?.rulesFault?.message(language) ?? notice(Words.Meeting.noSlips, model)
    ) { index in
      if let proposal = proposed[safe: index] { return row(proposal, area, model) }
      let slip = all[index - proposed.count]
      let light: Signal =
        slip.isLate(on: model.day) ? .red : slip.awaitsAnswer ? .yellow : .green
      return RunList.Row(
        light: light,
        runs: [
          .init(slip.order.level.words(language), .accent, width: language == .zh ? 8 : 11),
          .init(slip.id, width: 22), .init(slip.order.matter),
          .init(slip.order.unit, .faint, width: min(16, area.columns / 6)),
          .init(slip.state.words(language), width: language == .zh ? 10 : 9),
          .init("\(slip.due)", light.role, width: 10),
        ])
    }
  }

  private func row(_ proposal: SlipProposal, _ area: Rect, _ model: Model) -> RunList.Row {
    let language = model.language
    let task = proposal.lines.first.flatMap { model.catalogue.task($0.task) }
    return RunList.Row(
      light: .red,
      runs: [
        .init(proposal.level.words(language), .accent, width: language == .zh ? 8 : 11),
        .init(Words.Meeting.proposal(language), .warning, width: 22),
        .init(task?.title(language) ?? proposal.follows?.order.matter ?? ""),
        .init(model.short(of: proposal.place), .faint, width: min(16, area.columns / 6)),
        .init(
          Phrase("逾期 \(proposal.late) 天", "\(proposal.late) d late")(language), .warning,
          width: language == .zh ? 21 : 20),
      ])
  }

  private func aboutSlip(_ model: Model, _ area: Rect) -> LabelledLines {
    if let proposal = proposal(model) {
      let order = proposal.order(
        number: Words.Meeting.proposal(model.language), model.catalogue, model.language)
      let lines =
        SlipFacts.lines(order, model)
        + [.init(label: "", text: proposal.reason(model.language), role: .warning)]
      return labelled(lines, Words.Meeting.proposal(model.language), area, model)
    }
    guard let slip = slip(model) else {
      return labelled([], Words.Meeting.slips(model.language), area, model)
    }
    return labelled(SlipFacts(slip, model).lines(), slip.id, area, model)
  }

  private func changeList(_ model: Model, _ area: Rect) -> RunList {
    let language = model.language
    let ground = ground(model)
    let all = ground?.changes ?? []
    let title = ground?.since.map { Words.Meeting.since($0)(language) } ?? ""
    let counts = ChangeCounts(all)
    let summary = LineChange.Kind.allCases.filter { counts[$0] > 0 }
      .map { "\($0.words(language)) \(counts[$0])" }.joined(separator: " ")
    return list(
      "", changes, area, all.count, tabs: looks.map { $0(language) },
      remark: [title, summary].filter { !$0.isEmpty }.joined(separator: model.symbols.dot),
      notice: ground == nil ? Words.Meeting.reading(language) : Words.Meeting.noChanges(language)
    ) { index in
      let change = all[index]
      let task = model.catalogue.task(change.line.task)
      return RunList.Row(
        light: change.now.light.signal,
        runs: [
          .init(change.kind.words(language), .accent, width: language == .zh ? 8 : 16),
          .init(model.short(of: change.line), width: 14),
          .init(task?.title(language) ?? change.line.task),
          .init(
            Words.status(change.now.status)(language), change.now.status.role,
            width: language == .zh ? 6 : 11),
          .init(change.now.due.map { "\($0)" } ?? "", .faint, width: 10),
        ])
    }
  }
}

extension Meeting.State {
  var role: Role {
    switch self {
    case .prepared: .accent
    case .running: .warning
    case .closed: .faint
    }
  }
}
