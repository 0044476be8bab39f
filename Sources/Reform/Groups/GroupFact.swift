import Foundation

/// One thing that somebody enters of a medical group; a later one for the same slot stands over it.
public struct GroupFact: Hashable, Codable, Sendable {
  public enum Content: Hashable, Codable, Sendable {
    /// What the group is and who leads it.
    case card(MedicalGroup.Kind, name: String, leadHospital: String)
    /// An institution of the group; `isDropped` takes a slip of the pen away.
    case member(MedicalGroup.Member, isDropped: Bool = false)
    /// A thing of a set whose members no document prints.
    case item(ChecklistSet.ID, Int, title: Phrase, isDropped: Bool = false)
    /// That a thing of a set is done since a day; nil says that it is not.
    case evidence(ChecklistSet.ID, Int, done: Day?, text: String)
    /// The weights of the assessment of a year, in per cent; they add up to 100.
    case weights(Int, [AssessmentMeasure.ID: Decimal])
    /// The score of a measure in a year, from 0 to 100.
    case score(Int, AssessmentMeasure.ID, Decimal)
    /// The verdict of a year's assessment in words.
    case verdict(Int, String)
    /// Whether a county is one of those selected for payment by head from a year on, with what
    /// shows it.
    case capitation(from: Int, isSelected: Bool, evidence: String)
    case terms(Int, SettlementTerms)
    case budget(Int, Fen)
    /// What was paid in advance for a month, from 1 to 12.
    case advance(Int, month: Int, Fen)
    /// What the insurance fund was billed over the year.
    case spending(Int, Fen)
    /// Posts and staff of one institution at the end of a year.
    case staffing(Int, member: String, Staffing)
  }

  /// The county; items and weights may also be of a city or the province and hold for all in it.
  public var place: Division.Code
  public var content: Content
  public var isMadeUp: Bool

  public init(_ place: Division.Code, _ content: Content, isMadeUp: Bool = false) {
    (self.place, self.content, self.isMadeUp) = (place, content, isMadeUp)
  }
}

/// What was agreed for a year where the documents leave it open (协商约定).
public struct SettlementTerms: Hashable, Codable, Sendable {
  /// What the fund bears of an overrun, in per cent; the group bears the rest.
  public var overrunFundShare: Decimal?
  /// What of a surplus goes to development, in per cent; the rest goes to the staff.
  public var surplusDevelopment: Decimal?
  /// What of a surplus the group is paid by the result of its assessment (考核系数), in per cent.
  ///
  /// The rest stays with the fund. No document prints it: it is the office's own.
  public var assessmentFactor: Decimal?

  public init(
    overrunFundShare: Decimal? = nil, surplusDevelopment: Decimal? = nil,
    assessmentFactor: Decimal? = nil
  ) {
    (self.overrunFundShare, self.surplusDevelopment) = (overrunFundShare, surplusDevelopment)
    self.assessmentFactor = assessmentFactor
  }

  /// All that is entered, in per cent.
  var percentages: [Decimal] {
    [overrunFundShare, surplusDevelopment, assessmentFactor].compactMap(\.self)
  }
}

/// A fact as it stands in the ledger.
public struct GroupEntry: Hashable, Sendable, Identifiable {
  public typealias ID = Int

  public var id: ID
  /// The act that it was entered with.
  public var act: Int
  public var fact: GroupFact
  public var who: String
  /// The day of the books.
  public var day: Day
  /// When the clock said it was entered, as ISO 8601.
  public var at: String

  public init(id: ID, act: Int, fact: GroupFact, who: String, day: Day, at: String) {
    (self.id, self.act, self.fact) = (id, act, fact)
    (self.who, self.day, self.at) = (who, day, at)
  }
}

extension GroupFact {
  /// What a fact is about: of facts with the same slot the last one stands.
  public struct Slot: Hashable, Sendable {
    public var place: Division.Code
    public var kind: Kind
    public var year: Int?
    /// Member, item, measure or month within the kind.
    public var key: String

    public init(_ place: Division.Code, _ kind: Kind, year: Int? = nil, key: String = "") {
      (self.place, self.kind, self.year, self.key) = (place, kind, year, key)
    }
  }

  public enum Kind: String, Codable, Sendable, CaseIterable {
    case card, member, item, evidence, weights, score, verdict, capitation, terms
    case budget, advance, spending, staffing

    public var name: Phrase {
      switch self {
      case .card: Phrase("集团", "group")
      case .member: Phrase("成员", "member")
      case .item: Phrase("清单内容", "item of a list")
      case .evidence: Phrase("清单佐证", "evidence")
      case .weights: Phrase("考核权重", "weights")
      case .score: Phrase("考核得分", "score")
      case .verdict: Phrase("考核结果", "verdict")
      case .capitation: Phrase("按人头打包付费试点", "payment by head")
      case .terms: Phrase("协商约定", "terms")
      case .budget: Phrase("年度总额预算", "yearly budget")
      case .advance: Phrase("按月预拨", "monthly advance")
      case .spending: Phrase("实际发生", "spending")
      case .staffing: Phrase("机构人员", "staff of an institution")
      }
    }
  }

  public var slot: Slot {
    switch content {
    case .card: Slot(place, .card)
    case .member(let member, _):
      Slot(place, .member, key: "\(member.name)@\(member.from?.description ?? "")")
    case .item(let set, let number, _, _): Slot(place, .item, key: "\(set)/\(number)")
    case .evidence(let set, let number, _, _): Slot(place, .evidence, key: "\(set)/\(number)")
    case .weights(let year, _): Slot(place, .weights, year: year)
    case .score(let year, let measure, _): Slot(place, .score, year: year, key: measure)
    case .verdict(let year, _): Slot(place, .verdict, year: year)
    case .capitation(let year, _, _): Slot(place, .capitation, year: year)
    case .terms(let year, _): Slot(place, .terms, year: year)
    case .budget(let year, _): Slot(place, .budget, year: year)
    case .advance(let year, let month, _):
      Slot(place, .advance, year: year, key: "\(month < 10 ? "0" : "")\(month)")
    case .spending(let year, _): Slot(place, .spending, year: year)
    case .staffing(let year, let member, _): Slot(place, .staffing, year: year, key: member)
    }
  }

  public var kind: Kind { slot.kind }

  /// The amount of a fact about money.
  public var fen: Fen? {
    switch content {
    case .budget(_, let fen), .advance(_, _, let fen), .spending(_, let fen): fen
    default: nil
    }
  }
}
