import Cells
import Reform
import Widgets

/// The slips, and what has changed.
extension MeetingMaker {
  func slipList(_ model: Model, _ area: Rect) -> RunList {
    let (proposed, all) = (screen.proposals(model), screen.shownSlips(model))
    let language = model.language
    let remark = [
      proposed.isEmpty ? "" : MeetingWords.proposed(proposed.count)(language),
      all.isEmpty ? "" : "\(all.count)",
    ].filter { !$0.isEmpty }.joined(separator: model.symbols.dot)
    return list(
      "", screen.slips, area, proposed.count + all.count, tabs: looks.map { $0(language) },
      remark: remark,
      notice: model.meetings?.rulesFault?.message(language)
        ?? notice(MeetingWords.noSlips, model, but: MeetingWords.slipsHere)
    ) { index in
      if let proposal = proposed[safe: index] { return row(proposal, area, model) }
      let slip = all[index - proposed.count]
      let light: Signal =
        slip.isLate(on: model.day) ? .red : slip.awaitsAnswer ? .yellow : .green
      return RunList.Row(
        light: light,
        runs: [
          .init(slip.order.level.words(language), .accent, width: language == .zh ? 8 : 11),
          .init(slip.id, width: area.columns < 90 ? 17 : 22), .init(slip.order.matter),
          .init(slip.order.unit, .faint, width: area.columns < 90 ? 8 : min(16, area.columns / 6)),
          .init(slip.state.words(language), width: language == .zh ? 10 : 9),
          .init("\(slip.due)", light.role, width: 10),
        ])
    }
  }

  func row(_ proposal: SlipProposal, _ area: Rect, _ model: Model) -> RunList.Row {
    let language = model.language
    let task = proposal.lines.first.flatMap { model.catalogue.task($0.task) }
    return RunList.Row(
      light: .red,
      runs: [
        .init(proposal.level.words(language), .accent, width: language == .zh ? 8 : 11),
        .init(
          area.columns < 90 ? MeetingWords.proposed(language) : MeetingWords.proposal(language),
          .warning, width: area.columns < 90 ? 8 : 22),
        .init(task?.title(language) ?? proposal.follows?.order.matter ?? ""),
        .init(model.short(of: proposal.place), .faint, width: min(16, area.columns / 6)),
        .init(
          Phrase("逾期 \(proposal.late) 天", "\(proposal.late) d late")(language), .warning,
          width: area.columns < 90 ? 13 : language == .zh ? 21 : 20),
      ])
  }

  func aboutSlip(_ model: Model, _ area: Rect) -> LabelledLines {
    if let proposal = screen.proposal(model) {
      let order = proposal.order(
        number: MeetingWords.proposal(model.language), model.catalogue, model.language)
      let lines =
        SlipFacts.lines(order, model)
        + [.init(label: "", text: proposal.reason(model.language), role: .warning)]
      return labelled(lines, MeetingWords.proposal(model.language), area, model)
    }
    guard let slip = screen.slip(model) else {
      return labelled([], MeetingWords.slips(model.language), area, model)
    }
    return labelled(SlipFacts(slip, model).lines(), slip.id, area, model)
  }

  /// Since when, where, counted by what, and how many of each kind.
  private func changeSummary(_ model: Model) -> String {
    guard let changed = screen.changed(model) else { return "" }
    let (language, counts) = (model.language, ChangeCounts(changed.changes))
    let kinds = LineChange.Kind.allCases.filter { counts[$0] > 0 }
      .map { "\($0.words(language)) \(counts[$0])" }.joined(separator: " ")
    let by = screen.grouping.map { MeetingWords.counted(by: $0)(language) } ?? ""
    return [
      MeetingWords.since(changed.since)(language), model.short(of: changed.place), by, kinds,
    ].filter { !$0.isEmpty }.joined(separator: model.symbols.dot)
  }

  /// That as lines above the changes where it does not fit beside the tabs.
  func changeHeads(_ model: Model, _ area: Rect) -> [String] {
    let (summary, tabs) = (changeSummary(model), looks.map { $0(model.language) })
    guard !Box.fits(summary, beside: tabs, in: area, model.ruler) else { return [] }
    let lines = model.ruler.wrap(summary, to: max(2, area.columns - 4))
    return Array(lines.prefix(max(1, (area.rows - 2) / 2)))
  }

  func changeList(_ model: Model, _ area: Rect) -> RunList {
    let language = model.language
    let changed = screen.changed(model)
    let all = changed?.changes ?? []
    let isRead =
      screen.since == nil && (screen.current(model) == nil || screen.ground(model) != nil)
    let nothing =
      changed != nil
      ? MeetingWords.noChanges
      : isRead && model.meetings != nil ? MeetingWords.noLast : MeetingWords.reading
    let (grouping, counted) = (screen.grouping, screen.counted(model))
    return list(
      "", screen.changes, area, grouping == nil ? all.count : counted.count,
      tabs: looks.map { $0(language) },
      remark: changeSummary(model), heads: changeHeads(model, area), notice: nothing(language)
    ) { index in
      guard grouping == nil else { return countRow(counted[index], area) }
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
