import Cells
import Reform

extension PlaceLines {
  mutating func tell(
    _ section: GroupSection, of county: Division.Code, _ desk: GroupAccounts
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

  private mutating func tellGroup(_ group: MedicalGroup, _ desk: GroupAccounts) {
    heading(Words.Groups.about, group.isMadeUp ? Words.Groups.sample(language) : "")
    if let name = group.name {
      add(.words(name, .title), field: GroupField(.card, at: .name))
    } else {
      add(.words(Words.Groups.noName(language), .faint), field: GroupField(.card, at: .name))
    }
    pair(
      Words.Groups.kind(language), group.kind.name(language), .plain,
      field: GroupField(.card, at: .kind))
    pair(
      Words.Groups.lead(language), group.leadHospital ?? Words.Groups.notEntered(language), .plain,
      field: GroupField(.card, at: .lead))
    tellMembers(group, desk)
    tellLimits(of: group.county, desk)
  }

  private mutating func tellMembers(_ group: MedicalGroup, _ desk: GroupAccounts) {
    let now = group.members(on: desk.day)
    heading(Words.Groups.members, "\(now.count)")
    if group.members.isEmpty {
      words(Words.Groups.noMembers(language), .faint, field: GroupField(.member(nil)))
    }
    for member in group.members {
      let isHere = member.belongs(on: desk.day)
      let days = [member.from?.description ?? "…", member.to?.description ?? ""]
      pair(
        "\(member.tier.name(language)) \(member.name)",
        days.joined(separator: "–"), isHere ? .faint : .warning,
        field: GroupField(
          .member(GroupFact.slot(of: member, in: group.county)), at: isHere ? .to : .from))
    }
    let years = Set(group.members.flatMap { [$0.from?.year, $0.to?.year] }.compactMap(\.self))
    // Who left one group on the last day of a year joins the other in the next.
    let moves = Set(years.union(years.map { $0 + 1 })).sorted()
      .flatMap { desk.moves(of: group.county, in: $0) }
    guard !moves.isEmpty else { return }
    heading(Words.Groups.moved, "\(moves.count)")
    for move in moves { words(desk.words(of: move)(language), .warning) }
  }

  private mutating func tellLimits(of county: Division.Code, _ desk: GroupAccounts) {
    guard let report = model.figures.figures?.report else { return }
    let limits = GroupLimit.all(of: county, report, desk)
    guard !limits.isEmpty else { return }
    heading(Words.Groups.limits, "\(limits.count)")
    for limit in limits {
      let (indicator, value) = (limit.indicator, limit.value)
      let found = value.map { "\(indicator.shown($0))\(indicator.sign)" }
      let year = limit.year.map { " (\($0))" } ?? ""
      let isKept = limit.bindsInstitutions ? nil : limit.isKept
      let verdict = isKept.map { ($0 ? Words.Groups.kept : Words.Groups.broken)(language) }
      let right = [
        found.map { $0 + year } ?? Words.Groups.noFigure(language),
        limit.bindsInstitutions ? Words.Groups.onlySum(language) : verdict,
      ].compactMap { $0 }.joined(separator: " ")
      let role = isKept.map { $0 ? Role.good : .bad } ?? .faint
      let source = limit.source.map(reference) ?? ""
      pair(
        "\(indicator.short(language)) \(Format.value(limit.target))\(indicator.sign)", right, role,
        link: .indicator(indicator.id),
        why: [
          .init("", indicator.name(language), .title),
          .init(Words.Groups.limits(language), Format.target(limit.target, model)),
          .init(Words.Groups.source(language), source),
        ])
      tellInstitutions(of: limit)
    }
  }

  /// Each institution against a limit that binds every one of them.
  private mutating func tellInstitutions(of limit: GroupLimit) {
    for institution in limit.institutions {
      let year = institution.year.map { " (\($0))" } ?? ""
      let value = institution.value.map { limit.indicator.shown($0) + limit.indicator.sign + year }
      let verdict = institution.isKept.map {
        ($0 ? Words.Groups.kept : Words.Groups.broken)(language)
      }
      let words = [value ?? Words.Groups.notEntered(language), verdict].compactMap(\.self)
      pair(
        "  \(institution.tier.name(language)) \(institution.member)", words.joined(separator: " "),
        institution.isKept.map { $0 ? .good : .bad } ?? .faint,
        field: GroupField(.staffing(institution.member, institution.year), at: .inPost))
    }
  }

  // MARK: Checklists

  private mutating func tell(_ list: Checklist, _ desk: GroupAccounts) {
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
          Explained("", item.title(language), .title),
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
        field: GroupField(.evidence(list.set.id, item.number), at: .text), why: why)
    }
  }

  // MARK: Assessment

  private mutating func tell(_ assessment: Assessment, _ desk: GroupAccounts) {
    let isSample = desk.book.entries(of: assessment.county).contains {
      $0.fact.isMadeUp && $0.fact.kind == .score && $0.fact.slot.year == assessment.year
    }
    heading(
      GroupSection.assessment(assessment.year).name(desk, language),
      isSample ? Words.Groups.sample(language) : "")
    pair(
      Words.Groups.total(language),
      assessment.total.map { "\($0)" } ?? Words.Groups.noTotal(language), .title,
      field: assessment.rules == nil ? nil : GroupField(.scores(assessment.year)))
    pair(
      Words.Groups.verdict(language), assessment.verdict ?? Words.Groups.notEntered(language),
      assessment.verdict == nil ? .faint : .plain,
      field: GroupField(.scores(assessment.year), at: .verdict))
    if assessment.rules != nil { tellWeights(assessment) }
    tellMeasures(of: assessment)
    tellRules(of: assessment)
    for other in assessment.beside { tellBeside(other) }
  }

  private mutating func tellMeasures(of assessment: Assessment) {
    guard !assessment.rows.isEmpty else { return }
    heading(
      said("考核内容", "Measures"),
      Words.Groups.weighting(language))
    for row in assessment.rows { tell(row, assessment) }
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
        "  \(reference(rejected.rules.source))\(model.symbols.dot)\(rejected.reason(language))",
        .faint)
    }
  }

  /// Scores under rules that do not govern the year: to be read, not counted.
  private mutating func tellBeside(_ other: Assessment) {
    guard let rules = other.rules else { return }
    heading(
      said("另按其他规定登记的得分", "Entered under other rules"), said("不计入", "not counted"))
    words(reference(rules.source), .faint)
    for row in other.rows where row.score != nil { tell(row, other) }
  }

  private mutating func tellWeights(_ assessment: Assessment) {
    let field = GroupField(.weights(assessment.year))
    if let place = assessment.weightsOf {
      pair(said("权重录自", "Weights entered for"), model.name(of: place), field: field)
    } else {
      words(Words.Groups.noWeights(language), .warning, field: field)
    }
  }

  private mutating func tell(_ row: Assessment.Row, _ assessment: Assessment) {
    let numbers = assessment.numbers(of: row)
    let formula =
      row.weight == nil ? numbers[1] : "\(numbers[0])% × \(numbers[1]) = \(numbers[2])"
    pair(
      row.measure.title(language), formula,
      row.score == nil ? .warning : .plain,
      field: GroupField(.scores(assessment.year), at: .score(row.measure.id)),
      why: [
        .init("", row.measure.name(language), .title),
        .init(Words.Groups.weight(language), numbers[0]),
        .init(Words.Groups.score(language), numbers[1]),
        .init(Words.Groups.points(language), formula, .accent),
      ])
  }
}
