/// A list that must be complete before a budget is settled as a package (打包付费的条件), as a clause
/// prints it.
public struct SettlementGate: Hashable, Sendable {
  public var set: ChecklistSet.ID
  public var source: ClauseReference
  /// What the clause says, in our own words.
  public var words: Phrase

  public init(set: ChecklistSet.ID, source: ClauseReference, words: Phrase) {
    (self.set, self.source, self.words) = (set, source, words)
  }
}

extension GroupCharter {
  /// The condition that a document sets for a county and a year; nil where none does.
  ///
  /// 运政办发〔2019〕3号, 二（三）20, sets it for the groups of 运城 only.
  public func gate(
    of county: Division.Code, in year: Int, _ catalogue: Catalogue
  ) -> SettlementGate? {
    gates.first { Self.objection(to: $0.source, of: county, in: year, catalogue) == nil }
  }
}
