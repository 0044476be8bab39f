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
    var heads = all.filter { !$0.isOnlyUnit }
    guard let leaf = heads.last else { return .unknown(path.last ?? "") }
    // 年度 over 2021年 only says that it is a year.
    if leaf.word == nil, leaf.name.isEmpty, !leaf.period.isEmpty {
      heads.removeAll { $0.word == .year }
    }
    let roles = heads.reduce(into: Set<HeadRole>()) { $0.formUnion($1.roles) }
    var number = self.number(all, heads, roles)
    if let word = leaf.word ?? heads.last(where: { $0.word != nil && leaf.name.isEmpty })?.word {
      guard case .part(let part) = word else { return Self.column(word, parents(of: heads)) }
      if let reason = Self.reason(roles) { return .passed(reason) }
      return meaning(of: part, heads, number, path.last ?? "")
    }
    number.aims = aims(of: heads)
    if heads.dropLast().contains(where: Self.isShare),
      number.aims.contains(where: { $0.part != .value })
    {
      return share(of: number.aims, number) ?? .unknown(path.last ?? "")
    }
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
  static func reason(_ roles: Set<HeadRole>) -> ColumnReading.Use? {
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
    let own = aims.map { NameKey.folded(names.name(of: $0).zh) }.joined(separator: "|")
    let leaf = heads.last
    // 住院 under 医疗收入 is a part of it, whatever else is said of the indicator.
    let isNarrower =
      leaf?.isUnknown == true && !aims.isEmpty && names.aims(of: joined(heads)).isEmpty
    return heads.filter { $0.isUnknown && !isPlaceOrTotal($0) }.compactMap { head in
      let isLeaf = isNarrower && head == leaf
      let meant = isLeaf ? names.words.plain(head.name) : names.words.meant(head.name)
      let said = isLeaf || Self.isOfCare(head.name) ? own : vocabulary
      return meant.isEmpty || said.contains(meant) ? nil : head.name
    }
  }

  /// The names of headings above each other as one, from the first with which they make a known name.
  private func joined(_ heads: [HeadText]) -> String {
    heads.indices.lazy.map { heads[$0...].map(\.name).joined() }
      .first { !names.aims(of: $0).isEmpty } ?? ""
  }

  private static func isOfCare(_ name: String) -> Bool {
    ["住院", "门诊", "急诊"].contains { name.contains($0) }
  }

  // MARK: Shares and amounts

  /// A general word under the name of an indicator is a part of that indicator: 占比 its share, 数值 the very
  /// number that the name is of.
  private func meaning(
    of part: FigurePart, _ heads: [HeadText], _ number: NumberHead, _ text: String
  ) -> TableLayout.Column {
    var number = number
    let near = heads.dropLast().last { !$0.aims.isEmpty }?.aims ?? []
    let isShare = heads.last { $0.word != nil }.map(Self.isShare) ?? false
    guard let first = near.first, let indicator = names.book[first.indicator] else {
      (number.part, number.isShare) = (part, isShare)
      return .numbers(number)
    }
    if part == .value, near.allSatisfy({ $0.part != .value }) {
      if isShare {
        return share(of: near, number) ?? .unknown(text)
      }
      number.aims = near
      number.qualifiers += leftovers(heads, near)
      return .numbers(number)
    }
    let own = near.first { $0.part == .value }.flatMap { names.book[$0.indicator] } ?? indicator
    number.aims = [Self.aim(part, of: own)]
    return .numbers(number)
  }

  private static func isShare(_ head: HeadText) -> Bool { TableWords.share.contains(head.name) }

  private func share(
    of aims: [ColumnNames.Aim], _ number: NumberHead
  ) -> TableLayout.Column? {
    guard let share = names.share(of: aims) else { return nil }
    var number = number
    number.aims = [share]
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
