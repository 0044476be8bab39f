import Foundation

/// What the documents say of medical groups: named sets, the assessment, the settlement's rules.
public struct GroupCharter: Hashable, Sendable {
  public var sets: [ChecklistSet]
  /// Rules of the yearly assessment; of several that govern a year, the first are used.
  public var assessments: [AssessmentRules]
  public var rules: [SettlementRule]
  /// What must be complete before a budget is settled as a package, where a document says so.
  public var gates: [SettlementGate]

  public init(
    sets: [ChecklistSet], assessments: [AssessmentRules], rules: [SettlementRule],
    gates: [SettlementGate] = []
  ) {
    (self.sets, self.assessments, self.rules) = (sets, assessments, rules)
    self.gates = gates
  }

  /// The set by which a group is built (六统一), shown first of all sets.
  public static let gate: ChecklistSet.ID = "six-unified"

  public subscript(id: ChecklistSet.ID) -> ChecklistSet? { sets.first { $0.id == id } }

  /// Why a name is no list: those that there are, or that no document of the ledger has one.
  public func unknown(_ name: String) -> Phrase {
    let names = sets.map(\.name)
    guard !names.isEmpty else {
      return Phrase(
        "没有清单“\(name)”：这本台账没有一份文件列有清单。",
        "There is no list “\(name)”: no document of this ledger has a checklist.")
    }
    return Phrase(
      "没有叫“\(name)”的清单；可用：\(names.map(\.zh).joined(separator: "、"))。",
      "There is no list “\(name)”: \(names.map(\.en).joined(separator: ", ")).")
  }

  /// What a fact is about, in words: 考核得分：医疗质量, 六统一第 3 项.
  public func subject(of fact: GroupFact) -> Phrase {
    let kind = fact.kind.name
    switch fact.content {
    case .score(_, let id, _):
      guard let measure = measure(id)?.name else { return kind }
      return Phrase("\(kind.zh)：\(measure.zh)", "\(kind.en): \(measure.en)")
    case .item(let id, let number, _, _), .evidence(let id, let number, _, _):
      guard let set = self[id]?.name else { return kind }
      return Phrase("\(set.zh)第 \(number) 项\(kind.zh)", "\(set.en), item \(number): \(kind.en)")
    case .staffing(let year, let member, _):
      return Phrase("\(member) \(year) 年人员", "\(kind.en): \(member), \(year)")
    case .advance(_, let month, _):
      return Phrase("\(month) 月预拨", "\(kind.en), month \(month)")
    default: return kind
    }
  }

  /// Throws where a fact makes no sense, in a sentence that names place, year and amount.
  public func refuse(_ fact: GroupFact, in divisions: Divisions) throws {
    guard let place = divisions[fact.place] else {
      throw Fault("没有代码为 \(fact.place) 的地区。", "There is no place \(fact.place).")
    }
    let isWide = [.item, .weights].contains(fact.kind)
    guard place.level == .county || isWide else {
      throw Fault(
        "\(place.name)不是县（市、区），医疗集团只按县登记。",
        "\(place.english) is no county; medical groups are kept by county.")
    }
    guard place.level != .county || divisions.answersToProvince(divisions.city(of: place.id)) else {
      throw Fault(
        "\(place.name)（\(place.id)）不属于任何市，没有登记。",
        "\(place.english) (\(place.id)) lies in no city; nothing was entered.")
    }
    if let year = fact.slot.year, !(1949...9999).contains(year) {
      throw Fault("没有 \(year) 年可登记。", "Nothing is entered for the year \(year).")
    }
    try refuse(fact.content, of: place)
  }

