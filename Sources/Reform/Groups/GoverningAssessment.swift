import Foundation

/// Which rules a year's assessment of a group goes by, and why no others do.
public struct GoverningAssessment: Hashable, Sendable {
  /// Rules that were looked at and not used, with the reason.
  public struct Rejected: Hashable, Sendable {
    public var rules: AssessmentRules
    public var reason: Phrase
  }

  /// Nil where no document has rules for this place and year.
  public var rules: AssessmentRules?
  public var reason: Phrase
  public var rejected: [Rejected]
}

extension GroupCharter {
  /// The rules by which the groups of a place are assessed for a year.
  ///
  /// Rules govern where their document was out by the end of the year and the place lies in the
  /// region that it binds; of several, the first in the order of the charter.
  public func governingAssessment(
    of place: Division.Code, in year: Int, _ catalogue: Catalogue
  ) -> GoverningAssessment {
    var (chosen, rejected): (AssessmentRules?, [GoverningAssessment.Rejected]) = (nil, [])
    for rules in assessments {
      let objection =
        Self.objection(to: rules.source, of: place, in: year, catalogue)
        ?? (chosen == nil ? nil : rules.yields)
      if let objection {
        rejected.append(.init(rules: rules, reason: objection))
      } else {
        chosen = rules
      }
    }
    let none = Phrase(
      "目录里没有文件写明这里这一年怎样考核医疗集团。",
      "No document here says how groups of this place are assessed for this year.")
    return GoverningAssessment(rules: chosen, reason: chosen?.words ?? none, rejected: rejected)
  }

  /// The rules that a measure is of.
  public func assessmentRules(of measure: AssessmentMeasure.ID) -> AssessmentRules? {
    assessments.first { $0[measure] != nil }
  }

  /// A measure of any rules.
  public func measure(_ id: AssessmentMeasure.ID) -> AssessmentMeasure? {
    assessmentRules(of: id)?[id]
  }

  /// Throws where weights are of no rules or of several, or do not add up to 100.
  func refuse(weights: [AssessmentMeasure.ID: Decimal]) throws {
    let found = assessments.filter { rules in weights.keys.contains { rules[$0] != nil } }
    guard found.count <= 1 else {
      let list = found.map(\.source.place)
      throw Fault(
        "权重分属不同文件的考核内容（\(list.map(\.zh).joined(separator: "、"))），一年只用一套。",
        "The weights are of measures of several documents (\(list.map(\.en).joined(separator: ", "))); "
          + "a year goes by one set.")
    }
    try (found.first ?? assessments.first)?.refuse(weights: weights)
  }
}

extension GroupAccounts {
  /// The rules that govern a year's assessment of a place; nil where none do.
  public func assessmentRules(of place: Division.Code, _ year: Int) -> AssessmentRules? {
    charter.governingAssessment(of: place, in: year, catalogue).rules
  }

  /// The assessment of a county's group in a year by the rules that govern it, with what is
  /// entered under others beside it.
  public func assessment(of county: Division.Code, _ year: Int) -> Assessment {
    let governing = charter.governingAssessment(of: county, in: year, catalogue)
    var found = book.assessment(of: county, year, governing.rules, catalogue.divisions)
    (found.reason, found.rejected) = (governing.reason, governing.rejected)
    found.beside = governing.rejected.compactMap { rejected in
      var other = book.assessment(of: county, year, rejected.rules, catalogue.divisions)
      (other.reason, other.verdict) = (rejected.reason, nil)
      return other.isEmpty ? nil : other
    }
    return found
  }
}
