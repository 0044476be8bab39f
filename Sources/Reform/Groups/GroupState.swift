import Foundation

/// All facts of medical groups that stand on a day (医疗集团台账).
public struct GroupState: Hashable, Sendable {
  /// In the order in which they came to stand: by day, then by number.
  public let entries: [GroupEntry]
  private let standing: StandingSlots
  private let byPlace: [Division.Code: [Int]]

  public init(_ entries: [GroupEntry]) {
    self.entries = entries
    standing = StandingSlots(entries)
    byPlace = Dictionary(grouping: standing.indices.sorted()) { entries[$0].fact.place }
  }

  /// The entry that stands for a slot.
  public subscript(slot: GroupFact.Slot) -> GroupEntry? {
    standing.index(of: slot, entries).map { entries[$0] }
  }

  /// What stands of a place, in the order it was entered.
  public func entries(of place: Division.Code) -> [GroupEntry] {
    (byPlace[place] ?? []).map { entries[$0] }
  }

  /// Everything that was ever entered of a place and stands or stood, newest first.
  public func history(of place: Division.Code) -> [GroupEntry] {
    entries.filter { $0.fact.place == place }.reversed()
  }

  private func content(
    _ place: Division.Code, _ kind: GroupFact.Kind, _ year: Int? = nil, _ key: String = ""
  ) -> GroupFact.Content? {
    self[GroupFact.Slot(place, kind, year: year, key: key)]?.fact.content
  }
}

/// Which entry stands for each slot.
///
/// A country has a hundred thousand: the slots themselves are not kept, for the entries have them.
private struct StandingSlots: Hashable, Sendable {
  /// Positions among the entries by the hash of their slot, or the next number that was free.
  private var places: [Int: Int32] = [:]

  init(_ entries: [GroupEntry]) {
    places.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      places[number(of: entry.fact.slot, entries)] = Int32(clamping: index)
    }
  }

  var indices: some Sequence<Int> { places.values.lazy.map(Int.init) }

  func index(of slot: GroupFact.Slot, _ entries: [GroupEntry]) -> Int? {
    places[number(of: slot, entries)].map(Int.init)
  }

  private func number(of slot: GroupFact.Slot, _ entries: [GroupEntry]) -> Int {
    var number = slot.hashValue
    while let place = places[number], entries[Int(place)].fact.slot != slot { number &+= 1 }
    return number
  }
}

extension GroupState {
  /// The group of a county; without name and members where nothing is entered.
  public func group(of county: Division.Code) -> MedicalGroup {
    var group = MedicalGroup(county: county)
    for entry in entries(of: county) {
      if entry.fact.isMadeUp { group.isMadeUp = true }
      switch entry.fact.content {
      case .card(let kind, let name, let hospital):
        (group.kind, group.name, group.leadHospital) = (kind, name, hospital)
      case .member(let member, isDropped: false): group.members.append(member)
      default: break
      }
    }
    let order = MedicalGroup.Member.Tier.allCases
    group.members.sort {
      (order.firstIndex(of: $0.tier) ?? 0, $0.name, $0.from ?? Day(ordinal: 0))
        < (order.firstIndex(of: $1.tier) ?? 0, $1.name, $1.from ?? Day(ordinal: 0))
    }
    return group
  }

  /// The groups of all counties in a region, by code.
  public func groups(in region: Division.Code, _ divisions: Divisions) -> [MedicalGroup] {
    divisions.all(.county, within: region).map { group(of: $0.id) }
  }

  /// A set as it stands in a county's group: printed things, and what was entered for the county,
  /// its city or its province, the nearest first.
  public func checklist(
    _ set: ChecklistSet, in county: Division.Code, _ divisions: Divisions
  ) -> Checklist {
    var titles: [Int: (words: Phrase, isPrinted: Bool)] = [:]
    for place in Self.line(of: county, divisions).reversed() {
      for entry in entries(of: place) {
        guard case .item(let id, let number, let title, let isDropped) = entry.fact.content,
          id == set.id
        else { continue }
        titles[number] = isDropped ? nil : (title, false)
      }
    }
    for (index, title) in set.printed.enumerated() { titles[index + 1] = (title, true) }
    let items = titles.keys.sorted().compactMap { number in
      titles[number].map { title in
        CheckedItem(
          set: set.id, number: number, title: title.words, isPrinted: title.isPrinted,
          evidence: evidence(of: "\(set.id)/\(number)", in: county))
      }
    }
    return Checklist(set, items: items)
  }

  private func evidence(of key: String, in county: Division.Code) -> CheckedItem.Evidence? {
    guard let entry = self[GroupFact.Slot(county, .evidence, key: key)],
      case .evidence(_, _, .some(let done), let text) = entry.fact.content
    else { return nil }
    return CheckedItem.Evidence(done: done, text: text, who: entry.who, entered: entry.day)
  }

  /// A county and what it lies in, the county first.
  private static func line(of county: Division.Code, _ divisions: Divisions) -> [Division.Code] {
    var (line, next): ([Division.Code], Division.Code?) = ([], county)
    while let code = next, line.count < 4 {
      line.append(code)
      next = divisions[code]?.parent
    }
    return line
  }
}

