/// Something that medical groups are compared by (集团指标), made of what the ledger holds of them.
public enum GroupMeasure: Hashable, Sendable {
  /// Things of a set with evidence, of those there must be.
  case list(ChecklistSet.ID)
  /// The total of the yearly assessment.
  case assessment
  /// Spending, balance and advances of a year over its budget.
  case spending, balance, advances

  public static let money = [GroupMeasure.spending, .balance, .advances]

  /// All that a charter gives, sets in its order, then the assessment, then the money.
  public static func all(_ charter: GroupCharter) -> [GroupMeasure] {
    charter.sets.filter(\.isCountable).map { .list($0.id) } + [.assessment] + money
  }

  /// The same as indicators.
  public static func book(_ charter: GroupCharter) -> IndicatorCatalogue {
    IndicatorCatalogue(all(charter).compactMap { $0.indicator(charter) })
  }

  /// `group-six-unified`, `group-spending`.
  public var id: Indicator.ID {
    switch self {
    case .list(let set): "\(Self.prefix)\(set)"
    case .assessment: "\(Self.prefix)assessment"
    case .spending: "\(Self.prefix)spending"
    case .balance: "\(Self.prefix)surplus"
    case .advances: "\(Self.prefix)advances"
    }
  }

  private static let prefix = "group-"

  /// The measure of an indicator's id; nil for indicators that offices send figures of.
  public init?(_ id: Indicator.ID, _ charter: GroupCharter) {
    guard let found = Self.all(charter).first(where: { $0.id == id }) else { return nil }
    self = found
  }

  /// Whether an id is that of a measure of groups, whatever the documents name.
  public static func names(_ id: Indicator.ID) -> Bool { id.hasPrefix(prefix) }

  /// Whether those of several counties can be added up.
  ///
  /// The total of an assessment cannot: the mean of totals is nobody's result.
  public var isAdded: Bool { self != .assessment }
}

extension ChecklistSet {
  /// Whether the documents say how many things there are, by a number or by printing them.
  var isCountable: Bool { count != nil || !printed.isEmpty }
}

extension GroupMeasure {
  /// The measure as an indicator, so that it is ranked, split and drawn as all of them.
  ///
  /// No document prints these as indicators: the definitions are the office's. The clause is the
  /// one that names the set, sets up the assessment or governs the budget.
  public func indicator(_ charter: GroupCharter) -> Indicator? {
    switch self {
    case .list(let id): charter[id].flatMap { Self.indicator(of: $0, id: self.id) }
    case .assessment: Self.total(charter, id: id)
    case .spending, .balance, .advances: ofBudget(charter)
    }
  }

  private static func indicator(of set: ChecklistSet, id: Indicator.ID) -> Indicator? {
    guard let source = set.sources.first else { return nil }
    let number =
      set.count == nil
      ? Phrase("文件没有写数目，应有项数按列出的算。", " The document prints no number; those listed are counted.")
      : Phrase("", "")
    return Indicator(
      id: id, name: Phrase("\(set.name.zh)完成率", "Done of “\(set.name.en)”"), short: set.name,
      kind: .share,
      definition: Phrase(
        "到年底（当年到所看的那天）有佐证的项数，比应有的项数；没有佐证的不算完成，台账没有登记的集团不计。" + number.zh,
        "Things with evidence by the end of the year (of the running year by the day looked at), of those "
          + "there must be. Groups of which nothing is entered are left out." + number.en),
      isDefinitionPrinted: false,
      numerator: .init(Phrase("有佐证的项数", "things with evidence"), unit: .items),
      denominator: .init(Phrase("应有项数", "things there must be"), unit: .items), digits: 1,
      direction: .up, source: source)
  }

  private static func total(_ charter: GroupCharter, id: Indicator.ID) -> Indicator? {
    guard let source = charter.assessments.first?.source else { return nil }
    return Indicator(
      id: id, name: Phrase("年度绩效考核总分", "Total of the yearly assessment"),
      short: Phrase("考核总分", "Assessment"), kind: .amount,
      definition: Phrase(
        "各项得分乘权重之和，满分 100；缺一项得分就没有总分。是一个集团的结果，市和省没有总分，也不取平均。",
        "Scores times their weights, 100 at most; none while a score is missing. It is the result of one "
          + "group: cities and the province have none, and no mean is taken."),
      isDefinitionPrinted: false,
      numerator: .init(
        Phrase("各项得分 × 权重 ÷ 100 之和", "the sum of scores × weights ÷ 100"), unit: .points),
      denominator: nil, factor: 1, unit: .points, direction: .up, source: source)
  }

  /// The share of the budget: the documents give none of the three a direction.
  private func ofBudget(_ charter: GroupCharter) -> Indicator? {
    let all = charter.rules.map(\.source)
    guard let source = all.first else { return nil }
    let (name, short, part, words): (Phrase, Phrase, Phrase, Phrase) =
      switch self {
      case .spending:
        (
          Phrase("医保实际发生占总额预算的比例", "Spending as a share of the budget"),
          Phrase("支出占预算", "Spent/budget"), Phrase("全年实际发生", "spending of the year"),
          Phrase("高于 100% 为超支。", "Above 100 % is an overrun.")
        )
      case .balance:
        (
          Phrase("医保总额预算结余率", "Surplus as a share of the budget"),
          Phrase("结余率", "Surplus rate"), Phrase("预算减实际发生", "budget less spending"),
          Phrase("负数为超支。", "Below 0 it is an overrun.")
        )
      default:
        (
          Phrase("已预拨占总额预算的比例", "Advances as a share of the budget"),
          Phrase("预拨占预算", "Paid/budget"), Phrase("已预拨", "paid in advance"),
          Phrase("当年按已登记的月份。", "Of the running year the months that are entered.")
        )
      }
    return Indicator(
      id: id, name: name, short: short, kind: .ratio,
      definition: Phrase(
        "登记了年度总额预算的集团；市和省把各集团的金额相加再除。" + words.zh,
        "Of groups whose budget of the year is entered; for a city and the province the amounts are added "
          + "before they are divided. " + words.en),
      isDefinitionPrinted: false, numerator: .init(part, unit: .yuan),
      denominator: .init(Phrase("年度总额预算", "budget of the year"), unit: .yuan), source: source)
  }
}
