import Cells
import Reform

extension PlaceLines {
  mutating func tell(
    _ section: GroupSection, of county: Division.Code, _ desk: SettlementDesk
  ) {
    switch section {
    case .about: tellGroup(desk.book.group(of: county), desk)
    case .list(let id):
      guard let set = desk.charter[id] else { return }
      tell(desk.book.checklist(set, in: county, desk.catalogue.divisions), desk)
    case .assessment(let year):
      tell(desk.assessment(of: county, year), desk)
    case .settlement(let year): tell(desk.settlement(of: county, year), desk)
    }
  }

  // MARK: About

  private mutating func tellGroup(_ group: MedicalGroup, _ desk: SettlementDesk) {
    heading(Words.Groups.about, group.isMadeUp ? Words.Groups.sample(language) : "")
    if let name = group.name {
      add(.words(name, .title), field: .card)
    } else {
      add(.words(Words.Groups.noName(language), .faint), field: .card)
    }
    pair(Words.Groups.kind(language), group.kind.name(language), .plain)
    pair(
      Words.Groups.lead(language), group.leadHospital ?? Words.Groups.notEntered(language), .plain)
    tellMembers(group, desk)
    tellLimits(of: group.county)
  }

  private mutating func tellMembers(_ group: MedicalGroup, _ desk: SettlementDesk) {
    let now = group.members(on: desk.day)
    heading(Words.Groups.members, "\(now.count)")
    if group.members.isEmpty { words(Words.Groups.noMembers(language), .faint) }
    for member in group.members {
      let isHere = member.belongs(on: desk.day)
      let days = [member.from?.description ?? "…", member.to?.description ?? ""]
      pair(
        "\(member.tier.name(language)) \(member.name)",
        days.joined(separator: "–"), isHere ? .faint : .warning)
    }
    let years = Set(group.members.flatMap { [$0.from?.year, $0.to?.year] }.compactMap(\.self))
    // Who left one group on the last day of a year joins the other in the next.
    let moves = Set(years.union(years.map { $0 + 1 })).sorted()
      .flatMap { desk.moves(of: group.county, in: $0) }
    guard !moves.isEmpty else { return }
    heading(Words.Groups.moved, "\(moves.count)")
    for move in moves { words(desk.words(of: move)(language), .warning) }
  }

  private mutating func tellLimits(of county: Division.Code) {
    guard let report = state.figures.figures?.report else { return }
    let limits = GroupLimit.all(of: county, report)
    guard !limits.isEmpty else { return }
    heading(Words.Groups.limits, "\(limits.count)")
    for limit in limits {
      let (indicator, value) = (limit.indicator, limit.value)
      let found = value.map { "\(indicator.shown($0))\(indicator.sign)" }
      let year = limit.year.map { " (\($0))" } ?? ""
      let verdict = limit.isKept.map { ($0 ? Words.Groups.kept : Words.Groups.broken)(language) }
      let right = [
        found.map { $0 + year } ?? Words.Groups.noFigure(language), verdict,
      ].compactMap { $0 }.joined(separator: " ")
      let role = limit.isKept.map { $0 ? Role.good : .bad } ?? .faint
      let source = limit.source.map(reference) ?? ""
      pair(
        "\(indicator.short(language)) \(Spoken.value(limit.target))\(indicator.sign)", right, role,
        link: .indicator(indicator.id),
        why: [
          .init("", indicator.name(language), .title),
          .init(Words.Groups.limits(language), Spoken.target(limit.target, state)),
          .init(Words.Groups.source(language), source),
        ])
    }
  }

  // MARK: Checklists

