import Cells
import Reform

/// What the numbers of a form come to while they are written.
extension Model {
  func footing(of form: Form) -> [(String, Role)] {
    guard let desk = placeCache.desk(on: day) else { return [] }
    switch form.subject {
    case .weights: return [weightsFooting(form)]
    case .scores(let year): return [scoresFooting(form, year, desk)]
    case .money: return [advancesFooting(form), balanceFooting(form)]
    case .terms: return termsFooting(form)
    default: return []
    }
  }

  private func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  private func weightsFooting(_ form: Form) -> (String, Role) {
    let sum = form.weights.values.reduce(Amount(0), +)
    if sum == 100 { return (said("合计 100", "Sum 100"), .good) }
    let (short, over) = (100 - sum, sum - 100)
    return sum < 100
      ? (said("合计 \(sum)，还差 \(short)", "Sum \(sum), \(short) missing"), .warning)
      : (said("合计 \(sum)，多出 \(over)", "Sum \(sum), \(over) too much"), .bad)
  }

  private func scoresFooting(
    _ form: Form, _ year: Int?, _ desk: GroupAccounts
  ) -> (String, Role) {
    let found = year ?? form.year(.year) ?? day.year
    var assessment = desk.assessment(of: form.county, found)
    for index in assessment.rows.indices {
      let score = form.number(.score(assessment.rows[index].measure.id))
      assessment.rows[index].score = score.flatMap { $0 >= 0 && $0 <= 100 ? $0 : nil }
    }
    guard assessment.weightsOf != nil else {
      return (
        said("\(found) 年还没有权重，算不出总分", "No weights are entered for \(found): there is no total"),
        .warning
      )
    }
    if let total = assessment.total {
      return ("\(Words.Groups.total(language)) \(total)", .title)
    }
    let count = assessment.missing.count
    return (
      said("还差 \(count) 项得分", "\(Plural("score").of(count)) missing"), .warning
    )
  }

  /// The sum of the advances, and what of the budget is left.
  private func advancesFooting(_ form: Form) -> (String, Role) {
    let advances = (1...12).compactMap { form.money(.advance($0)) }
    let sum = advances.sum
    let words = said(
      "预拨 \(advances.count) 个月，合计 \(sum.grouped) 元",
      "Advances of \(Plural("month").of(advances.count)): \(sum.grouped) yuan")
    guard let budget = form.money(.budget) else { return (words, .plain) }
    let left = budget - sum
    return left.isNegative
      ? (words + said("，超过预算 \((-left).grouped)", ", above the budget by \((-left).grouped)"), .bad)
      : (words + said("，预算还剩 \(left.grouped)", ", \(left.grouped) of the budget left"), .plain)
  }

  private func balanceFooting(_ form: Form) -> (String, Role) {
    guard let budget = form.money(.budget), let spending = form.money(.spending) else {
      return (said("预算和实际发生都有了，才能结算", "Settled once budget and spending are there"), .faint)
    }
    let balance = budget - spending
    let outcome: Settlement.Outcome =
      balance == .zero ? .balanced : balance.isNegative ? .overrun : .surplus
    return (
      "\(outcome.name(language)) \(balance.grouped) \(Words.Groups.yuan(language))",
      outcome == .overrun ? .bad : .good
    )
  }

  private func termsFooting(_ form: Form) -> [(String, Role)] {
    var parts: [String] = []
    if let share = form.number(.fundShare), share >= 0, share <= 100 {
      parts.append(said("超支由集团承担 \(100 - share)%", "the group bears \(100 - share)% of an overrun"))
    }
    if let share = form.number(.development), share >= 0, share <= 100 {
      parts.append(said("结余的 \(100 - share)% 用于人员", "\(100 - share)% of a surplus to the staff"))
    }
    if let factor = form.number(.assessmentFactor), factor >= 0, factor <= 100 {
      parts.append(said("结余的 \(factor)% 计发给集团", "\(factor)% of a surplus is paid to the group"))
    }
    return [(parts.joined(separator: said("；", "; ")), .plain)]
  }
}
