import Foundation

extension GroupAccounts {
  /// Every step of the computing, in order.
  func steps(_ settlement: Settlement) -> [Settlement.Step] {
    typealias Step = Settlement.Step
    let account = settlement.account
    var steps = [
      Step(words: Phrase("年度总额预算", "Budget of the year"), formula: "", fen: account.budget),
      Step(
        words: Phrase(
          "已预拨 \(account.advances.count) 个月",
          "Paid in advance, \(Plural("month").of(account.advances.count))"),
        formula: "", fen: account.advanced),
      Step(words: Phrase("全年实际发生", "Spending of the year"), formula: "", fen: account.spending),
    ]
    guard let budget = account.budget, let spending = account.spending,
      let balance = settlement.balance
    else { return steps }
    let words = settlement.outcome.name
    steps.append(
      Step(
        words: Phrase("预算减实际发生：\(words.zh)", "Budget less spending: \(words.en)"),
        formula: "\(budget.grouped) − \(spending.grouped)", fen: balance))
    if let payout = settlement.payout { steps += self.steps(payout, of: balance) }
    let whole = settlement.payout?.granted ?? (balance.isNegative ? -balance : balance)
    for part in settlement.parts {
      let name = part.share.name
      steps.append(
        Step(
          words: settlement.outcome == .overrun
            ? Phrase("\(name.zh)承担", "Borne by the \(name.en)")
            : Phrase("用于：\(name.zh)", "For: \(name.en)"),
          formula: "\(whole.grouped) × \(ratio(of: part, in: settlement))", fen: part.fen))
    }
    if let due = settlement.due { steps.append(last(due, settlement, budget)) }
    return steps
  }

  /// What is paid of a surplus by the result of the assessment, and what stays with the fund.
  private func steps(_ payout: Settlement.Payout, of surplus: Fen) -> [Settlement.Step] {
    [
      Settlement.Step(
        words: Phrase(
          "按考核结果计发（系数由本单位录入）", "Paid by the assessment (the factor is the office's own)"),
        formula: "\(surplus.grouped) × \(payout.factor)%", fen: payout.granted),
      Settlement.Step(
        words: Phrase("未计发、留在医保基金", "Not paid, left with the fund"),
        formula: "\(surplus.grouped) − \(payout.granted.grouped)", fen: payout.withheld),
    ]
  }

  private func ratio(of part: Settlement.Part, in settlement: Settlement) -> String {
    guard !part.ratio.hasSuffix("%") else { return part.ratio }
    let sum = settlement.parts.compactMap { Int64($0.ratio) }.reduce(0, +)
    return "\(part.ratio)/\(sum)"
  }

  private func last(_ due: Fen, _ settlement: Settlement, _ budget: Fen) -> Settlement.Step {
    let fund = settlement.parts.first { $0.share.id == "fund" }?.fen
    let plus =
      (settlement.payout.map { " − \($0.withheld.grouped)" } ?? "")
      + (fund.map { " + \($0.grouped)" } ?? "")
    return Settlement.Step(
      words: due.isNegative
        ? Phrase("年终应退回医保基金", "To be paid back to the fund")
        : Phrase("年终医保基金还应拨付", "Still to be paid by the fund"),
      formula: "\(budget.grouped)\(plus) − \(settlement.account.advanced.grouped)", fen: due)
  }

  /// What must be known beside the numbers.
  func remarks(_ settlement: Settlement) -> [Phrase] {
    var found = qualificationRemarks(settlement)
    let account = settlement.account
    if account.budget == nil {
      found.append(Phrase("没有登记年度总额预算。", "The budget of the year is not entered."))
    }
    if account.spending == nil {
      found.append(Phrase("没有登记全年实际发生。", "The spending of the year is not entered."))
    }
    let months = account.monthsWithoutAdvance(by: day)
    if !months.isEmpty, account.budget != nil {
      let list = months.map(String.init)
      found.append(
        Phrase(
          "\(list.joined(separator: "、")) 月没有预拨记录。",
          "No advance is entered for months \(list.joined(separator: ", "))."))
    }
    found += ratioRemarks(settlement) + assessmentRemarks(settlement)
    for move in moves(of: account.county, in: account.year) { found.append(words(of: move)) }
    if let signed = settlement.signed, !signed.agrees(with: settlement) {
      found.append(
        Phrase(
          "已签认的结余（超支）是 \(signed.balance.grouped) 元，与现在算出的不同。",
          "What was signed, \(signed.balance.grouped) yuan, differs from what is reckoned now."))
    }
    return found
  }

