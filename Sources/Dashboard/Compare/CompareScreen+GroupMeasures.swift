import Cells
import Reform
import Widgets

/// Measures of medical groups on the screen of comparing: what they are made of, where they lead.
extension CompareScreen {
  /// What the measure under the cursor rests on; nil where it is an indicator, or unknown.
  func explainedMeasure(_ model: Model) -> [Explained]? {
    guard let (id, year) = comparedMeasure, let place = place, let reports = model.reports,
      let desk = model.placeCache.desk(on: model.day)
    else { return nil }
    guard let explanation = Explanation(reports[id], id, in: place, year) else { return nil }
    let isCounty = model.catalogue.divisions[place]?.level == .county
    let measure = isCounty ? GroupMeasure(id, desk.charter) : nil
    var sources: [ClauseReference] = []
    if case .list(let set)? = GroupMeasure(id, desk.charter) {
      sources = Array((desk.charter[set]?.sources ?? []).dropFirst())
    }
    return model.lines(
      of: explanation, made: measure.map { made($0, in: place, year, desk, model) } ?? [])
      + sources.enumerated().map { index, source in
        .init(
          isCounty && index == 0 || index > 0 ? "" : Words.Indicators.clause(model.language),
          Format.reference(source, model))
      }
  }

  /// The measure of groups that is looked at with its year; nil where it is an indicator.
  var comparedMeasure: (id: Indicator.ID, year: Int)? {
    guard look != .collection, let grounds,
      let id = grounds.indicator?.id, LedgerMeasure.names(id)
    else { return nil }
    let column =
      isByYear ? table?.columns[safe: position.column.selected] : nil
    return (id, column?.year ?? grounds.year)
  }

  /// What the group of a county holds of a measure.
  private func made(
    _ measure: GroupMeasure, in county: Division.Code, _ year: Int, _ desk: GroupAccounts,
    _ model: Model
  ) -> [Explained] {
    switch measure {
    case .list(let id):
      guard let set = desk.charter[id] else { return [] }
      return made(
        desk.book.checklist(set, in: county, model.catalogue.divisions),
        by: min(desk.day, Day.last(ofYear: year)), model)
    case .assessment:
      let assessment = desk.assessment(of: county, year)
      return assessment.rows.map { row in
        let numbers = [row.weight, row.score, row.points].map { $0.map { "\($0)" } ?? "-" }
        return .init(
          Words.Groups.score(model.language),
          "\(row.measure.name(model.language)) \(numbers[0])% × \(numbers[1]) = \(numbers[2])")
      }
    case .spending, .balance, .advances:
      return made(desk.book.account(of: county, year), desk, model)
    }
  }

  private func made(_ list: Checklist, by day: Day, _ model: Model) -> [Explained] {
    let label = list.set.name(model.language)
    var lines = list.items.map { item in
      let isDone = item.isDone(by: day)
      let shown = item.evidence.map { isDone ? "\($0.done) \($0.text)" : "\($0.done)" }
      let mark = isDone ? String(model.symbols.tick) : "-"
      return Explained(
        label,
        "\(mark) \(item.number) \(item.title(model.language))\(model.symbols.dot)"
          + (shown ?? Words.Groups.notDone(model.language)), isDone ? .good : .faint)
    }
    let lacking = list.expected - list.items.count
    if lacking > 0 {
      lines.append(
        .init(
          label, Phrase("还有 \(lacking) 项没有录入内容", "\(lacking) more are not entered")(model.language),
          .warning))
    }
    return lines
  }

  private func made(
    _ account: BudgetAccount, _ desk: GroupAccounts, _ model: Model
  ) -> [Explained] {
    let slots: [(GroupFact.Kind, Fen?)] = [
      (.budget, account.budget), (.spending, account.spending),
    ]
    var lines = slots.map { kind, fen in
      let entry = desk.book[GroupFact.Slot(account.county, kind, year: account.year)]
      let who = entry.map { "\(model.symbols.dot)\($0.day) \($0.who)" } ?? ""
      let amount = fen.map { "\($0.grouped) \(Words.Groups.yuan(model.language))" }
      return Explained(
        kind.name(model.language), (amount ?? Words.Groups.notEntered(model.language)) + who)
    }
    let months = account.advances.count
    lines.append(
      .init(
        Words.Compare.advances(model.language),
        Phrase(
          "\(months) 个月，合计 \(account.advanced.grouped) 元",
          "\(months) months, \(account.advanced.grouped) yuan in all")(model.language)))
    return lines
  }

  /// Goes to the group of a county, at the section that the measure under the cursor is of; of a
  /// city or the province to the place.
  func openingGroup(of place: Division.Code, _ model: Model) -> [Request] {
    guard let (id, year) = comparedMeasure, let desk = model.placeCache.desk(on: model.day),
      let measure = GroupMeasure(id, desk.charter)
    else { return [] }
    let isCounty = model.catalogue.divisions[place]?.level == .county
    let spot = PlaceSpot(
      level: PlaceLevel(place, isGroup: isCounty),
      section: isCounty ? section(of: measure, year) : nil)
    let isWithin = model.catalogue.divisions.isWithin(place, model.scope)
    return [.visit(.places, spot)]
      + (isWithin ? [] : [.view(at: place)])
  }

  private func section(of measure: GroupMeasure, _ year: Int) -> GroupSection {
    switch measure {
    case .list(let id): .list(id)
    case .assessment: .assessment(year)
    case .spending, .balance, .advances: .settlement(year)
    }
  }

  /// Goes from the indicators to the measures of groups, and back to the indicator left.
  mutating func crossToMeasures(_ model: Model) -> [Request] {
    guard let grounds else { return [] }
    let isThere = indicator.map(LedgerMeasure.names) ?? false
    let others = grounds.indicators.filter { LedgerMeasure.names($0.id) != isThere }
    guard let next = others.first(where: { $0.id == left }) ?? others.first else {
      let isRead = model.placeCache.measures(on: model.day) != nil
      return [.say(isRead ? Words.Compare.noMeasures : Words.Indicators.loading, model.language)]
    }
    (left, indicator) = (indicator, next.id)
    return []
  }
}
