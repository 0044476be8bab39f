import Reform

/// What the texts around a table say of units: for all of it, for amounts per head, or for columns that
/// they name.
struct TableUnits {
  typealias Saying = TableScene.Saying<UnitWords.Unit>

  /// What holds for a number whose heading, row and cell name no unit.
  enum Answer {
    case none
    case unit(UnitScale)
    /// Said for the whole table, and not usual for this number: nobody knows whether it is meant.
    case doubt(Saying)
  }

  /// By what they measure, for the whole table (单位：万元).
  private(set) var general: [UnitScale.Family: Saying] = [:]
  /// For amounts per head (元/人次, 人均指标单位为元).
  private(set) var perHead: Saying?
  /// For what a note names (注：人均费用单位为元).
  private(set) var named: [ColumnNames.Aim: Saying] = [:]
  /// Statements that do not agree: the one that was met first, and the other.
  private(set) var conflicts: [(first: Saying, second: Saying)] = []
  private(set) var unknown: TableScene.Saying<String>?
  /// The texts that were taken in.
  private(set) var read: Set<SourcePlace> = []

  /// Takes in a text; a title is of the whole table where it says nothing else.
  mutating func take(_ text: String, at place: SourcePlace, isTitle: Bool, _ names: ColumnNames) {
    let statements = UnitWords.statements(in: text)
    read.insert(place)
    for one in statements {
      if let word = one.unknown.first { unknown = unknown ?? .init(value: word, at: place) }
      let subject = Subject(one.subject, names)
      for unit in one.units { put(Saying(value: unit, at: place), of: subject, one, isTitle) }
    }
    // 人均费用情况表 单位：元: the only unit of a title is that of all its amounts.
    if isTitle, general[.money] == nil, let only = perHead ?? named.values.first, only.at == place,
      !only.value.scale.isPer, !statements.allSatisfy(\.isLoose)
    {
      general[.money] = only
    }
  }

  private mutating func put(
    _ said: Saying, of subject: Subject, _ one: UnitWords.Statement, _ isTitle: Bool
  ) {
    let isMoney = said.value.scale.family == .money
    if isMoney, said.value.scale.isPer || subject.isPerHead, subject.aims.isEmpty {
      compare(perHead, said)
      perHead = perHead ?? said
    } else if isMoney, !subject.aims.isEmpty, !isTitle || subject.isPerHead {
      for aim in subject.aims {
        compare(named[aim], said)
        named[aim] = named[aim] ?? said
      }
    } else if !one.isLoose, isTitle || !one.isBracketed {
      let family = said.value.scale.family
      compare(general[family], said)
      general[family] = general[family] ?? said
    }
  }

  private mutating func compare(_ known: Saying?, _ said: Saying) {
    guard let known, known.value.scale != said.value.scale else { return }
    conflicts.append((known, said))
  }

  /// Takes over what the texts before said, where nothing nearer says it; `sheet` is where the name of
  /// the sheet stands, which is no further away than a title.
  mutating func inherit(_ before: TableUnits, sheet: SourcePlace) {
    for (family, said) in before.general {
      if general[family] == nil { general[family] = said }
      if said.at == sheet { compare(general[family], said) }
    }
    perHead = perHead ?? before.perHead
    unknown = unknown ?? before.unknown
    named.merge(before.named) { own, _ in own }
    for one in before.conflicts where general[one.first.value.scale.family]?.at == one.first.at {
      conflicts.append(one)
    }
    read.formUnion(before.read)
  }

  /// Whether another table's texts say the same.
  func isSame(as other: TableUnits) -> Bool {
    general.mapValues(\.value.scale) == other.general.mapValues(\.value.scale)
      && perHead?.value.scale == other.perHead?.value.scale
      && named.mapValues(\.value.scale) == other.named.mapValues(\.value.scale)
  }

  /// The unit of a number whose heading, row and cell name none.
  func answer(for aim: ColumnNames.Aim, in unit: FigureUnit) -> Answer {
    let target = UnitScale(unit)
    if let own = named[aim], own.value.scale.family == target.family {
      return .unit(own.value.scale)
    }
    let said = general[target.family]
    switch target.family {
    case .money:
      // A unit of sums is not that of an amount per head.
      if unit == .yuan, let perHead {
        let isSure = perHead.value.scale.isPer || perHead.value.scale == target
        return isSure ? .unit(perHead.value.scale) : .doubt(perHead)
      }
      guard let said else {
        return perHead.map { $0.value.scale.isPer ? .unit($0.value.scale) : .none } ?? .none
      }
      return unit == .yuan && said.value.scale != target ? .doubt(said) : .unit(said.value.scale)
    case .count:
      guard let said else { return .none }
      return said.value.scale.scale == 1 || isOfKind(said.value.noun, unit)
        ? .unit(said.value.scale) : .doubt(said)
    case .share:
      guard let said else { return .none }
      let isPercent = [target.scale == 1, said.value.scale.scale == 1]
      return isPercent[0] == isPercent[1] ? .unit(said.value.scale) : .doubt(said)
    case .times: return said.map { .unit($0.value.scale) } ?? .none
    }
  }

  /// Whether 万人次 is also the unit of what counts in 人; of institutions it is not.
  private func isOfKind(_ noun: String, _ unit: FigureUnit) -> Bool {
    switch unit {
    case .visits, .people, .households, .cases, .days:
      ["", "人次", "人", "人次数", "人数", "户", "例", "次", "件", "床日", "天", "visits", "people", "cases"]
        .contains(noun)
    default: noun == unit.rawValue
    }
  }

  /// What a statement is said of.
  private struct Subject {
    var aims: [ColumnNames.Aim] = []
    var isPerHead = false

    init(_ words: String, _ names: ColumnNames) {
      let pieces = words.split { "、和及与".contains($0) }.map(String.init)
      let found = pieces.map { Self.aims(endingWith: $0, names) }
      isPerHead = Self.perHead.contains { words.contains($0) }
      if !found.contains([]) { aims = found.flatMap { $0 } }
    }

    private static let perHead = [
      "人均", "次均", "均次", "例均", "户均", "床日均", "每人", "每次", "每床日", "每例", "perhead", "pervisit",
    ]

    /// What the longest known name at the end of words stands for.
    private static func aims(endingWith words: String, _ names: ColumnNames) -> [ColumnNames.Aim] {
      for start in words.indices {
        let found = names.aims(of: String(words[start...]))
        if !found.isEmpty { return found }
      }
      return []
    }
  }
}
