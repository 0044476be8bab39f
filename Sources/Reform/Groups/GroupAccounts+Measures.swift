import Foundation

extension GroupAccounts {
  /// What the groups come to in every measure, as figures of counties.
  ///
  /// Of years up to the day of the desk; those of the running year are provisional. A county has a
  /// figure where its group has what it takes, and made-up facts make made-up figures. Cities and
  /// the province are added up by the report, never averaged; a total of an assessment is only
  /// stated, so that nothing can be added.
  public func measures() -> IndicatorReport {
    let measures = GroupMeasure.all(charter)
    let book = GroupMeasure.book(charter)
    let counties = catalogue.divisions.all(.county, within: catalogue.province).map(\.id)
      .filter { !self.book.entries(of: $0).isEmpty }
    var figures: [Figure] = []
    let firsts = firstEvidence(in: counties)
    let held = Dictionary(
      counties.map { ($0, Set(sets(of: $0).map(\.id))) }, uniquingKeysWith: { first, _ in first })
    for case .list(let id) in measures {
      guard let set = charter[id], let first = firsts[id], first <= day.year else { continue }
      for county in counties where held[county]?.contains(id) ?? false {
        figures += self.figures(of: set, in: county, from: first)
      }
    }
    let (settled, assessed) = (years(.budget), years(.score))
    for county in counties {
      for year in settled { figures += ofBudget(in: county, year) }
      for year in assessed { figures += total(in: county, year) }
    }
    let reached = actuals.measures(catalogue, on: day)
    return IndicatorReport(
      figures + reached.figures,
      IndicatorCatalogue(book.all + reached.indicators, targets: reached.targets),
      catalogue.divisions)
  }

  /// The year of the first evidence of each set of which there is any.
  private func firstEvidence(in counties: [Division.Code]) -> [ChecklistSet.ID: Int] {
    var found: [ChecklistSet.ID: Int] = [:]
    for county in counties {
      for entry in book.entries(of: county) {
        guard case .evidence(let set, _, .some(let done), _) = entry.fact.content else { continue }
        found[set] = min(found[set] ?? done.year, done.year)
      }
    }
    return found
  }

  /// Years of standing facts of a kind that are not after the day.
  private func years(_ kind: GroupFact.Kind) -> [Int] {
    let all = book.entries.filter { $0.fact.kind == kind }.compactMap(\.fact.slot.year)
    return Set(all).filter { $0 <= day.year }.sorted()
  }

  private func figures(
    of set: ChecklistSet, in county: Division.Code, from first: Int
  ) -> [Figure] {
    let list = book.checklist(set, in: county, catalogue.divisions)
    guard list.expected > 0 else { return [] }
    let isMadeUp = isMadeUp(list, in: county)
    return (first...day.year).map { year in
      figure(
        .list(set.id), county, year, numerator: Decimal(list.done(by: end(of: year))),
        denominator: Decimal(list.expected), isMadeUp: isMadeUp)
    }
  }

  private func ofBudget(in county: Division.Code, _ year: Int) -> [Figure] {
    let account = book.account(of: county, year)
    guard let budget = account.budget else { return [] }
    let parts: [(GroupMeasure, Fen?)] = [
      (.spending, account.spending), (.balance, account.balance),
      (.advances, account.advancedEntered),
    ]
    return parts.compactMap { measure, part in
      part.map {
        figure(
          measure, county, year, numerator: $0.yuan, denominator: budget.yuan,
          isMadeUp: account.isMadeUp)
      }
    }
  }

  private func total(in county: Division.Code, _ year: Int) -> [Figure] {
    let assessment = assessment(of: county, year)
    guard let total = assessment.total else { return [] }
    let facts = book.entries(of: county) + (assessment.weightsOf.map { book.entries(of: $0) } ?? [])
    let isMadeUp = facts.contains {
      $0.fact.isMadeUp && [.score, .weights].contains($0.fact.kind) && $0.fact.slot.year == year
    }
    var found = figure(.assessment, county, year, stated: total, isMadeUp: isMadeUp)
    // By other rules than the year before it is another number.
    let before = assessmentRules(of: county, year - 1)
    if let before, before.id != assessment.rules?.id { found.flags.insert(.breakInSeries) }
    return [found]
  }

  /// Whether anything that a list is made of is made up.
  private func isMadeUp(_ list: Checklist, in county: Division.Code) -> Bool {
    let divisions = catalogue.divisions
    var place: Division.Code? = county
    while let code = place {
      let isFound = book.entries(of: code).contains { entry in
        guard entry.fact.isMadeUp else { return false }
        return switch entry.fact.content {
        case .evidence(let set, _, _, _), .item(let set, _, _, _): set == list.set.id
        default: false
        }
      }
      if isFound { return true }
      place = divisions[code]?.parent
    }
    return false
  }

  private func end(of year: Int) -> Day { min(day, Day.last(ofYear: year)) }

  private func figure(
    _ measure: GroupMeasure, _ county: Division.Code, _ year: Int, numerator: Decimal? = nil,
    denominator: Decimal? = nil, stated: Decimal? = nil, isMadeUp: Bool
  ) -> Figure {
    var flags: FigureFlags = isMadeUp ? [.madeUp] : []
    if day < Day.last(ofYear: year) { flags.insert(.provisional) }
    return Figure(
      measure.id, in: county, .year(year), numerator: numerator, denominator: denominator,
      stated: stated, flags: flags)
  }
}
