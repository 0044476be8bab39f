import Cells
import Reform
import Widgets

/// Makes the panes of the screen of meetings.
struct MeetingMaker {
  let screen: MeetingScreen
  let model: Model

  init(_ screen: MeetingScreen, _ model: Model) { (self.screen, self.model) = (screen, model) }

  func panes() -> Panes {
    let layout = MeetingLayout(screen, model)
    var panes = Panes()
    switch screen.level {
    case .list:
      switch screen.look {
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
      panes.put(facts(model, layout.main, from: screen.factsOffset), as: "item", in: layout.main)
      if layout.below.rows > 0 {
        panes.put(lineList(model, layout.below), as: "lines", in: layout.below)
      }
    }
    return panes
  }

  var looks: [Phrase] { [MeetingWords.title, MeetingWords.slips, MeetingWords.changes] }

  func list(
    _ title: String, _ scroll: Scroll, _ area: Rect, _ count: Int, isFocused: Bool = true,
    tabs: [String] = [], remark: String = "", heads: [String] = [], notice: String = "",
    part: MeetingScreen.Part = .list, _ row: (Int) -> RunList.Row
  ) -> RunList {
    let window = scroll.window(count: count, height: max(0, area.rows - 2 - heads.count))
    return RunList(
      title: title, remark: remark, tabs: tabs, front: screen.look.rawValue, heads: heads,
      isFocused: isFocused, first: window.lowerBound, selected: scroll.selected,
      rows: window.map(row), rest: count - window.upperBound, notice: count == 0 ? notice : "",
      pane: part.rawValue)
  }

  func notice(_ empty: Phrase, _ model: Model, but what: Phrase) -> String {
    (model.meetings == nil ? MeetingWords.reading : EmptyWords.said(empty, but: what, model))(
      model.language)
  }

  func meetingList(_ model: Model, _ area: Rect) -> RunList {
    let all = screen.all(model)
    return list(
      "", screen.meetings, area, all.count, tabs: looks.map { $0(model.language) },
      remark: all.isEmpty ? "" : "\(all.count)",
      notice: notice(MeetingWords.empty, model, but: MeetingWords.meetings)
    ) { index in
      let meeting = all[index]
      let decided = meeting.agenda.count - meeting.undecided.count
      return RunList.Row(runs: [
        .init("\(meeting.card.day)", .faint, width: 10),
        .init(
          meeting.state.words(model.language), meeting.state.role,
          width: model.language == .zh ? 6 : 8),
        .init(meeting.card.name + whose(meeting), isBold: true),
        .init(
          MeetingWords.items(meeting.agenda.count, decided)(model.language), .faint,
          width: model.language == .zh ? 11 : 20),
      ])
    }
  }

  /// The office that holds a meeting, where that is another than our own.
  private func whose(_ meeting: Meeting) -> String {
    guard let office = model.meetings?.others[meeting.id] else { return "" }
    return Phrase("（\(office)）", " (\(office))")(model.language)
  }

  func about(_ model: Model, _ area: Rect) -> LabelledLines {
    guard let meeting = screen.current(model) else {
      return labelled([], MeetingWords.about(model.language), area, model)
    }
    let (card, language) = (meeting.card, model.language)
    func line(_ label: Phrase, _ text: String) -> LabelledLines.Line? {
      text.isEmpty ? nil : .init(label: label(language), text: text)
    }
    var lines: [LabelledLines.Line?] = [
      .init(label: "", text: card.name, role: .title, isBold: true),
      line(MeetingWords.office, model.meetings?.others[meeting.id] ?? ""),
      line(
        MeetingWords.day,
        [card.day.description, card.time, meeting.state.words(language)].filter { !$0.isEmpty }
          .joined(separator: model.symbols.dot)),
      line(MeetingWords.scope, model.name(of: card.scope)),
      line(MeetingWords.series, card.series), line(MeetingWords.venue, card.venue),
      line(MeetingWords.chair, card.chair), line(MeetingWords.present, card.present),
      line(MeetingWords.absent, card.absent), line(MeetingWords.recorder, card.recorder),
      line(MeetingWords.minutes, meeting.minutes ?? ""),
    ]
    lines += meeting.decisions.map { entry in
      let subject = entry.decision.subject.map { ItemWords(AgendaItem($0, []), model, nil).title }
      return .init(
        label: MeetingWords.decisions(language),
        text: [subject, DecisionWords(entry.decision, model).text].compactMap(\.self)
          .joined(separator: model.symbols.dot))
    }
    return labelled(lines.compactMap(\.self), MeetingWords.about(language), area, model)
  }

  func labelled(
    _ lines: [LabelledLines.Line], _ title: String, _ area: Rect, _ model: Model, from: Int = 0,
    remark: String = ""
  ) -> LabelledLines {
    let label = model.language == .zh ? 10 : 14
    let plain = LabelledLines.wrapped(
      lines, to: area.columns - 2, labelWidth: label, model.ruler)
    let height = max(0, area.rows - 2)
    let wrapped = screen.level == .item ? LabelledLines.spaced(plain, in: height) : plain
    let offset = max(0, min(from, wrapped.count - height))
    return LabelledLines(
      title: title, remark: remark, labelWidth: label,
      lines: Array(wrapped.dropFirst(offset).prefix(height)),
      rest: max(0, wrapped.count - offset - height), pane: MeetingScreen.Part.side.rawValue)
  }

  /// A meeting with the place that it looks at, of which everything below speaks.
  func title(_ meeting: Meeting) -> String {
    meeting.card.name + model.symbols.dot + model.short(of: meeting.card.scope)
  }

  func agendaList(_ model: Model, _ area: Rect, isFocused: Bool) -> RunList {
    guard let meeting = screen.current(model) else {
      return list(
        "", screen.agenda, area, 0,
        notice: notice(MeetingWords.noItems, model, but: MeetingWords.items)
      ) { _ in
        .init(runs: [])
      }
    }
    let (items, ground) = (meeting.agenda, screen.ground(model))
    let decided = Set(meeting.decisions.compactMap(\.decision.subject))
    let isNarrow = area.columns < 60
    return list(
      title(meeting), screen.agenda, area, items.count, isFocused: isFocused,
      remark: "\(decided.intersection(items.map(\.subject)).count)/\(items.count)",
      notice: notice(MeetingWords.noItems, model, but: MeetingWords.items),
      part: isFocused ? .list : .side
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

  func facts(_ model: Model, _ area: Rect, from: Int) -> LabelledLines {
    guard let meeting = screen.current(model), let item = screen.item(model) else {
      return labelled([], MeetingWords.agenda(model.language), area, model)
    }
    let lines = ItemFacts(item, screen, meeting, model).lines()
    let place = "\(screen.agenda.selected + 1)/\(meeting.agenda.count)"
    return labelled(lines, title(meeting), area, model, from: from, remark: place)
  }

  func lineList(_ model: Model, _ area: Rect) -> RunList {
    let all = screen.standings(model)
    let hasAll = screen.hasAllRow(all)
    let open = screen.meant(by: .finish, among: all)
    return list(
      MeetingWords.lines(model.language), screen.lines, area, all.count + (hasAll ? 1 : 0),
      remark: screen.marked.isEmpty ? "" : "\(model.symbols.tick) \(screen.marked.count)",
      part: .lines
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

  func row(_ standing: Standing, _ model: Model) -> RunList.Row {
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
          screen.marked.contains(standing.line) ? String(model.symbols.tick) : "", .accent, width: 1
        ),
        .init(model.short(of: standing.line) + period, width: 18),
        .init(
          Words.status(standing.status)(language), standing.status.role,
          width: language == .zh ? 6 : 11),
        .init(due ?? "", standing.original == nil ? .faint : .warning, width: 21),
        .init(entered, .faint),
      ])
  }
}
