import Reform

extension PlaceLines {
  /// A settlement with every step, the rule that governs, those that do not, and what must be
  /// known beside the numbers.
  mutating func tell(_ settlement: Settlement, _ desk: GroupAccounts) {
    let trial = settlement.isBinding ? "" : Words.Groups.trial(language)
    let sample = settlement.account.isMadeUp ? Words.Groups.sample(language) : ""
    heading(
      GroupSection.settlement(settlement.year).name(desk, language),
      [sample, trial].filter { !$0.isEmpty }.joined(separator: " "))
    pair(
      settlement.outcome.name(language),
      settlement.balance.map { "\($0.grouped) \(Words.Groups.yuan(language))" }
        ?? Words.Groups.notEntered(language),
      settlement.outcome == .overrun ? .bad : settlement.outcome == .surplus ? .good : .title)
    tellSigned(settlement)
    tellGate(settlement)
    tellSteps(settlement, desk)
    tellRule(settlement, desk)
    tellRemarks(settlement)
  }

  /// What fund and group have signed, beside what it comes to now.
  private mutating func tellSigned(_ settlement: Settlement) {
    guard let signed = settlement.signed else { return }
    let isSame = signed.agrees(with: settlement)
    let words = [Words.Groups.signed(language), signed.note].compactMap(\.self)
    add(
      .check(
        isDone: isSame, words.joined(separator: said("：", ": ")),
        "\(signed.balance.grouped) \(Words.Groups.yuan(language))"))
    if !isSame { self.words(Words.Forms.signedOtherwise(language), .warning) }
  }

  private mutating func tellGate(_ settlement: Settlement) {
    let gate = settlement.qualification
    guard let condition = gate.gate else {
      return self.words(Words.Groups.unconditional(language), .faint)
    }
    let isComplete = gate.isComplete
    let words = isComplete ? Words.Groups.qualified : Words.Groups.unqualified
    add(
      .check(
        isDone: isComplete,
        "\(gate.checklist.set.name(language)) \(gate.done)/\(gate.checklist.expected)",
        "\(gate.day)"),
      why: [
        .init("", condition.words(language), .title),
        .init(Words.Groups.source(language), reference(condition.source)),
      ])
    self.words(words(language), isComplete ? .good : .warning)
  }

  /// Whether the county is entered as selected for payment by head, and what follows from it.
  private mutating func tellSelection(_ settlement: Settlement, _ desk: GroupAccounts) {
    let found = desk.book.selectionEntered(of: settlement.county, settlement.year)
    let since = found.map { said("\($0.from) 年起", "from \($0.from)") }
    let state = found?.isSelected == true ? Words.Forms.yes : Words.Forms.no
    let words = [state(language), since].compactMap(\.self).joined(separator: said("，", ", "))
    pair(
      Words.Groups.selection(language), words, found?.isSelected == true ? .accent : .faint,
      field: GroupField(.selection(settlement.year)),
      why: whySelected(settlement, found?.text ?? "", desk)
    )
  }

  private func whySelected(
    _ settlement: Settlement, _ evidence: String, _ desk: GroupAccounts
  ) -> [Explained] {
    var why = [Explained("", Words.Groups.selection(language), .title)]
    if !evidence.isEmpty { why.append(.init(Words.Forms.shownBy(language), evidence)) }
    let governing = settlement.governing
    for rule in desk.charter.rules where rule.reach == .selected {
      why.append(.init(Words.Groups.source(language), reference(rule.source), .accent))
      why.append(.init(Words.Groups.ruled(language), rule.words(language)))
      if governing.rule == rule { why.append(.init("", Words.Groups.governs(language), .good)) }
      if let rejected = governing.rejected.first(where: { $0.rule == rule }) {
        why.append(.init("", rejected.reason(language), .faint))
      }
    }
    return why
  }

  private mutating func tellSteps(_ settlement: Settlement, _ desk: GroupAccounts) {
    heading(said("计算过程", "Step by step"), Words.Groups.yuan(language))
    let months = settlement.account.advances
    let open = (1...12).first { months[$0] == nil } ?? 1
    let fields: [Int: FormKey] = [0: .budget, 1: .advance(open), 2: .spending]
    for (number, step) in settlement.steps.enumerated() {
      let amount = step.fen?.grouped ?? Words.Groups.notEntered(language)
      let why = why(step, amount, settlement)
      pair(
        step.words(language), amount, step.fen == nil ? .warning : .title,
        field: fields[number].map { GroupField(.money(settlement.year), at: $0) }, why: why)
      if !step.formula.isEmpty { words("  = " + step.formula, .faint, why: why) }
    }
  }

  private func why(
    _ step: Settlement.Step, _ amount: String, _ settlement: Settlement
  ) -> [Explained] {
    var why: [Explained] = [
      .init("", step.words(language), .title),
      .init("", "\(amount) \(Words.Groups.yuan(language))", .accent),
    ]
    if step.formula.isEmpty {
      why.append(.init(Words.Groups.formula(language), Words.Groups.asEntered(language)))
    } else {
      why.append(.init(Words.Groups.formula(language), step.formula))
    }
    why.append(.init(Words.Groups.ruled(language), settlement.governing.reason(language)))
    if let rule = settlement.governing.rule {
      why.append(.init(Words.Groups.source(language), reference(rule.source)))
    }
    why.append(.init(Words.Groups.rounding(language), Apportionment.rule(language), .faint))
    return why
  }

  private mutating func tellRule(_ settlement: Settlement, _ desk: GroupAccounts) {
    let governing = settlement.governing
    heading(Words.Groups.rule, governing.rule.map { reference($0.source) } ?? "")
    words(governing.reason(language))
    if settlement.isAgreed { words(Words.Groups.agreed(language), .warning) }
    words(
      "\(Words.Groups.rounding(language))\(said("：", ": "))\(Apportionment.rule(language))", .faint)
    tellSelection(settlement, desk)
    tellTerms(settlement, desk)
    guard !governing.rejected.isEmpty else { return }
    heading(Words.Groups.rejected, "\(governing.rejected.count)")
    for rejected in governing.rejected {
      words(rejected.rule.words(language))
      words(
        "  \(reference(rejected.rule.source))\(model.symbols.dot)\(rejected.reason(language))",
        .faint
      )
    }
  }

  /// What was agreed where the documents leave it open.
  private mutating func tellTerms(_ settlement: Settlement, _ desk: GroupAccounts) {
    let terms = desk.book.terms(of: settlement.county, settlement.year)
    for (title, share, key) in [
      (
        Words.Groups.fundShare, terms.overrunFundShare,
        FormKey.fundShare
      ),
      (
        Words.Groups.development, terms.surplusDevelopment,
        .development
      ),
      (
        Words.Groups.assessmentFactor, terms.assessmentFactor,
        .assessmentFactor
      ),
    ] {
      let words = share.map { "\($0)%" } ?? Words.Groups.notEntered(language)
      pair(
        title(language), words, .faint, field: GroupField(.terms(settlement.year), at: key))
    }
  }

  private mutating func tellRemarks(_ settlement: Settlement) {
    guard !settlement.remarks.isEmpty else { return }
    heading(Words.Groups.remarks, "\(settlement.remarks.count)")
    for remark in settlement.remarks { words(remark(language), .warning) }
  }
}
