import Cells
import Reform
import Widgets

/// Measures of medical groups on the screen of comparing: what they are made of, where they lead.
extension AppState {
  /// What the measure under the cursor rests on; nil where it is an indicator, or unknown.
  func explainedMeasure() -> [Overlay.Explained]? {
    guard let (id, year) = comparedMeasure, let place = compare.place, let reports,
      let desk = placeShelf.desk(on: day)
    else { return nil }
    guard let explanation = Explanation(reports[id], id, in: place, year) else { return nil }
    let isCounty = catalogue.divisions[place]?.level == .county
    let measure = isCounty ? GroupMeasure(id, desk.charter) : nil
    var sources: [ClauseReference] = []
    if case .list(let set)? = GroupMeasure(id, desk.charter) {
      sources = Array((desk.charter[set]?.sources ?? []).dropFirst())
    }
    return lines(of: explanation, made: measure.map { made($0, in: place, year, desk) } ?? [])
      + sources.enumerated().map { index, source in
        .init(
          isCounty && index == 0 || index > 0 ? "" : Words.Indicators.clause(language),
          Spoken.reference(source, self))
      }
  }

  /// The measure of groups that is looked at with its year; nil where it is an indicator.
  var comparedMeasure: (id: Indicator.ID, year: Int)? {
    guard compare.look != .collection, let grounds = compare.grounds,
      let id = grounds.indicator?.id, LedgerMeasure.names(id)
    else { return nil }
    let column =
      compare.isByYear ? compare.table?.columns[safe: compare.position.column.selected] : nil
    return (id, column?.year ?? grounds.year)
  }

  /// What the group of a county holds of a measure.
  private func made(
    _ measure: GroupMeasure, in county: Division.Code, _ year: Int, _ desk: SettlementDesk
  ) -> [Overlay.Explained] {
    switch measure {
    case .list(let id):
      guard let set = desk.charter[id] else { return [] }
      return made(
        desk.book.checklist(set, in: county, catalogue.divisions),
        by: min(desk.day, Day.last(ofYear: year)))
    case .assessment:
      let assessment = desk.assessment(of: county, year)
      return assessment.rows.map { row in
        let numbers = [row.weight, row.score, row.points].map { $0.map { "\($0)" } ?? "-" }
        return .init(
          Words.Groups.score(language),
          "\(row.measure.name(language)) \(numbers[0])% × \(numbers[1]) = \(numbers[2])")
      }
    case .spending, .balance, .advances: return made(desk.book.account(of: county, year), desk)
    }
  }

  private func made(_ list: Checklist, by day: Day) -> [Overlay.Explained] {
    let label = list.set.name(language)
    var lines = list.items.map { item in
      let isDone = item.isDone(by: day)
      let shown = item.evidence.map { isDone ? "\($0.done) \($0.text)" : "\($0.done)" }
      let mark = isDone ? String(marks.tick) : "-"
      return Overlay.Explained(
        label,
        "\(mark) \(item.number) \(item.title(language))\(marks.dot)"
          + (shown ?? Words.Groups.notDone(language)), isDone ? .good : .faint)
    }
    let lacking = list.expected - list.items.count
    if lacking > 0 {
      lines.append(
        .init(
          label, Phrase("还有 \(lacking) 项没有录入内容", "\(lacking) more are not entered")(language),
          .warning))
    }
    return lines
  }

  private func made(_ account: BudgetAccount, _ desk: SettlementDesk) -> [Overlay.Explained] {
    let slots: [(GroupFact.Kind, Fen?)] = [
      (.budget, account.budget), (.spending, account.spending),
    ]
    var lines = slots.map { kind, fen in
      let entry = desk.book[GroupFact.Slot(account.county, kind, year: account.year)]
      let who = entry.map { "\(marks.dot)\($0.day) \($0.who)" } ?? ""
      let amount = fen.map { "\($0.grouped) \(Words.Groups.yuan(language))" }
      return Overlay.Explained(
        kind.name(language), (amount ?? Words.Groups.notEntered(language)) + who)
    }
    let months = account.advances.count
    lines.append(
      .init(
        Words.Compare.advances(language),
        Phrase(
          "\(months) 个月，合计 \(account.advanced.grouped) 元",
          "\(months) months, \(account.advanced.grouped) yuan in all")(language)))
    return lines
  }

  /// Goes to the group of a county, at the section that the measure under the cursor is of; of a
  /// city or the province to the place.
  mutating func openGroup(of place: Division.Code) -> [Effect] {
    guard let (id, year) = comparedMeasure, let desk = placeShelf.desk(on: day),
      let measure = GroupMeasure(id, desk.charter)
    else { return [] }
    let isCounty = catalogue.divisions[place]?.level == .county
    let level = PlaceLevel(place, isGroup: isCounty)
    var screen = places
    screen.go(to: level, in: self)
    if isCounty { screen.choose(at: level, .section(section(of: measure, year))) }
    screen.arrival = PlacesScreen.Arrival(tab: tab, level: level, scope: scope)
    (places, tab) = (screen, .places)
    settle()
    return catalogue.divisions.isWithin(place, scope) ? [] : [.load(day: day, scope: place)]
  }

  private func section(of measure: GroupMeasure, _ year: Int) -> GroupSection {
    switch measure {
    case .list(let id): .list(id)
    case .assessment: .assessment(year)
    case .spending, .balance, .advances: .settlement(year)
    }
  }

  /// Back to where a group was opened from; nil where one goes up first, or came another way.
  mutating func leaveOpenedGroup() -> [Effect]? {
    guard let arrival = places.arrival, places.level(self) == arrival.level,
      places.pane == .parts || places.showsMap(self), places.filter.isEmpty
    else { return nil }
    places.arrival = nil
    tab = arrival.tab
    settle()
    return arrival.scope == scope ? [] : [.load(day: day, scope: arrival.scope)]
  }

  /// Goes from the indicators to the measures of groups, and back to the indicator left.
  mutating func crossToMeasures() {
    guard let grounds = compare.grounds else { return }
    let isThere = compare.indicator.map(LedgerMeasure.names) ?? false
    let others = grounds.indicators.filter { LedgerMeasure.names($0.id) != isThere }
    guard let next = others.first(where: { $0.id == compare.left }) ?? others.first else {
      toast = Toast(Words.Compare.noMeasures(language))
      return
    }
    (compare.left, compare.indicator) = (compare.indicator, next.id)
    settle()
  }

  // MARK: Loading

  /// The groups, once the figures that are compared are on the screen.
  mutating func wantsOfCompare() -> [Effect] {
    guard context == .compare, figures.isWhole, figures.figures?.request.day == day else {
      return []
    }
    let groups = GroupSheet.Request(day: day, turn: placeShelf.turn)
    guard placeShelf.askedGroups != groups else { return [] }
    placeShelf.askedGroups = groups
    return [.loadGroups(groups)]
  }
}