extension GroupState {
  /// The assessment of a county's group in a year by the measures of some rules, with the weights
  /// of the county, else of its city, else of its province.
  ///
  /// Which rules govern is for `GroupAccounts.assessment`; without rules there are no measures.
  public func assessment(
    of county: Division.Code, _ year: Int, _ rules: AssessmentRules?, _ divisions: Divisions
  ) -> Assessment {
    var (weights, place): ([AssessmentMeasure.ID: Decimal], Division.Code?) = ([:], nil)
    for code in Self.line(of: county, divisions) where place == nil {
      guard case .weights(_, let found) = content(code, .weights, year),
        found.keys.contains(where: { rules?[$0] != nil })
      else { continue }
      (weights, place) = (found, code)
    }
    let rows = (rules?.measures ?? []).map { measure in
      var score: Decimal?
      if case .score(_, _, let found) = content(county, .score, year, measure.id) { score = found }
      return Assessment.Row(
        measure: measure, weight: place == nil ? nil : weights[measure.id] ?? 0, score: score)
    }
    var verdict: String?
    if case .verdict(_, let words) = content(county, .verdict, year) { verdict = words }
    return Assessment(
      county: county, year: year, rules: rules, reason: rules?.words ?? Phrase("", ""),
      rows: rows, weightsOf: place, verdict: verdict)
  }

  /// The money of a county's group in a year.
  public func account(of county: Division.Code, _ year: Int) -> BudgetAccount {
    var account = BudgetAccount(county: county, year: year)
    for entry in entries(of: county) where entry.fact.slot.year == year {
      if entry.fact.isMadeUp, entry.fact.fen != nil { account.isMadeUp = true }
      switch entry.fact.content {
      case .budget(_, let fen): account.budget = fen
      case .spending(_, let fen): account.spending = fen
      case .advance(_, let month, let fen): account.advances[month] = fen
      default: break
      }
    }
    return account
  }

  /// What was agreed for a year; nothing where nothing was entered.
  public func terms(of county: Division.Code, _ year: Int) -> SettlementTerms {
    guard case .terms(_, let terms) = content(county, .terms, year) else {
      return SettlementTerms()
    }
    return terms
  }

  /// Whether a county is entered as selected for payment by head in a year, with what shows it.
  public func selection(of county: Division.Code, _ year: Int) -> (isSelected: Bool, text: String) {
    let found = selectionEntered(of: county, year)
    return (found?.isSelected ?? false, found?.text ?? "")
  }

  /// What is entered of the selection for payment by head and holds in a year, with the year that
  /// it holds from; nil where nothing is.
  public func selectionEntered(
    of county: Division.Code, _ year: Int
  ) -> (from: Int, isSelected: Bool, text: String)? {
    var found: (from: Int, isSelected: Bool, text: String)?
    for entry in entries(of: county) {
      guard case .capitation(let from, let isSelected, let text) = entry.fact.content,
        from <= year, from >= found?.from ?? 0
      else { continue }
      found = (from, isSelected, text)
    }
    return found
  }

  /// Years for which any money is entered.
  public var years: [Int] {
    Set(
      standing.indices.compactMap { entries[$0].fact.fen == nil ? nil : entries[$0].fact.slot.year }
    )
    .sorted()
  }

  /// All memberships by the institution's name.
  public var memberships: [String: [GroupFact.Slot: MedicalGroup.Member]] {
    var found: [String: [GroupFact.Slot: MedicalGroup.Member]] = [:]
    for index in standing.indices {
      let fact = entries[index].fact
      if case .member(let member, isDropped: false) = fact.content {
        found[member.name, default: [:]][fact.slot] = member
      }
    }
    return found
  }

  /// Throws where an institution stands in two groups at the same time, or twice in one.
  public func refuseOverlaps(_ divisions: Divisions, of names: Set<String>? = nil) throws {
    for (name, spans) in memberships.sorted(by: { $0.key < $1.key })
    where names?.contains(name) ?? true {
      try Self.refuseOverlaps(among: spans, divisions)
    }
  }

  /// Throws where the memberships of one institution overlap, and says where and when.
  public static func refuseOverlaps(
    among spans: [GroupFact.Slot: MedicalGroup.Member], _ divisions: Divisions
  ) throws {
    guard spans.count > 1 else { return }
    let all = spans.sorted { ($0.key.place, $0.key.key) < ($1.key.place, $1.key.key) }
    for (index, one) in all.enumerated() {
      for other in all[..<index] where other.value.overlaps(one.value) {
        throw overlap(one.value, one.key.place, other.value, other.key.place, divisions)
      }
    }
  }

  private static func overlap(
    _ member: MedicalGroup.Member, _ place: Division.Code, _ other: MedicalGroup.Member,
    _ otherPlace: Division.Code, _ divisions: Divisions
  ) -> Fault {
    func span(_ member: MedicalGroup.Member) -> String {
      "\(member.from?.description ?? "…")–\(member.to?.description ?? "…")"
    }
    let (one, two) = (divisions[otherPlace], divisions[place])
    return Fault(
      "“\(member.name)”同时在\(one?.name ?? otherPlace)（\(span(other))）和\(two?.name ?? place)"
        + "（\(span(member))）；请先登记它离开前一个集团的日期；是同名的两家的，请在名称前写上所在县。",
      "“\(member.name)” is in \(one?.english ?? otherPlace) (\(span(other))) and in "
        + "\(two?.english ?? place) (\(span(member))) at once; first enter the day it left the one, or write the county before the name where "
        + "they are two."
    )
  }
}
