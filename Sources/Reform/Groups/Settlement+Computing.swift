import Foundation

/// Reckons settlements from what stands in the ledger on a day.
public struct GroupAccounts: Sendable {
  public let charter: GroupCharter
  public let catalogue: Catalogue
  public let book: GroupState
  public let day: Day
  /// What stands as signed, by county and year (`140802/2023`).
  public let signed: [String: SignedSettlement]
  /// What has been reached of printed targets, compared beside the groups.
  public let actuals: ActualBook
  private let moves: [Int: [MemberMove]]

  /// `signed` are the settlements that stand as signed on the day.
  public init(
    _ charter: GroupCharter, _ catalogue: Catalogue, _ book: GroupState, on day: Day,
    signed: [SignedSettlement] = [], actuals: ActualBook = ActualBook()
  ) {
    self.actuals = actuals
    (self.charter, self.catalogue, self.book, self.day) = (charter, catalogue, book, day)
    self.signed = Dictionary(
      signed.map { ("\($0.county)/\($0.year)", $0) }, uniquingKeysWith: { _, last in last })
    let groups = book.groups(in: catalogue.province, catalogue.divisions)
    let years = Set(groups.flatMap(\.members).compactMap(\.from?.year)).union(book.years)
    moves = Dictionary(
      years.map { ($0, MemberMove.all(among: groups, in: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The settlement of a county's group for a year, open where money is missing.
  public func settlement(of county: Division.Code, _ year: Int) -> Settlement {
    let account = book.account(of: county, year)
    let outcome = Self.outcome(account)
    let kind: SettlementRule.Outcome = outcome == .overrun ? .overrun : .surplus
    let governing = charter.governing(
      kind, of: county, in: year, isSelected: book.selection(of: county, year).isSelected, catalogue
    )
    var settlement = Settlement(
      account: account, outcome: outcome, qualification: qualification(of: county, year),
      governing: governing, isAgreed: false, parts: [], payout: nil, steps: [], remarks: [],
      signed: signed["\(county)/\(year)"])
    split(&settlement)
    settlement.due = Self.due(settlement)
    settlement.steps = steps(settlement)
    settlement.remarks = remarks(settlement)
    return settlement
  }

  /// What moved between groups in a year and concerns a county.
  public func moves(of county: Division.Code, in year: Int) -> [MemberMove] {
    (moves[year] ?? []).filter { $0.from == county || $0.to == county }
  }

  private static func outcome(_ account: BudgetAccount) -> Settlement.Outcome {
    guard let balance = account.balance else { return .open }
    return balance == .zero ? .balanced : balance.isNegative ? .overrun : .surplus
  }

  /// All moves between groups that concern a county, by day.
  public func moves(of county: Division.Code) -> [MemberMove] {
    moves.keys.sorted().flatMap { moves(of: county, in: $0) }
  }

  private func qualification(of county: Division.Code, _ year: Int) -> Settlement.Qualification {
    let end = min(day, Day.last(ofYear: year))
    let gate = charter.gate(of: county, in: year, catalogue)
    let id = gate?.set ?? GroupCharter.gate
    let set =
      charter[id]
      ?? ChecklistSet(
        id: id, name: Phrase("六统一", "six unified"), count: 6, sources: [],
        subject: Phrase("", ""), printed: [])
    return Settlement.Qualification(
      checklist: book.checklist(set, in: county, catalogue.divisions), gate: gate, day: end)
  }

  /// Splits what is over, or what is missing, by the ratio that is printed or was entered.
  private func split(_ settlement: inout Settlement) {
    guard let balance = settlement.balance, balance != .zero else { return }
    let terms = book.terms(of: settlement.county, settlement.year)
    let entered =
      settlement.outcome == .surplus ? terms.surplusDevelopment : terms.overrunFundShare
    var (shares, ratio): ([SettlementRule.Share], [Int64]) = ([], [])
    if let rule = settlement.governing.rule, rule.prints(settlement.outcome) {
      (shares, ratio) = (rule.shares, rule.shares.map { $0.number ?? 0 })
    } else if let entered, let agreed = SettlementTerms.ratio(of: entered) {
      (shares, ratio) = (SettlementRule.agreedShares(settlement.outcome), agreed)
      settlement.isAgreed = true
    } else if let rule = settlement.governing.rule,
      !rule.shares.contains(where: { $0.number == nil })
    {
      (shares, ratio) = (rule.shares, rule.shares.map { $0.number ?? 0 })
    }
    settlement.payout = payout(of: settlement, balance, terms)
    let whole = settlement.payout?.granted ?? (balance.isNegative ? -balance : balance)
    guard let parts = Apportionment.parts(of: whole, by: ratio) else { return }
    settlement.parts = zip(shares, zip(ratio, parts)).map { share, found in
      let shown =
        settlement.isAgreed ? "\(Decimal(found.0) / 1_000_000)%" : share.shown(in: ratio)
      return Settlement.Part(share: share, ratio: shown, fen: found.1)
    }
  }

  /// What the assessment leaves of a surplus, where the clause goes by it and a factor is entered.
  private func payout(
    of settlement: Settlement, _ surplus: Fen, _ terms: SettlementTerms
  ) -> Settlement.Payout? {
    guard settlement.outcome == .surplus, settlement.governing.rule?.isAssessed == true,
      let factor = terms.assessmentFactor, let ratio = SettlementTerms.ratio(of: factor),
      let parts = Apportionment.parts(of: surplus, by: ratio), parts.count == 2
    else { return nil }
    return Settlement.Payout(factor: factor, granted: parts[0], withheld: parts[1])
  }

  /// A surplus stays with the group, so the whole budget is paid, less what the assessment leaves
  /// with the fund; of an overrun the fund pays its part on top.
  private static func due(_ settlement: Settlement) -> Fen? {
    guard settlement.isBinding, let budget = settlement.account.budget else { return nil }
    guard settlement.outcome == .balanced || !settlement.parts.isEmpty else { return nil }
    let fund = settlement.parts.first { $0.share.id == "fund" }?.fen ?? .zero
    let withheld = settlement.payout?.withheld ?? .zero
    return budget - withheld + fund - settlement.account.advanced
  }
}

extension SettlementRule {
  /// Whether the clause itself prints how to divide, so that nothing agreed goes before it.
  ///
  /// A rule that leaves the whole surplus to the group prints no uses: an agreed split holds.
  func prints(_ outcome: Settlement.Outcome) -> Bool {
    guard shares.allSatisfy({ $0.number != nil }) else { return false }
    return outcome == .overrun || shares.count > 1
  }

  /// Who shares where the ratio is an agreed one.
  static func agreedShares(_ outcome: Settlement.Outcome) -> [Share] {
    outcome == .surplus
      ? [
        Share(id: "development", name: Phrase("业务发展", "development"), number: nil),
        Share(id: "staff", name: Phrase("提高医务人员待遇", "staff"), number: nil),
      ]
      : [
        Share(id: "fund", name: Phrase("医保基金", "insurance fund"), number: nil),
        Share(id: "group", name: Phrase("医疗集团", "medical group"), number: nil),
      ]
  }
}

extension SettlementRule.Share {
  /// As printed: 40%, or 6 of a ratio that does not add up to a hundred.
  func shown(in ratio: [Int64]) -> String {
    "\(number ?? 0)\(ratio.reduce(0, +) == 100 ? "%" : "")"
  }
}
