import Foundation
import Reform

/// What the headings above a column mean together.
extension HeaderReader {
  /// The meaning of a path; words in a unit's place that are no unit are kept in the layout.
  func meaning(
    of path: [String], _ column: Int, _ layout: inout TableLayout
  ) -> TableLayout.Column {
    let all = path.map(head).filter { !$0.isStatement }
    if let unknown = all.lazy.compactMap(\.unknownUnit).first {
      layout.unknownUnits[column] = unknown
    }
    let heads = all.filter { !$0.isOnlyUnit }
    guard let leaf = heads.last else { return .unknown(path.last ?? "") }
    let roles = heads.reduce(into: Set<HeadRole>()) { $0.formUnion($1.roles) }
    var number = self.number(all, heads, roles)
    if let word = leaf.word ?? heads.last(where: { $0.word != nil && leaf.name.isEmpty })?.word {
      guard case .part(let part) = word else { return Self.column(word, parents(of: heads)) }
      if let reason = Self.reason(roles) { return .passed(reason) }
      return meaning(of: part, parents(of: heads), number)
    }
    number.aims = aims(of: heads)
    let isOpen = number.aims.isEmpty && heads.allSatisfy { $0.name.isEmpty || isPlaceOrTotal($0) }
    guard !number.aims.isEmpty || isOpen, number.period.years.count <= 1 else {
      let reason = Self.reason(roles) ?? (roles.contains(.part) ? .part : nil)
      return reason.map { .passed($0) } ?? .unknown(path.last ?? "")
    }
    if let reason = Self.reason(roles) { return .passed(reason) }
    number.qualifiers += leftovers(heads, number.aims)
    return .numbers(number)
  }

  private func isPlaceOrTotal(_ head: HeadText) -> Bool {
    head.isUnknown && (isPlace(head.name) || TableWords.total.contains(head.name))
  }

  /// Unit, period, place and reserves of a path, without what it counts.
  private func number(
    _ all: [HeadText], _ heads: [HeadText], _ roles: Set<HeadRole>
  ) -> NumberHead {
    var number = NumberHead()
    let unit = all.last { $0.unit != nil }
    (number.unit, number.unitWords) = (unit?.unit, unit?.unitWords)
    number.period = PeriodText(joining: heads.map(\.period))
    number.isPart = roles.contains(.part)
    number.qualifiers = heads.flatMap(\.qualifiers)
    for head in heads where head.isUnknown {
      let isPlace = isPlace(head.name)
      if isPlace { number.place = joined(number.place, head.name) }
      if TableWords.total.contains(head.name), !isPlace {
        number.isTotal = true
        if TotalScope(head.name) != nil { number.place = head.name }
      }
    }
    number.isTotal = number.isTotal || roles.contains(.total)
    return number
  }

  /// The name of a place under the heading of another: of that city, where it does not say so itself.
  private func joined(_ above: String?, _ name: String) -> String {
    guard let above, above != name, TotalScope(above) == nil,
      let whole = places.find(above, in: nil).division, whole.level < .county
    else { return name }
    return [whole.name, whole.short].contains { name.hasPrefix($0) } ? name : above + name
  }

  /// Why a column is not read, by what its headings say.
  private static func reason(_ roles: Set<HeadRole>) -> ColumnReading.Use? {
    if roles.contains(.computed) { return .computed }
    if roles.contains(.plan) { return .plan }
    return roles.contains(.last) ? .lastYear : nil
  }

  private static func column(
    _ word: HeadWord, _ parents: [ColumnNames.Aim]
  ) -> TableLayout.Column {
    switch word {
    case .place: .place
    case .province: .province
    case .city: .city
    case .code: .code
    case .year: .year
    case .indicator: .indicator
    case .unit: .unit
    case .note: .note
    case .flag: .flag(parents.map(\.indicator))
    case .passed, .part: .passed(nil)
    }
  }

  // MARK: What is counted

  /// What the headings above the last one stand for, the nearest first.
  private func parents(of heads: [HeadText]) -> [ColumnNames.Aim] {
    heads.dropLast().reversed().flatMap(\.aims)
  }

  /// What a path counts: by its last heading, by all of them together, or by one above.
  private func aims(of heads: [HeadText]) -> [ColumnNames.Aim] {
    guard let leaf = heads.last else { return [] }
    let parents = parents(of: heads)
    if !leaf.aims.isEmpty {
      let above = Set(parents.map(\.indicator))
      let near = leaf.aims.filter { above.contains($0.indicator) }
      return near.isEmpty ? leaf.aims : near
    }
    for start in heads.indices {
      let joined = names.aims(of: heads[start...].map(\.name).joined())
      if !joined.isEmpty { return joined }
    }
    if leaf.name.isEmpty || isPlaceOrTotal(leaf) { return parents }
    // 医疗收入 over 县级医院: the number is of the name above, and of something narrower.
    return parents.filter { $0.part != .value }
  }

  /// Words of the headings that are not used up by what they count.
  private func leftovers(_ heads: [HeadText], _ aims: [ColumnNames.Aim]) -> [String] {
    let vocabulary = Set(aims.map(\.indicator)).map(names.vocabulary).joined(separator: "|")
    return heads.filter { $0.isUnknown && !isPlaceOrTotal($0) }.compactMap { head in
      let meant = names.words.meant(head.name)
      return meant.isEmpty || vocabulary.contains(meant) ? nil : head.name
    }
  }

  /// A general word under the name of an indicator is a part of that indicator.
  private func meaning(
    of part: FigurePart, _ parents: [ColumnNames.Aim], _ number: NumberHead
  ) -> TableLayout.Column {
    var number = number
    guard let first = parents.first, let indicator = names.book[first.indicator] else {
      number.part = part
      return .numbers(number)
    }
    number.aims = [Self.aim(part, of: indicator)]
    return .numbers(number)
  }

  static func aim(_ part: FigurePart, of indicator: Indicator) -> ColumnNames.Aim {
    let isAmount = part == .value && indicator.denominator == nil
    return .init(indicator: indicator.id, part: isAmount ? .numerator : part)
  }
}

extension PeriodText {
  /// The period that several headings above each other name together, the last of them first.
  init(joining periods: [PeriodText]) {
    self.init()
    let named = periods.last { !$0.years.isEmpty }
    let parted = periods.last { $0.span != nil }
    if let named { take(yearsOf: named) }
    if let parted { take(spanOf: parted) }
  }
}