  /// How the result of the assessment enters, or why it does not.
  private func assessmentRemarks(_ settlement: Settlement) -> [Phrase] {
    guard settlement.outcome == .surplus else { return [] }
    let factor = book.terms(of: settlement.county, settlement.year).assessmentFactor
    guard settlement.governing.rule?.isAssessed == true else {
      guard let factor else { return [] }
      return [
        Phrase(
          "录入了考核系数 \(factor)%，但所用的规定没有写按考核结果执行，没有使用。",
          "An assessment factor of \(factor) % is entered, but the rule in use does not go by the "
            + "assessment; it was not used.")
      ]
    }
    let total = assessment(of: settlement.county, settlement.year).total
    let score = Phrase(
      total.map { "本年考核总分 \($0)。" } ?? "本年考核还没有总分。",
      total.map { "The assessment's total is \($0)." } ?? "The assessment has no total yet.")
    guard let payout = settlement.payout else {
      return [
        Phrase(
          "条款写明依据考核结果执行，没有写系数；没有录入系数，结余按全额计算。\(score.zh)",
          "The clause goes by the assessment's result but prints no factor; none is entered, so the "
            + "whole surplus counts. \(score.en)")
      ]
    }
    return [
      Phrase(
        "条款写明依据考核结果执行，没有写系数；\(payout.factor)% 是本单位录入的。\(score.zh)",
        "The clause goes by the assessment's result but prints no factor; \(payout.factor) % is the "
          + "office's own. \(score.en)")
    ]
  }

  private func qualificationRemarks(_ settlement: Settlement) -> [Phrase] {
    let gate = settlement.qualification
    guard !gate.isComplete else { return [] }
    var found = [
      Phrase(
        "到 \(gate.day)“六统一”完成 \(gate.done)/\(gate.checklist.expected)，不具备总额预算打包付费条件；以下只是试算。",
        "On \(gate.day) “six unified” stands at \(gate.done)/\(gate.checklist.expected): the budget is "
          + "not settled as a package, and what follows is a trial reckoning.")
    ]
    if gate.checklist.items.isEmpty, let remark = gate.checklist.set.remark { found.append(remark) }
    return found
  }

  private func ratioRemarks(_ settlement: Settlement) -> [Phrase] {
    let terms = book.terms(of: settlement.county, settlement.year)
    if settlement.outcome == .overrun, settlement.parts.isEmpty {
      return [
        Phrase(
          "文件没有写超支分担比例；请登记协商的比例（医保基金承担百分之几）。",
          "The documents print no ratio for an overrun; enter the agreed one (what the fund bears)."
        )
      ]
    }
    if settlement.outcome == .surplus, settlement.parts.isEmpty {
      return [
        Phrase(
          "没有文件写明怎样分配；可登记协商的比例（业务发展百分之几）。",
          "No document says how to divide it; an agreed ratio can be entered (for development).")
      ]
    }
    let isUnused =
      settlement.outcome == .surplus
      ? terms.surplusDevelopment != nil : terms.overrunFundShare != nil
    guard isUnused, !settlement.isAgreed, settlement.outcome != .open else { return [] }
    return [
      Phrase(
        "登记了协商比例，但文件已有规定，以文件为准。",
        "An agreed ratio is entered, but the document prints its own, and that was used.")
    ]
  }

  /// A move between groups, in a sentence.
  public func words(of move: MemberMove) -> Phrase {
    let (from, to) = (catalogue.divisions[move.from], catalogue.divisions[move.to])
    return Phrase(
      "“\(move.member)”\(move.left) 离开\(from?.name ?? move.from)，\(move.joined) 加入\(to?.name ?? move.to)"
        + "；全年数字没有拆分。",
      "“\(move.member)” left \(from?.english ?? move.from) on \(move.left) and joined "
        + "\(to?.english ?? move.to) on \(move.joined); the year's numbers are not split.")
  }
}
