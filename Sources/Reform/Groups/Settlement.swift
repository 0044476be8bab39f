import Foundation

/// The settlement of a group's insurance budget at the end of a year (年终结算).
///
/// Computed whenever it is asked for; what the two sides have signed is a `SignedSettlement`.
public struct Settlement: Hashable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case surplus, overrun, balanced
    /// Budget or spending is not entered yet.
    case open

    public var name: Phrase {
      switch self {
      case .surplus: Phrase("结余", "surplus")
      case .overrun: Phrase("超支", "overrun")
      case .balanced: Phrase("持平", "balanced")
      case .open: Phrase("未结", "open")
      }
    }
  }

  /// Whether the group has what a document makes the condition of a package (六统一).
  public struct Qualification: Hashable, Sendable {
    public var checklist: Checklist
    /// Who sets the condition; nil where no document does for this county and year.
    public var gate: SettlementGate?
    /// The day on which it must be complete.
    public var day: Day
    public var done: Int { checklist.done(by: day) }
    /// True as well where no document sets a condition.
    public var isComplete: Bool { gate == nil || checklist.isComplete(by: day) }
  }

  /// A part of a surplus, or of an overrun.
  public struct Part: Hashable, Sendable {
    public var share: SettlementRule.Share
    /// The number of the ratio that was used, as it is shown: 40 %, 6.
    public var ratio: String
    public var fen: Fen
  }

  /// A surplus that is paid out by the result of the assessment (按考核结果计发).
  public struct Payout: Hashable, Sendable {
    /// In per cent, as the office entered it.
    public var factor: Decimal
    public var granted: Fen
    /// What stays with the insurance fund.
    public var withheld: Fen
  }

  /// A step of the computing, for the screen and the printed sheet.
  public struct Step: Hashable, Sendable {
    public var words: Phrase
    /// How it was computed (1,000.00 − 900.00); empty for what was entered.
    public var formula: String
    /// Nil where it cannot be computed, with the reason in the words.
    public var fen: Fen?
  }

  public var account: BudgetAccount
  public var outcome: Outcome
  public var qualification: Qualification
  /// The rule for the surplus or the overrun, with those that were not used.
  public var governing: GoverningRule
  /// True where the ratio is what was agreed and entered, not what a document prints.
  public var isAgreed: Bool
  /// In the order of the rule; empty where nothing can be split.
  public var parts: [Part]
  /// What of a surplus the group is paid by its assessment; nil where no factor is used.
  public var payout: Payout?
  /// What the fund still pays at the end of the year, or is paid back (below zero); nil where it
  /// cannot be computed.
  public var due: Fen?
  public var steps: [Step]
  /// What must be known beside the numbers: missing months, a ratio not entered, moved members.
  public var remarks: [Phrase]
  /// What was signed for the year; nil before it is.
  public var signed: SignedSettlement?

  public var county: Division.Code { account.county }
  public var year: Int { account.year }
  public var balance: Fen? { account.balance }
  /// False for a group that lacks what its document makes the condition: the parts then show what
  /// would be.
  public var isBinding: Bool { qualification.isComplete && outcome != .open }

  /// Why it cannot be signed, in a sentence; nil where it binds.
  public var obstacle: Phrase? {
    let lack = [
      account.budget == nil ? Phrase("年度总额预算", "the budget") : nil,
      account.spending == nil ? Phrase("全年实际发生", "the spending") : nil,
    ].compactMap(\.self)
    guard lack.isEmpty else {
      return Phrase(
        "\(year) 年还没有登记\(lack.map(\.zh).joined(separator: "和"))，不能签认。",
        "Not entered for \(year): \(lack.map(\.en).joined(separator: " and ")). There is nothing to sign yet."
      )
    }
    guard !qualification.isComplete else { return nil }
    let stands = "\(qualification.done)/\(qualification.checklist.expected)"
    return Phrase(
      "到 \(qualification.day)“六统一”只完成 \(stands)，不具备打包付费条件，不能签认。",
      "On \(qualification.day) “six unified” stands at \(stands): the budget is not settled as a "
        + "package and cannot be signed.")
  }
}

extension GroupAccounts {
  /// What stands in the ledger has come to something else than what was looked at.
  public static let moved = Fault(
    "台账刚有变动，算出的数与看到的不同；没有签认，请看过再签。",
    "The ledger has just changed and comes to other amounts; nothing was signed. Look, and sign then."
  )

  /// The same was signed already, by another window perhaps.
  public static let isSigned = Fault(
    "这一年的结算已经签认，金额和备注都相同；没有再登记一次。",
    "This settlement is signed already, with the same amounts and note; it was not entered again.")
}

/// What fund and group have signed for a year (结算确认), kept as it was.
public struct SignedSettlement: Hashable, Codable, Sendable {
  public var county: Division.Code
  public var year: Int
  /// Budget less spending.
  public var balance: Fen
  /// The rule that was used (`surplus-uses`), `agreed`, or nil where nothing was split.
  public var rule: String?
  /// By the keys of the rule's shares.
  public var parts: [String: Fen]
  public var note: String?
  public var isMadeUp: Bool

  public init(
    county: Division.Code, year: Int, balance: Fen, rule: String? = nil,
    parts: [String: Fen] = [:], note: String? = nil, isMadeUp: Bool = false
  ) {
    (self.county, self.year, self.balance, self.rule) = (county, year, balance, rule)
    (self.parts, self.note, self.isMadeUp) = (parts, note, isMadeUp)
  }

  /// What a settlement came to; nil while it is open.
  public init?(_ settlement: Settlement, note: String? = nil, isMadeUp: Bool = false) {
    guard let balance = settlement.balance else { return nil }
    let rule = settlement.isAgreed ? "agreed" : settlement.governing.rule?.id
    self.init(
      county: settlement.county, year: settlement.year, balance: balance,
      rule: settlement.parts.isEmpty ? nil : rule,
      parts: Dictionary(
        settlement.parts.map { ($0.share.id, $0.fen) }, uniquingKeysWith: { first, _ in first }),
      note: note, isMadeUp: isMadeUp)
  }

  /// Whether it says all that another one does.
  ///
  /// That is the same amounts by the same rule, with the other's note where it has one.
  public func says(_ other: SignedSettlement) -> Bool {
    (balance, rule, parts) == (other.balance, other.rule, other.parts)
      && (other.note == nil || other.note == note)
  }

  /// Whether what stands now comes to what was signed.
  public func agrees(with settlement: Settlement) -> Bool {
    guard let now = SignedSettlement(settlement) else { return false }
    return now.balance == balance && now.parts == parts
  }
}
