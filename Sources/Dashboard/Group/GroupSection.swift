import Reform

/// A part of what is kept of a medical group.
enum GroupSection: Hashable, Sendable {
  case about
  case list(ChecklistSet.ID)
  case assessment(Int)
  case settlement(Int)

  /// The sections of a county's group; of years those for which anything is entered.
  static func all(of county: Division.Code, _ model: Model) -> [GroupSection] {
    guard let desk = model.placeCache.desk(on: model.day) else { return [.about] }
    let assessed = years(desk, of: county, [.weights, .score, .verdict], model)
    let settled = years(desk, of: county, [.budget, .advance, .spending], model)
    return [.about] + desk.sets(of: county).map { .list($0.id) }
      + assessed.map(GroupSection.assessment) + settled.map(GroupSection.settlement)
  }

  /// The newest first; this year where there is none.
  private static func years(
    _ desk: GroupAccounts, of county: Division.Code, _ kinds: Set<GroupFact.Kind>,
    _ model: Model
  ) -> [Int] {
    var places = [county]
    while let last = places.last, let parent = model.catalogue.divisions[last]?.parent {
      places.append(parent)
    }
    let years = places.flatMap { desk.book.entries(of: $0) }
      .filter { kinds.contains($0.fact.kind) }.compactMap(\.fact.slot.year)
    return years.isEmpty ? [model.day.year] : Set(years).sorted(by: >)
  }

  func name(_ desk: GroupAccounts?, _ language: Language) -> String {
    switch self {
    case .about: Words.Groups.about(language)
    case .list(let id): desk?.charter[id]?.name(language) ?? id
    case .assessment(let year): "\(Words.Groups.assessment(language)) \(year)"
    case .settlement(let year): "\(Words.Groups.settlement(language)) \(year)"
    }
  }

  /// How it stands, in a word.
  func remark(_ desk: GroupAccounts, of county: Division.Code, _ language: Language) -> String {
    let divisions = desk.catalogue.divisions
    switch self {
    case .about:
      let count = desk.book.group(of: county).members(on: desk.day).count
      return language == .zh ? "\(count) 个成员" : Plural("member").of(count)
    case .list(let id):
      guard let set = desk.charter[id] else { return "" }
      let list = desk.book.checklist(set, in: county, divisions)
      return list.expected == 0 ? "-" : "\(list.done(by: desk.day))/\(list.expected)"
    case .assessment(let year):
      let total = desk.assessment(of: county, year).total
      return total.map { "\($0)" } ?? "-"
    case .settlement(let year):
      let settlement = desk.settlement(of: county, year)
      let outcome = settlement.outcome.name(language)
      guard settlement.signed != nil else { return outcome }
      return "\(outcome) \(Words.Groups.signedShort(language))"
    }
  }
}
