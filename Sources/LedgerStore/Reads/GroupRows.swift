import Foundation
import GRDB
import Reform

/// A fact of a group as it stands in a row of the file.
struct GroupRow {
  var kind: GroupFact.Kind
  var place: Division.Code
  var year: Int?
  var slot = ""
  var choice: String?
  var first: Day?
  var last: Day?
  var fen: Fen?
  var text: String?
  var detail: String?
  var isMadeUp: Bool

  init(_ fact: GroupFact) {
    let slot = fact.slot
    (kind, place, year, self.slot) = (slot.kind, slot.place, slot.year, slot.key)
    (fen, isMadeUp) = (fact.fen, fact.isMadeUp)
    switch fact.content {
    case .card(let kind, let name, let hospital):
      (choice, text, detail) = (kind.rawValue, name, hospital)
    case .member(let member, let isDropped):
      (choice, first, last) = (member.tier.rawValue, member.from, member.to)
      (text, detail) = (member.name, isDropped ? Self.dropped : nil)
    case .item(_, _, let title, let isDropped):
      (choice, text, detail) = (isDropped ? Self.dropped : nil, title.zh, title.en)
    case .evidence(_, _, let done, let words): (first, text) = (done, words)
    case .weights(_, let weights): text = Self.text(weights)
    case .score(_, _, let score): text = score.description
    case .verdict(_, let words): text = words
    case .capitation(_, let isSelected, let words):
      (choice, text) = (isSelected ? "yes" : "no", words)
    case .terms(_, let terms):
      var pairs: [String: Decimal] = [:]
      pairs[Self.fund] = terms.overrunFundShare
      pairs[Self.development] = terms.surplusDevelopment
      pairs[Self.factor] = terms.assessmentFactor
      text = Self.text(pairs)
    case .staffing(_, _, let staffing): text = Self.text(Self.pairs(staffing))
    case .budget, .advance, .spending: break
    }
  }

  init?(_ row: Row) throws {
    guard let kind = GroupFact.Kind(rawValue: try row.value("kind")) else { return nil }
    self.kind = kind
    (place, year, slot) = try (code(row.value("place")), row.value("year"), row.value("slot"))
    (choice, text, detail) = try (row.value("choice"), row.value("text"), row.value("detail"))
    (first, last) = try (row.day("first"), row.day("last"))
    fen = try row.fen("fen")
    isMadeUp = try row.value("made_up")
  }

  /// Of a row with `columns` in their order; `place` is what its place reads.
  init?(_ rows: PlainRows, _ kind: GroupFact.Kind?, _ place: Division.Code) throws {
    guard let kind else { return nil }
    (self.kind, self.place, year, slot) = (kind, place, rows.optional(2), rows.text(3) ?? "")
    (choice, text, detail) = (rows.text(4), rows.text(5), rows.text(6))
    (first, last) = (rows.day(7), rows.day(8))
    fen = try rows.fen(9)
    isMadeUp = rows.integer(10) != 0
  }

  static let columns = [
    "kind", "place", "year", "slot", "choice", "text", "detail", "first", "last", "fen", "made_up",
  ]
  .map { "group_fact.\($0)" }.joined(separator: ", ")

  private static let dropped = "dropped"
  private static let fund = "overrun-fund"
  private static let development = "surplus-development"
  private static let factor = "assessment-factor"

  /// `quality:30 finance:70`, keys in order.
  private static func text(_ pairs: [String: Decimal]) -> String {
    pairs.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " ")
  }

  private static func pairs(_ text: String?) -> [String: Decimal] {
    var found: [String: Decimal] = [:]
    for pair in (text ?? "").split(separator: " ") {
      let parts = pair.split(separator: ":").map(String.init)
      if parts.count == 2 { found[parts[0]] = Decimal(sent: parts[1]) }
    }
    return found
  }

  private static func pairs(_ staffing: Staffing) -> [String: Decimal] {
    var pairs: [String: Decimal] = [:]
    pairs["in-post"] = staffing.inPost.map { Decimal($0) }
    pairs["posts"] = staffing.posts.map { Decimal($0) }
    pairs["professionals"] = staffing.professionals.map { Decimal($0) }
    pairs["staff"] = staffing.staff.map { Decimal($0) }
    return pairs
  }

  private static func staffing(_ pairs: [String: Decimal]) -> Staffing {
    func whole(_ key: String) -> Int? { pairs[key].flatMap { Int($0.description) } }
    return Staffing(
      inPost: whole("in-post"), posts: whole("posts"), professionals: whole("professionals"),
      staff: whole("staff"))
  }

  /// Nil for a row that this program cannot read.
  var fact: GroupFact? { content.map { GroupFact(place, $0, isMadeUp: isMadeUp) } }

  private var content: GroupFact.Content? {
    let year = year ?? 0
    switch kind {
    case .card:
      return MedicalGroup.Kind(rawValue: choice ?? "").map {
        .card($0, name: text ?? "", leadHospital: detail ?? "")
      }
    case .member:
      return MedicalGroup.Member.Tier(rawValue: choice ?? "").map {
        let member = MedicalGroup.Member(text ?? "", $0, from: first, to: last)
        return .member(member, isDropped: detail == Self.dropped)
      }
    case .item:
      return item.map { set, number in
        .item(
          set, number, title: Phrase(text ?? "", detail ?? text ?? ""),
          isDropped: choice == Self.dropped)
      }
    case .evidence: return item.map { .evidence($0.0, $0.1, done: first, text: text ?? "") }
    case .weights: return .weights(year, Self.pairs(text))
    case .score: return text.flatMap(Decimal.init(sent:)).map { .score(year, slot, $0) }
    case .verdict: return .verdict(year, text ?? "")
    case .capitation:
      return .capitation(from: year, isSelected: choice == "yes", evidence: text ?? "")
    case .terms:
      let pairs = Self.pairs(text)
      return .terms(
        year,
        SettlementTerms(
          overrunFundShare: pairs[Self.fund], surplusDevelopment: pairs[Self.development],
          assessmentFactor: pairs[Self.factor]))
    case .budget: return fen.map { .budget(year, $0) }
    case .advance: return fen.map { .advance(year, month: Int(slot) ?? 0, $0) }
    case .spending: return fen.map { .spending(year, $0) }
    case .staffing: return .staffing(year, member: slot, Self.staffing(Self.pairs(text)))
    }
  }

  /// `six-unified/1` as set and number.
  private var item: (ChecklistSet.ID, Int)? {
    let parts = slot.split(separator: "/").map(String.init)
    guard parts.count == 2, let number = Int(parts[1]) else { return nil }
    return (parts[0], number)
  }
}

extension SignedSettlement {
  init(_ row: Row) throws {
    var parts: [String: Fen] = [:]
    for pair in try (row.value("parts") as String).split(separator: " ") {
      let found = pair.split(separator: ":").map(String.init)
      if found.count == 2, let count = Int64(found[1]),
        count.magnitude <= Fen.limit.count.magnitude
      {
        parts[found[0]] = Fen(count)
      }
    }
    try self.init(
      county: code(row.value("place")), year: row.value("year"),
      balance: row.fen("balance") ?? .zero,
      rule: row.value("rule"), parts: parts, note: row.value("note"), isMadeUp: row.value("made_up")
    )
  }

  /// `development:400 staff:600`, keys in order.
  var partsText: String {
    parts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.count)" }.joined(separator: " ")
  }
}