  private mutating func tell(_ list: Checklist, _ desk: SettlementDesk) {
    heading(
      list.set.name(language),
      list.expected == 0 ? "" : "\(list.done(by: desk.day))/\(list.expected)")
    if !list.set.subject(language).isEmpty { words(list.set.subject(language), .faint) }
    for source in list.set.sources {
      words("\(Words.Groups.source(language)) \(reference(source))", .faint)
    }
    if let remark = list.set.remark { words(remark(language), .warning) }
    guard !list.items.isEmpty else { return }
    heading(
      said("清单", "List"),
      (list.items.allSatisfy(\.isPrinted) ? Words.Groups.printed : Words.Groups.entered)(language))
    for item in list.items {
      let isDone = item.isDone(by: desk.day)
      let shown = item.evidence.map { "\($0.done) \($0.text)" }
      let why =
        [
          Overlay.Explained("", item.title(language), .title),
          .init(
            Words.Groups.done(language),
            item.evidence?.done.description ?? Words.Groups.notDone(language)),
        ]
        + (item.evidence.map { evidence in
          [
            .init(Words.Task.evidence(language), evidence.text),
            .init(Words.Indicators.entered(language), "\(evidence.entered) \(evidence.who)"),
          ]
        } ?? [])
      add(
        .check(
          isDone: isDone, "\(item.number) \(item.title(language))",
          shown ?? Words.Groups.notDone(language)),
        field: .evidence(list.set.id, item.number), why: why)
    }
  }

  // MARK: Assessment

  private mutating func tell(_ assessment: Assessment, _ desk: SettlementDesk) {
    let isSample = desk.book.entries(of: assessment.county).contains {
      $0.fact.isMadeUp && $0.fact.kind == .score && $0.fact.slot.year == assessment.year
    }
    heading(
      GroupSection.assessment(assessment.year).name(desk, language),
      isSample ? Words.Groups.sample(language) : "")
    pair(
      Words.Groups.total(language),
      assessment.total.map { "\($0)" } ?? Words.Groups.noTotal(language), .title)
    if let verdict = assessment.verdict { pair(Words.Groups.verdict(language), verdict, .plain) }
    if let place = assessment.weightsOf {
      pair(said("权重录自", "Weights entered for"), state.name(of: place))
    } else if assessment.rules != nil {
      words(Words.Groups.noWeights(language), .warning)
    }
    tellMeasures(of: assessment)
    tellRules(of: assessment)
    for other in assessment.beside { tellBeside(other) }
  }

  private mutating func tellMeasures(of assessment: Assessment) {
    guard !assessment.rows.isEmpty else { return }
    heading(
      said("考核内容", "Measures"),
      [Words.Groups.weight, Words.Groups.score, Words.Groups.points]
        .map { $0(language) }.joined(separator: " × "))
    for row in assessment.rows { tell(row, assessment.year) }
    guard let links = assessment.rules?.links, !links.isEmpty else { return }
    heading(Words.Groups.links)
    for link in links { words(link(language)) }
  }

  /// Which document the assessment goes by and why no other, as of settlements.
  private mutating func tellRules(of assessment: Assessment) {
    heading(Words.Groups.rule, assessment.rules.map { reference($0.source) } ?? "")
    words(assessment.reason(language), assessment.rules == nil ? .warning : .plain)
    guard !assessment.rejected.isEmpty else { return }
    heading(Words.Groups.rejected, "\(assessment.rejected.count)")
    for rejected in assessment.rejected {
      words(rejected.rules.words(language))
      words(
        "  \(reference(rejected.rules.source))\(state.marks.dot)\(rejected.reason(language))",
        .faint)
    }
  }

  /// Scores under rules that do not govern the year: to be read, not counted.
  private mutating func tellBeside(_ other: Assessment) {
    guard let rules = other.rules else { return }
    heading(
      said("另按其他规定登记的得分", "Entered under other rules"), said("不计入", "not counted"))
    words(reference(rules.source), .faint)
    for row in other.rows where row.score != nil { tell(row, other.year) }
  }

  private mutating func tell(_ row: Assessment.Row, _ year: Int) {
    let numbers = [row.weight, row.score, row.points].map { $0.map { "\($0)" } ?? "-" }
    let formula =
      row.weight == nil ? numbers[1] : "\(numbers[0])% × \(numbers[1]) = \(numbers[2])"
    pair(
      row.measure.title(language), formula,
      row.score == nil ? .warning : .plain,
      field: .score(year, row.measure.id),
      why: [
        .init("", row.measure.name(language), .title),
        .init(Words.Groups.weight(language), numbers[0]),
        .init(Words.Groups.score(language), numbers[1]),
        .init(Words.Groups.points(language), formula, .accent),
      ])
  }
}
