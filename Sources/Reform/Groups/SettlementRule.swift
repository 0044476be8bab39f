/// How a surplus is used or an overrun is borne, as a clause prints it (结算规则).
public struct SettlementRule: Hashable, Sendable, Identifiable {
  public enum Outcome: String, Codable, Sendable {
    case surplus, overrun
  }

  /// Which groups of its document's region a rule is for.
  public enum Reach: String, Codable, Sendable {
    /// All of them.
    case region
    /// The demonstration counties that the clause names.
    case named
    /// Counties selected for a trial, which the document does not name.
    case selected
  }

  /// One that receives a part of a surplus or bears a part of an overrun.
  public struct Share: Hashable, Sendable, Identifiable {
    public var id: String
    public var name: Phrase
    /// As printed (40, 6); nil where the document prints none and somebody has to enter it.
    public var number: Int64?

    public init(id: String, name: Phrase, number: Int64?) {
      (self.id, self.name, self.number) = (id, name, number)
    }
  }

  public var id: String
  public var outcome: Outcome
  public var reach: Reach
  public var source: ClauseReference
  public var shares: [Share]
  /// What the clause says, in our own words.
  public var words: Phrase
  /// Why it gives way where a rule before it governs as well.
  public var yields: Phrase
  /// Whether the clause settles by the result of the assessment as well (依据…考核结果执行).
  public var isAssessed: Bool

  public init(
    id: String, outcome: Outcome, reach: Reach, source: ClauseReference, shares: [Share],
    words: Phrase, yields: Phrase, isAssessed: Bool = false
  ) {
    self.isAssessed = isAssessed
    (self.id, self.outcome, self.reach, self.source) = (id, outcome, reach, source)
    (self.shares, self.words, self.yields) = (shares, words, yields)
  }
}

/// Which rule governs a settlement, and why no other does.
public struct GoverningRule: Hashable, Sendable {
  /// A rule that was looked at and not used, with the reason.
  public struct Rejected: Hashable, Sendable {
    public var rule: SettlementRule
    public var reason: Phrase
  }

  /// Nil where no document has a rule for this county and year.
  public var rule: SettlementRule?
  public var reason: Phrase
  public var rejected: [Rejected]
}

extension GroupCharter {
  /// The rule for a surplus or an overrun of a county's group in a year.
  ///
  /// A rule governs where its document was out by the end of the year, the county lies in the
  /// region that the document binds, and the clause reaches the county. Of several the first in
  /// the order of the charter governs. `selected` says whether the county is entered as one of
  /// those selected for payment by head in that year.
  public func governing(
    _ outcome: SettlementRule.Outcome, of county: Division.Code, in year: Int, isSelected: Bool,
    _ catalogue: Catalogue
  ) -> GoverningRule {
    var (chosen, rejected): (SettlementRule?, [GoverningRule.Rejected]) = (nil, [])
    for rule in rules where rule.outcome == outcome {
      let objection =
        objection(to: rule, of: county, in: year, isSelected: isSelected, catalogue)
        ?? (chosen == nil ? nil : rule.yields)
      if let objection {
        rejected.append(GoverningRule.Rejected(rule: rule, reason: objection))
      } else {
        chosen = rule
      }
    }
    guard let chosen else {
      return GoverningRule(
        rule: nil,
        reason: outcome == .surplus
          ? Phrase(
            "目录里没有文件写明这个县这一年的结余怎样分配。",
            "No document here says how a surplus of this county and year is used.")
          : Phrase(
            "目录里没有文件写明这个县这一年的超支由谁承担。",
            "No document here says who bears an overrun of this county and year."),
        rejected: rejected)
    }
    return GoverningRule(rule: chosen, reason: chosen.words, rejected: rejected)
  }

  /// Why a clause does not bind a place in a year: not issued by its end, or of another region.
  static func objection(
    to source: ClauseReference, of place: Division.Code, in year: Int, _ catalogue: Catalogue
  ) -> Phrase? {
    guard let document = catalogue.document(source.document) else {
      return Phrase("目录里没有这份文件。", "The catalogue lacks the document.")
    }
    guard document.issued <= Day.last(ofYear: year) else {
      return Phrase(
        "\(document.number) \(document.issued) 才印发，管不到 \(year) 年。",
        "\(document.number) was issued on \(document.issued), after \(year).")
    }
    let divisions = catalogue.divisions
    guard divisions.isWithin(place, document.region) else {
      let region = divisions[document.region]
      return Phrase(
        "\(document.number) 只管\(region?.name ?? document.region)。",
        "\(document.number) binds \(region?.english ?? document.region) only.")
    }
    return nil
  }

  /// Why a rule does not reach a county in a year; nil where it does.
  private func objection(
    to rule: SettlementRule, of county: Division.Code, in year: Int, isSelected: Bool,
    _ catalogue: Catalogue
  ) -> Phrase? {
    if let objection = Self.objection(to: rule.source, of: county, in: year, catalogue) {
      return objection
    }
    let divisions = catalogue.divisions
    switch rule.reach {
    case .region: return nil
    case .named:
      let named = Self.demonstrationCounties(of: rule.source, in: catalogue)
      guard !named.contains(county) else { return nil }
      let names = named.compactMap { divisions[$0] }
      return Phrase(
        "只用于\(names.map(\.name).joined(separator: "、"))。",
        "It is for \(names.map(\.english).joined(separator: ", ")) only.")
    case .selected:
      guard !isSelected else { return nil }
      return Phrase(
        "只用于选定的按人头打包付费试点县；文件没有列名，台账也没有登记本县。",
        "It is for counties selected for payment by head; the document names none, and this county is "
          + "not entered as one.")
    }
  }

  /// The demonstration counties that a clause names, in printed order.
  public static func demonstrationCounties(
    of clause: ClauseReference, in catalogue: Catalogue
  ) -> [Division.Code] {
    catalogue.tasks.filter { $0.document == clause.document && $0.clause == clause.clause }
      .flatMap(\.places).filter { $0.role == .demonstration }.map(\.code)
  }
}