  private func refuse(_ content: GroupFact.Content, of place: Division) throws {
    switch content {
    case .card(_, let name, let hospital): try refuseEmpty(name, hospital, of: place)
    case .member(let member, _): try refuse(member, of: place)
    case .item(let set, let number, let title, _): try refuse(set, number, title: title.zh)
    case .evidence(let set, let number, let done, let text):
      try refuse(set, number, title: done == nil ? "-" : text)
    case .weights(_, let weights): try refuse(weights: weights)
    case .score(let year, let measure, let score): try refuse(score, measure, year, of: place)
    case .verdict(_, let words), .capitation(_, _, let words):
      try refuseEmpty(words, words, of: place)
    case .terms(_, let terms): try refuse(terms, of: place)
    case .advance(_, let month, let fen):
      guard (1...12).contains(month) else {
        throw Fault("没有 \(month) 月。", "There is no month \(month).")
      }
      try refuse(fen, of: place)
    case .budget(_, let fen), .spending(_, let fen): try refuse(fen, of: place)
    case .staffing(_, let member, let staffing):
      try refuseEmpty(member, member, of: place)
      try staffing.refuse(member)
    }
  }

  private func refuse(_ fen: Fen, of place: Division) throws {
    guard !fen.isNegative else {
      throw Fault(
        "\(place.name)的金额 \(fen) 元小于零，没有登记；请核对正负号。",
        "\(place.english): \(fen) yuan is below zero; check the sign. Nothing was entered.")
    }
    guard fen <= Fen.limit else {
      throw Fault(
        "\(place.name)的金额 \(fen) 元超过 \(Fen.limit.grouped) 元，没有登记；请核对单位是元还是万元。",
        "\(place.english): \(fen) yuan is above \(Fen.limit.grouped); check whether it is in yuan or "
          + "10,000 yuan. Nothing was entered.")
    }
  }

  private func refuse(_ member: MedicalGroup.Member, of place: Division) throws {
    try refuseEmpty(member.name, member.name, of: place)
    if let from = member.from, let to = member.to, to < from {
      throw Fault(
        "\(place.name)的成员“\(member.name)”\(to) 离开，早于 \(from) 加入。",
        "“\(member.name)” of \(place.english) leaves on \(to), before it joins on \(from).")
    }
  }

  private func refuse(_ set: ChecklistSet.ID, _ number: Int, title: String) throws {
    guard self[set] != nil else {
      throw Fault(
        "没有清单“\(set)”；可用：\(sets.map(\.id).joined(separator: "、"))。",
        "There is no list “\(set)”: \(sets.map(\.id).joined(separator: ", ")).")
    }
    guard (1...99).contains(number), !title.allSatisfy(\.isWhitespace) else {
      throw Fault(
        "清单“\(self[set]?.name.zh ?? set)”第 \(number) 项要写内容或佐证。",
        "Item \(number) of “\(self[set]?.name.en ?? set)” needs its words or its evidence.")
    }
  }

  private func refuse(
    _ score: Decimal, _ measure: AssessmentMeasure.ID, _ year: Int, of place: Division
  ) throws {
    guard let known = self.measure(measure) else {
      throw Fault("考核里没有“\(measure)”这一项。", "The assessment has no measure “\(measure)”.")
    }
    guard score >= 0, score <= 100 else {
      throw Fault(
        "\(place.name) \(year) 年“\(known.name.zh)”得分 \(score)，应在 0 到 100 之间。",
        "\(place.english), \(year), “\(known.name.en)”: \(score) does not lie between 0 and 100.")
    }
  }

  private func refuse(_ terms: SettlementTerms, of place: Division) throws {
    for share in terms.percentages {
      guard SettlementTerms.ratio(of: share) != nil else {
        throw Fault(
          "\(place.name)约定的比例 \(share)% 不对：要在 0 到 100 之间，最多六位小数。",
          "\(place.english): \(share) % must lie between 0 and 100, with six decimals at most.")
      }
    }
  }

  private func refuseEmpty(_ one: String, _ other: String, of place: Division) throws {
    guard !one.allSatisfy(\.isWhitespace), !other.allSatisfy(\.isWhitespace) else {
      throw Fault("\(place.name)：名称或内容是空的。", "\(place.english): a name or the words are empty.")
    }
  }
}

extension SettlementTerms {
  /// A percentage and its rest as whole numbers; nil outside 0 to 100 or with too many decimals.
  static func ratio(of percent: Decimal) -> [Int64]? {
    guard percent >= 0, percent <= 100, let millionths = Int64("\(percent * 1_000_000)") else {
      return nil
    }
    return [millionths, 100_000_000 - millionths]
  }
}
